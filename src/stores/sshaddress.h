// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

namespace jettison::sshaddress {

/// Reads what stands behind `ssh://`: `[user@]host[:port][/path/of/the/remote/socket]`. The error is the
/// reason in words. Refused is what a shell or ssh itself could take for something else than a name.
tl::expected<Endpoint, QString> parse(const QString &address);

/// What parse() reads.
QString text(const Endpoint &endpoint);

} // namespace jettison::sshaddress

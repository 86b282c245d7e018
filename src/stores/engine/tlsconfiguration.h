// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/tlssettings.h"

#include <QSslConfiguration>

namespace jettison {

/// Reads the files. TlsFilesFailed; Unreachable: this system has no TLS.
Result<QSslConfiguration> tlsConfiguration(const TlsSettings &settings);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"
#include "stores/store.h"

#include <QIODevice>

namespace jettison {

/// Opens the way to an endpoint; the device belongs to the calling thread, which must be a QThread.
/// NotRunning, NoPermission, HostNotFound, Unreachable, TimedOut, Cancelled, and the codes of SshProcess and
/// TlsSocket.
Result<std::unique_ptr<QIODevice>> connectTo(const Endpoint &endpoint, const Call &call);

} // namespace jettison

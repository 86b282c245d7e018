// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/hosts.h"
#include "stores/store.h"

namespace jettison {

/// Asks who answers there. An engine says its kind, version and ID; of a file it is only looked whether it is
/// there, because to open it means to read it through.
HostAnswer probeHost(const KnownHost &host, const CancelToken &cancel);

/// Asks all at once, and waits for the last. In the order of the hosts.
QList<HostAnswer> probeHosts(const QList<KnownHost> &hosts, const CancelToken &cancel);

/// With a store that was made already.
HostAnswer probeStore(Store &store, const CancelToken &cancel);

} // namespace jettison

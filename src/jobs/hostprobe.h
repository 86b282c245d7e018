// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/hosts.h"
#include "stores/store.h"

namespace jettison {

/// For a question that no person has just asked: it is short, and asks nobody for a password.
Call probeCall(const CancelToken &cancel);

/// Asks who answers there. An engine says its kind, version and ID; of a file it is only looked whether it is
/// there, because to open it means to read it through.
HostAnswer probeHost(const KnownHost &host, const Call &call);

/// Asks all at once, nobody for a password, and waits for the last, but not long. In the order of the hosts.
QList<HostAnswer> probeHosts(const QList<KnownHost> &hosts, const CancelToken &cancel);

/// With a store that was made already.
HostAnswer probeStore(Store &store, const Call &call);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"

/// What is said of hosts.
namespace jettison::hosttext {

/// What it is called.
QString title(const Host &host);
/// The same with its other names, if it has some.
QString names(const Host &host);
/// Where it is, or why nobody knows, and its other names.
QString place(const Host &host);
/// All its names with where each was found, one a line.
QString sources(const Host &host);
/// Where a name was found: `docker context`, `variable` …
QString source(Host::Source source);
/// What answered there: `Docker 28.5, containerd, rootless`, or `Archive`; empty if nothing did.
QString kind(const HostAnswer &answer);
/// The same for a list that has a column for versions: `Docker, containerd, rootless`.
QString kindWithoutVersion(const HostAnswer &answer);
/// `reachable`, or why not, in a word or two.
QString state(const HostAnswer &answer);
/// Why it is of no use, in a word or two.
QString problem(ErrorCode code);
/// Its name, and what answered there unless that says the same: `prod: Docker 26.1`.
QString label(const QString &title, const StoreInfo &store);

} // namespace jettison::hosttext

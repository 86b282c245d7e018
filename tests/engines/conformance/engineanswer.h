// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

namespace jettison {

/// What an engine answers to a request of its own interface.
struct EngineAnswer
{
    /// 0: there was none.
    int status = 0;
    QString body = {};

    /// Of what it says was untagged and deleted, in the words of the docker command line.
    QStringList lines() const;
};

/// Sends `DELETE /images/a:1`, with a version that all engines know unless the path has one. By curl, which
/// shares no code with the program under test.
EngineAnswer ask(const ContainerEngine &engine, const QString &request);
/// Sends all at the same time.
QList<EngineAnswer> askAtOnce(const ContainerEngine &engine, const QStringList &requests);

} // namespace jettison

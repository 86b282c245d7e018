// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

namespace jettison {

/// Follows what an engine's events say of images and containers, as lines: `untag sha256:…`, `delete
/// sha256:…`, `die web`, `destroy web`.
class EngineEvents
{
public:
    explicit EngineEvents(const ContainerEngine &engine);
    ~EngineEvents();
    Q_DISABLE_COPY_MOVE(EngineEvents)

    /// Those since the last call, sorted. Podman is late with them: waits a little until they are as many as
    /// expected.
    QStringList take(qsizetype expected);

private:
    bool readUntil(const QString &mark);
    void read(const QByteArray &line);

    const ContainerEngine &m_engine;
    QProcess m_process;
    QStringList m_lines;
    QString m_lastMark;
    int m_marks = 0;
};

} // namespace jettison

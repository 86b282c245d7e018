// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/scenenames.h"
#include "support/stallingproxy.h"

#include <QProcess>

#include <memory>
#include <optional>

namespace jettison {

/// What goes on while other things are done in a scene: a command, and a registry that holds content back.
class SceneMeanwhile
{
public:
    SceneMeanwhile(const ContainerEngine &engine, SceneNames &names, const QString &buildFolder);
    ~SceneMeanwhile();
    Q_DISABLE_COPY_MOVE(SceneMeanwhile)

    /// A line of a scene, with its names expanded: begin, end, stall, held or release. Empty, or why it
    /// failed; none for any other line.
    std::optional<QString> run(const QString &line);

private:
    QString begin(const QString &line);
    QString waitForEnd();
    QString stall();

    const ContainerEngine &m_engine;
    SceneNames &m_names;
    QString m_buildFolder;
    StallingProxy m_proxy;
    std::unique_ptr<QProcess> m_begun;
};

} // namespace jettison

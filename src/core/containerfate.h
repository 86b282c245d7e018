// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

namespace jettison {

/// What the engine does with a container by itself. No list tells it.
struct ContainerFate
{
    enum class Restart { Never, OnFailure, UnlessStopped, Always };

    Restart restart = Restart::Never;
    /// `--rm`: once it is stopped, the engine removes it with its anonymous volumes.
    bool isAutoRemoved = false;
    /// Where its anonymous volumes are mounted.
    QStringList anonymousVolumes = {};

    friend bool operator==(const ContainerFate &, const ContainerFate &) = default;
};

/// The engine's own word for a policy, such as `unless-stopped`; and back. Any other word is Never.
QString restartName(ContainerFate::Restart restart);
ContainerFate::Restart restartFromName(QStringView name);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QMap>
#include <QString>

namespace jettison {

/// What made a container and makes it again, as its labels tell.
struct ContainerOwner
{
    enum class Kind {
        None,
        SwarmService,
        KubernetesPod,
        ComposeProject,
        PodmanCompose,
        SystemdUnit,
        DevContainer
    };

    Kind kind = Kind::None;
    /// Of the service, pod, project or unit; of a dev container its folder.
    QString name = {};
    /// What it belongs to in turn: the stack of a service, the namespace of a pod. Mostly empty.
    QString group = {};

    /// It does not wait for a person to make the container again.
    bool actsByItself() const
    {
        return kind == Kind::SwarmService || kind == Kind::KubernetesPod || kind == Kind::SystemdUnit;
    }

    friend bool operator==(const ContainerOwner &, const ContainerOwner &) = default;
};

/// Labels are anybody's text, so what could not be shown safely in a terminal is left out.
ContainerOwner ownerFrom(const QMap<QString, QString> &labels);

/// The word for machines, such as `swarm-service`; `none`.
QString kindName(ContainerOwner::Kind kind);

} // namespace jettison

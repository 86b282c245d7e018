// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/containerowner.h"

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Kind = ContainerOwner::Kind;

struct Marks
{
    Kind kind;
    QLatin1StringView name;
    QLatin1StringView group;
    /// Without this one it is another's. Compose labels the images that it builds with their project as well,
    /// and containers inherit the labels of images, but only its own containers have a number.
    QLatin1StringView needed;
};

constexpr auto Number = "com.docker.compose.container-number"_L1;

// The first that fits counts. podman-compose names a unit of its own for each container, also where none is
// installed. Sources: moby daemon/cluster/executor, docker/compose pkg/api/labels.go, podman_compose.py,
// podman libpod/define/annotations.go, cri-dockerd core/labels.go, devcontainers/cli.
constexpr std::array AllMarks{
    Marks{Kind::SwarmService, "com.docker.swarm.service.name"_L1, "com.docker.stack.namespace"_L1,
        "com.docker.swarm.task.id"_L1},
    Marks{Kind::KubernetesPod, "io.kubernetes.pod.name"_L1, "io.kubernetes.pod.namespace"_L1,
        "io.kubernetes.pod.name"_L1},
    Marks{Kind::PodmanCompose, "io.podman.compose.project"_L1, ""_L1, Number},
    Marks{Kind::ComposeProject, "com.docker.compose.project"_L1, ""_L1, Number},
    Marks{Kind::SystemdUnit, "PODMAN_SYSTEMD_UNIT"_L1, ""_L1, "PODMAN_SYSTEMD_UNIT"_L1},
    Marks{Kind::DevContainer, "devcontainer.local_folder"_L1, ""_L1, "devcontainer.local_folder"_L1},
};

constexpr std::array KindNames{
    std::pair{Kind::None, "none"_L1},
    std::pair{Kind::SwarmService, "swarm-service"_L1},
    std::pair{Kind::KubernetesPod, "kubernetes-pod"_L1},
    std::pair{Kind::ComposeProject, "compose-project"_L1},
    std::pair{Kind::PodmanCompose, "podman-compose-project"_L1},
    std::pair{Kind::SystemdUnit, "systemd-unit"_L1},
    std::pair{Kind::DevContainer, "dev-container"_L1},
};

QString printable(const QString &text)
{
    QString shown;
    const QList<uint> points = text.toUcs4();
    for (const uint point : points) {
        if (QChar::isPrint(point)) {
            shown += QChar::fromUcs4(point);
        }
    }
    return shown;
}

// What `docker compose run` leaves behind is made again by nobody.
bool isOneOff(const QMap<QString, QString> &labels)
{
    return labels.value(u"com.docker.compose.oneoff"_s).compare("true"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace

ContainerOwner ownerFrom(const QMap<QString, QString> &labels)
{
    for (const Marks &marks : AllMarks) {
        const QString name = printable(labels.value(marks.name));
        const bool isCompose = marks.needed == Number;
        if (!name.isEmpty() && labels.contains(marks.needed) && !(isCompose && isOneOff(labels))) {
            return {.kind = marks.kind, .name = name, .group = printable(labels.value(marks.group))};
        }
    }
    return {};
}

QString kindName(Kind kind)
{
    return std::ranges::find(KindNames, kind, &decltype(KindNames)::value_type::first)->second;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/container.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Names{
    std::pair{ContainerState::Created, "created"_L1},
    std::pair{ContainerState::Running, "running"_L1},
    std::pair{ContainerState::Paused, "paused"_L1},
    std::pair{ContainerState::Restarting, "restarting"_L1},
    std::pair{ContainerState::Removing, "removing"_L1},
    std::pair{ContainerState::Exited, "exited"_L1},
    std::pair{ContainerState::Dead, "dead"_L1},
    std::pair{ContainerState::Unknown, "unknown"_L1},
};

} // namespace

bool mountsImage(const Container &container, const ImageId &image)
{
    return std::ranges::find(container.imageMounts, image, &ImageMount::image)
        != container.imageMounts.cend();
}

bool mountsUnknown(const Container &container)
{
    return mountsImage(container, ImageId());
}

bool mustBeStopped(ContainerState state)
{
    return state == ContainerState::Running || state == ContainerState::Paused
        || state == ContainerState::Restarting || state == ContainerState::Unknown;
}

QString stateName(ContainerState state)
{
    return std::ranges::find(Names, state, &decltype(Names)::value_type::first)->second;
}

ContainerState stateFromName(QStringView name)
{
    const auto found = std::ranges::find_if(Names, [&](const auto &entry) { return name == entry.second; });
    return found == Names.end() ? ContainerState::Unknown : found->first;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/containerfate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Restart = ContainerFate::Restart;

constexpr std::array Names{
    std::pair{Restart::Never, "no"_L1},
    std::pair{Restart::OnFailure, "on-failure"_L1},
    std::pair{Restart::UnlessStopped, "unless-stopped"_L1},
    std::pair{Restart::Always, "always"_L1},
};

} // namespace

QString restartName(Restart restart)
{
    return std::ranges::find(Names, restart, &decltype(Names)::value_type::first)->second;
}

Restart restartFromName(QStringView name)
{
    const auto found = std::ranges::find_if(Names, [&](const auto &entry) { return name == entry.second; });
    return found == Names.end() ? Restart::Never : found->first;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <map>
#include <memory>

#include <tl/expected.hpp>

namespace jettison {

/// Engines of several kinds for one test: each starts when it is first asked for, and runs until the end.
class StartedEngines
{
public:
    /// With what was left in it; or why there is none.
    tl::expected<ContainerEngine *, QString> of(const QString &kind);

private:
    std::map<QString, std::unique_ptr<ContainerEngine>> m_engines;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/startedengines.h"

namespace jettison {

tl::expected<ContainerEngine *, QString> StartedEngines::of(const QString &kind)
{
    std::unique_ptr<ContainerEngine> &engine = m_engines[kind];
    if (!engine) {
        auto started = std::make_unique<ContainerEngine>(*EngineKind::named(kind));
        if (const QString reason = started->start(); !reason.isEmpty()) {
            return tl::unexpected(reason);
        }
        engine = std::move(started);
    }
    return engine.get();
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/program.h"
#include "engines/scene.h"
#include "engines/storestate.h"
#include "support/containerengine.h"
#include "support/registry.h"

#include <QObject>

#include <memory>

namespace jettison {

/// A test with an engine and a registry of its own, empty at the start of each function. Skipped, with the
/// reason, where they cannot run.
class EngineTest : public QObject
{
    Q_OBJECT

public:
    /// The system's Docker.
    EngineTest() = default;
    explicit EngineTest(const EngineKind &kind)
        : m_engine(kind)
    {
    }

protected:
    /// Fails the test function if the scene cannot be set up.
    void fill(const QString &text);
    /// The scene set up last, for its expand().
    const Scene &scene() const { return *m_scene; }
    StoreState state() const { return StoreState::of(m_engine); }
    Output jettison(const QStringList &arguments) const;

    ContainerEngine m_engine;
    Registry m_registry;

private Q_SLOTS:
    void initTestCase();
    void init();

private:
    std::unique_ptr<Scene> m_scene;
};

} // namespace jettison

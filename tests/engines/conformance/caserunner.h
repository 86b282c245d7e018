// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/conformance/conformancecase.h"
#include "engines/conformance/engineevents.h"
#include "engines/conformance/expectedresult.h"
#include "engines/scene.h"
#include "engines/storestate.h"

#include <memory>

namespace jettison {

/// What came of a case on an engine.
struct CaseOutcome
{
    enum class State {
        AsRead, ///< as semantics were read from the sources
        Otherwise, ///< as expected, but otherwise than the sources were read
        Impossible, ///< nothing was tried
        Failed,
    };

    State state = State::AsRead;
    /// How it is otherwise, and why something could not be tried.
    QStringList reasons = {};
    /// What was expected and what came.
    QString failure = {};
};

/// Addresses of registries: one for everybody, and one that wants to know who asks.
struct Registries
{
    QString open;
    QString guarded;
};

/// Plays cases on one engine, which is emptied between them.
class CaseRunner
{
public:
    CaseRunner(ContainerEngine &engine, const Registries &registries);

    CaseOutcome run(const ConformanceCase &testCase);

private:
    /// Empty, or what is wrong.
    QStringList play(const ConformanceCase &testCase, const ConformanceAction &action);
    QStringList playAsk(const QString &request, const QStringList &tokens);
    QStringList playRace(const QStringList &requests, const QStringList &tokens) const;
    QStringList playRemoval(const ConformanceAction &action, const QStringList &tokens);
    /// What is wrong with a removal that is carried out.
    QStringList carryOut(const ConformanceAction &action, const QStringList &arguments, const Output &preview,
        const StoreState &before, const ExpectedResult &expected);
    QStringList playLook(const QStringList &tokens) const;
    QStringList compareWhenSettled(QStringList expected) const;
    QString fill(const QString &setUp);
    QString restart(const QString &how);
    QString runAll(const QStringList &lines);

    /// `Untagged: a:1` as this engine calls that.
    QStringList expanded(const QStringList &tokens) const;
    StoreState state() const { return StoreState::of(m_engine); }

    ContainerEngine &m_engine;
    /// What it was at first: it can be started again with another store.
    const EngineKind m_kind;
    const Registries m_registries;
    std::unique_ptr<EngineEvents> m_events;
    std::unique_ptr<Scene> m_scene;
};

} // namespace jettison

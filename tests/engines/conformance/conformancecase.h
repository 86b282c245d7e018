// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/enginekind.h"

#include <QStringList>

#include <tl/expected.hpp>

namespace jettison {

/// What some engines are to do: `classic,podman43 200 Untagged: a:1, Deleted: {a}`.
struct Expectation
{
    /// Names of kinds or their beginnings, or: all, docker, classic, containerd, podman, rootless.
    QStringList engines;
    QStringList tokens;
};

/// What is said of some engines.
struct EngineRemark
{
    QStringList engines;
    QString text;

    /// Of those that speak of this kind the first one's, or empty.
    static QString on(const QList<EngineRemark> &remarks, const EngineKind &kind);
};

/// One thing that is done in a case.
struct ConformanceAction
{
    enum class Verb {
        Ask, ///< a request to the engine, `DELETE /images/a:1`
        Race, ///< several at the same time, with & between them
        Remove, ///< `jettison rm` with these arguments
        Do, ///< a line for the scene
        Restart, ///< of the engine: nothing, `with a plug-in` or `with the other store`
        Look, ///< nothing: what is there is looked at
    };

    Verb verb = Verb::Ask;
    QString text;
    /// With what the action before left; else in a store that is filled anew.
    bool goesOn = false;
    QList<Expectation> expectations;
    /// Engines on which it cannot be done, and why.
    QList<EngineRemark> impossible;
    /// Lines for the scene, between what a removal foretells and its end.
    QStringList meanwhile;

    /// The last that speaks of this kind.
    std::optional<QStringList> expectationOf(const EngineKind &kind) const;
};

/// A case of the files in cases/, which say how they are read.
struct ConformanceCase
{
    QString id = {};
    QString title = {};
    /// See Scene.
    QString setUp = {};
    /// Engines on which it cannot be tried, and why.
    QList<EngineRemark> impossible = {};
    /// Engines that answer otherwise than their sources were read.
    QList<EngineRemark> surprises = {};
    QList<ConformanceAction> actions = {};

    /// Without the lines of other engines: `containerd> docker commit …`.
    static QString linesFor(const QString &setUp, const EngineKind &kind);
};

/// All cases of a folder, sorted by their IDs; or the line that cannot be read, or what a case leaves open:
/// on each kind of engine each of its actions is played, or a reason stands there.
tl::expected<QList<ConformanceCase>, QString> readCases(const QString &folder);

} // namespace jettison

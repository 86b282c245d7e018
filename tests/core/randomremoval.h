// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/randomstore.h"
#include "core/removaleffect.h"

#include <QByteArray>
#include <QStringList>

namespace jettison {

/// A removal from a random store. What should come of it is found by sets of whole chains, not by the graph.
struct RandomRemoval
{
    using MadeImage = RandomStore::MadeImage;
    using MadeContainer = RandomStore::MadeContainer;

    explicit RandomRemoval(unsigned seed);

    RandomStore made;
    SnapshotPtr snapshot;
    QList<RemovalTarget> targets;
    RemovalPlan plan;
    /// What to print when something is wrong.
    QByteArray note;

    QString chainOf(LayerGraph::Index layer) const;
    QString nameOf(Snapshot::Index image) const;
    const MadeImage &madeImage(const QString &name) const;
    bool isChosen(const MadeImage &image) const;
    bool isHolder(const MadeImage &image) const;
    Chains neededBeside(const QStringList &images, const QStringList &containers) const;
    Chains heldBeside(const QStringList &images) const;
    QStringList imagesThatGo() const;
    QStringList containersThatGo() const;
    QStringList layersThatGo() const;
    int keepers(const Chains &kept) const;
    bool hasFates(const RemovalEffect &effect, const Chains &freed, const Chains &kept) const;
    ByteCount bytes(const Chains &chains) const;
};

Chains without(const Chains &all, const Chains &some);

} // namespace jettison

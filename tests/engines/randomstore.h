// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"
#include "support/imagearchive.h"

#include <QList>
#include <QRandomGenerator>
#include <QStringList>

namespace jettison {

/// Images made by chance that share layers in every way there is: common bases, children, the same change on
/// two parents and twice in one image, no tag or several, one layer alone; with containers of some. The same
/// seed, the same images.
class RandomStore
{
public:
    /// `registry` is the address of one, from which some images get digests; empty for none.
    RandomStore(const ContainerEngine &engine, const QString &registry, int images, quint32 seed);

    /// Brings back what the engine no longer has. Empty, or why it could not.
    QString fill();
    /// Images and options for `jettison rm`, of what the engine has now.
    QStringList choose();
    /// More than half of it is gone.
    bool isDrained() const;

private:
    struct Member
    {
        QString archiveId = {};
        /// The engine's own.
        QString id = {};
        QStringList tags = {};
        /// Name of its container, or empty.
        QString container = {};
        /// See Scene.
        QString state = {};
        /// It has a name at the registry, and is known there.
        bool isPushed = false;
        bool isBare = false;
    };

    bool chance(double probability) { return m_random.generateDouble() < probability; }
    int below(qsizetype limit) { return int(m_random.bounded(qint64(limit))); }
    ImageArchive::Image makeImage();
    QString newLayer();
    QStringList idsInEngine() const;
    QString loadMembers(const QList<Member> &members) const;
    QString push(const Member &member) const;
    QString startContainer(const Member &member) const;
    QString stateFor(bool isBare);

    const ContainerEngine &m_engine;
    QString m_registry;
    QRandomGenerator m_random;
    ScratchFolder m_folder;
    ImageArchive m_archive;
    QList<Member> m_members;
    QStringList m_layers;
};

} // namespace jettison

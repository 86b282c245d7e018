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
/// two parents and twice in one image, one layer alone. They have no name or several, digests from a
/// registry beside their names or alone; names that moved to another image; and containers in every state.
/// The same seed, the same images.
class RandomStore
{
public:
    /// `registry` is the address of one; without it no image has a digest. All must live on.
    RandomStore(const ContainerEngine &engine, const QString &registry, int images, QRandomGenerator &random);

    /// Brings back what the engine no longer has. Empty, or why it could not.
    QString fill();
    /// More than half of it is gone.
    bool isDrained() const;

private:
    enum class Digest { None, BesideName, Alone };
    struct Tenant
    {
        QString name;
        /// See Scene.
        QString state;
    };
    struct Member
    {
        QString archiveId = {};
        /// The engine's own.
        QString id = {};
        QStringList tags = {};
        QList<Tenant> tenants = {};
        /// At the registry, under its last name.
        Digest digest = Digest::None;
        bool losesName = false;
        bool isBare = false;
    };

    bool chance(double probability) { return m_random.generateDouble() < probability; }
    int below(qsizetype limit) { return int(m_random.bounded(qint64(limit))); }
    ImageArchive::Image makeImage();
    Member makeMember(const ImageArchive::Image &image);
    QString newLayer();
    QString randomState(bool isBare);
    QString loadMembers(const QList<Member> &members) const;
    QString moveName(qsizetype member) const;
    QString push(const Member &member) const;
    QString leaveDigestAlone(const Member &member) const;
    QString pushedDigest(const QString &name) const;
    QString makePod(const QStringList &containers) const;
    QString addTenants(const Member &member, const QStringList &containers) const;
    QString docker(const QStringList &arguments) const;

    const ContainerEngine &m_engine;
    QString m_registry;
    QRandomGenerator &m_random;
    ScratchFolder m_folder;
    ImageArchive m_archive;
    QList<Member> m_members;
    QStringList m_layers;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalremark.h"

#include <QSet>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QList<Container> goingContainers(const RemovalPlan &plan)
{
    QList<Container> containers;
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemoveContainer) {
            containers << step.container;
        }
    }
    return containers;
}

// For any other reason the image would stay without them as well, or something else has to be chosen.
bool isHeldByContainers(const KeptImage &kept)
{
    return kept.reason == KeptImage::Reason::InUse || kept.reason == KeptImage::Reason::HasChildImages;
}

QList<Container> containersInTheWay(const RemovalPlan &plan)
{
    QList<Container> containers;
    QSet<ContainerId> known;
    for (const KeptImage &kept : plan.kept) {
        for (const Container &container : isHeldByContainers(kept) ? kept.containers : QList<Container>()) {
            if (!known.contains(container.id)) {
                known.insert(container.id);
                containers << container;
            }
        }
    }
    return containers;
}

class Remarks
{
public:
    Remarks(const Surroundings &surroundings, const StoreTraits &traits)
        : m_surroundings(surroundings),
          m_restartsContainers(traits.restartsContainers)
    {
    }

    void addContainers(const QList<Container> &containers, bool goes)
    {
        for (const Container &container : containers) {
            addContainer(container, goes);
        }
    }
    void addServices(const RemovalPlan &plan);
    void addUnknownMounts(const RemovalPlan &plan);
    QList<RemovalRemark> all() const { return m_all; }

private:
    void addContainer(const Container &container, bool goes);
    void add(RemovalRemark remark, const Container &container);

    const Surroundings &m_surroundings;
    bool m_restartsContainers = true;
    QList<RemovalRemark> m_all;
};

void Remarks::addContainer(const Container &container, bool goes)
{
    const ContainerFate fate = m_surroundings.fates.value(container.id);
    const bool isOwned = container.owner.kind != ContainerOwner::Kind::None;
    const bool isAlways = fate.restart == ContainerFate::Restart::Always;
    const bool restarts = isAlways || fate.restart == ContainerFate::Restart::UnlessStopped;
    if (isOwned) {
        add({.kind = RemovalRemark::Kind::Owner, .goes = goes, .owner = container.owner}, container);
    }
    // Of what is stopped already, the engine does nothing by itself any more.
    if (fate.isAutoRemoved && mustBeStopped(container.state)) {
        add({.kind = RemovalRemark::Kind::AutoRemoval, .goes = goes, .fate = fate}, container);
    } else if (restarts && goes && !isOwned) {
        add({.kind = RemovalRemark::Kind::RestartPolicy,
                .goes = goes,
                .fate = {.restart = fate.restart},
                .restartsWithEngine = isAlways && m_restartsContainers},
            container);
    }
}

// Containers of which the same is true share a remark; volumes are each container's own.
void Remarks::add(RemovalRemark remark, const Container &container)
{
    const auto isSame = [&](const RemovalRemark &known) {
        return known.kind == remark.kind && known.goes == remark.goes && known.owner == remark.owner
            && known.fate == remark.fate && known.image == remark.image;
    };
    const auto same =
        remark.fate.anonymousVolumes.isEmpty() ? std::ranges::find_if(m_all, isSame) : m_all.end();
    if (same != m_all.end()) {
        same->containers << container;
        return;
    }
    remark.containers << container;
    m_all << remark;
}

void Remarks::addServices(const RemovalPlan &plan)
{
    QSet<QString> lost;
    for (const RemovalLine &line : plan.predictedLines()) {
        lost.insert(
            line.kind == RemovalLine::Kind::Untagged ? Reference(line.target).canonical() : line.target);
    }
    for (const SwarmService &service : m_surroundings.services) {
        const QString name = parseReference(service.image).value_or(Reference()).canonical();
        const bool isKnown = std::ranges::any_of(m_all, [&](const RemovalRemark &remark) {
            return remark.owner.kind == ContainerOwner::Kind::SwarmService
                && remark.owner.name == service.name;
        });
        if (!isKnown && (lost.contains(name) || lost.contains(service.image))) {
            m_all << RemovalRemark{.kind = RemovalRemark::Kind::ServiceImage,
                .owner = {.kind = ContainerOwner::Kind::SwarmService,
                    .name = service.name,
                    .group = service.stack},
                .image = service.image};
        }
    }
}

// Without a word of it, a refusal by the engine would come as a surprise. What it mounts was there before it.
void Remarks::addUnknownMounts(const RemovalPlan &plan)
{
    const Snapshot &snapshot = *plan.snapshot;
    const bool isGuarded = snapshot.store().traits.guardsMounts;
    const QList<Container> going = goingContainers(plan);
    for (const Container &container : snapshot.containers()) {
        // What is not up mounts nothing yet where nothing is guarded.
        const bool isSafe = going.contains(container) || (!isGuarded && !mustBeStopped(container.state));
        for (const ImageMount &mount : isSafe ? QList<ImageMount>() : container.imageMounts) {
            const bool mayBeOne = std::ranges::any_of(plan.deletions, [&](const Deletion &deletion) {
                const Image &image = snapshot.images()[deletion.image];
                return image.id != container.image && !isYounger(image, mount);
            });
            if (mount.image.isEmpty() && mayBeOne) {
                add({.kind = RemovalRemark::Kind::UnknownMount, .image = mount.name, .isGuarded = isGuarded},
                    container);
            }
        }
    }
}

} // namespace

QList<RemovalRemark> removalRemarks(const RemovalPlan &plan, const Surroundings &surroundings)
{
    Remarks remarks(surroundings, plan.snapshot->store().traits);
    remarks.addContainers(goingContainers(plan), true);
    remarks.addContainers(containersInTheWay(plan), false);
    remarks.addServices(plan);
    remarks.addUnknownMounts(plan);
    return remarks.all();
}

QList<Container> concernedContainers(const RemovalPlan &plan)
{
    return goingContainers(plan) + containersInTheWay(plan);
}

QString kindName(const RemovalRemark &remark)
{
    switch (remark.kind) {
    case RemovalRemark::Kind::Owner:
        return kindName(remark.owner.kind);
    case RemovalRemark::Kind::RestartPolicy:
        return u"restart-policy"_s;
    case RemovalRemark::Kind::AutoRemoval:
        return u"auto-removal"_s;
    case RemovalRemark::Kind::ServiceImage:
        return u"service-image"_s;
    case RemovalRemark::Kind::UnknownMount:
        return u"unknown-mount"_s;
    }
    Q_UNREACHABLE();
}

} // namespace jettison

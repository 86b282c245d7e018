// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undograde.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

namespace {

bool isOwnName(const Image &image, const Reference &digest)
{
    return image.references.contains(digest);
}

UndoGrade gradeOfDeleted(const Image &image, const RemovalPlan &plan)
{
    const StoreInfo &store = plan.snapshot->store();
    if (image.isList) {
        return {.image = image.id, .way = UndoGrade::Way::Unsaved};
    }
    const QList<Reference> digests = registryDigests(image, store.traits);
    const bool isOnlyCopy = digests.isEmpty();
    if (plan.options.backup) {
        return {.image = image.id, .way = UndoGrade::Way::FromBackup, .isOnlyCopy = isOnlyCopy};
    }
    if (canBePulled(image, store)) {
        const auto digest = std::ranges::find_if(image.references, &Reference::isDigest);
        return {.image = image.id, .way = UndoGrade::Way::PullAgain, .digest = *digest};
    }
    if (mayBePulled(image, store)) {
        return {.image = image.id, .way = UndoGrade::Way::MayBePulled, .digest = digests.first()};
    }
    return {.image = image.id, .way = UndoGrade::Way::Never, .isOnlyCopy = isOnlyCopy};
}

} // namespace

QList<Reference> registryDigests(const Image &image, const StoreTraits &traits)
{
    QList<Reference> digests = image.digests;
    std::ranges::copy_if(image.references, std::back_inserter(digests),
        [&](const Reference &r) { return r.isDigest() && !image.digests.contains(r); });
    if (traits.ids == StoreTraits::Ids::Configurations) {
        return digests;
    }
    for (const Reference &reference : image.references) {
        const Reference digest(reference.repository() + u'@' + image.id.text());
        if (!reference.repository().isEmpty() && !digests.contains(digest)) {
            digests << digest;
        }
    }
    std::ranges::stable_sort(digests, {}, [&](const Reference &digest) {
        return std::pair(!isOwnName(image, digest), digest.isOfDockerHub());
    });
    return digests;
}

bool canBePulled(const Image &image, const StoreInfo &store)
{
    return store.kind == StoreInfo::Kind::Engine
        && std::ranges::any_of(image.references, &Reference::isDigest);
}

bool mayBePulled(const Image &image, const StoreInfo &store)
{
    return store.kind == StoreInfo::Kind::Engine && !canBePulled(image, store)
        && !registryDigests(image, store.traits).isEmpty();
}

QList<UndoGrade> undoGrades(const RemovalPlan &plan)
{
    QList<UndoGrade> grades;
    QSet<ImageId> graded;
    for (const Deletion &deletion : plan.deletions) {
        const Image &image = plan.snapshot->images()[deletion.image];
        grades << gradeOfDeleted(image, plan);
        graded.insert(image.id);
    }
    for (const RemovalStep &step : plan.steps) {
        // That of a platform is its own: see undotext::platformGrade().
        if (step.kind != RemovalStep::Kind::RemovePlatform && !graded.contains(step.image)) {
            grades << UndoGrade{.image = step.image, .way = UndoGrade::Way::ReTag};
            graded.insert(step.image);
        }
    }
    return grades;
}

} // namespace jettison

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
    const bool isOnlyCopy = knownDigests(image).isEmpty();
    if (plan.options.backup) {
        return {.image = image.id, .way = UndoGrade::Way::FromBackup, .isOnlyCopy = isOnlyCopy};
    }
    if (canBePulled(image, store)) {
        const auto digest = std::ranges::find_if(image.references, &Reference::isDigest);
        return {.image = image.id, .way = UndoGrade::Way::PullAgain, .digest = *digest};
    }
    if (mayBePulled(image, store)) {
        return {.image = image.id,
            .way = UndoGrade::Way::MayBePulled,
            .digest = registryDigests(image, store.traits).first()};
    }
    return {.image = image.id, .way = UndoGrade::Way::Never, .isOnlyCopy = isOnlyCopy};
}

void addPlatform(const RemovalStep &step, const Snapshot &snapshot, QList<Image> &gone)
{
    if (gone.isEmpty() || gone.last().id != step.image) {
        gone << *snapshot.image(step.image);
        gone.last().variants.clear();
    }
    gone.last().variants << step.platform;
}

QList<Image> imagesGoneForGood(const RemovalPlan &plan)
{
    QList<Image> gone;
    const QList<UndoGrade> grades = undoGrades(plan);
    for (const UndoGrade &grade : grades) {
        if (grade.way == UndoGrade::Way::Never || grade.way == UndoGrade::Way::Unsaved) {
            gone << *plan.snapshot->image(grade.image);
            gone.last().variants.clear();
        }
    }
    return gone;
}

} // namespace

QList<Reference> knownDigests(const Image &image)
{
    QList<Reference> digests = image.digests;
    std::ranges::copy_if(image.references, std::back_inserter(digests),
        [&](const Reference &r) { return r.isDigest() && !image.digests.contains(r); });
    return digests;
}

QList<Reference> registryDigests(const Image &image, const StoreTraits &traits)
{
    QList<Reference> digests = knownDigests(image);
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

QList<Image> goneForGood(const RemovalPlan &plan)
{
    QList<Image> gone = imagesGoneForGood(plan);
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemovePlatform && !plan.options.backup) {
            addPlatform(step, *plan.snapshot, gone);
        }
    }
    return gone;
}

QList<Image> goneForGood(const RemovalReport &report)
{
    const RemovalPlan &plan = report.plan;
    const QSet<ImageId> deleted = report.deleted();
    QList<Image> gone = imagesGoneForGood(plan);
    gone.removeIf([&](const Image &image) { return !deleted.contains(image.id); });
    for (qsizetype i = 0; i < report.outcomes.size(); ++i) {
        const RemovalStep &step = plan.steps[i];
        if (step.kind == RemovalStep::Kind::RemovePlatform && !plan.options.backup
            && report.outcomes[i].state == StepOutcome::State::Done) {
            addPlatform(step, *plan.snapshot, gone);
        }
    }
    return gone;
}

} // namespace jettison

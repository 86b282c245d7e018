// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undograde.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

UndoGrade gradeOfDeleted(const Image &image, const RemovalPlan &plan)
{
    const QList<Reference> digests = registryDigests(image);
    const bool isOnlyCopy = digests.isEmpty();
    if (plan.options.backup) {
        return {.image = image.id, .way = UndoGrade::Way::FromBackup, .isOnlyCopy = isOnlyCopy};
    }
    if (!canBePulled(image, plan.snapshot->store())) {
        return {.image = image.id, .way = UndoGrade::Way::Never, .isOnlyCopy = isOnlyCopy};
    }
    return {.image = image.id, .way = UndoGrade::Way::PullAgain, .digest = digests.first()};
}

} // namespace

bool canBePulled(const Image &image, const StoreInfo &store)
{
    return store.kind == StoreInfo::Kind::Engine && !registryDigests(image).isEmpty();
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
        if (!graded.contains(step.image)) {
            grades << UndoGrade{.image = step.image, .way = UndoGrade::Way::ReTag};
            graded.insert(step.image);
        }
    }
    return grades;
}

} // namespace jettison

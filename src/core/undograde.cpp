// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undograde.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

UndoGrade gradeOfDeleted(const Image &image, const RemovalPlan &plan)
{
    const auto digest = std::ranges::find_if(image.references, &Reference::isDigest);
    const bool isOnlyCopy = digest == image.references.cend();
    if (plan.options.backup) {
        return {.image = image.id, .way = UndoGrade::Way::FromBackup, .isOnlyCopy = isOnlyCopy};
    }
    if (!canBePulled(image, plan.snapshot->store())) {
        return {.image = image.id, .way = UndoGrade::Way::Never, .isOnlyCopy = isOnlyCopy};
    }
    return {.image = image.id, .way = UndoGrade::Way::PullAgain, .digest = *digest};
}

} // namespace

bool canBePulled(const Image &image, const StoreInfo &store)
{
    return store.kind == StoreInfo::Kind::Engine
        && std::ranges::any_of(image.references, &Reference::isDigest);
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

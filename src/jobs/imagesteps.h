// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/removal.h"

#include <optional>

namespace jettison {

/// ChangedSincePlan if the image's references are not just the expected ones.
std::optional<Error> referenceChange(const QList<Reference> &expected, const Image &now);

/// A container that was made from the image since the plan: NewContainer. Or why nobody knows.
std::optional<Error> newContainer(
    const ImageId &image, const Snapshot &planned, Store &store, const RemovalControl &control);

/// The steps RemoveReference and RemoveImage. `reported` is what this run has done to the image so far, so
/// that its own doings are not taken for changes.
StepOutcome removeNameOrImage(const RemovalStep &step, const Snapshot &planned,
    const QList<RemovalLine> &reported, Store &store, const RemovalControl &control);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/ids.h"
#include "core/image.h"
#include "core/reference.h"
#include "core/removalline.h"

#include <QList>
#include <QString>

namespace jettison {

/// One request to the store.
struct RemovalStep
{
    enum class Kind { StopContainer, RemoveContainer, RemoveReference, RemoveImage, RemovePlatform };

    Kind kind = Kind::RemoveReference;
    /// The image that the step belongs to, also for a container's.
    ImageId image;
    /// For RemoveReference.
    Reference reference = {};
    /// For StopContainer and RemoveContainer, as the snapshot had it.
    Container container = {};
    /// For RemovePlatform.
    ImageVariant platform = {};
    /// What the engine will report, but for lines of layers: RemovalPlan::predictedLines() has these as well.
    QList<RemovalLine> predicted = {};
    /// Images that are gone afterwards. Some stores do not report all of these, or report others as well.
    QList<ImageId> deletes = {};
};

/// The word for machines: `stop-container`, `remove-container`, `remove-reference`, `remove-image`,
/// `remove-platform`.
QString stepName(RemovalStep::Kind kind);
/// What the step acts on: a reference, an image ID, a container's name, or an image ID and a platform's name.
QString stepTarget(const RemovalStep &step);

} // namespace jettison

// A list of steps grows by copying bytes.
Q_DECLARE_TYPEINFO(jettison::RemovalStep, Q_RELOCATABLE_TYPE);

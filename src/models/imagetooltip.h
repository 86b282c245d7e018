// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageshares.h"
#include "models/imagemodel.h"

#include <QString>
#include <QStringList>

namespace jettison {

/// What a column of an ImageModel has to say beyond what fits in it. `names` are those of the row.
QString imageToolTip(const Snapshot &snapshot, const ImageShares &shares, Snapshot::Index image,
    const QStringList &names, ImageModel::Column column);
/// The same, in any column, of a platform or of what is beside them.
QString variantToolTip(const ImageVariant &variant, const StoreTraits &traits);

} // namespace jettison

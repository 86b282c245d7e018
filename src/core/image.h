// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"
#include "core/reference.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace jettison {

struct Image
{
    ImageId id;
    /// Tags and digest references. In a Snapshot they stand in the order of their canonical names, the
    /// engine's own.
    QList<Reference> references;
    /// Set by `docker commit` and the legacy builder only. Empty if there is none.
    ImageId parent;
    QDateTime created;
    /// Bytes of all its layers, shared ones included.
    qint64 size = 0;
    QMap<QString, QString> labels;

    friend bool operator==(const Image &, const Image &) = default;
};

} // namespace jettison

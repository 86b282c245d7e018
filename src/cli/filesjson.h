// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace jettison::cli {

/// A file that a command tells of.
struct ListedFile
{
    /// From the root.
    QString path;
    /// In ImageFiles::entries().
    int entry = 0;
    /// Bytes that count for it: those of a hard-linked file once.
    qint64 size = 0;
};

using ListedFiles = QList<ListedFile>;

/// The object of `files --format json`.
QJsonObject filesToJson(const ImageFiles &files, const ListedFiles &listed, const QStringList &layerTitles);

} // namespace jettison::cli

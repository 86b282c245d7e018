// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/removaltarget.h"

#include <QList>
#include <QString>

#include <optional>

namespace jettison {

/// A name that one image loses to another.
struct MovedName
{
    Reference reference = {};
    ImageId from = {};
    ImageId to = {};

    friend bool operator==(const MovedName &, const MovedName &) = default;
};

/// Images to be written to an archive.
struct ExportRequest
{
    enum class Format {
        Docker, ///< as `docker save` makes it, in a file
        Layout, ///< an OCI image layout, in a file or a folder
    };
    /// What becomes of an archive or layout that is there already.
    enum class Existing { Refuse, Add, Replace };

    SnapshotPtr snapshot = {};
    /// The same image may be named several times.
    QList<RemovalTarget> targets = {};
    /// How it ends says how it is packed. A layout becomes a folder if it does not end like a tar archive.
    QString path = {};
    /// None: a layout in a folder, else an archive as `docker save` makes it. What is added to keeps its own.
    std::optional<Format> format = {};
    Existing existing = Existing::Refuse;
};

/// What came of an export.
struct ExportReport
{
    ExportRequest request = {};
    ExportRequest::Format format = ExportRequest::Format::Docker;
    int images = 0;
    /// Bytes of the file or folder.
    qint64 size = 0;
    /// Names that images of the archive lost, where it was added to.
    QList<MovedName> moved = {};
    /// Why nothing was written.
    std::optional<Error> error = {};
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/classicstore.h"
#include "stores/archive/archivelisting.h"
#include "stores/archive/openedarchive.h"

namespace jettison {

/// An archive as it was read, and what was asked for since.
class ArchiveContent
{
public:
    /// `stamp` was taken before the archive was read.
    ArchiveContent(OpenedArchive archive, const FileStamp &stamp, const StoreInfo &store);

    const OpenedArchive &archive() const { return m_archive; }
    const FileStamp &stamp() const { return m_stamp; }
    const StoreInfo &store() const { return m_snapshot.store(); }
    ImageContent content(const ImageId &id) const { return m_contents.value(id); }

    /// As they will be once everything that was asked for is carried out.
    QList<Image> images() const;
    /// None if there is no such image any more.
    Snapshot::Index find(const ImageId &id) const;
    Image image(Snapshot::Index index) const;
    /// Bytes of the layers that are left, each content counted once; of a packed archive those of its file.
    qint64 layersSize() const;

    bool isChanged() const { return m_hasRemovals || !m_given.isEmpty(); }
    bool hasRemovals() const { return m_hasRemovals; }
    /// What goes, in the words of an engine; an empty reference is the image itself, which has none.
    QList<RemovalLine> remove(Snapshot::Index image, const Reference &reference);
    /// A name leaves the image that had it.
    void tag(const ImageId &id, const Reference &reference);

    /// Without the names that were given since.
    ImageReferences staying() const;
    const QHash<Reference, ImageId> &given() const { return m_given; }

private:
    OpenedArchive m_archive;
    FileStamp m_stamp;
    ImageContents m_contents;
    Snapshot m_snapshot;
    ClassicStore m_played;
    LayerLines m_layerLines;
    QHash<Reference, ImageId> m_given;
    bool m_hasRemovals = false;
};

/// Of the file; of a folder that of its list of images, since blobs alone are nobody's.
FileStamp stampOfStore(const QString &path);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivecontent.h"

#include "stores/archive/archivevalues.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/ocilayout.h"

#include <QFileInfo>

#include <algorithm>

namespace jettison {

namespace {

ImageContents contentsOf(const QList<ArchivedImage> &images)
{
    ImageContents contents;
    for (const ArchivedImage &image : images) {
        contents.insert(image.id, toContent(image));
    }
    return contents;
}

QList<Image> imagesIn(const QList<ArchivedImage> &archived)
{
    QList<Image> images;
    std::ranges::transform(archived, std::back_inserter(images), toImage);
    return images;
}

} // namespace

ArchiveContent::ArchiveContent(OpenedArchive archive, const FileStamp &stamp, const StoreInfo &store)
    : m_archive(std::move(archive)),
      m_stamp(stamp),
      m_contents(contentsOf(m_archive.images)),
      m_snapshot(store, imagesIn(m_archive.images), {}, m_contents),
      m_played(m_snapshot),
      m_layerLines(m_snapshot.layers(), m_played.deletions(), m_played.freedLayers())
{
}

QList<Image> ArchiveContent::images() const
{
    QList<Image> images;
    for (Snapshot::Index i = 0; i < m_snapshot.images().size(); ++i) {
        if (m_played.exists(i)) {
            images << image(i);
        }
    }
    return images;
}

Snapshot::Index ArchiveContent::find(const ImageId &id) const
{
    const Snapshot::Index index = m_snapshot.find(id);
    return index != Snapshot::None && m_played.exists(index) ? index : Snapshot::None;
}

Image ArchiveContent::image(Snapshot::Index index) const
{
    Image image = m_snapshot.images()[index];
    image.references = m_played.references(index);
    image.references.removeIf(
        [&](const Reference &reference) { return m_given.value(reference, image.id) != image.id; });
    for (auto name = m_given.cbegin(); name != m_given.cend(); ++name) {
        if (name.value() == image.id && !image.references.contains(name.key())) {
            image.references << name.key();
        }
    }
    return image;
}

qint64 ArchiveContent::layersSize() const
{
    return store().traits.isPacked
        ? m_stamp.size
        : Snapshot(m_snapshot.store(), images(), {}, m_contents).layers().totalSize();
}

QList<RemovalLine> ArchiveContent::remove(Snapshot::Index image, const Reference &reference)
{
    m_hasRemovals = true;
    return m_layerLines.next(
        reference == Reference() ? m_played.removeImage(image) : m_played.removeReference(image, reference));
}

void ArchiveContent::tag(const ImageId &id, const Reference &reference)
{
    m_given.insert(reference, id);
}

ImageReferences ArchiveContent::staying() const
{
    ImageReferences staying;
    for (Snapshot::Index i = 0; i < m_snapshot.images().size(); ++i) {
        if (m_played.exists(i)) {
            staying.insert(m_snapshot.images()[i].id, m_played.references(i));
        }
    }
    return staying;
}

FileStamp stampOfStore(const QString &path)
{
    const QString index = path + u'/' + ocilayout::IndexPath;
    const QString manifest = path + u'/' + dockerarchive::ManifestPath;
    return stampOf(!QFileInfo(path).isDir() ? path
            : QFileInfo::exists(index)      ? index
                                            : manifest)
        .value_or(FileStamp());
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivemerge.h"

#include "stores/archive/dockerarchive.h"
#include "stores/archive/folderrewrite.h"
#include "stores/archive/mergeplanner.h"
#include "stores/archive/ocilayout.h"
#include "stores/archive/tarrewrite.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

void addSmall(ArchiveCatalog &catalog, const QString &path, const QByteArray &json)
{
    catalog.files.insert(path, {.size = json.size(), .json = json});
}

// What an empty archive holds already is written with the rest.
Rewrite whole(const OpenedArchive &empty, Rewrite rewrite)
{
    const auto &files = empty.catalog.files;
    for (auto file = files.begin(); file != files.end(); ++file) {
        if (!rewrite.replaced.contains(file.key())) {
            rewrite.replaced.insert(file.key(), file->json);
        }
    }
    return rewrite;
}

} // namespace

OpenedArchive emptyArchive(ArchiveFormat format)
{
    OpenedArchive archive{.format = format};
    addSmall(archive.catalog, ocilayout::MarkerPath, R"({"imageLayoutVersion":"1.0.0"})");
    addSmall(archive.catalog, ocilayout::IndexPath, R"({"schemaVersion":2,"manifests":[]})");
    if (format == ArchiveFormat::Docker) {
        addSmall(archive.catalog, dockerarchive::ManifestPath, "[]");
    }
    return archive;
}

Result<Merge> planMerge(
    const OpenedArchive &target, const OpenedArchive &source, const QList<WantedImage> &images)
{
    return MergePlanner(target, source).plan(images);
}

Result<void> writeArchiveFile(const QString &path, Compression compression, const OpenedArchive &empty,
    const Rewrite &rewrite, const OpenedArchive &source, const CancelToken &cancel,
    const ArchiveProgress &progress)
{
    const Rewrite all = whole(empty, rewrite);
    return writeTarFile({empty, all, &source, cancel, progress}, path, compression);
}

Result<void> writeArchiveFolder(const QString &path, const OpenedArchive &empty, const Rewrite &rewrite,
    const OpenedArchive &source, const CancelToken &cancel, const ArchiveProgress &progress)
{
    const Rewrite all = whole(empty, rewrite);
    return writeFolder({empty, all, &source, cancel, progress}, path);
}

Result<void> writeArchive(QIODevice &device, const OpenedArchive &empty, const Rewrite &rewrite,
    const OpenedArchive &source, const CancelToken &cancel, const ArchiveProgress &progress)
{
    const Rewrite all = whole(empty, rewrite);
    return writeTar({empty, all, &source, cancel, progress}, device);
}

NewLayers newLayers(const QList<ArchivedImage> &images, const QSet<DiffId> &present)
{
    NewLayers news;
    QSet<DiffId> seen = present;
    for (const ArchivedImage &image : images) {
        for (const ArchivedPlatform &platform : image.platforms) {
            for (const ArchivedLayer &layer : platform.layers) {
                if (layer.diffId.isEmpty() || layer.path.isEmpty() || seen.contains(layer.diffId)) {
                    continue;
                }
                seen.insert(layer.diffId);
                news.layers << layer;
                news.bytes += layer.size;
            }
        }
    }
    return news;
}

QSet<DiffId> diffIdsOf(const QList<ArchivedImage> &images)
{
    QSet<DiffId> diffIds;
    for (const ArchivedImage &image : images) {
        for (const ArchivedPlatform &platform : image.platforms) {
            for (const ArchivedLayer &layer : platform.layers) {
                if (!layer.path.isEmpty()) {
                    diffIds.insert(layer.diffId);
                }
            }
        }
    }
    return diffIds;
}

Reference engineReference(const Reference &reference, const QString &archivePath)
{
    if (reference.isDigest()) {
        return {};
    }
    if (!reference.repository().isEmpty() && !reference.tag().isEmpty() && parseReference(reference.text())) {
        return reference;
    }
    static const QRegularExpression other(u"[^a-z0-9]+"_s);
    static const QRegularExpression foreign(u"[^A-Za-z0-9_.-]+"_s);
    const QString name = QFileInfo(archivePath).completeBaseName().toLower().replace(other, u"-"_s);
    const QString tag = QString(reference.text()).replace(foreign, u"-"_s);
    const Result<Reference> made = parseReference(QString(name.isEmpty() ? u"image"_s : name) + u':' + tag);
    return made ? *made : parseReference(u"image:"_s + tag).value_or(Reference(u"image:latest"_s));
}

} // namespace jettison

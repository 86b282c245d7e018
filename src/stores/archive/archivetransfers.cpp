// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// The calls of ArchiveStore that read or write the file.

#include "stores/archive/archivecontent.h"
#include "stores/archive/archivelayers.h"
#include "stores/archive/archivemerge.h"
#include "stores/archive/archivestore.h"
#include "stores/archive/sinkdevice.h"
#include "stores/archive/tarwriter.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// The images that names and IDs mean, each once; what is named by its ID brings no name.
Result<QList<WantedImage>> wantedImages(const QStringList &names, const ArchiveContent &content)
{
    QList<WantedImage> wanted;
    const QList<Image> images = content.images();
    for (const QString &name : names) {
        const Reference reference(name);
        const auto found = std::ranges::find_if(images, [&](const Image &image) {
            return image.id.text() == name || image.references.contains(reference);
        });
        if (found == images.cend()) {
            return fail(ErrorCode::NotFound, name);
        }
        auto entry = std::ranges::find(wanted, found->id, &WantedImage::id);
        if (entry == wanted.end()) {
            entry = wanted.insert(wanted.end(), WantedImage{.id = found->id});
        }
        if (found->id.text() != name) {
            entry->references << reference;
        }
    }
    return wanted;
}

QList<WantedImage> allImages(const OpenedArchive &archive)
{
    QList<WantedImage> wanted;
    for (const ArchivedImage &image : archive.images) {
        wanted << WantedImage{.id = image.id, .references = image.references};
    }
    return wanted;
}

Result<void> spool(const PieceSource &source, QTemporaryFile &file)
{
    if (!file.open()) {
        return writeError(file);
    }
    for (;;) {
        const Result<QByteArray> piece = source();
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        if (piece->isEmpty()) {
            return file.flush() ? Result<void>() : writeError(file);
        }
        if (file.write(*piece) != piece->size()) {
            return writeError(file);
        }
    }
}

Result<void> merge(const QString &path, const OpenedArchive &source, const QList<WantedImage> &images,
    const ArchiveProgress &progress, const CancelToken &cancel)
{
    const Result<OpenedArchive> target = openArchive(path, Digests::Omitted, cancel);
    if (!target) {
        return tl::unexpected(target.error());
    }
    return planMerge(*target, source, images).and_then([&](const Merge &merge) {
        return rewriteArchive(*target, merge.rewrite, &source, cancel, progress);
    });
}

} // namespace

Result<void> ArchiveStore::commit(
    const std::function<void(qint64 bytes, qint64 all)> &progress, const Call &call)
{
    // Whatever comes of it, the file is read anew.
    const std::unique_ptr<ArchiveContent> content = std::exchange(m_content, nullptr);
    if (!content || !content->isChanged()) {
        return {};
    }
    const Result<void> removed = !content->hasRemovals()
        ? Result<void>()
        : planRemoval(content->archive(), content->staying()).and_then([&](const Rewrite &rewrite) {
              return rewriteArchive(content->archive(), rewrite, nullptr, call.cancel, progress);
          });
    if (!removed || content->given().isEmpty()) {
        return removed;
    }
    QList<WantedImage> named;
    for (auto name = content->given().cbegin(); name != content->given().cend(); ++name) {
        named << WantedImage{.id = name.value(), .references = {name.key()}};
    }
    const Result<OpenedArchive> itself = openArchive(m_path, Digests::Computed, call.cancel);
    return itself ? merge(m_path, *itself, named, progress, call.cancel) : tl::unexpected(itself.error());
}

Result<void> ArchiveStore::save(const QStringList &images, const PieceSink &sink, const Call &call)
{
    const Result<QList<WantedImage>> wanted =
        opened(call).and_then([&](const ArchiveContent *content) { return wantedImages(images, *content); });
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const Result<OpenedArchive> source = openArchive(m_path, Digests::Computed, call.cancel);
    if (!source) {
        return tl::unexpected(source.error());
    }
    const OpenedArchive empty = emptyArchive(source->format);
    SinkDevice device(sink);
    const Result<void> written = planMerge(empty, *source, *wanted).and_then([&](const Merge &merge) {
        return writeArchive(device, empty, merge.rewrite, *source, call.cancel);
    });
    return device.error() ? tl::unexpected(*device.error()) : written;
}

Result<void> ArchiveStore::load(const PieceSource &source, const Call &call)
{
    // Beside the archive, where there must be room for its images anyway.
    QTemporaryFile file(QFileInfo(m_path).absolutePath() + "/.jettison-load-XXXXXX"_L1);
    if (const Result<void> spooled = spool(source, file); !spooled) {
        return spooled;
    }
    const Result<OpenedArchive> archive = openArchive(file.fileName(), Digests::Computed, call.cancel);
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    m_content.reset();
    return merge(m_path, *archive, allImages(*archive), {}, call.cancel);
}

Result<std::vector<LayerListing>> ArchiveStore::readLayers(
    const ImageId &id, const std::function<void(qint64 bytes)> &progress, const Call &call)
{
    return indexOf(id, call).and_then(
        [&](Snapshot::Index) { return readLayersOf(m_content->archive(), id, progress, call.cancel); });
}

} // namespace jettison

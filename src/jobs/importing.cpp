// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/importing.h"

#include "jobs/imagesaver.h"
#include "jobs/importplan.h"
#include "jobs/keptnames.h"
#include "jobs/patience.h"
#include "jobs/pipethrough.h"
#include "stores/archive/archivefiles.h"
#include "stores/archive/layerreading.h"
#include "stores/endpoint.h"

#include <QFileInfo>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// The store itself, if it is a file; nothing for an engine.
Result<std::optional<OpenedArchive>> openStore(const StoreInfo &store, const CancelToken &cancel)
{
    if (store.kind == StoreInfo::Kind::Engine) {
        return std::optional<OpenedArchive>();
    }
    return parseEndpoint(store.endpoint)
        .and_then(
            [&](const Endpoint &endpoint) { return openArchive(endpoint.path, Digests::Omitted, cancel); })
        .map([](OpenedArchive archive) { return std::optional(std::move(archive)); });
}

// Engines measure a layer by the files that it makes.
qint64 bytesOf(const LayerListing &layer)
{
    qint64 bytes = 0;
    for (const LayerEntry &entry : layer.entries) {
        if (entry.type == LayerEntry::Type::File) {
            bytes += entry.size;
        } else if (entry.type == LayerEntry::Type::SymbolicLink) {
            bytes += entry.linkTarget.toUtf8().size();
        }
    }
    return bytes;
}

// What cannot be counted stays an estimate.
Result<void> measureLayers(const OpenedArchive &archive, ImportPreview &preview, const CancelToken &cancel)
{
    QHash<QString, qint64> sizes;
    QSet<QString> paths;
    for (const ImportPreview::Layer &layer : preview.layers) {
        if (layer.isNew && layer.isEstimate) {
            paths.insert(layer.path);
        }
    }
    const auto take = [&](const QString &path, QIODevice &content) -> Result<void> {
        const Result<LayerListing> layer = LayerReading(cancel).readLayer(content);
        if (layer) {
            sizes.insert(path, bytesOf(*layer));
        }
        return layer || layer.error().code != ErrorCode::Cancelled ? Result<void>()
                                                                   : tl::unexpected(layer.error());
    };
    return readFiles(archive, paths, take, cancel).map([&] {
        for (ImportPreview::Layer &layer : preview.layers) {
            const auto size = sizes.constFind(layer.path);
            if (layer.isNew && layer.isEstimate && size != sizes.cend()) {
                layer.size = *size + layer.packed;
                layer.isEstimate = false;
            }
        }
    });
}

// Of an archive with these files, each of which has a head and fills whole blocks.
qint64 tarSize(const Rewrite &rewrite)
{
    constexpr qint64 Block = 512;
    qint64 size = 2 * Block;
    const auto add = [&](qint64 bytes) { size += Block + (bytes + Block - 1) / Block * Block; };
    for (const AddedFile &file : rewrite.added) {
        add(file.size);
    }
    for (const QByteArray &content : rewrite.replaced) {
        add(content.size());
    }
    return size;
}

class ImportRun
{
public:
    ImportRun(const ImportRequest &request, const OpenedArchive &archive, Store &store, CancelToken cancel,
        const BackupListener &progress)
        : m_archive(archive),
          m_store(store),
          m_cancel(std::move(cancel)),
          m_teller(progress),
          m_report{.request = request}
    {
    }

    ImportReport run();

private:
    Result<Snapshot> readStore();
    Result<void> loadInto(const Merge &merge);
    Result<void> rewrite(const OpenedArchive &target, const Merge &merge);
    void compare(const ImportPlace &place, const Merge &merge, const Snapshot &after);
    void compareNames(
        const ArchivedImage &image, const ImageId &id, const ImportPlace &place, const Snapshot &after);
    QList<Reference> namesOf(const ArchivedImage &image) const;

    const OpenedArchive &m_archive;
    Store &m_store;
    CancelToken m_cancel;
    /// For one answer.
    std::chrono::milliseconds m_patience = AnswerPatience;
    BackupTeller m_teller;
    ImportReport m_report;
};

ImportReport ImportRun::run()
{
    const Result<Snapshot> before = readStore();
    const Result<std::optional<OpenedArchive>> target =
        before.and_then([this](const Snapshot &snapshot) { return openStore(snapshot.store(), m_cancel); });
    if (!target) {
        m_report.error = target.error();
        return m_report;
    }
    const ImportPlace place{m_archive, *before, *target ? &**target : nullptr};
    const Result<Merge> merge = planImport(place, m_report.request.targets);
    if (!merge) {
        m_report.error = merge.error();
        return m_report;
    }
    const Result<void> brought = place.target ? rewrite(*place.target, *merge) : loadInto(*merge);
    if (!brought) {
        m_report.error = brought.error();
        m_report.mayGoOn = !place.target && brought.error().code == ErrorCode::Cancelled;
    }
    // Whatever was said, what counts is what is there. That is asked for even after a cancel.
    if (m_cancel.isRequested()) {
        m_cancel = {};
        m_patience = MeasuringPatience;
    }
    if (const Result<Snapshot> after = readStore()) {
        compare(place, *merge, *after);
    } else if (brought) {
        m_report.error = after.error();
    }
    return m_report;
}

Result<Snapshot> ImportRun::readStore()
{
    const Result<StoreInfo> info = m_store.open(callWith(m_cancel, m_patience));
    return info.and_then([&](const StoreInfo &store) {
        return m_store.images(callWith(m_cancel, m_patience)).map([&](const QList<Image> &images) {
            return Snapshot(store, images, {});
        });
    });
}

Result<void> ImportRun::loadInto(const Merge &merge)
{
    m_teller.begin(BackupProgress::Phase::Loading, tarSize(merge.rewrite));
    const auto write = [&](QIODevice &device) {
        return writeArchive(device, emptyArchive(ArchiveFormat::Docker), merge.rewrite, m_archive, m_cancel);
    };
    return pipeThrough(write, [&](const PieceSource &source) {
        qint64 bytes = 0;
        const auto counted = [&]() {
            return source().map([&](const QByteArray &piece) {
                bytes += piece.size();
                m_teller.tell(bytes);
                return piece;
            });
        };
        return m_store.load(
            counted, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_cancel});
    });
}

Result<void> ImportRun::rewrite(const OpenedArchive &target, const Merge &merge)
{
    m_teller.begin(BackupProgress::Phase::Loading, 0);
    const qint64 rewritten = target.carrier == ArchiveCarrier::Tar ? target.stamp.size : 0;
    return checkSpaceAt(target.path, rewritten + addedBytes(merge.rewrite)).and_then([&] {
        return rewriteArchive(target, merge.rewrite, &m_archive, m_cancel,
            [this](qint64 done, qint64 all) { m_teller.tell(done, all); });
    });
}

void ImportRun::compare(const ImportPlace &place, const Merge &merge, const Snapshot &after)
{
    const QHash<ImageId, QList<ImageId>> all = storeIds(place, merge);
    QSet<ImageId> seen;
    for (const RemovalTarget &target : m_report.request.targets) {
        const auto image = std::ranges::find(m_archive.images, target.image, &ArchivedImage::id);
        if (image == m_archive.images.cend() || seen.contains(target.image)) {
            continue;
        }
        seen.insert(target.image);
        const QList<ImageId> ids = all.value(target.image);
        const auto there =
            std::ranges::find_if(ids, [&](const ImageId &id) { return after.image(id) != nullptr; });
        if (there == ids.cend()) {
            m_report.missing << target.image;
            continue;
        }
        const Image *before = place.snapshot.image(*there);
        const bool hasAll =
            before && presentPlatforms(*before).size() == presentPlatforms(*after.image(*there)).size();
        (hasAll ? m_report.present : m_report.imported) << *there;
        compareNames(*image, *there, place, after);
    }
}

void ImportRun::compareNames(
    const ArchivedImage &image, const ImageId &id, const ImportPlace &place, const Snapshot &after)
{
    const auto holderIn = [](const Snapshot &snapshot, const Reference &name) {
        const Snapshot::Index index = snapshot.find(name);
        return index == Snapshot::None ? ImageId() : snapshot.images()[index].id;
    };
    for (const Reference &reference : namesOf(image)) {
        const Reference name = nameInStore(place, reference);
        const ImageId before = holderIn(place.snapshot, name);
        const ImageId now = holderIn(after, name);
        if (now != id) {
            m_report.untagged << ImportReport::LostName{.reference = name, .holder = now};
            continue;
        }
        if (before != id) {
            m_report.tagged << name;
        }
        if (before != id && !before.isEmpty()) {
            m_report.moved << MovedName{.reference = name, .from = before, .to = id};
        }
    }
}

// Those that were asked for, as they stand in the archive.
QList<Reference> ImportRun::namesOf(const ArchivedImage &image) const
{
    QList<Reference> names;
    for (const RemovalTarget &target : m_report.request.targets) {
        const QList<Reference> asked = target.references.isEmpty() ? image.references : target.references;
        for (const Reference &name : target.image == image.id ? asked : QList<Reference>()) {
            if (!name.isDigest() && !names.contains(name)) {
                names << name;
            }
        }
    }
    return names;
}

} // namespace

Result<ReadImport> readForImport(
    const QString &path, const Snapshot &snapshot, const CancelToken &cancel, const BackupListener &progress)
{
    BackupTeller teller(progress);
    teller.begin(BackupProgress::Phase::Verifying, QFileInfo(path).isDir() ? 0 : QFileInfo(path).size());
    ReadImport read;
    Result<OpenedArchive> archive =
        openArchive(path, Digests::Computed, cancel, [&](qint64 bytes, qint64) { teller.tell(bytes); });
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    read.archive = std::move(*archive);
    const Result<std::optional<OpenedArchive>> target = openStore(snapshot.store(), cancel);
    if (!target) {
        return tl::unexpected(target.error());
    }
    const ImportPlace place{read.archive, snapshot, *target ? &**target : nullptr};
    addKeptNames(read.archive,
        [&](const Reference &name) { return snapshot.find(nameInStore(place, name)) != Snapshot::None; });
    Result<ImportPreview> preview = previewImport(place);
    if (!preview) {
        return tl::unexpected(preview.error());
    }
    read.preview = std::move(*preview);
    const Result<void> measured = measureLayers(read.archive, read.preview, cancel);
    return measured ? Result<ReadImport>(std::move(read)) : tl::unexpected(measured.error());
}

ImportReport importImages(const ImportRequest &request, const OpenedArchive &archive, Store &store,
    const CancelToken &cancel, const BackupListener &progress)
{
    return ImportRun(request, archive, store, cancel, progress).run();
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/exporting.h"

#include "core/backupsize.h"
#include "jobs/exportplacing.h"
#include "jobs/imagesaver.h"
#include "jobs/patience.h"
#include "stores/endpoint.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct ChosenImage
{
    Image image;
    /// Those that it is to have in the archive; digests are none.
    QList<Reference> names;
};

// Each image once, with the names of all targets that are about it.
QList<ChosenImage> chosenImages(const ExportRequest &request)
{
    QList<ChosenImage> chosen;
    for (const RemovalTarget &target : request.targets) {
        const Image *image = request.snapshot->image(target.image);
        if (!image) {
            continue;
        }
        auto entry =
            std::ranges::find(chosen, target.image, [](const ChosenImage &other) { return other.image.id; });
        if (entry == chosen.end()) {
            entry = chosen.insert(chosen.end(), ChosenImage{.image = *image, .names = {}});
        }
        for (const Reference &name : target.references.isEmpty() ? image->references : target.references) {
            if (!name.isDigest() && !entry->names.contains(name)) {
                entry->names << name;
            }
        }
    }
    return chosen;
}

bool isArtifact(const Image &image)
{
    return !image.variants.isEmpty() && std::ranges::none_of(image.variants, [](const ImageVariant &variant) {
        return variant.kind == ImageVariant::Kind::Platform && variant.isPresent;
    });
}

qint64 sizeOf(const QString &path)
{
    if (!QFileInfo(path).isDir()) {
        return QFileInfo(path).size();
    }
    qint64 size = 0;
    QDirIterator files(path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        size += files.fileInfo().size();
    }
    return size;
}

class ExportRun
{
public:
    ExportRun(const ExportRequest &request, Store &store, CancelToken cancel, const BackupListener &progress)
        : m_request(request),
          m_chosen(chosenImages(request)),
          m_store(store),
          m_cancel(std::move(cancel)),
          m_teller(progress)
    {
    }

    ExportReport run();

private:
    Result<void> checkForms() const;
    Result<void> checkNames();
    Result<void> write();
    Result<void> save(const QString &draft);
    Result<OpenedArchive> readBack(const QString &draft);
    QList<WantedImage> wantedIn(const OpenedArchive &saved) const;
    Result<void> place(const ExportDraft &draft, const OpenedArchive &saved);

    const ExportRequest &m_request;
    QList<ChosenImage> m_chosen;
    Store &m_store;
    CancelToken m_cancel;
    BackupTeller m_teller;
    ExportTarget m_target;
    ExportReport m_report;
};

ExportReport ExportRun::run()
{
    m_report = {.request = m_request, .images = int(m_chosen.size())};
    Result<ExportTarget> target = findExportTarget(m_request, m_cancel);
    if (!target) {
        m_report.error = target.error();
        return m_report;
    }
    m_target = std::move(*target);
    const bool isLayout = m_target.format == ArchiveFormat::Layout;
    m_report.format = isLayout ? ExportRequest::Format::Layout : ExportRequest::Format::Docker;
    const Result<void> written =
        checkForms().and_then([this] { return checkNames(); }).and_then([this] { return write(); });
    if (written) {
        m_report.size = sizeOf(m_target.path);
    } else {
        m_report.error = written.error();
    }
    return m_report;
}

Result<void> ExportRun::checkForms() const
{
    QStringList unfit;
    QStringList lists;
    for (const ChosenImage &chosen : m_chosen) {
        const QString name = chosen.image.references.isEmpty() ? chosen.image.id.text()
                                                               : chosen.image.references.first().text();
        if (chosen.image.isList) {
            lists << name;
        } else if (m_target.format == ArchiveFormat::Docker && isArtifact(chosen.image)) {
            unfit << name;
        }
    }
    if (!lists.isEmpty()) {
        return fail(ErrorCode::NoLists, lists.join(", "_L1));
    }
    return unfit.isEmpty() ? Result<void>() : fail(ErrorCode::LayoutOnly, unfit.join(", "_L1));
}

// A name may point at another image by now, which nobody chose.
Result<void> ExportRun::checkNames()
{
    const Result<QList<Image>> images = m_store.open(callWith(m_cancel)).and_then([this](const StoreInfo &) {
        return m_store.images(callWith(m_cancel));
    });
    if (!images) {
        return tl::unexpected(images.error());
    }
    const Snapshot now(m_request.snapshot->store(), *images, {});
    for (const ChosenImage &chosen : m_chosen) {
        if (!now.image(chosen.image.id)) {
            return fail(ErrorCode::NotFound, chosen.image.id.text());
        }
        for (const Reference &name : chosen.names) {
            const Snapshot::Index holder = now.find(name);
            if (holder == Snapshot::None) {
                return fail(ErrorCode::NotFound, name.text());
            }
            // Layouts may give several images one name.
            if (!now.image(chosen.image.id)->references.contains(name)) {
                return fail(ErrorCode::ReferenceMoved, name.text() + u' ' + now.images()[holder].id.text());
            }
        }
    }
    return {};
}

Result<void> ExportRun::write()
{
    const ExportDraft draft(m_target.path);
    if (!draft.isOurs()) {
        return fail(ErrorCode::Conflict, m_target.path);
    }
    const Result<void> saved = save(draft.path());
    if (!saved) {
        return saved;
    }
    const Result<OpenedArchive> archive = readBack(draft.path());
    return archive ? place(draft, *archive) : tl::unexpected(archive.error());
}

Result<void> ExportRun::save(const QString &draft)
{
    const Snapshot &snapshot = *m_request.snapshot;
    std::vector<Snapshot::Index> indexes;
    QList<Image> images;
    QStringList names;
    for (const ChosenImage &chosen : m_chosen) {
        indexes.push_back(snapshot.find(chosen.image.id));
        images << chosen.image;
        for (const Reference &name : chosen.names) {
            names << name.text();
        }
        if (chosen.names.isEmpty()) {
            names << chosen.image.id.text();
        }
    }
    const qint64 expected = savedSize(snapshot, indexes);
    m_teller.begin(BackupProgress::Phase::Saving, expected);
    const StoreInfo::Kind kind = snapshot.store().kind;
    const bool savesDocker = kind == StoreInfo::Kind::Engine || kind == StoreInfo::Kind::Archive;
    const bool isFinal = !m_target.existing && m_target.carrier == ArchiveCarrier::Tar
        && savesDocker == (m_target.format == ArchiveFormat::Docker);
    ImageSaver saver(snapshot, m_store, QFileInfo(m_target.path).path(), m_cancel, m_teller);
    return saver.checkSpace(m_target.compression == Compression::None ? expected : 0)
        .and_then([&] { return saver.refuseBare(images); })
        .and_then(
            [&] { return saver.save(names, draft, isFinal ? m_target.compression : Compression::None); })
        .map([](qint64) {});
}

Result<OpenedArchive> ExportRun::readBack(const QString &draft)
{
    m_teller.begin(BackupProgress::Phase::Verifying, QFileInfo(draft).size());
    Result<OpenedArchive> saved = openArchive(
        draft, Digests::Computed, m_cancel, [this](qint64 done, qint64 all) { m_teller.tell(done, all); });
    if (!saved) {
        return saved;
    }
    QList<ImageId> ids;
    std::ranges::transform(
        m_chosen, std::back_inserter(ids), [](const ChosenImage &chosen) { return chosen.image.id; });
    const Result<void> verified = verifyImages(saved->catalog, saved->images, ids);
    return verified ? std::move(saved) : tl::unexpected(verified.error());
}

QList<WantedImage> ExportRun::wantedIn(const OpenedArchive &saved) const
{
    const Result<Endpoint> endpoint = parseEndpoint(m_request.snapshot->store().endpoint);
    QList<WantedImage> wanted;
    for (const ChosenImage &chosen : m_chosen) {
        const auto found = std::ranges::find_if(saved.images, [&](const ArchivedImage &image) {
            return image.id == chosen.image.id || image.aliases.contains(chosen.image.id);
        });
        WantedImage image{.id = found->id, .references = chosen.names};
        // Bare tags are called after the store, not after the draft.
        if (m_target.format == ArchiveFormat::Docker && endpoint) {
            for (Reference &name : image.references) {
                name = engineReference(name, endpoint->path);
            }
        }
        wanted << image;
    }
    return wanted;
}

Result<void> ExportRun::place(const ExportDraft &draft, const OpenedArchive &saved)
{
    const QList<WantedImage> wanted = wantedIn(saved);
    ExportPlacing placing(m_target, draft, saved, wanted, m_cancel, m_teller);
    if (!m_target.existing) {
        return placing.write();
    }
    return m_request.existing == ExportRequest::Existing::Replace
        ? placing.replaceInFolder()
        : placing.add().map([this](const QList<MovedName> &moved) { m_report.moved = moved; });
}

} // namespace

ExportReport exportImages(
    const ExportRequest &request, Store &store, const CancelToken &cancel, const BackupListener &progress)
{
    return ExportRun(request, store, cancel, progress).run();
}

} // namespace jettison

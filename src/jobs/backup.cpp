// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backup.h"

#include "core/backupsize.h"
#include "core/undograde.h"
#include "jobs/countingdevice.h"
#include "jobs/imagesaver.h"
#include "jobs/patience.h"
#include "jobs/platformbackup.h"
#include "stores/archive/compression.h"
#include "stores/archive/openedarchive.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Images of programs shrink to between a half and a fourth; with less room than this there is no use in
// trying.
constexpr qint64 BestPacking = 5;

// All steps of an image stand together.
void addPlatform(const RemovalStep &step, const Snapshot &snapshot, Backup &backup)
{
    if (backup.platforms.isEmpty() || backup.platforms.last().id != step.image) {
        backup.platforms << *snapshot.image(step.image);
        backup.platforms.last().variants.clear();
    }
    backup.platforms.last().variants << step.platform;
}

Backup describe(const RemovalPlan &plan)
{
    const Snapshot &snapshot = *plan.snapshot;
    Backup backup{.id = {},
        .time = QDateTime::currentDateTimeUtc(),
        .store = snapshot.store(),
        .images = {},
        .untagged = {},
        .containers = {},
        .lines = plan.predictedLines(),
        .undone = {},
        .ids = snapshot.store().traits.ids};
    QSet<ImageId> deleted;
    for (const Deletion &deletion : plan.deletions) {
        const Image &image = snapshot.images()[deletion.image];
        deleted.insert(image.id);
        // An archive holds what a manifest list names, and not the list.
        if (!image.isList) {
            backup.images << image;
        }
    }
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemovePlatform) {
            addPlatform(step, snapshot, backup);
        }
        if (step.kind != RemovalStep::Kind::RemoveReference || deleted.contains(step.image)) {
            continue;
        }
        if (backup.untagged.isEmpty() || backup.untagged.last().id != step.image) {
            backup.untagged << *snapshot.image(step.image);
            backup.untagged.last().references.clear();
        }
        // The last tag takes the digests of its repository along.
        for (const RemovalLine &line : step.predicted) {
            const Reference reference(line.target);
            if (line.kind == RemovalLine::Kind::Untagged && !isNamelessRecord(reference)) {
                backup.untagged.last().references << reference;
            }
        }
    }
    return backup;
}

class BackupRun
{
public:
    BackupRun(const RemovalPlan &plan, Store &store, const BackupFolder &folder, const CancelToken &cancel,
        const BackupListener &progress)
        : m_plan(plan),
          m_store(store),
          m_folder(folder),
          m_cancel(cancel),
          m_teller(progress),
          m_saver(*plan.snapshot, store, folder.path(), cancel, m_teller)
    {
    }

    Result<Backup> run();

private:
    Result<void> addContainers(Backup &backup);
    Result<void> saveImages(const Backup &backup, const QString &path);
    QStringList parentsOf(const QList<Image> &images) const;

    const RemovalPlan &m_plan;
    Store &m_store;
    const BackupFolder &m_folder;
    CancelToken m_cancel;
    BackupTeller m_teller;
    ImageSaver m_saver;
};

Result<Backup> BackupRun::run()
{
    Backup backup = describe(m_plan);
    const qint64 expected = backupSize(m_plan);
    m_teller.begin(BackupProgress::Phase::Saving, expected);
    Result<BackupFolder::Draft> draft = m_folder.begin(backup.time);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return m_saver.checkSpace(expected / BestPacking)
        .and_then([&] { return m_saver.refuseBare(backup.images); })
        .and_then([&] { return addContainers(backup); })
        .and_then(
            [&] { return backup.hasArchive() ? saveImages(backup, draft->archivePath()) : Result<void>(); })
        .and_then([&] { return draft->keep(backup); });
}

Result<void> BackupRun::addContainers(Backup &backup)
{
    for (const RemovalStep &step : m_plan.steps) {
        // Of a builder's container the engine knows nothing from which it could be made again.
        if (step.kind != RemovalStep::Kind::RemoveContainer || step.container.isExternal) {
            continue;
        }
        const Result<QByteArray> details = m_store.containerDetails(step.container.id, callWith(m_cancel));
        if (!details) {
            return tl::unexpected(details.error());
        }
        backup.containers << Backup::KeptContainer{.container = step.container, .details = *details};
    }
    return {};
}

Result<void> BackupRun::saveImages(const Backup &backup, const QString &path)
{
    QStringList ids = parentsOf(backup.images);
    for (const Image &image : backup.images + backup.platforms) {
        ids << image.id.text();
    }
    const Result<qint64> saved = m_saver.save(ids, path, Compression::Zstd);
    if (!saved) {
        return tl::unexpected(saved.error());
    }
    if (!backup.platforms.isEmpty()) {
        m_teller.begin(BackupProgress::Phase::Rewriting, *saved);
        const Result<void> left = leavePlatforms(
            backup.platforms, path, m_cancel, [this](qint64 bytes, qint64 /*all*/) { m_teller.tell(bytes); });
        if (!left) {
            return left;
        }
    }
    m_teller.begin(BackupProgress::Phase::Verifying, *saved);
    return verifyBackup(backup, path, m_cancel, [this](qint64 bytes) { m_teller.tell(bytes); });
}

// Images that stay, but which engines must find in the archive to know again who was built on whom. Their
// layers are in it anyway.
QStringList BackupRun::parentsOf(const QList<Image> &images) const
{
    const Snapshot &snapshot = *m_plan.snapshot;
    QSet<Snapshot::Index> taken;
    for (const Image &image : images) {
        taken.insert(snapshot.find(image.id));
    }
    QStringList parents;
    for (const Image &image : images) {
        for (Snapshot::Index at = snapshot.parent(snapshot.find(image.id));
            at != Snapshot::None && snapshot.layers().top(at) != LayerGraph::None && !taken.contains(at);
            at = snapshot.parent(at)) {
            taken.insert(at);
            parents << snapshot.images()[at].id.text();
        }
    }
    return parents;
}

} // namespace

Result<Backup> makeBackup(const RemovalPlan &plan, Store &store, const BackupFolder &folder,
    const CancelToken &cancel, const BackupListener &progress)
{
    return BackupRun(plan, store, folder, cancel, progress).run();
}

Result<std::optional<Backup>> makeRecord(const RemovalPlan &plan, const BackupFolder &folder)
{
    Backup record = describe(plan);
    record.pullable = std::exchange(record.images, {});
    record.platforms.clear();
    record.pullable.removeIf([&](const Image &image) {
        return !canBePulled(image, record.store) && !mayBePulled(image, record.store);
    });
    if ((record.untagged.isEmpty() && record.pullable.isEmpty()) || folder.path().isEmpty()) {
        return std::nullopt;
    }
    Result<BackupFolder::Draft> draft = folder.begin(record.time);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return draft->keep(record).map([](const Backup &kept) { return std::optional(kept); });
}

Result<void> keepLoss(const RemovalReport &report, const BackupFolder &folder)
{
    const QList<Image> gone = goneForGood(report);
    if (gone.isEmpty() || folder.path().isEmpty()) {
        return {};
    }
    Backup loss;
    loss.time = QDateTime::currentDateTimeUtc();
    loss.store = report.plan.snapshot->store();
    loss.goneImages = gone;
    loss.ids = loss.store.traits.ids;
    Result<BackupFolder::Draft> draft = folder.begin(loss.time);
    return draft ? draft->keep(loss).map([](const Backup & /*kept*/) { }) : tl::unexpected(draft.error());
}

Result<void> verifyBackup(const Backup &backup, const QString &archive, const CancelToken &cancel,
    const std::function<void(qint64 bytes)> &progress)
{
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    CountingDevice counted(**device, progress);
    TarReader tar(counted, cancel);
    const Result<ArchiveCatalog> catalog = readCatalog(tar, Digests::Computed);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    const Result<QList<ArchivedImage>> images = imagesOf(*catalog);
    if (!images) {
        return tl::unexpected(images.error());
    }
    QList<ImageId> wanted;
    std::ranges::transform(backup.images, std::back_inserter(wanted), &Image::id);
    return verifyImages(*catalog, *images, wanted).and_then([&] {
        return verifyPlatforms(*catalog, *images, backup.platforms);
    });
}

Result<void> verifyKept(const Backup &backup, const BackupFolder &folder, const CancelToken &cancel,
    const BackupListener &progress)
{
    if (!backup.hasArchive()) {
        return {};
    }
    BackupTeller teller(progress);
    teller.begin(BackupProgress::Phase::Verifying, 0);
    return verifyBackup(
        backup, folder.archivePath(backup.id), cancel, [&](qint64 bytes) { teller.tell(bytes); });
}

} // namespace jettison

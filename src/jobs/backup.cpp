// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backup.h"

#include "jobs/patience.h"
#include "stores/archive/compression.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Below this the disk counts as full: other programs need some as well.
constexpr qint64 SpaceMargin = 64 * 1024 * 1024;
constexpr qint64 SpaceCheckInterval = 16 * 1024 * 1024;
// Images of programs shrink to between a half and a fourth; with less room than this there is no use in
// trying.
constexpr qint64 BestPacking = 5;
constexpr qint64 ProgressInterval = 200;

// Lets through what is told too often only now and then.
class Throttle
{
public:
    bool isOpen()
    {
        if (m_timer.isValid() && m_timer.elapsed() < ProgressInterval) {
            return false;
        }
        m_timer.start();
        return true;
    }

private:
    QElapsedTimer m_timer;
};

class BackupRun
{
public:
    BackupRun(const RemovalPlan &plan, Store &store, const BackupFolder &folder, const CancelToken &cancel,
        const BackupListener &progress)
        : m_plan(plan),
          m_store(store),
          m_folder(folder),
          m_cancel(cancel),
          m_listener(progress),
          m_progress{.expected = backupSize(plan)}
    {
    }

    Result<Backup> run();

private:
    Backup describe() const;
    Result<void> addContainers(Backup &backup);
    Result<void> saveImages(const Backup &backup, const QString &path);
    Result<void> stream(const QStringList &ids, QIODevice &packer);
    Result<void> checkSpace(qint64 needed) const;
    void tell(BackupProgress::Phase phase, qint64 bytes);

    const RemovalPlan &m_plan;
    Store &m_store;
    const BackupFolder &m_folder;
    CancelToken m_cancel;
    const BackupListener &m_listener;
    BackupProgress m_progress;
    Throttle m_throttle;
};

Result<Backup> BackupRun::run()
{
    Backup backup = describe();
    Result<BackupFolder::Draft> draft = m_folder.begin(backup.time);
    if (!draft) {
        return tl::unexpected(draft.error());
    }
    return checkSpace(m_progress.expected / BestPacking)
        .and_then([&] { return addContainers(backup); })
        .and_then([&] {
            return backup.images.isEmpty() ? Result<void>() : saveImages(backup, draft->archivePath());
        })
        .and_then([&] { return draft->keep(backup); });
}

Backup BackupRun::describe() const
{
    const Snapshot &snapshot = *m_plan.snapshot;
    Backup backup{.id = {},
        .time = QDateTime::currentDateTimeUtc(),
        .store = snapshot.store(),
        .images = {},
        .untagged = {},
        .containers = {},
        .lines = m_plan.predictedLines(),
        .undone = {}};
    QSet<ImageId> deleted;
    for (const Deletion &deletion : m_plan.deletions) {
        backup.images << snapshot.images()[deletion.image];
        deleted.insert(backup.images.last().id);
    }
    for (const RemovalStep &step : m_plan.steps) {
        if (step.kind != RemovalStep::Kind::RemoveReference || deleted.contains(step.image)) {
            continue;
        }
        if (backup.untagged.isEmpty() || backup.untagged.last().id != step.image) {
            backup.untagged << *snapshot.image(step.image);
            backup.untagged.last().references.clear();
        }
        // The last tag takes the digests of its repository along.
        for (const RemovalLine &line : step.predicted) {
            backup.untagged.last().references << Reference(line.target);
        }
    }
    return backup;
}

Result<void> BackupRun::addContainers(Backup &backup)
{
    for (const RemovalStep &step : m_plan.steps) {
        if (step.kind != RemovalStep::Kind::RemoveContainer) {
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
    QStringList ids;
    std::ranges::transform(
        backup.images, std::back_inserter(ids), [](const Image &image) { return image.id.text(); });
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + file.errorString());
    }
    const Result<std::unique_ptr<QIODevice>> packer = packing(file, Compression::Zstd);
    if (!packer) {
        return tl::unexpected(packer.error());
    }
    if (const Result<void> streamed = stream(ids, **packer); !streamed) {
        return file.error() == QFileDevice::NoError ? streamed : writeError(file);
    }
    (*packer)->close();
    if (file.error() != QFileDevice::NoError) {
        return writeError(file);
    }
    return durable::sync(file).and_then([&] {
        file.close();
        return verifyBackup(
            backup, path, m_cancel, [this](qint64 bytes) { tell(BackupProgress::Phase::Verifying, bytes); });
    });
}

Result<void> BackupRun::stream(const QStringList &ids, QIODevice &packer)
{
    qint64 bytes = 0;
    qint64 checkedAt = 0;
    const auto sink = [&](QByteArrayView piece) -> Result<void> {
        if (packer.write(piece.data(), piece.size()) != piece.size()) {
            return writeError(packer);
        }
        bytes += piece.size();
        tell(BackupProgress::Phase::Saving, bytes);
        if (bytes - checkedAt < SpaceCheckInterval) {
            return {};
        }
        checkedAt = bytes;
        return checkSpace(0);
    };
    return m_store.save(ids, sink, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_cancel});
}

Result<void> BackupRun::checkSpace(qint64 needed) const
{
    const std::optional<qint64> free = m_folder.freeSpace();
    if (!free || *free >= needed + SpaceMargin) {
        return {};
    }
    const QLocale locale;
    return fail(ErrorCode::NoSpace,
        m_folder.path() + ": "_L1 + locale.formattedDataSize(*free, 1, QLocale::DataSizeSIFormat));
}

void BackupRun::tell(BackupProgress::Phase phase, qint64 bytes)
{
    if (m_progress.phase != phase || m_throttle.isOpen()) {
        m_progress.phase = phase;
        m_progress.bytes = bytes;
        m_listener(m_progress);
    }
}

} // namespace

Result<Backup> makeBackup(const RemovalPlan &plan, Store &store, const BackupFolder &folder,
    const CancelToken &cancel, const BackupListener &progress)
{
    return BackupRun(plan, store, folder, cancel, progress).run();
}

Result<void> verifyBackup(const Backup &backup, const QString &archive, const CancelToken &cancel,
    const std::function<void(qint64 bytes)> &progress)
{
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader tar(**device, cancel);
    const Result<ArchiveCatalog> catalog = readCatalog(tar, Digests::Computed, progress);
    if (!catalog) {
        return tl::unexpected(catalog.error());
    }
    const Result<QList<ArchivedImage>> images = dockerarchive::images(*catalog);
    if (!images) {
        return tl::unexpected(images.error());
    }
    QList<ImageId> wanted;
    std::ranges::transform(backup.images, std::back_inserter(wanted), &Image::id);
    return dockerarchive::verify(*catalog, *images, wanted);
}

qint64 backupSize(const RemovalPlan &plan)
{
    const LayerGraph &graph = plan.snapshot->layers();
    if (!graph.isRead()) {
        qint64 size = 0;
        for (const Deletion &deletion : plan.deletions) {
            size += plan.snapshot->images()[deletion.image].size;
        }
        return size;
    }
    std::vector<bool> isNeeded(graph.layers().size());
    qint64 size = 0;
    for (const Deletion &deletion : plan.deletions) {
        for (LayerGraph::Index at = graph.top(deletion.image);
            at != LayerGraph::None && !isNeeded[size_t(at)]; at = graph.parent(at)) {
            isNeeded[size_t(at)] = true;
            size += graph.layer(at).size;
        }
    }
    return size;
}

} // namespace jettison

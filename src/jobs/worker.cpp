// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/worker.h"

#include "jobs/backup.h"
#include "jobs/backupexport.h"
#include "jobs/patience.h"
#include "jobs/pull.h"
#include "jobs/scan.h"
#include "jobs/surroundings.h"
#include "jobs/undo.h"
#include "jobs/undoableremoval.h"

namespace jettison {

namespace {

constexpr std::chrono::milliseconds ReadingSlice{250};

} // namespace

Worker::Worker(StoreFactory factory, ContentCache cache, CancelToken quit)
    : m_factory(std::move(factory)),
      m_reader(std::move(cache)),
      m_quit(std::move(quit))
{
}

void Worker::scan()
{
    const Result<SnapshotPtr> lists =
        store().and_then([this](Store *opened) { return jettison::scan(*opened, m_quit); });
    if (!lists) {
        fail(lists.error());
        return;
    }
    m_isReading = false;
    m_reader.start(*lists);
    const Result<bool> isRead = m_reader.read(*m_store, QDeadlineTimer(ReadingSlice), m_quit);
    if (!isRead) {
        fail(isRead.error());
        return;
    }
    Q_EMIT scanned(m_reader.snapshot());
    if (!*isRead) {
        readLayersLater();
    }
}

// Once there is a connection, the scan goes over it.
void Worker::scanQuietly()
{
    const Result<StoreInfo> opened =
        store().and_then([this](Store *made) { return made->open(quietCallWith(m_quit)); });
    if (opened) {
        scan();
    } else {
        fail(opened.error());
    }
}

void Worker::readLayers()
{
    m_isReadingQueued = false;
    if (!m_isReading) {
        return;
    }
    const Result<bool> isRead = store().and_then(
        [this](Store *opened) { return m_reader.read(*opened, QDeadlineTimer(ReadingSlice), m_quit); });
    if (!isRead) {
        fail(isRead.error());
    } else if (*isRead) {
        m_isReading = false;
        Q_EMIT scanned(m_reader.snapshot());
    } else {
        readLayersLater();
    }
}

void Worker::readLayersLater()
{
    m_isReading = true;
    const LayerReader::Progress progress = m_reader.progress();
    Q_EMIT layersProgressed(progress.read, progress.all);
    if (!m_isReadingQueued) {
        m_isReadingQueued = true;
        QMetaObject::invokeMethod(this, &Worker::readLayers, Qt::QueuedConnection);
    }
}

void Worker::fail(const Error &error)
{
    m_isReading = false;
    m_store.reset();
    Q_EMIT scanFailed(error);
}

BackupListener Worker::backupListener()
{
    return [this](const BackupProgress &now) { Q_EMIT backupProgressed(now); };
}

void Worker::remove(const RemovalPlan &plan, const BackupRules &rules, const CancelToken &cancel)
{
    m_isReading = false;
    const RemovalListener listener{
        .started = [this](int step) { Q_EMIT stepStarted(step); },
        .ended = [this](int step, const StepOutcome &outcome) { Q_EMIT stepEnded(step, outcome); },
    };
    const Result<Store *> opened = store();
    if (!opened) {
        RemovalReport report{.plan = plan, .outcomes = QList<StepOutcome>(plan.steps.size())};
        report.outcomes.first() = {.state = StepOutcome::State::Failed, .error = opened.error()};
        Q_EMIT stepEnded(0, report.outcomes.first());
        Q_EMIT removed(report);
        return;
    }
    const RemovalReport report = runUndoableRemoval(
        plan, **opened, rules, {.cancel = cancel, .abort = m_quit}, listener, backupListener());
    listBackups(rules);
    Q_EMIT removed(report);
}

void Worker::undo(
    const QString &id, const UndoOptions &options, const BackupRules &rules, const CancelToken &cancel)
{
    m_isReading = false;
    const BackupFolder folder(rules.folder);
    const Result<Backup> backup = folder.find(id);
    const Result<Store *> opened = backup ? store() : Result<Store *>(tl::unexpected(backup.error()));
    const UndoReport report = opened
        ? jettison::undo(*backup, **opened, folder, options, cancel, backupListener())
        : UndoReport{.backup = backup.value_or(Backup{}), .error = opened.error()};
    listBackups(rules);
    Q_EMIT undone(report);
}

void Worker::readSurroundings(const QList<Container> &containers)
{
    const Result<Store *> opened = store();
    Q_EMIT surroundingsRead(
        opened ? jettison::readSurroundings(containers, **opened, m_quit) : Surroundings());
}

void Worker::readSwarm()
{
    const Result<Swarm> swarm =
        store().and_then([this](Store *opened) { return opened->swarm(callWith(m_quit)); });
    if (swarm) {
        Q_EMIT swarmRead(*swarm);
    } else {
        Q_EMIT swarmFailed(swarm.error());
    }
}

void Worker::listBackups(const BackupRules &rules)
{
    const BackupFolder folder(rules.folder);
    Q_EMIT backupsListed(folder.all(), folder.freeSpace());
}

void Worker::handleBackup(const BackupTask &task, const BackupRules &rules, const CancelToken &cancel)
{
    const BackupFolder folder(rules.folder);
    const Result<void> handled = folder.find(task.id).and_then([&](const Backup &backup) -> Result<void> {
        switch (task.kind) {
        case BackupTask::Kind::Export:
            return exportBackup(backup, folder, task.path, cancel, backupListener());
        case BackupTask::Kind::Verify:
            return verifyKept(backup, folder, cancel, backupListener());
        case BackupTask::Kind::Delete:
            return folder.remove(task.id);
        }
        Q_UNREACHABLE();
    });
    listBackups(rules);
    Q_EMIT backupHandled(task, handled ? std::nullopt : std::optional(handled.error()));
}

void Worker::pull(const Reference &reference, const CancelToken &cancel)
{
    m_isReading = false;
    const auto progress = [this](const PullProgress &now) { Q_EMIT pullProgressed(now); };
    const Result<PullResult> result =
        store().and_then([&](Store *opened) { return jettison::pull(*opened, reference, progress, cancel); });
    if (result) {
        Q_EMIT pulled(reference, *result);
    } else {
        Q_EMIT pullFailed(reference, result.error());
    }
}

Result<Store *> Worker::store()
{
    if (!m_store) {
        Result<std::unique_ptr<Store>> made = m_factory();
        if (!made) {
            return tl::unexpected(made.error());
        }
        m_store = std::move(*made);
    }
    return m_store.get();
}

} // namespace jettison

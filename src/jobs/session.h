// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backuptask.h"
#include "core/error.h"
#include "core/imagefiles.h"
#include "core/imageimport.h"
#include "core/pull.h"
#include "core/removalplan.h"
#include "core/removalreport.h"
#include "core/snapshot.h"
#include "core/undoreport.h"
#include "stores/store.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <optional>

namespace jettison {

class FilesQueue;
class Watcher;
class Worker;

/// The GUI thread's one door to a store: requests go in as values, what came of them arrives as signals. Owns
/// the threads that the store is used in. One removal, pull, undo or task of a backup runs at a time.
class Session : public QObject
{
    Q_OBJECT

public:
    /// `contentCache`: the file for what images are made of; empty for none.
    explicit Session(StoreFactory factory, const QString &contentCache = {}, QObject *parent = nullptr);
    /// Cancels what runs and waits for it to notice.
    ~Session() override;

    /// Null before the first one has arrived.
    const SnapshotPtr &snapshot() const { return m_snapshot; }
    /// A removal, a pull, an undo or a task of a backup runs.
    bool isBusy() const { return m_busy; }
    bool isConnected() const { return m_snapshot && !m_lastError; }

    /// Without a folder no backup is kept, and nothing can be undone.
    void setBackupRules(const BackupRules &rules) { m_backupRules = rules; }
    const BackupRules &backupRules() const { return m_backupRules; }

public Q_SLOTS:
    /// Connects and reads the first snapshot; from then on follows the store by itself.
    void start();
    void refresh();
    /// Ignored while busy.
    void remove(const jettison::RemovalPlan &plan);
    /// Ignored while busy.
    void pull(const jettison::Reference &reference);
    /// Brings back what a backup keeps. Ignored while busy.
    void undo(const QString &id, const jettison::UndoOptions &options);
    /// What the lists do not tell of containers; surroundingsRead() follows.
    void readSurroundings(const QList<jettison::Container> &containers);
    /// What the engine knows of its Swarm; swarmRead() or swarmFailed() follows.
    void readSwarm();
    /// backupsListed() follows, while busy after what runs.
    void listBackups();
    /// Ignored while busy.
    void handleBackup(const jettison::BackupTask &task);
    /// Ignored while busy.
    void exportImages(const jettison::ExportRequest &request);
    /// What of an archive would come into the store. Ignored while busy.
    void readArchive(const QString &path);
    /// Ignored while busy.
    void importImages(const jettison::ImportRequest &request);
    /// Ends what runs at the next safe place; its result still arrives.
    void cancel();
    /// Of the layers of an image. Goes on beside all else, so it makes nothing busy.
    void readFiles(const jettison::ImageId &image);
    void cancelFiles(const jettison::ImageId &image);

Q_SIGNALS:
    /// Where there is much to read, first without layers.
    void scanned(const jettison::SnapshotPtr &snapshot);
    /// Images asked for, while the layers are read.
    void layersProgressed(int read, int all);
    /// The store cannot be reached or read. Tried again by itself; comes again only if the error changes.
    void disconnected(const jettison::Error &error);
    /// After disconnected only. A fresh snapshot follows.
    void reconnected();
    /// Exactly once for each question, in their order; with what could be read.
    void surroundingsRead(const jettison::Surroundings &surroundings);
    void swarmRead(const jettison::Swarm &swarm);
    void swarmFailed(const jettison::Error &error);
    void busyChanged(bool busy);
    void stepStarted(int step);
    void stepEnded(int step, const jettison::StepOutcome &outcome);
    /// Exactly once for each removal.
    void removed(const jettison::RemovalReport &report);
    /// While a removal keeps its backup, an undo loads one, or one is read.
    void backupProgressed(const jettison::BackupProgress &progress);
    /// Exactly once for each undo.
    void undone(const jettison::UndoReport &report);
    /// Also before each removed(), undone() and backupHandled(), so that these find the list renewed. The
    /// newest first. Bytes that can still be written there; none if nobody knows.
    void backupsListed(const QList<jettison::Backup> &backups, std::optional<qint64> freeSpace);
    /// Exactly once for each task; the error says why it was not done.
    void backupHandled(const jettison::BackupTask &task, const std::optional<jettison::Error> &error);
    /// Exactly once for each export.
    void exported(const jettison::ExportReport &report);
    /// Exactly once for each archive; the preview may hold an error.
    void importPreviewed(const jettison::ImportPreview &preview);
    /// Exactly once for each import.
    void imported(const jettison::ImportReport &report);
    void pullProgressed(const jettison::PullProgress &progress);
    /// Exactly once for each pull, either of these.
    void pulled(const jettison::Reference &reference, const jettison::PullResult &result);
    void pullFailed(const jettison::Reference &reference, const jettison::Error &error);
    void filesProgressed(const jettison::ImageId &image, qint64 bytes);
    /// Once for all that ask for an image's files while they are read, either of these.
    void filesRead(const jettison::ImageFilesPtr &files);
    void filesFailed(const jettison::ImageId &image, const jettison::Error &error);

private:
    void scan();
    void showSnapshot(const SnapshotPtr &snapshot);
    void showScanError(const Error &error);
    void showLoss(const Error &error);
    void refreshSoon();
    void setBusy(bool busy);
    /// Idle again, with what a transfer of images brought.
    template <typename Value> void finish(void (Session::*signal)(const Value &), const Value &value)
    {
        setBusy(false);
        Q_EMIT(this->*signal)(value);
    }

    CancelToken m_cancel;
    CancelToken m_quit;
    std::unique_ptr<FilesQueue> m_files;
    QThread m_workerThread;
    QThread m_watcherThread;
    /// These two live in their threads, which delete them.
    Worker *m_worker = nullptr;
    Watcher *m_watcher = nullptr;
    /// A person waits for the next scan; for the one that runs.
    bool m_isAsked = false;
    bool m_isScanAsked = false;
    QTimer m_refreshSoon;
    QTimer m_retry;
    SnapshotPtr m_snapshot;
    BackupRules m_backupRules;
    /// Why the store is lost; none while it is not.
    std::optional<Error> m_lastError;
    bool m_started = false;
    bool m_busy = false;
    bool m_scanning = false;
    bool m_refreshWanted = false;
};

} // namespace jettison

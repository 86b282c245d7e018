// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/backuptask.h"
#include "core/error.h"
#include "core/imageimport.h"
#include "core/pull.h"
#include "core/removalreport.h"
#include "core/snapshot.h"
#include "core/undoreport.h"
#include "jobs/backupteller.h"
#include "jobs/layerreader.h"
#include "stores/archive/openedarchive.h"
#include "stores/store.h"

#include <QObject>

#include <optional>

namespace jettison {

/// Uses a store for a Session, in a thread of its own: one request after another, each answered by one
/// signal.
class Worker : public QObject
{
    Q_OBJECT

public:
    /// `quit` ends whatever waits, for good.
    Worker(StoreFactory factory, ContentCache cache, CancelToken quit);

    /// If reading the layers takes long, the lists come first and the layers are read in slices, between
    /// which other requests have their turn.
    void scan();
    /// The same where no person has asked for it: nobody is asked for a passphrase on the way.
    void scanQuietly();
    void remove(const RemovalPlan &plan, const BackupRules &rules, const CancelToken &cancel);
    void pull(const Reference &reference, const CancelToken &cancel);
    void undo(
        const QString &id, const UndoOptions &options, const BackupRules &rules, const CancelToken &cancel);
    void readSurroundings(const QList<Container> &containers);
    void readSwarm();
    void listBackups(const BackupRules &rules);
    void handleBackup(const BackupTask &task, const BackupRules &rules, const CancelToken &cancel);
    void exportImages(const ExportRequest &request, const CancelToken &cancel);
    void readArchive(const QString &path, const CancelToken &cancel);
    void importImages(const ImportRequest &request, const CancelToken &cancel);

Q_SIGNALS:
    void scanned(const jettison::SnapshotPtr &snapshot);
    void layersProgressed(int read, int all);
    void scanFailed(const jettison::Error &error);
    void surroundingsRead(const jettison::Surroundings &surroundings);
    void swarmRead(const jettison::Swarm &swarm);
    void swarmFailed(const jettison::Error &error);
    void stepStarted(int step);
    void stepEnded(int step, const jettison::StepOutcome &outcome);
    void removed(const jettison::RemovalReport &report);
    void backupProgressed(const jettison::BackupProgress &progress);
    void undone(const jettison::UndoReport &report);
    void backupsListed(const QList<jettison::Backup> &backups, std::optional<qint64> freeSpace);
    void backupHandled(const jettison::BackupTask &task, const std::optional<jettison::Error> &error);
    void exported(const jettison::ExportReport &report);
    void importPreviewed(const jettison::ImportPreview &preview);
    void imported(const jettison::ImportReport &report);
    void pullProgressed(const jettison::PullProgress &progress);
    void pulled(const jettison::Reference &reference, const jettison::PullResult &result);
    void pullFailed(const jettison::Reference &reference, const jettison::Error &error);

private:
    /// Made at the first use, and again after it could not be read.
    Result<Store *> store();
    void readLayers();
    void readLayersLater();
    void fail(const Error &error);
    BackupListener backupListener();

    StoreFactory m_factory;
    LayerReader m_reader;
    CancelToken m_quit;
    /// Made in the worker's thread, where its sockets live.
    std::unique_ptr<Store> m_store;
    /// The one that was read last for an import.
    std::optional<OpenedArchive> m_archive;
    /// The lists are still those that were read last: nothing changed the store since.
    bool m_isReading = false;
    bool m_isReadingQueued = false;
};

} // namespace jettison

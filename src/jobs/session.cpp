// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/session.h"

#include "jobs/filesqueue.h"
#include "jobs/watcher.h"
#include "jobs/worker.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// One build or removal makes a burst of events.
constexpr std::chrono::milliseconds RefreshDelay{250};
constexpr std::chrono::seconds RetryDelay{3};

} // namespace

Session::Session(StoreFactory factory, const QString &contentCache, QObject *parent)
    : QObject(parent),
      m_files(std::make_unique<FilesQueue>(factory)),
      m_worker(new Worker(factory, ContentCache(contentCache), m_quit)),
      m_watcher(new Watcher(std::move(factory), m_quit))
{
    m_workerThread.setObjectName(u"store worker"_s);
    m_watcherThread.setObjectName(u"store watcher"_s);
    m_worker->moveToThread(&m_workerThread);
    m_watcher->moveToThread(&m_watcherThread);
    connect(&m_workerThread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(&m_watcherThread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(&m_watcherThread, &QThread::started, m_watcher, &Watcher::watch);
    m_refreshSoon.setSingleShot(true);
    m_refreshSoon.setInterval(RefreshDelay);
    connect(&m_refreshSoon, &QTimer::timeout, this, &Session::scan);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryDelay);
    connect(&m_retry, &QTimer::timeout, this, &Session::scan);
    connect(m_watcher, &Watcher::changed, this, &Session::refreshSoon);
    // Whether the store is lost is for a scan to say: a proxy can cut the events alone.
    connect(m_watcher, &Watcher::lost, this, &Session::refreshSoon);
    connect(m_files.get(), &FilesQueue::progressed, this, &Session::filesProgressed);
    connect(m_files.get(), &FilesQueue::filesRead, this, &Session::filesRead);
    connect(m_files.get(), &FilesQueue::failed, this, &Session::filesFailed);
    connect(m_worker, &Worker::scanned, this, &Session::showSnapshot);
    connect(m_worker, &Worker::layersProgressed, this, &Session::layersProgressed);
    connect(m_worker, &Worker::scanFailed, this, &Session::showScanError);
    connect(m_worker, &Worker::surroundingsRead, this, &Session::surroundingsRead);
    connect(m_worker, &Worker::swarmRead, this, &Session::swarmRead);
    connect(m_worker, &Worker::swarmFailed, this, &Session::swarmFailed);
    connect(m_worker, &Worker::stepStarted, this, &Session::stepStarted);
    connect(m_worker, &Worker::stepEnded, this, &Session::stepEnded);
    connect(m_worker, &Worker::pullProgressed, this, &Session::pullProgressed);
    connect(m_worker, &Worker::backupProgressed, this, &Session::backupProgressed);
    connect(m_worker, &Worker::backupsListed, this, &Session::backupsListed);
    connect(m_worker, &Worker::undone, this, [this](const UndoReport &report) {
        setBusy(false);
        Q_EMIT undone(report);
    });
    connect(m_worker, &Worker::backupHandled, this,
        [this](const BackupTask &task, const std::optional<Error> &error) {
            setBusy(false);
            Q_EMIT backupHandled(task, error);
        });
    connect(m_worker, &Worker::exported, this,
        [this](const ExportReport &report) { finish(&Session::exported, report); });
    connect(m_worker, &Worker::importPreviewed, this,
        [this](const ImportPreview &preview) { finish(&Session::importPreviewed, preview); });
    connect(m_worker, &Worker::imported, this,
        [this](const ImportReport &report) { finish(&Session::imported, report); });
    connect(m_worker, &Worker::removed, this, [this](const RemovalReport &report) {
        setBusy(false);
        Q_EMIT removed(report);
    });
    connect(m_worker, &Worker::pulled, this, [this](const Reference &reference, const PullResult &result) {
        setBusy(false);
        Q_EMIT pulled(reference, result);
    });
    connect(m_worker, &Worker::pullFailed, this, [this](const Reference &reference, const Error &error) {
        setBusy(false);
        Q_EMIT pullFailed(reference, error);
    });
}

Session::~Session()
{
    m_cancel.request();
    m_quit.request();
    for (QThread *thread : {&m_workerThread, &m_watcherThread}) {
        thread->quit();
    }
    for (QThread *thread : {&m_workerThread, &m_watcherThread}) {
        thread->wait();
    }
    // A thread that never ran deletes nothing.
    if (!m_started) {
        delete m_worker;
        delete m_watcher;
    }
}

void Session::start()
{
    if (m_started) {
        return;
    }
    m_started = true;
    m_workerThread.start();
    m_watcherThread.start();
    refresh();
}

void Session::refresh()
{
    m_isAsked = true;
    scan();
}

// While a removal runs, its own events ask for this all the time; one scan at its end tells the same.
void Session::scan()
{
    if (m_busy || m_scanning) {
        m_refreshWanted = true;
        return;
    }
    m_refreshWanted = false;
    m_scanning = true;
    m_isScanAsked = std::exchange(m_isAsked, false);
    QMetaObject::invokeMethod(m_worker, m_isScanAsked ? &Worker::scan : &Worker::scanQuietly);
}

// Events that never end must not put it off for ever, so a timer that runs is left alone.
void Session::refreshSoon()
{
    if (!m_refreshSoon.isActive()) {
        m_refreshSoon.start();
    }
}

void Session::remove(const RemovalPlan &plan)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, plan, rules = m_backupRules, cancel = m_cancel] {
        worker->remove(plan, rules, cancel);
    });
}

void Session::pull(const Reference &reference)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, reference, cancel = m_cancel] { worker->pull(reference, cancel); });
}

void Session::undo(const QString &id, const UndoOptions &options)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id, options, rules = m_backupRules, cancel = m_cancel] {
            worker->undo(id, options, rules, cancel);
        });
}

void Session::readSurroundings(const QList<Container> &containers)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, containers] { worker->readSurroundings(containers); });
}

void Session::readSwarm()
{
    QMetaObject::invokeMethod(m_worker, &Worker::readSwarm);
}

void Session::listBackups()
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, rules = m_backupRules] { worker->listBackups(rules); });
}

void Session::handleBackup(const BackupTask &task)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, task, rules = m_backupRules, cancel = m_cancel] {
        worker->handleBackup(task, rules, cancel);
    });
}

void Session::exportImages(const ExportRequest &request)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request, cancel = m_cancel] { worker->exportImages(request, cancel); });
}

void Session::readArchive(const QString &path)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, path, cancel = m_cancel] { worker->readArchive(path, cancel); });
}

void Session::importImages(const ImportRequest &request)
{
    if (m_busy) {
        return;
    }
    setBusy(true);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, request, cancel = m_cancel] { worker->importImages(request, cancel); });
}

void Session::cancel()
{
    m_cancel.request();
}

void Session::readFiles(const ImageId &image)
{
    m_files->read(image);
}

void Session::cancelFiles(const ImageId &image)
{
    m_files->cancel(image);
}

void Session::setBusy(bool busy)
{
    m_busy = busy;
    if (busy) {
        m_cancel = CancelToken();
    }
    Q_EMIT busyChanged(busy);
    if (!busy) {
        scan();
    }
}

void Session::showSnapshot(const SnapshotPtr &snapshot)
{
    m_scanning = false;
    m_snapshot = snapshot;
    if (m_isScanAsked) {
        m_watcher->tryNow();
    }
    const bool wasLost = std::exchange(m_lastError, std::nullopt).has_value();
    if (wasLost) {
        Q_EMIT reconnected();
    }
    Q_EMIT scanned(snapshot);
    if (m_refreshWanted) {
        scan();
    }
}

void Session::showScanError(const Error &error)
{
    m_scanning = false;
    showLoss(error);
    if (m_isAsked) {
        scan();
    } else if (!waitsForPerson(error)) {
        m_retry.start();
    }
}

// The scan that works again ends the loss.
void Session::showLoss(const Error &error)
{
    if (error.code == ErrorCode::Cancelled || m_lastError == error) {
        return;
    }
    m_lastError = error;
    Q_EMIT disconnected(error);
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/savingengine.h"
#include "fakes/storetext.h"
#include "jobs/session.h"

#include <QMutex>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// What the two stores of a session, one a thread, have in common: the test turns it off and on.
struct Engine
{
    std::atomic_bool isDown = false;
    /// Requests wait while this is held.
    std::atomic_bool isStuck = false;
    SnapshotPtr snapshot = storeFromText(u"a: app:1\nb: b:1\nweb = a running"_s);

    StoreFactory factory()
    {
        return [this] {
            auto store = std::make_unique<FakeStore>(snapshot);
            store->interceptReading = [this]() -> std::optional<Error> {
                return isDown ? std::optional(Error{.code = ErrorCode::NotRunning, .detail = u"fake"_s})
                              : std::nullopt;
            };
            store->intercept = [this](const QString &) -> std::optional<Error> {
                while (isStuck) {
                    QThread::msleep(5);
                }
                return {};
            };
            return store;
        };
    }
};

/// A session whose store saves and loads archives, and whose folder for backups is empty at first.
struct Saving
{
    SavingEngine engine{u"app:1 app:2 [debian python]\nold:1 [debian perl]"_s};
    QTemporaryDir directory;
    Session session{engine.factory()};
    QSignalSpy scanned{&session, &Session::scanned};
    QSignalSpy removed{&session, &Session::removed};
    QSignalSpy progressed{&session, &Session::backupProgressed};
    QSignalSpy undone{&session, &Session::undone};
    QSignalSpy listed{&session, &Session::backupsListed};
    QSignalSpy handled{&session, &Session::backupHandled};

    void start()
    {
        session.setBackupRules({.folder = directory.filePath(u"backups"_s)});
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
    }

    /// Removes app with a backup.
    void remove()
    {
        session.remove(RemovalPlan::make(
            session.snapshot(), {{.image = engine.images.idOf(u"app:1"_s)}}, {.backup = true}));
    }

    QList<Backup> backups()
    {
        listed.clear();
        session.listBackups();
        return listed.wait() ? listed.first().first().value<QList<Backup>>() : QList<Backup>();
    }
};

} // namespace

class tst_Session : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsWithoutAStart()
    {
        Engine engine;
        const Session session(engine.factory());
        QVERIFY(!session.isConnected());
    }

    void scansAtTheStart()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        QVERIFY(session.isConnected());
        QCOMPARE(session.snapshot()->images().size(), 2);
    }

    void removes()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy removed(&session, &Session::removed);
        QSignalSpy ended(&session, &Session::stepEnded);
        QSignalSpy busy(&session, &Session::busyChanged);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        const RemovalPlan plan =
            RemovalPlan::make(session.snapshot(), targetsFromText({u"a"_s}), {.force = true});
        session.remove(plan);
        QVERIFY(session.isBusy());
        session.remove(plan);
        QTRY_COMPARE(removed.size(), 1);
        QVERIFY(!session.isBusy());
        QCOMPARE(busy.size(), 2);
        QCOMPARE(ended.size(), 3);
        const auto report = removed.first().first().value<RemovalReport>();
        QCOMPARE(linesText(report.reportedLines()), linesText(plan.predictedLines()));
        QTRY_COMPARE(session.snapshot()->images().size(), 1);
    }

    void cancels()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy removed(&session, &Session::removed);
        QSignalSpy started(&session, &Session::stepStarted);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        engine.isStuck = true;
        session.remove(RemovalPlan::make(session.snapshot(), targetsFromText({u"a"_s}), {.force = true}));
        QTRY_VERIFY(!started.isEmpty());
        session.cancel();
        engine.isStuck = false;
        QTRY_COMPARE(removed.size(), 1);
        const auto report = removed.first().first().value<RemovalReport>();
        QVERIFY(report.cancelled);
        QVERIFY(report.count(StepOutcome::State::NotStarted) > 0);

        // The next one is not cancelled by the last one's request.
        session.remove(RemovalPlan::make(session.snapshot(), targetsFromText({u"b"_s}), {}));
        QTRY_COMPARE(removed.size(), 2);
        QVERIFY(removed.last().first().value<RemovalReport>().isComplete());
    }

    void tellsOfALossOnceAndRecovers()
    {
        Engine engine;
        engine.isDown = true;
        Session session(engine.factory());
        QSignalSpy lost(&session, &Session::disconnected);
        QSignalSpy found(&session, &Session::reconnected);
        QSignalSpy scanned(&session, &Session::scanned);
        session.start();
        QTRY_COMPARE(lost.size(), 1);
        QVERIFY(!session.isConnected());
        engine.isDown = false;
        QTRY_COMPARE(found.size(), 1);
        QTRY_VERIFY(!scanned.isEmpty());
        QVERIFY(session.isConnected());
        engine.isDown = true;
        QTRY_VERIFY(lost.size() > 1);
        engine.isDown = false;
        QTRY_COMPARE(found.size(), 2);
        QVERIFY(session.isConnected());
    }

    void keepsABackupAndUndoes()
    {
        Saving saving;
        saving.start();
        saving.remove();
        QTRY_COMPARE(saving.removed.size(), 1);
        QVERIFY(saving.removed.first().first().value<RemovalReport>().isComplete());
        QVERIFY(saving.progressed.size() >= 2);
        const QList<Backup> backups = saving.backups();
        QCOMPARE(backups.size(), 1);
        QVERIFY(saving.listed.first()[1].value<std::optional<qint64>>().has_value());
        QTRY_COMPARE(saving.session.snapshot()->images().size(), 1);
        saving.session.undo(backups.first().id, {});
        QVERIFY(saving.session.isBusy());
        saving.session.undo(backups.first().id, {});
        QTRY_COMPARE(saving.undone.size(), 1);
        QVERIFY(saving.undone.first().first().value<UndoReport>().isComplete());
        QVERIFY(!saving.session.isBusy());
        QTRY_COMPARE(saving.session.snapshot()->images().size(), 2);
        QCOMPARE(saving.undone.size(), 1);
    }

    void listsTheBackupsBeforeAnEndIsTold()
    {
        Saving saving;
        saving.start();
        QStringList known;
        const auto note = [&] {
            QStringList backups;
            for (const Backup &backup : saving.listed.last().first().value<QList<Backup>>()) {
                backups << (backup.undone.isValid() ? u"undone"_s : u"kept"_s);
            }
            known << backups.join(u' ');
        };
        connect(&saving.session, &Session::removed, this, note);
        connect(&saving.session, &Session::undone, this, note);
        connect(&saving.session, &Session::backupHandled, this, note);
        saving.backups();
        saving.remove();
        QTRY_COMPARE(saving.removed.size(), 1);
        const QString id = saving.backups().first().id;
        saving.session.undo(id, {});
        QTRY_COMPARE(saving.undone.size(), 1);
        saving.session.handleBackup({.kind = BackupTask::Kind::Delete, .id = id});
        QTRY_COMPARE(saving.handled.size(), 1);
        QCOMPARE(known, QStringList({u"kept"_s, u"undone"_s, QString()}));
    }

    void cancelsABackup()
    {
        Saving saving;
        saving.engine.onPiece = [&](qint64 bytes) {
            if (bytes == 0) {
                QMetaObject::invokeMethod(&saving.session, &Session::cancel, Qt::BlockingQueuedConnection);
            }
        };
        saving.start();
        saving.remove();
        QTRY_COMPARE(saving.removed.size(), 1);
        const auto report = saving.removed.first().first().value<RemovalReport>();
        QVERIFY(report.cancelled);
        QCOMPARE(report.count(StepOutcome::State::NotStarted), int(report.plan.steps.size()));
        QCOMPARE(saving.backups().size(), 0);
    }

    void undoOfNothing()
    {
        Saving saving;
        saving.start();
        saving.session.undo(u"20000101-000000"_s, {});
        QTRY_COMPARE(saving.undone.size(), 1);
        QCOMPARE(saving.undone.first().first().value<UndoReport>().error->code, ErrorCode::NoBackup);
    }

    void handlesBackups()
    {
        Saving saving;
        saving.start();
        saving.remove();
        QTRY_COMPARE(saving.removed.size(), 1);
        const QString id = saving.backups().first().id;
        const QString path = saving.directory.filePath(u"out.tar"_s);
        const QList<BackupTask> tasks{{.kind = BackupTask::Kind::Verify, .id = id},
            {.kind = BackupTask::Kind::Export, .id = id, .path = path},
            {.kind = BackupTask::Kind::Delete, .id = id}};
        for (int i = 0; i < tasks.size(); ++i) {
            saving.session.handleBackup(tasks[i]);
            QTRY_COMPARE(saving.handled.size(), i + 1);
            QVERIFY(!saving.handled.last()[1].value<std::optional<Error>>());
        }
        QVERIFY(QFile::exists(path));
        QCOMPARE(saving.backups().size(), 0);
        saving.session.handleBackup(tasks.first());
        QTRY_COMPARE(saving.handled.size(), 4);
        QCOMPARE(saving.handled.last()[1].value<std::optional<Error>>()->code, ErrorCode::NoBackup);
    }

    void pulls()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy progressed(&session, &Session::pullProgressed);
        QSignalSpy pulled(&session, &Session::pulled);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        session.pull(Reference(u"new:1"_s));
        QTRY_COMPARE(pulled.size(), 1);
        QCOMPARE(progressed.size(), 2);
        QTRY_VERIFY(session.snapshot()->find(Reference(u"new:1"_s)) != Snapshot::None);
    }

    void pullFails()
    {
        Engine engine;
        Session session(engine.factory());
        QSignalSpy failed(&session, &Session::pullFailed);
        engine.isDown = true;
        session.start();
        session.pull(Reference(u"new:1"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!session.isBusy());
    }
};

QTEST_GUILESS_MAIN(tst_Session)
#include "tst_session.moc"

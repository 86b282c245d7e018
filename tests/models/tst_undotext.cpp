// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/undotext.h"

#include "models/undoreporttext.h"

#include "fakes/storetext.h"
#include "models/backupmodel.h"
#include "models/backupsettings.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace jettison;

namespace {

Backup sample()
{
    const SnapshotPtr store = storeFromText(u"a: app:1 app@d1\nb: b:1\nweb = a exited"_s);
    return {.id = u"20260101-000000"_s,
        .time = QDateTime::currentDateTimeUtc().addSecs(-7200),
        .store = {.endpoint = u"unix:///a"_s, .name = u"Docker"_s, .version = u"20"_s, .apiVersion = {}},
        .images = {store->images()[0]},
        .untagged = {store->images()[1]},
        .containers = {{.container = store->containers()[0], .details = {}}},
        .lines = {},
        .size = 2'000'000,
        .undone = {}};
}

QStringList texts(const QList<Message> &messages)
{
    QStringList texts;
    std::ranges::transform(messages, std::back_inserter(texts), &Message::text);
    return texts;
}

} // namespace

class tst_UndoText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void progress_data()
    {
        using Phase = BackupProgress::Phase;
        QTest::addColumn<BackupProgress>("progress");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const BackupProgress &progress, const QString &text) {
            QTest::addRow("%s", name) << progress << text;
        };
        row("before the first byte", {.phase = Phase::Saving, .expected = 5},
            u"The engine prepares the archive…"_s);
        row("saving", {.phase = Phase::Saving, .bytes = 1'000'000, .expected = 4'000'000, .elapsed = 10s},
            u"Saving: 1 MB of about 4 MB, about 30 second(s) left"_s);
        row("for long", {.phase = Phase::Saving, .bytes = 1'000'000, .expected = 4'000'000, .elapsed = 100s},
            u"Saving: 1 MB of about 4 MB, about 5 minute(s) left"_s);
        row("verifying", {.phase = Phase::Verifying, .bytes = 1'000, .expected = 4'000},
            u"Verifying: 1 kB of 4 kB"_s);
        row("of unknown size", {.phase = Phase::Verifying, .bytes = 1'000}, u"Verifying: 1 kB"_s);
        row("loading", {.phase = Phase::Loading, .bytes = 1'000, .expected = 4'000},
            u"Loading: 1 kB of 4 kB"_s);
        row("pulling", {.phase = Phase::Pulling, .bytes = 1'000}, u"Pulling: 1 kB"_s);
        row("copying", {.phase = Phase::Copying, .bytes = 1'000, .expected = 4'000},
            u"Copying: 1 kB of 4 kB"_s);
    }

    void progress()
    {
        QFETCH(BackupProgress, progress);
        QTEST(undotext::progress(progress), "text");
    }

    void tellsWhatIsInABackup()
    {
        const Backup backup = sample();
        QCOMPARE(undotext::contents(backup), u"1 image(s), 1 name(s), 1 container(s)"_s);
        const QString digest = referenceOf(u"app@d1"_s).text();
        QCOMPARE(undotext::details(backup),
            QStringList({u"Image %1: app:1, %2"_s.arg(shortId(backup.images[0].id), digest),
                u"Names of image %1, which stayed: b:1"_s.arg(shortId(backup.untagged[0].id)),
                u"Container web (exited), its configuration"_s}));
        QCOMPARE(undotext::losses(backup),
            QStringList({u"What container web wrote"_s,
                u"Digests that only a registry can give again: %1"_s.arg(digest)}));
    }

    void tellsWhatWillBePulled()
    {
        Backup record = sample();
        record.pullable = std::exchange(record.images, {});
        record.containers.clear();
        record.lines = {{RemovalLine::Kind::Removed, u"web"_s}, {RemovalLine::Kind::Untagged, u"app:1"_s},
            {RemovalLine::Kind::Untagged, u"own:1"_s}, {RemovalLine::Kind::Untagged, u"b:1"_s},
            {RemovalLine::Kind::Deleted, u"sha256:1"_s}};
        QCOMPARE(undotext::pulls(sample()), QString());
        QCOMPARE(undotext::pulls(record), u"1 image(s) will be pulled again from a registry"_s);
        QCOMPARE(undotext::contents(record), u"1 image(s) from a registry, 1 name(s)"_s);
        QCOMPARE(undotext::details(record).first(), undotext::pulls(record));
        QVERIFY(undotext::details(record)[1].startsWith(
            u"Image %1: app:1"_s.arg(shortId(record.pullable[0].id))));
        QCOMPARE(undotext::losses(record),
            QStringList({u"Container web"_s, u"own:1, of which no backup was made"_s}));
        RemovalReport report;
        report.backup = record;
        QCOMPARE(texts(undotext::kept(report)),
            QStringList(u"Undo gives back 1 image(s) from a registry, 1 name(s)"_s));
        BackupModel model;
        model.setBackups({record});
        QCOMPARE(model.index(0, BackupModel::SizeColumn).data().toString(), u"to be pulled"_s);
    }

    void tellsWhatWasKept()
    {
        RemovalReport report;
        QCOMPARE(undotext::kept(report), QList<Message>());
        report.backup = sample();
        report.discarded << sample();
        QCOMPARE(texts(undotext::kept(report)),
            QStringList({u"Backup 20260101-000000 was made: 1 image(s), 1 name(s), 1 container(s), 2 MB. Undo brings them back"_s,
                u"The backup 20260101-000000 (1 image(s), 1 name(s), 1 container(s), 2 MB) was deleted, as the limits for backups say"_s}));
        report = {};
        report.backup = sample();
        report.backup->images.clear();
        report.backup->containers.clear();
        QCOMPARE(texts(undotext::kept(report)), QStringList(u"Undo gives back 1 name(s)"_s));
    }

    void tellsWhyNothingWasKept()
    {
        RemovalReport report;
        report.backupError = Error{.code = ErrorCode::BrokenArchive, .detail = u"cut short"_s};
        report.plan.options.backup = true;
        const Message failed = undotext::kept(report).first();
        QCOMPARE(failed.kind, Message::Kind::Error);
        QVERIFY2(failed.text.contains(u"nothing was removed: "_s), qPrintable(failed.text));
        QVERIFY2(failed.text.contains(u"cut short"_s), qPrintable(failed.text));
        report.plan.options.backup = false;
        QCOMPARE(undotext::kept(report).first().kind, Message::Kind::Warning);
    }

    void tellsWhatDidNotComeBack()
    {
        UndoReport report{.backup = sample()};
        const ImageId id = report.backup.images[0].id;
        report.restored << id;
        report.tagged << Reference(u"app:1"_s);
        QCOMPARE(texts(undotext::remarks(report)),
            QStringList(
                {u"Only a registry can give these digests again: %1"_s.arg(referenceOf(u"app@d1"_s).text()),
                    u"These containers were not re-created, but can be from the backup: web"_s}));
        QCOMPARE(undotext::summary(report).text, u"1 image(s) brought back, 1 name(s) given back"_s);
        report.taken << UndoReport::TakenName{.reference = Reference(u"b:1"_s), .holder = id};
        report.notRecreated << UndoReport::FailedContainer{.name = u"web"_s,
            .error = {.code = ErrorCode::Conflict, .detail = u"taken"_s, .httpStatus = 409}};
        QVERIFY(texts(undotext::remarks(report))
                .contains(u"b:1 was left alone: image %1 has this name now"_s.arg(shortId(id))));
        QVERIFY(texts(undotext::remarks(report))
                .contains(u"Container web was not re-created: The engine refused: taken"_s));
        QCOMPARE(undotext::summary(report).kind, Message::Kind::Warning);
    }

    void tellsWhatWasDoneWithABackup()
    {
        const BackupTask task{.kind = BackupTask::Kind::Export, .id = u"1"_s, .path = u"/x.tar"_s};
        QCOMPARE(undotext::handled(task, {}).text, u"Backup 1 was exported to /x.tar"_s);
        const Message failed = undotext::handled(task, Error{.code = ErrorCode::Cancelled});
        QCOMPARE(failed.text, u"Backup 1: Cancelled"_s);
        QCOMPARE(failed.kind, Message::Kind::Error);
    }

    void modelShowsBackups()
    {
        BackupModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        Backup undone = sample();
        undone.undone = undone.time;
        Backup record = sample();
        record.images.clear();
        model.setBackups({sample(), undone, record});
        const auto text = [&](int row, BackupModel::Column column) {
            return model.index(row, column).data().toString();
        };
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(text(0, BackupModel::ContentColumn), u"1 image(s), 1 name(s), 1 container(s)"_s);
        QCOMPARE(text(0, BackupModel::EndpointColumn), u"unix:///a"_s);
        QCOMPARE(text(0, BackupModel::SizeColumn), u"2 MB"_s);
        QCOMPARE(text(0, BackupModel::AgeColumn), u"2 hour(s) ago"_s);
        QCOMPARE(text(0, BackupModel::UndoneColumn), u"no"_s);
        QCOMPARE(text(1, BackupModel::UndoneColumn), u"2 hour(s) ago"_s);
        QCOMPARE(text(2, BackupModel::SizeColumn), u"names only"_s);
        QCOMPARE(model.index(0, BackupModel::SizeColumn).data(BackupModel::SortRole).toLongLong(), 2'000'000);
    }

    void settingsAreKept()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(u"x.ini"_s), QSettings::IniFormat);
        BackupRules rules = backupsettings::read(settings, u"/standard"_s);
        QCOMPARE(rules, (BackupRules{.folder = u"/standard"_s}));
        rules.always = true;
        rules.limits = {.size = 5'000'000'000, .days = 30};
        backupsettings::write(rules, settings);
        QCOMPARE(backupsettings::read(settings, u"/standard"_s), rules);
        settings.setValue(u"backups/folder"_s, u"/other"_s);
        QCOMPARE(backupsettings::read(settings, u"/standard"_s).folder, u"/other"_s);
    }
};

QTEST_GUILESS_MAIN(tst_UndoText)
#include "tst_undotext.moc"

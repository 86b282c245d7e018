// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undograde.h"

#include "core/backup.h"
#include "core/backupsize.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace jettison;

namespace {

const QString Store = u"base: base:1 [debian=70]\n"
                      "app: app:1 app@d1 [debian=70 python=12] < base\n"
                      "own: own:1 own:2 [debian=70 perl=5]\n"
                      "made: made:1 ?made@d2 [debian=70 ruby=8]\n"
                      "lost: [debian=70 old=1]"_s;

QString wayName(UndoGrade::Way way)
{
    switch (way) {
    case UndoGrade::Way::ReTag:
        return u"re-tag"_s;
    case UndoGrade::Way::FromBackup:
        return u"backup"_s;
    case UndoGrade::Way::PullAgain:
        return u"pull"_s;
    case UndoGrade::Way::MayBePulled:
        return u"may be pulled"_s;
    case UndoGrade::Way::Unsaved:
        return u"unsaved"_s;
    case UndoGrade::Way::Never:
        return u"never"_s;
    }
    Q_UNREACHABLE();
}

RemovalPlan planFor(const QStringList &targets, bool backup)
{
    return RemovalPlan::make(storeFromText(Store), targetsFromText(targets), {.backup = backup});
}

} // namespace

class tst_UndoGrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void grades_data()
    {
        QTest::addColumn<QStringList>("targets");
        QTest::addColumn<bool>("backup");
        QTest::addColumn<QStringList>("grades");
        QTest::addRow("nothing") << QStringList() << false << QStringList();
        QTest::addRow("one of two names")
            << QStringList(u"own/own:1"_s) << false << QStringList(u"own re-tag"_s);
        QTest::addRow("one of two names, with a backup")
            << QStringList(u"own/own:1"_s) << true << QStringList(u"own re-tag"_s);
        QTest::addRow("a digest that the store makes up")
            << QStringList(u"made"_s) << false << QStringList(u"made may be pulled made@d2"_s);
        QTest::addRow("only copy") << QStringList(u"own"_s) << false << QStringList(u"own never only"_s);
        QTest::addRow("only copy, kept")
            << QStringList(u"own"_s) << true << QStringList(u"own backup only"_s);
        QTest::addRow("of a registry") << QStringList(u"app"_s) << false << QStringList(u"app pull app@d1"_s);
        QTest::addRow("of a registry, kept") << QStringList(u"app"_s) << true << QStringList(u"app backup"_s);
        QTest::addRow("several") << QStringList({u"lost"_s, u"own/own:2"_s, u"app"_s, u"base"_s}) << false
                                 << QStringList({u"lost never only"_s, u"app pull app@d1"_s,
                                        u"base never only"_s, u"own re-tag"_s});
    }

    void grades()
    {
        QFETCH(QStringList, targets);
        QFETCH(bool, backup);
        const RemovalPlan plan = planFor(targets, backup);
        QStringList lines;
        for (const UndoGrade &grade : undoGrades(plan)) {
            QString line = grade.image.text() + u' ' + wayName(grade.way);
            line += grade.isOnlyCopy ? u" only"_s : QString();
            line += grade.digest == Reference() ? QString() : u' ' + grade.digest.text();
            lines << linesText({{RemovalLine::Kind::Deleted, line}}).section(u' ', 1);
        }
        QTEST(lines, "grades");
    }

    void registriesAmongTheNames_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QStringList>("digests");
        const QString names = u"a: mine:1 r.io:5000/app:1 r.io:5000/app:2 q.io/a:1 ?mine@a\n"_s;
        QTest::addRow("containerd") << u"containerd\n"_s + names
                                    << QStringList{u"q.io/a@a"_s, u"r.io:5000/app@a"_s, u"mine@a"_s};
        QTest::addRow("a name of its own comes first")
            << u"containerd\na: r.io/app:1 mine@a"_s << QStringList{u"mine@a"_s, u"r.io/app@a"_s};
        QTest::addRow("no name") << u"containerd\na: "_s << QStringList();
        QTest::addRow("podman") << u"podman\n"_s + names << QStringList{u"mine@a"_s};
        QTest::addRow("classic") << names << QStringList{u"mine@a"_s};
        QTest::addRow("classic, names")
            << u"a: mine:1 r.io/app:1 r.io/app@d mine@d"_s << QStringList{u"mine@d"_s, u"r.io/app@d"_s};
    }

    void registriesAmongTheNames()
    {
        QFETCH(QString, store);
        const SnapshotPtr snapshot = storeFromText(store);
        QStringList texts;
        for (const Reference &digest :
            registryDigests(snapshot->images().first(), snapshot->store().traits)) {
            texts << linesText({{RemovalLine::Kind::Untagged, digest.text()}}).section(u' ', 1);
        }
        QTEST(texts, "digests");
    }

    void knowsWhatIsGoneForGood_data()
    {
        QTest::addColumn<bool>("backup");
        QTest::addColumn<QStringList>("gone");
        QTest::addRow("without a backup") << false << QStringList{u"base"_s, u"lost"_s, u"own"_s};
        QTest::addRow("with one") << true << QStringList();
    }

    void knowsWhatIsGoneForGood()
    {
        QFETCH(bool, backup);
        const RemovalPlan plan = planFor({u"lost"_s, u"app"_s, u"made"_s, u"own"_s, u"base"_s}, backup);
        const auto names = [](const QList<Image> &images) {
            QStringList texts;
            for (const Image &image : images) {
                texts << linesText({{RemovalLine::Kind::Deleted, image.id.text()}}).section(u' ', 1);
            }
            texts.sort();
            return texts;
        };
        QStringList all = names(goneForGood(plan));
        QTEST(all, "gone");
        // Of a removal that was cancelled at once nothing went.
        RemovalReport report{.plan = plan, .outcomes = QList<StepOutcome>(plan.steps.size())};
        QCOMPARE(names(goneForGood(report)), QStringList());
        for (StepOutcome &outcome : report.outcomes) {
            outcome.state = StepOutcome::State::Done;
        }
        QTEST(names(goneForGood(report)), "gone");
    }

    void filesPullNothing()
    {
        const SnapshotPtr engine = storeFromText(Store);
        StoreInfo info = engine->store();
        info.kind = StoreInfo::Kind::Layout;
        const auto layout = std::make_shared<const Snapshot>(info, engine->images(), QList<Container>());
        const auto plan = RemovalPlan::make(layout, targetsFromText({u"app"_s}), {});
        const UndoGrade grade = undoGrades(plan).first();
        QCOMPARE(wayName(grade.way), u"never"_s);
        QVERIFY(!grade.isOnlyCopy);
    }

    void sizeCountsEachLayerOnce()
    {
        QCOMPARE(backupSize(planFor({u"app"_s, u"own"_s}, true)), 87);
        QCOMPARE(backupSize(planFor({u"lost"_s}, true)), 71);
        QCOMPARE(backupSize(planFor({u"own/own:1"_s}, true)), 0);
    }

    void sizeWithoutLayersIsTheSumOfImages()
    {
        const auto plan = RemovalPlan::make(
            storeFromText(u"a: a:1\nb: b:1"_s), targetsFromText({u"a"_s, u"b"_s}), {.backup = true});
        QCOMPARE(backupSize(plan), 2'000'000);
    }

    void noArchiveHoldsAList()
    {
        const SnapshotPtr text = storeFromText(u"podman\nall: all:1"_s);
        QList<Image> images = text->images();
        images[0].isList = true;
        const auto snapshot = std::make_shared<const Snapshot>(text->store(), images, QList<Container>());
        const RemovalPlan plan = RemovalPlan::make(snapshot, targetsFromText({u"all"_s}), {.backup = true});
        QCOMPARE(undoGrades(plan).size(), 1);
        QCOMPARE(undoGrades(plan).first().way, UndoGrade::Way::Unsaved);
    }

    void remaining_data()
    {
        QTest::addColumn<BackupProgress>("progress");
        QTest::addColumn<int>("seconds");
        const auto progress = [](qint64 bytes, qint64 expected, std::chrono::milliseconds elapsed) {
            return BackupProgress{.bytes = bytes, .expected = expected, .elapsed = elapsed};
        };
        QTest::addRow("no byte yet") << progress(0, 100, 9s) << -1;
        QTest::addRow("too early") << progress(10, 100, 900ms) << -1;
        QTest::addRow("nobody knows how much") << progress(10, 0, 9s) << -1;
        QTest::addRow("more than was thought") << progress(110, 100, 9s) << -1;
        QTest::addRow("half of it") << progress(50, 100, 9s) << 9;
        QTest::addRow("a tenth of it") << progress(10, 100, 10s) << 90;
        QTest::addRow("all but a bit") << progress(99, 100, 9s) << 1;
    }

    void remaining()
    {
        QFETCH(BackupProgress, progress);
        const std::optional<std::chrono::seconds> left = progress.remaining();
        QTEST(left ? int(left->count()) : -1, "seconds");
    }
};

QTEST_GUILESS_MAIN(tst_UndoGrade)
#include "tst_undograde.moc"

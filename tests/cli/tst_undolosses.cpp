// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/undobench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

using Bench = UndoBench;

} // namespace

// What no undo brings back, and how that is told.
class tst_UndoLosses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatIsGoneForGoodAndPassedOver()
    {
        Bench bench;
        bench.run(u"rm app:1"_s);
        bench.run(u"rm --no-backup --force old:1"_s);
        const Printed foretold = bench.run(u"rm --dry-run "_s + bench.id(u"app:1"_s));
        QVERIFY2(foretold.error.contains("No undo will bring back: app:2\n"_L1), qPrintable(foretold.error));
        QVERIFY2(
            !bench.run(u"undo --dry-run"_s).error.contains("cannot be undone"_L1), "nothing has gone yet");
        const Printed removed = bench.run(u"rm "_s + bench.id(u"app:1"_s));
        QVERIFY2(removed.error.contains("Gone for good, no undo brings back: app:2\n"_L1),
            qPrintable(removed.error));
        QCOMPARE(bench.backups().size(), 2);
        for (const QString &command : {u"undo --dry-run"_s, u"undo"_s}) {
            const Printed passing = bench.run(command);
            QVERIFY2(passing.error.contains(" cannot be undone: app:2\n"_L1), qPrintable(passing.error));
            QVERIFY2(passing.out.startsWith("Pulled: "_L1), qPrintable(passing.out));
        }
        // Nor does it keep the next one from being undone.
        QVERIFY(bench.run(u"undo"_s).error.contains("app:1 cannot be given back"_L1));
        const Printed nothing = bench.run(u"undo"_s);
        QVERIFY2(nothing.error.contains(" cannot be undone: app:2\n"_L1), qPrintable(nothing.error));
        QVERIFY2(nothing.error.contains("Nothing to undo"_L1), qPrintable(nothing.error));
    }

    void whatIsGoneForGoodBlocksNothing()
    {
        Bench bench;
        bench.run(u"rm app:1"_s);
        bench.run(u"rm --backup --force old:1"_s);
        bench.run(u"rm app:2"_s);
        bench.run(u"undo"_s);
        // Nothing is kept of the image, so that its first name has nowhere to go.
        const Printed lost = bench.run(u"undo"_s);
        QCOMPARE(lost.status, ExitStatus::Incomplete);
        QVERIFY2(lost.error.contains("app:1 cannot be given back: image"_L1), qPrintable(lost.error));
        QVERIFY2(lost.error.contains("goes on with the removal before it"_L1), qPrintable(lost.error));
        QVERIFY2(bench.run(u"undo"_s).error.contains("Nothing to undo"_L1), "it is tried for ever");
    }

    void knowsThatAnImageIsGone()
    {
        Bench bench;
        const QString digest = bench.images.snapshot->images().last().references.last().text();
        bench.run(u"rm --force old:1"_s);
        bench.run(u"undo"_s);
        bench.run(u"rm "_s + digest);
        bench.run(u"rm --no-backup old:1"_s);
        const Printed foretold = bench.run(u"undo --dry-run"_s);
        QVERIFY2(!foretold.error.contains("is there"_L1), qPrintable(foretold.error));
        QVERIFY2(
            foretold.error.contains(digest + " cannot be given back: image"_L1), qPrintable(foretold.error));
        QCOMPARE(foretold.status, ExitStatus::Incomplete);
        QVERIFY2(bench.run(u"undo"_s).error.contains(digest + " cannot be given back: image"_L1), "not said");
    }

    void tellsWhatDoesNotComeBack()
    {
        Bench bench;
        const Printed removed = bench.run(u"rm --backup --force old:1"_s);
        QVERIFY2(
            removed.error.contains("Undo will not bring back container web"_L1), qPrintable(removed.error));
        const Printed undone = bench.run(u"undo"_s);
        QVERIFY2(undone.error.contains("digests again: old@"_L1), qPrintable(undone.error));
        QVERIFY2(undone.error.contains("not re-created, but can be"_L1), qPrintable(undone.error));
        QCOMPARE(undone.status, ExitStatus::Done);
        const Printed again =
            bench.run(u"undo --containers "_s + bench.backups().first()["id"_L1].toString());
        QVERIFY2(again.out.contains("Created: web\n"_L1), qPrintable(again.out));
    }
};

QTEST_GUILESS_MAIN(tst_UndoLosses)
#include "tst_undolosses.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/matrixtable.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Old = u"docker20"_s;
const QString New = u"podman58"_s;

MatrixTable table(const QString &engine, const MatrixCell &cell)
{
    MatrixTable table;
    table.addCases({{.id = u"A01"_s, .title = u"a name"_s}, {.id = u"B01"_s, .title = u"a container"_s}});
    table.addEngine(engine, u"Docker 1"_s);
    table.set(engine, u"A01"_s, cell);
    table.set(engine, u"B01"_s, {u"✓"_s, {}});
    return table;
}

} // namespace

/// What is kept is what was seen.
class tst_MatrixTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatItWrote()
    {
        const MatrixTable written = table(Old, {u"≠"_s, {u"one"_s, u"two, and more"_s}});
        const MatrixTable read = MatrixTable::of(written.markdown());
        QCOMPARE(read.markdown(), written.markdown());
        QCOMPARE(written.differencesFrom(read), QStringList());
        QVERIFY(read.markdown().contains(u"| A01 | a name | ≠ 1, 2 |"_s));
    }

    void seesWhatIsStale()
    {
        const MatrixTable kept = table(Old, {u"–"_s, {u"no such thing"_s}});
        const QStringList differences = table(Old, {u"✓"_s, {}}).differencesFrom(kept);
        QCOMPARE(differences, QStringList(u"A01 docker20: it says \"–; no such thing\", not \"✓\""_s));
        QCOMPARE(table(New, {u"✓"_s, {}}).differencesFrom(kept).size(), 2);
        MatrixTable more = table(Old, {u"–"_s, {u"no such thing"_s}});
        more.addCases({{.id = u"A02"_s, .title = u"another"_s}});
        QCOMPARE(more.differencesFrom(kept).size(), 1);
    }

    void keepsWhatWasNotPlayed()
    {
        MatrixTable renewed = table(New, {u"✓"_s, {}});
        renewed.fillUpFrom(table(Old, {u"–"_s, {u"why"_s}}));
        const QString text = renewed.markdown();
        QVERIFY2(text.contains(u"| A01 | a name | – 1 | ✓ |"_s), qPrintable(text));
        QVERIFY2(text.contains(u"| B01 | a container | ✓ | ✓ |"_s), qPrintable(text));
        QVERIFY2(text.contains("1. why\n"_L1), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(tst_MatrixTable)
#include "tst_matrixtable.moc"

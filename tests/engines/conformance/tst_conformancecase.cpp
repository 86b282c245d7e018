// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/conformancecase.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

/// Nothing that a file of cases leaves open passes.
class tst_ConformanceCase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsCases()
    {
        const auto cases =
            read("B02 second\n  look\n    all\n"
                 "A01 first\nnot podman: why\n    image a: a:1\n"
                 "  rm a:1\n    not classic: reason\n    meanwhile docker ps\n    containerd \"x, y\"\n"
                 "  look\n    docker\n");
        QVERIFY2(cases, qPrintable(cases.error()));
        QCOMPARE(cases->size(), 2);
        const ConformanceCase first = cases->constFirst();
        QCOMPARE(first.id, u"A01"_s);
        QCOMPARE(first.setUp, u"image a: a:1\n"_s);
        const ConformanceAction removal = first.actions.constFirst();
        QCOMPARE(removal.meanwhile, QStringList(u"docker ps"_s));
        const EngineKind classic = *EngineKind::named(u"docker20"_s);
        const EngineKind containerd = *EngineKind::named(u"docker28-containerd"_s);
        QCOMPARE(EngineRemark::on(removal.impossible, classic), u"reason"_s);
        QCOMPARE(EngineRemark::on(first.impossible, *EngineKind::named(u"podman58"_s)), u"why"_s);
        QVERIFY(!removal.expectationOf(classic));
        QCOMPARE(removal.expectationOf(containerd), QStringList(u"\"x, y\""_s));
    }

    void wantsNothingLeftOpen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &text, const QString &words) {
            QTest::addRow("%s", name) << text << words;
        };
        row("no action", "A01 a\n", u"A01 docker20: nothing is tried"_s);
        row("one that only does", "A01 a\n  do docker ps\n", u"A01 podman58: nothing is tried"_s);
        row("an engine without a line", "A01 a\n  rm a:1\n    docker Deleted: a\n",
            u"A01 podman43: \"a:1\" wants"_s);
        row("a line and a reason", "A01 a\n  rm a:1\n    all Deleted: a\n    not podman: why\n",
            u"A01 podman43: \"a:1\" wants"_s);
        row("a reason for each action alone", "A01 a\n  rm a:1\n    not all: why\n",
            u"A01 docker20: nothing is tried"_s);
        row("a line of nobody", "A01 a\n  rm a:1\n    dokcer Deleted: a\n", u"cases.txt:3"_s);
        row("a reason of nobody", "A01 a\nnot podman99: why\n", u"cases.txt:2"_s);
    }

    void wantsNothingLeftOpen()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, words);
        const auto cases = read(text);
        QVERIFY(!cases);
        QVERIFY2(cases.error().contains(words), qPrintable(cases.error()));
    }

private:
    static tl::expected<QList<ConformanceCase>, QString> read(const QByteArray &text)
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"cases.txt"_s));
        if (!file.open(QIODevice::WriteOnly)) {
            return tl::unexpected(file.errorString());
        }
        file.write(text);
        file.close();
        return readCases(folder.path());
    }
};

QTEST_GUILESS_MAIN(tst_ConformanceCase)
#include "tst_conformancecase.moc"

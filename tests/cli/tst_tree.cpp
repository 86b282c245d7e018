// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/printed.h"
#include "fakes/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

// In the characters of a terminal that knows no others.
QString plain(QString text)
{
    return text.replace(u"├─"_s, u"|-"_s).replace(u"└─"_s, u"`-"_s).replace(u'│', u'|');
}

} // namespace

class tst_Tree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prints_data()
    {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("expected");
        const QString scene = u"base: base:1 [a=1 b=2]\napp: app:1 [a=1 b=2 c=3 d=4]\n"
                              "web: web:1 [a=1 b=2 e=5]\nlone: lone:1 [x=9]\nnone: none:1 []"_s;
        QTest::addRow("all") << scene << u"tree"_s
                             << u"1 B  {a}  3 image(s)\n2 B  {b}  [base:1] 3 image(s)\n|- 3 B  {c}\n"
                                "|  4 B  {d}  [app:1]\n`- 5 B  {e}  [web:1]\n9 B  {x}  [lone:1]\n"_s;
        QTest::addRow("of one image")
            << scene << u"tree web:1"_s
            << u"1 B  {a}  needed by base:1, app:1, web:1\n"
               "2 B  {b}  [base:1] needed by base:1, app:1, web:1\n5 B  {e}  [web:1]\n"_s;
        QTest::addRow("the biggest first, with what grows on it")
            << u"a: a:1 [x=50]\nb: b:1 [a=1 b=2]\nc: c:1 [a=1 c=90]"_s << u"tree"_s
            << u"1 B  {a}  2 image(s)\n|- 90 B  {c}  [c:1]\n`- 2 B  {b}  [b:1]\n50 B  {x}  [a:1]\n"_s;
        QTest::addRow("needed by many")
            << u"a: a:1 [x=1]\nb: b:1 [x=1]\nc: c:1 [x=1]\nd: d:1 [x=1]\ne: e:1 [x=1]"_s << u"tree a:1"_s
            << u"1 B  {x}  [a:1, b:1, c:1, d:1, e:1] needed by a:1, b:1, c:1 and 2 more\n"_s;
        QTest::addRow("without layers") << u"a: a:1 []"_s << u"tree a:1"_s << QString();
    }

    void prints()
    {
        QFETCH(QString, store);
        QFETCH(QString, arguments);
        QFETCH(QString, expected);
        const FakeStore fake(storeFromText(store));
        for (const QString &name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"x"_s}) {
            const LayerGraph &graph = fake.snapshot->layers();
            const auto layer = std::ranges::find(graph.layers(), diffIdOf(name), &Layer::diffId);
            if (layer != graph.layers().end()) {
                expected.replace(u'{' + name + u'}', layertextOf(*layer));
            }
        }
        const Printed printed = runCommand(arguments, fake);
        QCOMPARE(plain(printed.out), expected);
        QCOMPARE(printed.status, ExitStatus::Done);
    }

    void printsJson()
    {
        const FakeStore store(storeFromText(u"base: base:1 [a=1 b=2]\napp: app:1 [a=1 b=2 c=3]"_s));
        const auto layers = [&](const QString &arguments) {
            return QJsonDocument::fromJson(runCommand(arguments, store).out.toUtf8()).array();
        };
        const QJsonArray all = layers(u"tree --format json"_s);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0]["parent"_L1], QJsonValue());
        QCOMPARE(all[0]["diffId"_L1].toString(), diffIdOf(u"a"_s).text());
        QCOMPARE(all[0]["chainId"_L1], all[1]["parent"_L1]);
        QCOMPARE(all[1]["images"_L1].toArray(), QJsonArray{imageIdOf(u"base"_s).text()});
        QCOMPARE(all[1]["imageCount"_L1].toInt(), 2);
        QCOMPARE(all[1]["size"_L1].toInt(), 2);
        QCOMPARE(all[1]["estimate"_L1].toBool(), false);
        QVERIFY(!all[1].toObject().contains("neededBy"_L1));
        const QJsonArray some = layers(u"tree --format json base:1"_s);
        QCOMPARE(some.size(), 2);
        QCOMPARE(some[0]["neededBy"_L1].toArray().size(), 2);
    }

    void anUnknownImageIsAnError()
    {
        const FakeStore store(storeFromText(u"a: a:1 [x=1]"_s));
        const Printed printed = runCommand(u"tree b:1"_s, store);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY(printed.error.startsWith("Error: "_L1));
        QCOMPARE(printed.out, QString());
    }

    void listAndRemovalTellBytes()
    {
        const FakeStore store(storeFromText(u"base: base:1 [a=1 b=2]\napp: app:1 [a=1 b=2 c=3]"_s));
        const auto json = [&](const QString &arguments) {
            return QJsonDocument::fromJson(runCommand(arguments, store).out.toUtf8());
        };
        const QJsonArray images = json(u"ls --format json"_s).array();
        QCOMPARE(images[0]["unique"_L1].toInt(-1), 0);
        QCOMPARE(images[0]["shared"_L1].toInt(-1), 3);
        QCOMPARE(images[1]["unique"_L1].toInt(-1), 3);
        QCOMPARE(images[1]["repositories"_L1][0]["name"_L1].toString(), u"app"_s);
        QCOMPARE(images[1]["repositories"_L1][0]["unique"_L1].toInt(-1), 3);
        const QJsonObject preview = json(u"rm --dry-run --format json app:1"_s).object();
        QCOMPARE(preview["predicted"_L1]["bytes"_L1].toInt(-1), 3);
        QVERIFY(preview["freed"_L1].isNull());
        const QJsonObject report = json(u"rm --format json app:1"_s).object();
        QCOMPARE(report["predicted"_L1]["bytes"_L1].toInt(-1), 3);
        QCOMPARE(report["freed"_L1].toInt(-1), 3);
        QCOMPARE(report["measured"_L1].toInt(-1), 3);
        QVERIFY(runCommand(u"rm app:1"_s, store).error.contains("3 B freed, as predicted"_L1));
    }

    void removalTellsWhatGoesInSilence()
    {
        const FakeStore store(
            storeFromText(u"podman\nbase: base:1 [a=1]\napp: app:1 [a=1 b=2] < base\nold: old:1 [c=3]"_s));
        const auto predicted = [&](const QString &names) {
            const Printed printed = runCommand(u"rm --dry-run --format json "_s + names, store);
            return QJsonDocument::fromJson(printed.out.toUtf8())["predicted"_L1].toObject();
        };
        const auto count = [](const QJsonObject &object, const QString &key) {
            return object[key].toArray().size();
        };
        const QJsonObject base = predicted(u"base:1"_s);
        QCOMPARE(count(base, u"deleted"_s), 0);
        QCOMPARE(base["images"_L1].toArray(), QJsonArray{imageIdOf(u"base"_s).text()});
        QCOMPARE(count(base, u"layers"_s), 0);
        const QJsonObject old = predicted(u"old:1"_s);
        QCOMPARE(count(old, u"deleted"_s), 1);
        QCOMPARE(old["images"_L1].toArray(), old["deleted"_L1].toArray());
        // The chain ID of a lowest layer is its diff ID.
        QCOMPARE(old["layers"_L1].toArray(), QJsonArray{diffIdOf(u"c"_s).text()});
    }

private:
    // As storetext writes the command of each layer, or its digest where no history tells.
    static QString layertextOf(const Layer &layer)
    {
        return layer.createdBy.isEmpty() ? layer.diffId.text().left(19) : layer.createdBy;
    }
};

QTEST_GUILESS_MAIN(tst_Tree)
#include "tst_tree.moc"

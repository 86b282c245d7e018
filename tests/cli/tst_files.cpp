// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/printed.h"
#include "fakes/filestext.h"
#include "fakes/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

// An image of two layers, and one without any.
std::unique_ptr<FakeStore> store()
{
    auto fake = std::make_unique<FakeStore>(storeFromText(u"app: app:1 [base=12 top=6]\nnone: none:1 []"_s));
    LayerListing base = layerFromText({}, u"etc/ etc/a=5 b=7 lib>usr"_s);
    base.diffId = diffIdOf(u"base"_s);
    LayerListing top = layerFromText({}, u"etc/a=6@600 .wh.b"_s);
    top.diffId = diffIdOf(u"top"_s);
    fake->files.insert(imageIdOf(u"app"_s), {top, base});
    return fake;
}

// Without the blanks between the cells.
QString simplified(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        line = line.simplified();
    }
    return lines.join(u'\n');
}

} // namespace

class tst_Files : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prints_data();
    void prints();
    void printsJson();
    void findsLayersById();
    void fails_data();
    void fails();
    void tellsOfAMissingLayer();
    void namesTheImagesOfAList_data();
    void namesTheImagesOfAList();
    void usage_data();
    void usage();
};

void tst_Files::prints_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");

    const QString title = u"MODE SIZE LAYER CHANGE PATH\n"_s;
    QTest::addRow("image") << u"files app:1"_s
                           << title
            + u"drw-r--r-- 0 B 1 added /etc\n-rw------- 6 B 2 overwrites 5 B /etc/a\n"
              "lrw-r--r-- 0 B 1 added /lib -> usr\n"_s;
    QTest::addRow("lower layer") << u"files --layer 1 app:1"_s
                                 << title
            + u"-rw-r--r-- 7 B 1 added /b\ndrw-r--r-- 0 B 1 added /etc\n-rw-r--r-- 5 B 1 added /etc/a\n"
              "lrw-r--r-- 0 B 1 added /lib -> usr\n"_s;
    QTest::addRow("upper layer") << u"files -l 2 app:1"_s
                                 << title
            + u"0 B 2 hides 7 B in 1 file(s) /b\n-rw------- 6 B 2 overwrites 5 B /etc/a\n"_s;
    QTest::addRow("biggest") << u"files --biggest 1 app:1"_s
                             << title + u"-rw------- 6 B 2 overwrites 5 B /etc/a\n"_s;
    QTest::addRow("wasted") << u"files --wasted app:1"_s << u"WASTED TIMES PATH\n7 B 1 /b\n5 B 1 /etc/a\n"_s;
    QTest::addRow("nothing") << u"files none:1"_s << title;
}

void tst_Files::prints()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, expected);

    const Printed printed = runCommand(arguments, *store());

    QCOMPARE(simplified(printed.out), expected);
    QCOMPARE(printed.status, ExitStatus::Done);
    QVERIFY(printed.error.endsWith(u"wasted: 12 B in 2 file(s)\n"_s)
        || printed.error.endsWith(u"nothing is wasted\n"_s));
}

void tst_Files::printsJson()
{
    const Printed printed = runCommand(u"files --layer 2 --format json app:1"_s, *store());
    const QJsonObject object = QJsonDocument::fromJson(printed.out.toUtf8()).object();

    QCOMPARE(object[u"image"].toString(), imageIdOf(u"app"_s).text());
    QCOMPARE(object[u"size"].toInt(), 18);
    QCOMPARE(object[u"wastedBytes"].toInt(), 12);
    QCOMPARE(object[u"layers"].toArray().size(), 2);
    QCOMPARE(object[u"layers"][0][u"wasted"].toInt(), 12);
    QCOMPARE(object[u"layers"][1][u"diffId"].toString(), diffIdOf(u"top"_s).text());
    const QJsonArray files = object[u"files"].toArray();
    QCOMPARE(files.size(), 2);
    QCOMPARE(files[0][u"path"].toString(), u"/b"_s);
    QCOMPARE(files[0][u"type"].toString(), u"whiteout"_s);
    QCOMPARE(files[0][u"change"][u"bytes"].toInt(), 7);
    QCOMPARE(files[1][u"mode"].toString(), u"600"_s);
    QCOMPARE(files[1][u"change"][u"kind"].toString(), u"overwrites"_s);
    QCOMPARE(files[1][u"change"][u"lower"].toInt(), 1);
    QCOMPARE(object[u"wasted"].toArray().size(), 2);
}

void tst_Files::findsLayersById()
{
    const DiffId base = diffIdOf(u"base"_s);
    const ChainId top = chainIdOf(chainIdOf({}, base), diffIdOf(u"top"_s));

    for (const QString &id : {base.text(), base.text().sliced(7, 12)}) {
        QVERIFY(runCommand(u"files app:1 --layer "_s + id, *store()).out.contains(u"/lib"_s));
    }
    for (const QString &id : {top.text(), top.text().sliced(7, 4)}) {
        QVERIFY(runCommand(u"files app:1 --layer "_s + id, *store()).out.contains(u"hides"_s));
    }
}

void tst_Files::fails_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("expected");

    QTest::addRow("no such image") << u"files other:1"_s << u"Error: There is no such image: other:1"_s;
    QTest::addRow("no such layer") << u"files -l 3 app:1"_s << u"Error: The image has no layer \"3\""_s;
    QTest::addRow("no such ID") << u"files -l 123456789 app:1"_s << u"Error: The image has no layer"_s;
}

void tst_Files::fails()
{
    QFETCH(const QString, arguments);
    QFETCH(const QString, expected);

    const Printed printed = runCommand(arguments, *store());

    QCOMPARE(printed.status, ExitStatus::Incomplete);
    QVERIFY2(printed.error.contains(expected), qPrintable(printed.error));
    QCOMPARE(printed.out, QString());
}

void tst_Files::tellsOfAMissingLayer()
{
    const std::unique_ptr<FakeStore> fake = store();
    fake->files[imageIdOf(u"app"_s)].pop_back();

    const Printed printed = runCommand(u"files app:1"_s, *fake);

    QCOMPARE(printed.status, ExitStatus::Incomplete);
    QVERIFY2(printed.error.contains(diffIdOf(u"base"_s).text()), qPrintable(printed.error));
}

void tst_Files::namesTheImagesOfAList_data()
{
    QTest::addColumn<bool>("isEmpty");
    QTest::addColumn<QString>("expected");

    QTest::addRow("two")
        << false
        << u"app:1 is a manifest list: it has no layers. Choose one of the images that it names: "
           "linux/amd64 (\"jettison files %1\"), linux/arm64 (not in this store)."_s;
    QTest::addRow("none") << true << u"app:1 is a manifest list: it has no layers, and names no image."_s;
}

// The engine would take it for the image in it that fits the machine, or find nothing.
void tst_Files::namesTheImagesOfAList()
{
    QFETCH(const bool, isEmpty);
    QFETCH(const QString, expected);
    const std::unique_ptr<FakeStore> fake = store();
    const SnapshotPtr before = fake->snapshot;
    QList<Image> images = before->images();
    const ImageId named = imageIdOf(u"none"_s);
    const auto list = std::ranges::find(images, imageIdOf(u"app"_s), &Image::id);
    list->isList = true;
    if (!isEmpty) {
        const QString other = u"sha256:"_s + QString(64, u'a');
        list->variants = {{.name = u"linux/amd64"_s, .digest = other, .image = named},
            {.name = u"linux/arm64"_s, .digest = other, .isPresent = false}};
    }
    fake->snapshot = std::make_shared<const Snapshot>(before->store(), images, before->containers());

    const Printed printed = runCommand(u"files app:1"_s, *fake);

    QCOMPARE(printed.status, ExitStatus::Incomplete);
    const QString shown = named.text().sliced(7, 12);
    QCOMPARE(printed.error, "Error: "_L1 + (isEmpty ? expected : expected.arg(shown)) + u'\n');
    QCOMPARE(printed.out, QString());
}

void tst_Files::usage_data()
{
    QTest::addColumn<QString>("arguments");

    for (const char *arguments : {"files", "files a b", "files --biggest 0 a", "files --biggest x a",
             "files --biggest 3 --wasted a", "files --layer 1 --wasted a", "files --format table a"}) {
        QTest::addRow("%s", arguments) << QString::fromLatin1(arguments);
    }
}

void tst_Files::usage()
{
    QFETCH(const QString, arguments);

    const auto options = cli::parseOptions(QStringList(u"jettison"_s) + arguments.split(u' '));

    QVERIFY(!options);
    QVERIFY(options.error().isError);
}

QTEST_GUILESS_MAIN(tst_Files)
#include "tst_files.moc"

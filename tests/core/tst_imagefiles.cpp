// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/filestext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_ImageFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whiteoutsAreRead_data();
    void whiteoutsAreRead();
    void changes_data();
    void changes();
    void top_data();
    void top();
    void wasted_data();
    void wasted();
    void layersTellTheirShare();
    void biggestComeFirst();
    void treeOfALayer();
    void treeOfTheImage();
    void pathsAreFound();
    void hostileLinksEnd();
};

void tst_ImageFiles::whiteoutsAreRead_data()
{
    using Type = LayerEntry::Type;
    QTest::addColumn<QString>("inTar");
    QTest::addColumn<bool>("isKept");
    QTest::addColumn<int>("type");
    QTest::addColumn<QString>("path");

    const auto row = [](const char *name, const QString &inTar, Type type, const QString &path) {
        QTest::addRow("%s", name) << inTar << true << int(type) << path;
    };
    row("file", u"etc/passwd"_s, Type::File, u"etc/passwd"_s);
    row("whiteout", u"etc/.wh.passwd"_s, Type::Whiteout, u"etc/passwd"_s);
    row("whiteout in the root", u".wh.etc"_s, Type::Whiteout, u"etc"_s);
    row("opaque", u"etc/.wh..wh..opq"_s, Type::OpaqueWhiteout, u"etc"_s);
    row("opaque root", u".wh..wh..opq"_s, Type::OpaqueWhiteout, QString());
    row("whiteout of a hidden file", u"a/.wh..profile"_s, Type::Whiteout, u"a/.profile"_s);
    row("nothing but the prefix", u"a/.wh."_s, Type::File, u"a/.wh."_s);
    row("prefix inside", u"a/b.wh.c"_s, Type::File, u"a/b.wh.c"_s);
    QTest::addRow("AUFS") << u".wh..wh.plnk/12.34"_s << false << int(Type::File) << QString();
    QTest::addRow("AUFS in a folder") << u"a/.wh..wh.aufs"_s << false << int(Type::File) << QString();
}

void tst_ImageFiles::whiteoutsAreRead()
{
    QFETCH(const QString, inTar);
    QFETCH(const bool, isKept);
    QFETCH(const int, type);
    QFETCH(const QString, path);

    LayerEntry entry{.path = inTar};

    QCOMPARE(whiteouts::interpret(entry), isKept);
    if (isKept) {
        QCOMPARE(int(entry.type), type);
        QCOMPARE(entry.path, path);
        QCOMPARE(whiteouts::tarPath(entry), inTar);
    }
}

// The changes of the last layer.
void tst_ImageFiles::changes_data()
{
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QStringList &layers, const QStringList &expected) {
        QTest::addRow("%s", name) << layers << expected.join(u'\n');
    };
    row("new file", {u"a=1"_s}, {u"a adds"_s});
    row("folder that was only implied", {u"d/a=1"_s, u"d/ d/b=2"_s}, {u"d adds"_s, u"d/b adds"_s});
    row("other size", {u"a=1"_s, u"a=2"_s}, {u"a overwrites 1 in 1 of layer 0"_s});
    row("other content", {u"a=5"_s, u"a=5:new"_s}, {u"a overwrites 5 in 1 of layer 0"_s});
    row("other permissions", {u"a=5"_s, u"a=5@600"_s}, {u"a changes 5 in 1 of layer 0"_s});
    row("the same again", {u"a=5"_s, u"a=5"_s}, {u"a repeats 5 in 1 of layer 0"_s});
    row("folder again", {u"d/ d/a=5"_s, u"d/"_s}, {u"d repeats of layer 0"_s});
    row("folder with other permissions", {u"d/ d/a=5"_s, u"d/@700"_s}, {u"d changes of layer 0"_s});
    row("file instead of a folder", {u"d/ d/a=5 d/b/c=7"_s, u"d=1"_s},
        {u"d overwrites 12 in 2 of layer 0"_s});
    row("folder instead of a file", {u"d=5"_s, u"d/ d/a=1"_s},
        {u"d overwrites 5 in 1 of layer 0"_s, u"d/a adds"_s});
    row("whiteout of a file", {u"a=5"_s, u".wh.a"_s}, {u".wh.a hides 5 in 1 of layer 0"_s});
    row("whiteout of a folder", {u"d/ d/a=5 d/e/b=7"_s, u".wh.d"_s}, {u".wh.d hides 12 in 2 of layer 0"_s});
    row("whiteout of nothing", {u"a=5"_s, u".wh.b"_s}, {u".wh.b hides"_s});
    row("whiteout of what is hidden already", {u"a=5"_s, u".wh.a"_s, u".wh.a"_s}, {u".wh.a hides"_s});
    row("whiteout across layers", {u"d/a=5"_s, u"d/b=7"_s, u".wh.d"_s}, {u".wh.d hides 12 in 2"_s});
    row("whiteout does not hide its own layer", {u"a=5"_s, u"a=2 .wh.a"_s},
        {u".wh.a hides 5 in 1 of layer 0"_s, u"a adds"_s});
    row("opaque folder", {u"d/ d/a=5 d/e/b=7"_s, u"d/ d/a=1 d/.wh..wh..opq"_s},
        {u"d/.wh..wh..opq hides 12 in 2"_s, u"d repeats of layer 0"_s, u"d/a adds"_s});
    row("opaque root", {u"d/a=5 b=1"_s, u".wh..wh..opq c=1"_s},
        {u".wh..wh..opq hides 6 in 2"_s, u"c adds"_s});
    row("symbolic link again", {u"l>a"_s, u"l>a"_s}, {u"l repeats 0 in 1 of layer 0"_s});
    row("symbolic link elsewhere", {u"l>a"_s, u"l>b"_s}, {u"l overwrites 0 in 1 of layer 0"_s});
    row("hard link to a file of the layer", {u"a=5 b~a"_s}, {u"a adds"_s, u"b adds"_s});
    row("one of two names overwritten", {u"a=5 b~a"_s, u"a=6"_s}, {u"a overwrites 0 in 1 of layer 0"_s});
    row("both names hidden", {u"d/a=5 d/b~d/a"_s, u".wh.d"_s}, {u".wh.d hides 5 in 2"_s});
    row("link to what it replaces", {u"a=5 b~a"_s, u"b~a"_s}, {u"b repeats 0 in 1 of layer 0"_s});
    row("twice in one layer", {u"a=5 a=6"_s}, {u"a adds"_s, u"a overwrites 5 in 1 of layer 0"_s});
    row("through a link to a folder", {u"usr/bin/sh=5 bin>usr/bin"_s, u"bin/sh=6"_s},
        {u"bin/sh overwrites 5 in 1 of layer 0"_s});
    row("whiteout through an absolute link", {u"usr/bin/sh=5 bin>/usr/bin"_s, u"bin/.wh.sh"_s},
        {u"bin/.wh.sh hides 5 in 1 of layer 0"_s});
    row("opaque through a link", {u"usr/bin/sh=5 bin>usr/bin"_s, u"bin/.wh..wh..opq"_s},
        {u"bin/.wh..wh..opq hides 5 in 1"_s});
    row("link upwards stays in the root", {u"a=5 x/l>../../.."_s, u"x/l/a=1"_s},
        {u"x/l/a overwrites 5 in 1 of layer 0"_s});
    row("dots in a path are a name", {u"a=5"_s, u"x/../a=1"_s}, {u"x/../a adds"_s});
}

void tst_ImageFiles::changes()
{
    QFETCH(const QStringList, layers);
    QFETCH(const QString, expected);

    QCOMPARE(changesText(filesFromText(layers), int(layers.size()) - 1), expected);
}

void tst_ImageFiles::top_data()
{
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QStringList &layers, const QString &expected) {
        QTest::addRow("%s", name) << layers << expected;
    };
    row("nothing", {}, QString());
    row("the upper one", {u"a=1 b=2"_s, u"a=3"_s}, u"a=3 b=2"_s);
    row("hidden folder", {u"d/a=1 b=2"_s, u".wh.d"_s}, u"b=2"_s);
    row("hidden and made again", {u"d/a=1 d/b=2"_s, u".wh.d"_s, u"d/b=7"_s}, u"d d/b=7"_s);
    row("opaque", {u"d/ d/a=1 d/b=2"_s, u"d/.wh..wh..opq d/c=3"_s}, u"d d/c=3"_s);
    row("hard links count once", {u"a=5 b~a"_s}, u"a=5 b"_s);
    row("the link that is left counts", {u"a=5 b~a"_s, u".wh.a"_s}, u"b=5"_s);
    row("through a link", {u"usr/a=1 bin>usr"_s, u"bin/b=2"_s}, u"bin>usr usr usr/a=1 usr/b=2"_s);
    row("file below a file", {u"a=1"_s, u"a/b=2"_s}, u"a a/b=2"_s);
    row("link to itself", {u"a>a"_s, u"a/b=2"_s}, u"a a/b=2"_s);
}

void tst_ImageFiles::top()
{
    QFETCH(const QStringList, layers);
    QFETCH(const QString, expected);

    QCOMPARE(topText(filesFromText(layers)), expected);
}

void tst_ImageFiles::wasted_data()
{
    QTest::addColumn<QStringList>("layers");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QStringList &layers, const QStringList &expected) {
        QTest::addRow("%s", name) << layers << expected.join(u'\n');
    };
    row("nothing", {u"a=1"_s, u"b=2"_s}, {});
    row("the biggest first", {u"a=1 b=2"_s, u"a=7 .wh.b"_s}, {u"b 1 times 2"_s, u"a 1 times 1"_s});
    row("again and again", {u"a=1"_s, u"a=2"_s, u"a=3"_s}, {u"a 2 times 3"_s});
    row("added, deleted, added, deleted", {u"a=5"_s, u".wh.a"_s, u"a=5"_s, u".wh.a"_s}, {u"a 2 times 10"_s});
    row("each file of a folder", {u"d/a=5 d/b=7"_s, u".wh.d"_s}, {u"d/b 1 times 7"_s, u"d/a 1 times 5"_s});
    row("an empty file", {u"a=0"_s, u".wh.a"_s}, {});
    row("a name of a hard link", {u"a=5 b~a"_s, u".wh.a"_s}, {});
    row("all names, in several layers", {u"a=5 b~a"_s, u".wh.b"_s, u".wh.a"_s}, {u"a 1 times 5"_s});
    row("changed permissions", {u"a=5"_s, u"a=5@755"_s}, {u"a 1 times 5"_s});
}

void tst_ImageFiles::wasted()
{
    QFETCH(const QStringList, layers);
    QFETCH(const QString, expected);

    const ImageFiles files = filesFromText(layers);

    QCOMPARE(wastedText(files), expected);
    qint64 sum = 0;
    for (const ImageFiles::WastedPath &wasted : files.wasted()) {
        sum += wasted.bytes;
    }
    QCOMPARE(files.wastedBytes(), sum);
}

// What is seen and what is wasted is all there is.
void tst_ImageFiles::layersTellTheirShare()
{
    const ImageFiles files = filesFromText({u"a=1 d/b=10 d/c~d/b"_s, u"a=100 e=1000"_s, u".wh.d .wh.e"_s});

    QCOMPARE(files.layers().size(), 3);
    QCOMPARE(files.layers()[0].size, 11);
    QCOMPARE(files.layers()[0].wasted, 11);
    QCOMPARE(files.layers()[1].size, 1100);
    QCOMPARE(files.layers()[1].wasted, 1000);
    QCOMPARE(files.layers()[2].size, 0);
    QCOMPARE(files.layers()[2].wasted, 0);
    qint64 seen = 0;
    for (const ImageFiles::TopFile &file : files.top()) {
        seen += file.size;
    }
    QCOMPARE(seen + files.wastedBytes(), files.size());
}

void tst_ImageFiles::biggestComeFirst()
{
    const ImageFiles files = filesFromText({u"a=1 b=300 c=20 d/ e=0"_s, u"b=3"_s});

    QStringList paths;
    for (const int position : files.biggest(2)) {
        paths << files.paths().path(files.top()[size_t(position)].path);
    }

    QCOMPARE(paths, QStringList({u"c"_s, u"b"_s}));
    QCOMPARE(files.biggest(10).size(), 3);
    QCOMPARE(files.biggest(0).size(), 0);
}

void tst_ImageFiles::treeOfALayer()
{
    const ImageFiles files = filesFromText({u"x=1"_s, u"d/e/a=5 d/b=7 d/ d/.wh.c .wh.x"_s});

    QCOMPARE(treeText(files, FileTree::ofLayer(files, 1)),
        u".wh.x 0 1\nd/ 12 3\nd/.wh.c 0 1\nd/b 7 1\nd/e/ 5 1\nd/e/a 5 1"_s);
    QCOMPARE(treeText(files, FileTree::ofLayer(files, 0)), u"x 1 1"_s);
}

void tst_ImageFiles::treeOfTheImage()
{
    const ImageFiles files = filesFromText({u"x=1 d/b=7"_s, u"d/e/a=5 .wh.x"_s});

    QCOMPARE(treeText(files, FileTree::ofImage(files)), u"d/ 12 2\nd/b 7 1\nd/e/ 5 1\nd/e/a 5 1"_s);
    QVERIFY(FileTree::ofImage(filesFromText({})).rows.empty());
}

void tst_ImageFiles::pathsAreFound()
{
    PathTree paths;
    QCOMPARE(paths.path(PathTree::Root), QString());
    for (int folder = 0; folder < 50; ++folder) {
        const PathTree::Index in = paths.at(PathTree::Root, QString::number(folder));
        for (int file = 0; file < 50; ++file) {
            paths.at(in, QString::number(file));
        }
    }
    QCOMPARE(paths.size(), 1 + 50 + 50 * 50);
    const PathTree::Index folder = paths.find(PathTree::Root, u"7");
    const PathTree::Index file = paths.find(folder, u"49");
    QCOMPARE(paths.at(folder, u"49"), file);
    QCOMPARE(paths.path(file), u"7/49"_s);
    QCOMPARE(paths.parent(file), folder);
    QCOMPARE(paths.find(folder, u"50"), PathTree::None);
}

// Each link leads through the one before, twice: as a tree of names there would be 2 to the power of 60.
void tst_ImageFiles::hostileLinksEnd()
{
    QStringList entries{u"l0>."_s};
    for (int i = 1; i < 60; ++i) {
        entries << u"l%1>l%2/l%2"_s.arg(i).arg(i - 1);
    }
    entries << u"l59/a=1"_s;

    const ImageFiles files = filesFromText({entries.join(u' ')});

    QCOMPARE(files.entries().size(), 61);
}

QTEST_APPLESS_MAIN(tst_ImageFiles)
#include "tst_imagefiles.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/compression.h"
#include "stores/archive/layerreading.h"
#include "stores/resulttext.h"
#include "stores/tarmaking.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using tarmaking::end;
using tarmaking::member;

namespace {

std::unique_ptr<QIODevice> deviceOf(const QByteArray &bytes)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    return device;
}

QByteArray packed(const QByteArray &bytes, Compression compression)
{
    QBuffer target;
    target.open(QIODevice::WriteOnly);
    const Result<std::unique_ptr<QIODevice>> device = packing(target, compression);
    (*device)->write(bytes);
    (*device)->close();
    return target.data();
}

QString digestOf(const QByteArray &bytes)
{
    return u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// `type path size mode owner:group target`, a line an entry.
QString textOf(const LayerListing &layer)
{
    QStringList lines;
    for (const LayerEntry &entry : layer.entries) {
        lines << u"%1 %2 %3 %4 %5:%6 %7"_s.arg(QStringView(u"fdlhcbpwo").at(int(entry.type)))
                     .arg(entry.path)
                     .arg(entry.size)
                     .arg(entry.mode, 0, 8)
                     .arg(entry.owner)
                     .arg(entry.group)
                     .arg(entry.linkTarget)
                     .trimmed();
    }
    return lines.join(u'\n');
}

// Never ends.
class Endless : public QIODevice
{
public:
    explicit Endless(QByteArray piece)
        : m_piece(std::move(piece))
    {
        open(QIODevice::ReadOnly);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min<qint64>(maxSize, m_piece.size() - m_at);
        std::copy_n(m_piece.cbegin() + m_at, size, data);
        m_at = (m_at + size) % m_piece.size();
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QByteArray m_piece;
    qsizetype m_at = 0;
};

} // namespace

class tst_LayerReading : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entries_data();
    void entries();
    void packedLayers_data();
    void packedLayers();
    void contentTellsFilesApart();
    void digestCountsWhatFollowsTheEnd();
    void layersOfAnArchive();
    void brokenLayers_data();
    void brokenLayers();
    void brokenArchives_data();
    void brokenArchives();
    void endlessEntriesEnd();
    void longNamesEnd();
    void cancelEndsIt();
};

void tst_LayerReading::entries_data()
{
    QTest::addColumn<QByteArray>("tar");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QByteArray &tar, const QString &expected) {
        QTest::addRow("%s", name) << tar << expected;
    };
    const QByteArray longName = "a/" + QByteArray(200, 'n');
    row("nothing", end(), {});
    row("no bytes at all", {}, {});
    row("without its end", member({.name = "a", .content = "123"}), u"f a 3 644 0:0"_s);
    row("one block at its end", member({.name = "a"}) + QByteArray(512, '\0') + QByteArray(512, '\0'),
        u"f a 0 644 0:0"_s);
    row("root", member({.name = "./", .type = '5', .mode = 0755}) + end(), u"d  0 755 0:0"_s);
    row("owner and permissions",
        member({.name = "./etc/shadow", .content = "x", .mode = 04640, .owner = 7, .group = 42}) + end(),
        u"f etc/shadow 1 4640 7:42"_s);
    row("big owner", tarmaking::pax("uid", "4000000000") + member({.name = "a"}) + end(),
        u"f a 0 644 4000000000:0"_s);
    row("links",
        member({.name = "s", .type = '2', .target = "../x", .mode = 0777})
            + member({.name = "h", .type = '1', .target = "s"}) + end(),
        u"l s 0 777 0:0 ../x\nh h 0 644 0:0 s"_s);
    row("devices and pipes",
        member({.name = "c", .type = '3'}) + member({.name = "b", .type = '4'})
            + member({.name = "p", .type = '6'}) + end(),
        u"c c 0 644 0:0\nb b 0 644 0:0\np p 0 644 0:0"_s);
    row("whiteouts",
        member({.name = "a/.wh.b"}) + member({.name = "a/.wh..wh..opq"})
            + member({.name = ".wh..wh.plnk", .type = '5'}) + end(),
        u"w a/b 0 644 0:0\no a 0 644 0:0"_s);
    row("long name of GNU",
        member({.name = "././@LongLink", .type = 'L', .content = longName + '\0'})
            + member({.name = longName}) + end(),
        u"f a/%1 0 644 0:0"_s.arg(QString(200, u'n')));
    row("long name of PAX", tarmaking::pax("path", longName) + member({.name = "short"}) + end(),
        u"f a/%1 0 644 0:0"_s.arg(QString(200, u'n')));
    row("Chinese name as Go writes it",
        tarmaking::pax("path", "a/文件") + member({.name = "a/", .content = "x"}) + end(),
        u"f a/文件 1 644 0:0"_s);
    row("Chinese name", tarmaking::pax("path", "目录/文件") + member({.name = "x"}) + end(),
        u"f 目录/文件 0 644 0:0"_s);
    row("sparse file of PAX",
        tarmaking::pax("GNU.sparse.major", "1") + tarmaking::pax("GNU.sparse.name", "big")
            + tarmaking::pax("GNU.sparse.realsize", "1000000")
            + member({.name = "GNUSparseFile.0/big", .content = QByteArray(1024, 'x')}) + end(),
        u"f big 1000000 644 0:0"_s);
    row("paths that lead out are but shown",
        member({.name = "../../etc/passwd", .content = "x"}) + member({.name = "/etc/shadow"})
            + member({.name = "l", .type = '2', .target = "/etc"}) + end(),
        u"f ../../etc/passwd 1 644 0:0\nf etc/shadow 0 644 0:0\nl l 0 644 0:0 /etc"_s);
}

void tst_LayerReading::entries()
{
    QFETCH(const QByteArray, tar);
    QFETCH(const QString, expected);

    const Result<LayerListing> layer = LayerReading().readLayer(*deviceOf(tar));

    REQUIRE_VALUE(layer);
    QCOMPARE(textOf(*layer), expected);
    QCOMPARE(layer->diffId.text(), digestOf(tar));
}

void tst_LayerReading::packedLayers_data()
{
    QTest::addColumn<int>("compression");

    QTest::addRow("gzip") << int(Compression::Gzip);
    QTest::addRow("xz") << int(Compression::Xz);
    QTest::addRow("zstd") << int(Compression::Zstd);
}

void tst_LayerReading::packedLayers()
{
    QFETCH(const int, compression);
    const QByteArray tar = member({.name = "a", .content = QByteArray(300'000, 'x')}) + end();

    const Result<LayerListing> layer =
        LayerReading().readLayer(*deviceOf(packed(tar, Compression(compression))));

    REQUIRE_VALUE(layer);
    QCOMPARE(textOf(*layer), u"f a 300000 644 0:0"_s);
    QCOMPARE(layer->diffId.text(), digestOf(tar));
}

void tst_LayerReading::contentTellsFilesApart()
{
    const QByteArray big(200'000, 'x');
    const Result<LayerListing> layer =
        LayerReading().readLayer(*deviceOf(member({.name = "a", .content = big})
            + member({.name = "b", .content = big}) + member({.name = "c", .content = big + 'y'}) + end()));

    QVERIFY(layer);
    QCOMPARE(layer->entries[0].content, layer->entries[1].content);
    QVERIFY(layer->entries[0].content != layer->entries[2].content);
}

void tst_LayerReading::digestCountsWhatFollowsTheEnd()
{
    const QByteArray tar = member({.name = "a"}) + end() + QByteArray(100'000, '\0');

    QCOMPARE(LayerReading().readLayer(*deviceOf(tar))->diffId.text(), digestOf(tar));
}

// In every place and order in which engines have them.
void tst_LayerReading::layersOfAnArchive()
{
    const QByteArray one = member({.name = "a", .content = "1"}) + end();
    const QByteArray two = member({.name = "b", .content = "22"}) + QByteArray(9000, '\0');
    const QByteArray archive = member({.name = "0123/", .type = '5'})
        + member({.name = "0123/VERSION", .content = "1.0"})
        + member({.name = "0123/layer.tar", .content = one})
        + member({.name = "4567/layer.tar", .type = '2', .target = "../0123/layer.tar"})
        + member({.name = "blobs/sha256/89", .content = packed(two, Compression::Gzip)})
        + member({.name = "again.tar", .content = one}) + member({.name = "empty.tar", .content = end()})
        + member({.name = "manifest.json", .content = "[{}]"})
        + member({.name = "repositories", .content = QByteArray(600, '{')}) + end();

    const std::unique_ptr<QIODevice> device = deviceOf(archive);
    const Result<std::vector<LayerListing>> layers = LayerReading().readArchive(*device);

    REQUIRE_VALUE(layers);
    QCOMPARE(layers->size(), 3);
    QCOMPARE((*layers)[0].diffId.text(), digestOf(one));
    QCOMPARE(textOf((*layers)[0]), u"f a 1 644 0:0"_s);
    QCOMPARE((*layers)[1].diffId.text(), digestOf(two));
    QCOMPARE(textOf((*layers)[1]), u"f b 2 644 0:0"_s);
    QCOMPARE((*layers)[2].diffId.text(), digestOf(end()));
}

void tst_LayerReading::brokenLayers_data()
{
    QTest::addColumn<QByteArray>("layer");
    QTest::addColumn<QString>("why");

    const auto row = [](const char *name, const QByteArray &layer, const QString &why) {
        QTest::addRow("%s", name) << layer << why;
    };
    const QByteArray whole = member({.name = "a", .content = QByteArray(5000, 'x')}) + end();
    row("cut in a header", whole.first(200), u"cut short"_s);
    row("cut in a content", whole.first(2000), u"cut short"_s);
    row("no tar", QByteArray(2000, 'x'), u"no tar header"_s);
    row("more said than there is", tarmaking::header({.name = "a", .size = 100'000'000'000}) + end(),
        u"cut short"_s);
    row("less said than there is",
        tarmaking::header({.name = "a", .size = 512}) + QByteArray(5120, 'x') + end(), u"no tar header"_s);
    row("negative size of PAX", tarmaking::pax("size", "-5") + member({.name = "a"}) + end(),
        u"a size is no number"_s);
    row("path beyond all measure",
        tarmaking::pax("path", QByteArray(5000, 'a')) + member({.name = "a"}) + end(),
        u"a layer has a path of 5000 characters"_s);
    row("target beyond all measure",
        tarmaking::pax("linkpath", QByteArray(5000, 'a')) + member({.name = "a", .type = '2'}) + end(),
        u"a layer has a path"_s);
    row("name of gigabytes", tarmaking::header({.name = "x", .type = 'L', .size = 2'000'000'000}),
        u"a name is beyond all measure"_s);
    QByteArray noise(100'000, Qt::Uninitialized);
    QRandomGenerator(1).fillRange(reinterpret_cast<quint32 *>(noise.data()), noise.size() / 4);
    row("packed and cut short",
        packed(member({.name = "a", .content = noise}) + end(), Compression::Gzip).first(60'000),
        u"cut short"_s);
    row("sparse map that ends", tarmaking::header({.name = "a", .type = 'S'}).replace(482, 1, "1"),
        QString());
}

void tst_LayerReading::brokenLayers()
{
    QFETCH(const QByteArray, layer);
    QFETCH(const QString, why);

    const Result<LayerListing> read = LayerReading().readLayer(*deviceOf(layer));

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BrokenArchive);
    QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
}

void tst_LayerReading::brokenArchives_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("why");

    const QByteArray layer = member({.name = "a", .content = QByteArray(5000, 'x')}) + end();
    const QByteArray whole = member({.name = "0/layer.tar", .content = layer}) + end();
    QTest::addRow("cut in a layer") << whole.first(3000) << u"cut short"_s;
    QTest::addRow("without its end") << whole.chopped(1024) << u"cut short"_s;
    QTest::addRow("a damaged layer") << member({.name = "0/layer.tar", .content = layer.first(3000)}) + end()
                                     << u"0/layer.tar: it is cut short"_s;
    QTest::addRow("nothing") << QByteArray() << u"cut short"_s;
}

void tst_LayerReading::brokenArchives()
{
    QFETCH(const QByteArray, archive);
    QFETCH(const QString, why);

    const std::unique_ptr<QIODevice> device = deviceOf(archive);
    const Result<std::vector<LayerListing>> read = LayerReading().readArchive(*device);

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BrokenArchive);
    QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
}

void tst_LayerReading::endlessEntriesEnd()
{
    const Result<LayerListing> read =
        LayerReading({}, {.entries = 10'000}).readLayer(*std::make_unique<Endless>(member({.name = "a"})));

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BrokenArchive);
    QVERIFY(read.error().detail.contains(u"more files"_s));
}

void tst_LayerReading::longNamesEnd()
{
    const QByteArray entry = tarmaking::pax("path", QByteArray(4000, 'a')) + member({.name = "a"});

    const Result<LayerListing> read =
        LayerReading({}, {.characters = 1'000'000}).readLayer(*std::make_unique<Endless>(entry));

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::BrokenArchive);
}

void tst_LayerReading::cancelEndsIt()
{
    const CancelToken cancel;
    cancel.request();

    const Result<LayerListing> read =
        LayerReading(cancel).readLayer(*std::make_unique<Endless>(QByteArray(512, '\0')));

    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(tst_LayerReading)
#include "tst_layerreading.moc"

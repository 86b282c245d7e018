// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/openedarchive.h"

#include "stores/archive/tarformat.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const fixture::Image App{.names = {u"app:1"_s}, .layers = {u"base=5000"_s, u"app=20000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};

constexpr qint64 Huge = 500'000'000;

FixtureFiles filesOf(const QString &form)
{
    if (form == "old docker"_L1) {
        return fixture::oldDocker({App, Tool});
    }
    return form == "new docker"_L1 ? fixture::newDocker({App, Tool})
                                   : fixture::layout({App, Tool}, u"gzip"_s);
}

// Where its type is damaged an image counts as something unknown, which harms nobody.
QSet<QString> configsOf(const OpenedArchive &archive)
{
    QSet<QString> configs;
    for (const ArchivedImage &image : archive.images) {
        for (const ArchivedPlatform &platform : image.platforms) {
            if (platform.kind == ArchivedKind::Image && platform.isPresent) {
                configs.insert(platform.configDigest);
            }
        }
    }
    return configs;
}

// An error that says what it is about, or nothing but what was there, whole.
QByteArray complaintAbout(const Result<OpenedArchive> &archive)
{
    if (!archive) {
        const bool isClear = archive.error().code == ErrorCode::BrokenArchive
            || archive.error().code == ErrorCode::NotAnArchive;
        return isClear && !archive.error().detail.isEmpty() ? QByteArray() : errorText(archive);
    }
    QList<ImageId> ids;
    std::ranges::transform(archive->images, std::back_inserter(ids), &ArchivedImage::id);
    if (!verifyImages(archive->catalog, archive->images, ids)) {
        return {};
    }
    const QSet<QString> known{fixture::idOf(App), fixture::idOf(Tool)};
    return known.contains(configsOf(*archive)) ? QByteArray() : "an image that was not there";
}

QByteArray raw(const QByteArray &header, const QByteArray &content)
{
    return header + content + QByteArray(tarformat::padding(content.size()), '\0');
}

QByteArray member(const QString &path, const QByteArray &content)
{
    return raw(tarformat::fileHeader(path, content.size()), content);
}

QByteArray retyped(QByteArray header, char type)
{
    header[156] = type;
    header.replace(148, 8, QByteArray(8, ' '));
    const int sum = std::accumulate(
        header.cbegin(), header.cend(), 0, [](int all, char byte) { return all + uchar(byte); });
    header.replace(148, 8, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    return header;
}

QByteArray ended(const QByteArray &members)
{
    return members + QByteArray(1024, '\0');
}

// So much of one byte, packed: some KiB.
QByteArray bomb(const QByteArray &before, qint64 size, const QByteArray &after)
{
    QByteArray all = before;
    all.reserve(before.size() + size + after.size());
    all.append(size, ' ');
    return fixture::packed(all + after, u"gzip"_s);
}

qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = status.readAll().split('\n');
    const auto found =
        std::ranges::find_if(lines, [](const QByteArray &line) { return line.startsWith("VmHWM:"); });
    return found == lines.end() ? 0 : found->mid(6).trimmed().split(' ').first().toLongLong() * 1024;
}

bool forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly) && file.write("5") == 1;
}

} // namespace

/// Archives that are broken, or made to do harm: a clear error, or nothing but what is whole.
class TestArchiveDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void truncated_data();
    void truncated();
    void shuffled_data();
    void shuffled();
    void flipped_data();
    void flipped();
    void refuses_data();
    void refuses();
    void staysSmall_data();
    void staysSmall();

private:
    Result<OpenedArchive> open(const QByteArray &bytes);

    QTemporaryDir m_folder;
};

Result<OpenedArchive> TestArchiveDamage::open(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(u"archive"_s);
    QFile::remove(path);
    return fixture::write(path, bytes) ? openArchive(path, Digests::Computed)
                                       : fail(ErrorCode::FileFailed, path);
}

// KArchive has much to say of what is damaged here.
void TestArchiveDamage::initTestCase()
{
    QLoggingCategory::setFilterRules(u"kf.archive*=false"_s);
}

void TestArchiveDamage::truncated_data()
{
    QTest::addColumn<QByteArray>("archive");
    for (const char *form : {"old docker", "new docker", "layout"}) {
        const QByteArray tar = fixture::tar(filesOf(QString::fromLatin1(form)));
        QTest::addRow("%s", form) << tar;
        for (const char *packing : {"gzip", "bzip2", "xz", "zstd"}) {
            QTest::addRow("%s, %s", form, packing) << fixture::packed(tar, QString::fromLatin1(packing));
        }
    }
}

void TestArchiveDamage::truncated()
{
    QFETCH(QByteArray, archive);
    for (int part = 0; part < 50; ++part) {
        const QByteArray words = complaintAbout(open(archive.first(archive.size() * part / 50)));
        QVERIFY2(words.isEmpty(), words + " at " + QByteArray::number(part));
    }
    REQUIRE_VALUE(open(archive));
}

void TestArchiveDamage::shuffled_data()
{
    QTest::addColumn<QString>("form");
    for (const char *form : {"old docker", "new docker", "layout"}) {
        QTest::addRow("%s", form) << QString::fromLatin1(form);
    }
}

void TestArchiveDamage::shuffled()
{
    QFETCH(QString, form);
    FixtureFiles files = filesOf(form);
    QRandomGenerator random(3);
    for (int round = 0; round < 20; ++round) {
        std::ranges::shuffle(files, random);
        const Result<OpenedArchive> archive = open(fixture::tar(files));
        REQUIRE_VALUE(archive);
        QCOMPARE(configsOf(*archive), (QSet<QString>{fixture::idOf(App), fixture::idOf(Tool)}));
    }
}

void TestArchiveDamage::flipped_data()
{
    truncated_data();
}

void TestArchiveDamage::flipped()
{
    QFETCH(QByteArray, archive);
    QRandomGenerator random(5);
    for (int round = 0; round < 100; ++round) {
        QByteArray damaged = archive;
        const int flips = random.bounded(1, 4);
        for (int i = 0; i < flips; ++i) {
            const qsizetype at = random.bounded(int(damaged.size()));
            damaged[at] = char(damaged[at] ^ (1 << random.bounded(8)));
        }
        const QByteArray words = complaintAbout(open(damaged));
        QVERIFY2(words.isEmpty(), words + " in round " + QByteArray::number(round));
    }
}

void TestArchiveDamage::refuses_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("detail");
    const FixtureFiles files = fixture::oldDocker({App});
    const QByteArray tar = fixture::tar(files).chopped(1024);
    const auto link = [](const QString &path, const QString &target, char type) {
        return retyped(tarformat::linkHeader(path, target), type);
    };
    QTest::addRow("path that leads out") << ended(tar + member(u"../x"_s, "x")) << u"../x"_s;
    QTest::addRow("path that leads out later") << ended(tar + member(u"a/../../x"_s, "x")) << u"a/../../x"_s;
    QTest::addRow("absolute path") << ended(tar + member(u"/etc/passwd"_s, "x")) << u"/etc/passwd"_s;
    QTest::addRow("link out") << ended(tar + link(u"a/l"_s, u"../../x"_s, '2')) << u"a/l"_s;
    QTest::addRow("absolute link") << ended(tar + link(u"a/l"_s, u"/etc/passwd"_s, '2')) << u"a/l"_s;
    QTest::addRow("hard link out") << ended(tar + link(u"a/l"_s, u"../x"_s, '1')) << u"a/l"_s;
    QTest::addRow("two of one name") << ended(tar + member(u"manifest.json"_s, "[]")) << u"manifest.json"_s;
    QTest::addRow("two of one name in two ways")
        << ended(tar + member(u"./a/../manifest.json"_s, "[]")) << u"manifest.json"_s;
    QTest::addRow("size beyond the end")
        << tar + tarformat::fileHeader(u"big"_s, 1000 * Huge) + "x" << u"at byte"_s;
    QTest::addRow("size beyond all disks")
        << tar + tarformat::fileHeader(u"big"_s, qint64(1) << 61) + "x" << u"size"_s;
    QTest::addRow("endless name") << tar + retyped(tarformat::fileHeader(u"name"_s, Huge), 'L')
            + QByteArray(5000, 'x')
                                  << u"name"_s;
    QTest::addRow("negative name") << tar
            + retyped(QByteArray(tarformat::fileHeader(u"name"_s, 0)).replace(124, 11, "-0000000777"), 'L')
            + QByteArray(5000, 'x') << u"name"_s;
    // Added to where it stands it is beyond all numbers.
    const QByteArray records = "6 a=b\n9223372036854775807 c=d\n";
    QTest::addRow("endless PAX record")
        << tar + raw(retyped(tarformat::fileHeader(u"pax"_s, records.size()), 'x'), records) << u"PAX"_s;
    QTest::addRow("link to itself") << fixture::tar({{u"manifest.json"_s, R"([{"Config":"a/l"}])"},
        {u"a/l"_s, {}, u"l"_s}}) << u"a/l"_s;
    QTest::addRow("no layer") << fixture::tar(
        {{u"manifest.json"_s, R"([{"Config":"c.json","Layers":["gone/layer.tar"]}])"},
            {u"c.json"_s, R"({"rootfs":{"diff_ids":["sha256:)" + QByteArray(64, '0') + R"("]}})"}})
                              << u"gone/layer.tar"_s;
    QTest::addRow("no configuration")
        << fixture::tar({{u"manifest.json"_s, R"([{"Config":"gone.json"}])"}}) << u"gone.json"_s;
    QTest::addRow("other number of layers") << fixture::tar(
        {{u"manifest.json"_s, R"([{"Config":"c.json","Layers":["c.json"]}])"}, {u"c.json"_s, "{}"}})
                                            << u"1 layers"_s;
    QTest::addRow("deep JSON") << fixture::tar(
        {{u"manifest.json"_s, QByteArray(10000, '[') + QByteArray(10000, ']')}})
                               << u"manifest.json"_s;
    QTest::addRow("no JSON") << fixture::tar({{u"manifest.json"_s, "hello"}}) << u"manifest.json"_s;
    QTest::addRow("no list") << fixture::tar({{u"manifest.json"_s, "{}"}}) << u"manifest.json"_s;
    QTest::addRow("renamed configuration")
        << fixture::tar({{u"manifest.json"_s, R"([{"Config":")" + QByteArray(64, 'a') + R"(.json"}])"},
               {QString(64, u'a') + ".json"_L1, "{}"}})
        << u"damaged"_s;
}

void TestArchiveDamage::refuses()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, detail);
    const Result<OpenedArchive> opened = open(archive);
    REQUIRE_ERROR(opened, ErrorCode::BrokenArchive);
    QVERIFY2(opened.error().detail.contains(detail), qPrintable(opened.error().detail));
}

void TestArchiveDamage::staysSmall_data()
{
    QTest::addColumn<QByteArray>("archive");
    const QByteArray config = member(u"c.json"_s, "{}");
    const QByteArray manifest = R"([{"Config":"c.json","Layers":[]}])";
    QTest::addRow("huge manifest") << bomb(
        tarformat::fileHeader(u"manifest.json"_s, Huge) + '[', Huge - 1, QByteArray(2048, '\0'));
    QTest::addRow("huge layer") << bomb(
        member(u"manifest.json"_s, manifest) + config + tarformat::fileHeader(u"layer"_s, Huge), Huge,
        QByteArray(2048, '\0'));
    QTest::addRow("layer that is a bomb") << fixture::tar(
        {{u"manifest.json"_s, manifest}, {u"c.json"_s, "{}"}, {u"layer"_s, bomb({}, Huge, {})}});
    const QByteArray junk = fixture::packed("x", u"gzip"_s);
    QTest::addRow("junk behind a layer") << bomb(member(u"manifest.json"_s, manifest) + config
            + tarformat::fileHeader(u"layer"_s, junk.size() + Huge) + junk,
        Huge, QByteArray(4096, '\0'));
    QByteArray names;
    const QByteArray name =
        raw(retyped(tarformat::fileHeader(u"n"_s, 1'000'000), 'L'), QByteArray(1'000'000, 'n'));
    for (int i = 0; i < 300; ++i) {
        names += name;
    }
    QTest::addRow("names without end") << fixture::packed(names, u"gzip"_s);
    QByteArray json;
    for (int i = 0; i < 300; ++i) {
        json += member(u"%1.json"_s.arg(i), QByteArray(4'000'000, ' ').replace(0, 1, "{"));
    }
    QTest::addRow("JSON without end") << fixture::packed(json, u"gzip"_s);
    QByteArray entries(4'000'000, ' ');
    entries[0] = '[';
    for (qsizetype at = 1; at + 40 < entries.size(); at += 40) {
        entries.replace(
            at, 40, QByteArray(at == 1 ? " " : ",") + R"({"Config":"c.json","Layers":[]}       )");
    }
    entries.append(']');
    QTest::addRow("one image very often") << fixture::packed(member(u"manifest.json"_s, entries)
            + member(u"c.json"_s, "{" + QByteArray(3'000'000, ' ') + "}") + QByteArray(1024, '\0'),
        u"gzip"_s);
    QByteArray steps = R"({"history":[{})" + QByteArray(",{}").repeated(1'200'000) + "]}";
    QTest::addRow("steps without end") << fixture::packed(
        member(u"manifest.json"_s, manifest) + member(u"c.json"_s, steps) + QByteArray(1024, '\0'),
        u"gzip"_s);
}

void TestArchiveDamage::staysSmall()
{
    QFETCH(QByteArray, archive);
    const QString path = m_folder.filePath(u"archive"_s);
    QFile::remove(path);
    QVERIFY(fixture::write(path, archive));
    if (!forgetPeak()) {
        QSKIP("the kernel does not let the peak be measured here");
    }
    const qint64 before = peakMemory();
    const QByteArray words = errorText(openArchive(path, Digests::Computed));
    const qint64 grown = peakMemory() - before;
    QVERIFY2(words.isEmpty() || words.startsWith(QByteArray::number(int(ErrorCode::BrokenArchive))), words);
    QVERIFY2(grown < 400'000'000, QByteArray::number(grown));
}

QTEST_GUILESS_MAIN(TestArchiveDamage)
#include "tst_archivedamage.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imagefiles.h"
#include "stores/archive/layerreading.h"
#include "stores/dockerbench.h"
#include "stores/resulttext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

// Files of all kinds.
const QString MakeRoot = uR"(set -e
mkdir -p root/bin root/etc root/data/deep root/opaque root/gone
cp /bin/busybox root/bin/busybox
ln -s busybox root/bin/sh
ln root/bin/busybox root/bin/again
echo 127.0.0.1 > root/etc/hosts
chmod 4750 root/etc/hosts
chown 7:4000000 root/etc/hosts
mknod root/etc/null c 1 3
mknod root/etc/loop b 7 0
mkfifo root/etc/pipe
truncate -s 3000000 root/data/sparse
echo end >> root/data/sparse
head -c 50000 /dev/urandom > root/data/noise
echo same > root/data/same
echo old > root/opaque/old
echo gone > root/gone/one
head -c 70000 /dev/urandom > root/gone/two
long=$(printf 'n%.0s' $(seq 1 140))
mkdir -p root/data/$long
echo long > "root/data/$long/$long"
echo blank > "root/data/with blanks"
echo wide > root/data/文件
)"_s;

const QString Dockerfile = uR"(FROM scratch
ADD root.tar /
RUN ["/bin/busybox", "rm", "-rf", "/gone"]
RUN ["/bin/sh", "-c", "/bin/busybox rm -rf /opaque && /bin/busybox mkdir /opaque && echo new > /opaque/new"]
RUN ["/bin/sh", "-c", "/bin/busybox chmod 600 /data/noise && echo more >> /data/same"]
)"_s;

QString shell(const ScratchFolder &folder, const QString &script)
{
    const Output output = runProgram(u"sh"_s, {u"-c"_s, u"cd '%1' && "_s.arg(folder.path({})) + script},
        QProcessEnvironment::systemEnvironment());
    return output.exitCode == 0 ? QString() : output.errors + output.text;
}

QString modeText(const LayerEntry &entry)
{
    static const QString letters = u"-dl-cbp"_s;
    QString text{entry.isWhiteout() ? QChar(u'-') : letters[int(entry.type)]};
    for (int shift = 6; shift >= 0; shift -= 3) {
        const int bits = entry.mode >> shift & 7;
        text += bits & 4 ? u'r' : u'-';
        text += bits & 2 ? u'w' : u'-';
        text += bits & 1 ? u'x' : u'-';
    }
    if (entry.mode & 04000) {
        text[3] = entry.mode & 0100 ? u's' : u'S';
    }
    if (entry.mode & 01000) {
        text[9] = entry.mode & 0001 ? u't' : u'T';
    }
    return text;
}

// As `tar tv` has it, but for the time and the numbers of devices.
QString lineOf(const LayerEntry &entry)
{
    QString line = u"%1 %2/%3 %4 %5"_s.arg(modeText(entry))
                       .arg(entry.owner)
                       .arg(entry.group)
                       .arg(entry.size)
                       .arg(whiteouts::tarPath(entry));
    if (entry.type == LayerEntry::Type::SymbolicLink) {
        line += " -> "_L1 + entry.linkTarget;
    } else if (entry.type == LayerEntry::Type::HardLink) {
        line += " link to "_L1 + entry.linkTarget;
    }
    return line;
}

QStringList linesOf(const LayerListing &layer)
{
    QStringList lines;
    for (const LayerEntry &entry : layer.entries) {
        lines << lineOf(entry);
    }
    lines.sort();
    return lines;
}

QStringList linesOfTar(const QString &path)
{
    static const QRegularExpression pattern(u"^(\\S)(\\S+) (\\S+)\\s+(\\S+) \\S+ \\S+ (?:\\./)?(.*)$"_s);
    const Output output =
        runProgram(u"tar"_s, {u"--numeric-owner"_s, u"--quoting-style=literal"_s, u"-tvf"_s, path},
            QProcessEnvironment::systemEnvironment());
    QStringList lines;
    for (const QString &line : output.text.split(u'\n', Qt::SkipEmptyParts)) {
        const QRegularExpressionMatch match = pattern.match(line);
        const QString kind = match.captured(1);
        QString name = match.captured(5);
        if (kind == u"d"_s) {
            name.chop(1);
        }
        lines << u"%1%2 %3 %4 %5"_s.arg(kind == u"h"_s ? u"-"_s : kind, match.captured(2), match.captured(3),
            match.captured(4).contains(u',') ? u"0"_s : match.captured(4), name);
    }
    lines.sort();
    return lines;
}

QString digestOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file)
        ? u"sha256:"_s + QString::fromLatin1(hash.result().toHex())
        : QString();
}

} // namespace

/// What stands in layers, beside what tar says of them.
class TestDockerLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsWhatTarLists_data();
    void listsWhatTarLists();
    void readsLayersOfAnEngine();
    void tellsWhatLayersDo();
    void knowsNoOtherImage();
    void cancelEndsAtOnce();
    void isUsableAfterwards();

private:
    ScratchFolder m_folder;
    DockerBench m_bench;
    ImageId m_image;
};

void TestDockerLayers::initTestCase()
{
    const QString reason = m_bench.start();
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    QCOMPARE(shell(m_folder, MakeRoot), QString());
    QCOMPARE(shell(m_folder, u"tar -C root -cf root.tar ."_s), QString());
    QFile file(m_folder.path(u"Dockerfile"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(Dockerfile.toUtf8()) > 0);
    file.close();
    const Output built = m_bench.engine.docker(
        {u"build"_s, u"--network"_s, u"none"_s, u"-q"_s, u"-t"_s, u"app:1"_s, m_folder.path({})});
    QVERIFY2(built.exitCode == 0, qPrintable(built.errors));
    m_image = m_bench.store->image(Reference(u"app:1"_s), patientCall()).value().id;
}

void TestDockerLayers::listsWhatTarLists_data()
{
    QTest::addColumn<QString>("options");

    QTest::addRow("gnu") << u"--format=gnu"_s;
    QTest::addRow("gnu, sparse") << u"--format=gnu -S"_s;
    QTest::addRow("pax") << u"--format=pax"_s;
    QTest::addRow("pax, sparse 0.0") << u"--format=pax -S --sparse-version=0.0"_s;
    QTest::addRow("pax, sparse 0.1") << u"--format=pax -S --sparse-version=0.1"_s;
    QTest::addRow("pax, sparse 1.0") << u"--format=pax -S --sparse-version=1.0"_s;
    QTest::addRow("gzip") << u"-z"_s;
    QTest::addRow("zstd") << u"--zstd"_s;
}

void TestDockerLayers::listsWhatTarLists()
{
    QFETCH(const QString, options);
    QCOMPARE(shell(m_folder, u"tar %1 -C root -cf some.tar ."_s.arg(options)), QString());
    const QString path = m_folder.path(u"some.tar"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));

    const Result<LayerListing> layer = LayerReading().readLayer(file);

    REQUIRE_VALUE(layer);
    QCOMPARE(linesOf(*layer).join(u'\n'), linesOfTar(path).join(u'\n'));
    QVERIFY(layer->entries.size() > 20);
}

void TestDockerLayers::readsLayersOfAnEngine()
{
    QCOMPARE(shell(m_folder, u"mkdir saved"_s), QString());
    const Output saved =
        m_bench.engine.docker({u"save"_s, u"-o"_s, m_folder.path(u"saved.tar"_s), u"app:1"_s});
    QVERIFY2(saved.exitCode == 0, qPrintable(saved.errors));
    QCOMPARE(shell(m_folder, u"tar -C saved -xf saved.tar"_s), QString());
    QHash<QString, QString> tars;
    for (QDirIterator files(m_folder.path(u"saved"_s), QDir::Files, QDirIterator::Subdirectories);
        files.hasNext();) {
        const QString path = files.next();
        tars.insert(digestOf(path), path);
    }
    qint64 passed = 0;

    const Result<std::vector<LayerListing>> layers =
        m_bench.store->readLayers(m_image, [&](qint64 bytes) { passed = bytes; }, patientCall());

    REQUIRE_VALUE(layers);
    QList<DiffId> diffIds;
    for (const LayerListing &layer : *layers) {
        diffIds << layer.diffId;
        QVERIFY2(tars.contains(layer.diffId.text()), qPrintable(layer.diffId.text()));
        QCOMPARE(linesOf(layer).join(u'\n'), linesOfTar(tars.value(layer.diffId.text())).join(u'\n'));
    }
    QList<DiffId> expected = m_bench.store->content(m_image, patientCall()).value().diffIds;
    std::sort(expected.begin(), expected.end());
    std::sort(diffIds.begin(), diffIds.end());
    QCOMPARE(diffIds, expected);
    QVERIFY(passed > 100'000);
}

void TestDockerLayers::tellsWhatLayersDo()
{
    const QList<DiffId> diffIds = m_bench.store->content(m_image, patientCall()).value().diffIds;
    const Result<std::vector<LayerListing>> read =
        m_bench.store->readLayers(m_image, [](qint64) { }, patientCall());
    REQUIRE_VALUE(read);
    std::vector<LayerListing> layers;
    for (const DiffId &diffId : diffIds) {
        layers.push_back(*std::ranges::find(*read, diffId, &LayerListing::diffId));
    }

    const ImageFiles files = ImageFiles::make(m_image, layers).value();

    QHash<QString, FileChange> changes;
    for (size_t i = size_t(files.layers()[1].begin); i < files.entries().size(); ++i) {
        changes.insert(files.paths().path(files.entries()[i].path), files.entries()[i].change);
    }
    using Kind = FileChange::Kind;
    QCOMPARE(changes.value(u".wh.gone"_s),
        (FileChange{.kind = Kind::Hides, .lower = 0, .bytes = 70'005, .files = 2}));
    QCOMPARE(changes.value(u"data/noise"_s),
        (FileChange{.kind = Kind::ChangesMetadata, .lower = 0, .bytes = 50'000, .files = 1}));
    QCOMPARE(changes.value(u"data/same"_s),
        (FileChange{.kind = Kind::Overwrites, .lower = 0, .bytes = 5, .files = 1}));
    QCOMPARE(changes.value(u"opaque/new"_s).kind, Kind::Adds);
    // Whether the folder became opaque or its file got a whiteout is for the engine to choose.
    QCOMPARE(files.wastedBytes(), 70'005 + 50'000 + 5 + 4);
    QCOMPARE(files.wasted().size(), 5);
}

void TestDockerLayers::knowsNoOtherImage()
{
    const ImageId other("sha256:"_L1 + QString(64, u'0'));

    const Result<std::vector<LayerListing>> layers =
        m_bench.store->readLayers(other, [](qint64) { }, patientCall());

    QVERIFY(!layers);
    QVERIFY2(layers.error().code == ErrorCode::NotFound || layers.error().code == ErrorCode::EngineFailed,
        errorText(layers));
}

void TestDockerLayers::cancelEndsAtOnce()
{
    const CancelToken cancel;

    const Result<std::vector<LayerListing>> layers =
        m_bench.store->readLayers(m_image, [&](qint64) { cancel.request(); }, patientCall(cancel));

    REQUIRE_ERROR(layers, ErrorCode::Cancelled);
}

void TestDockerLayers::isUsableAfterwards()
{
    QCOMPARE(m_bench.store->content(m_image, patientCall()).value().diffIds.size(), 4);
}

QTEST_GUILESS_MAIN(TestDockerLayers)
#include "tst_dockerlayers.moc"

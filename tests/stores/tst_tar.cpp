// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/compression.h"
#include "stores/archive/tarformat.h"
#include "stores/archive/tarreader.h"
#include "stores/archive/tarwriter.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

struct Member
{
    TarEntry entry;
    QByteArray content;
};

Result<QList<Member>> read(QIODevice &device, CancelToken cancel = {})
{
    TarReader reader(device, std::move(cancel));
    QList<Member> members;
    for (;;) {
        const Result<std::optional<TarEntry>> entry = reader.next();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!*entry) {
            return members;
        }
        const Result<QByteArray> content = reader.readAll(10'000'000);
        if (!content) {
            return tl::unexpected(content.error());
        }
        members << Member{**entry, *content};
    }
}

Result<QList<Member>> read(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return read(buffer);
}

// The system's tar, a witness that shares no code with this one.
bool runTar(const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"tar"_s, arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestTar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTarWrote_data();
    void readsWhatTarWrote();
    void writesWhatTarReads();
    void readsBigNumbers_data();
    void readsBigNumbers();
    void copiesHeadersUnchanged();
    void skipsWhatIsNotRead_data();
    void skipsWhatIsNotRead();
    void wantsItsEnd();
    void limitsMembers();
    void stopsWhenCancelled();
    void packs_data();
    void packs();
    void unpacksAllFrames();
    void knowsCompressions();
    void saysWhenTheDiskIsFull();

private:
    QTemporaryDir m_folder;
};

void TestTar::readsWhatTarWrote_data()
{
    QTest::addColumn<QString>("format");
    for (const char *format : {"ustar", "gnu", "posix", "v7"}) {
        QTest::addRow("%s", format) << QString::fromLatin1(format);
    }
}

void TestTar::readsWhatTarWrote()
{
    if (QStandardPaths::findExecutable(u"tar"_s).isEmpty()) {
        QSKIP("tar is not installed");
    }
    QFETCH(QString, format);
    const QTemporaryDir folder;
    // Too long for the field of names; ustar splits it, the others have extensions.
    const QString longName = format == "v7"_L1 ? u"short"_s : QString(90, u'd') + u'/' + QString(90, u'f');
    QVERIFY(fixture::write(folder.filePath(longName), "long"));
    QVERIFY(fixture::write(folder.filePath(u"file"_s), QByteArray(70'000, 'x')));
    QVERIFY(fixture::write(folder.filePath(u"empty"_s), ""));
    QVERIFY(QFile::link(u"file"_s, folder.filePath(u"link"_s)));
    const QString path = m_folder.filePath(format);
    QVERIFY(runTar({u"--create"_s, u"--file"_s, path, u"--format"_s, format, u"./file"_s, u"empty"_s,
                       u"link"_s, longName},
        folder.path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<QList<Member>> members = read(file);
    REQUIRE_VALUE(members);
    QCOMPARE(members->size(), 4);
    QCOMPARE(members->at(0).entry.path, u"file"_s);
    QCOMPARE(members->at(0).content, QByteArray(70'000, 'x'));
    QCOMPARE(members->at(1).content, QByteArray());
    QCOMPARE(members->at(2).entry.type, TarEntry::Type::SymbolicLink);
    QCOMPARE(members->at(2).entry.linkTarget, u"file"_s);
    QCOMPARE(members->at(3).entry.path, longName);
    QCOMPARE(members->at(3).content, QByteArray("long"));
}

void TestTar::writesWhatTarReads()
{
    if (QStandardPaths::findExecutable(u"tar"_s).isEmpty()) {
        QSKIP("tar is not installed");
    }
    const QString longName = "blobs/sha512/"_L1 + QString(128, u'a');
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    TarWriter writer(buffer);
    REQUIRE_VALUE(writer.add(u"a/file"_s, "content"));
    REQUIRE_VALUE(writer.add(longName, QByteArray(1000, 'x')));
    REQUIRE_VALUE(writer.add(u"empty"_s, {}));
    REQUIRE_VALUE(writer.begin(tarformat::linkHeader(u"link"_s, u"a/file"_s), 0));
    REQUIRE_VALUE(writer.finish());
    const QTemporaryDir folder;
    QVERIFY(fixture::write(folder.filePath(u"x.tar"_s), buffer.data()));
    QVERIFY(runTar({u"--extract"_s, u"--file"_s, u"x.tar"_s}, folder.path()));
    QCOMPARE(contentOf(folder.filePath(u"a/file"_s)), QByteArray("content"));
    QCOMPARE(contentOf(folder.filePath(u"link"_s)), QByteArray("content"));
    QCOMPARE(contentOf(folder.filePath(longName)), QByteArray(1000, 'x'));
    const Result<QList<Member>> members = read(buffer.data());
    REQUIRE_VALUE(members);
    QCOMPARE(members->at(1).entry.path, longName);
    QCOMPARE(members->at(1).entry.size, 1000);
}

void TestTar::readsBigNumbers_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addRow("largest octal") << qint64(077777777777);
    QTest::addRow("first that is none") << (qint64(077777777777) + 1);
    QTest::addRow("a petabyte") << (qint64(1) << 50);
}

void TestTar::readsBigNumbers()
{
    QFETCH(qint64, size);
    QBuffer buffer;
    buffer.setData(tarformat::fileHeader(u"big"_s, size));
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    TarReader reader(buffer);
    const Result<std::optional<TarEntry>> entry = reader.next();
    REQUIRE_VALUE(entry);
    QCOMPARE((*entry)->size, size);
    REQUIRE_ERROR(reader.next(), ErrorCode::BrokenArchive);
}

void TestTar::copiesHeadersUnchanged()
{
    const QByteArray tar = fixture::tar({{u"file"_s, "content"}, {u"link"_s, {}, u"file"_s},
        {QString(90, u'd') + u'/' + QString(120, u'f'), "long"}});
    QBuffer from;
    from.setData(tar);
    QVERIFY(from.open(QIODevice::ReadOnly));
    QBuffer to;
    QVERIFY(to.open(QIODevice::WriteOnly));
    TarReader reader(from);
    TarWriter writer(to);
    for (;;) {
        const Result<std::optional<TarEntry>> entry = reader.next();
        REQUIRE_VALUE(entry);
        if (!*entry) {
            break;
        }
        REQUIRE_VALUE(writer.begin(reader.header(), (*entry)->size));
        const Result<QByteArray> content = reader.readAll(1000);
        REQUIRE_VALUE(content);
        REQUIRE_VALUE(writer.write(*content));
    }
    REQUIRE_VALUE(writer.finish());
    QCOMPARE(to.data(), tar);
}

void TestTar::skipsWhatIsNotRead_data()
{
    QTest::addColumn<bool>("isFile");
    QTest::addRow("file") << true;
    QTest::addRow("sequential") << false;
}

void TestTar::skipsWhatIsNotRead()
{
    QFETCH(bool, isFile);
    const QByteArray tar = fixture::tar({{u"first"_s, QByteArray(200'000, 'x')}, {u"second"_s, "content"}});
    const QString path = m_folder.filePath(u"skipped"_s);
    QVERIFY(fixture::write(path, isFile ? tar : fixture::packed(tar, u"gzip"_s)));
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(path);
    REQUIRE_VALUE(device);
    TarReader reader(**device);
    REQUIRE_VALUE(reader.next());
    const Result<std::optional<TarEntry>> second = reader.next();
    REQUIRE_VALUE(second);
    QCOMPARE((*second)->path, u"second"_s);
    QCOMPARE(reader.position(), 512 + 200'192 + 512);
    QCOMPARE(*reader.readAll(100), QByteArray("content"));
}

void TestTar::wantsItsEnd()
{
    const QByteArray tar = fixture::tar({{u"file"_s, "content"}});
    REQUIRE_VALUE(read(tar));
    REQUIRE_ERROR(read(tar.chopped(512)), ErrorCode::BrokenArchive);
    REQUIRE_ERROR(read(tar.chopped(1024)), ErrorCode::BrokenArchive);
    REQUIRE_ERROR(read(QByteArray("no tar at all")), ErrorCode::BrokenArchive);
    REQUIRE_ERROR(read(tar.chopped(1024) + QByteArray("late error").leftJustified(1024, ' ')),
        ErrorCode::BrokenArchive);
}

void TestTar::limitsMembers()
{
    QByteArray tar = fixture::tar({{u"file"_s, QByteArray(5000, 'x')}});
    QBuffer buffer(&tar);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    TarReader reader(buffer);
    REQUIRE_VALUE(reader.next());
    REQUIRE_ERROR(reader.readAll(4999), ErrorCode::BrokenArchive);
}

void TestTar::stopsWhenCancelled()
{
    QByteArray tar = fixture::tar({{u"file"_s, "content"}});
    QBuffer buffer(&tar);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const CancelToken cancel;
    cancel.request();
    REQUIRE_ERROR(read(buffer, cancel), ErrorCode::Cancelled);
}

void TestTar::packs_data()
{
    QTest::addColumn<Compression>("compression");
    QTest::addColumn<QString>("program");
    QTest::addRow("gzip") << Compression::Gzip << u"gzip"_s;
    QTest::addRow("bzip2") << Compression::Bzip2 << u"bzip2"_s;
    QTest::addRow("xz") << Compression::Xz << u"xz"_s;
    QTest::addRow("zstd") << Compression::Zstd << u"zstd"_s;
}

void TestTar::packs()
{
    QFETCH(Compression, compression);
    QFETCH(QString, program);
    QByteArray text;
    for (int i = 0; i < 50'000; ++i) {
        text += QByteArray::number(i * 7919);
    }
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    const Result<std::unique_ptr<QIODevice>> packer = packing(buffer, compression);
    REQUIRE_VALUE(packer);
    QCOMPARE((*packer)->write(text), text.size());
    (*packer)->close();
    QVERIFY(buffer.data().size() < text.size());
    QCOMPARE(compressionOf(buffer.data()), compression);
    const QString path = m_folder.filePath(program);
    QVERIFY(fixture::write(path, buffer.data()));
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(path);
    REQUIRE_VALUE(device);
    QCOMPARE((*device)->readAll(), text);
    if (QStandardPaths::findExecutable(program).isEmpty()) {
        QSKIP(qPrintable(program + " is not installed"_L1));
    }
    QProcess unpacker;
    unpacker.setStandardInputFile(path);
    unpacker.start(program, {u"-dc"_s});
    QVERIFY(unpacker.waitForFinished());
    QCOMPARE(unpacker.readAllStandardOutput(), text);
}

// As parallel packers and zstd:chunked write them.
void TestTar::unpacksAllFrames()
{
    for (const auto &[kind, padding] : {std::pair{u"gzip"_s, QByteArray()},
             std::pair{u"bzip2"_s, QByteArray()}, std::pair{u"xz"_s, QByteArray(4, '\0')},
             std::pair{u"zstd"_s, QByteArray("\x50\x2a\x4d\x18\x03\0\0\0abc", 11)}}) {
        const QByteArray big(300'000, 'x');
        const QByteArray packed = fixture::packed("first", kind) + padding + fixture::packed(big, kind)
            + fixture::packed("last", kind) + padding;
        const QString path = m_folder.filePath(u"frames"_s);
        QVERIFY(fixture::write(path, packed));
        const Result<std::unique_ptr<QIODevice>> device = openUnpacked(path);
        REQUIRE_VALUE(device);
        QVERIFY2((*device)->readAll() == "first" + big + "last", qPrintable(kind));
        // One that is cut short is no end.
        QVERIFY(fixture::write(path, packed.first(packed.size() - padding.size() - 3)));
        const Result<std::unique_ptr<QIODevice>> cut = openUnpacked(path);
        REQUIRE_VALUE(cut);
        QByteArray piece(1'000'000, Qt::Uninitialized);
        qint64 size = 0;
        while ((size = (*cut)->read(piece.data(), piece.size())) > 0) { }
        QVERIFY2(size < 0 || kind == "gzip"_L1, qPrintable(kind));
    }
}

void TestTar::knowsCompressions()
{
    QCOMPARE(compressionOf(QByteArray()), Compression::None);
    QCOMPARE(compressionOf(QByteArray("\x1f")), Compression::None);
    QCOMPARE(compressionOf(QByteArray("\x1f\x8b\x08")), Compression::Gzip);
    QCOMPARE(compressionOf(fixture::tar({})), Compression::None);
}

void TestTar::saysWhenTheDiskIsFull()
{
    QFile full(u"/dev/full"_s);
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) {
        QSKIP("there is no /dev/full here");
    }
    REQUIRE_ERROR(TarWriter(full).add(u"file"_s, "content"), ErrorCode::NoSpace);
}

QTEST_GUILESS_MAIN(TestTar)
#include "tst_tar.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/droplist.h"

#include "stores/archive/archivemerge.h"
#include "stores/archivefixture.h"
#include "stores/resulttext.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const QList<fixture::Image> All{{.names = {u"a:1"_s}, .layers = {u"base"_s, u"a"_s}},
    {.names = {u"b:1"_s}, .layers = {u"base"_s, u"b"_s}}};
/// What a run that was killed had still to drop, and what another program has just written.
const QByteArray Orphan = "orphan";
const QByteArray Foreign = "foreign";

QString contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

// A list of what is to be dropped, as a killed run or anybody may have left it in a folder.
class TestDropList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nextRewrite_data();
    void nextRewrite();
    void merging();
    void staysWhereTheIndexStays();
    void isNoLink();
    void keepsWhatIsLinked();

private:
    QString path(const QString &name) const { return m_directory->filePath(u"layout/"_s + name); }
    bool exists(const QByteArray &blob) const { return QFile::exists(path(fixture::blobPath(blob))); }
    bool remember(const QString &text) const
    {
        return fixture::write(path(u".jettison-dropping"_s), text.toUtf8());
    }
    Result<OpenedArchive> open() const { return openArchive(path({}), Digests::Computed); }
    Result<void> removeFirst() const;
    void checkThatAllIsThere(qsizetype images) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestDropList::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(fixture::writeFolder(path({}), fixture::layout(All)));
    QVERIFY(fixture::write(path(fixture::blobPath(Orphan)), Orphan));
    QVERIFY(fixture::write(path(fixture::blobPath(Foreign)), Foreign));
    QVERIFY(fixture::write(path(u"note"_s), "note"));
    QVERIFY(fixture::write(m_directory->filePath(u"outside"_s), "outside"));
}

Result<void> TestDropList::removeFirst() const
{
    const Result<OpenedArchive> archive = open();
    if (!archive) {
        return tl::unexpected(archive.error());
    }
    const ArchivedImage &last = archive->images.last();
    return planRemoval(*archive, {{last.id, last.references}}).and_then([&](const Rewrite &rewrite) {
        return rewriteArchive(*archive, rewrite);
    });
}

void TestDropList::checkThatAllIsThere(qsizetype images) const
{
    const Result<OpenedArchive> archive = open();
    REQUIRE_VALUE(archive);
    QCOMPARE(archive->images.size(), images);
    QList<ImageId> ids;
    for (const ArchivedImage &image : archive->images) {
        ids << image.id;
    }
    REQUIRE_VALUE(verifyImages(archive->catalog, archive->images, ids));
    QVERIFY(exists(Foreign));
    QCOMPARE(contentOf(path(u"note"_s)), u"note"_s);
    QCOMPARE(contentOf(m_directory->filePath(u"outside"_s)), u"outside"_s);
}

void TestDropList::nextRewrite_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isDropped");
    const QString orphan = fixture::blobPath(Orphan);
    QString all;
    for (const FixtureFile &file : fixture::layout(All)) {
        all += file.path + u'\n';
    }
    QTest::addRow("of a killed run") << QString(orphan + u'\n') << true;
    QTest::addRow("names what is needed") << QString(all + orphan) << true;
    QTest::addRow("names what is gone") << QString(fixture::blobPath("gone") + u'\n' + orphan) << true;
    QTest::addRow("cut short") << orphan.chopped(1) << false;
    QTest::addRow("damaged") << QString(orphan).replace(u'/', u'|') << false;
    QTest::addRow("of zeros") << QString(100, QChar(u'\0')) << false;
    QTest::addRow("empty") << QString() << false;
    QTest::addRow("leads out") << u"../outside\nblobs/../../outside\nblobs/sha256/../../../outside\n"_s
                               << false;
    QTest::addRow("names no blob") << u"note\nindex.json\noci-layout\nblobs\nblobs/sha256\n"_s << false;
    QTest::addRow("absolute") << u'/' + orphan << false;
    QTest::addRow("with more behind") << orphan + u"/../foreign"_s << false;
}

void TestDropList::nextRewrite()
{
    QFETCH(QString, text);
    QFETCH(bool, isDropped);
    QVERIFY(remember(text));
    REQUIRE_VALUE(removeFirst());
    checkThatAllIsThere(1);
    QCOMPARE(exists(Orphan), !isDropped);
    QVERIFY(!QFileInfo::exists(path(u".jettison-dropping"_s)));
}

void TestDropList::merging()
{
    QVERIFY(remember(fixture::blobPath(Orphan)));
    const QString other = m_directory->filePath(u"other"_s);
    QVERIFY(
        fixture::write(other, fixture::tar(fixture::layout({{.names = {u"c:1"_s}, .layers = {u"c"_s}}}))));
    const Result<OpenedArchive> target = open();
    const Result<OpenedArchive> source = openArchive(other, Digests::Computed);
    REQUIRE_VALUE(target);
    REQUIRE_VALUE(source);
    const Result<Merge> merge = planMerge(
        *target, *source, {{.id = source->images[0].id, .references = source->images[0].references}});
    REQUIRE_VALUE(merge);
    REQUIRE_VALUE(rewriteArchive(*target, merge->rewrite, &*source));
    checkThatAllIsThere(3);
    QVERIFY(!exists(Orphan));
    QVERIFY(!QFileInfo::exists(path(u".jettison-dropping"_s)));
}

void TestDropList::staysWhereTheIndexStays()
{
    QVERIFY(remember(fixture::blobPath(Orphan)));
    const Result<OpenedArchive> archive = open();
    REQUIRE_VALUE(archive);
    REQUIRE_VALUE(rewriteArchive(*archive, {}));
    checkThatAllIsThere(2);
    QVERIFY(exists(Orphan));
    QCOMPARE(droplist::read(path({})), QSet<QString>{fixture::blobPath(Orphan)});
}

void TestDropList::isNoLink()
{
    const QString outside = m_directory->filePath(u"list"_s);
    QVERIFY(fixture::write(outside, fixture::blobPath(Orphan).toUtf8()));
    QVERIFY(QFile::link(outside, path(u".jettison-dropping"_s)));
    QCOMPARE(droplist::read(path({})), QSet<QString>());
    REQUIRE_VALUE(removeFirst());
    checkThatAllIsThere(1);
    QVERIFY(exists(Orphan));
    QCOMPARE(contentOf(outside), fixture::blobPath(Orphan));
    QVERIFY(!QFileInfo(path(u".jettison-dropping"_s)).isSymbolicLink());
}

void TestDropList::keepsWhatIsLinked()
{
    QVERIFY(remember(fixture::blobPath(Orphan)));
    QVERIFY(QFile::link(path(fixture::blobPath(Orphan)), path(u"link"_s)));
    REQUIRE_VALUE(removeFirst());
    checkThatAllIsThere(1);
    QVERIFY(exists(Orphan));
}

QTEST_GUILESS_MAIN(TestDropList)
#include "tst_droplist.moc"

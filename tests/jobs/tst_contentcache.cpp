// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "jobs/contentcache.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

Image image(int number)
{
    Image image;
    image.id = imageIdOf(u"i%1"_s.arg(number));
    image.size = number;
    return image;
}

ImageContent content(int number)
{
    return {.diffIds = {diffIdOf(u"base"_s), diffIdOf(u"l%1"_s.arg(number))},
        .history = QList<HistoryEntry>{{.createdBy = u"RUN echo ä"_s, .size = 3},
            {.createdBy = u"COPY %1"_s.arg(number), .size = number}}};
}

} // namespace

class tst_ContentCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsWhatWasRead()
    {
        fill(3);
        ContentCache cache(path());
        QCOMPARE(cache.find(image(1)), content(1));
        QCOMPARE(cache.find(image(2).id), content(2));
        QVERIFY(!cache.find(image(7)));
        Image grown = image(1);
        grown.size = 100;
        QVERIFY(!cache.find(grown));
    }

    void keepsUnknownHistoriesApartFromEmptyOnes()
    {
        ImageContent unknown{.diffIds = {diffIdOf(u"a"_s)}};
        ImageContent empty{.diffIds = {}, .history = QList<HistoryEntry>()};
        ContentCache cache(path());
        cache.insert(image(1), unknown);
        cache.insert(image(2), empty);
        cache.save();
        ContentCache again(path());
        QCOMPARE(again.find(image(1)), unknown);
        QCOMPARE(again.find(image(2)), empty);
    }

    void tellsPlatformsApart()
    {
        Image one = image(1);
        one.variants = {{.name = u"linux/amd64"_s, .digest = one.id.text()},
            {.name = u"linux/arm64"_s, .digest = imageIdOf(u"arm"_s).text(), .isPresent = false}};
        ImageContent read = content(1);
        read.manifest = one.id.text();
        read.others = {{.manifest = one.variants[1].digest,
            .diffIds = {diffIdOf(u"arm"_s)},
            .history = QList<HistoryEntry>(),
            .sizes = {7}}};
        ContentCache cache(path());
        cache.insert(one, read);
        cache.save();
        QCOMPARE(ContentCache(path()).find(one), read);
        one.variants[1].isPresent = true;
        QVERIFY(!ContentCache(path()).find(one));
    }

    void appendsWhatIsNew()
    {
        fill(3);
        const QByteArray before = bytes();
        addImage(9);
        QVERIFY(bytes().startsWith(before));
        QVERIFY(bytes().size() > before.size());
        QCOMPARE(ContentCache(path()).find(image(9)), content(9));
        QCOMPARE(ContentCache(path()).find(image(1)), content(1));
    }

    void everyCutAndEveryWrongByteIsIgnored()
    {
        fill(3);
        const QByteArray whole = bytes();
        for (qsizetype at = 0; at < whole.size(); ++at) {
            write(whole.first(at));
            checkNothingWrong();
            QByteArray wrong = whole;
            wrong[at] = char(wrong[at] ^ 0x41);
            write(wrong);
            checkNothingWrong();
        }
    }

    void isMadeAnewAfterDamage()
    {
        fill(3);
        addImage(9);
        write(bytes().chopped(5));
        ContentCache cache(path());
        QVERIFY(!cache.find(image(9)));
        cache.insert(image(5), content(5));
        cache.save();
        ContentCache again(path());
        for (const int number : {0, 1, 2, 5}) {
            QCOMPARE(again.find(image(number)), content(number));
        }
        QVERIFY(!again.find(image(9)));
    }

    void staysBelowItsLimit()
    {
        constexpr qint64 Limit = 20'000;
        for (int round = 0; round < 20; ++round) {
            ContentCache cache(path(), Limit);
            for (int i = 0; i < 20; ++i) {
                cache.insert(image(round * 20 + i), content(round * 20 + i));
            }
            cache.save();
            QVERIFY(QFileInfo(path()).size() <= Limit);
            QCOMPARE(ContentCache(path(), Limit).find(image(round * 20)), content(round * 20));
        }
    }

    void worksWithoutAFile()
    {
        ContentCache memory;
        memory.insert(image(1), content(1));
        memory.save();
        QCOMPARE(memory.find(image(1)), content(1));
        ContentCache nowhere(u"/dev/null/cache"_s);
        nowhere.insert(image(1), content(1));
        nowhere.save();
        QCOMPARE(nowhere.find(image(1)), content(1));
    }

private:
    QString path() const { return m_folder->filePath(u"deep/contents"_s); }

    void fill(int images) const
    {
        ContentCache cache(path());
        for (int i = 0; i < images; ++i) {
            cache.insert(image(i), content(i));
        }
        cache.save();
    }

    // Behind those that are there.
    void addImage(int number) const
    {
        ContentCache cache(path());
        cache.insert(image(number), content(number));
        cache.save();
    }

    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray &bytes) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

    // What is found is what was put there.
    void checkNothingWrong() const
    {
        ContentCache cache(path());
        for (int i = 0; i < 3; ++i) {
            const std::optional<ImageContent> found = cache.find(image(i));
            QVERIFY(!found || *found == content(i));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_APPLESS_MAIN(tst_ContentCache)
#include "tst_contentcache.moc"

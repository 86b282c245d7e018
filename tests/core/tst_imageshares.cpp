// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imageshares.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

QString text(const ByteCount &count)
{
    return (count.isEstimate ? u"~"_s : QString()) + QString::number(count.bytes);
}

// `own 3, shared 70`
QString text(const Share &share)
{
    return u"own %1, shared %2"_s.arg(text(share.unique), text(share.shared));
}

} // namespace

class tst_ImageShares : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void images_data();
    void images();
    void repositories_data();
    void repositories();
    void areNothingWhileLayersAreUnread();
    void countImagesOfARepository();
};

void tst_ImageShares::images_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QString &ofTheFirst) {
        QTest::addRow("%s", name) << store << ofTheFirst;
    };

    row("alone", u"a: a:1 [x=7 y=2]"_s, u"own 9, shared 0"_s);
    row("beside an image with other layers", u"a: a:1 [x=7]\nb: b:1 [y=2]"_s, u"own 7, shared 0"_s);
    row("shared base", u"a: a:1 [x=7 y=2]\nb: b:1 [x=7 z=3]"_s, u"own 2, shared 7"_s);
    row("others go on", u"a: a:1 [x=7 y=2]\nb: b:1 [x=7 y=2 z=3]"_s, u"own 0, shared 9"_s);
    row("ends where another passes", u"a: a:1 [x=7 y=2 z=3]\nb: b:1 [x=7 y=2]"_s, u"own 3, shared 9"_s);
    row("same layers", u"a: a:1 [x=7]\nb: b:1 [x=7]"_s, u"own 0, shared 7"_s);
    row("the same change on another parent is not shared", u"a: a:1 [x=7 z=3]\nb: b:1 [y=2 z=3]"_s,
        u"own 10, shared 0"_s);
    row("no layers", u"a: a:1 []\nb: b:1 [x=7]"_s, u"own 0, shared 0"_s);
    row("not read", u"a: a:1\nb: b:1 [x=7]"_s, u"own 0, shared 0"_s);
    row("estimates", u"a: a:1 [x=7 y~2 z~2]\nb: b:1 [x=7]"_s, u"own ~4, shared 7"_s);

    row("a parent that is pruned with it holds nothing",
        u"a: a:1 [x=7 y=2 z=3] < m\nm: [x=7 y=2] < n\nn: [x=7]"_s, u"own 12, shared 0"_s);
    row("a parent with a name holds", u"a: a:1 [x=7 y=2] < m\nm: m:1 [x=7]"_s, u"own 2, shared 7"_s);
    row("a parent with a container holds", u"a: a:1 [x=7 y=2] < m\nm: [x=7]\nweb = m exited"_s,
        u"own 2, shared 7"_s);
    row("a parent of two", u"a: a:1 [x=7 y=2] < m\nm: [x=7]\nb: b:1 [x=7 z=3] < m"_s, u"own 2, shared 7"_s);
    row("a nameless image without children holds", u"a: a:1 [x=7 y=2]\nm: [x=7]"_s, u"own 2, shared 7"_s);
    row("a container of an image that is gone holds",
        u"a: a:1 [x=7 y=2 z=3]\n(old): [x=7 y=2 w=9]\nweb = old running"_s, u"own 3, shared 9"_s);
    row("a content that is kept once is shared by layers on other parents",
        u"archive\na: a:1 [x=7 z=3]\nb: b:1 [y=2 z=3]"_s, u"own 7, shared 3"_s);
    row("platforms with a common base", u"archive\na: a:1 [x=7 y=2 | x=7 z=3]\nb: b:1 [z=3]"_s,
        u"own 9, shared 3"_s);
    row("the image itself, if it is such a parent", u"m: [x=7]\na: a:1 [x=7 y=2] < m"_s,
        u"own 0, shared 7"_s);
}

void tst_ImageShares::images()
{
    QFETCH(QString, store);
    const SnapshotPtr snapshot = storeFromText(store);
    QTEST(text(ImageShares(*snapshot).image(0)), "expected");
}

void tst_ImageShares::repositories_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QString &ofApp) {
        QTest::addRow("%s", name) << store << ofApp;
    };

    row("one image", u"a: app:1 [x=7]"_s, u"own 7, shared 0"_s);
    row("two images: what they share with each other is theirs", u"a: app:1 [x=7 y=2]\nb: app:2 [x=7 z=3]"_s,
        u"own 12, shared 0"_s);
    row("a base of another", u"a: app:1 [x=7 y=2]\nb: app:2 [x=7 z=3]\nc: base:1 [x=7]"_s,
        u"own 5, shared 7"_s);
    row("an image with a name elsewhere would stay", u"a: app:1 other:1 [x=7 y=2]\nb: app:2 [x=7 z=3]"_s,
        u"own 3, shared 9"_s);
    row("two names in it are no names elsewhere", u"a: app:1 app:2 app@d1 [x=7 y=2]"_s, u"own 9, shared 0"_s);
    row("a pruned parent", u"m: [x=7]\na: app:1 [x=7 y=2] < m\nb: app:2 [x=7 z=3] < m"_s,
        u"own 12, shared 0"_s);
    row("no such repository", u"a: other:1 [x=7]"_s, u"own 0, shared 0"_s);
    row("the registry's port is part of it", u"a: host:5000/app:1 [x=7]\nb: app:1 [y=2]"_s,
        u"own 2, shared 0"_s);
}

void tst_ImageShares::repositories()
{
    QFETCH(QString, store);
    QTEST(text(ImageShares(*storeFromText(store)).repository(u"app"_s)), "expected");
}

void tst_ImageShares::areNothingWhileLayersAreUnread()
{
    const ImageShares shares(*storeFromText(u"a: app:1\nb: app:2"_s));
    QCOMPARE(shares.image(1), Share());
    QCOMPARE(shares.repository(u"app"_s), Share{.images = 2});
}

void tst_ImageShares::countImagesOfARepository()
{
    const ImageShares shares(*storeFromText(u"a: app:1 app:2 other:1 [x=7]\nb: app:3 [x=7]\nc: [x=7]"_s));
    QCOMPARE(shares.repository(u"app"_s).images, 2);
    QCOMPARE(shares.repository(u"other"_s).images, 1);
    QCOMPARE(shares.image(0).images, 1);
}

QTEST_APPLESS_MAIN(tst_ImageShares)
#include "tst_imageshares.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/snapshot.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_Snapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        const Snapshot snapshot;
        QVERIFY(snapshot.images().isEmpty());
        QCOMPARE(snapshot.find(imageIdOf(u"a"_s)), Snapshot::None);
        QVERIFY(!snapshot.image(ImageId()));
    }

    void findsByAnySpelling()
    {
        const SnapshotPtr snapshot = storeFromText(u"a: app:1"_s);
        QCOMPARE(snapshot->find(Reference(u"docker.io/library/app:1"_s)), 0);
        QCOMPARE(snapshot->find(Reference(u"app:2"_s)), Snapshot::None);
    }

    void sortsReferencesAsTheEngineDoes()
    {
        const SnapshotPtr snapshot = storeFromText(u"a: z:1 localhost/a:1 app@d1 app:2 app:1"_s);
        QStringList texts;
        for (const Reference &reference : snapshot->images().first().references) {
            texts << reference.text();
        }
        QCOMPARE(texts,
            QStringList(
                {u"app:1"_s, u"app:2"_s, referenceOf(u"app@d1"_s).text(), u"z:1"_s, u"localhost/a:1"_s}));
    }

    void whatAListNamesIsNotDangling()
    {
        QList<Image> images = storeFromText(u"a:\nb:\nall: all:1"_s)->images();
        QVERIFY(Snapshot({}, images, {}).isDangling(0));
        images[2].isList = true;
        images[2].variants = {{.name = u"linux/amd64"_s, .image = images[0].id}};
        const Snapshot snapshot({}, images, {});
        QVERIFY(!snapshot.isDangling(0));
        QVERIFY(snapshot.isDangling(1));
        QVERIFY(!snapshot.isDangling(2));
    }

    void kindsOfNamelessImages()
    {
        const SnapshotPtr s = storeFromText(uR"(
            base: base:1
            mid: < base
            app: app:1 < mid
            old: < base
            older: < old
        )"_s);
        const auto at = [&](const QString &name) { return s->find(imageIdOf(name)); };
        QVERIFY(s->isIntermediate(at(u"mid"_s)));
        QVERIFY(!s->isDangling(at(u"mid"_s)));
        QVERIFY(s->isIntermediate(at(u"old"_s)));
        QVERIFY(s->isDangling(at(u"old"_s)));
        QVERIFY(s->isDangling(at(u"older"_s)));
        QVERIFY(!s->isIntermediate(at(u"older"_s)));
        QVERIFY(!s->isDangling(at(u"base"_s)));
    }

    void usedThroughAnImageBuiltOnIt()
    {
        const SnapshotPtr s = storeFromText(uR"(
            base: base:1
            app: app:1 < base
            other: other:1
            web = app exited
        )"_s);
        QVERIFY(s->isUsed(s->find(imageIdOf(u"base"_s))));
        QVERIFY(!s->isUsed(s->find(imageIdOf(u"other"_s))));
    }

    void survivesACircleOfParents()
    {
        const SnapshotPtr s = storeFromText(u"a: a:1 < b\nb: b:1 < a\nc: c:1 < c"_s);
        QVERIFY(!s->isUsed(0));
        QVERIFY(s->parent(0) == Snapshot::None || s->parent(1) == Snapshot::None);
        QCOMPARE(s->parent(2), Snapshot::None);
    }

    void ignoresAMissingParentAndAnUnknownImage()
    {
        const SnapshotPtr s = storeFromText(u"a: a:1 < gone\nweb = gone running"_s);
        QCOMPARE(s->parent(0), Snapshot::None);
        QCOMPARE(s->containers().size(), 1);
    }
};

QTEST_APPLESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"

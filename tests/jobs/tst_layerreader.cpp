// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/scan.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Family = u"base: base:1 [x=5 y=6]\napp: app:1 [x=5 y=6 z=7]\nother: other:1 [w=8]"_s;

} // namespace

class tst_LayerReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLayersAndHistories()
    {
        FakeStore store(storeFromText(Family));
        LayerReader reader{ContentCache()};
        const Result<SnapshotPtr> read = scan(store, reader, {});
        QVERIFY(read);
        QCOMPARE(graphText(**read), graphText(*store.snapshot));
        // The histories of those at the ends tell of all below.
        QCOMPARE(sorted(store.layerRequests),
            QStringList({u"history app:1"_s, u"history other:1"_s, u"layers app:1"_s, u"layers base:1"_s,
                u"layers other:1"_s}));
    }

    void asksNothingTwice()
    {
        FakeStore store(storeFromText(Family));
        LayerReader reader{ContentCache()};
        QVERIFY(scan(store, reader, {}));
        store.layerRequests.clear();
        const Result<SnapshotPtr> again = scan(store, reader, {});
        QVERIFY(again);
        QCOMPARE(graphText(**again), graphText(*store.snapshot));
        QCOMPARE(store.layerRequests, QStringList());
    }

    void asksNothingAtASecondStart()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"contents"_s);
        FakeStore store(storeFromText(Family));
        LayerReader first{ContentCache(path)};
        QVERIFY(scan(store, first, {}));
        store.layerRequests.clear();
        LayerReader second{ContentCache(path)};
        const Result<SnapshotPtr> read = scan(store, second, {});
        QVERIFY(read);
        QCOMPARE(graphText(**read), graphText(*store.snapshot));
        QCOMPARE(store.layerRequests, QStringList());
    }

    void goesOnInSlices()
    {
        FakeStore store(storeFromText(Family));
        LayerReader reader{ContentCache()};
        const Result<SnapshotPtr> lists = scan(store, {});
        QVERIFY(lists);
        reader.start(*lists);
        const Result<bool> first = reader.read(store, QDeadlineTimer(0), {});
        QVERIFY(first && !*first);
        QVERIFY(!reader.snapshot()->layers().isRead());
        QCOMPARE(reader.progress().all, 3);
        const Result<bool> second = reader.read(store, QDeadlineTimer(QDeadlineTimer::Forever), {});
        QVERIFY(second && *second);
        QCOMPARE(graphText(*reader.snapshot()), graphText(*store.snapshot));
    }

    void anImageThatCannotBeToldStaysUnread()
    {
        FakeStore store(storeFromText(Family));
        store.contents.remove(imageIdOf(u"other"_s));
        LayerReader reader{ContentCache()};
        const Result<SnapshotPtr> read = scan(store, reader, {});
        QVERIFY(read);
        QCOMPARE((*read)->layers().unreadImages(), 1);
        QCOMPARE((*read)->layers().layers().size(), size_t(3));
    }

    void aStoreThatIsLostIsAnError()
    {
        FakeStore store(storeFromText(Family));
        LayerReader reader{ContentCache()};
        const Result<SnapshotPtr> lists = scan(store, {});
        QVERIFY(lists);
        reader.start(*lists);
        store.interceptReading = [] { return Error{.code = ErrorCode::Unreachable}; };
        const Result<bool> read = reader.read(store, QDeadlineTimer(QDeadlineTimer::Forever), {});
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreachable);
    }

    void whatContainersHoldIsKnownFromBefore()
    {
        FakeStore store(
            storeFromText(u"app: app:1 [x=5 y=6]\nother: other:1 [x=5 z=8]\nweb = other exited"_s));
        LayerReader reader{ContentCache()};
        QVERIFY(scan(store, reader, {}));
        QList<Image> images = store.snapshot->images();
        images.removeLast();
        store.snapshot =
            std::make_shared<const Snapshot>(store.snapshot->store(), images, store.snapshot->containers());
        const Result<SnapshotPtr> read = scan(store, reader, {});
        QVERIFY(read);
        QCOMPARE((*read)->heldLayers().size(), size_t(1));
        QVERIFY(!(*read)->freesAbout());
    }

    void whatContainersHoldIsFoundByItsFolders_data()
    {
        QTest::addColumn<QStringList>("folders");
        QTest::addColumn<bool>("canTellImages");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<QString>("held");
        const QString setUp = u"the container's own"_s;
        QTest::addRow("one layer of many")
            << QStringList({u"x"_s, u"lost"_s, setUp}) << true << true << u"x"_s;
        QTest::addRow("a chain") << QStringList({u"x"_s, u"y"_s, u"lost"_s, setUp}) << true << true << u"y"_s;
        QTest::addRow("none") << QStringList({u"lost"_s, setUp}) << true << true << QString();
        QTest::addRow("not told") << QStringList() << true << false << QString();
        QTest::addRow("not told of images") << QStringList({u"x"_s, setUp}) << false << false << QString();
    }

    void whatContainersHoldIsFoundByItsFolders()
    {
        QFETCH(QStringList, folders);
        QFETCH(bool, canTellImages);
        FakeStore store(storeFromText(
            u"base: base:1 [x=5]\napp: app:1 [x=5 y=6]\nother: other:1 [x=5 z=8]\nweb = lost exited\ndb = lost exited"_s));
        const LayerGraph &graph = store.snapshot->layers();
        for (const Layer &layer : graph.layers()) {
            folders.replaceInStrings(nameOf(layer), layer.chainId.text());
        }
        store.lostFolders.insert(imageIdOf(u"lost"_s), folders);
        LayerReader reader{ContentCache()};
        QVERIFY(scan(store, reader, {})); // now only folders have to be asked for
        store.layerRequests.clear();
        if (!canTellImages) {
            store.contents.remove(imageIdOf(u"other"_s));
        }
        const Result<SnapshotPtr> read = scan(store, reader, {});
        QVERIFY(read);
        QTEST(!(*read)->freesAbout(), "isKnown");
        QString held;
        for (const LayerGraph::Index layer : (*read)->heldLayers()) {
            held = nameOf(graph.layer(layer));
        }
        QTEST(held, "held");
        // One container of an image and one image of a chain tell; where the first tells nothing, nobody else
        // is asked.
        QCOMPARE(store.layerRequests.filter(u"app:1"_s).size(), folders.isEmpty() ? 0 : 1);
        QCOMPARE(store.layerRequests.filter(u"base:1"_s).size(), 0);
    }

private:
    // The name in the text, which a fake history tells.
    static QString nameOf(const Layer &layer) { return layer.createdBy.section(u' ', -1); }

    static QStringList sorted(QStringList lines)
    {
        lines.sort();
        return lines;
    }
};

QTEST_GUILESS_MAIN(tst_LayerReader)
#include "tst_layerreader.moc"

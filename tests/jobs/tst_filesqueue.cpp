// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/filesqueue.h"

#include "fakes/fakestore.h"
#include "fakes/filestext.h"
#include "fakes/storetext.h"
#include "jobs/filesreading.h"
#include "jobs/session.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Patience = 10'000; // milliseconds

LayerListing layer(const QString &name, const QString &text)
{
    LayerListing layer = layerFromText({}, text);
    layer.diffId = diffIdOf(name);
    return layer;
}

// Two images that share a layer, and one without any.
struct Scene
{
    SnapshotPtr snapshot =
        storeFromText(u"app: app:1 [base=5 top=6]\nweb: web:1 [base=5]\nnone: none:1 []"_s);
    QHash<ImageId, std::vector<LayerListing>> files{
        {imageIdOf(u"app"_s), {layer(u"top"_s, u"a=6"_s), layer(u"base"_s, u"a=5"_s)}},
        {imageIdOf(u"web"_s), {layer(u"base"_s, u"a=5"_s)}},
    };

    std::unique_ptr<FakeStore> makeStore() const
    {
        auto store = std::make_unique<FakeStore>(snapshot);
        store->files = files;
        return store;
    }
};

} // namespace

class tst_FilesQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsLayersInOrder();
    void readsNothingOfAnEmptyImage();
    void tellsOfAMissingLayer();
    void readsAndKeeps();
    void answersOnceWhileItWaits();
    void cancels();
    void readsAgainAfterACancel();
    void tellsErrorsAndGoesOn();
    void endsWhileItReads();
    void sessionPassesOn();
    void removalDoesNotWait();

private:
    // Read in this thread: stores written as text are for one alone.
    const Scene m_scene;
};

void tst_FilesQueue::putsLayersInOrder()
{
    const std::unique_ptr<FakeStore> store = m_scene.makeStore();
    QList<qint64> progress;

    const Result<ImageFilesPtr> files =
        readImageFiles(*store, imageIdOf(u"app"_s), [&](qint64 bytes) { progress << bytes; }, {});

    QVERIFY(files);
    QCOMPARE((*files)->image(), imageIdOf(u"app"_s));
    QCOMPARE(changesText(**files, 1), u"a overwrites 5 in 1 of layer 0"_s);
    QCOMPARE(progress, QList<qint64>({5, 11}));
}

void tst_FilesQueue::readsNothingOfAnEmptyImage()
{
    const std::unique_ptr<FakeStore> store = m_scene.makeStore();
    store->onReadLayers = [](const Call &) { return Error{.code = ErrorCode::EngineFailed}; };

    const Result<ImageFilesPtr> files = readImageFiles(*store, imageIdOf(u"none"_s), [](qint64) { }, {});

    QVERIFY(files);
    QVERIFY((*files)->layers().empty());
}

void tst_FilesQueue::tellsOfAMissingLayer()
{
    const std::unique_ptr<FakeStore> store = m_scene.makeStore();
    store->files[imageIdOf(u"app"_s)].pop_back();

    const Result<ImageFilesPtr> files = readImageFiles(*store, imageIdOf(u"app"_s), [](qint64) { }, {});

    QVERIFY(!files);
    QCOMPARE(files.error().code, ErrorCode::BrokenArchive);
    QVERIFY(files.error().detail.contains(diffIdOf(u"base"_s).text()));
}

void tst_FilesQueue::readsAndKeeps()
{
    std::atomic_int stores = 0;
    std::atomic_int readings = 0;
    FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
        ++stores;
        auto store = m_scene.makeStore();
        store->onReadLayers = [&](const Call &) {
            ++readings;
            return std::optional<Error>();
        };
        return store;
    });
    QSignalSpy read(&queue, &FilesQueue::filesRead);
    QSignalSpy progressed(&queue, &FilesQueue::progressed);

    queue.read(imageIdOf(u"app"_s));
    QVERIFY(read.wait(Patience));
    QVERIFY(!progressed.isEmpty());
    queue.read(imageIdOf(u"web"_s));
    QVERIFY(read.wait(Patience));
    queue.read(imageIdOf(u"app"_s));
    QCOMPARE(read.size(), 2); // later, even if it is known
    QVERIFY(read.wait(Patience));

    QCOMPARE(read[2][0].value<ImageFilesPtr>(), read[0][0].value<ImageFilesPtr>());
    QCOMPARE(read[1][0].value<ImageFilesPtr>()->image(), imageIdOf(u"web"_s));
    QCOMPARE(stores, 1);
    QCOMPARE(readings, 2);
}

void tst_FilesQueue::answersOnceWhileItWaits()
{
    QSemaphore go;
    FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
        auto store = m_scene.makeStore();
        store->onReadLayers = [&](const Call &) {
            go.acquire();
            return std::optional<Error>();
        };
        return store;
    });
    QSignalSpy read(&queue, &FilesQueue::filesRead);

    queue.read(imageIdOf(u"app"_s));
    queue.read(imageIdOf(u"app"_s));
    queue.read(imageIdOf(u"web"_s));
    go.release(3);
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 2, Patience);

    QCOMPARE(read[1][0].value<ImageFilesPtr>()->image(), imageIdOf(u"web"_s));
}

void tst_FilesQueue::cancels()
{
    QSemaphore begun;
    FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
        auto store = m_scene.makeStore();
        store->onReadLayers = [&](const Call &call) -> std::optional<Error> {
            begun.release();
            while (!call.cancel.isRequested()) {
                QThread::yieldCurrentThread();
            }
            return Error{.code = ErrorCode::Cancelled};
        };
        return store;
    });
    QSignalSpy failed(&queue, &FilesQueue::failed);

    queue.read(imageIdOf(u"app"_s));
    queue.read(imageIdOf(u"web"_s));
    begun.acquire();
    queue.cancel(imageIdOf(u"web"_s)); // which still waits
    queue.cancel(imageIdOf(u"none"_s)); // which nobody asked for
    queue.cancel(imageIdOf(u"app"_s));
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, Patience);

    QCOMPARE(failed[0][0].value<ImageId>(), imageIdOf(u"app"_s));
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::Cancelled);
    QCOMPARE(failed[1][0].value<ImageId>(), imageIdOf(u"web"_s));
    QCOMPARE(begun.available(), 0);
}

void tst_FilesQueue::readsAgainAfterACancel()
{
    QSemaphore begun;
    bool isFirst = true;
    FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
        auto store = m_scene.makeStore();
        store->onReadLayers = [&](const Call &call) -> std::optional<Error> {
            if (!std::exchange(isFirst, false)) {
                return {};
            }
            begun.release();
            while (!call.cancel.isRequested()) {
                QThread::yieldCurrentThread();
            }
            return Error{.code = ErrorCode::Cancelled};
        };
        return store;
    });
    QSignalSpy failed(&queue, &FilesQueue::failed);
    QSignalSpy read(&queue, &FilesQueue::filesRead);

    queue.read(imageIdOf(u"app"_s));
    begun.acquire();
    queue.cancel(imageIdOf(u"app"_s));
    queue.read(imageIdOf(u"app"_s));
    QVERIFY(read.wait(Patience));

    QVERIFY(failed.isEmpty());
}

void tst_FilesQueue::tellsErrorsAndGoesOn()
{
    bool isBroken = true;
    FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
        if (std::exchange(isBroken, false)) {
            return fail(ErrorCode::NotRunning, u"somewhere"_s);
        }
        return m_scene.makeStore();
    });
    QSignalSpy read(&queue, &FilesQueue::filesRead);
    QSignalSpy failed(&queue, &FilesQueue::failed);

    queue.read(imageIdOf(u"app"_s));
    QVERIFY(failed.wait(Patience));
    QCOMPARE(failed[0][1].value<Error>().code, ErrorCode::NotRunning);
    queue.read(imageIdOf(u"other"_s));
    QVERIFY(failed.wait(Patience));
    QCOMPARE(failed[1][1].value<Error>().code, ErrorCode::NotFound);
    queue.read(imageIdOf(u"app"_s));
    QVERIFY(read.wait(Patience));
}

void tst_FilesQueue::endsWhileItReads()
{
    QSemaphore begun;
    {
        FilesQueue queue([&]() -> Result<std::unique_ptr<Store>> {
            auto store = m_scene.makeStore();
            store->onReadLayers = [&](const Call &call) -> std::optional<Error> {
                begun.release();
                while (!call.cancel.isRequested()) {
                    QThread::yieldCurrentThread();
                }
                return Error{.code = ErrorCode::Cancelled};
            };
            return store;
        });
        queue.read(imageIdOf(u"app"_s));
        begun.acquire();
    }
    QCOMPARE(begun.available(), 0);
}

void tst_FilesQueue::sessionPassesOn()
{
    Session session([&]() -> Result<std::unique_ptr<Store>> { return m_scene.makeStore(); });
    QSignalSpy read(&session, &Session::filesRead);
    QSignalSpy failed(&session, &Session::filesFailed);

    session.readFiles(imageIdOf(u"app"_s));
    QVERIFY(read.wait(Patience));
    session.readFiles(imageIdOf(u"other"_s));
    QVERIFY(failed.wait(Patience));

    QVERIFY(!session.isBusy());
}

// The files of a big image are read on while everything else goes its way.
void tst_FilesQueue::removalDoesNotWait()
{
    QSemaphore go;
    Session session([&]() -> Result<std::unique_ptr<Store>> {
        auto store = m_scene.makeStore();
        store->onReadLayers = [&](const Call &) {
            go.acquire();
            return std::optional<Error>();
        };
        return store;
    });
    QSignalSpy scanned(&session, &Session::scanned);
    QSignalSpy removed(&session, &Session::removed);
    QSignalSpy read(&session, &Session::filesRead);
    session.start();
    QVERIFY(scanned.wait(Patience));

    session.readFiles(imageIdOf(u"app"_s));
    session.remove(RemovalPlan::make(session.snapshot(), targetsFromText({u"web"_s}), {}));
    QVERIFY(removed.wait(Patience));
    QVERIFY(read.isEmpty());
    go.release();
    QTRY_COMPARE_WITH_TIMEOUT(read.size(), 1, Patience);
}

QTEST_GUILESS_MAIN(tst_FilesQueue)
#include "tst_filesqueue.moc"

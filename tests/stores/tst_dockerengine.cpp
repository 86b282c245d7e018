// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/resulttext.h"
#include "support/dockerengine.h"
#include "support/imagearchive.h"
#include "support/registry.h"
#include "support/scratchfolder.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>
#include <QThread>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Does not listen when it is asked to end.
const QStringList Deaf{
    u"/busybox"_s, u"sh"_s, u"-c"_s, u"trap '' TERM; while true; do /busybox sleep 1; done"_s};
const QStringList Patient{u"/busybox"_s, u"sleep"_s, u"1000"_s};

std::unique_ptr<QThread> inThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

} // namespace

/// Every call of a store against a real Docker daemon.
class TestDockerEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opens();
    void listsNothing();
    void listsImages();
    void listsManyImages();
    void inspectsImages();
    void listsContainers();
    void stopsContainers();
    void stopsAPausedContainer();
    void removesContainers();
    void removesReferences();
    void removesImages();
    void refusesImagesInUse();
    void cancelsAStop();
    void runsOutOfTimeInAStop();
    void pulls();
    void cancelsAPull();
    void watches();
    void losesTheEngineInTheMiddle();
    void findsTheEngineAgain();

private:
    void load(const ImageArchive &archive);
    ContainerId run(const QStringList &options, const QString &image, const QStringList &command);
    ContainerState stateOf(const ContainerId &id);

    DockerEngine m_engine;
    Registry m_registry;
    std::unique_ptr<Store> m_store;
};

void TestDockerEngine::initTestCase()
{
    for (const QString &reason : {m_engine.start(), m_registry.start()}) {
        if (!reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
    }
    m_store = makeStore(*parseEndpoint(m_engine.endpoint())).value();
}

void TestDockerEngine::init()
{
    QCOMPARE(m_engine.reset(), QString());
}

void TestDockerEngine::load(const ImageArchive &archive)
{
    const ScratchFolder folder;
    QCOMPARE(archive.write(folder.path(u"images.tar"_s)), QString());
    const Output loaded = m_engine.docker({u"load"_s, u"-i"_s, folder.path(u"images.tar"_s)});
    QVERIFY2(loaded.exitCode == 0, qPrintable(loaded.errors));
}

ContainerId TestDockerEngine::run(
    const QStringList &options, const QString &image, const QStringList &command)
{
    const Output output = m_engine.docker(
        QStringList{u"run"_s, u"-d"_s, u"--network"_s, u"none"_s} + options + QStringList{image} + command);
    return ContainerId(output.lines().value(0));
}

ContainerState TestDockerEngine::stateOf(const ContainerId &id)
{
    const Result<Container> container = m_store->container(id, patientCall());
    return container ? container->state : ContainerState::Unknown;
}

void TestDockerEngine::opens()
{
    const Result<StoreInfo> info = m_store->open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->endpoint, m_engine.endpoint());
    QCOMPARE(info->name, u"Docker"_s);
    const QString version =
        m_engine.docker({u"version"_s, u"--format"_s, u"{{.Server.Version}}"_s}).lines().value(0);
    QCOMPARE(info->version, version);
    QVERIFY(info->apiVersion.startsWith("1."_L1));
}

void TestDockerEngine::listsNothing()
{
    QCOMPARE(m_store->images(patientCall()).value(), QList<Image>());
    QCOMPARE(m_store->containers(patientCall()).value(), QList<Container>());
}

void TestDockerEngine::listsImages()
{
    ImageArchive archive;
    const QString base = archive.add({.tags = {u"base:1"_s, u"base:2"_s, u"localhost:5000/other/base:3"_s}});
    const QString child = archive.add({.layers = {u"child"_s}, .parent = base});
    load(archive);
    const Result<QList<Image>> images = m_store->images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->size(), 2);
    for (const Image &image : *images) {
        const bool isChild = image.id.text() == child;
        QVERIFY(isChild || image.id.text() == base);
        QCOMPARE(image.references.size(), isChild ? 0 : 3);
        QCOMPARE(image.parent.text(), isChild ? base : QString());
        QVERIFY(image.size > 100'000);
    }
}

void TestDockerEngine::listsManyImages()
{
    ImageArchive archive;
    QSet<QString> expected;
    for (int i = 0; i < 200; ++i) {
        expected << archive.add({.tags = {u"many:%1"_s.arg(i)}, .comment = QString::number(i)});
    }
    load(archive);
    const Result<QList<Image>> images = m_store->images(patientCall());
    REQUIRE_VALUE(images);
    QSet<QString> seen;
    std::ranges::for_each(*images, [&](const Image &image) { seen << image.id.text(); });
    QCOMPARE(seen, expected);
}

void TestDockerEngine::inspectsImages()
{
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"app:1"_s, u"localhost:5000/team/app:2"_s}});
    load(archive);
    const Image listed = m_store->images(patientCall())->first();
    QCOMPARE(m_store->image(ImageId(id), patientCall()).value(), listed);
    QCOMPARE(m_store->image(Reference(u"app:1"_s), patientCall()).value(), listed);
    QCOMPARE(m_store->image(Reference(u"localhost:5000/team/app:2"_s), patientCall()).value(), listed);
    const Result<Image> absent = m_store->image(Reference(u"app:9"_s), patientCall());
    REQUIRE_ERROR(absent, ErrorCode::NotFound);
    QCOMPARE(absent.error().httpStatus, 404);
    QVERIFY(absent.error().detail.contains("app:9"_L1));
    REQUIRE_ERROR(m_store->image(Reference(u"UPPER:1"_s), patientCall()), ErrorCode::BadRequest);
}

void TestDockerEngine::listsContainers()
{
    ImageArchive archive;
    const ImageId image(archive.add({.tags = {u"app:1"_s}}));
    load(archive);
    run({u"--name"_s, u"web"_s}, u"app:1"_s, Patient);
    run({u"--name"_s, u"frozen"_s}, u"app:1"_s, Patient);
    m_engine.docker({u"pause"_s, u"frozen"_s});
    m_engine.docker({u"create"_s, u"--name"_s, u"fresh"_s, u"app:1"_s, u"/busybox"_s});
    m_engine.docker(
        {u"run"_s, u"--network"_s, u"none"_s, u"--name"_s, u"ended"_s, u"app:1"_s, u"/busybox"_s, u"true"_s});
    const Result<QList<Container>> containers = m_store->containers(patientCall());
    REQUIRE_VALUE(containers);
    QMap<QString, ContainerState> states;
    for (const Container &container : *containers) {
        QCOMPARE(container.image, image);
        QCOMPARE(m_store->container(container.id, patientCall()).value(), container);
        states.insert(container.name, container.state);
    }
    const QMap<QString, ContainerState> expected{{u"ended"_s, ContainerState::Exited},
        {u"fresh"_s, ContainerState::Created}, {u"frozen"_s, ContainerState::Paused},
        {u"web"_s, ContainerState::Running}};
    QCOMPARE(states, expected);
    REQUIRE_ERROR(m_store->container(ContainerId(QString(64, u'0')), patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::stopsContainers()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({}, u"app:1"_s, Patient);
    QCOMPARE(m_store->stopContainer(id, 0s, patientCall()), Result<bool>(true));
    QCOMPARE(stateOf(id), ContainerState::Exited);
    QCOMPARE(m_store->stopContainer(id, 0s, patientCall()), Result<bool>(false));
    // Goes by itself once it is stopped.
    const ContainerId passing = run({u"--rm"_s}, u"app:1"_s, Patient);
    QCOMPARE(m_store->stopContainer(passing, 1s, patientCall()), Result<bool>(true));
    QTRY_VERIFY(!m_store->container(passing, patientCall()));
    REQUIRE_ERROR(m_store->stopContainer(passing, 1s, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::stopsAPausedContainer()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({u"--name"_s, u"frozen"_s}, u"app:1"_s, Patient);
    m_engine.docker({u"pause"_s, u"frozen"_s});
    REQUIRE_VALUE(m_store->stopContainer(id, 1s, patientCall()));
    QCOMPARE(stateOf(id), ContainerState::Exited);
}

void TestDockerEngine::removesContainers()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({}, u"app:1"_s, Patient);
    REQUIRE_ERROR(m_store->removeContainer(id, patientCall()), ErrorCode::Conflict);
    REQUIRE_VALUE(m_store->stopContainer(id, 0s, patientCall()));
    REQUIRE_VALUE(m_store->removeContainer(id, patientCall()));
    REQUIRE_ERROR(m_store->removeContainer(id, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::removesReferences()
{
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"app:1"_s, u"localhost:5000/team/app:2"_s}});
    load(archive);
    const QList<RemovalLine> untagged{
        {.kind = RemovalLine::Kind::Untagged, .target = u"localhost:5000/team/app:2"_s}};
    QCOMPARE(
        m_store->removeReference(Reference(u"localhost:5000/team/app:2"_s), patientCall()).value(), untagged);
    const Result<QList<RemovalLine>> last = m_store->removeReference(Reference(u"app:1"_s), patientCall());
    REQUIRE_VALUE(last);
    QCOMPARE(lineText(last->value(0)), u"Untagged: app:1"_s);
    QCOMPARE(lineText(last->value(1)), "Deleted: "_L1 + id);
    QVERIFY(last->size() > 2);
    REQUIRE_ERROR(m_store->removeReference(Reference(u"app:1"_s), patientCall()), ErrorCode::NotFound);
    listsNothing();
}

void TestDockerEngine::removesImages()
{
    ImageArchive archive;
    const ImageId id(archive.add({.comment = u"dangling"_s}));
    load(archive);
    const Result<QList<RemovalLine>> lines = m_store->removeImage(id, patientCall());
    REQUIRE_VALUE(lines);
    QCOMPARE(lineText(lines->value(0)), "Deleted: "_L1 + id.text());
    REQUIRE_ERROR(m_store->removeImage(id, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::refusesImagesInUse()
{
    ImageArchive archive;
    const QString base = archive.add({.tags = {u"base:1"_s}});
    archive.add({.tags = {u"child:1"_s}, .layers = {u"child"_s}, .parent = base});
    const QString used = archive.add({.tags = {u"used:1"_s}, .layers = {u"used"_s}});
    load(archive);
    m_engine.docker({u"create"_s, u"used:1"_s, u"/busybox"_s});
    const Result<QList<RemovalLine>> parent = m_store->removeImage(ImageId(base), patientCall());
    REQUIRE_ERROR(parent, ErrorCode::Conflict);
    QCOMPARE(parent.error().httpStatus, 409);
    QVERIFY(parent.error().detail.contains("dependent child"_L1));
    REQUIRE_ERROR(m_store->removeReference(Reference(u"used:1"_s), patientCall()), ErrorCode::Conflict);
    REQUIRE_ERROR(m_store->removeImage(ImageId(used), patientCall()), ErrorCode::Conflict);
    QCOMPARE(m_store->images(patientCall())->size(), 3);
}

void TestDockerEngine::cancelsAStop()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({}, u"app:1"_s, Deaf);
    const CancelToken cancel;
    const auto soon = inThread([&] {
        QThread::msleep(500);
        cancel.request();
    });
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(m_store->stopContainer(id, 300s, patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
    soon->wait();
    // The same store goes on with a new connection.
    QCOMPARE(stateOf(id), ContainerState::Running);
}

void TestDockerEngine::runsOutOfTimeInAStop()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({}, u"app:1"_s, Deaf);
    REQUIRE_ERROR(m_store->stopContainer(id, 300s, callWithin(500ms)), ErrorCode::TimedOut);
    QCOMPARE(stateOf(id), ContainerState::Running);
}

void TestDockerEngine::pulls()
{
    const QString name = m_registry.address() + "/team/app:1"_L1;
    ImageArchive archive;
    const QString id = archive.add({.tags = {name}, .layers = {u"one"_s, u"two"_s}});
    load(archive);
    QCOMPARE(m_engine.docker({u"push"_s, name}).exitCode, 0);
    QCOMPARE(m_engine.reset(), QString());

    QSet<QString> layers;
    QSet<QString> done;
    const auto follow = [&](const PullProgress &step) {
        layers << step.layer;
        if (step.state == PullProgress::State::Done) {
            done << step.layer;
        }
    };
    const Result<PullResult> first = m_store->pull(Reference(name), follow, patientCall());
    REQUIRE_VALUE(first);
    QCOMPARE(layers.size(), 3);
    QCOMPARE(done, layers);
    QCOMPARE(first->status, "Status: Downloaded newer image for "_L1 + name);
    QVERIFY(first->digest.startsWith("sha256:"_L1));
    const Image image = m_store->images(patientCall())->value(0);
    QCOMPARE(image.id.text(), id);
    const QString byDigest = m_registry.address() + "/team/app@"_L1 + first->digest;
    const QList<Reference> references{Reference(name), Reference(byDigest)};
    QCOMPARE(image.references, references);

    REQUIRE_VALUE(m_store->removeReference(Reference(name), patientCall()));
    const Result<PullResult> second =
        m_store->pull(Reference(byDigest), [](const PullProgress &) { }, patientCall());
    REQUIRE_VALUE(second);
    QCOMPARE(m_store->images(patientCall())->value(0).references, QList<Reference>{Reference(byDigest)});
    const Result<QList<RemovalLine>> removed = m_store->removeReference(Reference(byDigest), patientCall());
    REQUIRE_VALUE(removed);
    QCOMPARE(lineText(removed->value(0)), "Untagged: "_L1 + byDigest);

    REQUIRE_ERROR(
        m_store->pull(
            Reference(m_registry.address() + "/team/none:1"_L1), [](const PullProgress &) { }, patientCall()),
        ErrorCode::NotFound);
}

void TestDockerEngine::cancelsAPull()
{
    const QString name = m_registry.address() + "/team/cancelled:1"_L1;
    ImageArchive archive;
    archive.add({.tags = {name}, .layers = {u"three"_s}});
    load(archive);
    QCOMPARE(m_engine.docker({u"push"_s, name}).exitCode, 0);
    QCOMPARE(m_engine.reset(), QString());
    const CancelToken cancel;
    const auto stopAtOnce = [&](const PullProgress &) { cancel.request(); };
    REQUIRE_ERROR(m_store->pull(Reference(name), stopAtOnce, patientCall(cancel)), ErrorCode::Cancelled);
}

void TestDockerEngine::watches()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    std::atomic_int changes = 0;
    const CancelToken cancel;
    Result<void> result;
    const auto watcher = inThread([&] {
        const std::unique_ptr<Store> store = makeStore(*parseEndpoint(m_engine.endpoint())).value();
        result =
            store->watch([&] { ++changes; }, Call{.deadline = QDeadlineTimer::Forever, .cancel = cancel});
    });
    QTRY_COMPARE(changes, 1);
    load(archive);
    QTRY_VERIFY(changes > 1);
    int before = changes;
    m_engine.docker({u"create"_s, u"app:1"_s, u"/busybox"_s});
    QTRY_VERIFY(changes > before);
    before = changes;
    m_engine.docker({u"tag"_s, u"app:1"_s, u"app:2"_s});
    QTRY_COMPARE(changes, before + 1);
    cancel.request();
    QVERIFY(watcher->wait(5000));
    REQUIRE_ERROR(result, ErrorCode::Cancelled);
}

void TestDockerEngine::losesTheEngineInTheMiddle()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    load(archive);
    const ContainerId id = run({}, u"app:1"_s, Deaf);
    std::atomic_bool watching = false;
    Result<void> watched;
    const auto watcher = inThread([&] {
        const std::unique_ptr<Store> store = makeStore(*parseEndpoint(m_engine.endpoint())).value();
        watched = store->watch([&] { watching = true; }, patientCall());
    });
    QTRY_VERIFY(watching);
    m_engine.stop();
    QVERIFY(watcher->wait(60000));
    REQUIRE_ERROR(watched, ErrorCode::ConnectionLost);
    // The connection that was kept is dead; asking again finds nobody.
    REQUIRE_ERROR(m_store->images(patientCall()), ErrorCode::NotRunning);
    REQUIRE_ERROR(m_store->removeReference(Reference(u"app:1"_s), patientCall()), ErrorCode::NotRunning);
    QCOMPARE(m_engine.start(), QString());
    QVERIFY(stateOf(id) != ContainerState::Running);
}

void TestDockerEngine::findsTheEngineAgain()
{
    REQUIRE_VALUE(m_store->open(patientCall()));
    m_engine.stop();
    REQUIRE_ERROR(m_store->open(patientCall()), ErrorCode::NotRunning);
    QCOMPARE(m_engine.start(), QString());
    REQUIRE_VALUE(m_store->open(patientCall()));
    REQUIRE_VALUE(m_store->images(patientCall()));
}

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_dockerengine.moc"

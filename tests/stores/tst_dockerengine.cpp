// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/dockerbench.h"
#include "stores/resulttext.h"
#include "support/imagearchive.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every call of a store that asks or changes something, against a real Docker daemon.
class TestDockerEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
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

private:
    DockerBench m_bench;
};

void TestDockerEngine::initTestCase()
{
    const QString reason = m_bench.start();
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
}

void TestDockerEngine::init()
{
    QCOMPARE(m_bench.engine.reset(), QString());
}

void TestDockerEngine::listsNothing()
{
    QCOMPARE(m_bench.store->images(patientCall()).value(), QList<Image>());
    QCOMPARE(m_bench.store->containers(patientCall()).value(), QList<Container>());
}

void TestDockerEngine::listsImages()
{
    ImageArchive archive;
    const QString base = archive.add({.tags = {u"base:1"_s, u"base:2"_s, u"localhost:5000/other/base:3"_s}});
    const QString child = archive.add({.layers = {u"child"_s}, .parent = base});
    QCOMPARE(m_bench.load(archive), QString());
    const Result<QList<Image>> images = m_bench.store->images(patientCall());
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
    QCOMPARE(m_bench.load(archive), QString());
    const Result<QList<Image>> images = m_bench.store->images(patientCall());
    REQUIRE_VALUE(images);
    QSet<QString> seen;
    std::ranges::for_each(*images, [&](const Image &image) { seen << image.id.text(); });
    QCOMPARE(seen, expected);
}

void TestDockerEngine::inspectsImages()
{
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"app:1"_s, u"localhost:5000/team/app:2"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const Image listed = m_bench.store->images(patientCall())->first();
    QCOMPARE(m_bench.store->image(ImageId(id), patientCall()).value(), listed);
    QCOMPARE(m_bench.store->image(Reference(u"app:1"_s), patientCall()).value(), listed);
    QCOMPARE(m_bench.store->image(Reference(u"localhost:5000/team/app:2"_s), patientCall()).value(), listed);
    const Result<Image> absent = m_bench.store->image(Reference(u"app:9"_s), patientCall());
    REQUIRE_ERROR(absent, ErrorCode::NotFound);
    QCOMPARE(absent.error().httpStatus, 404);
    QVERIFY(absent.error().detail.contains("app:9"_L1));
    REQUIRE_ERROR(m_bench.store->image(Reference(u"UPPER:1"_s), patientCall()), ErrorCode::BadRequest);
}

void TestDockerEngine::listsContainers()
{
    ImageArchive archive;
    const ImageId image(archive.add({.tags = {u"app:1"_s}}));
    QCOMPARE(m_bench.load(archive), QString());
    m_bench.run({u"--name"_s, u"web"_s}, u"app:1"_s, DockerBench::endless());
    m_bench.run({u"--name"_s, u"frozen"_s}, u"app:1"_s, DockerBench::endless());
    m_bench.engine.docker({u"pause"_s, u"frozen"_s});
    m_bench.engine.docker({u"create"_s, u"--name"_s, u"fresh"_s, u"app:1"_s, u"/busybox"_s});
    m_bench.engine.docker(
        {u"run"_s, u"--network"_s, u"none"_s, u"--name"_s, u"ended"_s, u"app:1"_s, u"/busybox"_s, u"true"_s});
    const Result<QList<Container>> containers = m_bench.store->containers(patientCall());
    REQUIRE_VALUE(containers);
    QMap<QString, ContainerState> states;
    for (const Container &container : *containers) {
        QCOMPARE(container.image, image);
        QCOMPARE(m_bench.store->container(container.id, patientCall()).value(), container);
        states.insert(container.name, container.state);
    }
    const QMap<QString, ContainerState> expected{{u"ended"_s, ContainerState::Exited},
        {u"fresh"_s, ContainerState::Created}, {u"frozen"_s, ContainerState::Paused},
        {u"web"_s, ContainerState::Running}};
    QCOMPARE(states, expected);
    REQUIRE_ERROR(
        m_bench.store->container(ContainerId(QString(64, u'0')), patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::stopsContainers()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({}, u"app:1"_s, DockerBench::endless());
    QCOMPARE(m_bench.store->stopContainer(id, 0s, patientCall()), Result<bool>(true));
    QCOMPARE(m_bench.stateOf(id), ContainerState::Exited);
    QCOMPARE(m_bench.store->stopContainer(id, 0s, patientCall()), Result<bool>(false));
    // Goes by itself once it is stopped.
    const ContainerId passing = m_bench.run({u"--rm"_s}, u"app:1"_s, DockerBench::endless());
    QCOMPARE(m_bench.store->stopContainer(passing, 1s, patientCall()), Result<bool>(true));
    QTRY_VERIFY(!m_bench.store->container(passing, patientCall()));
    REQUIRE_ERROR(m_bench.store->stopContainer(passing, 1s, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::stopsAPausedContainer()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({u"--name"_s, u"frozen"_s}, u"app:1"_s, DockerBench::endless());
    m_bench.engine.docker({u"pause"_s, u"frozen"_s});
    REQUIRE_VALUE(m_bench.store->stopContainer(id, 1s, patientCall()));
    QCOMPARE(m_bench.stateOf(id), ContainerState::Exited);
}

void TestDockerEngine::removesContainers()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const ContainerId id = m_bench.run({}, u"app:1"_s, DockerBench::endless());
    REQUIRE_ERROR(m_bench.store->removeContainer(id, patientCall()), ErrorCode::Conflict);
    REQUIRE_VALUE(m_bench.store->stopContainer(id, 0s, patientCall()));
    REQUIRE_VALUE(m_bench.store->removeContainer(id, patientCall()));
    REQUIRE_ERROR(m_bench.store->removeContainer(id, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::removesReferences()
{
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"app:1"_s, u"localhost:5000/team/app:2"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    const QList<RemovalLine> untagged{
        {.kind = RemovalLine::Kind::Untagged, .target = u"localhost:5000/team/app:2"_s}};
    QCOMPARE(m_bench.store->removeReference(Reference(u"localhost:5000/team/app:2"_s), patientCall()).value(),
        untagged);
    const Result<QList<RemovalLine>> last =
        m_bench.store->removeReference(Reference(u"app:1"_s), patientCall());
    REQUIRE_VALUE(last);
    QCOMPARE(lineText(last->value(0)), u"Untagged: app:1"_s);
    QCOMPARE(lineText(last->value(1)), "Deleted: "_L1 + id);
    QVERIFY(last->size() > 2);
    REQUIRE_ERROR(m_bench.store->removeReference(Reference(u"app:1"_s), patientCall()), ErrorCode::NotFound);
    listsNothing();
}

void TestDockerEngine::removesImages()
{
    ImageArchive archive;
    const ImageId id(archive.add({.comment = u"dangling"_s}));
    QCOMPARE(m_bench.load(archive), QString());
    const Result<QList<RemovalLine>> lines = m_bench.store->removeImage(id, patientCall());
    REQUIRE_VALUE(lines);
    QCOMPARE(lineText(lines->value(0)), "Deleted: "_L1 + id.text());
    REQUIRE_ERROR(m_bench.store->removeImage(id, patientCall()), ErrorCode::NotFound);
}

void TestDockerEngine::refusesImagesInUse()
{
    ImageArchive archive;
    const QString base = archive.add({.tags = {u"base:1"_s}});
    archive.add({.tags = {u"child:1"_s}, .layers = {u"child"_s}, .parent = base});
    const QString used = archive.add({.tags = {u"used:1"_s}, .layers = {u"used"_s}});
    QCOMPARE(m_bench.load(archive), QString());
    m_bench.engine.docker({u"create"_s, u"used:1"_s, u"/busybox"_s});
    const Result<QList<RemovalLine>> parent = m_bench.store->removeImage(ImageId(base), patientCall());
    REQUIRE_ERROR(parent, ErrorCode::Conflict);
    QCOMPARE(parent.error().httpStatus, 409);
    QVERIFY(parent.error().detail.contains("dependent child"_L1));
    REQUIRE_ERROR(m_bench.store->removeReference(Reference(u"used:1"_s), patientCall()), ErrorCode::Conflict);
    REQUIRE_ERROR(m_bench.store->removeImage(ImageId(used), patientCall()), ErrorCode::Conflict);
    QCOMPARE(m_bench.store->images(patientCall())->size(), 3);
}

QTEST_GUILESS_MAIN(TestDockerEngine)
#include "tst_dockerengine.moc"

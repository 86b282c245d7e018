// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/removal.h"
#include "jobs/scan.h"
#include "stores/resulttext.h"
#include "stores/storefactory.h"
#include "support/containerengine.h"
#include "support/imagearchive.h"

#include <QDir>
#include <QTest>
#include <QVersionNumber>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Where something was changed that a removal reads, and the ends.
const QStringList Versions{u"1.24"_s, u"1.25"_s, u"1.30"_s, u"1.40"_s, u"1.41"_s, u"1.42"_s, u"1.43"_s,
    u"1.44"_s, u"1.45"_s, u"1.48"_s, u"1.51"_s, u"1.52"_s, u"1.55"_s};

} // namespace

/// Real engines, asked in older versions of the API than they have: as if they were engines of then.
class TestSpokenVersions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesAsForetold_data();
    void removesAsForetold();

private:
    static QString fill(const ContainerEngine &engine);
    void removeIn(const QString &version, const ContainerEngine &engine) const;
};

QString TestSpokenVersions::fill(const ContainerEngine &engine)
{
    const ScratchFolder folder;
    QDir().mkpath(folder.path({}));
    ImageArchive archive;
    const QString app = archive.add({.tags = {u"app:1"_s, u"app:2"_s}, .layers = {u"app=3000"_s}});
    archive.add({.tags = {u"other:1"_s}, .layers = {u"other=3000"_s}});
    const QString path = folder.path(u"images.tar"_s);
    QString failure = archive.write(path);
    const Output loaded = engine.docker({u"load"_s, u"-q"_s, u"-i"_s, path});
    failure += loaded.exitCode == 0 ? QString() : loaded.errors;
    // IDs in containerd are other ones, and Podman 5 finds no short names.
    const QString image = engine.kind().isPodman() ? app : u"app:1"_s;
    const Output started = engine.docker({u"run"_s, u"-d"_s, u"--name"_s, u"web"_s, u"--network"_s, u"none"_s,
        image, u"/busybox"_s, u"sleep"_s, u"1000"_s});
    return started.exitCode == 0 ? failure : failure + started.errors;
}

void TestSpokenVersions::removesAsForetold_data()
{
    QTest::addColumn<QString>("name");
    for (const EngineKind &kind : EngineKind::all()) {
        QTest::newRow(qPrintable(kind.name)) << kind.name;
    }
}

void TestSpokenVersions::removesAsForetold()
{
    QFETCH(QString, name);
    ContainerEngine engine(*EngineKind::named(name));
    if (const QString failure = engine.start(); !failure.isEmpty()) {
        QSKIP(qPrintable(failure));
    }
    const QString newest =
        engine.docker({u"version"_s, u"--format"_s, u"{{.Server.APIVersion}}"_s}).lines().value(0);
    int spoken = 0;
    for (const QString &version : Versions) {
        if (QVersionNumber::fromString(version) > QVersionNumber::fromString(newest)) {
            continue;
        }
        removeIn(version, engine);
        if (QTest::currentTestFailed()) {
            qWarning("in version %s", qPrintable(version));
            return;
        }
        ++spoken;
    }
    qInfo("%s, API %s: %d versions", qPrintable(name), qPrintable(newest), spoken);
    QVERIFY(spoken > 0);
}

void TestSpokenVersions::removeIn(const QString &version, const ContainerEngine &engine) const
{
    QCOMPARE(engine.reset(), QString());
    QCOMPARE(fill(engine), QString());
    Endpoint endpoint = *parseEndpoint(engine.endpoint());
    endpoint.apiVersion = version;
    const std::unique_ptr<Store> store = makeStore(endpoint).value();
    const Result<StoreInfo> info = store->open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->apiVersion, version);

    LayerReader reader{ContentCache(QString())};
    const Result<SnapshotPtr> snapshot = scan(*store, reader, {});
    REQUIRE_VALUE(snapshot);
    QCOMPARE((*snapshot)->images().size(), 2);
    QCOMPARE((*snapshot)->containers().size(), 1);
    QVERIFY((*snapshot)->layers().isRead());
    REQUIRE_VALUE(store->tag((*snapshot)->images().first().id, Reference(u"again:1"_s), patientCall()));
    const Result<SnapshotPtr> tagged = scan(*store, reader, {});
    REQUIRE_VALUE(tagged);

    QList<RemovalTarget> targets;
    for (const Image &image : (*tagged)->images()) {
        targets << RemovalTarget{.image = image.id};
    }
    const RemovalPlan plan = RemovalPlan::make(*tagged, targets, {.force = true, .stopTimeout = 1s});
    const RemovalReport report =
        runRemoval(plan, *store, {}, {.started = [](int) { }, .ended = [](int, const StepOutcome &) { }});
    QVERIFY(report.isComplete());
    QCOMPARE(report.reportedLines(), plan.predictedLines());
    QVERIFY(store->images(patientCall())->isEmpty());
    QVERIFY(store->containers(patientCall())->isEmpty());
}

QTEST_GUILESS_MAIN(TestSpokenVersions)
#include "tst_spokenversions.moc"

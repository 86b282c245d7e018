// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/playedengine.h"
#include "stores/resulttext.h"

#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Digits(64, 'a');
const QByteArray Digest = "sha256:" + QByteArray(64, 'b');

PlayedEngine containerd(const QList<QByteArray> &replies)
{
    const QByteArray info = R"({"DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]})";
    return PlayedEngine(QList<QByteArray>{pong("1.51"), version(), reply("200 OK", info)} + replies);
}

QByteArray listed(const QByteArray &name)
{
    return reply("200 OK",
        R"([{"Id":")" + Digits + R"(","Names":["/web"],"ImageID":")" + Digest
            + R"(","State":"created","Created":1795577232,"Mounts":[{"Type":"volume","Name":"v"},)"
              R"({"Type":"image","Name":")"
            + name + R"("}]}])");
}

QByteArray made(const QByteArray &time)
{
    return reply("200 OK", R"({"Created":")" + time + R"("})");
}

QByteArray image(const QByteArray &named)
{
    return reply("200 OK", R"({"Id":")" + Digest + R"(","Metadata":{"LastTagTime":")" + named + R"("}})");
}

} // namespace

/// Which images containers mount, where the engine's times tell.
class tst_EngineMounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolves_data();
    void resolves();
    void trustsNoTimesOfTheClassicStore();
    void asksNothingOfOthers();
    void tellsFailures();
};

void tst_EngineMounts::resolves_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("container");
    QTest::addColumn<QByteArray>("named");
    QTest::addColumn<bool>("isKnown");

    const QByteArray made = "2026-11-25T03:27:12.448467536Z";
    QTest::addRow("named before") << "a:1"_ba << made << "2026-11-25T03:27:12.421377652Z"_ba << true;
    QTest::addRow("by nanoseconds") << "a:1"_ba << made << "2026-11-25T03:27:12.448467535Z"_ba << true;
    QTest::addRow("at the same time") << "a:1"_ba << made << made << false;
    QTest::addRow("named since") << "a:1"_ba << made << "2026-11-25T03:27:12.4484676Z"_ba << false;
    QTest::addRow("zeros are left out") << "a:1"_ba << made << "2026-11-25T03:27:12.44Z"_ba << true;
    QTest::addRow("no fraction") << "a:1"_ba << made << "2026-11-25T03:27:12Z"_ba << true;
    QTest::addRow("another time zone") << "a:1"_ba << made << "2026-11-25T05:27:12.4+02:00"_ba << true;
    QTest::addRow("never named") << "a:1"_ba << made << "0001-01-01T00:00:00Z"_ba << false;
    QTest::addRow("by its ID") << Digest << made << "2026-11-25T04:00:00Z"_ba << true;
    QTest::addRow("by digits of it") << "bbbbbbbbbbbb"_ba << made << "2026-11-25T04:00:00Z"_ba << true;
    QTest::addRow("a name like its first digits") << "bbbb"_ba << made << "2026-11-25T04:00:00Z"_ba << false;
    QTest::addRow("an unknown time") << "a:1"_ba << ""_ba << "2026-11-25T03:27:12Z"_ba << false;
}

void tst_EngineMounts::resolves()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, container);
    QFETCH(QByteArray, named);
    QFETCH(bool, isKnown);
    PlayedEngine played = containerd({listed(name), made(container), image(named)});
    const Result<QList<Container>> containers = played.store.containers(patientCall());
    REQUIRE_VALUE(containers);
    const QList<ImageMount> mounts = containers->first().imageMounts;
    QCOMPARE(mounts.size(), 1);
    QCOMPARE(mounts.first().name, QString::fromLatin1(name));
    QCOMPARE(mounts.first().image, isKnown ? ImageId(QString::fromLatin1(Digest)) : ImageId());
    QCOMPARE(mounts.first().since.toSecsSinceEpoch(), 1795577232);
}

void tst_EngineMounts::trustsNoTimesOfTheClassicStore()
{
    const QByteArray early = image("2026-11-25T03:27:12Z");
    PlayedEngine played = PlayedEngine::opened({listed("a:1"), early, listed(Digest), early});
    QVERIFY(mountsUnknown(played.store.containers(patientCall())->first()));
    QVERIFY(
        mountsImage(played.store.containers(patientCall())->first(), ImageId(QString::fromLatin1(Digest))));
}

void tst_EngineMounts::asksNothingOfOthers()
{
    const QByteArray none = R"([{"Id":")" + Digits + R"(","Names":["/web"],"ImageID":")" + Digest
        + R"(","State":"created","Mounts":[{"Type":"bind","Name":""}]}])";
    PlayedEngine played = PlayedEngine::opened({reply("200 OK", none)});
    const Result<QList<Container>> containers = played.store.containers(patientCall());
    REQUIRE_VALUE(containers);
    QVERIFY(containers->first().imageMounts.isEmpty());
}

void tst_EngineMounts::tellsFailures()
{
    const QByteArray gone = reply("404 Not Found", R"({"message":"No such image: a:1"})");
    PlayedEngine played = containerd({listed("a:1"), made("2026-11-25T03:27:12.448467536Z"), gone});
    const Result<QList<Container>> containers = played.store.containers(patientCall());
    REQUIRE_VALUE(containers);
    QVERIFY(mountsUnknown(containers->first()));

    const QByteArray broken = reply("500 Internal Server Error", R"({"message":"no space"})");
    PlayedEngine failing = containerd({listed("a:1"), broken});
    QVERIFY(!failing.store.containers(patientCall()));
}

QTEST_GUILESS_MAIN(tst_EngineMounts)
#include "tst_enginemounts.moc"

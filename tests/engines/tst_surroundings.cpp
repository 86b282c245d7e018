// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/surroundingstest.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// What `docker compose` gives to the containers that it makes, and podman-compose.
const QString DockerCompose =
    u"--label com.docker.compose.project=shop --label com.docker.compose.service=web "
    "--label com.docker.compose.oneoff=False --label com.docker.compose.container-number=1"_s;
const QString PodmanCompose =
    u"--label io.podman.compose.project=shop --label io.podman.compose.version=1.0.6 "
    "--label PODMAN_SYSTEMD_UNIT=podman-compose@shop.service --label com.docker.compose.project=shop "
    "--label com.docker.compose.container-number=1 --label com.docker.compose.service=web"_s;
// What a quadlet's unit runs: see podman-systemd.unit(5).
const QString Quadlet = u"--rm --label PODMAN_SYSTEMD_UNIT=web.service"_s;

} // namespace

// What happens to containers around a removal is said before, and then it happens.
class tst_Surroundings : public SurroundingsTest
{
    Q_OBJECT

public:
    tst_Surroundings()
        : SurroundingsTest(
              {u"docker20"_s, u"docker28-containerd"_s, u"podman43"_s, u"podman54"_s, u"podman54-rootless"_s})
    {
    }

private Q_SLOTS:
    void cleanup() { docker(u"volume rm kept"_s); }

    void remarksOnContainersThatGo()
    {
        fill(u"image a: a:1\ncontainer plain: a:1 running\n"_s + run(u"web"_s, u"--restart always"_s)
            + run(u"db"_s, u"--restart unless-stopped"_s) + run(u"shop-web-1"_s, DockerCompose)
            + run(u"job"_s, u"--rm -v /data -v kept:/kept"_s) + run(u"brief"_s, u"--rm"_s));
        const QJsonArray remarks = remarksOf(jettison(u"rm --dry-run --force --format json a:1"_s));
        QCOMPARE(briefly(remarks),
            QStringList({u"goes auto-removal brief"_s, u"goes auto-removal job"_s,
                u"goes compose-project shop-web-1"_s, u"goes restart-policy db"_s,
                u"goes restart-policy web"_s}));
        QCOMPARE(volumes().size(), 2);
        const Output done = jettison(u"rm --force --time 0 a:1"_s);
        QVERIFY2(done.exitCode == 0, qPrintable(done.errors));
        QCOMPARE(notes(done).size(), 5);
        QVERIFY2(done.errors.contains("deletes its anonymous volumes for good: /data: job"_L1),
            qPrintable(done.errors));
        // As it was said: the anonymous volume goes, right after its container; the other one is there.
        QTRY_COMPARE(volumes(), QStringList(u"kept"_s));
    }

    void remarksOnContainersInTheWay()
    {
        fill(u"image a: a:1\n"_s + run(u"web"_s, u"--restart always"_s) + run(u"shop-web-1"_s, DockerCompose)
            + run(u"job"_s, u"--rm"_s));
        const Output refused = jettison(u"rm a:1"_s);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.text, QString());
        QStringList expected{
            u"Note: Started with --rm: the engine removes them by itself once they are stopped: job. First: "
            "%1 stop job"_s.arg(m_engine->kind().isPodman() ? u"podman"_s : u"docker"_s),
            u"Note: Part of the compose project shop: shop-web-1. First: docker compose -p shop down"_s};
        QStringList said = notes(refused);
        said.sort();
        expected.sort();
        QCOMPARE(said, expected);
        // The advice is good.
        docker(u"stop -t 0 job"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!docker(u"ps -a"_s).text.contains(" job\n"_L1), 30'000);
    }

    void tellsWhoMakesThemAgain_data()
    {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("remarks");
        QTest::addColumn<QString>("advice");
        QTest::addRow("docker compose") << DockerCompose << QStringList(u"goes compose-project web"_s)
                                        << u"docker compose -p shop down"_s;
        QTest::addRow("podman-compose") << PodmanCompose << QStringList(u"goes podman-compose-project web"_s)
                                        << u"podman-compose -p shop down"_s;
        QTest::addRow("a quadlet") << Quadlet
                                   << QStringList({u"goes auto-removal web"_s, u"goes systemd-unit web"_s})
                                   << u"systemctl stop web.service"_s;
    }

    void tellsWhoMakesThemAgain()
    {
        QFETCH(QString, options);
        QFETCH(QStringList, remarks);
        QFETCH(QString, advice);
        fill(u"image a: a:1\n"_s + run(u"web"_s, options));
        const QJsonArray foretold = remarksOf(jettison(u"rm --dry-run --force --format json a:1"_s));
        QCOMPARE(briefly(foretold), remarks);
        QStringList commands;
        for (const QJsonValue remark : foretold) {
            commands << remark[u"advice"_s].toVariant().toStringList();
        }
        QVERIFY2(commands.contains(advice), qPrintable(commands.join(u'\n')));
        const Output done = jettison(u"rm --force --time 0 a:1"_s);
        QVERIFY2(done.exitCode == 0, qPrintable(done.errors));
        QVERIFY2(done.text.startsWith("Stopped: web\nRemoved: web\n"_L1), qPrintable(done.text));
        QVERIFY2(done.errors.contains(advice), qPrintable(done.errors));
        QCOMPARE(docker(u"ps -aq"_s).text, QString());
    }

    // A policy ends with a stop, but one of Docker's that restarts heeds "always" again.
    void restartPolicies()
    {
        const bool isPodman = m_engine->kind().isPodman();
        fill(u"image a: a:1\n"_s + run(u"web"_s, u"--restart always"_s)
            + run(u"db"_s, u"--restart unless-stopped"_s));
        docker(u"stop -t 0 web db"_s);
        QTRY_COMPARE(stateOf(u"web"_s), u"exited"_s);
        QTRY_COMPARE(stateOf(u"db"_s), u"exited"_s);
        m_engine->stop();
        QCOMPARE(m_engine->start(), QString());
        QTRY_COMPARE(stateOf(u"web"_s), isPodman ? u"exited"_s : u"running"_s);
        QCOMPARE(stateOf(u"db"_s), u"exited"_s);
        const QJsonArray remarks = remarksOf(jettison(u"rm --dry-run --force --format json a:1"_s));
        QStringList texts{remarks[0][u"text"_s].toString(), remarks[1][u"text"_s].toString()};
        texts.sort();
        const QString always =
            isPodman ? u"\"always\": they stay stopped all"_s : u"\"always\": they stay stopped, unless"_s;
        QVERIFY2(texts[0].contains(always), qPrintable(texts[0]));
        QVERIFY2(texts[1].contains("\"unless-stopped\": they stay stopped all"_L1), qPrintable(texts[1]));
        QCOMPARE(jettison(u"rm --force --time 0 a:1"_s).exitCode, 0);
    }

private:
    QStringList volumes() const { return docker(u"volume ls -q"_s).lines(); }
};

QTEST_GUILESS_MAIN(tst_Surroundings)
#include "tst_surroundings.moc"

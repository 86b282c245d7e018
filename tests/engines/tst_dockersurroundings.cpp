// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// What `docker compose` gives to the containers that it makes.
const QString ComposeLabels =
    u"--label com.docker.compose.project=shop --label com.docker.compose.service=web "
    "--label com.docker.compose.oneoff=False "
    "--label com.docker.compose.container-number=1"_s;
const QString Endless = u"/busybox sleep 1000"_s;

QJsonArray remarksOf(const Output &output)
{
    return QJsonDocument::fromJson(output.text.toUtf8())[u"remarks"_s].toArray();
}

// `goes auto-removal job`, a word for each remark of a kind.
QStringList briefly(const QJsonArray &remarks)
{
    QStringList texts;
    for (const QJsonValue remark : remarks) {
        texts << (remark[u"goes"_s].toBool() ? u"goes "_s : u"stays "_s) + remark[u"kind"_s].toString() + u' '
                + remark[u"container"_s].toString(u"-"_s);
    }
    texts.sort();
    return texts;
}

QStringList notes(const Output &output)
{
    return output.errors.split(u'\n').filter(u"Note: "_s);
}

} // namespace

// What happens around a removal is said before, and then it happens.
class tst_DockerSurroundings : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        const QStringList services = m_engine.docker({u"service"_s, u"ls"_s, u"-q"_s}).lines();
        if (!services.isEmpty()) {
            m_engine.docker(QStringList{u"service"_s, u"rm"_s} + services);
        }
    }

    void remarksOnContainersThatGo()
    {
        fill(u"image a: a:1\ncontainer plain: a:1 running\n"_s + run(u"web"_s, u"--restart always"_s)
            + run(u"db"_s, u"--restart unless-stopped"_s) + run(u"shop-web-1"_s, ComposeLabels)
            + run(u"job"_s, u"--rm -v /data -v kept:/kept"_s) + run(u"brief"_s, u"--rm"_s));
        const QStringList options{u"rm"_s, u"--dry-run"_s, u"--force"_s, u"--format"_s, u"json"_s, u"a:1"_s};
        const QJsonArray remarks = remarksOf(jettison(options));
        QCOMPARE(briefly(remarks),
            QStringList({u"goes auto-removal brief"_s, u"goes auto-removal job"_s,
                u"goes compose-project shop-web-1"_s, u"goes restart-policy db"_s,
                u"goes restart-policy web"_s}));
        const QStringList waysIn = volumes();
        QCOMPARE(waysIn.size(), 2);
        const Output done = jettison({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"a:1"_s});
        QVERIFY2(done.exitCode == 0, qPrintable(done.errors));
        QCOMPARE(notes(done).size(), 5);
        QVERIFY2(done.errors.contains("deletes its anonymous volumes for good: /data: job"_L1),
            qPrintable(done.errors));
        // As it was said: the anonymous volume is gone, the other one is there.
        QCOMPARE(volumes(), QStringList(u"kept"_s));
        m_engine.docker({u"volume"_s, u"rm"_s, u"kept"_s});
    }

    void remarksOnContainersInTheWay()
    {
        fill(u"image a: a:1\n"_s + run(u"web"_s, u"--restart always"_s) + run(u"shop-web-1"_s, ComposeLabels)
            + run(u"job"_s, u"--rm"_s));
        const Output refused = jettison({u"rm"_s, u"a:1"_s});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.text, QString());
        QCOMPARE(notes(refused),
            QStringList({u"Note: Started with --rm: the engine removes them by itself once they are stopped: "
                         "job. First: docker stop job"_s,
                u"Note: Part of the compose project shop: shop-web-1. First: docker compose -p shop down"_s}));
        // The advice is good.
        m_engine.docker({u"stop"_s, u"-t"_s, u"0"_s, u"job"_s});
        QTRY_VERIFY(!m_engine.docker({u"ps"_s, u"-a"_s}).text.contains(" job\n"_L1));
    }

    // A policy ends with a stop, but "always" is heeded again by an engine that restarts.
    void restartPolicies()
    {
        fill(u"image a: a:1\n"_s + run(u"web"_s, u"--restart always"_s)
            + run(u"db"_s, u"--restart unless-stopped"_s));
        m_engine.docker({u"stop"_s, u"-t"_s, u"0"_s, u"web"_s, u"db"_s});
        QCOMPARE(stateOf(u"web"_s), u"exited"_s);
        QCOMPARE(stateOf(u"db"_s), u"exited"_s);
        m_engine.stop();
        QCOMPARE(m_engine.start(), QString());
        QTRY_COMPARE(stateOf(u"web"_s), u"running"_s);
        QCOMPARE(stateOf(u"db"_s), u"exited"_s);
        const QJsonArray remarks =
            remarksOf(jettison({u"rm"_s, u"--dry-run"_s, u"--force"_s, u"--format"_s, u"json"_s, u"a:1"_s}));
        QStringList texts{remarks[0][u"text"_s].toString(), remarks[1][u"text"_s].toString()};
        texts.sort();
        QVERIFY2(texts[0].contains("\"always\": they stay stopped, unless"_L1), qPrintable(texts[0]));
        QVERIFY2(texts[1].contains("\"unless-stopped\": they stay stopped all"_L1), qPrintable(texts[1]));
        QCOMPARE(jettison({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"a:1"_s}).exitCode, 0);
    }

    void noSwarm()
    {
        const Output nodes = jettison({u"nodes"_s});
        QCOMPARE(nodes.exitCode, 1);
        QVERIFY2(nodes.errors.contains("part of no Swarm"_L1), qPrintable(nodes.errors));
        QCOMPARE(nodes.text, QString());
    }

    void nodes()
    {
        startSwarm();
        const Output table = jettison({u"nodes"_s});
        QCOMPARE(table.exitCode, 0);
        QCOMPARE(table.lines().size(), 2);
        QVERIFY2(table.text.contains("manager, leader"_L1), qPrintable(table.text));
        const QJsonObject told =
            QJsonDocument::fromJson(jettison({u"nodes"_s, u"--format"_s, u"json"_s}).text.toUtf8()).object();
        QCOMPARE(told[u"part"_s].toString(), u"manager"_s);
        const QJsonValue node = told[u"nodes"_s][0];
        QCOMPARE(node[u"id"_s].toString(), m_engine.docker({u"node"_s, u"ls"_s, u"-q"_s}).text.trimmed());
        QCOMPARE(node[u"address"_s].toString(), u"127.0.0.1"_s);
        QVERIFY(node[u"this"_s].toBool());
    }

    // The scheduler is as fast as we are: whether the image is in use again or goes and is wanted, what the
    // program says is what docker shows.
    void tasksComeBack()
    {
        startSwarm();
        fill(u"image a: a:1"_s);
        createService(2, {});
        const QStringList before = taskContainers();
        QCOMPARE(before.size(), 2);
        const Output preview =
            jettison({u"rm"_s, u"--dry-run"_s, u"--force"_s, u"--format"_s, u"json"_s, u"a:1"_s});
        const QJsonArray remarks = remarksOf(preview);
        QCOMPARE(remarks.size(), 2);
        QCOMPARE(remarks[0][u"kind"_s].toString(), u"swarm-service"_s);
        QCOMPARE(remarks[0][u"name"_s].toString(), u"shop"_s);
        QCOMPARE(remarks[0][u"advice"_s][0].toString(), u"docker service rm shop"_s);
        const Output kept = jettison({u"rm"_s, u"a:1"_s});
        QCOMPARE(kept.exitCode, 1);
        QVERIFY2(kept.errors.contains("Note: Tasks of the Swarm service shop"_L1), qPrintable(kept.errors));

        const Output done = jettison({u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"a:1"_s});
        QCOMPARE(done.text.count("Removed: shop."_L1), 2);
        const bool isDeleted = done.text.contains("Deleted: "_L1);
        QCOMPARE(done.exitCode, isDeleted ? 0 : 1);
        const bool isThere = !m_engine.docker({u"image"_s, u"ls"_s, u"-q"_s, u"a:1"_s}).text.isEmpty();
        QCOMPARE(isThere, !isDeleted);
        if (isThere) {
            // Two others, and the program names one of them.
            QTRY_COMPARE(taskContainers().size(), 2);
            const QStringList after = taskContainers();
            QVERIFY(!after.contains(before[0]) && !after.contains(before[1]));
            QVERIFY2(done.errors.contains("A container was made from the image"_L1), qPrintable(done.errors));
            QVERIFY2(
                done.errors.contains(after[0]) || done.errors.contains(after[1]), qPrintable(done.errors));
        }
    }

    // No container here, and yet somebody wants the image.
    void servicesWantImages()
    {
        startSwarm();
        fill(u"image a: a:1\nimage b: b:1"_s);
        createService(0, {});
        const Output done = jettison({u"rm"_s, u"--format"_s, u"json"_s, u"a:1"_s, u"b:1"_s});
        QCOMPARE(done.exitCode, 0);
        const QJsonArray remarks = remarksOf(done);
        QCOMPARE(briefly(remarks), QStringList(u"goes service-image -"_s));
        QVERIFY(remarks[0][u"container"_s].isNull());
        QCOMPARE(remarks[0][u"name"_s].toString(), u"shop"_s);
        // The node looks for it again, in vain here.
        m_engine.docker({u"service"_s, u"scale"_s, u"-d"_s, u"shop=1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(m_engine.docker({u"service"_s, u"ps"_s, u"--no-trunc"_s, u"shop"_s})
                                     .text.contains("No such image"_L1),
            30'000);
    }

    void cleanupTestCase() { m_engine.docker({u"swarm"_s, u"leave"_s, u"--force"_s}); }

private:
    // A line that starts a container which ends at once when it is told to.
    static QString run(const QString &name, const QString &options)
    {
        return u"docker run -d --net none --stop-signal KILL --name %1 %2 a:1 %3\n"_s.arg(
            name, options, Endless);
    }

    void startSwarm()
    {
        if (!m_engine.docker({u"node"_s, u"ls"_s}).text.isEmpty()) {
            return;
        }
        const Output output = m_engine.docker({u"swarm"_s, u"init"_s, u"--advertise-addr"_s, u"127.0.0.1"_s});
        QVERIFY2(output.exitCode == 0, qPrintable(output.errors));
    }

    void createService(int replicas, const QStringList &options)
    {
        const QStringList words =
            u"service create --no-resolve-image --name shop --network host"_s.split(u' ');
        const Output output = m_engine.docker(words
            + QStringList{u"--replicas"_s, QString::number(replicas), u"--stop-signal"_s, u"KILL"_s} + options
            + QStringList{u"a:1"_s} + Endless.split(u' '));
        QVERIFY2(output.exitCode == 0, qPrintable(output.errors));
    }

    QStringList taskContainers() const
    {
        return m_engine
            .docker({u"ps"_s, u"-a"_s, u"--filter"_s, u"label=com.docker.swarm.service.name=shop"_s,
                u"--format"_s, u"{{.Names}}"_s})
            .lines();
    }

    QStringList volumes() const { return m_engine.docker({u"volume"_s, u"ls"_s, u"-q"_s}).lines(); }

    QString stateOf(const QString &container) const
    {
        return m_engine.docker({u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, container}).text.trimmed();
    }
};

QTEST_GUILESS_MAIN(tst_DockerSurroundings)
#include "tst_dockersurroundings.moc"

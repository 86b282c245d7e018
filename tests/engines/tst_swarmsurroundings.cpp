// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/surroundingstest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What a Swarm does around a removal is said before, and then it happens.
class tst_SwarmSurroundings : public SurroundingsTest
{
    Q_OBJECT

public:
    tst_SwarmSurroundings()
        : SurroundingsTest({u"docker20"_s, u"docker28-containerd"_s})
    {
    }

private Q_SLOTS:
    // The engines share their ports.
    void cleanup() { docker(u"swarm leave --force"_s); }

    void noSwarm()
    {
        const Output nodes = jettison(u"nodes"_s);
        QCOMPARE(nodes.exitCode, 1);
        QVERIFY2(nodes.errors.contains("part of no Swarm"_L1), qPrintable(nodes.errors));
        QCOMPARE(nodes.text, QString());
    }

    void nodes()
    {
        startSwarm();
        const Output table = jettison(u"nodes"_s);
        QCOMPARE(table.exitCode, 0);
        QCOMPARE(table.lines().size(), 2);
        QVERIFY2(table.text.contains("manager, leader"_L1), qPrintable(table.text));
        const QJsonObject told =
            QJsonDocument::fromJson(jettison(u"nodes --format json"_s).text.toUtf8()).object();
        QCOMPARE(told[u"part"_s].toString(), u"manager"_s);
        const QJsonValue node = told[u"nodes"_s][0];
        QCOMPARE(node[u"id"_s].toString(), docker(u"node ls -q"_s).text.trimmed());
        QCOMPARE(node[u"address"_s].toString(), u"127.0.0.1"_s);
        QVERIFY(node[u"this"_s].toBool());
    }

    // The scheduler is as fast as we are: whether the image is in use again or goes and is wanted, what the
    // program says is what docker shows.
    void tasksComeBack()
    {
        startSwarm();
        fill(u"image a: a:1"_s);
        createService(2);
        const QStringList before = taskContainers();
        QCOMPARE(before.size(), 2);
        const Output preview = jettison(u"rm --dry-run --force --format json a:1"_s);
        const QJsonArray remarks = remarksOf(preview);
        QCOMPARE(remarks.size(), 2);
        QCOMPARE(remarks[0][u"kind"_s].toString(), u"swarm-service"_s);
        QCOMPARE(remarks[0][u"name"_s].toString(), u"shop"_s);
        QCOMPARE(remarks[0][u"advice"_s][0].toString(), u"docker service rm shop"_s);
        const Output kept = jettison(u"rm a:1"_s);
        QCOMPARE(kept.exitCode, 1);
        QVERIFY2(kept.errors.contains("Note: Tasks of the Swarm service shop"_L1), qPrintable(kept.errors));

        const Output done = jettison(u"rm --force --time 0 a:1"_s);
        QCOMPARE(done.text.count("Removed: shop."_L1), 2);
        const bool isDeleted = done.text.contains("Deleted: "_L1);
        QCOMPARE(done.exitCode, isDeleted ? 0 : 1);
        const bool isThere = !docker(u"image ls -q a:1"_s).text.isEmpty();
        QCOMPARE(isThere, !isDeleted);
        if (isThere) {
            // Two others, and the program names one of them.
            QTRY_COMPARE(taskContainers().size(), 2);
            const QStringList after = taskContainers();
            QVERIFY(!after.contains(before[0]) && !after.contains(before[1]));
            QVERIFY2(done.errors.contains("A container was made since the preview that uses the image"_L1),
                qPrintable(done.errors));
            QVERIFY2(
                done.errors.contains(after[0]) || done.errors.contains(after[1]), qPrintable(done.errors));
        }
    }

    // No container here, and yet somebody wants the image.
    void servicesWantImages()
    {
        startSwarm();
        fill(u"image a: a:1\nimage b: b:1"_s);
        createService(0);
        const Output done = jettison(u"rm --format json a:1 b:1"_s);
        QCOMPARE(done.exitCode, 0);
        const QJsonArray remarks = remarksOf(done);
        QCOMPARE(briefly(remarks), QStringList(u"goes service-image -"_s));
        QVERIFY(remarks[0][u"container"_s].isNull());
        QCOMPARE(remarks[0][u"name"_s].toString(), u"shop"_s);
        // The node looks for it again, in vain here.
        docker(u"service scale -d shop=1"_s);
        QTRY_VERIFY_WITH_TIMEOUT(
            docker(u"service ps --no-trunc shop"_s).text.contains("No such image"_L1), 30'000);
    }

private:
    void startSwarm()
    {
        const Output output = docker(u"swarm init --advertise-addr 127.0.0.1"_s);
        QVERIFY2(output.exitCode == 0, qPrintable(output.errors));
    }

    void createService(int replicas)
    {
        const Output output =
            docker(u"service create --no-resolve-image --name shop --network host "
                   "--replicas %1 --stop-signal KILL a:1 /busybox sleep 1000"_s.arg(replicas));
        QVERIFY2(output.exitCode == 0, qPrintable(output.errors));
    }

    QStringList taskContainers() const
    {
        return docker(u"ps -a --filter label=com.docker.swarm.service.name=shop --format {{.Names}}"_s)
            .lines();
    }
};

QTEST_GUILESS_MAIN(tst_SwarmSurroundings)
#include "tst_swarmsurroundings.moc"

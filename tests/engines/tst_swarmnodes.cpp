// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"
#include "support/freeport.h"
#include "support/tlsengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

/// A Swarm of two engines of this machine, asked of its manager: the node list says who can be reached.
class tst_SwarmNodes : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoCanBeReached()
    {
        TlsEngine worker;
        if (const QString absence = TlsEngine::absence(); !absence.isEmpty()) {
            QSKIP(qPrintable(absence));
        }
        const Certificates certificates;
        QCOMPARE(worker.start(certificates, {}), QString());
        makeSwarm(worker);
        const QString endpoint = worker.endpoint();
        // Only the worker's context leads to a node; the dead one is a way there as well, by its address.
        QCOMPARE(contextTo(u"dead"_s, u"tcp://127.0.0.1:1"_s), 0);
        QCOMPARE(contextTo(u"elsewhere"_s, u"tcp://elsewhere.invalid:1"_s), 0);
        QCOMPARE(workerOf(nodes())["connection"_L1].toString(), u"dead"_s);
        QCOMPARE(workerOf(nodes())["reached"_L1], QJsonValue(false));
        QCOMPARE(contextTo(u"prod-2"_s, endpoint), 0);
        const QJsonObject up = workerOf(nodes());
        QCOMPARE(up["connection"_L1].toString(), u"prod-2"_s);
        QCOMPARE(up["endpoint"_L1].toString(), endpoint);
        QCOMPARE(up["reached"_L1], QJsonValue(true));
        QVERIFY(up["error"_L1].isNull());
        const Output table = run({});
        QCOMPARE(table.exitCode, 0);
        QVERIFY2(table.text.contains(u"prod-2 (%1): reachable"_s.arg(endpoint)), qPrintable(table.text));
        QCOMPARE(table.errors, QString());

        worker.stop();
        const QJsonObject down = workerOf(nodes());
        QCOMPARE(down["reached"_L1], QJsonValue(false));
        QVERIFY2(down["error"_L1].toString().startsWith("No container engine answers at "_L1),
            qPrintable(down["error"_L1].toString()));
        const Output explained = run({});
        QCOMPARE(explained.exitCode, 0);
        QVERIFY2(explained.text.contains(": not running"_L1), qPrintable(explained.text));
        QVERIFY2(
            explained.errors.contains("No container engine answers at "_L1), qPrintable(explained.errors));
    }

private:
    void makeSwarm(const TlsEngine &worker)
    {
        const auto address = [] { return u"127.0.0.1:%1"_s.arg(freePort()); };
        const QString manager = address();
        const Output begun = m_engine.docker(
            {u"swarm"_s, u"init"_s, u"--listen-addr"_s, manager, u"--advertise-addr"_s, manager});
        QVERIFY2(begun.exitCode == 0, qPrintable(begun.errors));
        const QString token =
            m_engine.docker({u"swarm"_s, u"join-token"_s, u"-q"_s, u"worker"_s}).text.trimmed();
        const QString own = address();
        const Output joined = worker.docker({u"swarm"_s, u"join"_s, u"--listen-addr"_s, own,
            u"--advertise-addr"_s, own, u"--token"_s, token, manager});
        QVERIFY2(joined.exitCode == 0, qPrintable(joined.errors));
    }

    QProcessEnvironment environment() const
    {
        QProcessEnvironment environment = programEnvironment();
        environment.insert(u"DOCKER_CONFIG"_s, m_config.path(u"docker"_s));
        environment.insert(u"HOME"_s, m_config.path(u"home"_s));
        return environment;
    }

    int contextTo(const QString &name, const QString &endpoint) const
    {
        return runProgram(u"docker"_s,
            {u"context"_s, u"create"_s, name, u"--docker"_s, "host="_L1 + endpoint}, environment())
            .exitCode;
    }

    Output run(const QStringList &options) const
    {
        return runProgram(programPath(), QStringList{u"--host"_s, m_engine.endpoint(), u"nodes"_s} + options,
            environment());
    }

    QJsonArray nodes() const
    {
        return QJsonDocument::fromJson(run({u"--format"_s, u"json"_s}).text.toUtf8())["nodes"_L1].toArray();
    }

    static QJsonObject workerOf(const QJsonArray &nodes)
    {
        for (const QJsonValue node : nodes) {
            if (node["role"_L1] == "worker"_L1) {
                return node.toObject();
            }
        }
        return {};
    }

    ScratchFolder m_config;
};

QTEST_GUILESS_MAIN(tst_SwarmNodes)
#include "tst_swarmnodes.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/printed.h"
#include "fakes/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

const Swarm Manager{.part = Swarm::Part::Manager,
    .managers = {u"10.0.0.1:2377"_s},
    .nodes = {{.id = u"1"_s,
                  .hostName = u"node1"_s,
                  .role = u"manager"_s,
                  .availability = u"active"_s,
                  .state = u"ready"_s,
                  .address = u"10.0.0.1"_s,
                  .engineVersion = u"20.10.24"_s,
                  .reachability = u"leader"_s,
                  .isThis = true},
        {.id = u"2"_s,
            .hostName = u"node2"_s,
            .role = u"worker"_s,
            .availability = u"drain"_s,
            .state = u"down"_s,
            .address = u"127.0.0.1"_s,
            .engineVersion = u"26.1.5"_s},
        {.id = u"3"_s, .hostName = u"node3"_s, .role = u"worker"_s, .address = u"10.0.0.3"_s}}};
// Nobody listens there.
const QString Gone = u"tcp://127.0.0.1:1"_s;

QList<KnownHost> hosts()
{
    const auto host = [](const QString &name, const QString &endpoint) {
        return KnownHost{.host = {.key = name, .names = {{.text = name}}, .endpoint = endpoint},
            .endpoint = parseEndpoint(endpoint)};
    };
    return {host(u"other"_s, u"tcp://elsewhere:1"_s), host(u"prod-2"_s, Gone)};
}

Printed printNodes(const Swarm &swarm, const QString &format = u"table"_s)
{
    FakeStore store(storeFromText(u"a: app:1"_s));
    store.knownSwarm = swarm;
    Printed printed;
    QTextStream out(&printed.out);
    QTextStream error(&printed.error);
    const auto options = cli::parseOptions({u"jettison"_s, u"nodes"_s, u"--format"_s, format});
    printed.status = cli::listNodes(*options, store, hosts(), {.out = out, .error = error}, {});
    return printed;
}

} // namespace

class tst_Nodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsNodes()
    {
        const Printed printed = printNodes(Manager);
        QCOMPARE(printed.status, ExitStatus::Done);
        const QStringList lines = printed.out.split(u'\n');
        const auto cells = [&](int row) { return lines[row].simplified(); };
        QCOMPARE(cells(1), u"node1 manager, leader ready active 10.0.0.1 20.10.24 this engine"_s);
        QCOMPARE(cells(2), u"node2 worker down drain 127.0.0.1 26.1.5 prod-2 (%1): not running"_s.arg(Gone));
        QCOMPARE(cells(3), u"node3 worker 10.0.0.3 no connection known"_s);
        QVERIFY2(printed.error.startsWith("prod-2: No container engine answers at "_L1 + Gone),
            qPrintable(printed.error));
        QCOMPARE(printed.error.count(u'\n'), 1);
    }

    void listsNodesAsJson()
    {
        const Printed printed = printNodes(Manager, u"json"_s);
        const QJsonObject object = QJsonDocument::fromJson(printed.out.toUtf8()).object();
        QCOMPARE(object.keys(), QStringList({u"managers"_s, u"nodes"_s, u"part"_s, u"problem"_s}));
        const QJsonArray nodes = object[u"nodes"_s].toArray();
        QCOMPARE(nodes.size(), 3);
        QCOMPARE(nodes[0].toObject().keys(),
            QStringList(
                {u"address"_s, u"availability"_s, u"connection"_s, u"endpoint"_s, u"engine"_s, u"error"_s,
                    u"hostName"_s, u"id"_s, u"manager"_s, u"reached"_s, u"role"_s, u"state"_s, u"this"_s}));
        QVERIFY(nodes[0][u"connection"_s].isNull() && nodes[0][u"reached"_s].isNull());
        QCOMPARE(nodes[1][u"connection"_s].toString(), u"prod-2"_s);
        QCOMPARE(nodes[1][u"reached"_s], QJsonValue(false));
        QVERIFY(nodes[1][u"error"_s].toString().contains(Gone));
        QVERIFY(nodes[2][u"reached"_s].isNull() && nodes[2][u"error"_s].isNull());
        QVERIFY(nodes[1][u"manager"_s].isNull());
    }

    void saysWhyThereAreNone_data()
    {
        QTest::addColumn<Swarm>("swarm");
        QTest::addColumn<QString>("text");
        QTest::addRow("no Swarm") << Swarm() << u"part of no Swarm"_s;
        QTest::addRow("worker") << Swarm{.part = Swarm::Part::Worker, .managers = {u"10.0.0.1:2377"_s}}
                                << u"Connect to one of them: 10.0.0.1:2377"_s;
        QTest::addRow("locked") << Swarm{.part = Swarm::Part::Locked} << u"docker swarm unlock"_s;
        QTest::addRow("troubled") << Swarm{.part = Swarm::Part::Troubled, .problem = u"no certificate"_s}
                                  << u"no certificate"_s;
    }

    void saysWhyThereAreNone()
    {
        QFETCH(Swarm, swarm);
        QFETCH(QString, text);
        const Printed printed = printNodes(swarm);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY2(printed.error.contains(text), qPrintable(printed.error));
        QVERIFY(printed.out.isEmpty());
    }

    void takesNoNames()
    {
        QVERIFY(!cli::parseOptions({u"jettison"_s, u"nodes"_s, u"node1"_s}));
        QVERIFY(!cli::parseOptions({u"jettison"_s, u"nodes"_s, u"--format"_s, u"text"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_Nodes)
#include "tst_nodes.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/surroundingsjson.h"

#include "stores/engine/containerjson.h"
#include "stores/resulttext.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray swarmOf(const QByteArray &members)
{
    return "{\"Name\":\"vm\",\"Swarm\":{" + members + "}}";
}

} // namespace

class tst_SurroundingsJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsFates()
    {
        const auto fate = [](const QString &name) { return enginejson::containerFate(recorded(name)); };
        const Result<ContainerFate> plain = fate(u"docker-container.json"_s);
        REQUIRE_VALUE(plain);
        QCOMPARE(*plain, ContainerFate());
        const Result<ContainerFate> job = fate(u"docker-container-rm.json"_s);
        REQUIRE_VALUE(job);
        QVERIFY(job->isAutoRemoved);
        QCOMPARE(job->anonymousVolumes, QStringList({u"/cache"_s, u"/var/lib/data"_s}));
        const Result<ContainerFate> podman = fate(u"podman-container-unit.json"_s);
        REQUIRE_VALUE(podman);
        QCOMPARE(podman->restart, ContainerFate::Restart::Always);
        QVERIFY(!podman->isAutoRemoved);
        QCOMPARE(podman->anonymousVolumes, QStringList(u"/data"_s));
        QVERIFY(fate(u"podman-container-rm.json"_s).value_or(ContainerFate()).isAutoRemoved);
    }

    void readsWhatEnginesLeaveOut()
    {
        for (const QByteArray json : {"{}", R"({"HostConfig":null,"Mounts":null})",
                 R"({"HostConfig":{"RestartPolicy":{"Name":"sometimes"}}})"}) {
            const Result<ContainerFate> fate = enginejson::containerFate(json);
            REQUIRE_VALUE(fate);
            QCOMPARE(*fate, ContainerFate());
        }
    }

    void readsRestartPolicies()
    {
        using Restart = ContainerFate::Restart;
        for (const auto &[name, restart] : {std::pair("", Restart::Never), std::pair("no", Restart::Never),
                 std::pair("on-failure", Restart::OnFailure),
                 std::pair("unless-stopped", Restart::UnlessStopped), std::pair("always", Restart::Always)}) {
            const Result<ContainerFate> fate = enginejson::containerFate(
                "{\"HostConfig\":{\"RestartPolicy\":{\"Name\":\"" + QByteArray(name) + "\"}}}");
            REQUIRE_VALUE(fate);
            QCOMPARE(fate->restart, restart);
        }
    }

    void readsOwnersFromListsAndInspections()
    {
        const Result<QList<Container>> tasks = enginejson::containers(recorded(u"docker-task.json"_s));
        REQUIRE_VALUE(tasks);
        const ContainerOwner service{
            .kind = ContainerOwner::Kind::SwarmService, .name = u"shop_web"_s, .group = u"shop"_s};
        QCOMPARE(tasks->first().owner, service);
        const Result<Container> unit = enginejson::container(recorded(u"podman-container-unit.json"_s));
        REQUIRE_VALUE(unit);
        const ContainerOwner web{
            .kind = ContainerOwner::Kind::SystemdUnit, .name = u"container-web.service"_s};
        QCOMPARE(unit->owner, web);
    }

    void readsServices()
    {
        const Result<QList<SwarmService>> services =
            enginejson::services(recorded(u"docker-services.json"_s));
        REQUIRE_VALUE(services);
        const SwarmService shop{.name = u"shop_web"_s, .stack = u"shop"_s, .image = u"app:1"_s};
        QCOMPARE(*services, QList<SwarmService>{shop});
        const Result<QList<SwarmService>> plugin =
            enginejson::services(R"([{"Spec":{"Name":"p","TaskTemplate":{"PluginSpec":{}}}}])");
        REQUIRE_VALUE(plugin);
        QVERIFY(plugin->isEmpty());
    }

    void readsMemberships()
    {
        const Result<enginejson::SwarmMembership> manager =
            enginejson::membership(recorded(u"docker-info-manager.json"_s));
        REQUIRE_VALUE(manager);
        QCOMPARE(manager->swarm.part, Swarm::Part::Manager);
        QCOMPARE(manager->nodeId, u"gl9dvhl2z7653w1cip3ww41ko"_s);
        QCOMPARE(manager->swarm.managers, QStringList(u"127.0.0.1:2377"_s));
        const auto part = [](const QByteArray &json) {
            return enginejson::membership(json).value_or(enginejson::SwarmMembership()).swarm.part;
        };
        QCOMPARE(part(recorded(u"podman-info.json"_s)), Swarm::Part::None);
        QCOMPARE(part("{}"), Swarm::Part::None);
        QCOMPARE(part(swarmOf(R"("LocalNodeState":"active","ControlAvailable":false)")), Swarm::Part::Worker);
        QCOMPARE(part(swarmOf(R"("LocalNodeState":"locked")")), Swarm::Part::Locked);
        QCOMPARE(part(swarmOf(R"("LocalNodeState":"pending")")), Swarm::Part::Troubled);
        const Result<enginejson::SwarmMembership> troubled =
            enginejson::membership(swarmOf(R"("LocalNodeState":"error","Error":"certificate expired")"));
        REQUIRE_VALUE(troubled);
        QCOMPARE(troubled->swarm.part, Swarm::Part::Troubled);
        QCOMPARE(troubled->swarm.problem, u"certificate expired"_s);
    }

    void readsNodes()
    {
        const Result<QList<SwarmNode>> nodes = enginejson::nodes(recorded(u"docker-nodes.json"_s));
        REQUIRE_VALUE(nodes);
        const SwarmNode leader{.id = u"gl9dvhl2z7653w1cip3ww41ko"_s,
            .hostName = u"vm"_s,
            .role = u"manager"_s,
            .availability = u"active"_s,
            .state = u"ready"_s,
            .address = u"127.0.0.1"_s,
            .engineVersion = u"20.10.24+dfsg1"_s,
            .reachability = u"leader"_s};
        QCOMPARE(*nodes, QList<SwarmNode>{leader});
    }

    void sortsNodesByName()
    {
        const Result<QList<SwarmNode>> nodes = enginejson::nodes(R"([
            {"ID":"2","Description":{"Hostname":"b"},"Status":{"State":"down","Addr":"10.0.0.2"}},
            {"ID":"3","Description":{"Hostname":"a"},
             "ManagerStatus":{"Reachability":"unreachable","Addr":"10.0.0.3:2377"}},
            {"ID":"1","Description":{"Hostname":"b"}}])");
        REQUIRE_VALUE(nodes);
        QStringList texts;
        for (const SwarmNode &node : *nodes) {
            texts << node.hostName + node.id + node.reachability;
        }
        QCOMPARE(texts, QStringList({u"a3unreachable"_s, u"b1"_s, u"b2"_s}));
    }

    void refuses()
    {
        for (const QByteArray json : {"", "<html></html>", "[1]", "{\"a\":"}) {
            REQUIRE_ERROR(enginejson::containerFate(json), ErrorCode::MalformedReply);
            REQUIRE_ERROR(enginejson::services(json), ErrorCode::MalformedReply);
            REQUIRE_ERROR(enginejson::membership(json), ErrorCode::MalformedReply);
            REQUIRE_ERROR(enginejson::nodes(json), ErrorCode::MalformedReply);
        }
    }
};

QTEST_GUILESS_MAIN(tst_SurroundingsJson)
#include "tst_surroundingsjson.moc"

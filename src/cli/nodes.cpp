// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/table.h"
#include "core/route.h"
#include "jobs/hostprobe.h"
#include "jobs/patience.h"
#include "models/messages.h"
#include "models/swarmtext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct NodesCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::NodesCommand)
};

QString partName(Swarm::Part part)
{
    switch (part) {
    case Swarm::Part::None:
        return u"none"_s;
    case Swarm::Part::Worker:
        return u"worker"_s;
    case Swarm::Part::Manager:
        return u"manager"_s;
    case Swarm::Part::Locked:
        return u"locked"_s;
    case Swarm::Part::Troubled:
        return u"troubled"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject nodeToJson(const SwarmNode &node, const QList<Route> &routes)
{
    const std::optional<Route> connection = routeTo(node, routes);
    return {
        {u"id"_s, node.id},
        {u"hostName"_s, node.hostName},
        {u"role"_s, node.role},
        {u"state"_s, node.state},
        {u"availability"_s, node.availability},
        {u"address"_s, node.address},
        {u"engine"_s, node.engineVersion},
        {u"manager"_s, node.reachability.isEmpty() ? QJsonValue() : QJsonValue(node.reachability)},
        {u"this"_s, node.isThis},
        {u"connection"_s, connection ? QJsonValue(connection->name) : QJsonValue()},
        {u"endpoint"_s, connection ? QJsonValue(connection->endpoint) : QJsonValue()},
        {u"reached"_s, connection ? QJsonValue(connection->answer->store.has_value()) : QJsonValue()},
        {u"error"_s,
            connection && connection->answer->error ? QJsonValue(messages::error(*connection->answer->error))
                                                    : QJsonValue()},
    };
}

QJsonObject swarmToJson(const Swarm &swarm, const QList<Route> &routes)
{
    QJsonArray nodes;
    for (const SwarmNode &node : swarm.nodes) {
        nodes << nodeToJson(node, routes);
    }
    return {
        {u"part"_s, partName(swarm.part)},
        {u"problem"_s, swarm.problem.isEmpty() ? QJsonValue() : QJsonValue(swarm.problem)},
        {u"managers"_s, QJsonArray::fromStringList(swarm.managers)},
        {u"nodes"_s, nodes},
    };
}

void printNodes(const Swarm &swarm, const QList<Route> &routes, const Terminal &terminal)
{
    QList<QStringList> rows{{u"HOST NAME"_s, u"ROLE"_s, u"STATE"_s, u"AVAILABILITY"_s, u"ADDRESS"_s,
        u"ENGINE"_s, u"REACHED BY"_s}};
    for (const SwarmNode &node : swarm.nodes) {
        rows << QStringList{node.hostName, swarmtext::role(node), node.state, node.availability, node.address,
            node.engineVersion, swarmtext::reach(node, routes)};
    }
    printTable(rows, terminal);
}

// Only those that lead to a node are asked: the others are nobody's business here.
QList<Route> askedRoutes(const Swarm &swarm, const QList<KnownHost> &hosts, const CancelToken &cancel)
{
    QList<KnownHost> leading;
    std::ranges::copy_if(hosts, std::back_inserter(leading), [&](const KnownHost &host) {
        return std::ranges::any_of(
            swarm.nodes, [&](const SwarmNode &node) { return leadsTo(node, host.host.endpoint); });
    });
    const QList<HostAnswer> answers = probeHosts(leading, cancel);
    QList<Host> plain;
    QHash<QString, HostAnswer> byKey;
    for (qsizetype i = 0; i < leading.size(); ++i) {
        plain << leading[i].host;
        byKey.insert(leading[i].host.key, answers[i]);
    }
    return routesTo(plain, byKey);
}

// A word in the table says that nobody answers; why takes a sentence.
void explainFailures(const Swarm &swarm, const QList<Route> &routes, const Terminal &terminal)
{
    for (const SwarmNode &node : swarm.nodes) {
        const std::optional<Route> route = routeTo(node, routes);
        if (route && route->answer->error) {
            terminal.printError(
                NodesCommand::tr("%1: %2").arg(route->name, messages::error(*route->answer->error)));
        }
    }
}

// Only of what answered: a file is not to be read for this, and who is lost not to be waited for twice.
void warnOfUnverified(
    const Result<Swarm> &swarm, Store &store, const Terminal &terminal, const CancelToken &cancel)
{
    if (!swarm && !concernsOne(swarm.error())) {
        return;
    }
    if (const Result<StoreInfo> info = store.open(callWith(cancel))) {
        warnOf(*info, terminal);
    }
}

} // namespace

ExitStatus listNodes(const Options &options, Store &store, const QList<KnownHost> &hosts,
    const Terminal &terminal, const CancelToken &cancel)
{
    Result<Swarm> swarm = store.swarm(callWith(cancel));
    warnOfUnverified(swarm, store, terminal, cancel);
    if (!swarm && swarm.error().code == ErrorCode::NoEngine) {
        swarm = Swarm();
    }
    if (!swarm) {
        terminal.printProblem(messages::error(swarm.error()));
        return concernsOne(swarm.error()) ? ExitStatus::Incomplete : statusOf(swarm.error());
    }
    const bool isManager = swarm->part == Swarm::Part::Manager;
    const QList<Route> routes = askedRoutes(*swarm, hosts, cancel);
    if (options.format == Options::Format::Json) {
        terminal.printLine(QString::fromUtf8(QJsonDocument(swarmToJson(*swarm, routes)).toJson()).trimmed());
    } else if (isManager) {
        printNodes(*swarm, routes, terminal);
        explainFailures(*swarm, routes, terminal);
    }
    if (!isManager) {
        terminal.printProblem(swarmtext::summary(*swarm));
    }
    return isManager ? ExitStatus::Done : ExitStatus::Incomplete;
}

} // namespace jettison::cli

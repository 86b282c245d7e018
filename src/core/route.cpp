// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/route.h"

#include <QUrl>

#include <algorithm>

namespace jettison {

namespace {

// A host is called by its first label as well: `node2` is `node2.example.org`.
bool isSameName(const QString &host, const QString &nodeName)
{
    return host.compare(nodeName, Qt::CaseInsensitive) == 0
        || (host.section(u'.', 0, 0).compare(nodeName.section(u'.', 0, 0), Qt::CaseInsensitive) == 0
            && (!host.contains(u'.') || !nodeName.contains(u'.')));
}

int rankOf(const Route &route)
{
    if (!route.answer) {
        return 1;
    }
    return route.answer->store ? 0 : 2;
}

} // namespace

QList<Route> routesTo(const QList<Host> &hosts, const QHash<QString, HostAnswer> &answers)
{
    QList<Route> routes;
    for (const Host &host : hosts) {
        if (!host.error) {
            const auto answer = answers.constFind(host.key);
            routes << Route{.name = host.names.first().text,
                .endpoint = host.endpoint,
                .answer = answer == answers.cend() ? std::nullopt : std::optional(*answer)};
        }
    }
    return routes;
}

bool leadsTo(const SwarmNode &node, const QString &endpoint)
{
    const QString host = QUrl(endpoint).host();
    if (node.isThis || host.isEmpty()) {
        return false;
    }
    const bool isAddress = !node.address.isEmpty() && host == node.address;
    return isAddress || (!node.hostName.isEmpty() && isSameName(host, node.hostName));
}

std::optional<Route> routeTo(const SwarmNode &node, const QList<Route> &routes)
{
    QList<Route> leading;
    std::ranges::copy_if(routes, std::back_inserter(leading),
        [&](const Route &route) { return leadsTo(node, route.endpoint); });
    const auto best = std::ranges::min_element(leading, {}, rankOf);
    return best == leading.cend() ? std::nullopt : std::optional(*best);
}

} // namespace jettison

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

} // namespace

QList<Route> routesTo(const QList<Host> &hosts)
{
    QList<Route> routes;
    for (const Host &host : hosts) {
        if (!host.error) {
            routes << Route{.name = host.names.first().text, .endpoint = host.endpoint};
        }
    }
    return routes;
}

std::optional<Route> routeTo(const SwarmNode &node, const QList<Route> &routes)
{
    if (node.isThis) {
        return {};
    }
    const auto leads = [&](const Route &connection) {
        const QString host = QUrl(connection.endpoint).host();
        const bool isAddress = !node.address.isEmpty() && host == node.address;
        return !host.isEmpty()
            && (isAddress || (!node.hostName.isEmpty() && isSameName(host, node.hostName)));
    };
    const auto found = std::ranges::find_if(routes, leads);
    return found == routes.cend() ? std::nullopt : std::optional(*found);
}

} // namespace jettison

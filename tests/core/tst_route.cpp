// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/route.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_Route : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToNodes_data()
    {
        QTest::addColumn<QString>("hostName");
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<bool>("leads");
        const auto row = [](const char *name, const QString &host, const QString &address,
                             const QString &endpoint, bool leads) {
            QTest::addRow("%s", name) << host << address << endpoint << leads;
        };
        row("its address", u"node2"_s, u"10.0.0.2"_s, u"tcp://10.0.0.2:2376"_s, true);
        row("another address", u"node2"_s, u"10.0.0.2"_s, u"tcp://10.0.0.20:2376"_s, false);
        row("an IPv6 address", u"node2"_s, u"fd00::2"_s, u"tcp://[fd00::2]:2376"_s, true);
        row("its name", u"node2"_s, u"10.0.0.2"_s, u"ssh://me@node2"_s, true);
        row("its name in capitals", u"NODE2"_s, u"10.0.0.2"_s, u"ssh://me@node2:22/run/podman.sock"_s, true);
        row("its name in a domain", u"node2"_s, u"10.0.0.2"_s, u"ssh://node2.example.org"_s, true);
        row("its full name by the first label", u"node2.example.org"_s, {}, u"ssh://node2"_s, true);
        row("another domain", u"node2.example.org"_s, {}, u"ssh://node2.example.net"_s, false);
        row("another name", u"node2"_s, {}, u"ssh://node20"_s, false);
        row("this machine", u"node2"_s, u"10.0.0.2"_s, u"unix:///var/run/docker.sock"_s, false);
        row("nothing known of the node", {}, {}, u"unix:///var/run/docker.sock"_s, false);
        row("nothing known of the connection", {}, {}, {}, false);
    }

    void leadsToNodes()
    {
        QFETCH(QString, hostName);
        QFETCH(QString, address);
        QFETCH(QString, endpoint);
        QFETCH(bool, leads);
        SwarmNode node{.id = u"1"_s, .hostName = hostName, .address = address};
        const Route connection{.name = u"there"_s, .endpoint = endpoint};
        const auto expected = leads ? std::optional(connection) : std::nullopt;
        QCOMPARE(routeTo(node, {{u"other"_s, u"ssh://elsewhere"_s}, connection}), expected);
        QCOMPARE(leadsTo(node, endpoint), leads);
        node.isThis = true;
        QCOMPARE(routeTo(node, {connection}), std::optional<Route>());
        QVERIFY(!leadsTo(node, endpoint));
    }

    void takesTheBestOfSeveral()
    {
        const SwarmNode node{.id = u"1"_s, .hostName = u"node2"_s};
        const auto host = [](const QString &name, const QString &endpoint) {
            return Host{.key = name, .names = {{.text = name}}, .endpoint = endpoint};
        };
        Host broken = host(u"broken"_s, u"ssh://node2"_s);
        broken.error = Error{.code = ErrorCode::BrokenSettings};
        const QList<Host> hosts{broken, host(u"dead"_s, u"ssh://node2"_s), host(u"new"_s, u"tcp://node2:1"_s),
            host(u"good"_s, u"tcp://node2:2"_s)};
        const HostAnswer dead{.error = Error{.code = ErrorCode::NotRunning}};
        const HostAnswer good{.store = StoreInfo{}};
        QHash<QString, HostAnswer> answers{{u"dead"_s, dead}};
        const auto best = [&] { return routeTo(node, routesTo(hosts, answers)).value(); };
        QCOMPARE(best().name, u"new"_s);
        QCOMPARE(best().answer, std::nullopt);
        answers.insert(u"good"_s, good);
        QCOMPARE(best().name, u"good"_s);
        QCOMPARE(best().answer, std::optional(good));
        answers = {{u"dead"_s, dead}, {u"new"_s, dead}, {u"good"_s, dead}};
        QCOMPARE(best().name, u"dead"_s);
        QCOMPARE(best().answer, std::optional(dead));
    }
};

QTEST_APPLESS_MAIN(tst_Route)
#include "tst_route.moc"

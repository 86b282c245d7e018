// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

KnownHost hostAt(const QString &name, const QString &endpoint, Host::Source source = Host::Source::Socket)
{
    const Result<Endpoint> parsed = parseEndpoint(endpoint);
    return {.host = {.key = name,
                .names = {{.text = name, .source = source}},
                .endpoint = parsed ? endpoint : QString()},
        .endpoint = parsed};
}

} // namespace

class tst_HostsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsATable();
    void printsJson();
    void refusesWhatMakesNoSense_data();
    void refusesWhatMakesNoSense();

private:
    struct Printed
    {
        QString out;
        QString error;
    };
    Printed printed(const QString &format) const;

    QTemporaryDir m_folder;
    QList<KnownHost> m_hosts;
};

void tst_HostsCommand::init()
{
    m_hosts = {hostAt(u"work"_s, "layout:"_L1 + m_folder.path(), Host::Source::Archive),
        hostAt(u"gone"_s, u"archive:/nonexistent.tar"_s, Host::Source::Archive),
        hostAt(u"odd"_s, u"gopher://h"_s, Host::Source::DockerContext)};
    m_hosts[0].host.isCurrent = true;
    m_hosts[0].host.names << Host::Name{.text = u"again"_s, .source = Host::Source::Remembered};
}

tst_HostsCommand::Printed tst_HostsCommand::printed(const QString &format) const
{
    Printed printed;
    QTextStream outStream(&printed.out);
    QTextStream errorStream(&printed.error);
    const auto options = cli::parseOptions({u"jettison"_s, u"hosts"_s, u"--format"_s, format});
    // Who cannot be reached is an answer, and no failure.
    if (cli::listHosts(*options, m_hosts, {.out = outStream, .error = errorStream}, {})
        != cli::ExitStatus::Done) {
        return {.out = {}, .error = u"failed"_s};
    }
    return printed;
}

void tst_HostsCommand::printsATable()
{
    const Printed table = printed(u"table"_s);
    const QStringList lines = table.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    const auto words = [&](int line) { return lines[line].simplified(); };
    QCOMPARE(words(0), u"NAME SOURCE ENDPOINT KIND VERSION STATE"_s);
    QCOMPARE(words(1), u"work (also again) * file layout:%1 OCI layout there"_s.arg(m_folder.path()));
    QCOMPARE(words(2), u"gone file archive:/nonexistent.tar not there"_s);
    QCOMPARE(words(3), u"odd docker context cannot be used"_s);
    const QStringList reasons = table.error.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(reasons.size(), 2);
    QVERIFY2(reasons[0].startsWith("gone: The file cannot be used: /nonexistent.tar: "_L1),
        qPrintable(reasons[0]));
    QVERIFY2(reasons[1].startsWith("odd: "_L1) && reasons[1].contains("unknown scheme gopher"_L1),
        qPrintable(reasons[1]));
}

void tst_HostsCommand::printsJson()
{
    const Printed json = printed(u"json"_s);
    // It says there what went wrong.
    QCOMPARE(json.error, QString());
    const QJsonArray hosts = QJsonDocument::fromJson(json.out.toUtf8()).array();
    QCOMPARE(hosts.size(), 3);
    const QJsonObject work = hosts[0].toObject();
    QCOMPARE(work["name"_L1].toString(), u"work"_s);
    QCOMPARE(work["source"_L1].toString(), u"archive"_s);
    QCOMPARE(work["endpoint"_L1].toString(), "layout:"_L1 + m_folder.path());
    QCOMPARE(work["current"_L1].toBool(), true);
    QCOMPARE(work["kind"_L1].toString(), u"layout"_s);
    QCOMPARE(work["state"_L1].toString(), u"reachable"_s);
    QVERIFY(work["version"_L1].isNull() && work["error"_L1].isNull());
    const QJsonObject odd = hosts[2].toObject();
    QCOMPARE(odd["state"_L1].toString(), u"failed"_s);
    QVERIFY(odd["endpoint"_L1].isNull() && odd["kind"_L1].isNull());
    QVERIFY(odd["error"_L1].toString().contains("unknown scheme gopher"_L1));
}

void tst_HostsCommand::refusesWhatMakesNoSense_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addRow("a name") << QStringList{u"hosts"_s, u"a"_s};
    QTest::addRow("a host") << QStringList{u"--host"_s, u"tcp://h"_s, u"hosts"_s};
    QTest::addRow("a context") << QStringList{u"hosts"_s, u"-c"_s, u"a"_s};
    QTest::addRow("a format") << QStringList{u"hosts"_s, u"--format"_s, u"text"_s};
}

void tst_HostsCommand::refusesWhatMakesNoSense()
{
    QFETCH(QStringList, arguments);
    const auto options = cli::parseOptions(QStringList(u"jettison"_s) + arguments);
    QVERIFY(!options && options.error().isError);
}

QTEST_GUILESS_MAIN(tst_HostsCommand)
#include "tst_hostscommand.moc"

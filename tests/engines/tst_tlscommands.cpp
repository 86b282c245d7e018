// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/program.h"
#include "support/imagearchive.h"
#include "support/tlsengine.h"

#include <QRegularExpression>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

/// The program against an engine that speaks TLS, as a person's environment and contexts have it.
class TestTlsCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesByTheEnvironment();
    void goesByTheCommandLine();
    void goesByContexts();
    void eachCommandWarnsOfAnUnverifiedHost_data();
    void eachCommandWarnsOfAnUnverifiedHost();
    void saysWhatToDo_data();
    void saysWhatToDo();

private:
    /// With `variables` such as `DOCKER_TLS=1`.
    Output run(const QStringList &arguments, const QStringList &variables = {}) const;
    QString file(const QString &name) const { return m_certificates.path(name); }
    void makeContext(const QString &name, const QString &options);

    Certificates m_certificates;
    TlsEngine m_engine;
};

void TestTlsCommands::initTestCase()
{
    if (const QString reason = TlsEngine::absence(); !reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    for (const QString &authority : {u"ca"_s, u"foreign"_s}) {
        QVERIFY2(m_certificates.makeAuthority(authority), qPrintable(m_certificates.lastWords()));
    }
    QVERIFY2(m_certificates.make(u"server"_s, {.names = u"IP:127.0.0.1"_s}),
        qPrintable(m_certificates.lastWords()));
    // Named as docker's command line looks for them.
    QVERIFY2(m_certificates.make(u"cert"_s, {}), qPrintable(m_certificates.lastWords()));
    QVERIFY(QFile::rename(file(u"cert-key.pem"_s), file(u"key.pem"_s)));
    const QString reason = m_engine.start(m_certificates, u"server"_s);
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(archive.write(file(u"images.tar"_s)), QString());
    QCOMPARE(m_engine.docker({u"load"_s, u"-q"_s, u"-i"_s, file(u"images.tar"_s)}).exitCode, 0);
}

Output TestTlsCommands::run(const QStringList &arguments, const QStringList &variables) const
{
    QProcessEnvironment environment = programEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("DOCKER_"_L1)) {
            environment.remove(name);
        }
    }
    environment.insert(u"DOCKER_CONFIG"_s, file(u"config"_s));
    // Nothing that a window could be shown on.
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.insert(u"DISPLAY"_s, QString());
    for (const QString &variable : variables) {
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    }
    return runProgram(programPath(), arguments, environment);
}

void TestTlsCommands::goesByTheEnvironment()
{
    const QStringList variables{
        "DOCKER_HOST="_L1 + m_engine.endpoint(), u"DOCKER_TLS_VERIFY=1"_s, "DOCKER_CERT_PATH="_L1 + file({})};
    const Output listed = run({u"ls"_s}, variables);
    QCOMPARE(listed.errors, QString());
    QCOMPARE(listed.exitCode, 0);
    QVERIFY(listed.text.contains("app"_L1));
}

void TestTlsCommands::goesByTheCommandLine()
{
    const Output listed = run({u"--tlscacert"_s, file(u"ca.pem"_s), u"--tlscert"_s, file(u"cert.pem"_s),
        u"--tlskey"_s, file(u"key.pem"_s), u"--host"_s, m_engine.endpoint(), u"ls"_s});
    QCOMPARE(listed.errors, QString());
    QCOMPARE(listed.exitCode, 0);
}

void TestTlsCommands::makeContext(const QString &name, const QString &options)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DOCKER_CONFIG"_s, file(u"config"_s));
    const Output made = runProgram(u"docker"_s,
        {u"context"_s, u"create"_s, name, u"--docker"_s, "host="_L1 + m_engine.endpoint() + options},
        environment);
    QVERIFY2(made.exitCode == 0, qPrintable(made.errors));
}

void TestTlsCommands::goesByContexts()
{
    const QString ours = u",cert=%1,key=%2"_s.arg(file(u"cert.pem"_s), file(u"key.pem"_s));
    const QString authority = ",ca="_L1 + file(u"ca.pem"_s);
    makeContext(u"verified"_s, ours + authority);
    makeContext(u"foreign"_s, ours + ",ca="_L1 + file(u"foreign.pem"_s));
    makeContext(u"systems"_s, ours + ",skip-tls-verify=false"_L1);
    makeContext(u"unverified"_s, ours + ",skip-tls-verify=true"_L1);
    makeContext(u"nobody"_s, authority);
    makeContext(u"plain"_s, {});
    const Output verified = run({u"--context"_s, u"verified"_s, u"ls"_s});
    QCOMPARE(verified.errors, QString());
    QCOMPARE(verified.exitCode, 0);
    for (const QString &name : {u"foreign"_s, u"systems"_s}) {
        const Output refused = run({u"ls"_s}, {"DOCKER_CONTEXT="_L1 + name});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.errors.startsWith("Error: The engine's certificate is not to be trusted: "_L1),
            qPrintable(refused.errors));
    }
    // What mends a context is docker's own command.
    for (const QString &name : {u"foreign"_s, u"nobody"_s, u"plain"_s}) {
        const Output refused = run({u"--context"_s, name, u"ls"_s});
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.errors.contains("docker context update "_L1 + name + " --docker"_L1)
                && !refused.errors.contains("--tls"_L1) && !refused.errors.contains(".."_L1),
            qPrintable(refused.errors));
    }
    const Output unverified = run({u"--context"_s, u"unverified"_s, u"ls"_s});
    QCOMPARE(unverified.exitCode, 0);
    const QString warning = "Warning: Nobody verifies who answers at "_L1 + m_engine.endpoint();
    QVERIFY(unverified.errors.startsWith(warning));
    // The list of all says it of this one alone, and of each of the others what is wrong.
    const Output hosts = run({u"hosts"_s});
    QCOMPARE(hosts.exitCode, 0);
    QCOMPARE(hosts.errors.count("Warning: "_L1), 1);
    QVERIFY2(hosts.errors.contains(warning), qPrintable(hosts.errors));
    const QMap<QString, QString> states{{u"verified"_s, u"reachable"_s},
        {u"unverified"_s, u"reachable, not verified"_s}, {u"foreign"_s, u"not trusted"_s},
        {u"systems"_s, u"not trusted"_s}, {u"nobody"_s, u"wants a certificate"_s},
        {u"plain"_s, u"wants TLS"_s}};
    for (auto state = states.begin(); state != states.end(); ++state) {
        const QStringList row = hosts.lines().filter(QRegularExpression("^"_L1 + state.key() + " "_L1));
        QCOMPARE(row.size(), 1);
        QVERIFY2(QString(" "_L1 + row.first().simplified()).contains(state.value()), qPrintable(row.first()));
    }
}

void TestTlsCommands::eachCommandWarnsOfAnUnverifiedHost_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString archive = file(u"images.tar"_s);
    const QString target = file(u"exported.tar"_s);
    const QList<QStringList> commands{{u"ls"_s}, {u"ls"_s, u"--format"_s, u"json"_s}, {u"tree"_s},
        {u"files"_s, u"app:1"_s}, {u"rm"_s, u"--dry-run"_s, u"app:1"_s}, {u"pull"_s, u"127.0.0.1:1/none:1"_s},
        {u"undo"_s}, {u"export"_s, u"-o"_s, target, u"app:1"_s}, {u"import"_s, archive}, {u"nodes"_s}, {}};
    for (const QStringList &arguments : commands) {
        QTest::addRow("%s", qPrintable(arguments.join(u' '))) << arguments;
    }
}

void TestTlsCommands::eachCommandWarnsOfAnUnverifiedHost()
{
    QFETCH(QStringList, arguments);
    const QStringList variables{"DOCKER_CERT_PATH="_L1 + file({})};
    const Output output = run(QStringList{u"--tls"_s, u"-H"_s, m_engine.endpoint()} + arguments, variables);
    QVERIFY2(
        output.errors.startsWith("Warning: Nobody verifies who answers at "_L1), qPrintable(output.errors));
    QCOMPARE(output.errors.count("Warning: "_L1), 1);
}

void TestTlsCommands::saysWhatToDo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("words");
    const QString certificates = "DOCKER_CERT_PATH="_L1 + file({});
    const auto row = [](const char *name, const QStringList &arguments, const QStringList &variables,
                         const QString &words) {
        QTest::addRow("%s", name) << arguments << variables << words;
    };
    row("no authority", {u"--tlsverify"_s}, {},
        u"ca.pem: no such file. Name the right ones with --tlscacert"_s);
    row("no certificate", {u"--tlscacert"_s, file(u"ca.pem"_s)}, {},
        u"Give yours with --tlscert and --tlskey"_s);
    row("another authority", {u"--tlscacert"_s, file(u"foreign.pem"_s)}, {certificates},
        u"give the file of its authority with --tlscacert"_s);
    row("no TLS", {}, {}, u"Use --tlsverify or DOCKER_TLS_VERIFY=1"_s);
}

void TestTlsCommands::saysWhatToDo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, variables);
    QFETCH(QString, words);
    const Output output =
        run(QStringList{u"-H"_s, m_engine.endpoint()} + arguments + QStringList{u"ls"_s}, variables);
    QCOMPARE(output.exitCode, 3);
    QVERIFY2(output.errors.contains(words), qPrintable(output.errors));
}

QTEST_GUILESS_MAIN(TestTlsCommands)
#include "tst_tlscommands.moc"

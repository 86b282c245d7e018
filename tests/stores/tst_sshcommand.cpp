// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshcommand.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QStringList argumentsFor(const QString &address, bool isQuiet = false)
{
    return sshcommand::arguments(*parseEndpoint(address), isQuiet);
}

} // namespace

/// What ssh is started with, and what the other host makes of it: here with shells of this one.
class TestSshCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhoAndWhere_data();
    void saysWhoAndWhere();
    void showsTheKeyThatAConnectionNames();
    void asksNobodyWhereQuiet();
    void findsAProgram_data();
    void findsAProgram();
    void findsNone_data();
    void findsNone();

private:
    void install(const QString &program);
    QProcess *run(const QString &shell, const QString &address);

    std::unique_ptr<QTemporaryDir> m_host;
};

// A host with a shell and nothing else.
void TestSshCommand::init()
{
    m_host = std::make_unique<QTemporaryDir>();
    QVERIFY(QFile::link(QStandardPaths::findExecutable(u"sh"_s), m_host->filePath(u"sh"_s)));
}

// Says how it was called.
void TestSshCommand::install(const QString &program)
{
    QFile file(m_host->filePath(program));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\nprintf '%s' \"" + program.toUtf8() + "\"; printf '<%s>' \"$@\"\n");
    QVERIFY(file.setPermissions(QFile::Permissions(0x7777)));
}

QProcess *TestSshCommand::run(const QString &shell, const QString &address)
{
    // What this machine has installed there would be found, too.
    const QString folders = u":/usr/local/bin:/opt/homebrew/bin:/snap/bin"_s;
    QString command = argumentsFor(address).constLast();
    auto *process = new QProcess(this);
    if (!command.contains(folders)) {
        return process;
    }
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, m_host->path());
    environment.insert(u"HOME"_s, m_host->path());
    process->setProcessEnvironment(environment);
    process->start(QStandardPaths::findExecutable(shell), {u"-c"_s, command.remove(folders)});
    process->waitForFinished();
    return process;
}

void TestSshCommand::saysWhoAndWhere_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("said");
    QTest::addRow("host") << u"ssh://My_Box"_s << QStringList{u"--"_s, u"My_Box"_s};
    QTest::addRow("user") << u"ssh://me%40corp@box"_s
                          << QStringList{u"-l"_s, u"me@corp"_s, u"--"_s, u"box"_s};
    QTest::addRow("port") << u"ssh://box:2222"_s << QStringList{u"-p"_s, u"2222"_s, u"--"_s, u"box"_s};
    QTest::addRow("all") << u"ssh://me@[::1]:22/a.sock"_s
                         << QStringList{u"-l"_s, u"me"_s, u"-p"_s, u"22"_s, u"--"_s, u"::1"_s};
}

void TestSshCommand::saysWhoAndWhere()
{
    QFETCH(QString, address);
    QFETCH(QStringList, said);
    const QStringList arguments = argumentsFor(address);
    QCOMPARE(arguments.mid(arguments.size() - 1 - said.size(), said.size()), said);
    QVERIFY(arguments.contains(u"-T"_s));
}

void TestSshCommand::showsTheKeyThatAConnectionNames()
{
    Endpoint endpoint = *parseEndpoint(u"ssh://me@box"_s);
    QVERIFY(!sshcommand::arguments(endpoint, false).contains(u"-i"_s));
    endpoint.identity = u"/a b/key"_s;
    const QStringList arguments = sshcommand::arguments(endpoint, false);
    QCOMPARE(arguments.value(arguments.indexOf(u"-i"_s) + 1), u"/a b/key"_s);
    QVERIFY(arguments.indexOf(u"-i"_s) < arguments.indexOf(u"--"_s));
}

void TestSshCommand::asksNobodyWhereQuiet()
{
    QVERIFY(!argumentsFor(u"ssh://box"_s).contains(u"BatchMode=yes"_s));
    QVERIFY(argumentsFor(u"ssh://box"_s, true).contains(u"BatchMode=yes"_s));
}

void TestSshCommand::findsAProgram_data()
{
    QTest::addColumn<QString>("shell");
    QTest::addColumn<QStringList>("programs");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("called");
    const QString bare = u"ssh://box"_s;
    const QString named = u"ssh://box/run/a b/(x)~.sock"_s;
    for (const QString &shell : {u"sh"_s, u"bash"_s, u"dash"_s, u"fish"_s, u"tcsh"_s, u"zsh"_s, u"ksh"_s}) {
        const auto row = [&](const char *name, const QStringList &programs, const QString &address,
                             const QString &called) {
            QTest::addRow("%s, %s", qPrintable(shell), name) << shell << programs << address << called;
        };
        row("docker", {u"docker"_s}, bare, u"docker<system><dial-stdio>"_s);
        row("podman", {u"podman"_s}, bare, u"podman<system><dial-stdio>"_s);
        row("both", {u"docker"_s, u"podman"_s}, bare, u"docker<system><dial-stdio>"_s);
        row("docker at a socket", {u"docker"_s}, named,
            u"docker<--host><unix:///run/a b/(x)~.sock><system><dial-stdio>"_s);
        row("podman at a socket", {u"podman"_s}, named,
            u"podman<--url><unix:///run/a b/(x)~.sock><system><dial-stdio>"_s);
        row("socat at a socket", {u"socat"_s}, named, u"socat<-><UNIX-CONNECT:/run/a b/(x)~.sock>"_s);
    }
}

void TestSshCommand::findsAProgram()
{
    QFETCH(QString, shell);
    QFETCH(QStringList, programs);
    QFETCH(QString, address);
    if (QStandardPaths::findExecutable(shell).isEmpty()) {
        QSKIP(qPrintable(shell + " is not installed"_L1));
    }
    for (const QString &program : programs) {
        install(program);
    }
    QProcess *const process = run(shell, address);
    QCOMPARE(process->readAllStandardError().trimmed(), sshcommand::greeting());
    QCOMPARE(process->readLine().trimmed(), sshcommand::greeting());
    QTEST(QString::fromUtf8(process->readAll()), "called");
    QCOMPARE(process->exitCode(), 0);
}

void TestSshCommand::findsNone_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QStringList>("programs");
    QTest::addRow("nothing") << u"ssh://box"_s << QStringList();
    QTest::addRow("nothing at a socket") << u"ssh://box/a.sock"_s << QStringList();
    QTest::addRow("socat alone knows no engine") << u"ssh://box"_s << QStringList{u"socat"_s};
}

void TestSshCommand::findsNone()
{
    QFETCH(QString, address);
    QFETCH(QStringList, programs);
    for (const QString &program : programs) {
        install(program);
    }
    QProcess *const process = run(u"sh"_s, address);
    QCOMPARE(process->readAllStandardOutput(), QByteArray());
    QCOMPARE(process->readAllStandardError(), QByteArray("neither docker nor podman was found\n"));
    QCOMPARE(process->exitCode(), sshcommand::NoProgram);
}

QTEST_GUILESS_MAIN(TestSshCommand)
#include "tst_sshcommand.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/resulttext.h"
#include "stores/sshbench.h"
#include "stores/storefactory.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unique_ptr<QThread> inThread(std::function<void()> work)
{
    std::unique_ptr<QThread> thread(QThread::create(std::move(work)));
    thread->start();
    return thread;
}

} // namespace

/// Every kind of conversation with a real Docker daemon behind a real ssh server.
class TestSshConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void opens_data();
    void opens();
    void findsItsWayThroughEachShell_data();
    void findsItsWayThroughEachShell();
    void showsAKeyOfTheAgent();
    void goesOverAnotherHost();
    void opensPodman();
    void savesAndLoads();
    void watches();
    void cancelsInTheMiddle();
    void losesTheWayInTheMiddle();
    void findsTheWayAgain();

private:
    SshBench m_bench;
};

void TestSshConnection::initTestCase()
{
    const QString reason = m_bench.start();
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
}

void TestSshConnection::init()
{
    QCOMPARE(m_bench.reset(), QString());
    QCOMPARE(SshBench::countOfPrograms("ssh"), 0);
}

void TestSshConnection::opens_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("login");
    QTest::addRow("the engine that the host finds") << QString() << m_bench.loginWith(u"sh"_s);
    QTest::addRow("a socket") << m_bench.socketPath() << u"exec sh -c \"$SSH_ORIGINAL_COMMAND\""_s;
    QTest::addRow("a host with much to say")
        << QString()
        << u"echo Welcome; echo Legal notice >&2; printf 'no line end'\n"_s + m_bench.loginWith(u"sh"_s);
}

void TestSshConnection::opens()
{
    QFETCH(QString, rest);
    QFETCH(QString, login);
    m_bench.server.setLogin(login);
    const std::unique_ptr<Store> store = m_bench.sshStore(rest);
    const Result<StoreInfo> info = store->open(patientCall());
    REQUIRE_VALUE(info);
    QCOMPARE(info->endpoint, "ssh://"_L1 + m_bench.server.address() + rest);
    QCOMPARE(info->name, u"Docker"_s);
    REQUIRE_VALUE(store->images(patientCall()));
    // All in one connection.
    QCOMPARE(SshBench::countOfPrograms("ssh"), 1);
}

void TestSshConnection::findsItsWayThroughEachShell_data()
{
    QTest::addColumn<QString>("shell");
    for (const QString &shell : {u"bash"_s, u"dash"_s, u"fish"_s, u"tcsh"_s, u"zsh"_s}) {
        QTest::addRow("%s", qPrintable(shell)) << shell;
    }
}

void TestSshConnection::findsItsWayThroughEachShell()
{
    QFETCH(QString, shell);
    if (QStandardPaths::findExecutable(shell).isEmpty()) {
        QSKIP(qPrintable(shell + " is not installed"_L1));
    }
    m_bench.server.setLogin(m_bench.loginWith(shell));
    REQUIRE_VALUE(m_bench.sshStore()->open(patientCall()));
    REQUIRE_VALUE(m_bench.sshStore(m_bench.socketPath())->open(patientCall()));
}

// It is nowhere else, and nobody is asked for it.
void TestSshConnection::showsAKeyOfTheAgent()
{
    const ScratchFolder folder;
    const QString socket = folder.path(u"agent"_s);
    QProcess agent;
    endWithUs(agent);
    agent.start(u"ssh-agent"_s, {u"-D"_s, u"-a"_s, socket});
    const auto end = qScopeGuard([&] { endProgram(agent); });
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(socket), agent.readAllStandardError().constData(), 30000);
    const QByteArray before = qgetenv("SSH_AUTH_SOCK");
    qputenv("SSH_AUTH_SOCK", socket.toLocal8Bit());
    const auto restore = qScopeGuard([&] {
        before.isNull() ? qunsetenv("SSH_AUTH_SOCK") : qputenv("SSH_AUTH_SOCK", before);
        m_bench.server.setClient({});
    });
    m_bench.server.setClient(u"IdentityAgent SSH_AUTH_SOCK\nIdentityFile none\nIdentitiesOnly no"_s);
    const Call quiet{.deadline = patientCall().deadline, .cancel = {}, .isQuiet = true};
    REQUIRE_ERROR(m_bench.sshStore()->open(quiet), ErrorCode::SshDenied);
    const Output added = runProgram(
        u"ssh-add"_s, {u"-q"_s, m_bench.server.userKey()}, QProcessEnvironment::systemEnvironment());
    QVERIFY2(added.exitCode == 0, qPrintable(added.errors));
    for (const Call &call : {quiet, patientCall()}) {
        const std::unique_ptr<Store> store = m_bench.sshStore();
        REQUIRE_VALUE(store->open(call));
        REQUIRE_VALUE(store->images(call));
    }
}

void TestSshConnection::goesOverAnotherHost()
{
    const auto restore = qScopeGuard([&] { m_bench.server.setClient({}); });
    const QString port = m_bench.server.address().section(u':', 1);
    const auto jumpTo = [&](const QString &jumpPort) {
        m_bench.server.setClient(
            u"Host far\nHostName 127.0.0.1\nPort %1\nUser root\nProxyJump between\n"
            "Host between\nHostName 127.0.0.1\nPort %2\nUser root\nHost *"_s.arg(port, jumpPort));
        return makeStore(*parseEndpoint(u"ssh://far"_s)).value();
    };
    const std::unique_ptr<Store> store = jumpTo(port);
    REQUIRE_VALUE(store->open(patientCall()));
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.docker.load(archive), QString());
    QCOMPARE(store->images(patientCall()).value().size(), 1);
    // Where the host between is gone, there is no way, and ssh says which one it was.
    const Result<StoreInfo> lost = jumpTo(u"1"_s)->open(patientCall());
    REQUIRE_ERROR(lost, ErrorCode::SshFailed);
    QVERIFY2(lost.error().detail.contains("port 1"_L1), qPrintable(lost.error().detail));
}

void TestSshConnection::opensPodman()
{
    if (QStandardPaths::findExecutable(u"podman"_s).isEmpty()) {
        QSKIP("podman is not installed");
    }
    const ScratchFolder folder;
    const QString socket = folder.path(u"podman.sock"_s);
    QProcess service;
    endWithUs(service);
    service.start(u"podman"_s,
        {u"--root"_s, folder.path(u"root"_s), u"--runroot"_s, folder.path(u"run"_s), u"system"_s,
            u"service"_s, u"--time=0"_s, "unix://"_L1 + socket});
    const auto end = qScopeGuard([&] { endProgram(service); });
    QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(socket), service.readAllStandardError().constData(), 30000);
    const QString login = m_bench.loginOnHostWith({u"podman"_s});
    m_bench.server.setLogin(login);
    const Result<StoreInfo> named = m_bench.sshStore(socket)->open(patientCall());
    REQUIRE_VALUE(named);
    QCOMPARE(named->name, u"Podman"_s);
    m_bench.server.setLogin(u"export CONTAINER_HOST=unix://%1\n"_s.arg(socket) + login);
    const Result<StoreInfo> found = m_bench.sshStore()->open(patientCall());
    REQUIRE_VALUE(found);
    QCOMPARE(found->name, u"Podman"_s);
    m_bench.server.setLogin(m_bench.loginOnHostWith({u"socat"_s}));
    if (!QStandardPaths::findExecutable(u"socat"_s).isEmpty()) {
        REQUIRE_VALUE(m_bench.sshStore(socket)->open(patientCall()));
    }
}

void TestSshConnection::savesAndLoads()
{
    ImageArchive archive;
    const QString id = archive.add({.tags = {u"big:1"_s}, .layers = {u"big=200000000"_s}});
    QCOMPARE(m_bench.docker.load(archive), QString());
    const std::unique_ptr<Store> store = m_bench.sshStore();
    QByteArray saved;
    const auto take = [&](QByteArrayView piece) -> Result<void> {
        saved += piece;
        return {};
    };
    QElapsedTimer timer;
    timer.start();
    REQUIRE_VALUE(store->save({u"big:1"_s}, take, patientCall()));
    qInfo("saved %lld MB in %lld ms", saved.size() / 1'000'000, timer.restart());
    QVERIFY(saved.size() > 200'000'000);
    QCOMPARE(m_bench.docker.engine.reset(), QString());
    qsizetype at = 0;
    const auto give = [&]() -> Result<QByteArray> {
        const QByteArray piece = saved.mid(at, 1024 * 1024);
        at += piece.size();
        return piece;
    };
    timer.restart();
    REQUIRE_VALUE(store->load(give, patientCall()));
    qInfo("loaded in %lld ms", timer.elapsed());
    const Result<QList<Image>> images = store->images(patientCall());
    REQUIRE_VALUE(images);
    QCOMPARE(images->value(0).id.text(), id);
    QCOMPARE(images->value(0).references, QList<Reference>{Reference(u"big:1"_s)});
}

void TestSshConnection::watches()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    std::atomic_int changes = 0;
    const CancelToken cancel;
    Result<void> result;
    const auto watcher = inThread([&] {
        result = m_bench.sshStore()->watch(
            [&] { ++changes; }, Call{.deadline = QDeadlineTimer::Forever, .cancel = cancel, .isQuiet = true});
    });
    QTRY_COMPARE(changes, 1);
    QCOMPARE(m_bench.docker.load(archive), QString());
    QTRY_VERIFY(changes > 1);
    const int before = changes;
    m_bench.docker.engine.docker({u"tag"_s, u"app:1"_s, u"app:2"_s});
    QTRY_COMPARE(changes, before + 1);
    cancel.request();
    QVERIFY(watcher->wait(5000));
    REQUIRE_ERROR(result, ErrorCode::Cancelled);
}

void TestSshConnection::cancelsInTheMiddle()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.docker.load(archive), QString());
    const ContainerId id = m_bench.docker.run({}, u"app:1"_s, DockerBench::deaf());
    const std::unique_ptr<Store> store = m_bench.sshStore();
    const CancelToken cancel;
    REQUIRE_VALUE(store->open(patientCall()));
    const auto soon = inThread([&] {
        QThread::msleep(500);
        cancel.request();
    });
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(store->stopContainer(id, 300s, patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 5000);
    soon->wait();
    QCOMPARE(SshBench::countOfPrograms("ssh"), 0);
    // The same store goes on with a new connection.
    REQUIRE_VALUE(store->images(patientCall()));
    QCOMPARE(m_bench.docker.stateOf(id), ContainerState::Running);
}

void TestSshConnection::losesTheWayInTheMiddle()
{
    ImageArchive archive;
    archive.add({.tags = {u"app:1"_s}});
    QCOMPARE(m_bench.docker.load(archive), QString());
    const ContainerId id = m_bench.docker.run({}, u"app:1"_s, DockerBench::deaf());
    const std::unique_ptr<Store> store = m_bench.sshStore();
    REQUIRE_VALUE(store->open(patientCall()));
    const auto soon = inThread([&] {
        QThread::msleep(500);
        m_bench.server.cutConnections();
    });
    const Result<bool> stopped = store->stopContainer(id, 300s, patientCall());
    REQUIRE_ERROR(stopped, ErrorCode::ConnectionLost);
    QVERIFY2(stopped.error().detail.contains("closed"_L1), qPrintable(stopped.error().detail));
    soon->wait();
    // The engine is still there, and so is the way.
    REQUIRE_VALUE(store->images(patientCall()));
}

void TestSshConnection::findsTheWayAgain()
{
    const std::unique_ptr<Store> store = m_bench.sshStore();
    REQUIRE_VALUE(store->open(patientCall()));
    m_bench.server.cutConnections();
    m_bench.server.stop();
    REQUIRE_ERROR(store->images(patientCall()), ErrorCode::SshFailed);
    QCOMPARE(m_bench.server.start(), QString());
    REQUIRE_VALUE(store->images(patientCall()));
}

QTEST_GUILESS_MAIN(TestSshConnection)
#include "tst_sshconnection.moc"

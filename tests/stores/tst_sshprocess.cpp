// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshprocess.h"

#include "stores/engine/httpclient.h"
#include "stores/engine/transport.h"
#include "stores/resulttext.h"
#include "stores/testserver.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Connected = Result<std::unique_ptr<QIODevice>>;

const QByteArray Arrives = "echo 'jettison: here'; echo 'jettison: here' >&2\n";

} // namespace

/// A script in the place of ssh, which ends as ssh ends.
class TestSshProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();
    void saysThatThereIsNoSsh();
    void saysWhyItEnded_data();
    void saysWhyItEnded();
    void hearsNothingOfLoginScripts();
    void showsAllOfALongComplaint();
    void isQuietWhereAskedTo();
    void endsAtOnceWhenCancelled();
    void runsOutOfTime();
    void endsWhatDoesNotListen();
    void tellsWhatIsUnknownFromWhatIsNot_data();
    void tellsWhatIsUnknownFromWhatIsNot();

private:
    void play(const QByteArray &script);
    Connected connected(const Call &call = patientCall()) const;

    const Endpoint m_endpoint = *parseEndpoint(u"ssh://box"_s);
    QByteArray m_path;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestSshProcess::initTestCase()
{
    m_path = qgetenv("PATH");
}

void TestSshProcess::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    qputenv("PATH", QFile::encodeName(m_folder->path()) + ':' + m_path);
}

void TestSshProcess::cleanupTestCase()
{
    qputenv("PATH", m_path);
}

void TestSshProcess::play(const QByteArray &script)
{
    QFile file(m_folder->filePath(u"ssh"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    QVERIFY(file.setPermissions(QFile::Permissions(0x7777)));
}

Connected TestSshProcess::connected(const Call &call) const
{
    return connectTo(m_endpoint, call);
}

void TestSshProcess::saysThatThereIsNoSsh()
{
    qputenv("PATH", QFile::encodeName(m_folder->path()));
    const Connected device = connected();
    REQUIRE_ERROR(device, ErrorCode::SshMissing);
    QVERIFY(device.error().detail.startsWith("ssh://box"_L1));
}

void TestSshProcess::saysWhyItEnded_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &words, int status, ErrorCode code,
                         const QByteArray &before = {}) {
        QTest::addRow("%s", name) << QByteArray(
            before + "echo \"" + words + "\" >&2; exit " + QByteArray::number(status))
                                  << code << "ssh://box ("_L1 + QString::fromUtf8(words) + u')';
    };
    row("refused", "ssh: connect to host box port 22: Connection refused", 255, ErrorCode::SshFailed);
    row("no such host", "ssh: Could not resolve hostname box: Name or service not known", 255,
        ErrorCode::SshFailed);
    row("unknown key", "No ED25519 host key is known for box. Host key verification failed.", 255,
        ErrorCode::SshUntrusted);
    row("wrong key", "me@box: Permission denied (publickey).", 255, ErrorCode::SshDenied);
    row("too many keys", "Received disconnect: Too many authentication failures", 255, ErrorCode::SshDenied);
    row("no program", "neither docker nor podman was found", 127, ErrorCode::NoRemoteProgram);
    row("no account", "This account is currently not available.", 1, ErrorCode::SshFailed);
    row("another kind of host", "'sh' is not recognized as a command", 1, ErrorCode::SshFailed);
    row("engine down", "dial unix /var/run/docker.sock: connect: connection refused", 1,
        ErrorCode::NotRunning, Arrives + "read line; ");
    row("engine down at once", "dial unix /var/run/docker.sock: no such file", 1, ErrorCode::NotRunning,
        Arrives);
    row("engine down, Podman", "Error: failed to open connection to podman", 125, ErrorCode::NotRunning,
        Arrives + "read line; ");
    row("socket denied", "dial unix /var/run/docker.sock: permission denied", 1, ErrorCode::NoPermission,
        Arrives + "read line; ");
    row("way lost", "Connection to box closed by remote host.", 255, ErrorCode::SshFailed,
        Arrives + "read line; ");
    QTest::addRow("no words before") << QByteArray("exit 0") << ErrorCode::SshFailed << u"ssh://box"_s;
    QTest::addRow("no words after") << QByteArray(Arrives + "read line") << ErrorCode::ConnectionLost
                                    << u"ssh://box"_s;
}

void TestSshProcess::saysWhyItEnded()
{
    QFETCH(QByteArray, script);
    play(script);
    HttpClient client([this](const Call &call) { return connected(call); }, m_endpoint.text(), "localhost");
    const Result<HttpReply> reply = client.send({.target = "/_ping"}, patientCall());
    QVERIFY(!reply);
    QTEST(reply.error().code, "code");
    QTEST(reply.error().detail, "detail");
}

void TestSshProcess::hearsNothingOfLoginScripts()
{
    play("echo 'Authorized users only.' >&2\n"
         "echo Welcome; printf 'no line end: '; "
        + Arrives + "read line; echo \"you said $line\"; echo 'engine: gone' >&2; exit 1\n");
    Connected device = connected();
    REQUIRE_VALUE(device);
    QCOMPARE((*device)->thread(), QThread::currentThread());
    say(**device, "hello\n");
    QVERIFY((*device)->waitForReadyRead(60000));
    QCOMPARE((*device)->readLine(), "you said hello\n");
    QCOMPARE(qobject_cast<SshProcess *>(device->get())->ending().detail, u"ssh://box (engine: gone)"_s);
}

void TestSshProcess::showsAllOfALongComplaint()
{
    play("cat >&2 <<'END'\n"
         "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n"
         "@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n"
         "@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@@\n"
         "Offending key in /home/me@corp/known_hosts:1\r\n"
         "\033[31mHost key verification failed.\n"
         "END\n"
         "exit 255\n");
    const Connected device = connected();
    REQUIRE_ERROR(device, ErrorCode::SshUntrusted);
    QCOMPARE(device.error().detail,
        u"ssh://box (WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! Offending key in "
        "/home/me@corp/known_hosts:1 [31mHost key verification failed.)"_s);
}

void TestSshProcess::isQuietWhereAskedTo()
{
    play("while [ $# -gt 1 ]; do echo \"$1\"; shift; done >&2; exit 255");
    Call call = patientCall();
    QVERIFY(!connected(call).error().detail.contains("BatchMode"_L1));
    call.isQuiet = true;
    QVERIFY(connected(call).error().detail.contains("-o BatchMode=yes"_L1));
}

void TestSshProcess::endsAtOnceWhenCancelled()
{
    play("exec sleep 1000");
    const CancelToken cancel;
    const std::unique_ptr<QThread> soon(QThread::create([&] {
        QThread::msleep(200);
        cancel.request();
    }));
    soon->start();
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(connected(patientCall(cancel)), ErrorCode::Cancelled);
    QVERIFY(timer.elapsed() < 3000);
    soon->wait();
}

void TestSshProcess::runsOutOfTime()
{
    play("exec sleep 1000");
    QElapsedTimer timer;
    timer.start();
    REQUIRE_ERROR(connected(callWithin(300ms)), ErrorCode::TimedOut);
    QVERIFY(timer.elapsed() >= 290);
    QVERIFY(timer.elapsed() < 3000);
}

void TestSshProcess::endsWhatDoesNotListen()
{
    play("trap '' TERM; " + Arrives + "exec sleep 1000");
    Connected device = connected();
    REQUIRE_VALUE(device);
    const auto pid = pid_t(qobject_cast<SshProcess *>(device->get())->processId());
    QCOMPARE(kill(pid, 0), 0);
    device->reset();
    // Not even a zombie is left.
    QCOMPARE(kill(pid, 0), -1);
}

void TestSshProcess::tellsWhatIsUnknownFromWhatIsNot_data()
{
    QTest::addColumn<HttpRequest::Method>("method");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray half = "printf 'HTTP/1.1 200 OK\\r\\nContent-Length: 9\\r\\n\\r\\nhalf'; ";
    QTest::addRow("a question") << HttpRequest::Method::Get << QByteArray() << ErrorCode::NotRunning;
    QTest::addRow("half an answer") << HttpRequest::Method::Get << half << ErrorCode::ConnectionLost;
    QTest::addRow("an order") << HttpRequest::Method::Delete << QByteArray() << ErrorCode::ConnectionLost;
}

void TestSshProcess::tellsWhatIsUnknownFromWhatIsNot()
{
    QFETCH(HttpRequest::Method, method);
    QFETCH(QByteArray, answer);
    play(Arrives + "read line; " + answer + "echo 'engine: gone' >&2; exit 1");
    HttpClient client([this](const Call &call) { return connected(call); }, m_endpoint.text(), "localhost");
    const Result<HttpReply> reply = client.send({.method = method, .target = "/x"}, patientCall());
    QVERIFY(!reply);
    QTEST(reply.error().code, "code");
    QCOMPARE(reply.error().detail, u"ssh://box (engine: gone)"_s);
}

QTEST_GUILESS_MAIN(TestSshProcess)
#include "tst_sshprocess.moc"

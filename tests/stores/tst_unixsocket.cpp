// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/transport.h"

#include "stores/resulttext.h"
#include "stores/testserver.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

constexpr uid_t Nobody = 65534;

Endpoint at(const QString &path)
{
    return {.scheme = Endpoint::Scheme::Unix, .path = path, .host = {}};
}

} // namespace

class TestUnixSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatItMayNotBeOpened();
    void saysThatAFileIsNoSocket();
    void saysThatNobodyListensAnyMore();
    void waitsForABusyServer();
};

void TestUnixSocket::saysThatItMayNotBeOpened()
{
    const TestServer server(TestServer::Kind::Local, [](QIODevice &, int) { });
    const QString path = server.endpoint().path;
    QVERIFY(QFile::setPermissions(path, QFile::Permissions()));
    const uid_t user = geteuid();
    // Nobody is refused for good reason, root never.
    const auto restore = qScopeGuard([user] { QVERIFY(geteuid() == user || seteuid(user) == 0); });
    QVERIFY(QFile::setPermissions(QFileInfo(path).path(), QFile::Permissions(0x7777)));
    QVERIFY(user != 0 || seteuid(Nobody) == 0);
    const auto device = connectTo(server.endpoint(), patientCall());
    REQUIRE_ERROR(device, ErrorCode::NoPermission);
    QCOMPARE(device.error().detail, server.endpoint().text());
}

void TestUnixSocket::saysThatAFileIsNoSocket()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"engine.sock"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    REQUIRE_ERROR(connectTo(at(file.fileName()), patientCall()), ErrorCode::NotRunning);
    const auto below = connectTo(at(file.fileName() + "/docker.sock"_L1), patientCall());
    REQUIRE_ERROR(below, ErrorCode::Unreachable);
    QVERIFY(below.error().detail.startsWith("unix://"_L1 + file.fileName()));
}

void TestUnixSocket::saysThatNobodyListensAnyMore()
{
    const QTemporaryDir folder;
    const QString stale = folder.filePath(u"engine.sock"_s);
    {
        const TestServer server(TestServer::Kind::Local, [](QIODevice &, int) { });
        QVERIFY(QFile::rename(server.endpoint().path, stale));
    }
    const auto device = connectTo(at(stale), patientCall());
    REQUIRE_ERROR(device, ErrorCode::NotRunning);
    QVERIFY(device.error().detail.contains("refused"_L1));
}

// More connections than the server has room for: all are served in the end.
void TestUnixSocket::waitsForABusyServer()
{
    const TestServer server(
        TestServer::Kind::Local, [](QIODevice &connection, int) { say(connection, "x"); });
    QList<QThread *> threads;
    std::atomic_int connected = 0;
    for (int i = 0; i < 20; ++i) {
        threads << QThread::create([&] {
            for (int j = 0; j < 20; ++j) {
                connected += connectTo(server.endpoint(), patientCall()) ? 1 : 0;
            }
        });
        threads.last()->start();
    }
    for (QThread *thread : threads) {
        thread->wait();
        delete thread;
    }
    QCOMPARE(connected, 400);
}

QTEST_GUILESS_MAIN(TestUnixSocket)
#include "tst_unixsocket.moc"

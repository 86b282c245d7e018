// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/resulttext.h"
#include "stores/sshbench.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// How a real ssh and a real ssh server fail, and what is made of it.
class TestSshFailures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhyItCannotGetIn_data();
    void saysWhyItCannotGetIn();
    void asksThroughAskpass();
    void saysThatNobodyListens();
    void saysThatThereIsNoProgram();
    void saysThatTheEngineIsDown();

private:
    SshBench m_bench;
};

void TestSshFailures::initTestCase()
{
    const QString reason = m_bench.start();
    if (!reason.isEmpty()) {
        QSKIP(qPrintable(reason));
    }
}

void TestSshFailures::init()
{
    QCOMPARE(m_bench.reset(), QString());
    QCOMPARE(SshBench::countOfPrograms("ssh"), 0);
}

void TestSshFailures::saysWhyItCannotGetIn_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::addRow("an unknown host") << "UserKnownHostsFile "_L1 + m_bench.server.noHosts()
                                     << ErrorCode::SshUntrusted << u"Host key verification failed."_s;
    QTest::addRow("another host's key")
        << "UserKnownHostsFile "_L1 + m_bench.server.otherHosts() << ErrorCode::SshUntrusted
        << u"WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!"_s;
    QTest::addRow("a wrong key") << "IdentityFile "_L1 + m_bench.server.foreignKey() << ErrorCode::SshDenied
                                 << u"Permission denied (publickey)."_s;
    QTest::addRow("no such host") << u"HostName engine.invalid"_s << ErrorCode::SshFailed
                                  << u"Could not resolve hostname engine.invalid"_s;
}

void TestSshFailures::saysWhyItCannotGetIn()
{
    QFETCH(QString, options);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    m_bench.server.setClient(options);
    const Result<StoreInfo> info = m_bench.sshStore()->open(patientCall());
    REQUIRE_ERROR(info, code);
    QVERIFY2(info.error().detail.contains(words), qPrintable(info.error().detail));
}

// There is no terminal here, as behind a window.
void TestSshFailures::asksThroughAskpass()
{
    const ScratchFolder folder;
    const QString asked = folder.path(u"asked"_s);
    QFile askpass(folder.path(u"askpass"_s));
    QVERIFY(QDir().mkpath(folder.path({})));
    QVERIFY(askpass.open(QIODevice::WriteOnly));
    askpass.write("#!/bin/sh\necho \"$1\" >>" + QFile::encodeName(asked) + "; echo yes\n");
    QVERIFY(askpass.setPermissions(QFile::Permissions(0x7755)));
    askpass.close();
    QFile hosts(folder.path(u"hosts"_s));
    m_bench.server.setClient("StrictHostKeyChecking ask\nUserKnownHostsFile "_L1 + hosts.fileName());
    qputenv("SSH_ASKPASS", QFile::encodeName(askpass.fileName()));
    qputenv("SSH_ASKPASS_REQUIRE", "force");
    Call quiet = patientCall();
    quiet.isQuiet = true;
    const Result<StoreInfo> refused = m_bench.sshStore()->open(quiet);
    const bool isAskedWhereQuiet = QFile::exists(asked);
    const Result<StoreInfo> info = m_bench.sshStore()->open(patientCall());
    qunsetenv("SSH_ASKPASS");
    qunsetenv("SSH_ASKPASS_REQUIRE");
    REQUIRE_ERROR(refused, ErrorCode::SshUntrusted);
    QVERIFY(!isAskedWhereQuiet);
    REQUIRE_VALUE(info);
    QFile question(asked);
    QVERIFY(question.open(QIODevice::ReadOnly));
    QVERIFY(question.readAll().contains("authenticity of host"));
}

void TestSshFailures::saysThatNobodyListens()
{
    m_bench.server.stop();
    const Result<StoreInfo> info = m_bench.sshStore()->open(patientCall());
    QCOMPARE(m_bench.server.start(), QString());
    REQUIRE_ERROR(info, ErrorCode::SshFailed);
    QVERIFY2(info.error().detail.contains("Connection refused"_L1), qPrintable(info.error().detail));
}

void TestSshFailures::saysThatThereIsNoProgram()
{
    m_bench.server.setLogin(m_bench.loginOnHostWith({}));
    const Result<StoreInfo> info = m_bench.sshStore()->open(patientCall());
    REQUIRE_ERROR(info, ErrorCode::NoRemoteProgram);
    QVERIFY2(info.error().detail.contains("neither docker nor podman"_L1), qPrintable(info.error().detail));
}

void TestSshFailures::saysThatTheEngineIsDown()
{
    const std::unique_ptr<Store> store = m_bench.sshStore();
    REQUIRE_VALUE(store->open(patientCall()));
    m_bench.docker.engine.stop();
    const Result<QList<Image>> images = store->images(patientCall());
    const Result<QList<RemovalLine>> removed =
        m_bench.sshStore()->removeReference(Reference(u"app:1"_s), patientCall());
    QCOMPARE(m_bench.docker.engine.start(), QString());
    REQUIRE_ERROR(images, ErrorCode::NotRunning);
    QVERIFY2(images.error().detail.contains(m_bench.socketPath()), qPrintable(images.error().detail));
    REQUIRE_ERROR(removed, ErrorCode::NotRunning);
    REQUIRE_VALUE(store->images(patientCall()));
}

QTEST_GUILESS_MAIN(TestSshFailures)
#include "tst_sshfailures.moc"

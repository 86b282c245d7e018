// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/session.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// An engine behind ssh: each session has two ways to it, one of which asks nobody.
struct Host
{
    std::atomic<ErrorCode> asked = ErrorCode::Cancelled;
    std::atomic<ErrorCode> quiet = ErrorCode::Cancelled;
    std::atomic_int askedTries = 0;
    std::atomic_int quietTries = 0;

    /// Cancelled stands for success.
    StoreFactory factory()
    {
        return [this] {
            auto store = std::make_unique<FakeStore>(storeFromText(u"a: app:1"_s));
            // Once it is open, nobody is asked anything.
            store->interceptOpening = [this, isOpen = false](
                                          const Call &call) mutable -> std::optional<Error> {
                if (isOpen) {
                    return {};
                }
                ++(call.isQuiet ? quietTries : askedTries);
                const ErrorCode code = call.isQuiet ? quiet : asked;
                isOpen = code == ErrorCode::Cancelled;
                return isOpen ? std::nullopt : std::optional(Error{.code = code, .detail = u"box"_s});
            };
            return store;
        };
    }
};

} // namespace

/// Who may be asked for a passphrase, and how often: a host shuts out who knocks too often.
class tst_SessionQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksOnceAtTheStart()
    {
        Host host;
        Session session(host.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        session.start();
        QTRY_VERIFY(!scanned.isEmpty());
        QTRY_COMPARE(host.quietTries, 1);
        QCOMPARE(host.askedTries, 1);
    }

    void asksNobodyAgainByItself()
    {
        Host host;
        host.asked = ErrorCode::SshFailed;
        host.quiet = ErrorCode::SshFailed;
        Session session(host.factory());
        QSignalSpy lost(&session, &Session::disconnected);
        session.start();
        QTRY_COMPARE(lost.size(), 1);
        // It tries again and again, but quietly.
        QTRY_VERIFY_WITH_TIMEOUT(host.quietTries > 5, 20000);
        QCOMPARE(host.askedTries, 1);
        QSignalSpy found(&session, &Session::reconnected);
        host.quiet = ErrorCode::Cancelled;
        QTRY_VERIFY_WITH_TIMEOUT(found.size() == 1, 20000);
        QCOMPARE(host.askedTries, 1);
    }

    void waitsForAPersonWhereOnlyAPersonCanHelp_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addRow("wrong key") << ErrorCode::SshDenied;
        QTest::addRow("unknown host") << ErrorCode::SshUntrusted;
        QTest::addRow("no ssh") << ErrorCode::SshMissing;
    }

    void waitsForAPersonWhereOnlyAPersonCanHelp()
    {
        QFETCH(ErrorCode, code);
        Host host;
        host.asked = code;
        host.quiet = code;
        Session session(host.factory());
        QSignalSpy lost(&session, &Session::disconnected);
        QSignalSpy found(&session, &Session::reconnected);
        session.start();
        QTRY_COMPARE(lost.size(), 1);
        QTRY_VERIFY(host.quietTries > 0);
        QVERIFY(!found.wait(4000));
        // The watcher, and the scan that its loss makes.
        const int before = host.quietTries;
        QVERIFY(before <= 2);
        QCOMPARE(host.askedTries, 1);
        host.asked = ErrorCode::Cancelled;
        host.quiet = ErrorCode::Cancelled;
        session.refresh();
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(host.askedTries, 2);
        // What follows the events tries again as soon as a person has opened the way.
        QTRY_VERIFY(host.quietTries > before);
    }

    void readsByItselfWhereOnlyPeopleGetIn()
    {
        Host host;
        host.quiet = ErrorCode::SshDenied;
        Session session(host.factory());
        QSignalSpy scanned(&session, &Session::scanned);
        QSignalSpy lost(&session, &Session::disconnected);
        session.start();
        QTRY_VERIFY(scanned.size() > 1);
        QCOMPARE(lost.size(), 0);
        QCOMPARE(host.askedTries, 1);
    }
};

QTEST_GUILESS_MAIN(tst_SessionQuestions)
#include "tst_sessionquestions.moc"

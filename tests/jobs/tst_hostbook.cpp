// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/hostbook.h"

#include "fakes/fakestore.h"
#include "fakes/storetext.h"
#include "jobs/hostprobe.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr qint64 Soon = 2000;

HostSearch typedHosts(const QStringList &endpoints)
{
    HostSearch search;
    search.environment.insert(u"HOME"_s, u"/nonexistent"_s);
    search.environment.insert(u"USERPROFILE"_s, u"/nonexistent"_s);
    search.environment.insert(u"CONTAINERS_CONF"_s, u"/dev/null"_s);
    for (const QString &endpoint : endpoints) {
        search.typed << TypedHost{.endpoint = endpoint};
    }
    return search;
}

HostAnswer answerOf(const QString &version)
{
    return {
        .store = StoreInfo{.endpoint = {}, .name = u"Docker"_s, .version = version, .apiVersion = u"1.41"_s}};
}

// As an engine that does not answer: until the call is cancelled.
HostAnswer hang(const CancelToken &cancel)
{
    while (!cancel.isRequested()) {
        QThread::msleep(5);
    }
    return {.error = Error{.code = ErrorCode::Cancelled}};
}

} // namespace

class tst_HostBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsAndAsksEach();
    void hostsThatHangHoldUpNobody();
    void endsWhileHostsHang();
    void doesNotAskAgainAtOnce();
    void asksAnewWhoeverHangs();
    void asksAnewWhereTlsHasChanged();
    void saysWhyAHostCannotBeUsed();
    void checksWhatIsTyped();
    void anEarlierCheckIsGivenUp();
    void probesStores();
    void looksWhetherFilesAreThere();
};

void tst_HostBook::listsAndAsksEach()
{
    HostBook book([] { return typedHosts({u"tcp://a:1"_s, u"tcp://b:1"_s}); },
        [](const KnownHost &host, const Call &) { return answerOf(host.endpoint->host); });
    QSignalSpy listed(&book, &HostBook::listed);
    QSignalSpy asking(&book, &HostBook::asking);
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0][0].value<QList<Host>>().size(), 2);
    QCOMPARE(asking.size(), 2);
    for (const QList<QVariant> &answer : answered) {
        const QString key = answer[0].toString();
        QCOMPARE(answer[1].value<HostAnswer>().store->version, book.find(key)->endpoint->host);
    }
    QCOMPARE(book.find(u"tcp://c:1"_s), nullptr);
}

void tst_HostBook::hostsThatHangHoldUpNobody()
{
    QStringList endpoints{u"tcp://good:1"_s};
    for (int i = 0; i < 10; ++i) {
        endpoints.prepend(u"tcp://hangs:%1"_s.arg(i + 1));
    }
    HostBook book([&] { return typedHosts(endpoints); },
        [](const KnownHost &host, const Call &call) {
            return host.endpoint->host == "good"_L1 ? answerOf(u"1"_s) : hang(call.cancel);
        });
    QSignalSpy listed(&book, &HostBook::listed);
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered[0][0].toString(), u"tcp://good:1"_s);
    // Lists are read beside them.
    book.refresh();
    QTRY_COMPARE(listed.size(), 2);
}

void tst_HostBook::endsWhileHostsHang()
{
    QElapsedTimer timer;
    {
        QSemaphore asked;
        QStringList endpoints;
        for (int i = 0; i < 40; ++i) {
            endpoints << u"tcp://hangs:%1"_s.arg(i + 1);
        }
        HostBook book([&] { return typedHosts(endpoints); },
            [&](const KnownHost &, const Call &call) {
                asked.release();
                return hang(call.cancel);
            });
        book.refresh();
        QTRY_VERIFY(asked.available() > 0);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < Soon, qPrintable(QString::number(timer.elapsed())));
}

void tst_HostBook::doesNotAskAgainAtOnce()
{
    std::atomic_int asked = 0;
    HostBook book([] { return typedHosts({u"tcp://a:1"_s}); },
        [&](const KnownHost &, const Call &) {
            ++asked;
            return answerOf(u"1"_s);
        });
    QSignalSpy listed(&book, &HostBook::listed);
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(answered.size(), 1);
    book.refresh();
    QTRY_COMPARE(listed.size(), 2);
    QCOMPARE(asked.load(), 1);
    book.refreshAll();
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(asked.load(), 2);
}

void tst_HostBook::asksAnewWhoeverHangs()
{
    std::atomic_int asked = 0;
    HostBook book([] { return typedHosts({u"tcp://a:1"_s}); },
        [&](const KnownHost &, const Call &call) {
            return ++asked == 1 ? hang(call.cancel) : answerOf(QString::number(asked));
        });
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(asked.load(), 1);
    book.refreshAll();
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered[0][1].value<HostAnswer>().store->version, u"2"_s);
}

void tst_HostBook::asksAnewWhereTlsHasChanged()
{
    std::atomic_bool isTls = false;
    HostBook book(
        [&] {
            HostSearch search = typedHosts({});
            search.typed = {{.endpoint = u"tcp://a:1"_s, .isTls = isTls}};
            return search;
        },
        [](const KnownHost &host, const Call &) {
            return answerOf(host.endpoint->tls ? u"tls"_s : u"plain"_s);
        });
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(answered.size(), 1);
    isTls = true;
    book.refresh();
    QTRY_COMPARE(answered.size(), 2);
    QCOMPARE(answered[1][0], answered[0][0]);
    QCOMPARE(answered[1][1].value<HostAnswer>().store->version, u"tls"_s);
}

void tst_HostBook::saysWhyAHostCannotBeUsed()
{
    HostBook book([] { return typedHosts({u"gopher://a"_s}); }, probeHost);
    QSignalSpy answered(&book, &HostBook::answered);
    book.refresh();
    QTRY_COMPARE(answered.size(), 1);
    QCOMPARE(answered[0][1].value<HostAnswer>().error->code, ErrorCode::InvalidEndpoint);
}

void tst_HostBook::checksWhatIsTyped()
{
    HostBook book([] { return typedHosts({}); },
        [](const KnownHost &host, const Call &) {
            return host.endpoint ? answerOf(u"7"_s) : HostAnswer{.error = host.endpoint.error()};
        });
    QSignalSpy checked(&book, &HostBook::checked);
    book.check({.endpoint = u"tcp://a:1"_s});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(checked[0][0].value<TypedHost>().endpoint, u"tcp://a:1"_s);
    QCOMPARE(checked[0][1].value<HostAnswer>().store->version, u"7"_s);
    book.check({.endpoint = u"gopher://a"_s});
    QTRY_COMPARE(checked.size(), 2);
    QCOMPARE(checked[1][1].value<HostAnswer>().error->code, ErrorCode::InvalidEndpoint);
}

void tst_HostBook::anEarlierCheckIsGivenUp()
{
    HostBook book([] { return typedHosts({}); },
        [](const KnownHost &host, const Call &call) {
            return host.endpoint->host == "hangs"_L1 ? hang(call.cancel) : answerOf(u"1"_s);
        });
    QSignalSpy checked(&book, &HostBook::checked);
    book.check({.endpoint = u"tcp://hangs"_s});
    book.check({.endpoint = u"tcp://good"_s});
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(checked[0][0].value<TypedHost>().endpoint, u"tcp://good"_s);
}

void tst_HostBook::probesStores()
{
    const Call patient{.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = {}};
    FakeStore store(storeFromText(u"a: a:1"_s));
    store.ownId = u"ABCD"_s;
    const HostAnswer answer = probeStore(store, patient);
    QCOMPARE(answer.store, store.snapshot->store());
    QCOMPARE(answer.identity.id, u"ABCD"_s);
    store.interceptReading = [] { return Error{.code = ErrorCode::NotRunning, .detail = u"fake"_s}; };
    const HostAnswer failed = probeStore(store, patient);
    QVERIFY(!failed.store);
    QCOMPARE(failed.error->code, ErrorCode::NotRunning);
}

void tst_HostBook::looksWhetherFilesAreThere()
{
    const QTemporaryDir folder;
    HostSearch search = typedHosts({});
    search.archives = {"layout:"_L1 + folder.path(), u"archive:/nonexistent/images.tar"_s};
    search.sampleFolder = u"/nonexistent/sample"_s;
    const QList<KnownHost> hosts = knownHosts(search);
    QCOMPARE(hosts.size(), 3);
    const QList<HostAnswer> answers = probeHosts(hosts, {});
    QCOMPARE(answers[0].store->kind, StoreInfo::Kind::Sample);
    QCOMPARE(answers[1].store->kind, StoreInfo::Kind::Layout);
    QCOMPARE(answers[2].error->code, ErrorCode::FileFailed);
}

QTEST_GUILESS_MAIN(tst_HostBook)
#include "tst_hostbook.moc"

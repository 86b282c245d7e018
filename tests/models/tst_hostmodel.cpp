// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/hostmodel.h"

#include "models/hostsettings.h"
#include "models/hosttext.h"

#include <QAbstractItemModelTester>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

Host hostAt(const QString &name, Host::Source source = Host::Source::DockerContext)
{
    const QString endpoint = u"tcp://%1:1"_s.arg(name);
    return {.key = endpoint, .names = {{.text = name, .source = source}}, .endpoint = endpoint};
}

HostAnswer docker(const QString &version, const QString &id = {})
{
    return {.store = StoreInfo{.endpoint = {}, .name = u"Docker"_s, .version = version, .apiVersion = {}},
        .identity = {.id = id}};
}

} // namespace

class tst_HostModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void putsTheLastUsedBehindTheCurrent();
    void tellsWhatAnswered();
    void tellsKindsApart();
    void saysThatNobodyVerifies();
    void saysWhyNot_data();
    void saysWhyNot();
    void saysWhyThereIsNoAddress();
    void showsAllNames();
    void findsByAnyName();
    void givesTheWaysWithTheirAnswers();
    void answersMoveNothing();
    void rowsWaitWhileTheListIsHeld();
    void listsOpenStoresThatNobodyKnows();
    void marksWhatIsBusy();
    void tellsTheSameEngine();
    void onlyWhatAPersonBroughtCanBeForgotten();
    void keepsWhatIsKnownWhileAskingAgain();
    void labels();
    void remembersHosts();
    void remembersArchives();

private:
    QStringList titles() const;
    QVariant data(const QString &name, int role = Qt::DisplayRole) const;

    std::unique_ptr<HostModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void tst_HostModel::init()
{
    m_model = std::make_unique<HostModel>();
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_model->setHosts({hostAt(u"a"_s), hostAt(u"b"_s), hostAt(u"c"_s)}, {});
}

QStringList tst_HostModel::titles() const
{
    QStringList titles;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        titles << m_model->index(row).data().toString();
    }
    return titles;
}

QVariant tst_HostModel::data(const QString &name, int role) const
{
    return m_model->indexOf(u"tcp://%1:1"_s.arg(name)).data(role);
}

void tst_HostModel::putsTheLastUsedBehindTheCurrent()
{
    QList<Host> hosts{hostAt(u"a"_s), hostAt(u"b"_s), hostAt(u"c"_s)};
    m_model->setHosts(hosts, u"tcp://c:1"_s);
    QCOMPARE(titles(), QStringList({u"c"_s, u"a"_s, u"b"_s}));
    hosts[0].isCurrent = true;
    m_model->setHosts(hosts, u"tcp://c:1"_s);
    QCOMPARE(titles(), QStringList({u"a"_s, u"c"_s, u"b"_s}));
    m_model->setHosts(hosts, u"tcp://a:1"_s);
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    m_model->setHosts(hosts, u"tcp://gone:1"_s);
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    m_model->setHosts({}, u"tcp://a:1"_s);
    QCOMPARE(m_model->rowCount(), 0);
}

void tst_HostModel::tellsWhatAnswered()
{
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), QString());
    m_model->setAsking(u"tcp://b:1"_s);
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), u"checking…"_s);
    m_model->setAnswer(u"tcp://b:1"_s, docker(u"26.1"_s));
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), u"reachable"_s);
    QCOMPARE(data(u"b"_s, HostModel::KindRole).toString(), u"Docker 26.1"_s);
    QCOMPARE(data(u"b"_s, Qt::AccessibleTextRole).toString(), u"b, Docker 26.1, tcp://b:1, reachable"_s);
    QCOMPARE(data(u"a"_s, HostModel::StateTextRole).toString(), QString());
}

void tst_HostModel::saysThatNobodyVerifies()
{
    HostAnswer answer = docker(u"28.5"_s);
    answer.store->isUnverified = true;
    m_model->setAnswer(u"tcp://b:1"_s, answer);
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), u"reachable, not verified"_s);
}

// Of one name and version there are several.
void tst_HostModel::tellsKindsApart()
{
    HostAnswer answer = docker(u"28.5"_s);
    answer.identity.isRootless = false;
    QCOMPARE(hosttext::kind(answer), u"Docker 28.5"_s);
    answer.identity.isRootless = true;
    QCOMPARE(hosttext::kind(answer), u"Docker 28.5, rootless"_s);
    answer.store->traits = containerdTraits();
    QCOMPARE(hosttext::kind(answer), u"Docker 28.5, containerd, rootless"_s);
    QCOMPARE(hosttext::kindWithoutVersion(answer), u"Docker, containerd, rootless"_s);
    answer.identity = {};
    QCOMPARE(hosttext::kind(answer), u"Docker 28.5, containerd"_s);
    m_model->setAnswer(u"tcp://b:1"_s, answer);
    QCOMPARE(data(u"b"_s, HostModel::KindRole).toString(), u"Docker 28.5, containerd"_s);
}

void tst_HostModel::saysWhyNot_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("state");
    QTest::addRow("not running") << ErrorCode::NotRunning << u"not running"_s;
    QTest::addRow("no permission") << ErrorCode::NoPermission << u"no permission"_s;
    QTest::addRow("host not found") << ErrorCode::HostNotFound << u"unknown host"_s;
    QTest::addRow("timed out") << ErrorCode::TimedOut << u"no answer"_s;
    QTest::addRow("connection lost") << ErrorCode::ConnectionLost << u"connection lost"_s;
    QTest::addRow("a web page") << ErrorCode::NotAnEngine << u"no engine"_s;
    QTest::addRow("a proxy") << ErrorCode::ProxyAnswered << u"proxy in the way"_s;
    QTest::addRow("unclear") << ErrorCode::MalformedReply << u"answer unclear"_s;
    QTest::addRow("too old") << ErrorCode::EngineTooOld << u"too old"_s;
    QTest::addRow("too new") << ErrorCode::EngineTooNew << u"too new"_s;
    QTest::addRow("another version wanted")
        << ErrorCode::WishedVersion << u"lacks the API version asked for"_s;
    QTest::addRow("denied") << ErrorCode::Denied << u"not allowed"_s;
    QTest::addRow("denied by a plug-in") << ErrorCode::DeniedByPlugin << u"refused by a plug-in"_s;
    QTest::addRow("busy") << ErrorCode::EngineBusy << u"busy"_s;
    QTest::addRow("an error of the engine") << ErrorCode::EngineFailed << u"answers with an error"_s;
    QTest::addRow("no trust") << ErrorCode::Untrusted << u"not trusted"_s;
    QTest::addRow("outdated") << ErrorCode::Outdated << u"certificate out of date"_s;
    QTest::addRow("other host") << ErrorCode::OtherHost << u"certificate of another host"_s;
    QTest::addRow("certificate") << ErrorCode::ClientRefused << u"wants a certificate"_s;
    QTest::addRow("our files") << ErrorCode::TlsFilesFailed << u"certificate files unusable"_s;
    QTest::addRow("wants TLS") << ErrorCode::WantsTls << u"wants TLS"_s;
    QTest::addRow("no TLS") << ErrorCode::NoTls << u"has no TLS"_s;
    QTest::addRow("no ssh") << ErrorCode::SshMissing << u"no ssh here"_s;
    QTest::addRow("ssh") << ErrorCode::SshFailed << u"ssh failed"_s;
    QTest::addRow("host key") << ErrorCode::SshUntrusted << u"host key not trusted"_s;
    QTest::addRow("login") << ErrorCode::SshDenied << u"login refused"_s;
    QTest::addRow("no program") << ErrorCode::NoRemoteProgram << u"no engine"_s;
    QTest::addRow("invalid") << ErrorCode::InvalidEndpoint << u"cannot be used"_s;
    QTest::addRow("no context") << ErrorCode::NoContext << u"no such context"_s;
    QTest::addRow("a broken file") << ErrorCode::BrokenSettings << u"cannot be used"_s;
    QTest::addRow("other") << ErrorCode::Unreachable << u"not reachable"_s;
}

void tst_HostModel::saysWhyNot()
{
    QFETCH(ErrorCode, code);
    m_model->setAnswer(u"tcp://a:1"_s, {.error = Error{.code = code, .detail = u"the reason"_s}});
    QTEST(data(u"a"_s, HostModel::StateTextRole).toString(), "state");
    QCOMPARE(data(u"a"_s, HostModel::StateRole).toInt(), int(HostModel::State::Failed));
    // In full for those who want to know.
    QVERIFY(data(u"a"_s, Qt::ToolTipRole).toString().contains("the reason"_L1));
}

void tst_HostModel::saysWhyThereIsNoAddress()
{
    m_model->setHosts({Host{.key = u"tcp://cut:1"_s,
                          .names = {{.text = u"cut"_s, .source = Host::Source::DockerContext}},
                          .endpoint = {},
                          .error = Error{.code = ErrorCode::BrokenSettings, .detail = u"/meta.json: cut"_s}}},
        {});
    QCOMPARE(data(u"cut"_s, HostModel::EndpointRole).toString(), u"/meta.json: cut"_s);
    QCOMPARE(data(u"cut"_s, Qt::AccessibleTextRole).toString(), u"cut, /meta.json: cut, cannot be used"_s);
}

void tst_HostModel::showsAllNames()
{
    Host host = hostAt(u"twenty"_s);
    host.names << Host::Name{.text = u"lower"_s, .source = Host::Source::DockerContext}
               << Host::Name{.text = u"twenty"_s, .source = Host::Source::PodmanConnection}
               << Host::Name{.text = u"DOCKER_HOST"_s, .source = Host::Source::Environment};
    QCOMPARE(hosttext::names(host), u"twenty (also lower, DOCKER_HOST)"_s);
    m_model->setHosts({host, hostAt(u"alone"_s)}, {});
    QCOMPARE(titles(), QStringList({u"twenty"_s, u"alone"_s}));
    QCOMPARE(
        data(u"twenty"_s, HostModel::EndpointRole).toString(), u"tcp://twenty:1 (also lower, DOCKER_HOST)"_s);
    QCOMPARE(data(u"alone"_s, HostModel::EndpointRole).toString(), u"tcp://alone:1"_s);
    QCOMPARE(data(u"twenty"_s, Qt::AccessibleTextRole).toString(),
        u"twenty, tcp://twenty:1 (also lower, DOCKER_HOST)"_s);
}

void tst_HostModel::findsByAnyName()
{
    Host host = hostAt(u"lower"_s);
    host.names << Host::Name{.text = u"twenty"_s, .source = Host::Source::DockerContext};
    m_model->setHosts(
        {hostAt(u"one"_s), host, hostAt(u"Two"_s), hostAt(u"sample"_s, Host::Source::Sample)}, {});
    const auto found = [&](int start, const QString &text, int hits) {
        QStringList titles;
        for (const QModelIndex &index : m_model->match(m_model->index(start), Qt::DisplayRole, text, hits)) {
            titles << index.data().toString();
        }
        return titles;
    };
    QCOMPARE(found(0, u"twe"_s, 1), QStringList(u"lower"_s));
    QCOMPARE(found(0, u"LOW"_s, 1), QStringList(u"lower"_s));
    QCOMPARE(found(2, u"tw"_s, -1), QStringList({u"Two"_s, u"lower"_s}));
    QCOMPARE(found(1, u"sample s"_s, 1), QStringList(u"Sample store"_s));
    QCOMPARE(found(0, u"x"_s, 1), QStringList());
    m_model->setHosts({}, {});
    QCOMPARE(found(0, u"x"_s, 1), QStringList());
}

void tst_HostModel::givesTheWaysWithTheirAnswers()
{
    Host broken = hostAt(u"broken"_s);
    broken.error = Error{.code = ErrorCode::BrokenSettings};
    m_model->setHosts({hostAt(u"a"_s), hostAt(u"b"_s), hostAt(u"c"_s), broken}, {});
    const QSignalSpy answered(m_model.get(), &HostModel::answered);
    m_model->setAsking(u"tcp://a:1"_s);
    m_model->setAnswer(u"tcp://b:1"_s, docker(u"1"_s));
    const HostAnswer dead{.error = Error{.code = ErrorCode::NotRunning}};
    m_model->setAnswer(u"tcp://c:1"_s, dead);
    QCOMPARE(answered.size(), 2);
    const QList<Route> ways{{u"a"_s, u"tcp://a:1"_s, std::nullopt}, {u"b"_s, u"tcp://b:1"_s, docker(u"1"_s)},
        {u"c"_s, u"tcp://c:1"_s, dead}};
    QCOMPARE(m_model->routes(), ways);
}

void tst_HostModel::answersMoveNothing()
{
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::layoutChanged);
    for (const QString &name : {u"c"_s, u"a"_s, u"b"_s}) {
        m_model->setAsking(u"tcp://%1:1"_s.arg(name));
        m_model->setAnswer(u"tcp://%1:1"_s.arg(name), docker(u"1"_s));
    }
    m_model->setHosts({hostAt(u"a"_s), hostAt(u"b"_s), hostAt(u"c"_s)}, {});
    QVERIFY(reset.isEmpty() && moved.isEmpty());
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void tst_HostModel::rowsWaitWhileTheListIsHeld()
{
    m_model->hold(true);
    m_model->setHosts({hostAt(u"z"_s), hostAt(u"a"_s)}, {});
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    // What a person takes out goes at once.
    m_model->remove(u"tcp://b:1"_s);
    QCOMPARE(titles(), QStringList({u"a"_s, u"c"_s}));
    m_model->hold(false);
    QCOMPARE(titles(), QStringList({u"z"_s, u"a"_s}));
}

void tst_HostModel::listsOpenStoresThatNobodyKnows()
{
    m_model->setOpenStores({{.key = u"tcp://b:1"_s, .title = u"Docker 1"_s, .endpoint = u"tcp://b:1"_s},
        {.key = u"tcp://x:1"_s, .title = u"Docker 2"_s, .endpoint = u"tcp://x:1"_s}});
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s, u"Docker 2"_s}));
    QVERIFY(data(u"b"_s, HostModel::OpenRole).toBool());
    QVERIFY(!data(u"a"_s, HostModel::OpenRole).toBool());
    m_model->setOpenStores({});
    QCOMPARE(titles(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
}

void tst_HostModel::marksWhatIsBusy()
{
    m_model->setAnswer(u"tcp://b:1"_s, docker(u"1"_s));
    m_model->setOpenStores({{.key = u"tcp://b:1"_s, .title = {}, .endpoint = {}, .isBusy = true}});
    QVERIFY(data(u"b"_s, HostModel::BusyRole).toBool());
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), u"busy"_s);
    QVERIFY(!data(u"a"_s, HostModel::BusyRole).toBool());
    m_model->setOpenStores({{.key = u"tcp://b:1"_s, .title = {}, .endpoint = {}}});
    QCOMPARE(data(u"b"_s, HostModel::StateTextRole).toString(), u"reachable"_s);
}

void tst_HostModel::tellsTheSameEngine()
{
    m_model->setAnswer(u"tcp://a:1"_s, docker(u"1"_s, u"ID1"_s));
    m_model->setAnswer(u"tcp://b:1"_s, docker(u"1"_s, u"ID2"_s));
    m_model->setAnswer(u"tcp://c:1"_s, docker(u"1"_s, u"ID1"_s));
    QVERIFY(data(u"a"_s, Qt::ToolTipRole).toString().contains("The same engine as c"_L1));
    QVERIFY(data(u"c"_s, Qt::ToolTipRole).toString().contains("The same engine as a"_L1));
    QVERIFY(!data(u"b"_s, Qt::ToolTipRole).toString().contains("same engine"_L1));
    // Without an ID nothing is known.
    m_model->setAnswer(u"tcp://a:1"_s, docker(u"1"_s));
    m_model->setAnswer(u"tcp://c:1"_s, docker(u"1"_s));
    QVERIFY(!data(u"a"_s, Qt::ToolTipRole).toString().contains("same engine"_L1));
}

void tst_HostModel::onlyWhatAPersonBroughtCanBeForgotten()
{
    Host both = hostAt(u"both"_s, Host::Source::Remembered);
    both.names << Host::Name{.text = u"x"_s, .source = Host::Source::DockerContext};
    m_model->setHosts({hostAt(u"typed"_s, Host::Source::Remembered), hostAt(u"file"_s, Host::Source::Archive),
                          hostAt(u"context"_s), both},
        {});
    QVERIFY(data(u"typed"_s, HostModel::ForgettableRole).toBool());
    QVERIFY(data(u"file"_s, HostModel::ForgettableRole).toBool());
    QVERIFY(!data(u"context"_s, HostModel::ForgettableRole).toBool());
    QVERIFY(!data(u"both"_s, HostModel::ForgettableRole).toBool());
}

void tst_HostModel::keepsWhatIsKnownWhileAskingAgain()
{
    m_model->setAnswer(u"tcp://a:1"_s, docker(u"1"_s));
    m_model->setAsking(u"tcp://a:1"_s);
    QCOMPARE(data(u"a"_s, HostModel::StateTextRole).toString(), u"reachable"_s);
}

void tst_HostModel::labels()
{
    const StoreInfo store = *docker(u"26.1"_s).store;
    QCOMPARE(hosttext::label(u"prod"_s, store), u"prod: Docker 26.1"_s);
    QCOMPARE(hosttext::label(u"Docker"_s, store), u"Docker 26.1"_s);
    QCOMPARE(hosttext::label({}, store), u"Docker 26.1"_s);
}

void tst_HostModel::remembersHosts()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QVERIFY(hostsettings::typed(settings).isEmpty());
    const TypedHost plain{.endpoint = u"unix:///a b, c.sock"_s};
    const TypedHost tls{.endpoint = u"tcp://h:2376"_s,
        .isTls = true,
        .authorities = u"/k/ca.pem"_s,
        .certificate = u"/k/cert.pem"_s,
        .key = u"/k/key.pem"_s};
    hostsettings::remember(plain, settings);
    hostsettings::remember(tls, settings);
    QCOMPARE(hostsettings::typed(settings), QList<TypedHost>({tls, plain}));
    hostsettings::remember(plain, settings);
    QCOMPARE(hostsettings::typed(settings), QList<TypedHost>({plain, tls}));
    hostsettings::forget(plain.endpoint, settings);
    QCOMPARE(hostsettings::typed(settings), QList<TypedHost>({tls}));
    hostsettings::setLastUsed(u"k"_s, settings);
    QCOMPARE(hostsettings::lastUsed(settings), u"k"_s);
}

void tst_HostModel::remembersArchives()
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    for (int i = 0; i < 12; ++i) {
        hostsettings::rememberArchive(u"archive:/%1"_s.arg(i), settings);
    }
    QCOMPARE(hostsettings::archives(settings).size(), 8);
    QCOMPARE(hostsettings::archives(settings).first(), u"archive:/11"_s);
    hostsettings::rememberArchive(u"archive:/5"_s, settings);
    QCOMPARE(hostsettings::archives(settings).first(2), QStringList({u"archive:/5"_s, u"archive:/11"_s}));
    hostsettings::forget(u"archive:/5"_s, settings);
    QCOMPARE(hostsettings::archives(settings).size(), 7);
}

QTEST_GUILESS_MAIN(tst_HostModel)
#include "tst_hostmodel.moc"

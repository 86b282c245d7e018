// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/imagenames.h"
#include "engines/scene.h"
#include "gui/hostpopup.h"
#include "gui/removaldialog.h"
#include "gui/storeswindow.h"
#include "gui/windowdriver.h"
#include "gui/windows.h"
#include "jobs/hostbook.h"
#include "jobs/hostprobe.h"
#include "stores/storefactory.h"
#include "support/containerengine.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <map>
#include <memory>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Patience = 60'000;

/// Two engines, found by a context of docker's and, if it is a Podman, a connection of its own.
struct Pair
{
    ContainerEngine first;
    ContainerEngine second;
    QTemporaryDir config;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    Pair(const QString &firstKind, const QString &secondKind)
        : first(*EngineKind::named(firstKind)),
          second(*EngineKind::named(secondKind))
    {
        environment.remove(u"DOCKER_HOST"_s);
        environment.remove(u"DOCKER_CONTEXT"_s);
        environment.insert(u"HOME"_s, config.path());
        environment.insert(u"DOCKER_CONFIG"_s, config.path());
        environment.insert(u"CONTAINERS_CONF"_s, config.filePath(u"containers.conf"_s));
    }

    // Empty, or why not.
    QString start()
    {
        for (ContainerEngine *engine : {&first, &second}) {
            if (QString problem = engine->start(); !problem.isEmpty()) {
                return problem;
            }
        }
        if (QString problem = addContext(u"first"_s, first); !problem.isEmpty()) {
            return problem;
        }
        const bool isPodman = second.kind().isPodman();
        QFile connections(config.filePath(u"containers.conf"_s));
        if (!connections.open(QIODevice::WriteOnly)) {
            return connections.errorString();
        }
        if (isPodman) {
            connections.write(
                "[engine.service_destinations.second]\nuri = \"" + second.endpoint().toUtf8() + "\"\n");
        }
        return isPodman ? QString() : addContext(u"second"_s, second);
    }

private:
    QString addContext(const QString &name, const ContainerEngine &engine) const
    {
        const Output made = runProgram(u"docker"_s,
            {u"context"_s, u"create"_s, name, u"--docker"_s, "host="_L1 + engine.endpoint()}, environment);
        return made.exitCode == 0 ? QString() : made.errors;
    }
};

} // namespace

/// Two real engines open at once: two of Docker's, and a Docker with a Podman.
class tst_TwoEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

    void asksWhoIsThere();
    void removesInOneWhileTheOtherIsShown();
    void bothAreFollowed();

private:
    OpenedStore opened(const QString &key) const;
    WindowDriver driver() const { return WindowDriver(*m_windows->windows().first()->current()); }
    QString keyOf(const QString &context) const;
    QString textOf(const QString &context, int role) const
    {
        return m_model->indexOf(keyOf(context)).data(role).toString();
    }
    bool choose(const QString &context);
    /// `blue 1` or `blue:1` as the second engine calls that.
    QString blue(const QString &rest) const
    {
        return m_pair->second.kind().isPodman() ? wholeName(u"blue"_s + rest) : u"blue"_s + rest;
    }

    Pair *m_pair = nullptr;
    /// Started when they are first needed.
    std::map<std::pair<QString, QString>, std::unique_ptr<Pair>> m_pairs;
    std::unique_ptr<HostBook> m_book;
    std::unique_ptr<HostModel> m_model;
    std::unique_ptr<Windows> m_windows;
};

void tst_TwoEngines::initTestCase_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addRow("two Dockers") << u"docker20"_s << u"docker20"_s;
    QTest::addRow("Docker and Podman") << u"docker20"_s << u"podman43"_s;
    QTest::addRow("newer ones") << u"docker28-containerd"_s << u"podman54-rootless"_s;
}

void tst_TwoEngines::init()
{
    QFETCH_GLOBAL(QString, first);
    QFETCH_GLOBAL(QString, second);
    std::unique_ptr<Pair> &pair = m_pairs[{first, second}];
    if (!pair) {
        pair = std::make_unique<Pair>(first, second);
        if (const QString problem = pair->start(); !problem.isEmpty()) {
            pair.reset();
            QSKIP(qPrintable(problem));
        }
    }
    m_pair = pair.get();
    QCOMPARE(m_pair->first.reset(), QString());
    QCOMPARE(m_pair->second.reset(), QString());
    QCOMPARE(Scene(m_pair->first, {}).setUp(u"image one: red:1 [r1]\nimage two: red:2 [r2]"_s), QString());
    QCOMPARE(Scene(m_pair->second, {}).setUp(u"image one: blue:1 [b1]\nimage two: blue:2 [b2]"_s), QString());
    WindowDriver::forgetSettings();
    m_book = std::make_unique<HostBook>(
        [this] { return HostSearch{.environment = m_pair->environment, .sockets = {}}; }, probeHost);
    m_model = std::make_unique<HostModel>();
    m_windows = std::make_unique<Windows>(*m_model,
        StoreOpening{.host = [this](const QString &key) { return opened(key); }, .file = {}, .typed = {}});
    connect(m_book.get(), &HostBook::listed, m_model.get(),
        [this](const QList<Host> &hosts) { m_model->setHosts(hosts, {}); });
    connect(m_book.get(), &HostBook::answered, m_model.get(), &HostModel::setAnswer);
    connect(m_windows.get(), &Windows::hostsWanted, m_book.get(), &HostBook::refresh);
    m_book->refresh();
    QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 2, Patience);
    m_windows->openWindow(opened(keyOf(u"first"_s)));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows().size(), 2, Patience);
}

void tst_TwoEngines::cleanup()
{
    m_windows.reset();
    m_model.reset();
    m_book.reset();
}

QString tst_TwoEngines::keyOf(const QString &context) const
{
    return context == "first"_L1 ? m_pair->first.endpoint() : m_pair->second.endpoint();
}

OpenedStore tst_TwoEngines::opened(const QString &key) const
{
    return {.key = key, .session = std::make_unique<Session>(storeFactory(*m_book->find(key)))};
}

bool tst_TwoEngines::choose(const QString &context)
{
    driver().action(u"switchAction"_s)->trigger();
    const auto *popup = m_windows->windows().first()->findChild<HostPopup *>();
    if (!QTest::qWaitFor([&] { return popup->isVisible(); }, Patience)) {
        return false;
    }
    auto *list = popup->findChild<QListView *>();
    list->setCurrentIndex(m_model->indexOf(keyOf(context)));
    QTest::keyClick(list, Qt::Key_Return);
    return QTest::qWaitFor([this] { return !driver().rows().isEmpty(); }, Patience);
}

void tst_TwoEngines::asksWhoIsThere()
{
    for (const QString &context : {u"first"_s, u"second"_s}) {
        QTRY_COMPARE_WITH_TIMEOUT(textOf(context, HostModel::StateTextRole), u"reachable"_s, Patience);
        const bool isPodman = context == "second"_L1 && m_pair->second.kind().isPodman();
        QVERIFY(textOf(context, HostModel::KindRole).startsWith(isPodman ? "Podman "_L1 : "Docker "_L1));
    }
    const QList<KnownHost> hosts = knownHosts({.environment = m_pair->environment, .sockets = {}});
    const QList<HostAnswer> answers = probeHosts(hosts, {});
    const QString told = m_pair->first.docker({u"info"_s, u"--format"_s, u"{{.ID}}"_s}).text.trimmed();
    QCOMPARE(answers[0].identity.id, told);
    // Docker 20.10 keeps its ID for the whole machine, so it may be the same one; Podman has none that lasts.
    QCOMPARE(answers[1].identity.id.isEmpty(), m_pair->second.kind().isPodman());
    QCOMPARE(answers[0].identity.isRootless, false);
}

void tst_TwoEngines::removesInOneWhileTheOtherIsShown()
{
    // It does not listen to the signal that asks it to stop, so the removal takes its ten seconds.
    QCOMPARE(m_pair->first
                 .docker({u"run"_s, u"-d"_s, u"--net=none"_s, u"--name=slow"_s, u"red:1"_s, u"/busybox"_s,
                     u"sleep"_s, u"1000"_s})
                 .exitCode,
        0);
    QTRY_VERIFY_WITH_TIMEOUT(driver().row(u"red 1"_s).siblingAtColumn(0).isValid()
            && m_windows->windows().first()->current()->session().snapshot()->containers().size() == 1,
        Patience);
    driver().click(u"red 1"_s);
    driver().action(u"forceRemoveAction"_s)->trigger();
    RemovalDialog *dialog = driver().removalDialog();
    QVERIFY(dialog);
    QPushButton *remove = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    // It waits for what is known of the container.
    QTRY_VERIFY_WITH_TIMEOUT(remove->isEnabled(), Patience);
    QTest::mouseClick(remove, Qt::LeftButton);
    Session &first = m_windows->windows().first()->current()->session();
    QTRY_VERIFY_WITH_TIMEOUT(first.isBusy(), Patience);
    QVERIFY(choose(u"second"_s));
    QVERIFY(first.isBusy());
    QCOMPARE(textOf(u"first"_s, HostModel::StateTextRole), u"busy"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows().size(), 2, Patience);
    QVERIFY(driver().row(blue(u" 1"_s)).isValid());
    // The other engine is free for a removal of its own meanwhile.
    driver().click(blue(u" 1"_s));
    driver().action(u"removeAction"_s)->trigger();
    QVERIFY(driver().removalDialog());
    QTest::mouseClick(driver().removalDialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
        Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(blue(u" 2"_s)), Patience);
    QVERIFY(driver().logLines().contains(u"Untagged: "_s + blue(u":1"_s)));
    QVERIFY(!driver().logLines().join(u'\n').contains("red:1"_L1));
    QTRY_VERIFY_WITH_TIMEOUT(!first.isBusy(), Patience);
    QVERIFY(choose(u"first"_s));
    QVERIFY(driver().logLines().contains(u"Stopped: slow"_s));
    QVERIFY(driver().logLines().contains(u"Untagged: red:1"_s));
    QVERIFY(!driver().logLines().join(u'\n').contains("blue"_L1));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(u"red 2"_s), Patience);
    QCOMPARE(m_pair->first.docker({u"image"_s, u"ls"_s, u"-q"_s}).lines().size(), 1);
    QCOMPARE(m_pair->second.docker({u"image"_s, u"ls"_s, u"-q"_s}).lines().size(), 1);
}

void tst_TwoEngines::bothAreFollowed()
{
    QVERIFY(choose(u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows().size(), 2, Patience);
    // In the one that is hidden.
    QCOMPARE(m_pair->first.docker({u"rmi"_s, u"red:1"_s}).exitCode, 0);
    QCOMPARE(m_pair->second.docker({u"tag"_s, blue(u":1"_s), blue(u":3"_s)}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(driver().row(blue(u" 2 tag(s)"_s)).isValid(), Patience);
    QVERIFY(choose(u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(u"red 2"_s), Patience);
}

QTEST_MAIN(tst_TwoEngines)
#include "tst_twoengines.moc"

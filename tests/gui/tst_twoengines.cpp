// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/hostpopup.h"
#include "gui/removaldialog.h"
#include "gui/storeswindow.h"
#include "gui/windowdriver.h"
#include "gui/windows.h"
#include "jobs/hostbook.h"
#include "jobs/hostprobe.h"
#include "stores/storefactory.h"
#include "support/containerengine.h"
#include "support/imagearchive.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Patience = 60'000;

} // namespace

/// Two real engines open at once, found by the docker command line's own contexts.
class tst_TwoEngines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void asksWhoIsThere();
    void removesInOneWhileTheOtherIsShown();
    void bothAreFollowed();

private:
    QString fill(const ContainerEngine &engine, const QString &image) const;
    OpenedStore opened(const QString &key) const;
    WindowDriver driver() const { return WindowDriver(*m_windows->windows().first()->current()); }
    QString keyOf(const QString &context) const;
    QString textOf(const QString &context, int role) const
    {
        return m_model->indexOf(keyOf(context)).data(role).toString();
    }
    bool choose(const QString &context);

    ContainerEngine m_first;
    ContainerEngine m_second;
    QTemporaryDir m_config;
    QProcessEnvironment m_environment;
    std::unique_ptr<HostBook> m_book;
    std::unique_ptr<HostModel> m_model;
    std::unique_ptr<Windows> m_windows;
};

void tst_TwoEngines::initTestCase()
{
    for (ContainerEngine *engine : {&m_first, &m_second}) {
        if (const QString problem = engine->start(); !problem.isEmpty()) {
            QSKIP(qPrintable(problem));
        }
    }
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.remove(u"DOCKER_HOST"_s);
    m_environment.remove(u"DOCKER_CONTEXT"_s);
    m_environment.insert(u"HOME"_s, m_config.path());
    m_environment.insert(u"DOCKER_CONFIG"_s, m_config.path());
    m_environment.insert(u"CONTAINERS_CONF"_s, u"/dev/null"_s);
    const std::pair<QString, const ContainerEngine *> contexts[]{
        {u"first"_s, &m_first}, {u"second"_s, &m_second}};
    for (const auto &[name, engine] : contexts) {
        QCOMPARE(runProgram(u"docker"_s,
                     {u"context"_s, u"create"_s, name, u"--docker"_s, "host="_L1 + engine->endpoint()},
                     m_environment)
                     .exitCode,
            0);
    }
}

QString tst_TwoEngines::fill(const ContainerEngine &engine, const QString &image) const
{
    if (const QString left = engine.reset(); !left.isEmpty()) {
        return left;
    }
    ImageArchive archive;
    for (const QString &tag : {u":1"_s, u":2"_s}) {
        archive.add({.tags = {image + tag}, .layers = {image + tag}});
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"images.tar"_s);
    if (const QString problem = archive.write(file); !problem.isEmpty()) {
        return problem;
    }
    const Output loaded = engine.docker({u"load"_s, u"-q"_s, u"-i"_s, file});
    return loaded.exitCode == 0 ? QString() : loaded.text;
}

void tst_TwoEngines::init()
{
    QCOMPARE(fill(m_first, u"red"_s), QString());
    QCOMPARE(fill(m_second, u"blue"_s), QString());
    WindowDriver::forgetSettings();
    m_book = std::make_unique<HostBook>(
        [this] { return HostSearch{.environment = m_environment, .sockets = {}}; }, probeHost);
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
    return context == "first"_L1 ? m_first.endpoint() : m_second.endpoint();
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
        QVERIFY(textOf(context, HostModel::KindRole).startsWith("Docker "_L1));
    }
    const QList<KnownHost> hosts = knownHosts({.environment = m_environment, .sockets = {}});
    const QList<HostAnswer> answers = probeHosts(hosts, {});
    const QString told = m_first.docker({u"info"_s, u"--format"_s, u"{{.ID}}"_s}).text.trimmed();
    QCOMPARE(answers[0].engineId, told);
    // Docker 20.10 keeps its ID for the whole machine, so it may be the same one.
    QVERIFY(!answers[1].engineId.isEmpty());
}

void tst_TwoEngines::removesInOneWhileTheOtherIsShown()
{
    // It does not listen to the signal that asks it to stop, so the removal takes its ten seconds.
    QCOMPARE(m_first
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
    QVERIFY(driver().row(u"blue 1"_s).isValid());
    // The other engine is free for a removal of its own meanwhile.
    driver().click(u"blue 1"_s);
    driver().action(u"removeAction"_s)->trigger();
    QVERIFY(driver().removalDialog());
    QTest::mouseClick(driver().removalDialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok),
        Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(u"blue 2"_s), Patience);
    QVERIFY(driver().logLines().contains(u"Untagged: blue:1"_s));
    QVERIFY(!driver().logLines().join(u'\n').contains("red:1"_L1));
    QTRY_VERIFY_WITH_TIMEOUT(!first.isBusy(), Patience);
    QVERIFY(choose(u"first"_s));
    QVERIFY(driver().logLines().contains(u"Stopped: slow"_s));
    QVERIFY(driver().logLines().contains(u"Untagged: red:1"_s));
    QVERIFY(!driver().logLines().join(u'\n').contains("blue"_L1));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(u"red 2"_s), Patience);
    QCOMPARE(m_first.docker({u"image"_s, u"ls"_s, u"-q"_s}).lines().size(), 1);
    QCOMPARE(m_second.docker({u"image"_s, u"ls"_s, u"-q"_s}).lines().size(), 1);
}

void tst_TwoEngines::bothAreFollowed()
{
    QVERIFY(choose(u"second"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows().size(), 2, Patience);
    // In the one that is hidden.
    QCOMPARE(m_first.docker({u"rmi"_s, u"red:1"_s}).exitCode, 0);
    QCOMPARE(m_second.docker({u"tag"_s, u"blue:1"_s, u"blue:3"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(driver().row(u"blue 2 tag(s)"_s).isValid(), Patience);
    QVERIFY(choose(u"first"_s));
    QTRY_COMPARE_WITH_TIMEOUT(driver().rows(), QStringList(u"red 2"_s), Patience);
}

QTEST_MAIN(tst_TwoEngines)
#include "tst_twoengines.moc"

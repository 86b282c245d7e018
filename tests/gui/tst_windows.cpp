// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakeengine.h"
#include "gui/connectdialog.h"
#include "gui/hostbutton.h"
#include "gui/hostpopup.h"
#include "gui/nodesdialog.h"
#include "gui/pulldialog.h"
#include "gui/removaldialog.h"
#include "gui/storeswindow.h"
#include "gui/windowdriver.h"
#include "gui/windows.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolBar>
#include <QTreeView>

#include <map>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

Host hostAt(const QString &name, Host::Source source = Host::Source::DockerContext)
{
    return {.key = u"fake://%1"_s.arg(name),
        .names = {{.text = name, .source = source}},
        .endpoint = u"fake://%1"_s.arg(name)};
}

StoreInfo infoOf(const QString &name)
{
    return {.endpoint = u"fake://%1"_s.arg(name), .name = u"Docker"_s, .version = name, .apiVersion = {}};
}

} // namespace

/// Several stores in one window and in several.
class tst_Windows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void startsWithOneStore();
    void knowsWhichHostItStartedWith();
    void switchesInTheSameWindow();
    void whatRunsInAHiddenStoreGoesOn();
    void opensInANewWindow();
    void aHostIsOpenedOnce();
    void opensFilesInTheWindow();
    void closesOneStore();
    void aBusyStoreClosesWhenItIsIdle();
    void closingWaitsForHiddenStores();
    void closingTwiceWaitsForNobody();
    void dialogsGoWithTheirStore();
    void shortcutsMeanTheStoreThatIsShown();
    void keysAreForImagesThatHaveJustCome();
    void imagesThatComeTakeNoKeysFromTheSearch();
    void anOpenListShowsWhatIsThereNow();
    void theNodeListShowsWhoAnswers();
    void connectsAndRemembers();
    void forgets();
    void endsWithBusyStores();

private:
    OpenedStore opened(const QString &key);
    StoresWindow *window(int index = 0) const { return m_windows->windows()[index]; }
    WindowDriver driver(int index = 0) const { return WindowDriver(*window(index)->current()); }
    /// In the list of the window; false if it does not open.
    bool choose(const QString &name, Qt::KeyboardModifiers modifiers = {}, int index = 0);
    bool isShown(const QString &name, int index = 0) const;
    QVariant data(const QString &name, int role) const
    {
        return m_model->indexOf(hostAt(name).key).data(role);
    }
    /// Removes an image of the store that is shown, which gets stuck.
    void startStuckRemoval(const QString &engine, const QString &row);

    std::map<QString, std::unique_ptr<FakeEngine>> m_engines;
    QList<Host> m_hosts;
    std::unique_ptr<HostModel> m_model;
    std::unique_ptr<Windows> m_windows;
};

void tst_Windows::init()
{
    WindowDriver::forgetSettings();
    m_engines.clear();
    m_hosts.clear();
    for (const QString &name : {u"one"_s, u"two"_s, u"three"_s}) {
        m_engines[hostAt(name).key] =
            std::make_unique<FakeEngine>(u"%1a: %1a:1\n%1b: %1b:1"_s.arg(name), infoOf(name));
        m_hosts << hostAt(name);
    }
    m_model = std::make_unique<HostModel>();
    const auto open = [this](const QString &key) { return opened(key); };
    m_windows = std::make_unique<Windows>(
        *m_model, StoreOpening{.host = open, .file = open, .typed = [this](const TypedHost &typed) {
                                   return opened(typed.endpoint);
                               }});
    // As the program does it: the list is read when somebody wants it.
    connect(
        m_windows.get(), &Windows::hostsWanted, m_model.get(), [this] { m_model->setHosts(m_hosts, {}); });
    m_model->setHosts(m_hosts, {});
    m_windows->openWindow({.key = {}, .session = opened(hostAt(u"one"_s).key).session});
    QTRY_VERIFY(isShown(u"one"_s));
}

void tst_Windows::cleanup()
{
    for (const auto &[key, engine] : m_engines) {
        engine->isStuck = false;
    }
    m_windows.reset();
    m_model.reset();
}

OpenedStore tst_Windows::opened(const QString &key)
{
    const auto found = m_engines.find(key);
    return {.key = key,
        .session = std::make_unique<Session>(found == m_engines.end()
                ? StoreFactory([]() -> Result<std::unique_ptr<Store>> {
                      return fail(ErrorCode::NotRunning, u"nobody"_s);
                  })
                : found->second->factory())};
}

bool tst_Windows::isShown(const QString &name, int index) const
{
    const SnapshotPtr &snapshot = window(index)->current()->session().snapshot();
    return snapshot && snapshot->store() == infoOf(name);
}

bool tst_Windows::choose(const QString &name, Qt::KeyboardModifiers modifiers, int index)
{
    driver(index).action(u"switchAction"_s)->trigger();
    const auto *popup = window(index)->findChild<HostPopup *>();
    if (!QTest::qWaitFor([&] { return popup->isVisible(); })) {
        return false;
    }
    auto *list = popup->findChild<QListView *>();
    list->setCurrentIndex(m_model->indexOf(hostAt(name).key));
    QTest::keyClick(list, Qt::Key_Return, modifiers);
    return !popup->isVisible();
}

void tst_Windows::startStuckRemoval(const QString &engine, const QString &row)
{
    m_engines[hostAt(engine).key]->isStuck = true;
    driver().click(row);
    driver().action(u"removeAction"_s)->trigger();
    QTRY_VERIFY(driver().removalDialog());
    QTest::keyClick(driver().removalDialog(), Qt::Key_Return);
    QTRY_VERIFY(window()->current()->session().isBusy());
}

void tst_Windows::startsWithOneStore()
{
    QCOMPARE(m_windows->windows().size(), 1);
    QVERIFY(window()->isVisible() && window()->current()->isVisible());
    QVERIFY(!window()->current()->isWindow());
    QCOMPARE(window()->windowTitle(), u"one: Docker one — Jettison"_s);
    QCOMPARE(driver().rows().size(), 2);
}

void tst_Windows::knowsWhichHostItStartedWith()
{
    QVERIFY(data(u"one"_s, HostModel::OpenRole).toBool());
    QCOMPARE(window()->findChild<HostButton *>()->accessibleName(), u"Store: one: Docker one"_s);
    QVERIFY(window()->has(hostAt(u"one"_s).key));
}

void tst_Windows::switchesInTheSameWindow()
{
    const QRect before = window()->geometry();
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    QCOMPARE(m_windows->windows().size(), 1);
    QCOMPARE(window()->geometry(), before);
    QCOMPARE(window()->windowTitle(), u"two: Docker two — Jettison"_s);
    QTRY_VERIFY(driver().row(u"twoa 1"_s).isValid());
    driver().click(u"twob 1"_s);
    QVERIFY(choose(u"one"_s));
    QVERIFY(isShown(u"one"_s));
    QVERIFY(driver().row(u"onea 1"_s).isValid());
    QVERIFY(choose(u"two"_s));
    // As it was left.
    QCOMPARE(driver().selectedRows(), QStringList(u"twob 1"_s));
}

void tst_Windows::whatRunsInAHiddenStoreGoesOn()
{
    startStuckRemoval(u"one"_s, u"onea 1"_s);
    Session &session = window()->current()->session();
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    QVERIFY(session.isBusy());
    QVERIFY(data(u"one"_s, HostModel::BusyRole).toBool());
    QVERIFY(!data(u"two"_s, HostModel::BusyRole).toBool());
    QVERIFY(driver().action(u"removeAllAction"_s)->isEnabled());
    m_engines[hostAt(u"one"_s).key]->isStuck = false;
    QTRY_VERIFY(!data(u"one"_s, HostModel::BusyRole).toBool());
    QVERIFY(isShown(u"two"_s));
    QVERIFY(!driver().logLines().join(u'\n').contains("onea"_L1));
    QVERIFY(choose(u"one"_s));
    QVERIFY(driver().logLines().contains(u"Untagged: onea:1"_s));
    QTRY_COMPARE(driver().rows(), QStringList(u"oneb 1"_s));
}

void tst_Windows::opensInANewWindow()
{
    QVERIFY(choose(u"two"_s, Qt::ControlModifier));
    QCOMPARE(m_windows->windows().size(), 2);
    QTRY_VERIFY(isShown(u"two"_s, 1));
    QVERIFY(isShown(u"one"_s));
    window(1)->close();
    QTRY_COMPARE(m_windows->windows().size(), 1);
    QVERIFY(!data(u"two"_s, HostModel::OpenRole).toBool());
}

void tst_Windows::aHostIsOpenedOnce()
{
    QVERIFY(choose(u"two"_s, Qt::ControlModifier));
    QTRY_VERIFY(isShown(u"two"_s, 1));
    QVERIFY(choose(u"three"_s, {}, 1));
    QTRY_VERIFY(isShown(u"three"_s, 1));
    // From the other window: it comes to the front there.
    QVERIFY(choose(u"two"_s));
    QVERIFY(isShown(u"one"_s));
    QVERIFY(isShown(u"two"_s, 1));
    QCOMPARE(window()->stores().size(), 1);
    QCOMPARE(window(1)->stores().size(), 2);
}

void tst_Windows::opensFilesInTheWindow()
{
    Q_EMIT window()->current()->openRequested(hostAt(u"three"_s).key);
    QTRY_VERIFY(isShown(u"three"_s));
    QCOMPARE(m_windows->windows().size(), 1);
    Q_EMIT window()->current()->openRequested(hostAt(u"one"_s).key);
    QVERIFY(isShown(u"one"_s));
    QCOMPARE(window()->stores().size(), 2);
}

void tst_Windows::closesOneStore()
{
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    const QPointer<Session> session(&window()->current()->session());
    driver().action(u"closeAction"_s)->trigger();
    QVERIFY(isShown(u"one"_s));
    QVERIFY(window()->isVisible());
    QTRY_VERIFY(!session);
    QVERIFY(!data(u"two"_s, HostModel::OpenRole).toBool());
    driver().action(u"closeAction"_s)->trigger();
    QTRY_COMPARE(m_windows->windows().size(), 0);
}

void tst_Windows::aBusyStoreClosesWhenItIsIdle()
{
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    QTRY_VERIFY(driver().row(u"twoa 1"_s).isValid());
    startStuckRemoval(u"two"_s, u"twoa 1"_s);
    driver().action(u"closeAction"_s)->trigger();
    QVERIFY(isShown(u"two"_s));
    m_engines[hostAt(u"two"_s).key]->isStuck = false;
    QTRY_VERIFY(isShown(u"one"_s));
    QCOMPARE(window()->stores().size(), 1);
    QVERIFY(window()->isVisible());
}

void tst_Windows::closingWaitsForHiddenStores()
{
    startStuckRemoval(u"one"_s, u"onea 1"_s);
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    window()->close();
    QCOMPARE(m_windows->windows().size(), 1);
    QVERIFY(window()->isVisible());
    // It shows what it waits for.
    QVERIFY(isShown(u"one"_s));
    QVERIFY(driver().logLines().last().contains("as soon as"_L1));
    m_engines[hostAt(u"one"_s).key]->isStuck = false;
    QTRY_COMPARE(m_windows->windows().size(), 0);
}

void tst_Windows::closingTwiceWaitsForNobody()
{
    startStuckRemoval(u"one"_s, u"onea 1"_s);
    window()->close();
    QVERIFY(window()->isVisible());
    window()->close();
    QVERIFY(!window()->isVisible());
    m_engines[hostAt(u"one"_s).key]->isStuck = false;
    QTRY_COMPARE(m_windows->windows().size(), 0);
}

void tst_Windows::dialogsGoWithTheirStore()
{
    driver().action(u"pullAction"_s)->trigger();
    const auto *pull = window()->current()->findChild<PullDialog *>();
    QVERIFY(pull->isVisible());
    QVERIFY(choose(u"two"_s));
    QVERIFY(!pull->isVisible());
    QVERIFY(choose(u"one"_s));
    QVERIFY(pull->isVisible());
}

void tst_Windows::shortcutsMeanTheStoreThatIsShown()
{
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    QApplication::setActiveWindow(window());
    driver().images()->setFocus();
    QTest::keyClick(driver().images(), Qt::Key_P, Qt::ControlModifier);
    const auto *pull = window()->current()->findChild<PullDialog *>();
    QTRY_VERIFY(pull->isVisible());
}

void tst_Windows::keysAreForImagesThatHaveJustCome()
{
    QApplication::setActiveWindow(window());
    QTRY_COMPARE(QApplication::focusWidget(), driver().images());
    QVERIFY(choose(u"two"_s));
    QTRY_COMPARE(window()->focusWidget(), driver().images());
    QTest::keyClick(window()->focusWidget(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(driver().selectedRows(), QStringList({u"twoa 1"_s, u"twob 1"_s}));
}

// A search that was begun while the store was being read goes on.
void tst_Windows::imagesThatComeTakeNoKeysFromTheSearch()
{
    m_engines[hostAt(u"two"_s).key]->isDown = true;
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(!window()->current()->session().isConnected());
    auto *search = window()->current()->findChild<QToolBar *>()->findChild<QLineEdit *>();
    search->setFocus();
    m_engines[hostAt(u"two"_s).key]->isDown = false;
    window()->current()->session().refresh();
    QTRY_VERIFY(driver().row(u"twoa 1"_s).isValid());
    QCOMPARE(window()->focusWidget(), search);
}

void tst_Windows::anOpenListShowsWhatIsThereNow()
{
    m_hosts.prepend(hostAt(u"fresh"_s));
    QTest::mouseClick(window()->findChild<HostButton *>(), Qt::LeftButton);
    const auto *popup = window()->findChild<HostPopup *>();
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(m_model->index(0).data().toString(), u"fresh"_s);
    QTest::keyClick(popup->findChild<QListView *>(), Qt::Key_Escape);
}

void tst_Windows::theNodeListShowsWhoAnswers()
{
    m_engines[hostAt(u"two"_s).key]->swarm = {.part = Swarm::Part::Manager,
        .nodes = {
            {.id = u"1"_s, .hostName = u"two"_s, .isThis = true}, {.id = u"2"_s, .hostName = u"three"_s}}};
    QVERIFY(choose(u"two"_s));
    QTRY_VERIFY(isShown(u"two"_s));
    const QSignalSpy wanted(m_windows.get(), &Windows::hostsWanted);
    driver().action(u"nodesAction"_s)->trigger();
    // The list of stores stays shut for it.
    QCOMPARE(wanted.size(), 1);
    QVERIFY(!window()->findChild<HostPopup *>()->isVisible());
    const auto *view = window()->current()->findChild<NodesDialog *>()->findChild<QTreeView *>(u"view"_s);
    QTRY_COMPARE(view->model()->rowCount(), 2);
    const auto reach = [&] { return view->model()->index(1, NodeModel::ReachColumn).data().toString(); };
    QCOMPARE(reach(), u"three (fake://three): not asked yet"_s);
    m_model->setAnswer(hostAt(u"three"_s).key, {.error = Error{.code = ErrorCode::TimedOut}});
    QCOMPARE(reach(), u"three (fake://three): no answer"_s);
    m_model->setAnswer(hostAt(u"three"_s).key, {.store = infoOf(u"three"_s)});
    QCOMPARE(reach(), u"three (fake://three): reachable"_s);
}

void tst_Windows::connectsAndRemembers()
{
    QSignalSpy checks(m_windows.get(), &Windows::checkRequested);
    QSignalSpy remembered(m_windows.get(), &Windows::remembered);
    driver().action(u"connectAction"_s)->trigger();
    auto *dialog = window()->findChild<ConnectDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    dialog->findChild<QLineEdit *>(u"endpoint"_s)->setText(hostAt(u"three"_s).key);
    dialog->findChild<QPushButton *>(u"connectButton"_s)->click();
    QCOMPARE(checks.size(), 1);
    m_windows->showChecked(checks[0][0].value<TypedHost>(), {.store = infoOf(u"three"_s)});
    QTRY_VERIFY(isShown(u"three"_s));
    QCOMPARE(remembered.size(), 1);
    QTRY_VERIFY(!window()->findChild<ConnectDialog *>());
}

void tst_Windows::forgets()
{
    QSignalSpy forgotten(m_windows.get(), &Windows::forgotten);
    m_model->setHosts({hostAt(u"one"_s), hostAt(u"typed"_s, Host::Source::Remembered)}, {});
    auto *popup = window()->findChild<HostPopup *>();
    Q_EMIT popup->forgetRequested(hostAt(u"typed"_s).key);
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][0].toString(), u"typed"_s);
    QCOMPARE(m_model->rowCount(), 1);
}

// Whatever runs, the program ends, and in order.
void tst_Windows::endsWithBusyStores()
{
    startStuckRemoval(u"one"_s, u"onea 1"_s);
    QVERIFY(choose(u"two"_s));
    QVERIFY(choose(u"three"_s, Qt::ControlModifier));
    m_engines[hostAt(u"one"_s).key]->isStuck = false;
    m_windows.reset();
    QCOMPARE(m_model->rowCount(), 3);
}

QTEST_MAIN(tst_Windows)
#include "tst_windows.moc"

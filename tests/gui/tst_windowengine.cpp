// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/pulldialog.h"
#include "gui/removaldialog.h"
#include "gui/windowdriver.h"
#include "models/imagemodel.h"
#include "stores/storefactory.h"
#include "support/containerengine.h"
#include "support/imagearchive.h"
#include "support/registry.h"

#include <QAction>
#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Patience = 30'000;

} // namespace

/// The real window on a real Docker engine.
class tst_WindowEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void dragDeleteConfirmAndReadTheLog();
    void forceStopsAndRemovesTheContainer();
    void followsTheEngine();
    void theEngineGoesAndComesBack();
    void pullsAndRemovesAgain();

private:
    QString lines(const RemovalPlan &plan) const;
    bool confirm();
    /// The lines of the last removal without its summary and the lines of layers.
    QStringList removalLines() const;
    StoreFactory factory() const;

    ContainerEngine m_engine;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void tst_WindowEngine::initTestCase()
{
    const QString problem = m_engine.start();
    if (!problem.isEmpty()) {
        QSKIP(qPrintable(problem));
    }
}

void tst_WindowEngine::init()
{
    QCOMPARE(m_engine.reset(), QString());
    ImageArchive archive;
    for (const QString &name : {u"app:1"_s, u"app:2"_s, u"base:1"_s, u"tools:1"_s}) {
        archive.add({.tags = {name}, .layers = {name}});
    }
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"images.tar"_s);
    QCOMPARE(archive.write(file), QString());
    QCOMPARE(m_engine.docker({u"load"_s, u"-q"_s, u"-i"_s, file}).exitCode, 0);
    QCOMPARE(m_engine.docker({u"tag"_s, u"app:2"_s, u"app:latest"_s}).exitCode, 0);

    WindowDriver::forgetSettings();
    m_session = std::make_unique<Session>(factory());
    m_window = std::make_unique<MainWindow>(*m_session);
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(900, 700);
    m_window->show();
    m_session->start();
    m_driver->images()->sortByColumn(0, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 4, Patience);
}

void tst_WindowEngine::cleanup()
{
    m_driver.reset();
    m_window.reset();
    m_session.reset();
}

StoreFactory tst_WindowEngine::factory() const
{
    return storeFactory(
        {.host = m_engine.endpoint(), .environment = QProcessEnvironment::systemEnvironment()});
}

bool tst_WindowEngine::confirm()
{
    RemovalDialog *dialog = m_driver->removalDialog();
    QPushButton *remove = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    // Where containers go, it waits for what is known of them.
    if (!QTest::qWaitFor([&] { return remove->isEnabled(); }, Patience)) {
        return false;
    }
    const auto summaries = [this] { return m_driver->logLines().filter(u" deleted, "_s).size(); };
    const qsizetype before = summaries();
    QTest::mouseClick(remove, Qt::LeftButton);
    return QTest::qWaitFor([&] { return summaries() > before; }, Patience);
}

QString tst_WindowEngine::lines(const RemovalPlan &plan) const
{
    QStringList texts;
    for (const RemovalLine &line : plan.predictedLines()) {
        texts << lineText(line);
    }
    return texts.join(u'\n');
}

QStringList tst_WindowEngine::removalLines() const
{
    const QStringList lines = m_driver->logLines();
    const auto summary =
        std::ranges::find_if(lines, [](const QString &line) { return line.contains(" deleted, "_L1); });
    return lines.sliced(1, summary - lines.cbegin() - 1);
}

void tst_WindowEngine::dragDeleteConfirmAndReadTheLog()
{
    const QString before = m_engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).text;
    m_driver->dragOverRows(u"app 1"_s, u"app 2 tag(s)"_s);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    const QString predicted = lines(m_driver->removalDialog()->plan());
    QVERIFY(confirm());
    QCOMPARE(removalLines().join(u'\n'), predicted);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows(), QStringList({u"base 1"_s, u"tools 1"_s}), Patience);
    const QString after = m_engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).text;
    for (const QString &id : before.split(u'\n', Qt::SkipEmptyParts)) {
        QCOMPARE(after.contains(id), !predicted.contains(id));
    }
}

void tst_WindowEngine::forceStopsAndRemovesTheContainer()
{
    QCOMPARE(m_engine
                 .docker({u"run"_s, u"-d"_s, u"--net=none"_s, u"--name=web"_s, u"base:1"_s, u"/busybox"_s,
                     u"sleep"_s, u"1000"_s})
                 .exitCode,
        0);
    // The window hears of it by itself.
    QTRY_COMPARE_WITH_TIMEOUT(
        m_driver->row(u"base 1"_s).siblingAtColumn(ImageModel::UsedByColumn).data().toString(),
        u"web (running)"_s, Patience);
    m_driver->click(u"base 1"_s);
    m_driver->action(u"forceRemoveAction"_s)->trigger();
    QTRY_VERIFY(m_driver->removalDialog());
    QVERIFY(confirm());
    QCOMPARE(
        removalLines().first(3), QStringList({u"Stopped: web"_s, u"Removed: web"_s, u"Untagged: base:1"_s}));
    QVERIFY(m_engine.docker({u"ps"_s, u"-aq"_s}).text.trimmed().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->row(u"base 1"_s).isValid(), Patience);
}

void tst_WindowEngine::followsTheEngine()
{
    m_driver->click(u"tools 1"_s);
    QCOMPARE(m_engine.docker({u"rmi"_s, u"app:1"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);
    QCOMPARE(m_engine.docker({u"tag"_s, u"tools:1"_s, u"tools:2"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(u"tools 2 tag(s)"_s).isValid(), Patience);
    QCOMPARE(m_driver->selectedRows(), QStringList({u"tools 2 tag(s)"_s}));
}

void tst_WindowEngine::theEngineGoesAndComesBack()
{
    m_engine.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->banner().isEmpty(), Patience);
    QVERIFY(!m_driver->action(u"removeAllAction"_s)->isEnabled());
    QCOMPARE(m_engine.start(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->banner().isEmpty(), Patience);
    QCOMPARE(m_driver->rows().size(), 4);
    m_driver->click(u"app 1"_s);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    QVERIFY(confirm());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);
}

void tst_WindowEngine::pullsAndRemovesAgain()
{
    Registry registry;
    const QString problem = registry.start();
    if (!problem.isEmpty()) {
        QSKIP(qPrintable(problem));
    }
    const QString name = registry.address() + "/tools:1"_L1;
    QCOMPARE(m_engine.docker({u"tag"_s, u"tools:1"_s, name}).exitCode, 0);
    QCOMPARE(m_engine.docker({u"push"_s, name}).exitCode, 0);
    QCOMPARE(m_engine.docker({u"rmi"_s, name, u"tools:1"_s}).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);

    m_driver->action(u"pullAction"_s)->trigger();
    auto *dialog = m_window->findChild<PullDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *box = dialog->findChild<QLineEdit *>();
    box->setText(name);
    QTest::keyClick(box, Qt::Key_Return);
    const QString repository = registry.address() + "/tools"_L1;
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(repository + " 1"_L1).isValid(), Patience);
    QVERIFY(dialog->findChild<QTreeView *>()->model()->rowCount() >= 2);
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"status"_s)->text().contains("Downloaded newer image"_L1));
    QVERIFY(m_driver->logLines().join(u'\n').contains("Digest: sha256:"_L1));
    dialog->close();

    m_driver->click(repository + " 1"_L1);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    QVERIFY(lines(m_driver->removalDialog()->plan()).contains("Untagged: "_L1 + repository + "@sha256:"_L1));
    QVERIFY(confirm());
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->row(repository + " 1"_L1).isValid(), Patience);
}

QTEST_MAIN(tst_WindowEngine)
#include "tst_windowengine.moc"

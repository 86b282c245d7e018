// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakeengine.h"
#include "fakes/storetext.h"
#include "gui/pulldialog.h"
#include "gui/removaldialog.h"
#include "gui/windowdriver.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTextEdit>
#include <QToolBar>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Scene = uR"(
    a: a:1
    b: b:1 b:2
    c: c:1
    d: d:1
    web = c running
)"_s;

QString manyImages(int count)
{
    QString text;
    for (int i = 0; i < count; ++i) {
        text += u"i%1: app:%1\n"_s.arg(i, 5, 10, QLatin1Char('0'));
    }
    return text;
}

/// A window over an engine, shown and filled.
struct Shown
{
    explicit Shown(const QString &scene)
        : engine(scene)
    {
        window.resize(900, 700);
        window.show();
        session.start();
    }

    bool isFilled() const
    {
        return QTest::qWaitFor([this] { return session.snapshot() && session.isConnected(); });
    }

    void sortByName() const { driver.images()->sortByColumn(0, Qt::AscendingOrder); }

    FakeEngine engine;
    Session session{engine.factory()};
    MainWindow window{session};
    WindowDriver driver{window};
};

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { WindowDriver::forgetSettings(); }

    void selectsByDraggingOverRows();
    void selectsByARubberBand();
    void escapeTakesTheBandBack();
    void selectsWithTheKeyboard();
    void deleteKeyAsksAndEnterRemoves();
    void escapeLeavesEverything();
    void aReferenceGoesAlone();
    void usedImageNeedsForce();
    void removesAll();
    void refreshKeepsSelectionAndPlace();
    void filters();
    void copiesNamesAndIds();
    void busyShowsProgressAndCancels();
    void onePreviewOrPullAtATime();
    void aChangeRenewsThePreview();
    void warnsOfAStoreThatNobodyVerifies();
    void tellsOfALossAndRecovers();
    void startsWithoutAnEngine();
    void deleteInTheFilterBoxRemovesNothing();
};

void tst_MainWindow::selectsByDraggingOverRows()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.dragOverRows(u"a 1"_s, u"c 1"_s);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s, u"b 2 tag(s)"_s, u"c 1"_s}));
    QTRY_COMPARE(
        shown.driver.selectionText(), u"3 selected, 0 B in size, frees 0 B; 1 of them stay: in use"_s);
}

void tst_MainWindow::selectsByARubberBand()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.dragFromEmptySpace(u"c 1"_s);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"c 1"_s, u"d 1"_s}));
    shown.driver.click(u"a 1"_s);
    shown.driver.dragFromEmptySpace(u"d 1"_s, Qt::ControlModifier);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s, u"d 1"_s}));
    QTest::mouseClick(shown.driver.images()->viewport(), Qt::LeftButton, {},
        shown.driver.images()->viewport()->rect().bottomRight() - QPoint(20, 5));
    QVERIFY(shown.driver.selectedRows().isEmpty());
}

void tst_MainWindow::escapeTakesTheBandBack()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.click(u"a 1"_s);
    QTreeView *view = shown.driver.images();
    const QPoint start = view->viewport()->rect().bottomRight() - QPoint(20, 5);
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, start);
    QTest::mouseMove(view->viewport(), view->visualRect(shown.driver.row(u"c 1"_s)).center());
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"c 1"_s, u"d 1"_s}));
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s}));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, start);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s}));
}

void tst_MainWindow::selectsWithTheKeyboard()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.click(u"a 1"_s);
    shown.driver.press(Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s, u"b 2 tag(s)"_s}));
    shown.driver.press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(shown.driver.selectedRows().size(), 4);
    shown.driver.click(u"d 1"_s, Qt::ControlModifier);
    QCOMPARE(shown.driver.selectedRows().size(), 3);
}

void tst_MainWindow::deleteKeyAsksAndEnterRemoves()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.dragOverRows(u"a 1"_s, u"b 2 tag(s)"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    const QList<RemovalLine> predicted = shown.driver.removalDialog()->plan().predictedLines();
    QCOMPARE(linesText(predicted), u"Untagged: a:1\nDeleted: a\nUntagged: b:1\nUntagged: b:2\nDeleted: b"_s);
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Return);
    QTRY_VERIFY(!shown.session.isBusy() && shown.session.snapshot()->images().size() == 2);
    QStringList lines = shown.driver.logLines();
    lines.removeFirst();
    QCOMPARE(lines.takeLast(), u"Gone for good, no undo brings back: a:1, b:1"_s);
    QCOMPARE(lines.last(),
        u"2 image(s) deleted, 3 reference(s) untagged, 0 layer(s) deleted, 0 B freed, as predicted"_s);
    lines.removeLast();
    QStringList expected;
    std::ranges::transform(predicted, std::back_inserter(expected), lineText);
    QCOMPARE(lines, expected);
    QCOMPARE(shown.driver.rows(), QStringList({u"c 1"_s, u"d 1"_s}));
}

void tst_MainWindow::escapeLeavesEverything()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    QSignalSpy busy(&shown.session, &Session::busyChanged);
    shown.driver.click(u"a 1"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Escape);
    QTRY_VERIFY(!shown.driver.removalDialog());
    QVERIFY(busy.isEmpty());
    QCOMPARE(shown.engine.snapshot()->images().size(), 4);
}

void tst_MainWindow::aReferenceGoesAlone()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.images()->expandAll();
    shown.driver.click(u"  b 2"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    QCOMPARE(planText(shown.driver.removalDialog()->plan()), u"Untagged: b:2\nKept: b named b:1"_s);
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Return);
    QTRY_COMPARE(shown.driver.rows(), QStringList({u"a 1"_s, u"b 1"_s, u"c 1"_s, u"d 1"_s}));
}

void tst_MainWindow::usedImageNeedsForce()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.driver.click(u"c 1"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    RemovalDialog *dialog = shown.driver.removalDialog();
    const QPushButton *remove = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    QVERIFY(!remove->isEnabled());
    dialog->findChild<QCheckBox *>()->click();
    QTRY_VERIFY(remove->isEnabled());
    QCOMPARE(planText(dialog->plan()), u"Stopped: web\nRemoved: web\nUntagged: c:1\nDeleted: c"_s);
    QTest::mouseClick(const_cast<QPushButton *>(remove), Qt::LeftButton);
    QTRY_VERIFY(shown.engine.snapshot()->containers().isEmpty());
    QTRY_VERIFY(shown.driver.logLines().contains(u"Stopped: web"_s));
}

void tst_MainWindow::removesAll()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.driver.action(u"removeAllAction"_s)->trigger();
    QTRY_VERIFY(shown.driver.removalDialog());
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Return);
    QTRY_COMPARE(shown.driver.rows(), QStringList({u"c 1"_s}));
    QTRY_VERIFY(shown.driver.logLines().contains(u"c:1 stays: used by web (running)"_s));
}

void tst_MainWindow::refreshKeepsSelectionAndPlace()
{
    Shown shown(manyImages(2000));
    QVERIFY(shown.isFilled());
    shown.sortByName();
    QTreeView *view = shown.driver.images();
    const QModelIndex chosen = shown.driver.row(u"app 01000"_s);
    view->setCurrentIndex(chosen);
    view->scrollTo(chosen, QAbstractItemView::PositionAtTop);
    const int place = view->visualRect(chosen).top();
    QStringList lines = manyImages(2000).split(u'\n', Qt::SkipEmptyParts);
    lines.remove(1500, 100);
    lines.remove(500, 100);
    lines << u"new: new:1"_s;
    shown.engine.set(storeFromText(lines.join(u'\n')));
    shown.driver.press(Qt::Key_F5);
    QTRY_COMPARE(view->model()->rowCount(), 1801);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"app 01000"_s}));
    QCOMPARE(view->currentIndex().siblingAtColumn(1).data().toString(), u"01000"_s);
    QCOMPARE(view->visualRect(view->currentIndex()).top(), place);
}

void tst_MainWindow::filters()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.action(u"findAction"_s)->trigger();
    auto *box = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(box);
    QTest::keyClicks(box, u"web"_s);
    QCOMPARE(shown.driver.rows(), QStringList({u"c 1"_s}));
    box->clear();
    QCOMPARE(shown.driver.rows().size(), 4);
}

void tst_MainWindow::copiesNamesAndIds()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    shown.driver.dragOverRows(u"a 1"_s, u"b 2 tag(s)"_s);
    shown.driver.action(u"copyNameAction"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"a:1\nb:1\nb:2"_s);
    shown.driver.action(u"copyIdAction"_s)->trigger();
    QCOMPARE(
        QGuiApplication::clipboard()->text(), imageIdOf(u"a"_s).text() + u'\n' + imageIdOf(u"b"_s).text());
}

void tst_MainWindow::busyShowsProgressAndCancels()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.sortByName();
    const auto *progress = shown.window.statusBar()->findChild<QProgressBar *>();
    QVERIFY(!progress->isVisible());
    shown.engine.isStuck = true;
    shown.driver.dragOverRows(u"a 1"_s, u"b 2 tag(s)"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Return);
    QTRY_VERIFY(progress->isVisible());
    QCOMPARE(progress->maximum(), 3);
    QVERIFY(!shown.driver.action(u"removeAction"_s)->isEnabled());
    QVERIFY(!shown.driver.action(u"removeAllAction"_s)->isEnabled());
    shown.driver.click(u"d 1"_s);
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"d 1"_s}));
    shown.driver.action(u"cancelAction"_s)->trigger();
    shown.engine.isStuck = false;
    QTRY_VERIFY(!progress->isVisible());
    // Behind it stands what no undo brings back of what went before.
    QTRY_VERIFY(shown.driver.logLines().last().startsWith("Gone for good"_L1));
    QVERIFY(shown.driver.logLines().at(shown.driver.logLines().size() - 2).contains("cancelled"_L1));
    QTRY_VERIFY(shown.driver.action(u"removeAction"_s)->isEnabled());
}

void tst_MainWindow::onePreviewOrPullAtATime()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    auto *pull = shown.window.findChild<PullDialog *>();
    const auto *button = pull->findChild<QPushButton *>(u"pullButton"_s);
    shown.driver.action(u"pullAction"_s)->trigger();
    pull->findChild<QLineEdit *>()->setText(u"new:1"_s);
    QVERIFY(button->isEnabled());
    shown.driver.click(u"a 1"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    QVERIFY(!button->isEnabled());
    QTest::keyClick(shown.driver.removalDialog(), Qt::Key_Escape);
    QTRY_VERIFY(button->isEnabled());
    shown.engine.isStuck = true;
    QTest::keyClick(pull->findChild<QLineEdit *>(), Qt::Key_Return);
    QTRY_VERIFY(shown.session.isBusy());
    QVERIFY(!shown.driver.action(u"removeAction"_s)->isEnabled());
    shown.engine.isStuck = false;
    QTRY_VERIFY(shown.driver.row(u"new 1"_s).isValid());
    QTRY_VERIFY(button->isEnabled());
}

void tst_MainWindow::aChangeRenewsThePreview()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.driver.click(u"a 1"_s);
    shown.driver.press(Qt::Key_Delete);
    QTRY_VERIFY(shown.driver.removalDialog());
    shown.engine.set(storeFromText(Scene + u"\nnew = a created"_s));
    shown.session.refresh();
    QTRY_COMPARE(planText(shown.driver.removalDialog()->plan()), u"Kept: a used by new/created"_s);
    QVERIFY(shown.driver.removalDialog()->findChild<QWidget *>(u"changedLabel"_s)->isVisible());
}

void tst_MainWindow::warnsOfAStoreThatNobodyVerifies()
{
    const SnapshotPtr known = storeFromText(Scene);
    StoreInfo info = known->store();
    info.isUnverified = true;
    const auto unverified = std::make_shared<const Snapshot>(info, known->images(), known->containers());
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    QCOMPARE(shown.driver.banner(), QString());
    shown.engine.set(unverified);
    shown.session.refresh();
    QTRY_VERIFY(shown.driver.banner().startsWith("Nobody verifies who answers"_L1));
    QVERIFY(shown.window.findChild<QLabel *>(u"bannerIcon"_s)->isVisible());
    QVERIFY(shown.window.windowTitle().contains("(not verified)"_L1));
    // After a loss as before it.
    shown.engine.isDown = true;
    QTRY_VERIFY(!shown.driver.banner().startsWith("Nobody verifies who answers"_L1));
    shown.engine.isDown = false;
    QTRY_VERIFY_WITH_TIMEOUT(shown.driver.banner().startsWith("Nobody verifies who answers"_L1), 10'000);
    shown.engine.set(known);
    shown.session.refresh();
    QTRY_COMPARE(shown.driver.banner(), QString());
    QVERIFY(!shown.window.windowTitle().contains("(not verified)"_L1));
}

void tst_MainWindow::tellsOfALossAndRecovers()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.driver.click(u"a 1"_s);
    shown.engine.isDown = true;
    QTRY_VERIFY(!shown.driver.banner().isEmpty());
    QCOMPARE(shown.driver.rows().size(), 4);
    QVERIFY(!shown.driver.action(u"removeAction"_s)->isEnabled());
    shown.engine.isDown = false;
    QTRY_VERIFY_WITH_TIMEOUT(shown.driver.banner().isEmpty(), 10'000);
    QTRY_VERIFY(shown.driver.action(u"removeAction"_s)->isEnabled());
    QCOMPARE(shown.driver.selectedRows(), QStringList({u"a 1"_s}));
}

void tst_MainWindow::startsWithoutAnEngine()
{
    FakeEngine engine(Scene);
    engine.isDown = true;
    Session session(engine.factory());
    MainWindow window(session);
    const WindowDriver driver(window);
    window.show();
    session.start();
    const auto *problem = window.findChild<QWidget *>(u"problemPage"_s);
    QTRY_VERIFY(!session.isConnected() && problem->isVisible());
    QTRY_VERIFY(problem->findChild<QTextEdit *>(u"problemText"_s)->toPlainText().contains("fake"_L1));
    QVERIFY(!driver.action(u"removeAllAction"_s)->isEnabled());
    engine.isDown = false;
    QTest::mouseClick(problem->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(driver.rows().size(), 4);
}

void tst_MainWindow::deleteInTheFilterBoxRemovesNothing()
{
    Shown shown(Scene);
    QVERIFY(shown.isFilled());
    shown.driver.click(u"a 1"_s);
    auto *box = shown.window.findChild<QToolBar *>()->findChild<QLineEdit *>();
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Delete);
    QTest::qWait(50);
    QVERIFY(!shown.driver.removalDialog());
}

QTEST_MAIN(tst_MainWindow)
#include "tst_mainwindow.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/shownmap.h"

#include <QContextMenuEvent>
#include <QRubberBand>
#include <QScrollBar>
#include <QSignalSpy>

using namespace jettison;

class tst_LayerMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clicksSelect()
    {
        Shown s;
        const QSignalSpy selections(&s.map, &LayerMap::layersSelected);
        s.click(u"python"_s);
        QCOMPARE(s.selected(), u"python"_s);
        s.click(u"go"_s, Qt::ControlModifier);
        QCOMPARE(s.selected(), u"go python"_s);
        s.click(u"python"_s, Qt::ControlModifier);
        QCOMPARE(s.selected(), u"go"_s);
        s.click(u"app"_s);
        s.click(u"web"_s, Qt::ShiftModifier);
        QCOMPARE(s.selected(), u"app web"_s);
        s.click(u"base"_s, Qt::ShiftModifier); // the chain from app down
        QCOMPARE(s.selected(), u"app base python"_s);
        QCOMPARE(selections.size(), 6);
        QTest::mouseClick(s.map.viewport(), Qt::LeftButton, {}, {400, 350});
        QCOMPARE(s.selected(), QString());
    }

    void doubleClicksZoom()
    {
        Shown s;
        s.doubleClick(u"python"_s);
        QVERIFY(s.fillsTheWidth(u"python"_s));
        s.doubleClick(u"web"_s);
        QVERIFY(s.fillsTheWidth(u"web"_s));
        s.doubleClick(u"python"_s);
        QVERIFY(s.fillsTheWidth(u"base"_s)); // it was wider than the view: on to what it stands on
        s.doubleClick(u"go"_s);
        s.doubleClick(u"base"_s);
        QCOMPARE(s.map.view().span, s.map.places().weight());
    }

    void wheelZoomsAroundThePointer()
    {
        Shown s;
        const QPoint point = s.at(u"web"_s);
        const double before = s.map.view().at(point.x());
        s.turnWheel(point, 60);
        QVERIFY(s.map.view().span < s.map.places().weight() / 3);
        QVERIFY(std::abs(s.map.view().at(point.x()) - before) < 1e-6);
        const double start = s.map.view().start;
        s.turnWheel(point, -15, Qt::ShiftModifier);
        QVERIFY(s.map.view().start > start);
        QVERIFY(s.map.horizontalScrollBar()->maximum() > 0);
        s.map.horizontalScrollBar()->setValue(0);
        QCOMPARE(s.map.view().start, 0.0);
        s.turnWheel(point, -600);
        QCOMPARE(s.map.view().span, s.map.places().weight());
        s.turnWheel(point, 60000); // as close as it gets: the lightest layer fills the width
        QVERIFY(s.map.view().span >= 1);
    }

    void keysMoveAndSelect()
    {
        Shown s;
        s.press(Qt::Key_Down);
        QCOMPARE(s.current(), u"base"_s);
        s.press(Qt::Key_Down);
        s.press(Qt::Key_Right);
        QCOMPARE(s.current(), u"go"_s);
        QCOMPARE(s.selected(), QString());
        s.press(Qt::Key_Space);
        QCOMPARE(s.selected(), u"go"_s);
        s.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(s.selected(), u"go python"_s);
        s.press(Qt::Key_Down);
        s.press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(s.selected(), u"app go python"_s);
        s.press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(s.selected(), u"go python"_s);
        s.press(Qt::Key_Up);
        s.press(Qt::Key_Return);
        QCOMPARE(s.selected(), u"python"_s);
    }

    void keysZoom()
    {
        Shown s;
        s.press(Qt::Key_Plus);
        s.press(Qt::Key_Plus);
        const double close = s.map.view().span;
        QVERIFY(close < s.map.places().weight() / 2);
        s.press(Qt::Key_Minus);
        QVERIFY(s.map.view().span > close);
        s.press(Qt::Key_Escape);
        QCOMPARE(s.map.view().span, s.map.places().weight());
        s.press(Qt::Key_Plus);
        s.press(Qt::Key_Home);
        QCOMPARE(s.map.view().span, s.map.places().weight());
    }

    void currentIsBroughtIntoSight()
    {
        Shown s(Store + u"tiny: tiny:1 [base=1000 tiny=0]\n"_s);
        s.map.resize(30, 400); // too slim for it
        QVERIFY(s.map.visibleRect(s.find(u"tiny"_s)).isEmpty());
        s.map.setCurrent(s.find(u"tiny"_s));
        QVERIFY(!s.map.visibleRect(s.find(u"tiny"_s)).isEmpty());
        s.map.setCurrent(s.find(u"base"_s));
        QVERIFY(!s.map.visibleRect(s.find(u"base"_s)).isEmpty());
    }

    void bandSelects()
    {
        Shown s;
        const QPoint below = {s.at(u"web"_s).x(), s.map.visibleRect(s.find(u"web"_s)).bottom() + 30};
        s.drag(below, s.at(u"app"_s));
        QCOMPARE(s.selected(), u"app web"_s);
        s.drag(s.at(u"go"_s), s.at(u"go"_s) + QPoint(10, 1), Qt::ControlModifier);
        QCOMPARE(s.selected(), u"app go web"_s);
        s.drag(below, below + QPoint(20, 20));
        QCOMPARE(s.selected(), QString());
    }

    void escapeTakesTheBandBack()
    {
        Shown s;
        s.click(u"go"_s);
        QTest::mousePress(s.map.viewport(), Qt::LeftButton, {}, s.at(u"app"_s));
        QTest::mouseMove(s.map.viewport(), s.at(u"web"_s));
        QCOMPARE(s.selected(), u"app web"_s);
        QVERIFY(s.map.findChild<QRubberBand *>()->isVisible());
        s.press(Qt::Key_Escape);
        QVERIFY(!s.map.findChild<QRubberBand *>()->isVisible());
        QCOMPARE(s.selected(), u"go"_s);
        QTest::mouseMove(s.map.viewport(), s.at(u"base"_s));
        QTest::mouseRelease(s.map.viewport(), Qt::LeftButton, {}, s.at(u"base"_s));
        QCOMPARE(s.selected(), u"go"_s);
    }

    void newSnapshotKeepsSelectionAndZoom()
    {
        Shown s;
        s.doubleClick(u"python"_s);
        s.map.selectLayers({s.find(u"python"_s), s.find(u"app"_s)});
        const QSignalSpy selections(&s.map, &LayerMap::layersSelected);
        s.map.setSnapshot(storeFromText(u"other: other:1 [first=5000]\n"_s + Store.section(u'\n', 1)));
        QCOMPARE(s.selected(), u"python"_s);
        QCOMPARE(s.current(), u"python"_s);
        QVERIFY(s.fillsTheWidth(u"python"_s));
        s.map.setSnapshot(storeFromText(u"go: go:1 [base=1000 go=400]\nx: x:1 [x=5]"_s));
        QCOMPARE(s.selected(), QString());
        QVERIFY(s.map.places().around(s.map.view()) != LayerGraph::None); // still near where python was
        s.map.setSnapshot(storeFromText(QString()));
        QVERIFY(selections.isEmpty());
        s.map.showAll();
        s.map.setSnapshot(storeFromText(Store));
        QCOMPARE(s.map.view().span, s.map.places().weight());
    }

    void menuComesForTheSelection()
    {
        Shown s;
        const QSignalSpy menus(&s.map, &LayerMap::menuRequested);
        const auto ask = [&](QContextMenuEvent::Reason reason, QPoint at) {
            QContextMenuEvent event(reason, at, s.map.viewport()->mapToGlobal(at));
            QApplication::sendEvent(s.map.viewport(), &event);
        };
        ask(QContextMenuEvent::Keyboard, {});
        ask(QContextMenuEvent::Mouse, {400, 350});
        QCOMPARE(menus.size(), 0);
        s.map.selectLayers({s.find(u"app"_s), s.find(u"go"_s)});
        ask(QContextMenuEvent::Mouse, s.at(u"go"_s));
        QCOMPARE(s.selected(), u"app go"_s);
        ask(QContextMenuEvent::Mouse, s.at(u"web"_s));
        QCOMPARE(s.selected(), u"web"_s);
        ask(QContextMenuEvent::Keyboard, {});
        QCOMPARE(menus.size(), 3);
        QCOMPARE(menus.last().first().toPoint(), s.map.viewport()->mapToGlobal(s.at(u"web"_s)));
    }
};

QTEST_MAIN(tst_LayerMap)
#include "tst_layermap.moc"

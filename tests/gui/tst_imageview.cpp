// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/imageview.h"

#include <QHeaderView>
#include <QRubberBand>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// A view of some rows, with empty space below them and to their right.
struct Shown
{
    QStandardItemModel model;
    ImageView view;

    explicit Shown(int rows, QSize size = {400, 300})
        : model(rows, 2)
    {
        for (int row = 0; row < rows; ++row) {
            model.setItem(row, 0, new QStandardItem(QString::number(row)));
        }
        view.setModel(&model);
        view.sortByColumn(-1, Qt::AscendingOrder);
        view.header()->setStretchLastSection(false);
        view.header()->resizeSection(0, 100);
        view.header()->resizeSection(1, 100);
        view.resize(size);
        view.show();
    }

    QPoint at(int row) const { return view.visualRect(model.index(row, 0)).center(); }
    QPoint below() const { return {50, view.viewport()->height() - 3}; }
    QPoint rightOf(int row) const { return {view.viewport()->width() - 5, at(row).y()}; }

    void press(QPoint point, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(view.viewport(), Qt::LeftButton, keys, point);
    }
    void move(QPoint point) { QTest::mouseMove(view.viewport(), point); }
    void release(QPoint point, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, keys, point);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        press(from, keys);
        move((from + to) / 2);
        move(to);
        release(to, keys);
    }
    QList<int> selected() const
    {
        QList<int> rows;
        for (const QModelIndex &index : view.selectionModel()->selectedRows()) {
            rows << index.row();
        }
        std::ranges::sort(rows);
        return rows;
    }
    bool hasBand() const { return view.findChild<QRubberBand *>()->isVisible(); }
};

} // namespace

class tst_ImageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dragOverRowsSelectsThem()
    {
        Shown s(6);
        s.drag(s.at(1), s.at(3));
        QCOMPARE(s.selected(), QList<int>({1, 2, 3}));
        s.drag(s.at(5), s.at(4));
        QCOMPARE(s.selected(), QList<int>({4, 5}));
    }

    void bandFromBelow()
    {
        Shown s(6);
        s.press(s.below());
        QVERIFY(s.hasBand());
        s.move(s.at(4));
        QCOMPARE(s.selected(), QList<int>({4, 5}));
        s.move(s.at(2));
        QCOMPARE(s.selected(), QList<int>({2, 3, 4, 5}));
        s.move(s.at(5));
        QCOMPARE(s.selected(), QList<int>({5}));
        s.release(s.at(5));
        QVERIFY(!s.hasBand());
        QCOMPARE(s.selected(), QList<int>({5}));
    }

    void bandFromTheSide()
    {
        Shown s(6);
        s.drag(s.rightOf(1), s.rightOf(3));
        QCOMPARE(s.selected(), QList<int>({1, 2, 3}));
        s.drag(s.rightOf(4), s.at(0) - QPoint(0, 100));
        QCOMPARE(s.selected(), QList<int>({0, 1, 2, 3, 4}));
    }

    void bandTouchesChildRows()
    {
        Shown s(3);
        s.model.item(1)->appendRow({new QStandardItem(u"child"_s), new QStandardItem});
        s.view.expandAll();
        s.drag(s.below(), s.at(1));
        QCOMPARE(s.view.selectionModel()->selectedRows().size(), 3);
    }

    void clickOnEmptySpaceSelectsNothing()
    {
        Shown s(6);
        s.drag(s.at(1), s.at(2));
        s.drag(s.below(), s.below());
        QVERIFY(s.selected().isEmpty());
        QVERIFY(!s.hasBand());
    }

    void ctrlAdds()
    {
        Shown s(6);
        s.drag(s.at(0), s.at(1));
        s.drag(s.below(), s.at(5), Qt::ControlModifier);
        QCOMPARE(s.selected(), QList<int>({0, 1, 5}));
        s.drag(s.rightOf(3), s.rightOf(3) + QPoint(0, 2), Qt::ControlModifier);
        QCOMPARE(s.selected(), QList<int>({0, 1, 3, 5}));
    }

    void escapeRestores()
    {
        Shown s(6);
        s.drag(s.at(0), s.at(1));
        s.press(s.below());
        s.move(s.at(3));
        QCOMPARE(s.selected(), QList<int>({3, 4, 5}));
        QTest::keyClick(&s.view, Qt::Key_Escape);
        QVERIFY(!s.hasBand());
        QCOMPARE(s.selected(), QList<int>({0, 1}));
        s.move(s.at(2));
        s.release(s.at(2));
        QCOMPARE(s.selected(), QList<int>({0, 1}));
    }

    void bandScrolls()
    {
        Shown s(100);
        QScrollBar *bar = s.view.verticalScrollBar();
        s.press(s.rightOf(2));
        s.move({s.rightOf(2).x(), s.view.viewport()->height() + 60});
        QTRY_COMPARE(bar->value(), bar->maximum());
        QTRY_COMPARE(s.selected().size(), 98);
        s.move({s.rightOf(2).x(), -60});
        QTRY_COMPARE(bar->value(), 0);
        QTRY_COMPARE(s.selected(), QList<int>({0, 1, 2}));
        s.release({10, -60});
        QVERIFY(!s.hasBand());
    }

    void worksWithoutRows()
    {
        Shown s(0);
        s.drag({10, 10}, {50, 50});
        QVERIFY(s.selected().isEmpty());
    }

    void selectsAllByKey()
    {
        Shown s(6);
        QTest::keyClick(&s.view, Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(s.selected().size(), 6);
    }

    void extendsByShift()
    {
        Shown s(6);
        QTest::mouseClick(s.view.viewport(), Qt::LeftButton, {}, s.at(1));
        QTest::mouseClick(s.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, s.at(4));
        QCOMPARE(s.selected(), QList<int>({1, 2, 3, 4}));
    }
};

QTEST_MAIN(tst_ImageView)
#include "tst_imageview.moc"

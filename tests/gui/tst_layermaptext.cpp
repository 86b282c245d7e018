// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/shownmap.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QSet>
#include <QToolTip>

using namespace jettison;

/// What the map says: to the ear, in tool tips, and by how boxes look.
class tst_LayerMapText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenReadersHearTheCurrentLayer()
    {
        Shown s;
        QAccessibleInterface *map = QAccessible::queryAccessibleInterface(&s.map);
        QVERIFY(map);
        QCOMPARE(map->role(), QAccessible::List);
        QCOMPARE(map->childCount(), 5);
        QTRY_VERIFY(s.map.hasFocus());
        QVERIFY(!map->focusChild());
        s.press(Qt::Key_Down);
        QVERIFY(map->focusChild());
        QCOMPARE(map->focusChild()->text(QAccessible::Name), u"COPY base, 1 kB, 3 image(s)"_s);
        s.press(Qt::Key_Down);
        QAccessibleInterface *python = map->focusChild();
        QCOMPARE(python->text(QAccessible::Name), u"COPY python, 500 B, 2 image(s)"_s);
        QVERIFY(!python->state().selected);
        s.press(Qt::Key_Space);
        QVERIFY(python->state().selected && python->state().focused);
        QCOMPARE(python->role(), QAccessible::ListItem);
        QCOMPARE(map->child(map->indexOfChild(python)), python);
        QCOMPARE(map->childAt(python->rect().center().x(), python->rect().center().y()), python);
        QVERIFY(map->rect().contains(python->rect()));
        QAccessibleInterface *go = map->childAt(s.map.viewport()->mapToGlobal(s.at(u"go"_s)).x(),
            s.map.viewport()->mapToGlobal(s.at(u"go"_s)).y());
        QVERIFY(go && go->actionInterface());
        go->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
        QCOMPARE(s.selected(), u"go python"_s);
        s.map.setSnapshot(storeFromText(u"go: go:1 [base=1000 go=400]\n"_s));
        QVERIFY(go->isValid() && !python->isValid());
        QCOMPARE(map->indexOfChild(python), -1);
    }

    void tellsWhatGoes()
    {
        QString many = Store;
        for (int i = 0; i < 2000; ++i) {
            many += u"s%1: s:%1 [base=1000 s%1=1]\n"_s.arg(i);
        }
        Shown s(many);
        const SnapshotPtr snapshot = storeFromText(many);
        const RemovalEffect effect =
            RemovalEffect::of(RemovalPlan::make(snapshot, targetsFromText({u"s3"_s, u"go"_s}), {}));
        s.map.setEffect(effect);
        const auto strip = std::ranges::find_if(s.map.boxes(), &LayerMapLayout::Box::isStrip);
        QVERIFY(strip != s.map.boxes().end());
        QCOMPARE(
            s.map.toolTip(*strip), u"2000 layer(s) too small to draw, 2 kB together\n1 of them go(es)"_s);
        const LayerMapLayout::Box go = s.map.places().boxAt(s.at(u"go"_s), s.map.view());
        QVERIFY(s.map.toolTip(go).contains(u"\ngoes\n"_s));
        QHelpEvent help(QEvent::ToolTip, s.at(u"go"_s), s.map.viewport()->mapToGlobal(s.at(u"go"_s)));
        QApplication::sendEvent(s.map.viewport(), &help);
        QVERIFY(QToolTip::text().contains(u"COPY go"_s));

        // By more than colour: what goes is hatched, what stays is even but for its bar.
        const QImage image = s.map.viewport()->grab().toImage();
        const QRect hatched = s.map.visibleRect(s.find(u"go"_s)).adjusted(2, 2, -2, -6);
        QSet<QRgb> colors;
        for (int x = hatched.left() + hatched.width() / 2; x < hatched.right(); ++x) {
            colors << image.pixel(x, hatched.top() + 1);
        }
        QVERIFY(colors.size() > 1);
    }
};

QTEST_MAIN(tst_LayerMapText)
#include "tst_layermaptext.moc"

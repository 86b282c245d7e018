// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "gui/removaldialog.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Store = u"a: app:1 app:2\nb: b:1\nweb = a running"_s;

struct Open
{
    RemovalDialog dialog;
    QSignalSpy confirmed{&dialog, &RemovalDialog::confirmed};

    explicit Open(const QStringList &targets, bool force = false, const QString &store = Store)
        : dialog(storeFromText(store), targetsFromText(targets), {.force = force})
    {
        dialog.show();
        QApplication::setActiveWindow(&dialog);
    }

    template <typename T> T *child(const QString &name) const { return dialog.findChild<T *>(name); }
    QPushButton *button(QDialogButtonBox::StandardButton button) const
    {
        return child<QDialogButtonBox>(u"buttons"_s)->button(button);
    }
    QPushButton *remove() const { return button(QDialogButtonBox::Ok); }
    QPushButton *cancel() const { return button(QDialogButtonBox::Cancel); }
    QStringList groups() const
    {
        const QAbstractItemModel *model = child<QTreeView>(u"planView"_s)->model();
        QStringList groups;
        for (int row = 0; row < model->rowCount(); ++row) {
            groups << model->index(row, 0).data().toString();
        }
        return groups;
    }
    bool noteIsShown() const { return child<QLabel>(u"changedLabel"_s)->isVisible(); }
};

} // namespace

class tst_RemovalDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePlanInGroups()
    {
        const Open o({u"a"_s, u"b"_s}, true);
        QCOMPARE(o.groups(),
            QStringList({u"Containers stopped and removed: 1"_s, u"References untagged: 3"_s,
                u"Images deleted: 2"_s}));
        const auto *view = o.child<QTreeView>(u"planView"_s);
        QVERIFY(view->isExpanded(view->model()->index(0, 0)));
        QVERIFY2(o.remove()->text().contains(u"2 image"_s), qPrintable(o.remove()->text()));
        QVERIFY(!o.noteIsShown());
    }

    void forceTogglesContainers()
    {
        const Open o({u"a"_s, u"b"_s});
        QCOMPARE(o.groups(),
            QStringList({u"References untagged: 1"_s, u"Images deleted: 1"_s, u"Images that stay: 1"_s}));
        auto *force = o.child<QCheckBox>(u"force"_s);
        QVERIFY(!o.child<QSpinBox>(u"stopTimeout"_s)->isEnabled());
        force->click();
        QVERIFY(o.dialog.plan().options.force);
        QCOMPARE(o.groups().size(), 3);
        QVERIFY(o.groups().first().startsWith(u"Containers"_s));
        QVERIFY(o.child<QSpinBox>(u"stopTimeout"_s)->isEnabled());
        o.child<QSpinBox>(u"stopTimeout"_s)->setValue(3);
        QCOMPARE(o.dialog.plan().options.stopTimeout, std::chrono::seconds(3));
        force->click();
        QVERIFY(!o.dialog.plan().options.force);
        QVERIFY(o.groups().last().startsWith(u"Images that stay"_s));
    }

    void forceIsOfferedWhereItMatters()
    {
        QVERIFY(!Open({u"b"_s}).child<QCheckBox>(u"force"_s)->isEnabled());
        QVERIFY(Open({u"a"_s}).child<QCheckBox>(u"force"_s)->isEnabled());
    }

    void enterConfirms()
    {
        Open o({u"b"_s});
        QTRY_VERIFY(o.remove()->hasFocus());
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.confirmed.size(), 1);
        const auto plan = o.confirmed.first().first().value<RemovalPlan>();
        QCOMPARE(planText(plan), u"Untagged: b:1\nDeleted: b"_s);
        QVERIFY(!o.dialog.isVisible());
    }

    void enterSparesContainers()
    {
        Open o({u"a"_s}, true);
        QTRY_VERIFY(o.cancel()->hasFocus());
        QVERIFY(o.remove()->isEnabled());
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.confirmed.size(), 0);
        QVERIFY(!o.dialog.isVisible());
    }

    void enterAfterTurningForceOnSparesContainers()
    {
        Open o({u"a"_s, u"b"_s});
        QTRY_VERIFY(o.remove()->hasFocus());
        o.child<QCheckBox>(u"force"_s)->setFocus();
        QTest::keyClick(o.child<QCheckBox>(u"force"_s), Qt::Key_Space);
        QTest::keyClick(o.child<QCheckBox>(u"force"_s), Qt::Key_Return);
        QCOMPARE(o.confirmed.size(), 0);
    }

    void escapeEmitsNothing()
    {
        Open o({u"b"_s});
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QCOMPARE(o.confirmed.size(), 0);
        QVERIFY(!o.dialog.isVisible());
    }

    void clickConfirms()
    {
        Open o({u"a"_s}, true);
        QTest::mouseClick(o.remove(), Qt::LeftButton);
        QCOMPARE(o.confirmed.size(), 1);
    }

    void nothingToRemove()
    {
        Open o({u"a"_s});
        QVERIFY(!o.remove()->isEnabled());
        QCOMPARE(o.remove()->text(), u"Nothing to remove"_s);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.confirmed.size(), 0);
    }

    void untagsOnly()
    {
        const Open o({u"a/app:1"_s});
        QVERIFY2(o.remove()->text().contains(u"ntag 1 reference"_s), qPrintable(o.remove()->text()));
        QVERIFY(!o.child<QCheckBox>(u"force"_s)->isEnabled());
    }

    void tellsOfAChangedStore()
    {
        Open o({u"a"_s, u"b"_s});
        o.dialog.setSnapshot(storeFromText(Store + u"\nc: c:1"_s));
        QVERIFY(!o.noteIsShown());
        o.dialog.setSnapshot(storeFromText(u"a: app:1 app:2\nb: b:1"_s));
        QVERIFY(o.noteIsShown());
        QVERIFY2(o.remove()->text().contains(u"2 image"_s), qPrintable(o.remove()->text()));
        // What is pressed now was meant for the preview before.
        QTest::mouseClick(o.remove(), Qt::LeftButton);
        QVERIFY(o.confirmed.isEmpty());
        QVERIFY(o.cancel()->isDefault());
        QTRY_VERIFY(o.remove()->isEnabled());
        QTest::mouseClick(o.remove(), Qt::LeftButton);
        const auto plan = o.confirmed.first().first().value<RemovalPlan>();
        QCOMPARE(
            planText(plan), u"Untagged: app:1\nUntagged: app:2\nDeleted: a\nUntagged: b:1\nDeleted: b"_s);
    }

    void tellsOfAnotherContainer()
    {
        Open o({u"a"_s, u"b"_s});
        o.dialog.setSnapshot(storeFromText(Store + u"\nmore = a exited"_s));
        QVERIFY(o.noteIsShown());
    }

    void aNewContainerTakesTheFocusFromRemove()
    {
        Open o({u"b"_s}, true);
        QTRY_VERIFY(o.remove()->hasFocus());
        o.dialog.setSnapshot(storeFromText(Store + u"\nmore = b running"_s));
        QVERIFY(o.cancel()->hasFocus());
    }

    void tellsWhatHappensAround()
    {
        Open o({u"a"_s}, true, u"a: app:1\nshop.1 = a running swarm-service:shop\njob = a running"_s);
        QCOMPARE(o.groups().mid(0, 2),
            QStringList({u"Containers stopped and removed: 2"_s, u"What else will happen: 1"_s}));
        QVERIFY(o.remove()->isEnabled());
        // Nothing goes before it was said what becomes of it.
        o.dialog.expectSurroundings();
        QVERIFY(!o.remove()->isEnabled());
        QCOMPARE(o.dialog.concernedContainers().size(), 2);
        const Surroundings surroundings{
            .fates = {{containerIdOf(u"job"_s), {.isAutoRemoved = true, .anonymousVolumes = {u"/data"_s}}},
                {containerIdOf(u"shop.1"_s), {}}}};
        o.dialog.setSurroundings(surroundings);
        QVERIFY(o.remove()->isEnabled());
        QCOMPARE(o.groups().at(1), u"What else will happen: 2"_s);
        const auto *view = o.child<QTreeView>(u"planView"_s);
        const QModelIndex group = view->model()->index(1, 0);
        QVERIFY(view->isExpanded(view->model()->index(1, 0, group)));
        // What is known already is not waited for again.
        o.dialog.expectSurroundings();
        QVERIFY(o.remove()->isEnabled());
        // Without force it says what keeps the image.
        o.child<QCheckBox>(u"force"_s)->click();
        QCOMPARE(o.groups(), QStringList({u"Images that stay: 1"_s, u"What keeps them: 2"_s}));
    }

    void whereNoContainerGoesNothingIsWaitedFor()
    {
        Open o({u"a"_s, u"b"_s});
        o.dialog.expectSurroundings();
        QVERIFY(o.remove()->isEnabled());
    }

    void copiesTheCommand()
    {
        const Open o({u"a/app:2"_s, u"b"_s}, true);
        o.child<QPushButton>(u"copyButton"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            u"jettison --host '' rm --force --time 10 app:2 "_s + imageIdOf(u"b"_s).text());
    }
};

QTEST_MAIN(tst_RemovalDialog)
#include "tst_removaldialog.moc"

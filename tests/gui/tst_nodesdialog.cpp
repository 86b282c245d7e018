// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/nodesdialog.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_NodesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsNodes()
    {
        NodesDialog dialog;
        const Route route{u"prod-2"_s, u"ssh://node2"_s};
        dialog.setRoutes({route});
        dialog.show();
        auto *view = dialog.findChild<QTreeView *>(u"view"_s);
        const auto *summary = dialog.findChild<QLabel *>(u"summary"_s);
        const QAbstractItemModelTester tester(
            view->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!view->isVisible());
        dialog.setSwarm({.part = Swarm::Part::Manager,
            .nodes = {{.id = u"1"_s, .hostName = u"node1"_s, .isThis = true},
                {.id = u"2"_s, .hostName = u"node2"_s}, {.id = u"3"_s, .hostName = u"node3"_s}}});
        QVERIFY(view->isVisible());
        QCOMPARE(view->model()->rowCount(), 3);
        const auto reach = [&](int row) {
            return view->model()->index(row, NodeModel::ReachColumn).data().toString();
        };
        QCOMPARE(reach(0), u"this engine"_s);
        QCOMPARE(reach(1), u"prod-2 (ssh://node2): not asked yet"_s);
        QCOMPARE(reach(2), u"no connection known"_s);
        // What comes later is shown at once.
        const HostAnswer dead{.error = Error{.code = ErrorCode::SshDenied, .detail = u"the reason"_s}};
        dialog.setRoutes({{route.name, route.endpoint, dead}});
        QCOMPARE(reach(1), u"prod-2 (ssh://node2): login refused"_s);
        const QString tip = view->model()->index(1, NodeModel::ReachColumn).data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains("the reason"_L1), qPrintable(tip));
        dialog.setRoutes({{route.name, route.endpoint, HostAnswer{.store = StoreInfo{}}}});
        QCOMPARE(reach(1), u"prod-2 (ssh://node2): reachable"_s);
        QVERIFY2(summary->text().contains(u"3 node"_s), qPrintable(summary->text()));
    }

    void saysWhyThereAreNone()
    {
        NodesDialog dialog;
        dialog.show();
        const auto *view = dialog.findChild<QTreeView *>(u"view"_s);
        const auto *summary = dialog.findChild<QLabel *>(u"summary"_s);
        dialog.setSwarm({.part = Swarm::Part::Manager, .nodes = {{.id = u"1"_s}}});
        dialog.setSwarm({.part = Swarm::Part::Worker, .managers = {u"10.0.0.1:2377"_s}});
        QVERIFY(!view->isVisible());
        QVERIFY(summary->text().contains(u"10.0.0.1:2377"_s));
        dialog.setError({.code = ErrorCode::NotRunning, .detail = u"unix:///x"_s});
        QVERIFY(summary->text().contains(u"unix:///x"_s));
        QCOMPARE(view->model()->rowCount(), 0);
    }

    void asksAgain()
    {
        NodesDialog dialog;
        const QSignalSpy asked(&dialog, &NodesDialog::refreshRequested);
        dialog.findChild<QPushButton *>(u"refreshButton"_s)->click();
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(tst_NodesDialog)
#include "tst_nodesdialog.moc"

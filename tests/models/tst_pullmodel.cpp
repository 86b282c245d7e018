// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/pullmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_PullModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsLayers()
    {
        using State = PullProgress::State;
        PullModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        model.update({.layer = u"a"_s, .state = State::Waiting});
        model.update({.layer = u"b"_s, .state = State::Exists});
        QCOMPARE(model.rowCount(), 2);
        model.update({.layer = u"a"_s, .state = State::Downloading, .current = 1500, .total = 3000});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(text(0, PullModel::LayerColumn), u"a"_s);
        QCOMPARE(text(0, PullModel::StateColumn), u"downloading"_s);
        QCOMPARE(text(0, PullModel::BytesColumn), u"1.5 kB of 3 kB"_s);
        QCOMPARE(text(1, PullModel::StateColumn), u"exists"_s);
        QCOMPARE(text(1, PullModel::BytesColumn), QString());
        model.update({.layer = u"b"_s, .state = State::Extracting, .current = 7});
        QCOMPARE(text(1, PullModel::BytesColumn), u"7 B"_s);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        model.update({.layer = u"b"_s, .state = State::Done});
        QCOMPARE(text(0, PullModel::StateColumn), u"done"_s);
    }
};

QTEST_GUILESS_MAIN(tst_PullModel)
#include "tst_pullmodel.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/logfiltermodel.h"
#include "models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_LogFilterModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filters()
    {
        LogModel model;
        LogFilterModel filter;
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        filter.setSourceModel(&model);
        model.append({{.kind = Message::Kind::Untagged, .text = u"Untagged: app:1"_s},
            {.kind = Message::Kind::Deleted, .text = u"Deleted: sha256:0"_s},
            {.kind = Message::Kind::Error, .text = u"App is gone"_s}});
        QCOMPARE(filter.rowCount(), 3);
        filter.setSearch(u"APP"_s);
        QCOMPARE(filter.rowCount(), 2);
        filter.setKinds({Message::Kind::Error, Message::Kind::Warning});
        QCOMPARE(filter.rowCount(), 1);
        QCOMPARE(filter.index(0, LogModel::TextColumn).data().toString(), u"App is gone"_s);
        model.append({{.kind = Message::Kind::Warning, .text = u"app stays"_s},
            {.kind = Message::Kind::Info, .text = u"app"_s}});
        QCOMPARE(filter.rowCount(), 2);
        filter.setSearch({});
        filter.setKinds({});
        QCOMPARE(filter.rowCount(), 5);
        model.clear();
        QCOMPARE(filter.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_LogFilterModel)
#include "tst_logfiltermodel.moc"

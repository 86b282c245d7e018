// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/logmodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr auto Reporting = QAbstractItemModelTester::FailureReportingMode::QtTest;

QList<Message> lines(int first, int count)
{
    QList<Message> messages;
    for (int i = first; i < first + count; ++i) {
        messages << Message{.kind = Message::Kind::Deleted, .text = QString::number(i)};
    }
    return messages;
}

QString textAt(const QAbstractItemModel &model, int row)
{
    return model.index(row, LogModel::TextColumn).data().toString();
}

} // namespace

class tst_LogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model, Reporting);
        model.append({});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.toText(), QString());
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void appendsBatches()
    {
        LogModel model;
        const QAbstractItemModelTester tester(&model, Reporting);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        model.append(lines(0, 3));
        model.append(lines(3, 2));
        QCOMPARE(inserted.size(), 2);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(textAt(model, 4), u"4"_s);
        const QModelIndex line = model.index(4, LogModel::TextColumn);
        QCOMPARE(line.data(LogModel::KindRole).toInt(), int(Message::Kind::Deleted));
        QCOMPARE(line.data(Qt::ToolTipRole).toString(), u"4"_s);
        const QString time = model.index(4, LogModel::TimeColumn).data().toString();
        QVERIFY2(QTime::fromString(time, u"HH:mm:ss"_s).isValid(), qPrintable(time));
    }

    void clears()
    {
        LogModel model(nullptr, 3);
        const QAbstractItemModelTester tester(&model, Reporting);
        model.append(lines(0, 10));
        model.clear();
        QCOMPARE(model.rowCount(), 0);
        // Nor is it told of what went before.
        QCOMPARE(model.toText(), QString());
    }

    void tellsWhatItDropped()
    {
        LogModel model(nullptr, 20);
        const QAbstractItemModelTester tester(&model, Reporting);
        model.append(lines(0, 20));
        QVERIFY(!model.toText().contains(u"older"_s));
        model.append(lines(20, 1));
        QCOMPARE(model.rowCount(), 19);
        QCOMPARE(textAt(model, 0), u"2"_s);
        QCOMPARE(textAt(model, 18), u"20"_s);
        QVERIFY(model.toText().startsWith(u"(2 older"_s));
        QVERIFY(
            model.index(0, LogModel::TimeColumn).data(Qt::ToolTipRole).toString().startsWith(u"2 older"_s));
        model.append(lines(21, 50));
        QCOMPARE(model.rowCount(), 20);
        QCOMPARE(textAt(model, 0), u"51"_s);
        QVERIFY(model.toText().startsWith(u"(51 older"_s));
    }

    void writesText()
    {
        LogModel model;
        model.append({{.kind = Message::Kind::Untagged, .text = u"Untagged: app:1"_s},
            {.kind = Message::Kind::Error, .text = u"é 删除"_s}});
        const QStringList text = model.toText().split(u'\n');
        QCOMPARE(text.size(), 3);
        QVERIFY2(text[0].endsWith(u" Untagged: app:1"_s), qPrintable(text[0]));
        QVERIFY2(
            QDateTime::fromString(text[0].section(u' ', 0, 0), Qt::ISODate).isValid(), qPrintable(text[0]));
        QVERIFY(text[1].endsWith(u" é 删除"_s));
        QVERIFY(text[2].isEmpty());
    }

    void keepsUp()
    {
        constexpr int Count = 200'000;
        LogModel model;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < Count; i += 2) {
            model.append(lines(i, 2));
        }
        QVERIFY(model.rowCount() <= 100'000);
        QCOMPARE(textAt(model, model.rowCount() - 1), QString::number(Count - 1));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(tst_LogModel)
#include "tst_logmodel.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/formatting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_Formatting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addRow("nothing") << qint64(0) << u"0 B"_s;
        QTest::addRow("bytes") << qint64(999) << u"999 B"_s;
        QTest::addRow("kilobytes") << qint64(1000) << u"1 kB"_s;
        QTest::addRow("three digits") << qint64(1'234'567) << u"1.23 MB"_s;
        QTest::addRow("no exponent") << qint64(999'499'999) << u"999 MB"_s;
        QTest::addRow("rounds up to the next unit") << qint64(999'500'000) << u"1 GB"_s;
        QTest::addRow("the most") << std::numeric_limits<qint64>::max() << u"9.22 EB"_s;
    }

    void sizes()
    {
        QFETCH(const qint64, bytes);
        QFETCH(const QString, text);
        QCOMPARE(formatSize(bytes), text);
    }

    void ages_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("beginning");
        constexpr qint64 Day = 24 * 3600;
        QTest::addRow("the clock is wrong") << qint64(-50) << u"0 second"_s;
        QTest::addRow("seconds") << qint64(59) << u"59 second"_s;
        QTest::addRow("minutes") << qint64(60) << u"1 minute"_s;
        QTest::addRow("hours") << qint64(47 * 3600) << u"47 hour"_s;
        QTest::addRow("days") << 2 * Day << u"2 day"_s;
        QTest::addRow("weeks") << 14 * Day << u"2 week"_s;
        QTest::addRow("months") << 60 * Day << u"2 month"_s;
        QTest::addRow("years") << 730 * Day << u"2 year"_s;
        QTest::addRow("a fixed time of reproducible images") << 20'000 * Day << u"54 year"_s;
    }

    void ages()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, beginning);
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        const QString text = formatAge(now.addSecs(-seconds), now);
        QVERIFY2(text.startsWith(beginning), qPrintable(text));
    }

    void noAge() { QCOMPARE(formatAge({}, QDateTime::currentDateTime()), QString()); }
};

QTEST_GUILESS_MAIN(tst_Formatting)
#include "tst_formatting.moc"

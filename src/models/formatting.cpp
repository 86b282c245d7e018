// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/formatting.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct Formatting
{
    Q_DECLARE_TR_FUNCTIONS(jettison::Formatting)
};

constexpr int SignificantDigits = 3;
constexpr double UnitStep = 1000;
// From here on three significant digits would round up to the next unit.
constexpr double RoundsUp = 999.5;
constexpr std::array Units{"B"_L1, "kB"_L1, "MB"_L1, "GB"_L1, "TB"_L1, "PB"_L1, "EB"_L1};

} // namespace

QString formatSize(qint64 bytes)
{
    auto value = double(bytes);
    size_t unit = 0;
    while (value >= RoundsUp && unit + 1 < Units.size()) {
        value /= UnitStep;
        ++unit;
    }
    return QLocale().toString(value, 'g', SignificantDigits) + u' ' + Units[unit];
}

QString formatSize(const ByteCount &count)
{
    const QString size = formatSize(count.bytes);
    return count.isEstimate ? Formatting::tr("about %1").arg(size) : size;
}

QString formatAge(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid()) {
        return {};
    }
    constexpr qint64 Minute = 60;
    constexpr qint64 Hour = 60 * Minute;
    constexpr qint64 Day = 24 * Hour;
    const qint64 seconds = qMax<qint64>(0, time.secsTo(now));
    if (seconds < Minute) {
        return Formatting::tr("%n second(s) ago", nullptr, int(seconds));
    }
    if (seconds < Hour) {
        return Formatting::tr("%n minute(s) ago", nullptr, int(seconds / Minute));
    }
    if (seconds < 2 * Day) {
        return Formatting::tr("%n hour(s) ago", nullptr, int(seconds / Hour));
    }
    if (seconds < 14 * Day) {
        return Formatting::tr("%n day(s) ago", nullptr, int(seconds / Day));
    }
    if (seconds < 60 * Day) {
        return Formatting::tr("%n week(s) ago", nullptr, int(seconds / (7 * Day)));
    }
    if (seconds < 730 * Day) {
        return Formatting::tr("%n month(s) ago", nullptr, int(seconds / (30 * Day)));
    }
    return Formatting::tr("%n year(s) ago", nullptr, int(seconds / (365 * Day)));
}

} // namespace jettison

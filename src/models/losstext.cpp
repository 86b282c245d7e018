// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/losstext.h"

#include "core/undograde.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace jettison::undotext {

namespace {

// Of a long list the first tell what it is about.
constexpr qsizetype MaxShown = 5;

struct LossText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::LossText)
};

QString lossName(const Image &image)
{
    QStringList platforms;
    std::ranges::transform(image.variants, std::back_inserter(platforms), &ImageVariant::name);
    const QString name = messages::imageName(image);
    return platforms.isEmpty() ? name
                               : LossText::tr("%1 of %2").arg(platforms.join(LossText::tr(", ")), name);
}

QString lossNames(const QList<Image> &images)
{
    QStringList names;
    std::ranges::transform(
        images.first(std::min(images.size(), MaxShown)), std::back_inserter(names), lossName);
    const QString all = names.join(LossText::tr(", "));
    const auto more = int(images.size() - names.size());
    return more == 0 ? all : LossText::tr("%1 and %n more", nullptr, more).arg(all);
}

} // namespace

QString goneText(const RemovalPlan &plan)
{
    const QList<Image> gone = jettison::goneForGood(plan);
    return gone.isEmpty() ? QString() : LossText::tr("No undo will bring back: %1").arg(lossNames(gone));
}

QString goneText(const RemovalReport &report)
{
    const QList<Image> gone = jettison::goneForGood(report);
    return gone.isEmpty() ? QString()
                          : LossText::tr("Gone for good, no undo brings back: %1").arg(lossNames(gone));
}

QStringList passedOver(const QList<Backup> &backups)
{
    QStringList lines;
    for (const Backup &backup : backups.first(std::min(backups.size(), MaxShown))) {
        const QString time = QLocale().toString(backup.time.toLocalTime(), QLocale::ShortFormat);
        lines << (backup.isHopeless()
                ? LossText::tr("The newer removal on %1 cannot be undone: %2")
                      .arg(time, lossNames(backup.goneImages))
                : LossText::tr("The newer removal on %1 cannot be undone here: its images have "
                               "other IDs in this store")
                      .arg(time));
    }
    if (const auto more = int(backups.size() - lines.size()); more > 0) {
        lines << LossText::tr("Nor can %n more newer removal(s)", nullptr, more);
    }
    return lines;
}

} // namespace jettison::undotext

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/undojson.h"

#include "models/messages.h"

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonArray idsToJson(const QList<ImageId> &ids)
{
    QJsonArray array;
    std::ranges::transform(ids, std::back_inserter(array), &ImageId::text);
    return array;
}

QJsonArray referencesToJson(const QList<Reference> &references)
{
    QJsonArray array;
    std::ranges::transform(references, std::back_inserter(array), &Reference::text);
    return array;
}

QJsonArray imagesToJson(const QList<Image> &images)
{
    QJsonArray array;
    for (const Image &image : images) {
        array << QJsonObject{
            {u"id"_s, image.id.text()},
            {u"references"_s, referencesToJson(image.references)},
        };
    }
    return array;
}

QJsonArray lostToJson(const QList<UndoReport::LostName> &names)
{
    QJsonArray array;
    for (const UndoReport::LostName &name : names) {
        array << QJsonObject{
            {u"reference"_s, name.reference.text()},
            {u"image"_s, name.image.text()},
        };
    }
    return array;
}

QJsonArray platformsToJson(const QList<UndoReport::Platform> &platforms)
{
    QJsonArray array;
    for (const UndoReport::Platform &platform : platforms) {
        array << QJsonObject{
            {u"image"_s, platform.image.text()},
            {u"name"_s, platform.variant.name},
            {u"digest"_s, platform.variant.digest},
        };
    }
    return array;
}

QList<UndoReport::Platform> platformsOf(const Backup &backup)
{
    QList<UndoReport::Platform> platforms;
    for (const Image &image : backup.platforms) {
        for (const ImageVariant &variant : image.variants) {
            platforms << UndoReport::Platform{.image = image.id, .variant = variant};
        }
    }
    return platforms;
}

QJsonValue timeToJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonArray takenToJson(const QList<UndoReport::TakenName> &names)
{
    QJsonArray array;
    for (const UndoReport::TakenName &name : names) {
        array << QJsonObject{
            {u"reference"_s, name.reference.text()},
            {u"image"_s, name.holder.text()},
        };
    }
    return array;
}

// All that was tried and did not work: names, digests and containers.
QJsonArray failuresToJson(const UndoReport &report)
{
    QJsonArray array;
    const auto add = [&](const QString &target, const Error &error) {
        array << QJsonObject{{u"target"_s, target}, {u"error"_s, messages::error(error)}};
    };
    for (const UndoReport::FailedName &name : report.untagged) {
        add(name.reference.text(), name.error);
    }
    for (const UndoReport::FailedContainer &container : report.notRecreated) {
        add(container.name, container.error);
    }
    return array;
}

} // namespace

QJsonArray backupsToJson(const QList<Backup> &backups)
{
    QJsonArray array;
    for (const Backup &backup : backups) {
        QJsonArray containers;
        for (const Backup::KeptContainer &kept : backup.containers) {
            containers << kept.container.name;
        }
        array << QJsonObject{
            {u"id"_s, backup.id},
            {u"time"_s, timeToJson(backup.time)},
            {u"endpoint"_s, backup.store.endpoint},
            {u"images"_s, imagesToJson(backup.images)},
            {u"untagged"_s, imagesToJson(backup.untagged)},
            {u"platforms"_s, platformsToJson(platformsOf(backup))},
            {u"pullable"_s, imagesToJson(backup.pullable)},
            {u"containers"_s, containers},
            {u"size"_s, backup.size},
            {u"undone"_s, timeToJson(backup.undone)},
        };
    }
    return array;
}

QJsonObject undoToJson(const UndoReport &report)
{
    return {
        {u"backup"_s, report.backup.id},
        {u"dryRun"_s, report.isDryRun},
        {u"endpoint"_s, report.backup.store.endpoint},
        {u"restored"_s, idsToJson(report.restored)},
        {u"present"_s, idsToJson(report.present)},
        {u"missing"_s, idsToJson(report.missing)},
        {u"platforms"_s,
            QJsonObject{
                {u"restored"_s, platformsToJson(report.restoredPlatforms)},
                {u"present"_s, platformsToJson(report.presentPlatforms)},
                {u"missing"_s, platformsToJson(report.missingPlatforms)},
            }},
        {u"pulled"_s, referencesToJson(report.pulled)},
        {u"tagged"_s, referencesToJson(report.tagged)},
        {u"taken"_s, takenToJson(report.taken)},
        {u"lost"_s, lostToJson(report.lost)},
        {u"containers"_s, QJsonArray::fromStringList(report.recreated)},
        {u"failed"_s, failuresToJson(report)},
        {u"error"_s, report.error ? QJsonValue(messages::error(*report.error)) : QJsonValue()},
    };
}

} // namespace jettison::cli

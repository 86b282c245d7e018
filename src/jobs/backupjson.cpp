// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupjson.h"

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int Format = 1;

QJsonArray referencesToJson(const QList<Reference> &references)
{
    QStringList texts;
    std::ranges::transform(references, std::back_inserter(texts), &Reference::text);
    return QJsonArray::fromStringList(texts);
}

QList<Reference> referencesFromJson(const QJsonValue &value)
{
    QList<Reference> references;
    const QJsonArray array = value.toArray();
    for (const QJsonValue text : array) {
        references << Reference(text.toString());
    }
    return references;
}

QJsonArray imagesToJson(const QList<Image> &images)
{
    QJsonArray array;
    for (const Image &image : images) {
        array << QJsonObject{
            {u"id"_s, image.id.text()},
            {u"references"_s, referencesToJson(image.references)},
            {u"digests"_s, referencesToJson(image.digests)},
            {u"parent"_s, image.parent.text()},
            {u"created"_s, image.created.toUTC().toString(Qt::ISODate)},
            {u"size"_s, image.size},
        };
    }
    return array;
}

Result<QList<Image>> imagesFromJson(const QJsonValue &value)
{
    QList<Image> images;
    const QJsonArray array = value.toArray();
    for (const QJsonValue entry : array) {
        const QJsonObject object = entry.toObject();
        Image image{
            .id = ImageId(object.value("id"_L1).toString()),
            .references = {},
            .parent = ImageId(object.value("parent"_L1).toString()),
            .created = QDateTime::fromString(object.value("created"_L1).toString(), Qt::ISODate),
            .size = object.value("size"_L1).toInteger(),
            .labels = {},
        };
        if (!json::isDigest(image.id.text())) {
            return json::malformed("no image ID: "_L1 + image.id.text());
        }
        image.references = referencesFromJson(object.value("references"_L1));
        image.digests = referencesFromJson(object.value("digests"_L1));
        images << image;
    }
    return images;
}

// Of images with the platforms that they lost.
QJsonArray platformsToJson(const QList<Image> &images)
{
    QJsonArray array = imagesToJson(images);
    for (qsizetype i = 0; i < images.size(); ++i) {
        QJsonArray platforms;
        for (const ImageVariant &variant : images[i].variants) {
            platforms << QJsonObject{
                {u"name"_s, variant.name}, {u"digest"_s, variant.digest}, {u"size"_s, variant.size}};
        }
        QJsonObject object = array[i].toObject();
        object.insert(u"platforms"_s, platforms);
        array[i] = object;
    }
    return array;
}

Result<QList<Image>> platformsFromJson(const QJsonValue &value)
{
    Result<QList<Image>> images = imagesFromJson(value);
    for (qsizetype i = 0; images && i < images->size(); ++i) {
        const QJsonArray platforms = value[int(i)]["platforms"_L1].toArray();
        for (const QJsonValue platform : platforms) {
            const QString digest = platform["digest"_L1].toString();
            if (!json::isDigest(digest)) {
                return json::malformed("no digest of a platform: "_L1 + digest);
            }
            (*images)[i].variants << ImageVariant{.name = platform["name"_L1].toString(),
                .digest = digest,
                .size = platform["size"_L1].toInteger()};
        }
    }
    return images;
}

QJsonArray containersToJson(const QList<Backup::KeptContainer> &containers)
{
    QJsonArray array;
    for (const Backup::KeptContainer &kept : containers) {
        array << QJsonObject{
            {u"id"_s, kept.container.id.text()},
            {u"name"_s, kept.container.name},
            {u"image"_s, kept.container.image.text()},
            {u"state"_s, stateName(kept.container.state)},
            {u"details"_s, QJsonDocument::fromJson(kept.details).object()},
        };
    }
    return array;
}

QList<Backup::KeptContainer> containersFromJson(const QJsonValue &value)
{
    QList<Backup::KeptContainer> containers;
    const QJsonArray array = value.toArray();
    for (const QJsonValue entry : array) {
        const QJsonObject object = entry.toObject();
        containers << Backup::KeptContainer{
            .container = {.id = ContainerId(object.value("id"_L1).toString()),
                .name = object.value("name"_L1).toString(),
                .image = ImageId(object.value("image"_L1).toString()),
                .state = stateFromName(object.value("state"_L1).toString())},
            .details = QJsonDocument(object.value("details"_L1).toObject()).toJson(QJsonDocument::Compact),
        };
    }
    return containers;
}

// `KIND TARGET`, as they are printed.
QJsonArray linesToJson(const QList<RemovalLine> &lines)
{
    QJsonArray array;
    for (const RemovalLine &line : lines) {
        array << lineText(line);
    }
    return array;
}

QList<RemovalLine> linesFromJson(const QJsonValue &value)
{
    QList<RemovalLine> lines;
    const QJsonArray array = value.toArray();
    for (const QJsonValue line : array) {
        if (const std::optional<RemovalLine> known = lineFromText(line.toString())) {
            lines << *known;
        }
    }
    return lines;
}

constexpr QLatin1StringView Configurations("configurations");
constexpr QLatin1StringView Manifests("manifests");

QJsonValue idsToJson(const std::optional<StoreTraits::Ids> &ids)
{
    if (!ids) {
        return {};
    }
    return *ids == StoreTraits::Ids::Manifests ? QString(Manifests) : QString(Configurations);
}

std::optional<StoreTraits::Ids> idsFromJson(const QJsonValue &value)
{
    if (value == Manifests) {
        return StoreTraits::Ids::Manifests;
    }
    return value == Configurations ? std::optional(StoreTraits::Ids::Configurations) : std::nullopt;
}

QDateTime timeFromJson(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}

QJsonValue timeToJson(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

} // namespace

QByteArray backupToJson(const Backup &backup)
{
    return QJsonDocument(QJsonObject{
                             {u"format"_s, Format},
                             {u"time"_s, timeToJson(backup.time)},
                             {u"undone"_s, timeToJson(backup.undone)},
                             {u"endpoint"_s, backup.store.endpoint},
                             {u"engine"_s, backup.store.name},
                             {u"version"_s, backup.store.version},
                             {u"images"_s, imagesToJson(backup.images)},
                             {u"untagged"_s, imagesToJson(backup.untagged)},
                             {u"pullable"_s, imagesToJson(backup.pullable)},
                             {u"platforms"_s, platformsToJson(backup.platforms)},
                             {u"gone"_s, platformsToJson(backup.goneImages)},
                             {u"ids"_s, idsToJson(backup.ids)},
                             {u"containers"_s, containersToJson(backup.containers)},
                             {u"lines"_s, linesToJson(backup.lines)},
                         })
        .toJson();
}

Result<Backup> backupFromJson(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    if (object->value("format"_L1).toInt() != Format) {
        return fail(ErrorCode::UnsupportedVersion, u"backup.json"_s);
    }
    const Result<QList<Image>> images = imagesFromJson(object->value("images"_L1));
    const Result<QList<Image>> untagged = imagesFromJson(object->value("untagged"_L1));
    // Those of earlier versions have none.
    const Result<QList<Image>> pullable = imagesFromJson(object->value("pullable"_L1));
    const Result<QList<Image>> platforms = platformsFromJson(object->value("platforms"_L1));
    const Result<QList<Image>> gone = platformsFromJson(object->value("gone"_L1));
    for (const Result<QList<Image>> *list : {&images, &untagged, &pullable, &platforms, &gone}) {
        if (!*list) {
            return tl::unexpected(list->error());
        }
    }
    const std::optional<StoreTraits::Ids> ids = idsFromJson(object->value("ids"_L1));
    return Backup{
        .id = {},
        .time = timeFromJson(object->value("time"_L1)),
        .store = {.endpoint = object->value("endpoint"_L1).toString(),
            .name = object->value("engine"_L1).toString(),
            .version = object->value("version"_L1).toString(),
            .apiVersion = {},
            .traits = {.ids = ids.value_or(StoreTraits::Ids::Configurations)}},
        .images = *images,
        .untagged = *untagged,
        .containers = containersFromJson(object->value("containers"_L1)),
        .lines = linesFromJson(object->value("lines"_L1)),
        .undone = timeFromJson(object->value("undone"_L1)),
        .pullable = *pullable,
        .platforms = *platforms,
        .goneImages = *gone,
        .ids = ids,
    };
}

} // namespace jettison

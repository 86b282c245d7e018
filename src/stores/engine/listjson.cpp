// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/listjson.h"

#include "stores/engine/enginejson.h"
#include "stores/engine/platformjson.h"
#include "stores/jsonreading.h"

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

Result<QHash<QString, Image>> imagesByManifest(const QByteArray &json)
{
    const Result<QList<Image>> read = images(json);
    QStringList manifests;
    const Result<void> parsed = json::parseEntries(json, [&](const QJsonObject &entry) -> Result<void> {
        manifests << entry.value("Digest"_L1).toString();
        return {};
    });
    if (!read || !parsed) {
        return tl::unexpected(read ? parsed.error() : read.error());
    }
    QHash<QString, Image> byManifest;
    for (qsizetype i = 0; i < read->size(); ++i) {
        byManifest.insert(manifests[i], (*read)[i]);
    }
    return byManifest;
}

Result<QList<Image>> manifestLists(const QByteArray &json)
{
    return images(json).map([](QList<Image> lists) {
        for (Image &list : lists) {
            list.isList = true;
            // They name what stands in it, and no registry need have that.
            list.digests.clear();
        }
        return lists;
    });
}

Result<QList<ImageVariant>> instances(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    QList<ImageVariant> list;
    const QJsonArray manifests = object->value("manifests"_L1).toArray();
    for (const QJsonValue manifest : manifests) {
        const QString digest = manifest["digest"_L1].toString();
        if (!json::isDigest(digest)) {
            return json::malformed("no digest of a manifest: "_L1 + digest);
        }
        list << ImageVariant{
            .name = platformName(manifest["platform"_L1].toObject()), .digest = digest, .isPresent = false};
    }
    return list;
}

Result<QList<RemovalLine>> listRemovalLines(const QByteArray &json)
{
    using Kind = RemovalLine::Kind;
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QJsonArray errors = object->value("Errors"_L1).toArray();
    if (!errors.isEmpty()) {
        return fail(ErrorCode::EngineFailed, errors[0].toString());
    }
    QList<RemovalLine> lines;
    const QJsonArray deleted = object->value("Deleted"_L1).toArray();
    for (const QJsonValue id : deleted) {
        lines << RemovalLine{.kind = Kind::Deleted, .target = "sha256:"_L1 + id.toString()};
    }
    const QJsonArray untagged = object->value("Untagged"_L1).toArray();
    for (const QJsonValue name : untagged) {
        lines << RemovalLine{.kind = Kind::Untagged, .target = name.toString()};
    }
    return lines;
}

} // namespace jettison::enginejson

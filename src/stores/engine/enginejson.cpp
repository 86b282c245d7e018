// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginejson.h"

#include "stores/engine/enginevalues.h"
#include "stores/engine/platformjson.h"
#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

// API versions below 1.43 list `<none>:<none>`; a containerd store lists digests without a repository.
bool isName(const QString &text)
{
    return !text.contains("<none>"_L1) && text.contains(u':') && !text.startsWith("sha256:"_L1);
}

// As often as they are listed.
Result<QList<Reference>> listed(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    if (!value.isArray() && !value.isNull() && !value.isUndefined()) {
        return json::malformed(key + " is no list"_L1);
    }
    QList<Reference> list;
    const QJsonArray names = value.toArray();
    for (const QJsonValue name : names) {
        if (!name.isString()) {
            return json::malformed(key + " holds something that is no name"_L1);
        }
        if (isName(name.toString())) {
            list << Reference(name.toString());
        }
    }
    return list;
}

QList<Reference> onceEach(const QList<Reference> &references)
{
    QList<Reference> list;
    std::ranges::copy_if(references, std::back_inserter(list),
        [&](const Reference &reference) { return !list.contains(reference); });
    return list;
}

// A containerd store makes up a digest for each tag. One that it lists once more is a name of its own, though
// not every version says so among the tags.
bool isOwnName(const Reference &digest, const QList<Reference> &digests, const QList<Reference> &tags)
{
    const auto made = std::ranges::count_if(tags,
        [&](const Reference &tag) { return !tag.isDigest() && tag.repository() == digest.repository(); });
    return std::ranges::count(digests, digest) > made;
}

Result<void> readReferences(const QJsonObject &object, Image &image)
{
    const Result<QList<Reference>> tags = listed(object, u"RepoTags"_s);
    // Podman's list of all names: tags, and digests by which images were pulled. Its digests are those of all
    // manifests that it has of the image, in all repositories.
    const Result<QList<Reference>> names = listed(object, u"Names"_s);
    const Result<QList<Reference>> digests = listed(object, u"RepoDigests"_s);
    for (const Result<QList<Reference>> &list : {tags, names, digests}) {
        if (!list) {
            return tl::unexpected(list.error());
        }
    }
    image.digests = onceEach(*digests);
    image.references = onceEach(*tags + *names);
    if (!names->isEmpty()) {
        return {};
    }
    std::ranges::copy_if(image.digests, std::back_inserter(image.references), [&](const Reference &digest) {
        return !image.references.contains(digest) && isOwnName(digest, *digests, image.references);
    });
    return {};
}

Result<Image> imageFrom(const QJsonObject &object, const QString &parentKey, const QJsonValue &labelMap)
{
    const Result<ImageId> id = imageId(object.value("Id"_L1).toString());
    const Result<ImageId> parent = optionalImageId(object.value(parentKey).toString());
    if (!id) {
        return tl::unexpected(id.error());
    }
    if (!parent) {
        return tl::unexpected(parent.error());
    }
    if (!object.value("Size"_L1).isDouble()) {
        return json::malformed(id->text() + " has no size"_L1);
    }
    Image image{.id = *id,
        .references = {},
        .parent = *parent,
        .created = created(object.value("Created"_L1)),
        .size = std::max<qint64>(0, object.value("Size"_L1).toInteger()),
        .labels = labels(labelMap),
        .isReadOnly = object.value("ReadOnly"_L1).toBool()};
    const Result<QList<ImageVariant>> variantList = variants(object.value("Manifests"_L1));
    if (!variantList) {
        return tl::unexpected(variantList.error());
    }
    image.variants = *variantList;
    return readReferences(object, image).map([&] { return image; });
}

} // namespace

Result<QList<Image>> images(const QByteArray &json)
{
    return json::parseList<Image>(json,
        [](const QJsonObject &entry) { return imageFrom(entry, u"ParentId"_s, entry.value("Labels"_L1)); });
}

Result<Image> image(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    return imageFrom(*object, u"Parent"_s, object->value("Config"_L1).toObject().value("Labels"_L1));
}

Result<QList<RemovalLine>> removalLines(const QByteArray &json)
{
    using Kind = RemovalLine::Kind;
    QList<RemovalLine> lines;
    const Result<void> parsed = json::parseEntries(json, [&](const QJsonObject &entry) -> Result<void> {
        const QJsonValue untagged = entry.value("Untagged"_L1);
        const QJsonValue deleted = entry.value("Deleted"_L1);
        if (untagged.isString()) {
            lines << RemovalLine{.kind = Kind::Untagged, .target = untagged.toString()};
        }
        if (deleted.isString()) {
            lines << RemovalLine{.kind = Kind::Deleted, .target = withAlgorithm(deleted.toString())};
        }
        return {};
    });
    return parsed ? Result<QList<RemovalLine>>(lines) : tl::unexpected(parsed.error());
}

Result<bool> usesContainerd(const QByteArray &json)
{
    return json::parseObject(json).map([](const QJsonObject &object) {
        const QJsonArray status = object.value("DriverStatus"_L1).toArray();
        return std::ranges::any_of(status, [](const QJsonValue &pair) {
            return pair[0].toString() == "driver-type"_L1 && pair[1].toString().contains("containerd"_L1);
        });
    });
}

Result<Version> version(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QString engine = object->value("Components"_L1)[0].toObject().value("Name"_L1).toString();
    return Version{.name = engine.startsWith("Podman"_L1) ? u"Podman"_s : u"Docker"_s,
        .version = object->value("Version"_L1).toString(),
        .apiVersion = object->value("ApiVersion"_L1).toString(),
        .minApiVersion = object->value("MinAPIVersion"_L1).toString()};
}

Result<EngineIdentity> identity(const QByteArray &json)
{
    return json::parseObject(json).map([](const QJsonObject &object) {
        EngineIdentity identity{.id = object.value("ID"_L1).toString()};
        const QJsonValue options = object.value("SecurityOptions"_L1);
        if (options.isArray()) {
            identity.isRootless = options.toArray().contains(u"name=rootless"_s);
        }
        return identity;
    });
}

QString errorMessage(const QByteArray &json)
{
    return json::parseObject(json).value_or(QJsonObject()).value("message"_L1).toString();
}

} // namespace jettison::enginejson

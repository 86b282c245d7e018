// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/layerjson.h"

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

// The driver names the folder on top first.
QStringList lowerFolders(const QJsonObject &driver)
{
    QStringList folders = driver.value("LowerDir"_L1).toString().split(u':', Qt::SkipEmptyParts);
    std::ranges::reverse(folders);
    return folders;
}

Result<QJsonObject> driverData(const QByteArray &json)
{
    return json::parseObject(json).map([](const QJsonObject &object) {
        return object.value("GraphDriver"_L1).toObject().value("Data"_L1).toObject();
    });
}

} // namespace

Result<QList<DiffId>> diffIds(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QJsonValue layers = object->value("RootFS"_L1).toObject().value("Layers"_L1);
    if (!layers.isArray() && !layers.isNull() && !layers.isUndefined()) {
        return json::malformed(u"RootFS.Layers is no list"_s);
    }
    QList<DiffId> list;
    const QJsonArray array = layers.toArray();
    for (const QJsonValue entry : array) {
        if (!json::isDigest(entry.toString())) {
            return json::malformed("no digest of a layer: "_L1 + entry.toString());
        }
        list << DiffId(entry.toString());
    }
    return list;
}

Result<QStringList> imageFolders(const QByteArray &json)
{
    return driverData(json).map([](const QJsonObject &driver) {
        const QString top = driver.value("UpperDir"_L1).toString();
        return lowerFolders(driver) + (top.isEmpty() ? QStringList() : QStringList(top));
    });
}

Result<QStringList> containerFolders(const QByteArray &json)
{
    return driverData(json).map(lowerFolders);
}

Result<QList<HistoryEntry>> history(const QByteArray &json)
{
    Result<QList<HistoryEntry>> entries =
        json::parseList<HistoryEntry>(json, [](const QJsonObject &entry) -> Result<HistoryEntry> {
            const QString createdBy = entry.value("CreatedBy"_L1).toString();
            return HistoryEntry{
                .createdBy = createdBy.isEmpty() ? entry.value("Comment"_L1).toString() : createdBy,
                // Podman writes -1 where it does not know.
                .size = std::max<qint64>(0, entry.value("Size"_L1).toInteger()),
            };
        });
    if (entries) {
        std::ranges::reverse(*entries);
    }
    return entries;
}

Result<qint64> layersSize(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    // API versions from 1.52 on tell it elsewhere.
    for (const QJsonValue &size :
        {object->value("LayersSize"_L1), object->value("ImageUsage"_L1).toObject().value("TotalSize"_L1)}) {
        if (size.isDouble()) {
            return size.toInteger();
        }
    }
    return json::malformed(u"no size of all layers"_s);
}

} // namespace jettison::enginejson

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/imageconfig.h"

#include "stores/jsonreading.h"

#include <QRegularExpression>
#include <QStringList>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QMap<QString, QString> labelsOf(const QJsonObject &config)
{
    QMap<QString, QString> labels;
    const QJsonObject object = config.value("config"_L1).toObject().value("Labels"_L1).toObject();
    for (auto label = object.begin(); label != object.end(); ++label) {
        labels.insert(label.key(), label.value().toString());
    }
    return labels;
}

ImageConfig::Step stepOf(const QJsonObject &entry)
{
    const QString createdBy = entry.value("created_by"_L1).toString();
    return {
        .createdBy = createdBy.isEmpty() ? entry.value("comment"_L1).toString() : createdBy,
        .isEmpty = entry.value("empty_layer"_L1).toBool(),
    };
}

// Nearly always SHA-256.
bool isLayerDigest(const QString &text)
{
    static const QRegularExpression other(QRegularExpression::anchoredPattern(u"sha(512|384):[a-f0-9]+"_s));
    return json::isDigest(text) || other.match(text).hasMatch();
}

} // namespace

QString platformName(const QJsonObject &object)
{
    QStringList parts;
    for (const QLatin1StringView key : {"os"_L1, "architecture"_L1, "variant"_L1}) {
        const QString part = object.value(key).toString();
        if (!part.isEmpty()) {
            parts << part;
        }
    }
    return parts.join(u'/');
}

Result<ImageConfig> parseImageConfig(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    ImageConfig config{
        .created = QDateTime::fromString(object->value("created"_L1).toString(), Qt::ISODateWithMs),
        .labels = labelsOf(*object),
        .platform = platformName(*object),
    };
    const QJsonArray diffIds = object->value("rootfs"_L1).toObject().value("diff_ids"_L1).toArray();
    for (const QJsonValue diffId : diffIds) {
        if (!isLayerDigest(diffId.toString())) {
            return json::malformed("no digest of a layer: "_L1 + diffId.toString());
        }
        config.diffIds << DiffId(diffId.toString());
    }
    const QJsonArray history = object->value("history"_L1).toArray();
    for (const QJsonValue entry : history) {
        config.history << stepOf(entry.toObject());
    }
    return config;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginevalues.h"

#include "stores/jsonreading.h"

#include <QRegularExpression>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

QString withAlgorithm(const QString &id)
{
    return json::isHex(id) ? "sha256:"_L1 + id : id;
}

Result<ImageId> imageId(const QString &text)
{
    const QString id = withAlgorithm(text);
    if (!json::isDigest(id)) {
        return json::malformed("no image ID: "_L1 + text);
    }
    return ImageId(id);
}

Result<ImageId> optionalImageId(const QString &text)
{
    return text.isEmpty() ? Result<ImageId>() : imageId(text);
}

QDateTime created(const QJsonValue &value)
{
    // Qt rounds nanoseconds up.
    static const QRegularExpression fraction(u"\\.\\d+"_s);
    const qint64 seconds = value.isDouble()
        ? value.toInteger()
        : QDateTime::fromString(value.toString().remove(fraction), Qt::ISODate).toSecsSinceEpoch();
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC) : QDateTime();
}

QMap<QString, QString> labels(const QJsonValue &value)
{
    QMap<QString, QString> map;
    const QJsonObject object = value.toObject();
    for (auto label = object.begin(); label != object.end(); ++label) {
        map.insert(label.key(), label.value().toString());
    }
    return map;
}

} // namespace jettison::enginejson

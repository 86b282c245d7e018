// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/mountjson.h"

#include "stores/jsonreading.h"

#include <QDateTime>
#include <QRegularExpression>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

qint64 nanoseconds(const QJsonValue &time)
{
    static const QRegularExpression fraction(u"\\.(\\d{1,9})"_s);
    constexpr int Digits = 9;
    constexpr qint64 Second = 1'000'000'000;
    const QString text = time.toString();
    const qint64 seconds =
        QDateTime::fromString(QString(text).remove(fraction), Qt::ISODate).toSecsSinceEpoch();
    const QString digits = fraction.match(text).captured(1).leftJustified(Digits, u'0');
    return seconds > 0 ? seconds * Second + digits.toLongLong() : 0;
}

} // namespace

Result<qint64> creationTime(const QByteArray &json)
{
    return json::parseObject(json).map(
        [](const QJsonObject &object) { return nanoseconds(object.value("Created"_L1)); });
}

Result<NamedImage> namedImage(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QString id = object->value("Id"_L1).toString();
    if (!json::isDigest(id)) {
        return json::malformed("no image ID: "_L1 + id);
    }
    return NamedImage{
        .id = ImageId(id), .named = nanoseconds(object->value("Metadata"_L1)["LastTagTime"_L1])};
}

bool haveMounts(const QByteArray &json)
{
    bool have = false;
    const Result<void> parsed = json::parseEntries(json, [&](const QJsonObject &entry) -> Result<void> {
        have = have || !entry.value("Mounts"_L1).toArray().isEmpty();
        return {};
    });
    return parsed && have;
}

} // namespace jettison::enginejson

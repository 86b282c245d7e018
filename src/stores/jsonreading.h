// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>

#include <functional>

/// What all readers of JSON have in common. All return MalformedReply.
namespace jettison::json {

tl::unexpected<Error> malformed(const QString &detail);

Result<QJsonObject> parseObject(const QByteArray &json);
/// An array of objects, or null: Go writes an empty list so where it was never made.
Result<void> parseEntries(
    const QByteArray &json, const std::function<Result<void>(const QJsonObject &entry)> &take);

/// 64 lower-case hexadecimal digits.
bool isHex(QStringView text);
/// `sha256:` and isHex().
bool isDigest(const QString &text);

/// A value of each entry.
template <typename T>
Result<QList<T>> parseList(const QByteArray &json, const std::function<Result<T>(const QJsonObject &)> &read)
{
    QList<T> list;
    const Result<void> parsed = parseEntries(json, [&](const QJsonObject &entry) -> Result<void> {
        Result<T> value = read(entry);
        if (!value) {
            return tl::unexpected(value.error());
        }
        list << std::move(*value);
        return {};
    });
    return parsed ? Result<QList<T>>(list) : tl::unexpected(parsed.error());
}

} // namespace jettison::json

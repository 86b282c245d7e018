// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::json {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype HexLength = 64;
constexpr auto Algorithm = "sha256:"_L1;

Result<QJsonDocument> parse(const QByteArray &json)
{
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        return malformed(error.errorString());
    }
    return document;
}

} // namespace

tl::unexpected<Error> malformed(const QString &detail)
{
    return fail(ErrorCode::MalformedReply, detail);
}

Result<QJsonObject> parseObject(const QByteArray &json)
{
    const Result<QJsonDocument> document = parse(json);
    if (!document) {
        return tl::unexpected(document.error());
    }
    return document->isObject() ? Result<QJsonObject>(document->object()) : malformed(u"no JSON object"_s);
}

Result<void> parseEntries(
    const QByteArray &json, const std::function<Result<void>(const QJsonObject &entry)> &take)
{
    if (json.trimmed() == "null") {
        return {};
    }
    const Result<QJsonDocument> document = parse(json);
    if (!document) {
        return tl::unexpected(document.error());
    }
    if (!document->isArray()) {
        return malformed(u"no JSON array"_s);
    }
    const QJsonArray array = document->array();
    for (const QJsonValue entry : array) {
        if (!entry.isObject()) {
            return malformed(u"an entry that is no JSON object"_s);
        }
        if (const Result<void> taken = take(entry.toObject()); !taken) {
            return taken;
        }
    }
    return {};
}

bool isHex(QStringView text)
{
    return text.size() == HexLength && std::ranges::all_of(text, [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

bool isDigest(const QString &text)
{
    return text.startsWith(Algorithm) && isHex(QStringView(text).sliced(Algorithm.size()));
}

} // namespace jettison::json

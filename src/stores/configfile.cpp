// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/configfile.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <filesystem>

namespace jettison::configfile {

using namespace Qt::StringLiterals;

bool isMissing(const QString &path)
{
    std::error_code error;
    const auto status = std::filesystem::status(QFileInfo(path).filesystemFilePath(), error);
    return status.type() == std::filesystem::file_type::not_found;
}

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::BrokenSettings, path + ": "_L1 + file.errorString());
    }
    return file.readAll();
}

Result<QJsonObject> readObject(const QString &path)
{
    const Result<QByteArray> text = read(path);
    if (!text) {
        return tl::unexpected(text.error());
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &error);
    if (!document.isObject()) {
        return fail(ErrorCode::BrokenSettings,
            path + ": "_L1
                + (error.error == QJsonParseError::NoError ? u"no JSON object"_s : error.errorString()));
    }
    return document.object();
}

QJsonValue member(const QJsonObject &object, QLatin1StringView name)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry.key().compare(name, Qt::CaseInsensitive) == 0) {
            return entry.value();
        }
    }
    return {};
}

} // namespace jettison::configfile

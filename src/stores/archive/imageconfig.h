// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

namespace jettison {

/// What an image says of itself, whose digest is the image's ID on most stores.
/// https://github.com/opencontainers/image-spec/blob/main/config.md
struct ImageConfig
{
    struct Step
    {
        QString createdBy;
        /// It set metadata only.
        bool isEmpty = false;
    };

    /// Base layer first.
    QList<DiffId> diffIds = {};
    /// Oldest first. May say nothing, and need not fit the layers.
    QList<Step> history = {};
    QDateTime created = {};
    QMap<QString, QString> labels = {};
    /// Such as `linux/amd64` or `linux/arm64/v8`; empty if it does not tell.
    QString platform = {};
};

/// MalformedReply.
Result<ImageConfig> parseImageConfig(const QByteArray &json);

/// `os/architecture/variant` of a configuration or of a descriptor's `platform`; empty if it does not tell.
QString platformName(const QJsonObject &object);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/apiversion.h"

#include <QVersionNumber>

#include <algorithm>

namespace jettison::apiversion {

using namespace Qt::StringLiterals;

namespace {

// From Docker 1.12 to 29. What changed in between is read either way: fields that came or went are never
// needed.
const QVersionNumber Oldest(1, 24);
const QVersionNumber Newest(1, 55);
const QVersionNumber Usage(1, 25);
const QVersionNumber TypedUsage(1, 42);
const QVersionNumber Containerd(1, 42);
const QVersionNumber ListedPlatforms(1, 47);
const QVersionNumber InspectedPlatforms(1, 49);
const QVersionNumber RemovedPlatforms(1, 50);
const QVersionNumber AccountedPacked(1, 51);

} // namespace

QByteArray unnamed()
{
    return "1.24";
}

Result<QString> agree(const QByteArray &engineVersion)
{
    const QVersionNumber engine = QVersionNumber::fromString(QLatin1StringView(engineVersion));
    if (engine < Oldest) {
        return fail(ErrorCode::EngineTooOld,
            "it speaks API "_L1 + QString::fromLatin1(engineVersion) + ", and at least "_L1
                + Oldest.toString() + " is needed"_L1);
    }
    return std::min(engine, Newest).toString();
}

Result<QString> chosen(const QString &wish)
{
    // docker, too, takes a v in front.
    const QStringView number = QStringView(wish).mid(wish.startsWith(u'v') ? 1 : 0);
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(number, &end);
    if (end != number.size() || version < Oldest || version > Newest) {
        return fail(ErrorCode::InvalidApiVersion,
            "DOCKER_API_VERSION="_L1 + wish + " (this program speaks API "_L1 + Oldest.toString() + " to "_L1
                + Newest.toString() + u')');
    }
    return version.toString();
}

Result<void> checkOldest(const QString &engineOldest, const QString &agreed)
{
    if (QVersionNumber::fromString(engineOldest) > QVersionNumber::fromString(agreed)) {
        return fail(ErrorCode::EngineTooNew,
            "it needs at least API "_L1 + engineOldest + ", and "_L1 + agreed + " is spoken here"_L1);
    }
    return {};
}

// daemon/server/middleware/version.go of moby.
Error refusal(const Error &error, const QString &wish)
{
    if (!wish.isEmpty()) {
        return {.code = ErrorCode::WishedVersion,
            .detail = wish + " ("_L1 + error.detail + u')',
            .httpStatus = error.httpStatus};
    }
    const bool isOld = error.detail.contains("is too new"_L1);
    return {.code = isOld ? ErrorCode::EngineTooOld : ErrorCode::EngineTooNew,
        .detail = error.detail,
        .httpStatus = error.httpStatus};
}

bool hasUsage(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= Usage;
}

bool hasTypedUsage(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= TypedUsage;
}

bool mayUseContainerd(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= Containerd;
}

bool listsPlatforms(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= ListedPlatforms;
}

bool inspectsPlatforms(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= InspectedPlatforms;
}

bool removesPlatforms(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= RemovedPlatforms;
}

bool accountsPacked(const QString &own)
{
    return QVersionNumber::fromString(own) >= AccountedPacked;
}

} // namespace jettison::apiversion

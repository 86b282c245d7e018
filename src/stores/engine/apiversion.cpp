// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/apiversion.h"

#include <QVersionNumber>

#include <algorithm>

namespace jettison::apiversion {

using namespace Qt::StringLiterals;

namespace {

// Docker 20.10 and Podman before 5.8 speak 1.41; nothing after 1.51 has been read for what it changes.
const QVersionNumber Oldest(1, 41);
const QVersionNumber Newest(1, 51);
const QVersionNumber TypedUsage(1, 42);
const QVersionNumber Containerd(1, 42);

} // namespace

Result<QString> agree(const QByteArray &engineVersion)
{
    const QVersionNumber engine = QVersionNumber::fromString(QLatin1StringView(engineVersion));
    if (engine < Oldest) {
        return fail(ErrorCode::UnsupportedVersion,
            "the engine speaks API "_L1 + QString::fromLatin1(engineVersion)
                + ", this program needs at least "_L1 + Oldest.toString());
    }
    return std::min(engine, Newest).toString();
}

Result<void> checkOldest(const QString &engineOldest, const QString &agreed)
{
    if (QVersionNumber::fromString(engineOldest) > QVersionNumber::fromString(agreed)) {
        return fail(ErrorCode::UnsupportedVersion,
            "the engine needs at least API "_L1 + engineOldest + ", this program speaks up to "_L1
                + Newest.toString());
    }
    return {};
}

bool hasTypedUsage(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= TypedUsage;
}

bool mayUseContainerd(const QString &agreed)
{
    return QVersionNumber::fromString(agreed) >= Containerd;
}

} // namespace jettison::apiversion

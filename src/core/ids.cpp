// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/ids.h"

#include <QCryptographicHash>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ShortLength = 12;

QString shortDigest(const QString &digest)
{
    return digest.mid(digest.indexOf(u':') + 1, ShortLength);
}

} // namespace

QString shortId(const ImageId &id)
{
    return shortDigest(id.text());
}

QString shortId(const ContainerId &id)
{
    return id.text().left(ShortLength);
}

QString shortId(const ChainId &id)
{
    return shortDigest(id.text());
}

ChainId chainIdOf(const ChainId &parent, const DiffId &diffId)
{
    if (parent.isEmpty()) {
        return ChainId(diffId.text());
    }
    const QByteArray both = (parent.text() + u' ' + diffId.text()).toLatin1();
    const QByteArray hash = QCryptographicHash::hash(both, QCryptographicHash::Sha256);
    return ChainId("sha256:"_L1 + QLatin1StringView(hash.toHex()));
}

} // namespace jettison

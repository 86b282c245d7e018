// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

/// The fields of a tar header, a block of 512 bytes.
/// https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
namespace jettison::tarformat {

constexpr qint64 BlockSize = 512;

/// Bytes from the end of a content of that size to the next block.
qint64 padding(qint64 size);

bool isZero(const QByteArray &block);
bool hasRightChecksum(const QByteArray &block);
/// The beginning of the block as text, for an error.
QString excerpt(const QByteArray &block);

char type(const QByteArray &block);
QString path(const QByteArray &block);
QString linkTarget(const QByteArray &block);
int mode(const QByteArray &block);
/// 0 where they cannot be read.
qint64 owner(const QByteArray &block);
qint64 group(const QByteArray &block);
/// Of GNU's old sparse files: how big they are, and whether more blocks follow the header, or such a block.
/// https://www.gnu.org/software/tar/manual/html_node/Standard.html
qint64 sparseSize(const QByteArray &block);
bool hasSparseMap(const QByteArray &block);
bool sparseMapGoesOn(const QByteArray &map);
/// Octal digits, or GNU's binary numbers for what is too big for these.
std::optional<qint64> size(const QByteArray &block);

/// Lines of the form `LENGTH KEY=VALUE`.
std::optional<QMap<QByteArray, QByteArray>> paxRecords(const QByteArray &content);

/// Of a file or, with a target, of a symbolic link, as root's and from 1970, so that the same content makes
/// the same archive. A link's path and target have at most 100 bytes.
QByteArray fileHeader(const QString &path, qint64 size);
QByteArray linkHeader(const QString &path, const QString &target);

} // namespace jettison::tarformat

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarformat.h"

#include <QByteArrayView>

#include <algorithm>

namespace jettison::tarformat {

using namespace Qt::StringLiterals;

namespace {

struct Field
{
    qsizetype at = 0;
    qsizetype length = 0;
};

constexpr Field Name{0, 100};
constexpr Field Mode{100, 8};
constexpr Field Owner{108, 8};
constexpr Field Group{116, 8};
constexpr Field Size{124, 12};
constexpr Field Time{136, 12};
constexpr Field Checksum{148, 8};
constexpr qsizetype TypeAt = 156;
constexpr Field LinkName{157, 100};
constexpr Field Version{257, 8};
constexpr Field Prefix{345, 155};
constexpr qsizetype HasSparseMapAt = 482;
constexpr Field SparseSize{483, 12};
constexpr qsizetype SparseMapGoesOnAt = 504;

// Up to the first NUL, if there is one.
QByteArray textOf(const QByteArray &block, Field field)
{
    const QByteArray bytes = block.mid(field.at, field.length);
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.first(end);
}

std::optional<qint64> octal(const QByteArray &block, Field field)
{
    const QByteArray digits = textOf(block, field).trimmed();
    bool isNumber = false;
    const qint64 value = digits.toLongLong(&isNumber, 8);
    if (digits.isEmpty()) {
        return 0;
    }
    return isNumber ? std::optional(value) : std::nullopt;
}

// Octal digits, or with the highest bit set a binary number.
std::optional<qint64> number(const QByteArray &block, Field field)
{
    if (!(uchar(block[field.at]) & 0x80)) {
        return octal(block, field);
    }
    qint64 value = 0;
    for (qsizetype i = 1; i < field.length; ++i) {
        if (value >> 54) {
            return {};
        }
        value = value << 8 | uchar(block[field.at + i]);
    }
    return value;
}

// The checksum itself counts as blanks. Some old writers summed up signed bytes.
template <typename Byte> qint64 sumOf(const QByteArray &block)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < block.size(); ++i) {
        const bool isChecksum = i >= Checksum.at && i < Checksum.at + Checksum.length;
        sum += isChecksum ? ' ' : static_cast<Byte>(block[i]);
    }
    return sum;
}

void put(QByteArray &block, Field field, const QByteArray &bytes)
{
    Q_ASSERT(bytes.size() <= field.length);
    block.replace(field.at, bytes.size(), bytes);
}

void putNumber(QByteArray &block, Field field, qint64 value)
{
    const QByteArray digits = QByteArray::number(value, 8);
    if (digits.size() < field.length) {
        put(block, field, digits.rightJustified(field.length - 1, '0'));
        return;
    }
    for (qsizetype i = field.length; i-- > 1;) {
        block[field.at + i] = char(value & 0xff);
        value >>= 8;
    }
    block[field.at] = char(0x80);
}

QByteArray header(const QByteArray &path, char type, qint64 size, const QByteArray &target)
{
    QByteArray block(BlockSize, '\0');
    put(block, Name, path.first(std::min(path.size(), Name.length)));
    putNumber(block, Mode, type == '2' ? 0777 : 0644);
    putNumber(block, Owner, 0);
    putNumber(block, Group, 0);
    putNumber(block, Size, size);
    putNumber(block, Time, 0);
    block[TypeAt] = type;
    put(block, LinkName, target);
    put(block, Version, QByteArray("ustar\00000", 8));
    put(block, Checksum, QByteArray::number(sumOf<uchar>(block), 8).rightJustified(6, '0') + '\0' + ' ');
    return block;
}

// The length counts its own digits as well.
QByteArray record(const QByteArray &key, const QByteArray &value)
{
    const QByteArray rest = ' ' + key + '=' + value + '\n';
    qsizetype length = rest.size();
    while (length != rest.size() + QByteArray::number(length).size()) {
        length = rest.size() + QByteArray::number(length).size();
    }
    return QByteArray::number(length) + rest;
}

// What stands before the header of a file whose path is too long for it.
QByteArray extension(const QByteArray &path)
{
    if (path.size() <= Name.length) {
        return {};
    }
    const QByteArray content = record("path", path);
    return header("pax", 'x', content.size(), {}) + content + QByteArray(padding(content.size()), '\0');
}

} // namespace

qint64 padding(qint64 size)
{
    return (BlockSize - size % BlockSize) % BlockSize;
}

bool isZero(const QByteArray &block)
{
    return std::ranges::all_of(block, [](char byte) { return byte == '\0'; });
}

bool hasRightChecksum(const QByteArray &block)
{
    const std::optional<qint64> written = octal(block, Checksum);
    return written && (*written == sumOf<uchar>(block) || *written == sumOf<signed char>(block));
}

QString excerpt(const QByteArray &block)
{
    QString text = QString::fromLatin1(textOf(block, {0, 80}));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text;
}

char type(const QByteArray &block)
{
    return block[TypeAt];
}

// The prefix is one of POSIX; GNU keeps other things there.
QString path(const QByteArray &block)
{
    const bool isPosix = block.mid(Version.at, 6) == QByteArrayView("ustar\0", 6);
    const QByteArray prefix = isPosix ? textOf(block, Prefix) : QByteArray();
    const QByteArray name = textOf(block, Name);
    return QString::fromUtf8(prefix.isEmpty() ? name : prefix + '/' + name);
}

QString linkTarget(const QByteArray &block)
{
    return QString::fromUtf8(textOf(block, LinkName));
}

int mode(const QByteArray &block)
{
    return int(octal(block, Mode).value_or(0) & 07777);
}

qint64 owner(const QByteArray &block)
{
    return number(block, Owner).value_or(0);
}

qint64 group(const QByteArray &block)
{
    return number(block, Group).value_or(0);
}

qint64 sparseSize(const QByteArray &block)
{
    return std::max<qint64>(0, number(block, SparseSize).value_or(0));
}

bool hasSparseMap(const QByteArray &block)
{
    return block[HasSparseMapAt] != 0;
}

bool sparseMapGoesOn(const QByteArray &map)
{
    return map[SparseMapGoesOnAt] != 0;
}

std::optional<qint64> size(const QByteArray &block)
{
    return number(block, Size);
}

std::optional<QMap<QByteArray, QByteArray>> paxRecords(const QByteArray &content)
{
    QMap<QByteArray, QByteArray> records;
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype space = content.indexOf(' ', at);
        bool isNumber = false;
        const qsizetype length = space < 0 ? 0 : content.mid(at, space - at).toLongLong(&isNumber);
        if (!isNumber || length <= space - at || length > content.size() - at) {
            return {};
        }
        const QByteArray record = content.mid(space + 1, at + length - space - 2);
        const qsizetype equals = record.indexOf('=');
        if (equals < 1 || content[at + length - 1] != '\n') {
            return {};
        }
        records.insert(record.first(equals), record.mid(equals + 1));
        at += length;
    }
    return records;
}

QByteArray fileHeader(const QString &path, qint64 size)
{
    return extension(path.toUtf8()) + header(path.toUtf8(), '0', size, {});
}

QByteArray linkHeader(const QString &path, const QString &target)
{
    return header(path.toUtf8(), '2', 0, target.toUtf8());
}

} // namespace jettison::tarformat

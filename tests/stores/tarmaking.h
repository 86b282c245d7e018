// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

/// Tar archives made by hand, broken ones too.
namespace jettison::tarmaking {

struct Member
{
    QByteArray name;
    char type = '0';
    QByteArray content = {};
    QByteArray target = {};
    int mode = 0644;
    /// Said instead of the content's own.
    qint64 size = -1;
    int owner = 0;
    int group = 0;
};

inline QByteArray padded(QByteArray bytes)
{
    return bytes.append((512 - bytes.size() % 512) % 512, '\0');
}

inline QByteArray octal(qint64 value, int length)
{
    return QByteArray::number(value, 8).rightJustified(length - 1, '0') + '\0';
}

inline QByteArray header(const Member &member)
{
    const qint64 size = member.size < 0 ? member.content.size() : member.size;
    QByteArray block(512, '\0');
    const auto put = [&](qsizetype at, const QByteArray &bytes) { block.replace(at, bytes.size(), bytes); };
    put(0, member.name.left(100));
    put(100, octal(member.mode, 8));
    put(108, octal(member.owner, 8));
    put(116, octal(member.group, 8));
    put(124, octal(size, 12));
    put(136, octal(0, 12));
    put(148, QByteArray(8, ' '));
    block[156] = member.type;
    put(157, member.target.left(100));
    put(257, QByteArray("ustar\00000", 8));
    qint64 sum = 0;
    for (const char byte : block) {
        sum += uchar(byte);
    }
    put(148, octal(sum, 7) + ' ');
    return block;
}

inline QByteArray member(const Member &member)
{
    return header(member) + padded(member.content);
}

/// A PAX header for the member that follows.
inline QByteArray pax(const QByteArray &key, const QByteArray &value)
{
    const QByteArray tail = ' ' + key + '=' + value + '\n';
    qsizetype length = tail.size() + 1;
    while (QByteArray::number(length).size() + tail.size() != length) {
        ++length;
    }
    return member({.name = "pax", .type = 'x', .content = QByteArray::number(length) + tail});
}

inline QByteArray end()
{
    return QByteArray(1024, '\0');
}

} // namespace jettison::tarmaking

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/droplist.h"

#include "stores/archive/durable.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStringList>

namespace jettison::droplist {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxSize = 64 * 1024 * 1024;

QString placeIn(const QString &folder)
{
    return folder + "/.jettison-dropping"_L1;
}

// Names nothing outside of the folder, and no half of a name.
bool isBlob(const QString &path)
{
    static const QRegularExpression form(
        uR"(\Ablobs/(sha256/[0-9a-f]{64}|sha384/[0-9a-f]{96}|sha512/[0-9a-f]{128})\z)"_s);
    return form.match(path).hasMatch();
}

// A link could lead anywhere.
bool isOurs(const QString &place)
{
    const QFileInfo info(place);
    return info.isFile() && !info.isSymbolicLink() && info.size() <= MaxSize;
}

} // namespace

QSet<QString> read(const QString &folder)
{
    QSet<QString> paths;
    QFile file(placeIn(folder));
    if (!isOurs(file.fileName()) || !file.open(QIODevice::ReadOnly)) {
        return paths;
    }
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (isBlob(line)) {
            paths.insert(line);
        }
    }
    return paths;
}

Result<void> add(const QString &folder, const QSet<QString> &paths)
{
    const QSet<QString> known = read(folder);
    QStringList lines;
    for (const QString &path : known | paths) {
        if (isBlob(path)) {
            lines << path;
        }
    }
    if (lines.size() == known.size()) {
        return {};
    }
    const QString place = placeIn(folder);
    if (!isOurs(place)) {
        QFile::remove(place);
    }
    lines.sort();
    return durable::writeFile(place, lines.join(u'\n').toUtf8() + '\n');
}

void remove(const QString &folder)
{
    QFile::remove(placeIn(folder));
    // A kill may have left it.
    QFile::remove(placeIn(folder) + ".new"_L1);
}

} // namespace jettison::droplist

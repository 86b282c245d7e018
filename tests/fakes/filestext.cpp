// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/filestext.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;
using Kind = FileChange::Kind;
using Type = LayerEntry::Type;

namespace {

bool split(QString &text, QChar at, QString &rest)
{
    const qsizetype position = text.indexOf(at);
    if (position < 0) {
        return false;
    }
    rest = text.sliced(position + 1);
    text.truncate(position);
    return true;
}

LayerEntry entryFromText(QString text)
{
    LayerEntry entry{.mode = 0644};
    QString rest;
    if (split(text, u'@', rest)) {
        entry.mode = rest.toInt(nullptr, 8);
    }
    if (split(text, u'>', entry.linkTarget)) {
        entry.type = Type::SymbolicLink;
    } else if (split(text, u'~', entry.linkTarget)) {
        entry.type = Type::HardLink;
    } else if (split(text, u'=', rest)) {
        QString content;
        split(rest, u':', content);
        entry.size = rest.toLongLong();
        entry.content = qHash(content, 0);
    } else if (text.endsWith(u'/')) {
        entry.type = Type::Folder;
        text.chop(1);
    }
    entry.path = text;
    whiteouts::interpret(entry);
    return entry;
}

QString verb(Kind kind)
{
    switch (kind) {
    case Kind::Adds:
        return u"adds"_s;
    case Kind::Overwrites:
        return u"overwrites"_s;
    case Kind::ChangesMetadata:
        return u"changes"_s;
    case Kind::Repeats:
        return u"repeats"_s;
    case Kind::Hides:
        return u"hides"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

LayerListing layerFromText(const QString &name, const QString &text)
{
    LayerListing layer{.diffId = DiffId(name)};
    for (const QString &entry : text.split(u' ', Qt::SkipEmptyParts)) {
        layer.entries.push_back(entryFromText(entry));
    }
    return layer;
}

ImageFiles filesFromText(const QStringList &layers)
{
    std::vector<LayerListing> listings;
    for (const QString &layer : layers) {
        listings.push_back(layerFromText(QString::number(listings.size()), layer));
    }
    return ImageFiles::make(ImageId(u"image"_s), std::move(listings)).value();
}

QString changesText(const ImageFiles &files, int layer)
{
    QStringList lines;
    const ImageFiles::Layer &range = files.layers()[size_t(layer)];
    for (int i = range.begin; i < range.end; ++i) {
        const FileEntry &entry = files.entries()[size_t(i)];
        QString line = files.paths().path(entry.path) + u' ' + verb(entry.change.kind);
        if (entry.change.bytes > 0 || entry.change.files > 0) {
            line += u" %1 in %2"_s.arg(entry.change.bytes).arg(entry.change.files);
        }
        if (entry.change.lower >= 0) {
            line += u" of layer %1"_s.arg(entry.change.lower);
        }
        lines << line;
    }
    return lines.join(u'\n');
}

QString topText(const ImageFiles &files)
{
    QStringList texts;
    for (const ImageFiles::TopFile &file : files.top()) {
        QString text = files.paths().path(file.path);
        if (file.entry >= 0 && files.entries()[size_t(file.entry)].type == Type::SymbolicLink) {
            text += u'>' + files.entries()[size_t(file.entry)].linkTarget;
        }
        texts << (file.size > 0 ? text + u'=' + QString::number(file.size) : text);
    }
    texts.sort();
    return texts.join(u' ').trimmed();
}

QString wastedText(const ImageFiles &files)
{
    QStringList lines;
    for (const ImageFiles::WastedPath &wasted : files.wasted()) {
        lines << u"%1 %2 times %3"_s.arg(files.paths().path(wasted.path)).arg(wasted.times).arg(wasted.bytes);
    }
    return lines.join(u'\n');
}

QString treeText(const ImageFiles &files, const FileTree &tree)
{
    QStringList lines;
    for (const FileTree::Row &row : tree.rows) {
        lines << u"%1%2 %3 %4"_s.arg(files.paths().path(row.path), row.isFolder ? u"/"_s : QString())
                     .arg(row.bytes)
                     .arg(row.files);
    }
    lines.sort();
    return lines.join(u'\n');
}

} // namespace jettison

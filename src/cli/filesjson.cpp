// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/filesjson.h"

#include <QJsonArray>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

// Words of a script, never translated.
QString typeName(LayerEntry::Type type)
{
    switch (type) {
    case LayerEntry::Type::File:
        return u"file"_s;
    case LayerEntry::Type::Folder:
        return u"folder"_s;
    case LayerEntry::Type::SymbolicLink:
        return u"symlink"_s;
    case LayerEntry::Type::HardLink:
        return u"hardlink"_s;
    case LayerEntry::Type::CharacterDevice:
        return u"character-device"_s;
    case LayerEntry::Type::BlockDevice:
        return u"block-device"_s;
    case LayerEntry::Type::Pipe:
        return u"pipe"_s;
    case LayerEntry::Type::Whiteout:
        return u"whiteout"_s;
    case LayerEntry::Type::OpaqueWhiteout:
        return u"opaque-whiteout"_s;
    }
    Q_UNREACHABLE();
}

QString kindName(FileChange::Kind kind)
{
    switch (kind) {
    case FileChange::Kind::Adds:
        return u"adds"_s;
    case FileChange::Kind::Overwrites:
        return u"overwrites"_s;
    case FileChange::Kind::ChangesMetadata:
        return u"changes-metadata"_s;
    case FileChange::Kind::Repeats:
        return u"repeats"_s;
    case FileChange::Kind::Hides:
        return u"hides"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject changeToJson(const FileChange &change)
{
    return {
        {u"kind"_s, kindName(change.kind)},
        {u"lower"_s, change.lower < 0 ? QJsonValue() : QJsonValue(change.lower + 1)},
        {u"bytes"_s, change.bytes},
        {u"files"_s, change.files},
    };
}

QJsonObject toJson(const ImageFiles &files, const ListedFile &file)
{
    const FileEntry &entry = files.entries()[size_t(file.entry)];
    return {
        {u"path"_s, file.path},
        {u"type"_s, typeName(entry.type)},
        {u"size"_s, file.size},
        {u"mode"_s, QString::number(entry.mode, 8)},
        {u"owner"_s, entry.owner},
        {u"group"_s, entry.group},
        {u"target"_s, entry.linkTarget.isEmpty() ? QJsonValue() : QJsonValue(entry.linkTarget)},
        {u"layer"_s, entry.layer + 1},
        {u"change"_s, changeToJson(entry.change)},
    };
}

QJsonArray layersToJson(const ImageFiles &files, const QStringList &titles)
{
    QJsonArray array;
    ChainId chain;
    for (size_t i = 0; i < files.layers().size(); ++i) {
        const ImageFiles::Layer &layer = files.layers()[i];
        chain = chainIdOf(chain, layer.diffId);
        array << QJsonObject{
            {u"chainId"_s, chain.text()},
            {u"diffId"_s, layer.diffId.text()},
            {u"size"_s, layer.size},
            {u"wasted"_s, layer.wasted},
            {u"command"_s, titles.value(qsizetype(i))},
        };
    }
    return array;
}

} // namespace

QJsonObject filesToJson(const ImageFiles &files, const ListedFiles &listed, const QStringList &layerTitles)
{
    QJsonArray entries;
    for (const ListedFile &file : listed) {
        entries << toJson(files, file);
    }
    QJsonArray wasted;
    for (const ImageFiles::WastedPath &path : files.wasted()) {
        wasted << QJsonObject{
            {u"path"_s, u'/' + files.paths().path(path.path)},
            {u"times"_s, path.times},
            {u"bytes"_s, path.bytes},
        };
    }
    return {
        {u"image"_s, files.image().text()},
        {u"size"_s, files.size()},
        {u"wastedBytes"_s, files.wastedBytes()},
        {u"layers"_s, layersToJson(files, layerTitles)},
        {u"files"_s, entries},
        {u"wasted"_s, wasted},
    };
}

} // namespace jettison::cli

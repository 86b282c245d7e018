// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filestext.h"

#include "models/formatting.h"
#include "models/layertext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace jettison::filestext {

using namespace Qt::StringLiterals;
using Kind = FileChange::Kind;
using Type = LayerEntry::Type;

namespace {

struct FilesText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::FilesText)
};

// As ls(1) has them.
QChar typeLetter(Type type)
{
    switch (type) {
    case Type::Folder:
        return u'd';
    case Type::SymbolicLink:
        return u'l';
    case Type::CharacterDevice:
        return u'c';
    case Type::BlockDevice:
        return u'b';
    case Type::Pipe:
        return u'p';
    default:
        return u'-';
    }
}

// `bit` set makes the place of `x` a letter of its own.
void mark(QString &text, qsizetype place, bool isSet, QChar letter)
{
    if (isSet) {
        text[place] = text[place] == u'x' ? letter : letter.toUpper();
    }
}

QString hiddenText(const FileChange &change)
{
    return change.files == 0
        ? FilesText::tr("hides no file")
        : FilesText::tr("hides %1 in %n file(s)", nullptr, change.files).arg(formatSize(change.bytes));
}

bool isFile(const ImageFiles &files, const ImageFiles::TopFile &file)
{
    return file.entry >= 0 && files.entries()[size_t(file.entry)].type != Type::Folder;
}

} // namespace

QString path(const ImageFiles &files, const FileEntry &entry)
{
    const QString inTar = files.paths().path(entry.path);
    LayerEntry hidden{.path = inTar};
    if (entry.type == Type::Whiteout && whiteouts::interpret(hidden)) {
        return u'/' + hidden.path;
    }
    if (entry.type == Type::OpaqueWhiteout) {
        return u'/' + inTar.chopped(whiteouts::Opaque.size()) + u'*';
    }
    return u'/' + inTar;
}

QString name(const ImageFiles &files, const FileEntry &entry)
{
    const QString &inTar = files.paths().name(entry.path);
    switch (entry.type) {
    case Type::Whiteout:
        return inTar.sliced(whiteouts::Prefix.size());
    case Type::OpaqueWhiteout:
        return FilesText::tr("(all that was here before)");
    case Type::SymbolicLink:
        return FilesText::tr("%1 → %2", "symbolic link").arg(inTar, entry.linkTarget);
    case Type::HardLink:
        return FilesText::tr("%1 = %2", "hard link").arg(inTar, entry.linkTarget);
    default:
        return inTar;
    }
}

QString mode(const FileEntry &entry)
{
    if (entry.type == Type::Whiteout || entry.type == Type::OpaqueWhiteout) {
        return {};
    }
    QString text(typeLetter(entry.type));
    for (int bit = 8; bit >= 0; --bit) {
        text += (entry.mode >> bit & 1) ? QStringView(u"xwr").at(bit % 3) : QChar(u'-');
    }
    mark(text, 3, entry.mode & 04000, u's');
    mark(text, 6, entry.mode & 02000, u's');
    mark(text, 9, entry.mode & 01000, u't');
    return text;
}

QString change(const FileEntry &entry)
{
    const FileChange &change = entry.change;
    const QString size = formatSize(change.bytes);
    switch (change.kind) {
    case Kind::Adds:
        return FilesText::tr("added");
    case Kind::Overwrites:
        return change.files > 1
            ? FilesText::tr("overwrites %1 in %n file(s)", nullptr, change.files).arg(size)
            : FilesText::tr("overwrites %1").arg(size);
    case Kind::ChangesMetadata:
        return change.bytes == 0 ? FilesText::tr("other permissions")
                                 : FilesText::tr("other permissions, takes %1 again").arg(size);
    case Kind::Repeats:
        return change.bytes == 0 ? FilesText::tr("the same")
                                 : FilesText::tr("the same, takes %1 again").arg(size);
    case Kind::Hides:
        return hiddenText(change);
    }
    Q_UNREACHABLE();
}

QString summary(const ImageFiles &files)
{
    const auto count =
        std::ranges::count_if(files.top(), [&](const auto &file) { return isFile(files, file); });
    const QString seen = FilesText::tr("%Ln file(s), %1", nullptr, int(count)).arg(formatSize(files.size()));
    return files.wasted().empty()
        ? FilesText::tr("%1; nothing is wasted").arg(seen)
        : FilesText::tr("%1; wasted: %2 in %Ln file(s)", nullptr, int(files.wasted().size()))
              .arg(seen, formatSize(files.wastedBytes()));
}

QStringList layerTitles(const ImageFiles &files, const Snapshot &snapshot)
{
    const LayerGraph &graph = snapshot.layers();
    QStringList titles;
    ChainId chain;
    for (const ImageFiles::Layer &layer : files.layers()) {
        chain = chainIdOf(chain, layer.diffId);
        const LayerGraph::Index index = graph.find(chain);
        titles << layertext::title(
            index == LayerGraph::None ? Layer{.chainId = chain, .diffId = layer.diffId} : graph.layer(index));
    }
    return titles;
}

} // namespace jettison::filestext

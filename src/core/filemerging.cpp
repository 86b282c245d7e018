// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/filemerging.h"

#include <QStringTokenizer>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;
using Type = LayerEntry::Type;

namespace {

// As Linux has it (path_resolution(7)).
constexpr int MaxLinks = 40;
// Far beyond what an image of a million files needs.
constexpr int MaxPaths = 8'000'000;
constexpr qint64 MaxSteps = 500'000'000;

QStringView folderPart(QStringView path)
{
    return path.first(qMax<qsizetype>(0, path.lastIndexOf(u'/')));
}

QStringView namePart(QStringView path)
{
    return path.sliced(path.lastIndexOf(u'/') + 1);
}

bool hasSameMetadata(const FileEntry &one, const LayerEntry &other)
{
    return one.mode == other.mode && one.owner == other.owner && one.group == other.group;
}

} // namespace

// A whiteout hides nothing of its own layer, wherever in it it stands.
Result<void> FileMerging::add(const LayerListing &layer)
{
    const auto begin = int(m_files.m_entries.size());
    m_files.m_layers.push_back({.diffId = layer.diffId, .begin = begin});
    for (const bool whiteouts : {true, false}) {
        for (const LayerEntry &entry : layer.entries) {
            if (entry.isWhiteout() != whiteouts) {
                continue;
            }
            whiteouts ? addWhiteout(entry) : addFile(entry);
            if (m_files.m_paths.size() > MaxPaths || m_steps > MaxSteps) {
                return fail(ErrorCode::BrokenArchive,
                    u"the folders and links of the layer %1 are beyond all measure"_s.arg(
                        layer.diffId.text()));
            }
        }
    }
    m_files.m_layers.back().end = int(m_files.m_entries.size());
    return {};
}

void FileMerging::addWhiteout(const LayerEntry &entry)
{
    FileChange change{.kind = FileChange::Kind::Hides};
    SeenFiles::Hidden hidden;
    int links = MaxLinks;
    const bool isOpaque = entry.type == Type::OpaqueWhiteout;
    const Node node =
        isOpaque ? walk(PathTree::Root, entry.path, Missing::Left, links) : findSeen(entry.path);
    if (isOpaque && node != PathTree::None) {
        m_lastFolder.reset();
        hidden = m_seen.hideChildren(node);
    } else if (node > PathTree::Root) {
        const FileEntry *lower = entryAt(node);
        change.lower = lower ? lower->layer : -1;
        hidden = hide(node);
    }
    change.bytes = hidden.bytes;
    change.files = hidden.files;
    const QString path = whiteouts::tarPath(entry);
    append(entry, child(namedFolder(folderPart(path)), namePart(path)), change);
}

void FileMerging::addFile(const LayerEntry &entry)
{
    const bool isFolder = entry.type == Type::Folder;
    if (entry.path.isEmpty() && !isFolder) {
        return;
    }
    const Folder folder = folderOf(entry.path);
    const QStringView name = namePart(entry.path);
    const Node node = entry.path.isEmpty() ? PathTree::Root : child(folder.real, name);
    const Node named = folder.named == folder.real ? node : child(folder.named, name);
    const int content = contentOf(entry, node);
    const FileChange change = replace(node, entry, content);
    const int added = append(entry, named, change);
    if (m_seen.isSeen(node)) {
        m_seen.setEntry(node, added);
    } else {
        m_seen.show(node, folder.real, {.entry = added, .content = content, .isFolder = isFolder});
    }
}

int FileMerging::append(const LayerEntry &entry, Node path, const FileChange &change)
{
    const auto layer = int(m_files.m_layers.size()) - 1;
    m_files.m_entries.push_back({.path = path,
        .layer = layer,
        .type = entry.type,
        .mode = entry.mode,
        .size = entry.size,
        .owner = entry.owner,
        .group = entry.group,
        .linkTarget = entry.linkTarget,
        .change = change});
    m_files.m_layers.back().size += entry.size;
    m_files.m_size += entry.size;
    return int(m_files.m_entries.size()) - 1;
}

// Takes away what is at the path, unless it is a folder and stays one.
FileChange FileMerging::replace(Node node, const LayerEntry &entry, int content)
{
    using Kind = FileChange::Kind;
    const FileEntry *lower = entryAt(node);
    const bool staysFolder = m_seen.at(node).isFolder && entry.type == Type::Folder;
    if (!m_seen.isSeen(node) || (staysFolder && !lower)) {
        return {};
    }
    FileChange change{.kind = Kind::Overwrites, .lower = lower ? lower->layer : -1};
    if (lower && isSameContent(node, entry, content)) {
        change.kind = hasSameMetadata(*lower, entry) ? Kind::Repeats : Kind::ChangesMetadata;
    }
    if (!staysFolder) {
        const SeenFiles::Hidden hidden = hide(node);
        change.bytes = hidden.bytes;
        change.files = hidden.files;
    }
    return change;
}

// Its name counts from here on, so that a link to what it replaces does not lose it.
int FileMerging::contentOf(const LayerEntry &entry, Node node)
{
    int content = -1;
    if (entry.type == Type::File) {
        content = m_seen.addContent({.size = entry.size,
            .digest = entry.content,
            .path = node,
            .layer = int(m_files.m_layers.size()) - 1});
    } else if (entry.type == Type::HardLink) {
        const Node target = findSeen(entry.linkTarget);
        content = target == PathTree::None ? -1 : m_seen.at(target).content;
    }
    if (content >= 0) {
        m_seen.addName(content);
    }
    return content;
}

bool FileMerging::isSameContent(Node node, const LayerEntry &entry, int content) const
{
    const int old = m_seen.at(node).content;
    if (old >= 0 && content >= 0) {
        return m_seen.content(old).size == m_seen.content(content).size
            && m_seen.content(old).digest == m_seen.content(content).digest;
    }
    const FileEntry &lower = *entryAt(node);
    const bool isDevice = entry.type == Type::CharacterDevice || entry.type == Type::BlockDevice;
    return old < 0 && content < 0 && lower.type == entry.type && !isDevice
        && lower.linkTarget == entry.linkTarget;
}

FileMerging::Folder FileMerging::folderOf(const QString &path)
{
    const QStringView folder = folderPart(path);
    if (!m_lastFolder || m_lastPath != folder) {
        int links = MaxLinks;
        const Node real = walk(PathTree::Root, folder, Missing::Made, links);
        m_lastFolder = Folder{.named = links == MaxLinks ? real : namedFolder(folder), .real = real};
        m_lastPath = folder.toString();
    }
    return *m_lastFolder;
}

// The names alone, wherever links would lead.
FileMerging::Node FileMerging::namedFolder(QStringView path)
{
    Node at = PathTree::Root;
    for (const QStringView name : qTokenize(path, u'/', Qt::SkipEmptyParts)) {
        ++m_steps;
        at = child(at, name);
    }
    return at;
}

// A link at the path's end is found itself. None: nothing is seen there.
FileMerging::Node FileMerging::findSeen(QStringView path)
{
    int links = MaxLinks;
    const Node folder = walk(PathTree::Root, folderPart(path), Missing::Left, links);
    if (folder == PathTree::None || namePart(path).isEmpty()) {
        return folder;
    }
    const Node node = m_files.m_paths.find(folder, namePart(path));
    return node != PathTree::None && m_seen.isSeen(node) ? node : PathTree::None;
}

// Follows symbolic links, as engines do below the root. `..` is a step back in their targets alone: in an
// entry's own path it is but a strange name. None: nothing is there and nothing was to be made.
FileMerging::Node FileMerging::walk(Node from, QStringView path, Missing missing, int &links, bool isTarget)
{
    Node at = from;
    for (const QStringView name : qTokenize(path, u'/', Qt::SkipEmptyParts)) {
        ++m_steps;
        if (isTarget && name == u"..") {
            at = at == PathTree::Root ? at : m_files.m_paths.parent(at);
        } else if (name != u".") {
            at = step(at, name, missing, links);
        }
        if (at == PathTree::None) {
            return at;
        }
    }
    return at;
}

FileMerging::Node FileMerging::step(Node from, QStringView name, Missing missing, int &links)
{
    const Node next = missing == Missing::Made ? child(from, name) : m_files.m_paths.find(from, name);
    if (next == PathTree::None || (missing == Missing::Left && !m_seen.isSeen(next))) {
        return PathTree::None;
    }
    const FileEntry *entry = entryAt(next);
    if (entry && entry->type == Type::SymbolicLink && links > 0) {
        --links;
        const QString target = entry->linkTarget;
        return walk(target.startsWith(u'/') ? PathTree::Root : from, target, missing, links, true);
    }
    if (missing == Missing::Made && !m_seen.at(next).isFolder) {
        if (m_seen.isSeen(next)) {
            hide(next);
        }
        m_seen.show(next, from, {.entry = SeenFiles::Implied, .isFolder = true});
    }
    return next;
}

FileMerging::Node FileMerging::child(Node folder, QStringView name)
{
    const Node node = m_files.m_paths.at(folder, name);
    m_seen.reserve(node);
    return node;
}

SeenFiles::Hidden FileMerging::hide(Node node)
{
    m_lastFolder.reset();
    return m_seen.hide(node);
}

const FileEntry *FileMerging::entryAt(Node node) const
{
    const int entry = m_seen.at(node).entry;
    return entry < 0 ? nullptr : &m_files.m_entries[size_t(entry)];
}

ImageFiles FileMerging::finish(const ImageId &image) &&
{
    m_files.m_image = image;
    m_files.m_top = m_seen.top();
    m_files.m_wasted = m_seen.wasted();
    for (size_t i = 0; i < m_files.m_layers.size(); ++i) {
        m_files.m_layers[i].wasted = m_seen.wastedOf(int(i));
        m_files.m_wastedBytes += m_files.m_layers[i].wasted;
    }
    return std::move(m_files);
}

} // namespace jettison

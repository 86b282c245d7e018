// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/seenfiles.h"

#include <optional>

namespace jettison {

/// Lays layers on one another as an engine does, and keeps account of what each entry does.
class FileMerging
{
public:
    /// On top of those before. See ImageFiles::make().
    Result<void> add(const LayerListing &layer);
    ImageFiles finish(const ImageId &image) &&;

private:
    using Node = PathTree::Index;

    enum class Missing { Made, Left };
    /// A folder as a layer names it, and where that leads.
    struct Folder
    {
        Node named = PathTree::Root;
        Node real = PathTree::Root;
    };

    void addWhiteout(const LayerEntry &entry);
    void addFile(const LayerEntry &entry);
    int append(const LayerEntry &entry, Node path, const FileChange &change);
    FileChange replace(Node node, const LayerEntry &entry, int content);
    int contentOf(const LayerEntry &entry, Node node);
    bool isSameContent(Node node, const LayerEntry &entry, int content) const;

    Folder folderOf(const QString &path);
    Node namedFolder(QStringView path);
    Node findSeen(QStringView path);
    Node walk(Node from, QStringView path, Missing missing, int &links, bool isTarget = false);
    Node step(Node from, QStringView name, Missing missing, int &links);
    Node child(Node folder, QStringView name);
    SeenFiles::Hidden hide(Node node);

    /// Null where no layer tells of what is seen, or nothing is.
    const FileEntry *entryAt(Node node) const;

    ImageFiles m_files;
    SeenFiles m_seen;
    /// Entries of one folder follow one another.
    QString m_lastPath;
    std::optional<Folder> m_lastFolder;
    qint64 m_steps = 0;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/filetree.h"

namespace jettison {

namespace {

using Type = LayerEntry::Type;

class TreeMaking
{
public:
    explicit TreeMaking(const PathTree &paths)
        : m_paths(paths),
          m_rowOf(size_t(paths.size()), -1)
    {
    }

    void add(PathTree::Index path, int entry, qint64 bytes, bool isFolder)
    {
        if (path == PathTree::Root) {
            return;
        }
        const int known = m_rowOf[size_t(path)];
        if (known >= 0 && isFolder && m_tree.rows[size_t(known)].isFolder) {
            m_tree.rows[size_t(known)].entry = entry;
            return;
        }
        const int parent = folder(m_paths.parent(path));
        m_rowOf[size_t(path)] = int(m_tree.rows.size());
        m_tree.rows.push_back({.path = path,
            .entry = entry,
            .parent = parent,
            .bytes = bytes,
            .files = isFolder ? 0 : 1,
            .isFolder = isFolder});
    }

    FileTree finish()
    {
        for (size_t i = m_tree.rows.size(); i-- > 0;) {
            const FileTree::Row row = m_tree.rows[i];
            if (row.parent >= 0) {
                m_tree.rows[size_t(row.parent)].bytes += row.bytes;
                m_tree.rows[size_t(row.parent)].files += row.files;
            }
        }
        return std::move(m_tree);
    }

private:
    int folder(PathTree::Index path)
    {
        std::vector<PathTree::Index> missing;
        const auto isMissing = [&](PathTree::Index at) {
            const int row = m_rowOf[size_t(at)];
            return row < 0 || !m_tree.rows[size_t(row)].isFolder;
        };
        for (PathTree::Index at = path; at != PathTree::Root && isMissing(at); at = m_paths.parent(at)) {
            missing.push_back(at);
        }
        for (; !missing.empty(); missing.pop_back()) {
            const PathTree::Index at = missing.back();
            const int parent = m_rowOf[size_t(m_paths.parent(at))];
            m_rowOf[size_t(at)] = int(m_tree.rows.size());
            m_tree.rows.push_back({.path = at, .parent = parent, .isFolder = true});
        }
        return m_rowOf[size_t(path)];
    }

    const PathTree &m_paths;
    FileTree m_tree;
    std::vector<int> m_rowOf;
};

} // namespace

FileTree FileTree::ofLayer(const ImageFiles &files, int layer)
{
    TreeMaking making(files.paths());
    const ImageFiles::Layer &range = files.layers()[size_t(layer)];
    for (int i = range.begin; i < range.end; ++i) {
        const FileEntry &entry = files.entries()[size_t(i)];
        making.add(entry.path, i, entry.size, entry.type == Type::Folder);
    }
    return making.finish();
}

FileTree FileTree::ofImage(const ImageFiles &files)
{
    TreeMaking making(files.paths());
    for (const ImageFiles::TopFile &file : files.top()) {
        const bool isFolder = file.entry < 0 || files.entries()[size_t(file.entry)].type == Type::Folder;
        making.add(file.path, file.entry, file.size, isFolder);
    }
    return making.finish();
}

} // namespace jettison

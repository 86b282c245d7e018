// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace jettison {

/// Paths, each with a number of its own, a folder's less than those of what is in it. Finding one takes as
/// long however many there are.
class PathTree
{
public:
    using Index = int;
    static constexpr Index None = -1;
    static constexpr Index Root = 0;

    PathTree();

    int size() const { return int(m_nodes.size()); }
    /// Root has none.
    Index parent(Index node) const { return m_nodes[size_t(node)].parent; }
    const QString &name(Index node) const { return m_nodes[size_t(node)].name; }
    /// Without a slash at its beginning; empty for Root.
    QString path(Index node) const;

    /// None if there is no such name in the folder.
    Index find(Index folder, QStringView name) const;
    /// Finds or adds it.
    Index at(Index folder, QStringView name);

private:
    struct Node
    {
        QString name;
        Index parent = None;
    };

    /// The place in m_table where the name is or would be.
    size_t slot(Index folder, QStringView name) const;
    void grow();

    std::vector<Node> m_nodes;
    /// Open addressing: a power of two, never more than half full.
    std::vector<Index> m_table;
};

} // namespace jettison

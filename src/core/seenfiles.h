// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"

#include <QHash>

namespace jettison {

/// What is seen at each path while layers are laid on one another, and the contents that are not seen any
/// more. Hiding something takes as long as there are names seen in it.
class SeenFiles
{
public:
    using Node = PathTree::Index;

    static constexpr int Absent = -1;
    static constexpr int Implied = -2; ///< a folder, because something is in it

    struct State
    {
        /// In ImageFiles::entries(), or one of the above.
        int entry = Absent;
        int content = -1;
        bool isFolder = false;
        Node parent = PathTree::None;
        /// Those that are seen in a folder, as a list.
        Node firstChild = PathTree::None;
        Node previous = PathTree::None;
        Node next = PathTree::None;
    };
    /// A file, whatever names it has.
    struct Content
    {
        qint64 size = 0;
        quint64 digest = 0;
        Node path = PathTree::Root;
        int layer = 0;
        int names = 0;
    };
    struct Hidden
    {
        qint64 bytes = 0;
        int files = 0;
    };

    SeenFiles();

    /// Of a path that was reserved.
    const State &at(Node node) const { return m_states[size_t(node)]; }
    bool isSeen(Node node) const { return at(node).entry != Absent; }
    const Content &content(int content) const { return m_contents[size_t(content)]; }

    /// Paths up to this one may be asked for.
    void reserve(Node node);
    /// Nothing may be seen there yet.
    void show(Node node, Node parent, const State &state);
    void setEntry(Node node, int entry) { m_states[size_t(node)].entry = entry; }
    int addContent(const Content &content);
    /// One name more: it has to lose all before it is wasted.
    void addName(int content) { ++m_contents[size_t(content)].names; }

    /// With all that is in it.
    Hidden hide(Node node);
    Hidden hideChildren(Node folder);

    /// Contents that lost all their names; the most bytes first.
    std::vector<ImageFiles::WastedPath> wasted() const;
    qint64 wastedOf(int layer) const { return m_wastedOfLayers.value(layer); }
    std::vector<ImageFiles::TopFile> top() const;

private:
    void unlink(Node node);
    qint64 release(int content);

    std::vector<State> m_states;
    std::vector<Content> m_contents;
    QHash<Node, ImageFiles::WastedPath> m_wasted;
    QHash<int, qint64> m_wastedOfLayers;
};

} // namespace jettison

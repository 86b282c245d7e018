// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/seenfiles.h"

#include <algorithm>

namespace jettison {

SeenFiles::SeenFiles()
    : m_states{{.entry = Implied, .isFolder = true}}
{
}

void SeenFiles::reserve(Node node)
{
    if (size_t(node) >= m_states.size()) {
        m_states.resize(size_t(node) + 1);
    }
}

void SeenFiles::show(Node node, Node parent, const State &state)
{
    State &shown = m_states[size_t(node)];
    shown = state;
    shown.parent = parent;
    shown.next = std::exchange(m_states[size_t(parent)].firstChild, node);
    if (shown.next != PathTree::None) {
        m_states[size_t(shown.next)].previous = node;
    }
}

int SeenFiles::addContent(const Content &content)
{
    m_contents.push_back(content);
    return int(m_contents.size()) - 1;
}

SeenFiles::Hidden SeenFiles::hide(Node node)
{
    unlink(node);
    Hidden hidden;
    std::vector<Node> open{node};
    while (!open.empty()) {
        State &state = m_states[size_t(open.back())];
        open.pop_back();
        for (Node child = state.firstChild; child != PathTree::None; child = at(child).next) {
            open.push_back(child);
        }
        hidden.files += state.isFolder ? 0 : 1;
        hidden.bytes += release(state.content);
        state = {};
    }
    return hidden;
}

SeenFiles::Hidden SeenFiles::hideChildren(Node folder)
{
    Hidden sum;
    while (at(folder).firstChild != PathTree::None) {
        const Hidden hidden = hide(at(folder).firstChild);
        sum.bytes += hidden.bytes;
        sum.files += hidden.files;
    }
    return sum;
}

void SeenFiles::unlink(Node node)
{
    const State &gone = at(node);
    if (gone.next != PathTree::None) {
        m_states[size_t(gone.next)].previous = gone.previous;
    }
    if (gone.previous != PathTree::None) {
        m_states[size_t(gone.previous)].next = gone.next;
    } else {
        m_states[size_t(gone.parent)].firstChild = gone.next;
    }
}

// One name less. The bytes that cannot be reached any more.
qint64 SeenFiles::release(int index)
{
    if (index < 0) {
        return 0;
    }
    Content &content = m_contents[size_t(index)];
    if (--content.names > 0 || content.size == 0) {
        return 0;
    }
    ImageFiles::WastedPath &wasted = m_wasted[content.path];
    wasted.path = content.path;
    ++wasted.times;
    wasted.bytes += content.size;
    m_wastedOfLayers[content.layer] += content.size;
    return content.size;
}

std::vector<ImageFiles::WastedPath> SeenFiles::wasted() const
{
    std::vector<ImageFiles::WastedPath> wasted(m_wasted.cbegin(), m_wasted.cend());
    std::ranges::sort(wasted, [](const auto &one, const auto &other) {
        return one.bytes != other.bytes ? one.bytes > other.bytes : one.path < other.path;
    });
    return wasted;
}

// A path has a greater number than its folder, so folders come first by themselves.
std::vector<ImageFiles::TopFile> SeenFiles::top() const
{
    std::vector<ImageFiles::TopFile> top;
    std::vector<bool> isCounted(m_contents.size());
    for (Node node = 0; node < Node(m_states.size()); ++node) {
        const State &state = at(node);
        if (state.entry == Absent) {
            continue;
        }
        qint64 size = 0;
        if (state.content >= 0 && !isCounted[size_t(state.content)]) {
            isCounted[size_t(state.content)] = true;
            size = content(state.content).size;
        }
        top.push_back({.path = node, .entry = std::max(state.entry, -1), .size = size});
    }
    return top;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/pathtree.h"

#include <QHashFunctions>
#include <QHashSeed>
#include <QStringList>

namespace jettison {

namespace {

constexpr size_t FirstTable = 1024;

} // namespace

PathTree::PathTree()
    : m_table(FirstTable, None)
{
    m_nodes.emplace_back();
}

QString PathTree::path(Index node) const
{
    qsizetype length = 0;
    for (Index at = node; at != Root; at = parent(at)) {
        length += name(at).size() + 1;
    }
    QString path(qMax<qsizetype>(0, length - 1), u'/');
    for (Index at = node; at != Root; at = parent(at)) {
        const qsizetype size = name(at).size();
        length -= size + 1;
        path.replace(length, size, name(at));
    }
    return path;
}

size_t PathTree::slot(Index folder, QStringView name) const
{
    // The seed is the process's own, so that nobody can choose names that all meet in one place.
    const size_t hash = qHash(name, qHash(folder, QHashSeed::globalSeed()));
    const size_t mask = m_table.size() - 1;
    size_t at = hash & mask;
    while (m_table[at] != None) {
        const Node &node = m_nodes[size_t(m_table[at])];
        if (node.parent == folder && node.name == name) {
            break;
        }
        at = (at + 1) & mask;
    }
    return at;
}

PathTree::Index PathTree::find(Index folder, QStringView name) const
{
    return m_table[slot(folder, name)];
}

PathTree::Index PathTree::at(Index folder, QStringView name)
{
    const size_t place = slot(folder, name);
    if (m_table[place] != None) {
        return m_table[place];
    }
    const auto added = Index(m_nodes.size());
    m_table[place] = added;
    m_nodes.push_back({.name = name.toString(), .parent = folder});
    if (m_nodes.size() * 2 > m_table.size()) {
        grow();
    }
    return added;
}

void PathTree::grow()
{
    m_table.assign(m_table.size() * 2, None);
    for (Index node = Root + 1; node < size(); ++node) {
        m_table[slot(parent(node), name(node))] = node;
    }
}

} // namespace jettison

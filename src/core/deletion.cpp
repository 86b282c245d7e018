// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/deletion.h"

namespace jettison {

QList<RemovalLine> LayerLines::next(const QList<RemovalLine> &lines)
{
    QList<RemovalLine> all;
    for (const RemovalLine &line : lines) {
        all << line;
        if (line.kind != RemovalLine::Kind::Deleted) {
            continue;
        }
        const size_t end = m_layer + size_t(m_deletions[m_deletion].layers);
        for (; m_layer < end; ++m_layer) {
            all << RemovalLine{RemovalLine::Kind::Deleted, m_graph.layer(m_layers[m_layer]).chainId.text()};
        }
        ++m_deletion;
    }
    return all;
}

} // namespace jettison

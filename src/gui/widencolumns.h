// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QHeaderView>
#include <QTreeView>

#include <algorithm>
#include <initializer_list>

namespace jettison {

/// Makes columns wide enough for what is in sight, such as `about 7.96 MB`, of which the end matters. None
/// becomes narrower.
inline void widenColumns(const QTreeView &view, std::initializer_list<int> columns)
{
    // There it is public.
    const QAbstractItemView &cells = view;
    for (const int column : columns) {
        view.header()->resizeSection(
            column, std::max(view.header()->sectionSize(column), cells.sizeHintForColumn(column)));
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/logdelegate.h"

#include "gui/readablecolor.h"
#include "models/logmodel.h"

#include <optional>

namespace jettison {

namespace {

constexpr float TimeOpacity = 0.6F;

// The hue alone; how light it must be depends on what is behind it.
std::optional<int> hueOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Info:
        return {};
    case Message::Kind::Stopped:
    case Message::Kind::Removed:
        return 270;
    case Message::Kind::Untagged:
        return 210;
    case Message::Kind::Deleted:
        return 140;
    case Message::Kind::Warning:
        return 35;
    case Message::Kind::Error:
        return 0;
    }
    Q_UNREACHABLE();
}

} // namespace

void LogDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.column() == LogModel::TimeColumn) {
        // Some themes leave their own color for what stands back on a light one.
        QColor color = option->palette.color(QPalette::Text);
        color.setAlphaF(TimeOpacity);
        option->palette.setColor(QPalette::Text, color);
        return;
    }
    const auto kind = Message::Kind(index.data(LogModel::KindRole).toInt());
    if (const std::optional<int> hue = hueOf(kind)) {
        option->palette.setColor(QPalette::Text, readableColor(*hue, option->palette.color(QPalette::Base)));
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalline.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QLatin1StringView word(RemovalLine::Kind kind)
{
    switch (kind) {
    case RemovalLine::Kind::Stopped:
        return "Stopped: "_L1;
    case RemovalLine::Kind::Removed:
        return "Removed: "_L1;
    case RemovalLine::Kind::Untagged:
        return "Untagged: "_L1;
    case RemovalLine::Kind::Deleted:
        return "Deleted: "_L1;
    }
    Q_UNREACHABLE();
}

} // namespace

QString lineText(const RemovalLine &line)
{
    return word(line.kind) + line.target;
}

std::optional<RemovalLine> lineFromText(const QString &text)
{
    for (const auto kind : {RemovalLine::Kind::Stopped, RemovalLine::Kind::Removed,
             RemovalLine::Kind::Untagged, RemovalLine::Kind::Deleted}) {
        if (text.startsWith(word(kind))) {
            return RemovalLine{kind, text.sliced(word(kind).size())};
        }
    }
    return {};
}

int countLines(const QList<RemovalLine> &lines, RemovalLine::Kind kind)
{
    return int(std::ranges::count(lines, kind, &RemovalLine::kind));
}

} // namespace jettison

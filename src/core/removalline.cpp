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

int countLines(const QList<RemovalLine> &lines, RemovalLine::Kind kind)
{
    return int(std::ranges::count(lines, kind, &RemovalLine::kind));
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace jettison {

/// One line of what a removal does: what the engine reports, or what a plan predicts that it will.
struct RemovalLine
{
    enum class Kind { Stopped, Removed, Untagged, Deleted };

    Kind kind = Kind::Untagged;
    /// A container's name, a reference, or the digest of an image or layer.
    QString target;

    friend bool operator==(const RemovalLine &, const RemovalLine &) = default;
};

/// The docker command line's own words, such as `Untagged: app:1`. Not translated: scripts read it.
QString lineText(const RemovalLine &line);
/// And back. None: it is no such line.
std::optional<RemovalLine> lineFromText(const QString &text);

int countLines(const QList<RemovalLine> &lines, RemovalLine::Kind kind);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QStringList>

namespace jettison {

/// For people: with short IDs.
QString shortened(QString text);
/// For people: with commas.
QString listed(const QStringList &lines);
/// Empty, or what was expected and what came.
QStringList compared(const QString &what, const QStringList &expected, const QStringList &got);
/// Podman shows whole names. Of what a token says: `Untagged: a:1`, `gone a:1`, `kept sha256:… a:1`,
/// `sha256:… a:1 a:2`.
QString withWholeNames(const QString &token);
/// A prune takes images as they come.
QStringList inAnyOrder(QStringList lines, const QString &request);
/// Podman says what it deleted before it says by which name.
QStringList inPodmansOrder(QStringList lines);

} // namespace jettison

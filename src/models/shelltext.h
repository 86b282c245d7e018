// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

/// Commands that are shown to be pasted into a shell.
namespace jettison::shelltext {

/// One argument, in quotes if it needs them: names come out of labels, which anybody writes.
QString word(QString text);

} // namespace jettison::shelltext

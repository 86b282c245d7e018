// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

class QCoreApplication;

namespace jettison {

/// Has the application speak the person's language where there is a translation of it. To be called once,
/// before anything is shown.
void installTranslations(QCoreApplication &application);

} // namespace jettison

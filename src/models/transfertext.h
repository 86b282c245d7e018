// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageimport.h"
#include "models/messages.h"

/// Texts about export and import.
namespace jettison::transfertext {

/// `Adds 80 MB: 3 of 12 layers are new`
QString added(const ImportPreview::Sum &sum);
/// `new`, `there already` …
QString state(const ImportPreview::Entry &entry);
/// Its names in the store, or its ID.
QString names(const ImportPreview::Entry &entry);
/// `linux/amd64, linux/arm64`; of what is no image, what it is.
QString platforms(const ImportPreview::Entry &entry);
/// `app:1 leaves image 0123456789ab`
QString moved(const MovedName &name);

/// What went otherwise than asked for, or has to be known.
QList<Message> remarks(const ExportReport &report);
QList<Message> remarks(const ImportReport &report);
/// One line at the end.
Message summary(const ExportReport &report);
Message summary(const ImportReport &report);

} // namespace jettison::transfertext

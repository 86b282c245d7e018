// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undochoice.h"

#include <algorithm>

namespace jettison {

UndoChoice chooseUndo(const QList<Backup> &backups, const StoreInfo &store)
{
    UndoChoice choice;
    for (const Backup &backup : backups) {
        if (backup.store.endpoint != store.endpoint || backup.undone.isValid()) {
            continue;
        }
        if (!backup.isHopeless() && !backup.isForOthersThan(store.traits.ids)) {
            choice.backup = backup;
            return choice;
        }
        choice.passedOver << backup;
    }
    const auto other = std::ranges::find(choice.passedOver, false, &Backup::isHopeless);
    if (other != choice.passedOver.cend()) {
        choice.backup = *other;
        choice.passedOver.erase(other, choice.passedOver.cend());
    }
    return choice;
}

} // namespace jettison

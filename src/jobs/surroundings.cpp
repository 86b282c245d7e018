// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/surroundings.h"

#include "jobs/patience.h"

namespace jettison {

Surroundings readSurroundings(const QList<Container> &containers, Store &store, const CancelToken &cancel)
{
    Surroundings surroundings;
    for (const Container &container : containers) {
        const Result<ContainerFate> fate = store.containerFate(container.id, callWith(cancel));
        if (fate) {
            surroundings.fates.insert(container.id, *fate);
        } else if (!concernsOne(fate.error())) {
            return surroundings;
        }
    }
    surroundings.services =
        store.services(callWith(cancel, SurroundingsPatience)).value_or(QList<SwarmService>());
    return surroundings;
}

} // namespace jettison

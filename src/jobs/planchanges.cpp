// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/planchanges.h"

#include "jobs/imagesteps.h"
#include "jobs/patience.h"

namespace jettison {

PlanChanges::PlanChanges(const RemovalPlan &plan, Store &store, const RemovalControl &control)
    : m_planned(*plan.snapshot),
      m_store(store),
      m_control(control)
{
}

std::optional<Error> PlanChanges::readChildren()
{
    const Result<QList<Image>> images = m_store.images(callWith(m_control.abort));
    if (!images) {
        return images.error();
    }
    for (const Image &image : *images) {
        const bool isNew = m_planned.store().traits.childrenHold && !m_planned.image(image.id);
        for (const Image *above = isNew ? m_planned.image(image.parent) : nullptr; above;
            above = m_planned.image(above->parent)) {
            m_builtOn.insert(above->id, {.code = ErrorCode::NewChildImage, .detail = image.id.text()});
        }
    }
    return {};
}

std::optional<Error> PlanChanges::of(const ImageId &image)
{
    if (const auto built = m_builtOn.constFind(image); built != m_builtOn.constEnd()) {
        return *built;
    }
    const Result<Image> now = m_store.image(image, callWith(m_control.abort));
    if (!now) {
        return now.error();
    }
    if (const std::optional<Error> change = referenceChange(m_planned.image(image)->references, *now)) {
        return change;
    }
    return newContainer(image, m_planned, m_store, m_control);
}

} // namespace jettison

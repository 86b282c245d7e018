// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/heldlayers.h"

#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

void HeldLayers::start(const SnapshotPtr &snapshot, const ImageContents &contents)
{
    *this = {};
    m_contents = contents;
    std::ranges::copy_if(
        snapshot->containers(), std::back_inserter(m_containers), [&](const Container &container) {
            return !snapshot->image(container.image) && !contents.contains(container.image);
        });
    // The images at the ends of the chains have all layers.
    for (const Layer &layer : snapshot->layers().layers()) {
        if (layer.children.empty() && !m_containers.isEmpty()) {
            m_images << snapshot->images()[layer.images.front()].id;
        }
    }
}

Result<bool> HeldLayers::read(Store &store, const QDeadlineTimer &until, const CancelToken &cancel)
{
    while (!m_containers.isEmpty() || (!m_images.isEmpty() && !m_below.isEmpty())) {
        if (until.hasExpired()) {
            return false;
        }
        const Result<void> done = m_containers.isEmpty()
            ? readImage(m_images.takeLast(), store, cancel)
            : readContainer(m_containers.takeLast(), store, cancel);
        if (!done) {
            return tl::unexpected(done.error());
        }
    }
    match();
    return true;
}

Result<void> HeldLayers::readContainer(const Container &container, Store &store, const CancelToken &cancel)
{
    if (m_below.contains(container.image)) {
        return {};
    }
    const Result<QStringList> folders = store.layerFolders(container.id, callWith(cancel));
    if (!folders && !concernsOne(folders.error())) {
        return tl::unexpected(folders.error());
    }
    if (folders && !folders->isEmpty()) {
        m_below.insert(container.image, *folders);
    }
    return {};
}

Result<void> HeldLayers::readImage(const ImageId &image, Store &store, const CancelToken &cancel)
{
    const Result<QStringList> folders = store.layerFolders(image, callWith(cancel));
    if (!folders && !concernsOne(folders.error())) {
        return tl::unexpected(folders.error());
    }
    const qsizetype layers = m_contents.value(image).diffIds.size();
    m_isComplete = m_isComplete && folders && folders->size() == layers;
    for (qsizetype i = 0; m_isComplete && i < layers; ++i) {
        m_places.insert((*folders)[i], {.image = image, .layers = i + 1});
    }
    return {};
}

void HeldLayers::match()
{
    for (auto below = m_below.cbegin(); m_isComplete && below != m_below.cend(); ++below) {
        ImageContent content;
        for (const QString &folder : below.value()) {
            if (const auto place = m_places.constFind(folder); place != m_places.cend()) {
                content.diffIds = m_contents.value(place->image).diffIds.first(place->layers);
            }
        }
        m_found.insert(below.key(), content);
    }
}

} // namespace jettison

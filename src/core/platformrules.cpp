// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/platformrules.h"

#include "core/platformname.h"

#include <QSet>

#include <algorithm>

namespace jettison {

using Reason = KeptImage::Reason;

KeptImage PlatformRules::kept(Index image, Reason reason, const QString &name) const
{
    return {.image = m_snapshot.images()[image].id,
        .reason = reason,
        .references = m_snapshot.images()[image].references,
        .platforms = {name}};
}

std::optional<KeptImage> PlatformRules::refusal(const RemovalRequest &request, const QString &platform)
{
    const Image &image = m_snapshot.images()[request.image];
    const auto variant = std::ranges::find(image.variants, platform, &ImageVariant::digest);
    const bool isKnown = variant != image.variants.cend();
    const QString name = isKnown ? variant->name : platform;
    if (!m_snapshot.store().traits.removesPlatforms || !isKnown
        || variant->kind != ImageVariant::Kind::Platform) {
        return kept(request.image, Reason::NoPlatforms, name);
    }
    if (!variant->isPresent) {
        return kept(request.image, Reason::PlatformAbsent, name);
    }
    std::vector<int> users = m_snapshot.containersOf(request.image);
    const std::vector<int> &possible = m_snapshot.possibleUsersOf(request.image);
    users.insert(users.end(), possible.begin(), possible.end());
    if (!users.empty()) {
        KeptImage used = kept(request.image, Reason::PlatformInUse, name);
        for (const int position : users) {
            used.containers << m_snapshot.containers()[position];
        }
        return used;
    }
    const QList<ImageVariant> present = presentPlatforms(image);
    const bool isAll = std::ranges::all_of(
        present, [&](const ImageVariant &other) { return request.platforms.contains(other.digest); });
    if (isAll) {
        return kept(request.image, Reason::LastPlatform, name);
    }
    const std::optional<LayerGraph::Index> top = m_snapshot.layers().topOf(platform);
    if (!top || m_snapshot.layers().unreadImages() > 0) {
        return kept(request.image, Reason::PlatformUnread, name);
    }
    const std::vector<int> others = sharers(*top, request.image, platform);
    if (!others.empty() || hasTwin(request.image, *variant)) {
        KeptImage shared = kept(request.image, Reason::PlatformShared, name);
        for (const int other : others) {
            shared.children << m_snapshot.images()[other].id;
        }
        return shared;
    }
    return {};
}

// The engine tells platforms apart by their names.
bool PlatformRules::hasTwin(Index image, const ImageVariant &variant) const
{
    const QList<ImageVariant> &variants = m_snapshot.images()[image].variants;
    return std::ranges::count_if(variants, [&](const ImageVariant &other) {
        return other.kind == variant.kind
            && (usualPlatform(other.name) == usualPlatform(variant.name) || other.digest == variant.digest);
    }) > 1;
}

std::vector<int> PlatformRules::sharers(LayerGraph::Index top, Index image, const QString &platform)
{
    const LayerGraph &graph = m_snapshot.layers();
    countContents();
    QSet<LayerGraph::Index> own;
    for (LayerGraph::Index at = top; at != LayerGraph::None; at = graph.parent(at)) {
        own.insert(at);
    }
    std::vector<int> images;
    for (const LayerGraph::Index at : std::as_const(own)) {
        for (const LayerGraph::Index same : m_layers.value(graph.layer(at).diffId)) {
            const std::vector<int> needing = graph.imagesOf(same);
            std::ranges::copy_if(needing, std::back_inserter(images),
                [&](int other) { return other != image || !own.contains(same); });
        }
    }
    for (Index i = 0; i < m_snapshot.images().size(); ++i) {
        const bool hasIt = std::ranges::any_of(m_snapshot.images()[i].variants,
            [&](const ImageVariant &variant) { return variant.digest == platform; });
        if (hasIt && i != image) {
            images.push_back(i);
        }
    }
    // Its own other platforms may stand on the same layers.
    for (const ImageVariant &other : m_snapshot.images()[image].variants) {
        LayerGraph::Index at = graph.topOf(other.digest).value_or(LayerGraph::None);
        while (at != LayerGraph::None && !own.contains(at)) {
            at = graph.parent(at);
        }
        if (other.digest != platform && at != LayerGraph::None) {
            images.push_back(image);
        }
    }
    std::ranges::sort(images);
    images.erase(std::unique(images.begin(), images.end()), images.end());
    return images;
}

void PlatformRules::countContents()
{
    if (!m_layers.isEmpty()) {
        return;
    }
    const LayerGraph &graph = m_snapshot.layers();
    for (size_t i = 0; i < graph.layers().size(); ++i) {
        m_layers[graph.layers()[i].diffId].push_back(LayerGraph::Index(i));
    }
}

} // namespace jettison

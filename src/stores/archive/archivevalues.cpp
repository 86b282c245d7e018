// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivevalues.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

ImageVariant::Kind kindOf(ArchivedKind kind)
{
    switch (kind) {
    case ArchivedKind::Image:
        return ImageVariant::Kind::Platform;
    case ArchivedKind::Attestation:
        return ImageVariant::Kind::Attestation;
    case ArchivedKind::Artifact:
        return ImageVariant::Kind::Foreign;
    }
    Q_UNREACHABLE();
}

// A blob that is no layer has no diff ID.
DiffId nameOf(const ArchivedLayer &layer)
{
    return layer.diffId.isEmpty() ? DiffId(layer.digest) : layer.diffId;
}

qint64 sizeOf(const QList<ArchivedPlatform> &platforms)
{
    qint64 size = 0;
    QSet<DiffId> counted;
    for (const ArchivedPlatform &platform : platforms) {
        for (const ArchivedLayer &layer : platform.layers) {
            size += counted.contains(nameOf(layer)) || layer.path.isEmpty() ? 0 : layer.size;
            counted.insert(nameOf(layer));
        }
    }
    return size;
}

// A step for each layer; none where the configuration tells of more or fewer.
QList<HistoryEntry> stepsOf(const ArchivedPlatform &platform)
{
    QList<HistoryEntry> steps;
    for (const ImageConfig::Step &step : platform.config.history) {
        if (!step.isEmpty) {
            steps << HistoryEntry{.createdBy = step.createdBy};
        }
    }
    if (steps.size() != platform.layers.size()) {
        return {};
    }
    for (qsizetype i = 0; i < steps.size(); ++i) {
        steps[i].size = platform.layers[i].size;
    }
    return steps;
}

ImageContent chainOf(const ArchivedPlatform &platform)
{
    ImageContent chain{.history = stepsOf(platform)};
    for (const ArchivedLayer &layer : platform.layers) {
        chain.diffIds << nameOf(layer);
        chain.sizes << (layer.path.isEmpty() ? 0 : layer.size);
    }
    return chain;
}

} // namespace

Image toImage(const ArchivedImage &archived)
{
    Image image{.id = archived.id,
        .references = archived.references,
        .parent = archived.parent,
        .created = {},
        .size = sizeOf(archived.platforms),
        .labels = {}};
    for (const ArchivedPlatform &platform : archived.platforms) {
        const bool isForeign = platform.kind == ArchivedKind::Artifact;
        image.variants << ImageVariant{.kind = kindOf(platform.kind),
            .name = isForeign ? platform.mediaType : platform.name,
            .digest = platform.digest,
            .size = sizeOf({platform}),
            .isPresent = platform.isPresent};
        if (!image.created.isValid()) {
            image.created = platform.config.created;
            image.labels = platform.config.labels;
        }
    }
    return image;
}

ImageContent toContent(const ArchivedImage &archived)
{
    std::vector<ImageContent> chains;
    for (const ArchivedPlatform &platform : archived.platforms) {
        if (platform.isPresent && !platform.layers.isEmpty()) {
            chains.push_back(chainOf(platform));
        }
    }
    if (chains.empty()) {
        return {.history = QList<HistoryEntry>()};
    }
    ImageContent content = chains.front();
    content.others.assign(chains.begin() + 1, chains.end());
    return content;
}

} // namespace jettison

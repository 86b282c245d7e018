// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/importplan.h"

#include "stores/archive/archivevalues.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

bool isUsable(const ArchivedPlatform &platform)
{
    return platform.kind == ArchivedKind::Image && platform.isPresent && !platform.configPath.isEmpty();
}

// Where a name without a registry is one of this machine.
Reference localName(const Reference &reference)
{
    const QString first = reference.repository().section(u'/', 0, 0);
    const bool hasRegistry = reference.repository().contains(u'/')
        && (first.contains(u'.') || first.contains(u':') || first == "localhost"_L1);
    return hasRegistry ? reference : Reference("localhost/"_L1 + reference.text());
}

bool isPossible(const ImportPlace &place, const ArchivedImage &image)
{
    const bool takesAll = place.target && place.target->format == ArchiveFormat::Layout;
    return takesAll || std::ranges::any_of(image.platforms, isUsable);
}

// What is written for an engine has manifests, by which engines that keep images like a registry call them.
QHash<QString, ImageId> manifestIds(const Merge &merge)
{
    QHash<QString, ImageId> ids;
    const auto &files = merge.rewrite.replaced;
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QJsonValue config = QJsonDocument::fromJson(*file).object().value("config"_L1);
        const QString digest = config.toObject().value("digest"_L1).toString();
        if (file.key().startsWith("blobs/"_L1) && !digest.isEmpty()) {
            ids.insert(digest, ImageId(sha256Digest(*file)));
        }
    }
    return ids;
}

class Preview
{
public:
    Preview(const ImportPlace &place, const Merge &merge)
        : m_place(place),
          m_merge(merge),
          m_ids(storeIds(place, merge))
    {
    }

    ImportPreview make();

private:
    ImportPreview::Entry entryOf(const ArchivedImage &image);
    QList<const ArchivedPlatform *> platformsOf(const ArchivedImage &image) const;
    void addLayers(ImportPreview::Entry &entry, const ArchivedPlatform &platform);
    void addLayer(ImportPreview::Entry &entry, const QString &key, const ImportPreview::Layer &layer);

    const ImportPlace &m_place;
    const Merge &m_merge;
    QHash<ImageId, QList<ImageId>> m_ids;
    QHash<QString, int> m_positions;
    ImportPreview m_preview;
};

ImportPreview Preview::make()
{
    m_preview.path = m_place.source.path;
    for (const ArchivedImage &image : m_place.source.images) {
        m_preview.images << entryOf(image);
    }
    return std::move(m_preview);
}

ImportPreview::Entry Preview::entryOf(const ArchivedImage &image)
{
    ImportPreview::Entry entry{
        .image = toImage(image), .ids = m_ids.value(image.id), .isPossible = isPossible(m_place, image)};
    for (const ImageId &id : entry.ids) {
        if (m_place.snapshot.image(id) && !entry.isPresent()) {
            entry.presentId = id;
        }
    }
    for (const Reference &reference : image.references) {
        const Snapshot::Index holder = m_place.snapshot.find(nameInStore(m_place, reference));
        if (!reference.isDigest() && entry.isPossible) {
            entry.names << ImportPreview::Name{.inArchive = reference,
                .inStore = nameInStore(m_place, reference),
                .holder = holder == Snapshot::None ? ImageId() : m_place.snapshot.images()[holder].id};
        }
    }
    for (const ArchivedPlatform *platform : platformsOf(image)) {
        if (!platform->name.isEmpty() && platform->kind == ArchivedKind::Image) {
            entry.platforms << platform->name;
        }
        addLayers(entry, *platform);
    }
    entry.bringsPlatforms = entry.isPresent() && m_place.target
        && std::ranges::any_of(
            entry.layers, [this](int layer) { return m_preview.layers[size_t(layer)].isNew; });
    return entry;
}

// An engine, like an archive made for it, has an image for one platform.
QList<const ArchivedPlatform *> Preview::platformsOf(const ArchivedImage &image) const
{
    QList<const ArchivedPlatform *> platforms;
    const bool isLayout = m_place.target && m_place.target->format == ArchiveFormat::Layout;
    const ImageId id = m_merge.ids.value(image.id);
    for (const ArchivedPlatform &platform : image.platforms) {
        if (isLayout || (isUsable(platform) && platform.configDigest == id.text())) {
            platforms << &platform;
        }
    }
    return platforms;
}

void Preview::addLayers(ImportPreview::Entry &entry, const ArchivedPlatform &platform)
{
    const LayerGraph &graph = m_place.snapshot.layers();
    const StoreTraits &traits = m_place.snapshot.store().traits;
    ChainId chain;
    for (const ArchivedLayer &layer : platform.layers) {
        if (layer.path.isEmpty()) {
            continue;
        }
        if (m_place.target) {
            const auto added = m_merge.rewrite.added.constFind(layer.path);
            const bool isNew = added != m_merge.rewrite.added.cend();
            addLayer(entry, layer.path,
                {.path = layer.path, .size = isNew ? added->size : layer.size, .isNew = isNew});
            continue;
        }
        chain = chainIdOf(chain, layer.diffId);
        const ArchiveFile *file = m_place.source.catalog.find(layer.path);
        // An engine that keeps what it gets keeps it as it is sent: not packed.
        const qint64 sent = file && file->unpackedSize >= 0 ? file->unpackedSize : layer.size;
        const qint64 packed = traits.keepsPacked ? sent : 0;
        addLayer(entry, chain.text(),
            {.path = layer.path,
                .size = sent + packed,
                .packed = packed,
                .isNew = graph.find(chain) == LayerGraph::None,
                .isEstimate = traits.countsFiles});
    }
}

void Preview::addLayer(ImportPreview::Entry &entry, const QString &key, const ImportPreview::Layer &layer)
{
    const auto known = m_positions.constFind(key);
    const int position = known == m_positions.cend() ? int(m_preview.layers.size()) : *known;
    if (known == m_positions.cend()) {
        m_positions.insert(key, position);
        m_preview.layers.push_back(layer);
    }
    if (std::ranges::find(entry.layers, position) == entry.layers.end()) {
        entry.layers.push_back(position);
    }
}

} // namespace

Result<Merge> planImport(const ImportPlace &place, const QList<RemovalTarget> &targets)
{
    QList<WantedImage> wanted;
    for (const RemovalTarget &target : targets) {
        const auto found = std::ranges::find(place.source.images, target.image, &ArchivedImage::id);
        if (found == place.source.images.cend()) {
            return fail(ErrorCode::NotFound, target.image.text());
        }
        auto entry = std::ranges::find(wanted, found->id, &WantedImage::id);
        if (entry == wanted.end()) {
            entry = wanted.insert(wanted.end(), WantedImage{.id = found->id});
        }
        entry->references << (target.references.isEmpty() ? found->references : target.references);
    }
    return place.target ? planMerge(*place.target, place.source, wanted)
                        : planMerge(emptyArchive(ArchiveFormat::Docker), place.source, wanted);
}

Reference nameInStore(const ImportPlace &place, const Reference &reference)
{
    const bool isLayout = place.target && place.target->format == ArchiveFormat::Layout;
    if (isLayout || reference.isDigest()) {
        return reference;
    }
    const Reference name = engineReference(reference, place.source.path);
    return place.snapshot.store().traits.namesAreLocal ? localName(name) : name;
}

QHash<ImageId, QList<ImageId>> storeIds(const ImportPlace &place, const Merge &merge)
{
    const QHash<QString, ImageId> manifests = manifestIds(merge);
    QHash<ImageId, QList<ImageId>> all;
    for (const ArchivedImage &image : place.source.images) {
        const ImageId id = merge.ids.value(image.id);
        QList<ImageId> &ids = all[image.id];
        if (id.isEmpty()) {
            continue;
        }
        ids << id;
        if (!place.target) {
            ids << image.id << image.aliases;
            if (manifests.contains(id.text())) {
                ids << manifests.value(id.text());
            }
        }
    }
    return all;
}

Result<ImportPreview> previewImport(const ImportPlace &place)
{
    QList<RemovalTarget> targets;
    for (const ArchivedImage &image : place.source.images) {
        if (isPossible(place, image)) {
            targets << RemovalTarget{.image = image.id};
        }
    }
    return planImport(place, targets).map([&](const Merge &merge) { return Preview(place, merge).make(); });
}

} // namespace jettison

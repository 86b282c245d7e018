// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/dockerarchive.h"

#include "stores/archive/ocilayout.h"
#include "stores/archive/readingbudget.h"
#include "stores/jsonreading.h"

#include <algorithm>

namespace jettison::dockerarchive {

using namespace Qt::StringLiterals;

namespace {

tl::unexpected<Error> broken(const QString &why)
{
    return fail(ErrorCode::BrokenArchive, why);
}

// Where a configuration is named after its digest, that has to be right.
bool isNamedWrong(const QString &path, const QString &digest)
{
    const QString name = path.section(u'/', -1).section(u'.', 0, 0);
    return json::isHex(name) && digest.startsWith("sha256:"_L1) && digest != "sha256:"_L1 + name;
}

class DockerReader
{
public:
    explicit DockerReader(const ArchiveCatalog &catalog);

    Result<QList<ArchivedImage>> read();

private:
    Result<const ArchiveFile *> findFile(const QString &path, ArchivedImage &image) const;
    Result<void> addEntry(const QJsonObject &entry);
    Result<ArchivedPlatform> readPlatform(const QJsonObject &entry, ArchivedImage &image);
    Result<QList<ArchivedLayer>> readLayers(
        const QJsonArray &paths, const ImageConfig &config, ArchivedImage &image) const;
    void addLegacyFiles(const QString &layer, ArchivedImage &image) const;
    Result<void> addLayout();
    void addLayoutImage(const ArchivedImage &other);

    const ArchiveCatalog &m_catalog;
    QMultiHash<QString, QString> m_linksTo;
    ReadingBudget m_budget;
    QList<ArchivedImage> m_images;
    QHash<ImageId, qsizetype> m_positions;
};

DockerReader::DockerReader(const ArchiveCatalog &catalog)
    : m_catalog(catalog)
{
    for (auto link = catalog.links.begin(); link != catalog.links.end(); ++link) {
        m_linksTo.insert(catalog.resolved(link.key()), link.key());
    }
}

Result<QList<ArchivedImage>> DockerReader::read()
{
    const ArchiveFile *manifest = m_catalog.find(ManifestPath);
    if (!manifest) {
        return fail(ErrorCode::NotAnArchive, ManifestPath);
    }
    const Result<void> parsed =
        json::parseEntries(manifest->json, [this](const QJsonObject &entry) { return addEntry(entry); });
    if (!parsed) {
        return parsed.error().code == ErrorCode::BrokenArchive
            ? tl::unexpected(parsed.error())
            : broken(ManifestPath + ": "_L1 + parsed.error().detail);
    }
    for (ArchivedImage &image : m_images) {
        image.parent = m_positions.contains(image.parent) ? image.parent : ImageId();
    }
    if (const Result<void> added = addLayout(); !added) {
        return tl::unexpected(added.error());
    }
    return m_images;
}

Result<const ArchiveFile *> DockerReader::findFile(const QString &path, ArchivedImage &image) const
{
    const QStringList trail = m_catalog.trail(path);
    if (trail.isEmpty()) {
        return broken("its manifest names a file that is missing: "_L1 + path);
    }
    image.paths.unite(QSet<QString>(trail.cbegin(), trail.cend()));
    return m_catalog.find(path);
}

Result<void> DockerReader::addEntry(const QJsonObject &entry)
{
    ArchivedImage image{.parent = ImageId(entry.value("Parent"_L1).toString())};
    const QString path = entry.value("Config"_L1).toString();
    const Result<const ArchiveFile *> config = findFile(path, image);
    if (!config) {
        return tl::unexpected(config.error());
    }
    if (isNamedWrong(path, (*config)->digest)) {
        return broken(path + " is damaged"_L1);
    }
    const bool isHashed = (*config)->digest.startsWith("sha256:"_L1);
    if (const Result<void> taken = m_budget.take(1, isHashed ? 0 : (*config)->size); !taken) {
        return taken;
    }
    image.id = ImageId(sha256Digest(**config));
    // Some writers have an entry for each name.
    if (!m_positions.contains(image.id)) {
        const Result<ArchivedPlatform> platform = readPlatform(entry, image);
        if (!platform) {
            return tl::unexpected(platform.error());
        }
        image.platforms << *platform;
        m_positions.insert(image.id, m_images.size());
        m_images << image;
    }
    ArchivedImage &known = m_images[m_positions[image.id]];
    const QJsonArray names = entry.value("RepoTags"_L1).toArray();
    for (const QJsonValue name : names) {
        if (const Reference reference(name.toString()); !known.references.contains(reference)) {
            known.references << reference;
        }
    }
    return {};
}

Result<ArchivedPlatform> DockerReader::readPlatform(const QJsonObject &entry, ArchivedImage &image)
{
    const QString path = entry.value("Config"_L1).toString();
    const ArchiveFile *file = m_catalog.find(path);
    const Result<ImageConfig> config = parseImageConfig(file->json);
    if (!config) {
        return broken(path + ": "_L1 + config.error().detail);
    }
    const Result<QList<ArchivedLayer>> layers =
        m_budget.take(0, file->size).and_then([&] { return m_budget.take(*config); }).and_then([&] {
            return readLayers(entry.value("Layers"_L1).toArray(), *config, image);
        });
    if (!layers) {
        return tl::unexpected(layers.error());
    }
    return ArchivedPlatform{
        .name = config->platform,
        .configPath = m_catalog.resolved(path),
        .configDigest = image.id.text(),
        .config = *config,
        .layers = *layers,
    };
}

Result<QList<ArchivedLayer>> DockerReader::readLayers(
    const QJsonArray &paths, const ImageConfig &config, ArchivedImage &image) const
{
    if (paths.size() != config.diffIds.size()) {
        return broken(
            u"an image has %1 layers in the manifest and %2 in its configuration"_s.arg(paths.size())
                .arg(config.diffIds.size()));
    }
    QList<ArchivedLayer> layers;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString path = paths[i].toString();
        const Result<const ArchiveFile *> file = findFile(path, image);
        if (!file) {
            return tl::unexpected(file.error());
        }
        addLegacyFiles(path, image);
        layers << ArchivedLayer{
            .diffId = config.diffIds[i], .path = m_catalog.resolved(path), .size = (*file)->size};
    }
    return layers;
}

// Docker before version 25 has a folder for each layer; Podman and skopeo have one with a link to it.
void DockerReader::addLegacyFiles(const QString &layer, ArchivedImage &image) const
{
    QStringList names{layer};
    for (const QString &link : m_linksTo.values(m_catalog.resolved(layer))) {
        names << link;
        image.paths.insert(link);
    }
    for (const QString &name : names) {
        const QString folder = name.section(u'/', 0, -2);
        for (const QLatin1StringView beside : {"VERSION"_L1, "json"_L1}) {
            const QString path = folder + u'/' + beside;
            if (!folder.isEmpty() && m_catalog.files.contains(path)) {
                image.paths.insert(path);
            }
        }
    }
}

Result<void> DockerReader::addLayout()
{
    if (!m_catalog.find(ocilayout::IndexPath)) {
        return {};
    }
    const Result<QList<ArchivedImage>> others = ocilayout::images(m_catalog);
    if (!others) {
        return tl::unexpected(others.error());
    }
    for (const ArchivedImage &other : *others) {
        addLayoutImage(other);
    }
    return {};
}

void DockerReader::addLayoutImage(const ArchivedImage &other)
{
    bool isKnown = false;
    for (const ArchivedPlatform &platform : other.platforms) {
        const auto position = m_positions.constFind(ImageId(platform.configDigest));
        if (position == m_positions.cend()) {
            continue;
        }
        isKnown = true;
        ArchivedImage &image = m_images[*position];
        image.paths.unite(other.paths);
        for (const ImageId &alias : {other.id, ImageId(platform.digest)}) {
            if (!image.aliases.contains(alias)) {
                image.aliases << alias;
            }
        }
    }
    if (!isKnown) {
        m_images << other;
    }
}

} // namespace

Result<QList<ArchivedImage>> images(const ArchiveCatalog &catalog)
{
    return DockerReader(catalog).read();
}

Result<void> verify(
    const ArchiveCatalog &catalog, const QList<ArchivedImage> &images, const QList<ImageId> &wanted)
{
    return verifyImages(catalog, images, wanted);
}

} // namespace jettison::dockerarchive

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivelisting.h"

#include "stores/archive/dockerarchive.h"
#include "stores/archive/ocidescriptor.h"
#include "stores/archive/ocilayout.h"

#include <QJsonDocument>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Manifests = "manifests"_L1;
constexpr auto RepoTags = "RepoTags"_L1;
constexpr auto Parent = "Parent"_L1;

Result<std::optional<QJsonDocument>> parse(const ArchiveCatalog &catalog, const QString &path)
{
    const ArchiveFile *file = catalog.find(path);
    if (!file) {
        return std::nullopt;
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file->json, &error);
    // Go writes an empty list so where it was never made.
    if (error.error != QJsonParseError::NoError && file->json.trimmed() != "null") {
        return fail(ErrorCode::BrokenArchive, path + ": "_L1 + error.errorString());
    }
    return document;
}

// How images of an archive are named in its index: by their own ID in a layout, beside a manifest by another.
struct Owner
{
    ImageId id;
    bool isAlias = false;
};

QMultiHash<QString, Owner> ownersOf(const QList<ArchivedImage> &images)
{
    QMultiHash<QString, Owner> owners;
    for (const ArchivedImage &image : images) {
        owners.insert(image.id.text(), {.id = image.id});
        for (const ImageId &alias : image.aliases) {
            owners.insert(alias.text(), {.id = image.id, .isAlias = true});
        }
    }
    return owners;
}

// Docker writes full names into the index, and short ones into its manifest.
bool isSameName(const Reference &inIndex, const Reference &staying, bool isAlias)
{
    return inIndex == staying
        || (isAlias && (inIndex.canonical() == staying.canonical() || inIndex.text() == staying.tag()));
}

bool isNamedSo(const Reference &inIndex, const QList<Owner> &owners, const ImageReferences &staying)
{
    return std::ranges::any_of(owners, [&](const Owner &owner) {
        return std::ranges::any_of(staying.value(owner.id),
            [&](const Reference &reference) { return isSameName(inIndex, reference, owner.isAlias); });
    });
}

enum class Fate { Stays, StaysNameless, Goes };

Fate fateOf(
    const QJsonObject &descriptor, const QMultiHash<QString, Owner> &owners, const ImageReferences &staying)
{
    const QList<Owner> its = owners.values(oci::descriptor(descriptor).digest);
    const bool isNeeded =
        std::ranges::any_of(its, [&](const Owner &owner) { return staying.contains(owner.id); });
    if (its.isEmpty()) {
        return Fate::Stays;
    }
    if (!isNeeded) {
        return Fate::Goes;
    }
    const Reference reference = oci::referenceOf(descriptor);
    return reference.text().isEmpty() || isNamedSo(reference, its, staying) ? Fate::Stays
                                                                            : Fate::StaysNameless;
}

} // namespace

Result<ArchiveListing> ArchiveListing::read(const ArchiveCatalog &catalog)
{
    ArchiveListing listing;
    listing.m_catalog = &catalog;
    const auto manifest = parse(catalog, dockerarchive::ManifestPath);
    const auto index = parse(catalog, ocilayout::IndexPath);
    const auto repositories = parse(catalog, dockerarchive::RepositoriesPath);
    for (const auto *document : {&manifest, &index, &repositories}) {
        if (!*document) {
            return tl::unexpected(document->error());
        }
    }
    if (*manifest) {
        listing.m_manifest = (*manifest)->array();
    }
    if (*index) {
        listing.m_index = (*index)->object();
    }
    if (*repositories) {
        listing.m_repositories = (*repositories)->object();
    }
    return listing;
}

QJsonObject ArchiveListing::descriptor(const QString &digest) const
{
    const QJsonArray descriptors = m_index ? m_index->value(Manifests).toArray() : QJsonArray();
    const auto found = std::ranges::find_if(descriptors,
        [&](const QJsonValue &value) { return oci::descriptor(value.toObject()).digest == digest; });
    return found == descriptors.end() ? QJsonObject() : found->toObject();
}

ImageId ArchiveListing::idOf(const QJsonObject &entry) const
{
    const ArchiveFile *config = m_catalog->find(entry.value("Config"_L1).toString());
    return config ? ImageId(sha256Digest(*config)) : ImageId();
}

void ArchiveListing::keep(const QList<ArchivedImage> &images, const ImageReferences &staying)
{
    if (m_manifest) {
        keepInManifest(staying);
    }
    if (m_index) {
        keepInIndex(images, staying);
    }
    if (m_repositories) {
        keepInRepositories(images, staying);
    }
}

void ArchiveListing::keepInManifest(const ImageReferences &staying)
{
    QJsonArray kept;
    QSet<ImageId> seen;
    for (const QJsonValue value : std::as_const(*m_manifest)) {
        QJsonObject entry = value.toObject();
        const ImageId id = idOf(entry);
        if (!staying.contains(id)) {
            continue;
        }
        QJsonArray names;
        const QJsonArray before = entry.value(RepoTags).toArray();
        for (const QJsonValue name : before) {
            if (staying[id].contains(Reference(name.toString()))) {
                names << name;
            }
        }
        // Some writers have an entry for each name.
        if (names.isEmpty() && seen.contains(id)) {
            continue;
        }
        seen.insert(id);
        if (names != before) {
            entry[RepoTags] = names;
        }
        // Docker refuses an archive that lacks the parent of an image.
        if (!staying.contains(ImageId(entry.value(Parent).toString()))) {
            entry.remove(Parent);
        }
        kept << entry;
    }
    m_manifest = kept;
}

void ArchiveListing::keepInIndex(const QList<ArchivedImage> &images, const ImageReferences &staying)
{
    const QMultiHash<QString, Owner> owners = ownersOf(images);
    const QJsonArray before = m_index->value(Manifests).toArray();
    QSet<QString> kept;
    for (const QJsonValue value : before) {
        if (fateOf(value.toObject(), owners, staying) == Fate::Stays) {
            kept.insert(oci::descriptor(value.toObject()).digest);
        }
    }
    QJsonArray after;
    for (const QJsonValue value : before) {
        const QJsonObject descriptor = value.toObject();
        const QString digest = oci::descriptor(descriptor).digest;
        const Fate fate = fateOf(descriptor, owners, staying);
        if (fate == Fate::Stays) {
            after << value;
        } else if (fate == Fate::StaysNameless && !kept.contains(digest)) {
            kept.insert(digest);
            after << oci::named(descriptor, {});
        }
    }
    (*m_index)[Manifests] = after;
}

void ArchiveListing::keepInRepositories(const QList<ArchivedImage> &images, const ImageReferences &staying)
{
    QSet<Reference> gone;
    for (const ArchivedImage &image : images) {
        gone.unite(QSet<Reference>(image.references.cbegin(), image.references.cend()));
    }
    for (const QList<Reference> &references : staying) {
        gone.subtract(QSet<Reference>(references.cbegin(), references.cend()));
    }
    for (const Reference &reference : gone) {
        const QString repository = reference.repository();
        QJsonObject tags = m_repositories->value(repository).toObject();
        tags.remove(reference.tag());
        if (tags.isEmpty()) {
            m_repositories->remove(repository);
        } else {
            (*m_repositories)[repository] = tags;
        }
    }
}

void ArchiveListing::addEntry(const QJsonObject &entry, const QList<Reference> &references)
{
    QJsonArray &manifest = *m_manifest;
    const ImageId id = idOf(entry);
    const QString config = entry.value("Config"_L1).toString();
    const auto isSame = [&](const QJsonValue &value) {
        const QJsonObject other = value.toObject();
        return other.value("Config"_L1).toString() == config || (!id.isEmpty() && idOf(other) == id);
    };
    const auto found = std::ranges::find_if(std::as_const(manifest), isSame);
    const qsizetype position = found - std::as_const(manifest).begin();
    QJsonObject named = found == std::as_const(manifest).end() ? entry : found->toObject();
    QJsonArray names = named.value(RepoTags).toArray();
    for (const Reference &reference : references) {
        if (!names.contains(reference.text())) {
            names << reference.text();
        }
    }
    named[RepoTags] = names;
    if (position == manifest.size()) {
        manifest << named;
    } else {
        manifest[position] = named;
    }
}

void ArchiveListing::addDescriptor(const QJsonObject &descriptor, const QList<Reference> &references)
{
    const QString digest = oci::descriptor(descriptor).digest;
    QJsonArray after;
    QList<Reference> missing = references;
    bool isThere = false;
    const QJsonArray before = m_index->value(Manifests).toArray();
    for (const QJsonValue value : before) {
        const bool isSame = oci::descriptor(value.toObject()).digest == digest;
        const Reference reference = oci::referenceOf(value.toObject());
        // With its first name the nameless one goes.
        if (!isSame || !reference.text().isEmpty() || references.isEmpty()) {
            after << value;
        }
        isThere = isThere || isSame;
        if (isSame) {
            missing.removeAll(reference);
        }
    }
    for (const Reference &reference : missing) {
        after << oci::named(descriptor, reference);
    }
    if (!isThere && references.isEmpty()) {
        after << oci::named(descriptor, {});
    }
    (*m_index)[Manifests] = after;
}

QHash<QString, QByteArray> ArchiveListing::files() const
{
    QHash<QString, QByteArray> files;
    const auto add = [&](QLatin1StringView path, const QJsonDocument &document) {
        files.insert(m_catalog->resolved(path), document.toJson(QJsonDocument::Compact));
    };
    if (m_manifest) {
        add(dockerarchive::ManifestPath, QJsonDocument(*m_manifest));
    }
    if (m_index) {
        add(ocilayout::IndexPath, QJsonDocument(*m_index));
    }
    if (m_repositories) {
        add(dockerarchive::RepositoriesPath, QJsonDocument(*m_repositories));
    }
    return files;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/mergeplanner.h"

#include "stores/archive/ocidescriptor.h"
#include "stores/archive/ocilayout.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

template <typename Range> const ArchivedImage *findImage(const Range &images, const ImageId &id)
{
    const auto found = std::ranges::find(images, id, &ArchivedImage::id);
    return found == images.end() ? nullptr : &*found;
}

// The one image of this configuration, where it is called by something else.
const ArchivedImage *findByConfig(const QList<ArchivedImage> &images, const QString &digest)
{
    const auto found = std::ranges::find_if(images, [&](const ArchivedImage &image) {
        return image.platforms.size() == 1 && image.platforms[0].configDigest == digest;
    });
    return digest.isEmpty() || found == images.end() ? nullptr : &*found;
}

} // namespace

Result<Merge> MergePlanner::plan(const QList<WantedImage> &images)
{
    if (const Result<void> read = readListings(); !read) {
        return tl::unexpected(read.error());
    }
    for (const ArchivedImage &image : m_target.images) {
        m_merge.rewrite.expected.insert(image.id, image.references);
    }
    for (const WantedImage &image : images) {
        m_wanted.insert(image.id);
    }
    for (const WantedImage &image : images) {
        if (const Result<void> added = add(image); !added) {
            return tl::unexpected(added.error());
        }
    }
    ImageReferences staying = m_merge.rewrite.expected;
    for (const Arrival &arrival : m_arrivals) {
        if (!findImage(m_target.images, arrival.place.id)) {
            staying.remove(arrival.place.id);
        }
    }
    m_targetListing.keep(m_target.images, staying);
    for (const Arrival &arrival : m_arrivals) {
        if (!arrival.place.entry.isEmpty()) {
            m_targetListing.addEntry(arrival.place.entry, arrival.references);
        }
        if (!arrival.place.descriptor.isEmpty()) {
            m_targetListing.addDescriptor(arrival.place.descriptor, arrival.references);
        }
    }
    m_merge.rewrite.replaced.insert(m_targetListing.files());
    return std::move(m_merge);
}

Result<void> MergePlanner::readListings()
{
    Result<ArchiveListing> target = ArchiveListing::read(m_target.catalog);
    Result<ArchiveListing> source = ArchiveListing::read(m_source.catalog);
    if (!target || !source) {
        return tl::unexpected(target ? source.error() : target.error());
    }
    m_targetListing = std::move(*target);
    m_sourceListing = std::move(*source);
    if (m_sourceListing.hasIndex()) {
        const Result<QList<ArchivedImage>> images = ocilayout::images(m_source.catalog);
        if (!images) {
            return tl::unexpected(images.error());
        }
        for (const ArchivedImage &image : *images) {
            m_layoutImages.insert(image.id, image);
        }
    }
    for (const ArchivedImage &image : m_target.images) {
        for (const ArchivedPlatform &platform : image.platforms) {
            for (const ArchivedLayer &layer : platform.layers) {
                if (!layer.path.isEmpty() && !layer.diffId.isEmpty()) {
                    m_targetLayers.insert(layer.diffId, layer.path);
                }
            }
        }
    }
    return {};
}

Result<void> MergePlanner::add(const WantedImage &wanted)
{
    const ArchivedImage *image = findImage(m_source.images, wanted.id);
    if (!image) {
        return fail(ErrorCode::NotFound, wanted.id.text());
    }
    if (const Result<void> verified = verifyImages(m_source.catalog, m_source.images, {wanted.id});
        !verified) {
        return verified;
    }
    Result<Place> place = Place();
    if (const ArchivedImage *present = presentImage(*image, wanted)) {
        place = placeOf(*present);
        // Of its platforms there may be others in the source.
        const auto layout = m_layoutImages.constFind(present->id);
        if (m_target.format == ArchiveFormat::Layout && layout != m_layoutImages.cend()) {
            copyBlobs(*layout);
        }
    } else {
        place = m_target.format == ArchiveFormat::Docker ? addToDocker(*image, wanted) : addToLayout(*image);
    }
    if (!place) {
        return tl::unexpected(place.error());
    }
    m_merge.ids.insert(wanted.id, place->id);
    addReferences(*place, wanted.references);
    return {};
}

const ArchivedImage *MergePlanner::presentImage(const ArchivedImage &image, const WantedImage &wanted) const
{
    if (const ArchivedImage *present = findImage(m_target.images, image.id)) {
        return present;
    }
    for (const ImageId &alias : image.aliases) {
        if (const ArchivedImage *present = findImage(m_target.images, alias)) {
            return present;
        }
    }
    const Result<const ArchivedPlatform *> platform = choosePlatform(image, wanted);
    const bool isWhole = m_target.format == ArchiveFormat::Docker || m_source.format == ArchiveFormat::Docker;
    return platform && isWhole ? findByConfig(m_target.images, (*platform)->configDigest) : nullptr;
}

MergePlanner::Place MergePlanner::placeOf(const ArchivedImage &present) const
{
    Place place{.id = present.id};
    const bool isDocker = m_target.format == ArchiveFormat::Docker && !present.platforms.isEmpty();
    if (isDocker && present.platforms[0].configDigest == present.id.text()) {
        place.entry = {{u"Config"_s, present.platforms[0].configPath}};
    }
    for (const ImageId &id : QList<ImageId>{present.id} + present.aliases) {
        if (place.descriptor.isEmpty()) {
            place.descriptor = m_targetListing.descriptor(id.text());
        }
    }
    return place;
}

void MergePlanner::addReferences(const Place &place, const QList<Reference> &references)
{
    QList<Reference> added;
    QList<Reference> &expected = m_merge.rewrite.expected[place.id];
    for (const Reference &given : references) {
        const bool isDocker = m_target.format == ArchiveFormat::Docker;
        const Reference reference = isDocker ? engineReference(given, m_source.path) : given;
        if (reference.text().isEmpty() || reference.isDigest() || expected.contains(reference)) {
            continue;
        }
        moveReference(reference, place.id);
        m_merge.rewrite.expected[place.id] << reference;
        added << reference;
    }
    m_arrivals << Arrival{.place = place, .references = added};
}

// As `docker load` does it: a name is that of the image that came last.
void MergePlanner::moveReference(const Reference &reference, const ImageId &to)
{
    ImageReferences &all = m_merge.rewrite.expected;
    for (auto image = all.begin(); image != all.end(); ++image) {
        const qsizetype count = image->removeIf(
            [&](const Reference &other) { return other.canonical() == reference.canonical(); });
        if (count > 0 && image.key() != to && findImage(m_target.images, image.key())) {
            m_merge.moved << MovedReference{.reference = reference, .from = image.key(), .to = to};
        }
    }
    for (Arrival &arrival : m_arrivals) {
        arrival.references.removeIf(
            [&](const Reference &other) { return other.canonical() == reference.canonical(); });
    }
}

void MergePlanner::addFile(const QString &from, const AddedFile &file)
{
    if (!isThere(file.path, file.size)) {
        m_merge.rewrite.added.insert(from, file);
    }
}

void MergePlanner::addSmall(const QString &path, const QByteArray &content)
{
    if (!isThere(path, content.size())) {
        m_merge.rewrite.replaced.insert(path, content);
    }
}

// A blob of another size was left over by something that broke off.
bool MergePlanner::isThere(const QString &path, qint64 size) const
{
    const ArchiveFile *file = m_target.catalog.find(path);
    return file && file->size == size;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/containerdstore.h"

#include <algorithm>

namespace jettison {

namespace {

bool isTagOf(const QString &repository, const Reference &reference)
{
    return !reference.isDigest() && reference.repository() == repository;
}

// What the engine takes for one and the same reference: a repository's last tag with its digests, or a digest
// with all tags of its repository.
QList<Reference> sameAs(const Reference &reference, const QList<Reference> &all)
{
    const QString repository = reference.repository();
    const bool hasOtherTag = std::ranges::any_of(
        all, [&](const Reference &other) { return other != reference && isTagOf(repository, other); });
    QList<Reference> same;
    std::ranges::copy_if(all, std::back_inserter(same), [&](const Reference &other) {
        const bool goesAlong =
            other.repository() == repository && (reference.isDigest() || (other.isDigest() && !hasOtherTag));
        return other == reference || goesAlong;
    });
    return same;
}

} // namespace

ContainerdStore::ContainerdStore(const Snapshot &snapshot)
    : PlayedStore(snapshot)
{
    m_hasNamelessRecord.reserve(size_t(snapshot.images().size()));
    std::ranges::transform(
        snapshot.images(), std::back_inserter(m_hasNamelessRecord), &Image::hasNamelessRecord);
}

std::optional<KeptImage::Reason> ContainerdStore::refusal(
    Index image, const QList<Reference> &references) const
{
    QList<Reference> left = state(image).references;
    for (const Reference &reference : references) {
        const QList<Reference> same = left.contains(reference) ? sameAs(reference, left) : QList<Reference>();
        if (std::ranges::any_of(
                same, [&](const Reference &r) { return !r.isDigest() && !references.contains(r); })) {
            return KeptImage::Reason::DigestTakesTags;
        }
        if (!same.isEmpty() && same.size() == left.size() && state(image).containers > 0) {
            return KeptImage::Reason::DigestGuarded;
        }
        left.removeIf([&](const Reference &r) { return same.contains(r); });
    }
    return {};
}

QList<RemovalLine> ContainerdStore::removeReference(Index image, const Reference &reference)
{
    State &at = state(image);
    const QList<Reference> untagged = sameAs(reference, at.references);
    at.references.removeIf([&](const Reference &r) { return untagged.contains(r); });
    const bool isOneRecord = untagged.size() == 1 && !m_hasNamelessRecord[size_t(image)];
    QList<RemovalLine> lines = untaggedLines(image, untagged);
    if (!at.references.isEmpty()) {
        return lines;
    }
    // So it says even where it keeps the image without a name, for those that are built on it.
    lines << deletedLine(image);
    if (isOneRecord && at.children > 0) {
        return lines;
    }
    erase(image);
    // Several records make it believe that the parent has several names, too.
    if (isOneRecord) {
        removeParents(image, lines);
    }
    return lines;
}

// With the last name the record without one goes silently; before, it is told where its name stands among
// the others.
QList<RemovalLine> ContainerdStore::untaggedLines(Index image, const QList<Reference> &untagged)
{
    QList<RemovalLine> lines;
    std::ranges::transform(untagged, std::back_inserter(lines), untaggedLine);
    const auto hasRecord = m_hasNamelessRecord.begin() + image;
    if (*hasRecord && !state(image).references.isEmpty()) {
        const Reference record = namelessRecord(snapshot().images()[image].id);
        const auto place =
            std::ranges::find_if(untagged, [&](const Reference &r) { return r.canonical() > record.text(); });
        lines.insert(place - untagged.cbegin(), untaggedLine(record));
    }
    *hasRecord = false;
    return lines;
}

QList<RemovalLine> ContainerdStore::removeImage(Index image)
{
    QList<RemovalLine> lines{deletedLine(image)};
    erase(image);
    removeParents(image, lines);
    return lines;
}

// Of images whose parents, or theirs, are not all there, the engine knows no parent at all.
bool ContainerdStore::knowsParents(Index image) const
{
    Index at = image;
    while (!snapshot().images()[at].parent.isEmpty()) {
        at = snapshot().parent(at);
        if (at == Snapshot::None || !state(at).exists) {
            return false;
        }
    }
    return true;
}

// Up to the first that has a name or a container. Other images that are built on it keep none.
void ContainerdStore::removeParents(Index image, QList<RemovalLine> &lines)
{
    if (!knowsParents(image)) {
        return;
    }
    for (Index parent = snapshot().parent(image); parent != Snapshot::None;
        parent = snapshot().parent(parent)) {
        const State &at = state(parent);
        if (!at.exists || !at.references.isEmpty() || at.containers > 0) {
            return;
        }
        lines << deletedLine(parent);
        erase(parent);
    }
}

} // namespace jettison

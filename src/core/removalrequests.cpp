// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalrequests.h"

#include <algorithm>

namespace jettison {

namespace {

// Removing all of these leaves no name.
bool isEveryName(const QList<Reference> &removed, const QList<Reference> &all, const StoreTraits &traits)
{
    QList<Reference> rest;
    std::ranges::copy_if(
        all, std::back_inserter(rest), [&](const Reference &r) { return !removed.contains(r); });
    const auto goesWithTag = [&](const Reference &digest) {
        const auto isTagOfSame = [&](const Reference &r) {
            return !r.isDigest() && r.repository() == digest.repository();
        };
        return traits.digestsGoWithTags && std::ranges::any_of(removed, isTagOfSame)
            && std::ranges::none_of(rest, isTagOfSame);
    };
    return std::ranges::all_of(rest, [&](const Reference &r) { return r.isDigest() && goesWithTag(r); });
}

// A name that is no longer the image's must not turn into a wish for the image.
bool isStillThere(const RemovalTarget &target, const Image &image)
{
    return target.references.isEmpty()
        || std::ranges::any_of(target.references,
            [&](const Reference &reference) { return image.references.contains(reference); });
}

} // namespace

RemovalRequests::RemovalRequests(const Snapshot &snapshot, const QList<RemovalTarget> &targets)
    : m_snapshot(snapshot),
      m_positions(size_t(snapshot.images().size()), -1)
{
    m_requests.reserve(size_t(targets.size()));
    for (const RemovalTarget &target : targets) {
        const Snapshot::Index image = snapshot.find(target.image);
        if (image == Snapshot::None || !isStillThere(target, snapshot.images()[image])) {
            continue;
        }
        if (target.platforms.isEmpty()) {
            add(image, target.references);
        } else {
            requestFor(image).platforms << target.platforms;
        }
    }
    for (RemovalRequest &request : m_requests) {
        request.platforms = request.wholeImage ? QStringList() : request.platforms;
        request.platforms.removeDuplicates();
    }
}

RemovalRequest &RemovalRequests::requestFor(Snapshot::Index image)
{
    int &position = m_positions[size_t(image)];
    if (position < 0) {
        position = int(m_requests.size());
        m_requests.push_back({.image = image});
    }
    return m_requests[size_t(position)];
}

void RemovalRequests::add(Snapshot::Index image, const QList<Reference> &references)
{
    RemovalRequest &request = requestFor(image);
    const bool isAll = request.references.isEmpty() && (references.isEmpty() || request.wholeImage);
    if (isAll) {
        request.wholeImage = true;
        return;
    }
    const QList<Reference> &known = m_snapshot.images()[image].references;
    for (const Reference &reference : references.isEmpty() ? known : references) {
        if (known.contains(reference) && !request.references.contains(reference)) {
            request.references << reference;
        }
    }
    request.wholeImage = request.wholeImage || references.isEmpty()
        || isEveryName(request.references, known, m_snapshot.store().traits);
}

const RemovalRequest *RemovalRequests::find(Snapshot::Index image) const
{
    const int position = m_positions[size_t(image)];
    return position < 0 ? nullptr : &m_requests[size_t(position)];
}

bool RemovalRequests::wantWhole(Snapshot::Index image) const
{
    const RemovalRequest *request = find(image);
    return request && request->wholeImage;
}

} // namespace jettison

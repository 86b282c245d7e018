// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/classicstore.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

bool hasTagIn(const QString &repository, const QList<Reference> &references)
{
    return std::ranges::any_of(references, [&](const Reference &reference) {
        return !reference.isDigest() && reference.repository() == repository;
    });
}

// One tag, with or without digests of its own repository; or digests of one repository only.
bool isSingle(const QList<Reference> &references)
{
    if (references.size() <= 1) {
        return references.size() == 1;
    }
    QSet<QString> repositories;
    int tags = 0;
    for (const Reference &reference : references) {
        repositories.insert(reference.repository());
        tags += reference.isDigest() ? 0 : 1;
    }
    return tags <= 1 && repositories.size() == 1;
}

} // namespace

ClassicStore::ClassicStore(const Snapshot &snapshot)
    : m_snapshot(snapshot),
      m_images(size_t(snapshot.images().size()))
{
    for (Index i = 0; i < snapshot.images().size(); ++i) {
        m_images[size_t(i)] = {
            .references = snapshot.images()[i].references,
            .children = snapshot.children(i).size(),
            .containers = snapshot.containersOf(i).size(),
        };
    }
}

bool ClassicStore::refusesReference(Index image) const
{
    const State &state = m_images[size_t(image)];
    return state.containers > 0 && isSingle(state.references);
}

QList<RemovalLine> ClassicStore::removeReference(Index image, const Reference &reference)
{
    State &state = m_images[size_t(image)];
    QList<RemovalLine> lines;
    const auto untag = [&](const Reference &gone) {
        lines << RemovalLine{RemovalLine::Kind::Untagged, gone.text()};
        state.references.removeOne(gone);
    };
    untag(reference);
    const QString repository = reference.repository();
    if (!reference.isDigest() && !hasTagIn(repository, state.references)) {
        // A repository's digests go with its last tag.
        const QList<Reference> rest = state.references;
        for (const Reference &other : rest) {
            if (other.repository() == repository) {
                untag(other);
            }
        }
    }
    // With a child or a container the engine answers 200 all the same, and the image stays without a name.
    if (state.references.isEmpty() && state.children == 0 && state.containers == 0) {
        removeWithParents(image, lines);
    }
    return lines;
}

QList<RemovalLine> ClassicStore::removeImage(Index image)
{
    QList<RemovalLine> lines;
    removeWithParents(image, lines);
    return lines;
}

void ClassicStore::removeWithParents(Index image, QList<RemovalLine> &lines)
{
    lines << RemovalLine{RemovalLine::Kind::Deleted, m_snapshot.images()[image].id.text()};
    m_images[size_t(image)].exists = false;
    const Index parent = m_snapshot.parent(image);
    if (parent == Snapshot::None) {
        return;
    }
    State &above = m_images[size_t(parent)];
    --above.children;
    if (above.children == 0 && above.containers == 0 && above.references.isEmpty()) {
        removeWithParents(parent, lines);
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagetext.h"

#include "models/messages.h"

#include <QCoreApplication>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct ImageText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ImageText)
};

const QString None = u"<none>"_s;

} // namespace

QString tagText(const Reference &reference)
{
    return reference.isDigest() ? u'@' + reference.digest().left(u"sha256:"_s.size() + 12) : reference.tag();
}

QString repositoryText(const Image &image)
{
    QStringList repositories;
    for (const Reference &reference : image.references) {
        repositories << reference.repository();
    }
    repositories.removeDuplicates();
    return repositories.isEmpty() ? None : repositories.join(", "_L1);
}

QString tagsText(const Image &image)
{
    QStringList tags;
    for (const Reference &reference : image.references) {
        if (!reference.isDigest()) {
            tags << reference.tag();
        }
    }
    if (tags.size() > 1) {
        return ImageText::tr("%n tag(s)", nullptr, int(tags.size()));
    }
    if (tags.size() == 1) {
        return tags.first();
    }
    return image.references.isEmpty() ? None : tagText(image.references.first());
}

QStringList namesOf(const Image &image)
{
    QStringList names;
    std::ranges::transform(image.references, std::back_inserter(names), &Reference::text);
    return names.isEmpty() ? QStringList(image.id.text()) : names;
}

QList<ImageVariant> shownVariants(const Image &image)
{
    const bool isPlain =
        !image.isList && image.variants.size() == 1 && image.variants[0].kind == ImageVariant::Kind::Platform;
    return isPlain ? QList<ImageVariant>() : image.variants;
}

QString variantText(const ImageVariant &variant)
{
    switch (variant.kind) {
    case ImageVariant::Kind::Platform:
        return variant.name.isEmpty() ? ImageText::tr("unknown platform") : variant.name;
    case ImageVariant::Kind::Attestation:
        return ImageText::tr("attestation");
    case ImageVariant::Kind::Foreign:
        return ImageText::tr("not an image: %1").arg(variant.name);
    }
    Q_UNREACHABLE();
}

QString variantId(const ImageVariant &variant)
{
    return shortId(variant.image.isEmpty() ? ImageId(variant.digest) : variant.image);
}

QString noteText(const Image &image)
{
    QStringList notes;
    if (image.isList) {
        notes << ImageText::tr("manifest list");
    }
    if (image.isReadOnly) {
        notes << ImageText::tr("read-only");
    }
    return notes.join(ImageText::tr(", "));
}

QString userNames(const Snapshot &snapshot, Snapshot::Index image)
{
    QStringList names;
    for (const int position : snapshot.containersOf(image)) {
        names << messages::containerName(snapshot.containers()[position]);
    }
    for (const int position : snapshot.possibleUsersOf(image)) {
        names << ImageText::tr("maybe %1").arg(messages::containerName(snapshot.containers()[position]));
    }
    return names.join(", "_L1);
}

QString layerIdsText(const Snapshot &snapshot, Snapshot::Index image)
{
    const LayerGraph &graph = snapshot.layers();
    QString text;
    for (LayerGraph::Index at : graph.tops(image)) {
        for (; at != LayerGraph::None; at = graph.parent(at)) {
            text += graph.layer(at).chainId.text() + u' ' + graph.layer(at).diffId.text() + u' ';
        }
    }
    return text;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/layertext.h"

#include "core/dockerfile.h"
#include "models/formatting.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QStringList>

namespace jettison::layertext {

using namespace Qt::StringLiterals;

namespace {

struct LayerText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::LayerText)
};

// Of images that need the layer and stay.
QStringList keeperNames(const Snapshot &snapshot, const RemovalEffect &effect, LayerGraph::Index layer)
{
    QStringList names;
    for (const Snapshot::Index image : snapshot.layers().imagesOf(layer)) {
        const bool isShown = !snapshot.isIntermediate(image) || !snapshot.containersOf(image).empty();
        if (isShown && !effect.imageGoes[size_t(image)]) {
            names << messages::imageName(snapshot.images()[image]);
        }
    }
    return names;
}

QString listed(const QStringList &names)
{
    constexpr qsizetype Shown = 3;
    const QString list = names.first(std::min(Shown, names.size())).join(LayerText::tr(", "));
    return names.size() <= Shown
        ? list
        : LayerText::tr("%1 and %n more", nullptr, int(names.size() - Shown)).arg(list);
}

} // namespace

QString title(const Layer &layer)
{
    const QString instruction = dockerfile::instruction(layer.createdBy);
    return instruction.isEmpty() ? layer.diffId.text().left(19) : instruction;
}

QString size(const Layer &layer)
{
    return formatSize({.bytes = layer.size, .isEstimate = layer.isAbout()});
}

QString endingImages(const Snapshot &snapshot, const Layer &layer)
{
    QStringList names;
    for (const int image : layer.images) {
        const QList<Reference> &references = snapshot.images()[image].references;
        if (references.isEmpty()) {
            names << messages::imageName(snapshot.images()[image]);
        }
        for (const Reference &reference : references) {
            if (!reference.isDigest() || references.size() == 1) {
                names << reference.text();
            }
        }
    }
    return names.join(LayerText::tr(", "));
}

QString needingImages(const Snapshot &snapshot, LayerGraph::Index layer)
{
    QStringList names;
    for (const Snapshot::Index image : snapshot.layers().imagesOf(layer)) {
        names << messages::imageName(snapshot.images()[image]);
    }
    return listed(names);
}

QString fate(const Snapshot &snapshot, const RemovalEffect &effect, LayerGraph::Index layer)
{
    switch (effect.fate(layer)) {
    case RemovalEffect::Fate::Untouched:
        return {};
    case RemovalEffect::Fate::Goes:
        return LayerText::tr("goes");
    case RemovalEffect::Fate::Stays: {
        const QStringList names = keeperNames(snapshot, effect, layer);
        return names.isEmpty() ? LayerText::tr("stays: a container of a removed image needs it")
                               : LayerText::tr("stays: %1").arg(listed(names));
    }
    }
    Q_UNREACHABLE();
}

QString toolTip(const Snapshot &snapshot, const RemovalEffect &effect, LayerGraph::Index index)
{
    const Layer &layer = snapshot.layers().layer(index);
    QStringList lines{title(layer), LayerText::tr("%1 (%L2 bytes)").arg(size(layer)).arg(layer.size),
        LayerText::tr("%n image(s) need it", nullptr, layer.imageCount)};
    if (const QString names = endingImages(snapshot, layer); !names.isEmpty()) {
        lines << LayerText::tr("Topmost layer of %1").arg(names);
    }
    if (const QString text = fate(snapshot, effect, index); !text.isEmpty()) {
        lines << text;
    }
    lines << layer.chainId.text();
    return lines.join(u'\n');
}

} // namespace jettison::layertext

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/randomremoval.h"

#include "fakes/storetext.h"

#include <algorithm>
#include <iterator>

namespace jettison {

using namespace Qt::StringLiterals;

RandomRemoval::RandomRemoval(unsigned seed)
    : made(RandomStore::make(seed)),
      snapshot(storeFromText(made.text)),
      targets(targetsFromText(made.targets)),
      plan(RemovalPlan::make(snapshot, targets, {.force = made.force})),
      note((u"seed %1%2\n"_s.arg(seed).arg(made.force ? u", forced"_s : QString()) + made.text
          + made.targets.join(u", "_s))
              .toUtf8())
{
}

QString RandomRemoval::chainOf(LayerGraph::Index layer) const
{
    QString chain;
    for (LayerGraph::Index at = layer; at != LayerGraph::None; at = snapshot->layers().layer(at).parent) {
        for (const QString &name : RandomStore::layerNames()) {
            if (snapshot->layers().layer(at).diffId == diffIdOf(name)) {
                chain.prepend(chain.isEmpty() ? name : name + u'/');
            }
        }
    }
    return chain;
}

QString RandomRemoval::nameOf(Snapshot::Index image) const
{
    const auto found = std::ranges::find(made.images, snapshot->images()[image].id,
        [](const MadeImage &candidate) { return imageIdOf(candidate.name); });
    return found->name;
}

const RandomRemoval::MadeImage &RandomRemoval::madeImage(const QString &name) const
{
    return *std::ranges::find(made.images, name, &MadeImage::name);
}

bool RandomRemoval::isChosen(const MadeImage &image) const
{
    return std::ranges::any_of(made.targets,
        [&](const QString &target) { return target == image.name || target.startsWith(image.name + u'/'); });
}

// An image that goes with its last child holds nothing.
bool RandomRemoval::isHolder(const MadeImage &image) const
{
    const auto position = int(&image - made.images.constData());
    return image.isGone || !image.references.isEmpty()
        || std::ranges::find(made.images, position, &MadeImage::parent) == made.images.cend()
        || std::ranges::find(made.containers, position, &MadeContainer::image) != made.containers.cend();
}

// What the others need: images but those, and containers but those.
Chains RandomRemoval::neededBeside(const QStringList &images, const QStringList &containers) const
{
    Chains needed;
    for (const MadeImage &image : made.images) {
        if (!image.isGone && !images.contains(image.name)) {
            needed.merge(image.chains());
        }
    }
    for (const MadeContainer &container : made.containers) {
        if (!containers.contains(container.name)) {
            needed.merge(made.images[container.image].chains());
        }
    }
    return needed;
}

// What those need that keep an image from freeing its layers.
Chains RandomRemoval::heldBeside(const QStringList &images) const
{
    Chains held;
    for (const MadeImage &image : made.images) {
        const bool isUsed = std::ranges::any_of(made.containers,
            [&](const MadeContainer &container) { return &made.images[container.image] == &image; });
        if (!images.contains(image.name) && isHolder(image) && (!image.isGone || isUsed)) {
            held.merge(image.chains());
        }
    }
    return held;
}

QStringList RandomRemoval::imagesThatGo() const
{
    QStringList names;
    for (const RemovalStep &step : plan.steps) {
        for (const RemovalLine &line : step.predicted) {
            if (line.kind == RemovalLine::Kind::Deleted) {
                names << nameOf(snapshot->find(ImageId(line.target)));
            }
        }
    }
    return names;
}

QStringList RandomRemoval::containersThatGo() const
{
    QStringList names;
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemoveContainer) {
            names << step.container.name;
        }
    }
    return names;
}

// Behind each image its layers that nothing needs which is still there, topmost first. A plan removes the
// containers of an image before it, and no other image of theirs.
QStringList RandomRemoval::layersThatGo() const
{
    QStringList gone;
    QStringList layers;
    for (const QString &name : imagesThatGo()) {
        gone << name;
        const Chains needed = neededBeside(gone, containersThatGo());
        QStringList freed;
        for (const QString &chain : without(madeImage(name).chains(), needed)) {
            if (!layers.contains(chain)) {
                freed.prepend(chain);
            }
        }
        layers << freed;
    }
    return layers;
}

int RandomRemoval::keepers(const Chains &kept) const
{
    const QStringList going = imagesThatGo();
    return int(std::ranges::count_if(made.images, [&](const MadeImage &image) {
        const Chains chains = image.chains();
        return !image.isGone && isHolder(image) && !going.contains(image.name)
            && without(chains, kept).size() < chains.size();
    }));
}

bool RandomRemoval::hasFates(const RemovalEffect &effect, const Chains &freed, const Chains &kept) const
{
    using Fate = RemovalEffect::Fate;
    for (LayerGraph::Index i = 0; i < LayerGraph::Index(snapshot->layers().layers().size()); ++i) {
        const QString chain = chainOf(i);
        const Fate expected = freed.contains(chain) ? Fate::Goes
            : kept.contains(chain)                  ? Fate::Stays
                                                    : Fate::Untouched;
        if (effect.fate(i) != expected) {
            return false;
        }
    }
    return true;
}

ByteCount RandomRemoval::bytes(const Chains &chains) const
{
    const bool isEstimate = !std::ranges::all_of(made.images, &MadeImage::isRead);
    return {.bytes = RandomStore::sizeOf(chains), .isEstimate = isEstimate && !chains.empty()};
}

Chains without(const Chains &all, const Chains &some)
{
    Chains rest;
    std::ranges::set_difference(all, some, std::inserter(rest, rest.end()));
    return rest;
}

} // namespace jettison

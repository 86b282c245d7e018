// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/json.h"
#include "core/removaltarget.h"
#include "models/imagetext.h"
#include "models/layertext.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <functional>
#include <optional>
#include <ranges>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct TreeCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::TreeCommand)
};

/// What the branches are drawn with; all of the same width.
struct Branches
{
    QString middle;
    QString last;
    QString line;
    QString nothing;
    QString ellipsis;
};

Branches branches()
{
    return speaksUtf8() ? Branches{u"├─ "_s, u"└─ "_s, u"│  "_s, u"   "_s, u"…"_s}
                        : Branches{u"|- "_s, u"`- "_s, u"|  "_s, u"   "_s, u"..."_s};
}

/// Prints chosen layers of a graph: a chain without a branch keeps its indentation, so that only sharing
/// makes the tree deeper.
class TreePrinter
{
public:
    TreePrinter(
        const Snapshot &snapshot, std::vector<bool> isChosen, bool withSharers, const Terminal &terminal)
        : m_snapshot(snapshot),
          m_graph(snapshot.layers()),
          m_weights(m_graph.subtreeSizes()),
          m_isChosen(std::move(isChosen)),
          m_withSharers(withSharers),
          m_terminal(terminal)
    {
    }

    void print() const;

private:
    using Index = LayerGraph::Index;

    /// A chain that waits for its turn, and what stands before its first line and the others.
    struct Chain
    {
        Index bottom = LayerGraph::None;
        QString first;
        QString rest;
    };

    /// What takes the most room, with all that grows on it, first.
    std::vector<Index> chosenOf(const std::vector<Index> &layers) const;
    void printLayer(const QString &prefix, Index index) const;
    QString imagesText(Index index) const;

    const Snapshot &m_snapshot;
    const LayerGraph &m_graph;
    std::vector<qint64> m_weights;
    std::vector<bool> m_isChosen;
    bool m_withSharers = false;
    const Terminal &m_terminal;
    Branches m_branches = branches();
};

void TreePrinter::print() const
{
    std::vector<Chain> open;
    const std::vector<Index> roots = chosenOf(m_graph.roots());
    for (const Index root : roots | std::views::reverse) {
        open.push_back({.bottom = root, .first = {}, .rest = {}});
    }
    while (!open.empty()) {
        const Chain chain = open.back();
        open.pop_back();
        Index at = chain.bottom;
        printLayer(chain.first, at);
        std::vector<Index> above = chosenOf(m_graph.layer(at).children);
        while (above.size() == 1) {
            at = above.front();
            printLayer(chain.rest, at);
            above = chosenOf(m_graph.layer(at).children);
        }
        for (size_t i = above.size(); i-- > 0;) {
            const bool isLast = i + 1 == above.size();
            open.push_back({.bottom = above[i],
                .first = chain.rest + (isLast ? m_branches.last : m_branches.middle),
                .rest = chain.rest + (isLast ? m_branches.nothing : m_branches.line)});
        }
    }
}

std::vector<LayerGraph::Index> TreePrinter::chosenOf(const std::vector<Index> &layers) const
{
    std::vector<Index> chosen;
    std::ranges::copy_if(
        layers, std::back_inserter(chosen), [this](Index index) { return m_isChosen[size_t(index)]; });
    std::ranges::stable_sort(
        chosen, std::greater(), [this](Index index) { return m_weights[size_t(index)]; });
    return chosen;
}

void TreePrinter::printLayer(const QString &prefix, Index index) const
{
    constexpr qsizetype TitleLength = 60;
    const Layer &layer = m_graph.layer(index);
    QString title = layertext::title(layer);
    if (title.size() > TitleLength) {
        title = title.first(TitleLength - m_branches.ellipsis.size()) + m_branches.ellipsis;
    }
    const QString line = prefix + layertext::size(layer) + "  "_L1 + title;
    const QString images = imagesText(index);
    m_terminal.printLine(images.isEmpty() ? line : line + "  "_L1 + images);
}

QString TreePrinter::imagesText(Index index) const
{
    const Layer &layer = m_graph.layer(index);
    const QString ending = layertext::endingImages(m_snapshot, layer);
    QStringList texts;
    if (!ending.isEmpty()) {
        texts << "["_L1 + ending + "]"_L1;
    }
    if (layer.imageCount > 1 && m_withSharers) {
        texts << TreeCommand::tr("needed by %1").arg(layertext::needingImages(m_snapshot, index));
    } else if (layer.imageCount > 1) {
        texts << TreeCommand::tr("%n image(s)", nullptr, layer.imageCount);
    }
    return texts.join(u' ');
}

// A manifest list has no layers: what it names has them.
QString listText(const Image &list, const Snapshot &snapshot)
{
    QStringList named;
    for (const ImageVariant &variant : list.variants) {
        const QString platform = variantText(variant);
        named << (variant.isPresent ? TreeCommand::tr("%1 (%2)").arg(
                                          platform, messages::imageName(*snapshot.image(variant.image)))
                                    : TreeCommand::tr("%1 (not here)").arg(platform));
    }
    const QString name =
        list.references.isEmpty() ? shortId(list.id) : namesOf(list).join(TreeCommand::tr(", "));
    return named.isEmpty()
        ? TreeCommand::tr("[%1] a manifest list that names nothing").arg(name)
        : TreeCommand::tr("[%1] a manifest list of %2").arg(name, named.join(TreeCommand::tr(", ")));
}

void printLists(const QStringList &names, const Snapshot &snapshot, const Terminal &terminal)
{
    QSet<ImageId> chosen;
    for (const QString &name : names) {
        chosen.insert(findTarget(snapshot, name).value_or(RemovalTarget()).image);
    }
    for (const Image &image : snapshot.images()) {
        if (image.isList && (names.isEmpty() || chosen.contains(image.id))) {
            terminal.printLine(listText(image, snapshot));
        }
    }
}

// The layers of the named images, or all of them. None after telling of a name that names no image.
std::optional<std::vector<bool>> chooseLayers(
    const QStringList &names, const Snapshot &snapshot, const Terminal &terminal)
{
    const LayerGraph &graph = snapshot.layers();
    std::vector<bool> isChosen(graph.layers().size(), names.isEmpty());
    bool isComplete = true;
    for (const QString &name : names) {
        const Result<RemovalTarget> target = findTarget(snapshot, name);
        if (!target) {
            terminal.printProblem(messages::error(target.error()));
            isComplete = false;
            continue;
        }
        for (LayerGraph::Index at : graph.tops(snapshot.find(target->image))) {
            for (; at != LayerGraph::None; at = graph.parent(at)) {
                isChosen[size_t(at)] = true;
            }
        }
    }
    return isComplete ? std::optional(isChosen) : std::nullopt;
}

void printJson(
    const Snapshot &snapshot, const std::vector<bool> &isChosen, bool withNeeding, const Terminal &terminal)
{
    std::vector<LayerGraph::Index> chosen;
    for (size_t i = 0; i < isChosen.size(); ++i) {
        if (isChosen[i]) {
            chosen.push_back(LayerGraph::Index(i));
        }
    }
    const QJsonArray layers = layersToJson(snapshot, chosen, withNeeding);
    terminal.printLine(QString::fromUtf8(QJsonDocument(layers).toJson()).trimmed());
}

} // namespace

ExitStatus showTree(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    const std::optional<std::vector<bool>> chosen = chooseLayers(options.names, **snapshot, terminal);
    if (!chosen) {
        return ExitStatus::Incomplete;
    }
    const bool isWhole = options.names.isEmpty();
    if (options.format == Options::Format::Json) {
        printJson(**snapshot, *chosen, !isWhole, terminal);
    } else {
        TreePrinter(**snapshot, *chosen, !isWhole, terminal).print();
        printLists(options.names, **snapshot, terminal);
    }
    return ExitStatus::Done;
}

} // namespace jettison::cli

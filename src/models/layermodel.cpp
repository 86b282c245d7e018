// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/layermodel.h"

#include "models/formatting.h"
#include "models/layertext.h"

#include <QLocale>

#include <algorithm>
#include <functional>
#include <ranges>

namespace jettison {

using namespace Qt::StringLiterals;
using Fate = RemovalEffect::Fate;

void LayerModel::setSnapshot(SnapshotPtr snapshot)
{
    beginResetModel();
    m_snapshot = std::move(snapshot);
    m_effect = {};
    build();
    endResetModel();
}

// Only rows that are or were marked are told of: a selection changes with every move of the mouse.
void LayerModel::setEffect(RemovalEffect effect)
{
    const RemovalEffect before = std::exchange(m_effect, std::move(effect));
    std::vector<RowId> parents;
    for (const Row &row : m_rows) {
        if (fate(row, before) != Fate::Untouched || fate(row, m_effect) != Fate::Untouched) {
            parents.push_back(row.parent);
        }
    }
    std::ranges::sort(parents);
    const auto doubles = std::ranges::unique(parents);
    parents.erase(doubles.begin(), doubles.end());
    for (const RowId id : parents) {
        const QModelIndex parent = id < 0 ? QModelIndex() : indexOfRow(id);
        Q_EMIT dataChanged(index(0, 0, parent), index(rowCount(parent) - 1, ColumnCount - 1, parent));
    }
}

// What takes the most room, with all that grows on it, comes first, as in the map.
void LayerModel::build()
{
    const LayerGraph &graph = m_snapshot->layers();
    const std::vector<qint64> weights = graph.subtreeSizes();
    m_rows.clear();
    m_roots.clear();
    m_rowOfLayer.assign(graph.layers().size(), -1);
    // The next one last, so that a row comes before what grows on it.
    std::vector<std::pair<LayerGraph::Index, RowId>> open;
    const auto push = [&](std::vector<LayerGraph::Index> layers, RowId parent) {
        std::ranges::stable_sort(
            layers, std::greater(), [&](LayerGraph::Index layer) { return weights[size_t(layer)]; });
        for (const LayerGraph::Index layer : layers | std::views::reverse) {
            open.emplace_back(layer, parent);
        }
    };
    push(graph.roots(), -1);
    while (!open.empty()) {
        const auto [layer, parent] = open.back();
        open.pop_back();
        const RowId row = addChain(layer, parent);
        push(graph.layer(m_rows[size_t(row)].top).children, row);
    }
}

LayerModel::RowId LayerModel::add(Kind kind, LayerGraph::Index top, int length, RowId parent)
{
    const auto id = RowId(m_rows.size());
    std::vector<RowId> &siblings = parent < 0 ? m_roots : m_rows[size_t(parent)].children;
    const auto position = int(siblings.size());
    siblings.push_back(id);
    m_rows.push_back({.kind = kind, .top = top, .length = length, .parent = parent, .position = position});
    return id;
}

LayerModel::RowId LayerModel::addChain(LayerGraph::Index bottom, RowId parent)
{
    const LayerGraph &graph = m_snapshot->layers();
    LayerGraph::Index top = bottom;
    int length = 1;
    while (graph.layer(top).children.size() == 1 && graph.layer(top).images.empty()) {
        top = graph.layer(top).children.front();
        ++length;
    }
    const RowId id = add(Kind::Chain, top, length, parent);
    const Row chain = m_rows[size_t(id)];
    for (int i = length; i > 0; --i, top = graph.layer(top).parent) {
        m_rowOfLayer[size_t(top)] = id;
    }
    if (length > 1) {
        const bool isLeaf = graph.layer(chain.top).children.empty();
        addParts(chain, isLeaf ? id : add(Kind::Content, chain.top, length, id));
    }
    return id;
}

void LayerModel::addParts(const Row &fold, RowId parent)
{
    std::vector<LayerGraph::Index> layers;
    for (LayerGraph::Index at = fold.top; int(layers.size()) < fold.length;
        at = m_snapshot->layers().layer(at).parent) {
        layers.push_back(at);
    }
    for (const LayerGraph::Index layer : layers | std::views::reverse) {
        m_rowOfLayer[size_t(layer)] = add(Kind::Part, layer, 1, parent);
    }
}

LayerGraph::Index LayerModel::bottom(const Row &row) const
{
    LayerGraph::Index at = row.top;
    for (int i = 1; i < row.length; ++i) {
        at = m_snapshot->layers().layer(at).parent;
    }
    return at;
}

// A layer goes only with all that stands on it.
Fate LayerModel::fate(const Row &row, const RemovalEffect &effect) const
{
    const Fate lowest = effect.fate(bottom(row));
    return lowest == Fate::Goes ? lowest : effect.fate(row.top) == Fate::Goes ? Fate::Stays : lowest;
}

Fate LayerModel::fate(const QModelIndex &index) const
{
    return fate(rowOf(index), m_effect);
}

QModelIndex LayerModel::firstGoing() const
{
    const auto going = std::ranges::find(m_effect.fates, Fate::Goes);
    return going == m_effect.fates.end() ? QModelIndex()
                                         : indexOf(LayerGraph::Index(going - m_effect.fates.begin()));
}

std::vector<LayerGraph::Index> LayerModel::layers(const QModelIndex &index) const
{
    const Row &row = rowOf(index);
    std::vector<LayerGraph::Index> layers(size_t(row.length), row.top);
    for (size_t i = layers.size() - 1; i > 0; --i) {
        layers[i - 1] = m_snapshot->layers().layer(layers[i]).parent;
    }
    return layers;
}

QString LayerModel::keyOf(const QModelIndex &index) const
{
    const Row &row = rowOf(index);
    return QString::number(int(row.kind)) + u' '
        + m_snapshot->layers().layer(row.kind == Kind::Part ? row.top : bottom(row)).chainId.text();
}

QModelIndex LayerModel::indexOf(const QString &key) const
{
    const LayerGraph::Index layer = m_snapshot->layers().find(ChainId(key.section(u' ', 1)));
    const auto kind = Kind(key.section(u' ', 0, 0).toInt());
    RowId id = layer == LayerGraph::None ? -1 : m_rowOfLayer[size_t(layer)];
    while (id >= 0 && m_rows[size_t(id)].kind != kind) {
        id = m_rows[size_t(id)].parent;
    }
    return id < 0 ? QModelIndex() : indexOfRow(id);
}

QModelIndex LayerModel::indexOf(LayerGraph::Index layer) const
{
    return indexOfRow(m_rowOfLayer[size_t(layer)]);
}

QModelIndex LayerModel::indexOfRow(RowId row) const
{
    return createIndex(m_rows[size_t(row)].position, 0, quintptr(row));
}

QModelIndex LayerModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    const std::vector<RowId> &rows = parent.isValid() ? rowOf(parent).children : m_roots;
    return createIndex(row, column, quintptr(rows[size_t(row)]));
}

QModelIndex LayerModel::parent(const QModelIndex &child) const
{
    const RowId parent = child.isValid() ? rowOf(child).parent : -1;
    return parent < 0 ? QModelIndex() : indexOfRow(parent);
}

int LayerModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_roots.size());
    }
    return parent.column() > 0 ? 0 : int(rowOf(parent).children.size());
}

int LayerModel::columnCount(const QModelIndex & /*parent*/) const
{
    return ColumnCount;
}

QVariant LayerModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const Row &row = rowOf(index);
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return row.length > 1 ? title(row) : layertext::toolTip(*m_snapshot, m_effect, row.top);
    case Qt::TextAlignmentRole:
        return column == SizeColumn || column == ImagesColumn
            ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter)
            : QVariant();
    default:
        return {};
    }
}

QString LayerModel::text(const Row &row, Column column) const
{
    const Layer &layer = m_snapshot->layers().layer(row.top);
    switch (column) {
    case LayerColumn:
        return title(row);
    case SizeColumn: {
        ByteCount size;
        LayerGraph::Index at = row.top;
        for (int i = 0; i < row.length; ++i, at = m_snapshot->layers().layer(at).parent) {
            size.add(m_snapshot->layers().layer(at).size, m_snapshot->layers().layer(at).isAbout());
        }
        return formatSize(size);
    }
    case ImagesColumn:
        return QLocale().toString(layer.imageCount);
    case EndingColumn:
        return layertext::endingImages(*m_snapshot, layer);
    case FateColumn:
        return fate(row, m_effect) == Fate::Untouched ? QString()
                                                      : layertext::fate(*m_snapshot, m_effect, bottom(row));
    case ColumnCount:
        break;
    }
    return {};
}

QString LayerModel::title(const Row &row) const
{
    const QString top = layertext::title(m_snapshot->layers().layer(row.top));
    if (row.kind == Kind::Content) {
        return tr("The %n layers of this row", nullptr, row.length);
    }
    return row.length > 1 ? tr("%n layers up to %1", nullptr, row.length).arg(top) : top;
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    switch (Column(section)) {
    case LayerColumn:
        return tr("Layer");
    case SizeColumn:
        return tr("Size");
    case ImagesColumn:
        return tr("Images");
    case EndingColumn:
        return tr("Topmost of");
    case FateColumn:
        return tr("Removal");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace jettison

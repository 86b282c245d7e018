// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layertree.h"

#include "gui/fatecolors.h"
#include "gui/rowdelegate.h"
#include "gui/widencolumns.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace jettison {

namespace {

// As many rows are open at first, and are seen at once.
constexpr int FewRows = 40;

class LayerDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const auto *model = static_cast<const LayerModel *>(index.model());
        // The end of a reference tells more than its registry.
        option->textElideMode = index.column() == LayerModel::EndingColumn ? Qt::ElideLeft : Qt::ElideRight;
        if (model->fate(index) == RemovalEffect::Fate::Goes) {
            option->font.setStrikeOut(index.column() != LayerModel::FateColumn);
            option->palette.setColor(QPalette::Text, goingColor(option->palette));
        }
    }
};

} // namespace

LayerTree::LayerTree(QWidget *parent)
    : QTreeView(parent)
{
    setModel(&m_model);
    setItemDelegate(new LayerDelegate(this));
    setUniformRowHeights(true);
    setSelectionMode(ExtendedSelection);
    setAlternatingRowColors(false);
    setAllColumnsShowFocus(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Layers"));
    setColumnWidths();
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_isRestoring) {
            Q_EMIT layersSelected();
        }
    });
    connect(this, &QWidget::customContextMenuRequested, this,
        [this](QPoint position) { Q_EMIT menuRequested(viewport()->mapToGlobal(position)); });
}

void LayerTree::setSnapshot(const SnapshotPtr &snapshot)
{
    const QScopedValueRollback restoring(m_isRestoring, true);
    const bool isFirst = m_model.rowCount() == 0;
    QStringList opened;
    QStringList selected;
    const QString top =
        m_model.rowCount() > 0 && verticalScrollBar()->value() > 0 ? m_model.keyOf(indexAt({})) : QString();
    for (QModelIndex row = m_model.index(0, 0); row.isValid(); row = indexBelow(row)) {
        if (isExpanded(row)) {
            opened << m_model.keyOf(row);
        }
    }
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        selected << m_model.keyOf(row);
    }
    m_model.setSnapshot(snapshot);
    for (const QString &key : std::as_const(opened)) {
        expand(m_model.indexOf(key));
    }
    for (const QString &key : std::as_const(selected)) {
        selectionModel()->select(
            m_model.indexOf(key), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    if (isFirst) {
        openSome();
    }
    widenColumns(*this, {LayerModel::SizeColumn});
    if (const QModelIndex row = m_model.indexOf(top); row.isValid()) {
        scrollTo(row, PositionAtTop);
    }
}

void LayerTree::setEffect(const RemovalEffect &effect)
{
    m_model.setEffect(effect);
}

// Who works in the tree keeps the place.
void LayerTree::showGoing()
{
    if (const QModelIndex going = m_model.firstGoing();
        going.isValid() && !hasFocus() && !isAnyGoingShown()) {
        scrollTo(going, PositionAtCenter);
    }
}

bool LayerTree::isAnyGoingShown() const
{
    for (QModelIndex row = indexAt({}); row.isValid() && visualRect(row).top() < viewport()->height();
        row = indexBelow(row)) {
        if (m_model.fate(row) == RemovalEffect::Fate::Goes) {
            return true;
        }
    }
    return false;
}

// Rows open from the top as long as all still can be seen at once.
void LayerTree::openSome()
{
    int rows = m_model.rowCount();
    for (QModelIndex row = m_model.index(0, 0); row.isValid() && rows < FewRows; row = indexBelow(row)) {
        const bool isFold = m_model.layers(row).size() > 1;
        if (!isFold || m_model.rowCount(row) > int(m_model.layers(row).size())) {
            rows += m_model.rowCount(row);
            expand(row);
        }
    }
}

std::vector<LayerGraph::Index> LayerTree::selectedLayers() const
{
    std::vector<LayerGraph::Index> layers;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        const std::vector<LayerGraph::Index> added = m_model.layers(row);
        layers.insert(layers.end(), added.begin(), added.end());
    }
    return layers;
}

void LayerTree::selectLayers(const std::vector<LayerGraph::Index> &layers)
{
    QItemSelection rows;
    for (const LayerGraph::Index layer : layers) {
        const QModelIndex row = m_model.indexOf(layer);
        rows.select(row, row);
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!layers.empty()) {
        scrollTo(m_model.indexOf(layers.front()));
    }
}

void LayerTree::setColumnWidths()
{
    const auto width = [this](int characters) { return fontMetrics().horizontalAdvance(u'0') * characters; };
    header()->resizeSection(LayerModel::LayerColumn, width(26));
    header()->resizeSection(LayerModel::SizeColumn, width(8));
    header()->resizeSection(LayerModel::ImagesColumn, width(6));
    header()->resizeSection(LayerModel::EndingColumn, width(12));
    header()->setStretchLastSection(true);
}

} // namespace jettison

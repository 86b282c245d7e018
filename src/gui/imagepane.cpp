// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/imagepane.h"

#include "gui/rowdelegate.h"
#include "gui/widencolumns.h"
#include "ui_imagepane.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace jettison {

ImagePane::ImagePane(QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::ImagePane>())
{
    m_ui->setupUi(this);
    m_filter.setSourceModel(&m_model);
    m_ui->problemText->setTextAlignment(Qt::AlignHCenter);
    m_ui->view->setModel(&m_filter);
    m_ui->view->setItemDelegate(new RowDelegate(m_ui->view));
    m_ui->view->sortByColumn(ImageModel::CreatedColumn, Qt::DescendingOrder);
    setColumnWidths();
    connect(m_ui->view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ImagePane::selectionChanged);
    connect(m_ui->view, &QWidget::customContextMenuRequested, this, &ImagePane::showContextMenu);
    connect(m_ui->retryButton, &QPushButton::clicked, this, &ImagePane::retryRequested);
    setProblem(tr("Connecting…"));
    m_ui->retryButton->hide();
}

ImagePane::~ImagePane() = default;

void ImagePane::setSnapshot(const SnapshotPtr &snapshot)
{
    const bool isFirst = std::exchange(m_hasProblem, false);
    // Rows that come and go above what is in sight must not move it; at the very top, new ones may come into
    // sight.
    QScrollBar *bar = m_ui->view->verticalScrollBar();
    const QPersistentModelIndex top = bar->value() > 0 ? m_ui->view->indexAt({}) : QModelIndex();
    const int before = m_ui->view->visualRect(top).top();
    m_model.setSnapshot(snapshot);
    widenColumns(*m_ui->view, {ImageModel::CreatedColumn, ImageModel::SizeColumn, ImageModel::UniqueColumn});
    if (top.isValid()) {
        bar->setValue(bar->value() + m_ui->view->visualRect(top).top() - before);
    }
    updatePage();
    if (isFirst) {
        takeFocus();
    }
    // Sizes and names of what is selected may be others now.
    Q_EMIT selectionChanged();
}

void ImagePane::setProblem(const QString &text)
{
    m_hasProblem = true;
    m_ui->problemText->setText(text);
    m_ui->retryButton->show();
    updatePage();
}

// The keys are for the images, now that they are there, unless somebody is writing.
void ImagePane::takeFocus()
{
    const bool isWriting = qobject_cast<QLineEdit *>(window()->focusWidget()) != nullptr;
    if (m_ui->view->isVisible() && !isWriting) {
        m_ui->view->setFocus();
    }
}

void ImagePane::updatePage()
{
    const bool isEmpty = m_filter.rowCount() == 0;
    m_ui->emptyLabel->setText(m_model.rowCount() == 0
            ? tr("There are no images in this store. Pull… gets one.")
            : tr("No image fits what is searched for and shown."));
    m_ui->pages->setCurrentWidget(m_hasProblem ? m_ui->problemPage
            : isEmpty                          ? m_ui->emptyPage
                                               : m_ui->imagePage);
}

void ImagePane::setContextMenu(QMenu *menu)
{
    m_menu = menu;
}

void ImagePane::showContextMenu(QPoint position)
{
    if (m_menu) {
        m_menu->popup(m_ui->view->viewport()->mapToGlobal(position));
    }
}

QModelIndexList ImagePane::selectedRows() const
{
    // The selection's own selectedRows() takes a second for some thousand rows with gaps between them.
    QModelIndexList rows;
    for (const QModelIndex &index : m_ui->view->selectionModel()->selectedIndexes()) {
        if (index.column() == 0) {
            rows << m_filter.mapToSource(index);
        }
    }
    const auto place = [](const QModelIndex &index) {
        return index.parent().isValid() ? std::pair(index.parent().row(), index.row())
                                        : std::pair(index.row(), -1);
    };
    std::ranges::sort(rows, {}, place);
    return rows;
}

QList<RemovalTarget> ImagePane::selectedTargets() const
{
    QList<RemovalTarget> targets;
    for (const QModelIndex &row : selectedRows()) {
        targets << m_model.target(row);
    }
    return targets;
}

QStringList ImagePane::selectedIds() const
{
    QStringList ids;
    for (const QModelIndex &row : selectedRows()) {
        ids << m_model.target(row).image.text();
    }
    ids.removeDuplicates();
    return ids;
}

QStringList ImagePane::selectedNames() const
{
    QStringList names;
    for (const QModelIndex &row : selectedRows()) {
        names << m_model.names(row);
    }
    names.removeDuplicates();
    return names;
}

bool ImagePane::hasSelection() const
{
    return !m_hasProblem && m_ui->view->selectionModel()->hasSelection();
}

bool ImagePane::hasOnlyPlatforms() const
{
    const QList<RemovalTarget> targets = hasSelection() ? selectedTargets() : QList<RemovalTarget>();
    return !targets.isEmpty() && std::ranges::none_of(targets, [](const RemovalTarget &target) {
        return target.platforms.isEmpty();
    });
}

void ImagePane::selectImages(const QList<ImageId> &images)
{
    const QSet<ImageId> wanted(images.cbegin(), images.cend());
    QItemSelection rows;
    for (int i = 0; i < m_filter.rowCount(); ++i) {
        const QModelIndex row = m_filter.index(i, 0);
        if (wanted.contains(m_model.target(m_filter.mapToSource(row)).image)) {
            rows.select(row, row);
        }
    }
    QItemSelectionModel *selection = m_ui->view->selectionModel();
    selection->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty()) {
        selection->setCurrentIndex(rows.first().topLeft(), QItemSelectionModel::NoUpdate);
        m_ui->view->scrollTo(rows.first().topLeft());
    }
}

void ImagePane::setSearch(const QString &text)
{
    m_filter.setSearch(text);
    updatePage();
}

void ImagePane::setShow(ImageFilterModel::Show show)
{
    m_filter.setShow(show);
    updatePage();
}

void ImagePane::setIntermediateShown(bool shown)
{
    m_filter.setIntermediateShown(shown);
    updatePage();
}

QByteArray ImagePane::saveState() const
{
    return m_ui->view->header()->saveState();
}

void ImagePane::restoreState(const QByteArray &state)
{
    if (!state.isEmpty()) {
        m_ui->view->header()->restoreState(state);
    }
}

// Wide enough for what is usual, and all in sight in a small window; the rest goes to the containers. Counted
// in digits: the average character of a Chinese font is twice as wide as what stands in most columns.
void ImagePane::setColumnWidths()
{
    QHeaderView *header = m_ui->view->header();
    const auto width = [this](int characters) { return fontMetrics().horizontalAdvance(u'0') * characters; };
    header->resizeSection(ImageModel::RepositoryColumn, width(20));
    header->resizeSection(ImageModel::TagColumn, width(10));
    header->resizeSection(ImageModel::IdColumn, width(14));
    header->resizeSection(ImageModel::CreatedColumn, width(12));
    header->resizeSection(ImageModel::SizeColumn, width(9));
    header->resizeSection(ImageModel::UniqueColumn, width(9));
    header->setStretchLastSection(true);
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layerpane.h"

#include "gui/layertree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QSet>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace jettison {

LayerPane::LayerPane(QWidget *parent)
    : QWidget(parent)
{
    buildPages();
    connect(m_tree, &LayerTree::layersSelected, this, [this] {
        const std::vector<LayerGraph::Index> layers = m_tree->selectedLayers();
        if (!layers.empty()) {
            Q_EMIT layersSelected(imagesOf(layers));
        }
    });
    connect(m_tree, &LayerTree::menuRequested, this, &LayerPane::showMenu);
    updatePage();
}

void LayerPane::buildPages()
{
    m_pages = new QStackedWidget(this);
    m_tree = new LayerTree(m_pages);
    m_messagePage = new QWidget(m_pages);
    m_message = new QLabel(m_messagePage);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_progress = new QProgressBar(m_messagePage);
    m_progress->setAccessibleName(tr("Layers that were read"));
    m_progress->hide();
    m_unreadLabel = new QLabel(this);
    m_unreadLabel->setWordWrap(true);
    m_unreadLabel->setMargin(fontMetrics().averageCharWidth() / 2);
    auto *messageLayout = new QVBoxLayout(m_messagePage);
    messageLayout->addStretch();
    messageLayout->addWidget(m_message);
    messageLayout->addWidget(m_progress);
    messageLayout->addStretch();
    m_pages->addWidget(m_messagePage);
    m_pages->addWidget(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_pages);
    layout->addWidget(m_unreadLabel);
}

void LayerPane::setSnapshot(const SnapshotPtr &snapshot)
{
    // While the layers of a new list are being read, those that were known stay in sight.
    if (!m_snapshot || snapshot->layers().isRead()) {
        m_snapshot = snapshot;
        m_tree->setSnapshot(snapshot);
    }
    updatePage();
}

void LayerPane::setEffect(const RemovalEffect &effect)
{
    if (effect.fates.size() == (m_snapshot ? m_snapshot->layers().layers().size() : 0)) {
        m_tree->setEffect(effect);
    }
}

void LayerPane::setProgress(int read, int all)
{
    m_progress->setRange(0, all);
    m_progress->setValue(read);
    m_progress->show();
    m_message->setText(tr("Reading the layers of %n image(s)…", nullptr, all));
}

void LayerPane::updatePage()
{
    const bool isRead = m_snapshot && m_snapshot->layers().isRead();
    const bool isEmpty = !isRead || m_snapshot->layers().layers().empty();
    const int unread = isRead ? m_snapshot->layers().unreadImages() : 0;
    if (isRead) {
        m_progress->hide();
        m_message->setText(tr("There are no layers in this store."));
    } else if (m_progress->isHidden()) {
        m_message->setText(tr("The layers of the images stand here."));
    }
    m_unreadLabel->setVisible(unread > 0);
    m_unreadLabel->setText(
        tr("The layers of %n image(s) could not be read: what a removal frees is an estimate.", nullptr,
            unread));
    m_pages->setCurrentWidget(isEmpty ? m_messagePage : m_tree);
}

QList<ImageId> LayerPane::imagesOf(const std::vector<LayerGraph::Index> &layers) const
{
    QSet<int> images;
    for (const LayerGraph::Index layer : layers) {
        const std::vector<int> added = m_snapshot->layers().imagesOf(layer);
        images.unite(QSet<int>(added.begin(), added.end()));
    }
    QList<int> sorted = images.values();
    std::ranges::sort(sorted);
    QList<ImageId> ids;
    std::ranges::transform(
        sorted, std::back_inserter(ids), [this](int image) { return m_snapshot->images()[image].id; });
    return ids;
}

void LayerPane::copy(const std::vector<LayerGraph::Index> &layers, QString (*text)(const Layer &)) const
{
    QStringList lines;
    std::ranges::transform(layers, std::back_inserter(lines),
        [&](LayerGraph::Index layer) { return text(m_snapshot->layers().layer(layer)); });
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LayerPane::showMenu(QPoint globalPosition)
{
    const std::vector<LayerGraph::Index> layers = m_tree->selectedLayers();
    if (layers.empty()) {
        return;
    }
    const QList<ImageId> images = imagesOf(layers);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Show the images"), this,
        [this, layers] { Q_EMIT imagesRequested(m_snapshot->layers().layer(layers.front()).chainId); });
    menu->addAction(tr("S&elect the images"), this, [this, images] { Q_EMIT layersSelected(images); });
    QAction *remove =
        menu->addAction(tr("&Remove all %n image(s)…", nullptr, int(images.size())), this, [this, images] {
            QList<RemovalTarget> targets;
            std::ranges::transform(images, std::back_inserter(targets),
                [](const ImageId &image) { return RemovalTarget{.image = image}; });
            Q_EMIT removalRequested(targets);
        });
    remove->setEnabled(m_isRemovalAllowed);
    menu->addSeparator();
    menu->addAction(tr("Copy &digest"), this,
        [this, layers] { copy(layers, [](const Layer &layer) { return layer.diffId.text(); }); });
    menu->addAction(tr("Copy &chain ID"), this,
        [this, layers] { copy(layers, [](const Layer &layer) { return layer.chainId.text(); }); });
    menu->addSeparator();
    menu->addAction(tr("&Open all"), m_tree, &QTreeView::expandAll);
    menu->addAction(tr("C&lose all"), m_tree, &QTreeView::collapseAll);
    menu->popup(globalPosition);
}

QByteArray LayerPane::saveState() const
{
    return m_tree->header()->saveState();
}

void LayerPane::restoreState(const QByteArray &state)
{
    if (!state.isEmpty()) {
        m_tree->header()->restoreState(state);
    }
}

} // namespace jettison

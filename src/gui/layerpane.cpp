// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layerpane.h"

#include "ui_layerpane.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QSet>
#include <QSignalBlocker>

#include <algorithm>

namespace jettison {

LayerPane::LayerPane(QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::LayerPane>())
{
    m_ui->setupUi(this);
    connect(m_ui->tree, &LayerTree::layersSelected, this, &LayerPane::tellSelection);
    connect(m_ui->map, &LayerMap::layersSelected, this, &LayerPane::tellSelection);
    connect(m_ui->tree, &LayerTree::menuRequested, this, &LayerPane::showMenu);
    connect(m_ui->map, &LayerMap::menuRequested, this, &LayerPane::showMenu);
    connect(m_ui->mapButton, &QToolButton::toggled, this, &LayerPane::showView);
    connect(m_ui->zoomInButton, &QToolButton::clicked, m_ui->map, &LayerMap::zoomIn);
    connect(m_ui->zoomOutButton, &QToolButton::clicked, m_ui->map, &LayerMap::zoomOut);
    connect(m_ui->showAllButton, &QToolButton::clicked, m_ui->map, &LayerMap::showAll);
    updatePage();
}

LayerPane::~LayerPane() = default;

bool LayerPane::isMapShown() const
{
    return m_ui->mapButton->isChecked();
}

std::vector<LayerGraph::Index> LayerPane::selectedLayers() const
{
    return isMapShown() ? m_ui->map->selectedLayers() : m_ui->tree->selectedLayers();
}

// What is selected in the one is selected in the other.
void LayerPane::showView()
{
    const QSignalBlocker blockTree(m_ui->tree);
    const QSignalBlocker blockMap(m_ui->map);
    if (isMapShown()) {
        m_ui->map->selectLayers(m_ui->tree->selectedLayers());
    } else {
        m_ui->tree->selectLayers(m_ui->map->selectedLayers());
    }
    updatePage();
}

void LayerPane::tellSelection()
{
    if (const std::vector<LayerGraph::Index> layers = selectedLayers(); !layers.empty()) {
        Q_EMIT layersSelected(imagesOf(layers));
    }
}

void LayerPane::setSnapshot(const SnapshotPtr &snapshot)
{
    // While the layers of a new list are being read, those that were known stay in sight.
    if (!m_snapshot || snapshot->layers().isRead()) {
        m_snapshot = snapshot;
        m_ui->tree->setSnapshot(snapshot);
        m_ui->map->setSnapshot(snapshot);
    }
    m_isReading = m_isReading && !snapshot->layers().isRead();
    updatePage();
}

void LayerPane::setEffect(const RemovalEffect &effect)
{
    if (effect.fates.size() == (m_snapshot ? m_snapshot->layers().layers().size() : 0)) {
        m_ui->tree->setEffect(effect);
        m_ui->map->setEffect(effect);
    }
}

void LayerPane::showGoing()
{
    m_ui->tree->showGoing();
}

void LayerPane::setProgress(int read, int all)
{
    m_isReading = true;
    m_ui->progress->setRange(0, all);
    m_ui->progress->setValue(read);
    updatePage();
}

void LayerPane::updatePage()
{
    const bool isRead = m_snapshot && m_snapshot->layers().isRead();
    const bool isEmpty = !isRead || m_snapshot->layers().layers().empty();
    const int unread = isRead ? m_snapshot->layers().unreadImages() : 0;
    m_ui->progress->setVisible(m_isReading);
    m_ui->message->setText(m_isReading
            ? tr("Reading the layers of %n image(s)…", nullptr, m_ui->progress->maximum())
            : isRead ? tr("There are no layers in this store.")
                     : tr("The layers of the images stand here."));
    m_ui->unreadLabel->setVisible(unread > 0);
    m_ui->unreadLabel->setText(
        tr("The layers of %n image(s) could not be read: what a removal frees is an estimate.", nullptr,
            unread));
    QWidget *view = isMapShown() ? static_cast<QWidget *>(m_ui->map) : m_ui->tree;
    m_ui->pages->setCurrentWidget(isEmpty ? m_ui->messagePage : view);
    for (QToolButton *button : {m_ui->zoomInButton, m_ui->zoomOutButton, m_ui->showAllButton}) {
        button->setVisible(!isEmpty && isMapShown());
    }
}

// An image's files are those of its first platform.
ImageId LayerPane::imageToBrowse(LayerGraph::Index layer) const
{
    const LayerGraph &graph = m_snapshot->layers();
    for (const int image : graph.imagesOf(layer)) {
        LayerGraph::Index at = graph.top(image);
        while (at != LayerGraph::None && at != layer) {
            at = graph.parent(at);
        }
        if (at == layer) {
            return m_snapshot->images()[image].id;
        }
    }
    return {};
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
    const std::vector<LayerGraph::Index> layers = selectedLayers();
    if (layers.empty()) {
        return;
    }
    const QList<ImageId> images = imagesOf(layers);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("&Show the images"), this,
        [this, layers] { Q_EMIT imagesRequested(m_snapshot->layers().layer(layers.front()).chainId); });
    menu->addAction(tr("S&elect the images"), this, [this, images] { Q_EMIT layersSelected(images); });
    QAction *files = menu->addAction(tr("&Files…"), this, [this, layer = layers.front()] {
        Q_EMIT filesRequested(imageToBrowse(layer), m_snapshot->layers().layer(layer).depth);
    });
    files->setEnabled(layers.size() == 1 && !imageToBrowse(layers.front()).isEmpty());
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
    if (!isMapShown()) {
        menu->addSeparator();
        menu->addAction(tr("&Open all"), m_ui->tree, &QTreeView::expandAll);
        menu->addAction(tr("C&lose all"), m_ui->tree, &QTreeView::collapseAll);
    }
    menu->popup(globalPosition);
}

QByteArray LayerPane::saveState() const
{
    QByteArray state;
    QDataStream(&state, QIODevice::WriteOnly) << isMapShown() << m_ui->tree->header()->saveState();
    return state;
}

void LayerPane::restoreState(const QByteArray &state)
{
    bool showsMap = false;
    QByteArray header;
    QDataStream(state) >> showsMap >> header;
    if (!header.isEmpty()) {
        m_ui->tree->header()->restoreState(header);
    }
    m_ui->mapButton->setChecked(showsMap);
}

} // namespace jettison

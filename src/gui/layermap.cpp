// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layermap.h"

#include "gui/layermapaccessible.h"
#include "models/formatting.h"
#include "models/layertext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;
using Fate = RemovalEffect::Fate;

LayerMap::LayerMap(QWidget *parent)
    : LayerMapArea(parent),
      m_band(new QRubberBand(QRubberBand::Rectangle, viewport()))
{
    // First, as a screen reader may be told of the rest.
    LayerMapAccessible::serve(*this);
    m_band->hide();
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Map of layers"));
}

LayerMap::~LayerMap() = default;

void LayerMap::setSnapshot(const SnapshotPtr &snapshot)
{
    endDrag(Drag::None);
    const LayerGraph &after = snapshot->layers();
    const auto same = [&](LayerGraph::Index layer) {
        return layer == LayerGraph::None ? layer : after.find(graph().layer(layer).chainId);
    };
    std::vector<bool> isSelected(after.layers().size());
    for (const LayerGraph::Index layer : selectedLayers()) {
        if (const LayerGraph::Index found = same(layer); found != LayerGraph::None) {
            isSelected[size_t(found)] = true;
        }
    }
    m_isSelected = std::move(isSelected);
    m_current = same(m_current);
    m_selectedFrom = same(m_selectedFrom);
    replaceSnapshot(snapshot);
    m_selected = places().counts(m_isSelected);
    setEffect({});
}

void LayerMap::setEffect(const RemovalEffect &effect)
{
    m_effect = effect;
    const auto countsOf = [this](Fate fate) {
        std::vector<bool> isMarked(graph().layers().size());
        for (size_t i = 0; i < isMarked.size(); ++i) {
            isMarked[i] = m_effect.fate(LayerGraph::Index(i)) == fate;
        }
        return places().counts(isMarked);
    };
    m_going = countsOf(Fate::Goes);
    m_staying = countsOf(Fate::Stays);
    viewport()->update();
}

std::vector<LayerGraph::Index> LayerMap::selectedLayers() const
{
    std::vector<LayerGraph::Index> layers;
    for (size_t i = 0; i < m_isSelected.size(); ++i) {
        if (m_isSelected[i]) {
            layers.push_back(LayerGraph::Index(i));
        }
    }
    return layers;
}

void LayerMap::selectLayers(const std::vector<LayerGraph::Index> &layers)
{
    std::vector<bool> isSelected(m_isSelected.size());
    for (const LayerGraph::Index layer : layers) {
        isSelected[size_t(layer)] = true;
    }
    if (!layers.empty()) {
        m_selectedFrom = layers.front();
        setCurrent(layers.front());
    }
    setSelected(std::move(isSelected));
}

void LayerMap::setSelected(std::vector<bool> isSelected)
{
    if (isSelected == m_isSelected) {
        return;
    }
    m_isSelected = std::move(isSelected);
    m_selected = places().counts(m_isSelected);
    viewport()->update();
    Q_EMIT layersSelected();
}

void LayerMap::setCurrent(LayerGraph::Index layer)
{
    if (layer != LayerGraph::None) {
        ensureVisible(layer);
    }
    makeCurrent(layer);
}

void LayerMap::makeCurrent(LayerGraph::Index layer)
{
    m_current = layer;
    viewport()->update();
    Q_EMIT currentChanged();
}

std::vector<LayerGraph::Index> LayerMap::layersTo(LayerGraph::Index layer) const
{
    if (m_selectedFrom == LayerGraph::None) {
        return {layer};
    }
    const auto [upper, lower] = places().depth(layer) < places().depth(m_selectedFrom)
        ? std::pair(layer, m_selectedFrom)
        : std::pair(m_selectedFrom, layer);
    std::vector<LayerGraph::Index> layers;
    if (places().depth(upper) == places().depth(lower)) {
        const auto [left, right] = std::minmax({places().start(upper), places().start(lower)});
        for (const LayerMapLayout::Box &box : boxes()) {
            if (box.isLayer() && places().depth(box.layer) == places().depth(upper)
                && places().start(box.layer) >= left && places().start(box.layer) <= right) {
                layers.push_back(box.layer);
            }
        }
    } else {
        LayerGraph::Index at = lower;
        for (; at != LayerGraph::None && at != upper; at = places().parent(at)) {
            layers.push_back(at);
        }
        if (at == LayerGraph::None) {
            layers.clear();
        }
    }
    layers.push_back(upper);
    layers.push_back(lower);
    return layers;
}

void LayerMap::choose(LayerGraph::Index layer, Qt::KeyboardModifiers keys)
{
    const bool adds = keys.testFlag(Qt::ControlModifier);
    std::vector<bool> isSelected = adds ? m_isSelected : std::vector<bool>(m_isSelected.size());
    if (layer != LayerGraph::None && keys.testFlag(Qt::ShiftModifier)) {
        for (const LayerGraph::Index between : layersTo(layer)) {
            isSelected[size_t(between)] = true;
        }
    } else if (layer != LayerGraph::None) {
        isSelected[size_t(layer)] = !adds || !isSelected[size_t(layer)];
        m_selectedFrom = layer;
    }
    setSelected(std::move(isSelected));
}

QRect LayerMap::visibleRect(LayerGraph::Index layer) const
{
    return places().isDrawn(layer, view())
        ? places().rect(layer, view()).intersected(QRect(QPoint(), view().size))
        : QRect();
}

QString LayerMap::stripText(const LayerMapLayout::Box &strip) const
{
    return tr("%n layer(s) too small to draw, %1 together", nullptr, places().layersIn(strip))
        .arg(formatSize(places().bytesIn(strip)));
}

QString LayerMap::toolTip(const LayerMapLayout::Box &box) const
{
    if (box.isLayer()) {
        return layertext::toolTip(snapshot(), m_effect, box.layer);
    }
    const int going = box.isStrip() ? LayerMapLayout::sum(m_going, box) : 0;
    return !box.isStrip() ? QString()
        : going > 0       ? stripText(box) + u'\n' + tr("%n of them go(es)", nullptr, going)
                          : stripText(box);
}

void LayerMap::askForMenu(LayerGraph::Index layer, QPoint globalPosition)
{
    if (layer == LayerGraph::None) {
        return;
    }
    if (!isSelected(layer)) {
        choose(layer, {});
    }
    Q_EMIT menuRequested(globalPosition);
}

bool LayerMap::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return LayerMapArea::viewportEvent(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const LayerMapLayout::Box box = places().boxAt(help->pos(), view());
    const QString text = toolTip(box);
    // Commands hold what looks like HTML, and are long: as rich text they are wrapped.
    QToolTip::showText(help->globalPos(),
        text.isEmpty() ? text : u"<p>%1</p>"_s.arg(text.toHtmlEscaped().replace(u'\n', u"<br>"_s)),
        viewport(), box.rect);
    return true;
}

QString LayerMap::emptyText() const
{
    return graph().isRead() ? tr("There are no layers in this store.")
                            : tr("The layers of the images stand here.");
}

LayerMapPainter::Look LayerMap::lookOf(const LayerMapLayout::Box &box) const
{
    if (box.isLayer()) {
        return {.fate = m_effect.fate(box.layer), .isSelected = isSelected(box.layer)};
    }
    const double all = places().layersIn(box);
    const int going = LayerMapLayout::sum(m_going, box);
    const int staying = LayerMapLayout::sum(m_staying, box);
    return {.fate = going > 0 ? Fate::Goes
            : staying > 0     ? Fate::Stays
                              : Fate::Untouched,
        .isSelected = LayerMapLayout::sum(m_selected, box) > 0,
        .share = (going > 0 ? going : staying) / all};
}

void LayerMap::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Base));
    if (places().isEmpty()) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, emptyText());
        return;
    }
    LayerMapPainter map(painter, palette(), graph());
    for (const LayerMapLayout::Box &box : boxes()) {
        if (box.rect.intersects(event->rect())) {
            map.draw(box, lookOf(box));
        }
    }
    if (hasFocus() && m_current != LayerGraph::None && places().isDrawn(m_current, view())) {
        map.drawFocus(visibleRect(m_current));
    }
}

} // namespace jettison

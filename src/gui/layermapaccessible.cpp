// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/layermapaccessible.h"

#include "models/layertext.h"

#include <QWindow>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *map = qobject_cast<LayerMap *>(object);
    return map ? new LayerMapAccessible(map) : nullptr;
}

void tell(LayerMap &map, QAccessible::Event what, int child = -1)
{
    QAccessibleEvent event(&map, what);
    event.setChild(child);
    QAccessible::updateAccessibility(&event);
}

// -1 if it is not in sight.
int positionOf(const LayerMap &map, LayerGraph::Index layer, bool isStrip)
{
    const auto &boxes = map.boxes();
    const auto box = std::ranges::find_if(boxes,
        [&](const LayerMapLayout::Box &other) { return other.layer == layer && other.isStrip() == isStrip; });
    return box == boxes.end() ? -1 : int(box - boxes.begin());
}

} // namespace

LayerMapAccessible::LayerMapAccessible(LayerMap *map)
    : QAccessibleWidget(map, QAccessible::List)
{
}

LayerMapAccessible::~LayerMapAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

void LayerMapAccessible::serve(LayerMap &map)
{
    QAccessible::installFactory(makeAccessible);
    QObject::connect(&map, &LayerMap::viewChanged, &map, [&map] { tell(map, QAccessible::ObjectReorder); });
    QObject::connect(
        &map, &LayerMap::layersSelected, &map, [&map] { tell(map, QAccessible::SelectionWithin); });
    QObject::connect(&map, &LayerMap::currentChanged, &map, [&map] {
        if (map.hasFocus() && map.current() != LayerGraph::None) {
            tell(map, QAccessible::Focus, positionOf(map, map.current(), false));
        }
    });
}

LayerMap *LayerMapAccessible::map() const
{
    return static_cast<LayerMap *>(widget());
}

LayerMapAccessible::Key LayerMapAccessible::keyOf(const LayerMapLayout::Box &box) const
{
    return {
        box.layer == LayerGraph::None ? ChainId() : map()->graph().layer(box.layer).chainId, box.isStrip()};
}

QAccessibleInterface *LayerMapAccessible::childOf(const LayerMapLayout::Box &box) const
{
    const Key key = keyOf(box);
    QAccessible::Id &id = m_children[key];
    if (id == 0) {
        id = QAccessible::registerAccessibleInterface(
            new LayerMapAccessibleItem(map(), key.first, key.second));
    }
    return QAccessible::accessibleInterface(id);
}

int LayerMapAccessible::childCount() const
{
    return int(map()->boxes().size());
}

QAccessibleInterface *LayerMapAccessible::child(int index) const
{
    return index >= 0 && index < childCount() ? childOf(map()->boxes()[size_t(index)]) : nullptr;
}

int LayerMapAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const LayerMapAccessibleItem *>(child);
    if (!item) {
        return -1;
    }
    const LayerMapLayout::Box box = item->box();
    return box.rect.isEmpty() ? -1 : positionOf(*map(), box.layer, box.isStrip());
}

QAccessibleInterface *LayerMapAccessible::childAt(int x, int y) const
{
    const QPoint point = map()->viewport()->mapFromGlobal(QPoint(x, y));
    const LayerMapLayout::Box box = map()->places().boxAt(point, map()->view());
    return box.rect.isEmpty() ? nullptr : childOf(box);
}

QAccessibleInterface *LayerMapAccessible::focusChild() const
{
    if (!map()->hasFocus() || map()->current() == LayerGraph::None) {
        return nullptr;
    }
    return child(positionOf(*map(), map()->current(), false));
}

QAccessible::State LayerMapAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.multiSelectable = true;
    state.extSelectable = true;
    return state;
}

LayerMapAccessibleItem::LayerMapAccessibleItem(LayerMap *map, ChainId chainId, bool isStrip)
    : m_map(map),
      m_chainId(std::move(chainId)),
      m_isStrip(isStrip)
{
}

LayerMapLayout::Box LayerMapAccessibleItem::box() const
{
    const int position = isValid() ? positionOf(*m_map, layer(), m_isStrip) : -1;
    return position < 0 ? LayerMapLayout::Box() : m_map->boxes()[size_t(position)];
}

bool LayerMapAccessibleItem::isValid() const
{
    return m_map && (layer() != LayerGraph::None || (m_isStrip && m_chainId.isEmpty()));
}

QWindow *LayerMapAccessibleItem::window() const
{
    return m_map ? m_map->window()->windowHandle() : nullptr;
}

QAccessibleInterface *LayerMapAccessibleItem::parent() const
{
    return QAccessible::queryAccessibleInterface(m_map);
}

QString LayerMapAccessibleItem::text(QAccessible::Text kind) const
{
    if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Description)) {
        return {};
    }
    if (m_isStrip) {
        const LayerMapLayout::Box strip = box();
        return strip.rect.isEmpty()     ? QString()
            : kind == QAccessible::Name ? m_map->stripText(strip)
                                        : m_map->toolTip(strip);
    }
    const Layer &layer = m_map->graph().layer(this->layer());
    if (kind == QAccessible::Description) {
        return layertext::toolTip(m_map->snapshot(), m_map->effect(), this->layer());
    }
    QStringList parts{layertext::title(layer), layertext::size(layer),
        tr("%n image(s)", nullptr, layer.imageCount),
        layertext::fate(m_map->snapshot(), m_map->effect(), this->layer())};
    parts.removeAll(QString());
    return parts.join(tr(", "));
}

QRect LayerMapAccessibleItem::rect() const
{
    const QRect rect = box().rect.intersected(QRect(QPoint(), isValid() ? m_map->view().size : QSize()));
    return rect.isEmpty() ? QRect() : QRect(m_map->viewport()->mapToGlobal(rect.topLeft()), rect.size());
}

QAccessible::Role LayerMapAccessibleItem::role() const
{
    return m_isStrip ? QAccessible::StaticText : QAccessible::ListItem;
}

QAccessible::State LayerMapAccessibleItem::state() const
{
    QAccessible::State state;
    if (!isValid() || box().rect.isEmpty()) {
        state.invalid = !isValid();
        state.offscreen = true;
    } else if (!m_isStrip) {
        state.selectable = true;
        state.multiSelectable = true;
        state.focusable = true;
        state.selected = m_map->isSelected(layer());
        state.focused = m_map->hasFocus() && m_map->current() == layer();
    }
    return state;
}

void *LayerMapAccessibleItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface && !m_isStrip
        ? static_cast<QAccessibleActionInterface *>(this)
        : nullptr;
}

QStringList LayerMapAccessibleItem::actionNames() const
{
    return {pressAction(), toggleAction(), showMenuAction(), setFocusAction()};
}

void LayerMapAccessibleItem::doAction(const QString &name)
{
    if (!isValid() || m_isStrip) {
        return;
    }
    m_map->setCurrent(layer());
    if (name == setFocusAction()) {
        m_map->setFocus(Qt::OtherFocusReason);
    } else if (name == pressAction()) {
        m_map->choose(layer(), {});
    } else if (name == toggleAction()) {
        m_map->choose(layer(), Qt::ControlModifier);
    } else if (name == showMenuAction()) {
        m_map->askForMenu(layer(), rect().center());
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/layermap.h"

#include <QAccessibleWidget>
#include <QCoreApplication>
#include <QHash>
#include <QPointer>

namespace jettison {

/// The map for screen readers: a list of the layers and strips in sight. Keys move the focus through them.
class LayerMapAccessible : public QAccessibleWidget
{
public:
    explicit LayerMapAccessible(LayerMap *map);
    ~LayerMapAccessible() override;

    /// From now on screen readers know the map.
    static void serve(LayerMap &map);

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;
    QAccessible::State state() const override;

private:
    /// Of a layer, or of the strip that stands on it: the same one in every view and snapshot.
    using Key = std::pair<ChainId, bool>;

    LayerMap *map() const;
    Key keyOf(const LayerMapLayout::Box &box) const;
    QAccessibleInterface *childOf(const LayerMapLayout::Box &box) const;

    mutable QHash<Key, QAccessible::Id> m_children;
};

/// A layer of the map, or a strip.
class LayerMapAccessibleItem : public QAccessibleInterface, public QAccessibleActionInterface
{
    Q_DECLARE_TR_FUNCTIONS(jettison::LayerMapAccessibleItem)

public:
    LayerMapAccessibleItem(LayerMap *map, ChainId chainId, bool isStrip);

    /// Nothing if it is not in sight.
    LayerMapLayout::Box box() const;

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QWindow *window() const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override { }
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    /// None of a strip in the top row, and if it is gone.
    LayerGraph::Index layer() const { return m_map->graph().find(m_chainId); }

    QPointer<LayerMap> m_map;
    ChainId m_chainId;
    bool m_isStrip = false;
};

} // namespace jettison

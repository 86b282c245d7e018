// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "fakes/storetext.h"
#include "gui/layermap.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

// base fills the top row; python and go stand on it, app and web on python.
inline const QString Store = u"app: app:1 [base=1000 python=500 app=300]\n"
                             "web: web:1 [base=1000 python=500 web=200]\n"
                             "go: go:1 [base=1000 go=400]\n"_s;

/// A map in a window, its layers called by their names.
struct Shown
{
    LayerMap map;

    explicit Shown(const QString &store = Store)
    {
        map.resize(800, 400);
        map.show();
        map.setSnapshot(storeFromText(store));
        QApplication::setActiveWindow(&map);
        map.setFocus();
    }

    LayerGraph::Index find(const QString &name) const
    {
        const auto &layers = map.graph().layers();
        const auto found = std::ranges::find(layers, diffIdOf(name), &Layer::diffId);
        return found == layers.end() ? LayerGraph::None : LayerGraph::Index(found - layers.begin());
    }
    QString name(LayerGraph::Index layer) const
    {
        return layer == LayerGraph::None ? QString() : map.graph().layer(layer).createdBy.sliced(5);
    }
    QPoint at(const QString &name) const { return map.visibleRect(find(name)).center(); }
    // `app base`, in the order of their names.
    QString selected() const
    {
        QStringList names;
        for (const LayerGraph::Index layer : map.selectedLayers()) {
            names << name(layer);
        }
        names.sort();
        return names.join(u' ');
    }
    QString current() const { return name(map.current()); }
    bool fillsTheWidth(const QString &name) const
    {
        return map.places().weight(find(name)) == map.view().span
            && map.places().start(find(name)) == map.view().start;
    }
    void click(const QString &name, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(map.viewport(), Qt::LeftButton, keys, at(name));
    }
    void doubleClick(const QString &name)
    {
        QTest::mouseDClick(map.viewport(), Qt::LeftButton, {}, at(name));
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {})
    {
        QTest::mousePress(map.viewport(), Qt::LeftButton, keys, from);
        QTest::mouseMove(map.viewport(), (from + to) / 2);
        QTest::mouseMove(map.viewport(), to);
        QTest::mouseRelease(map.viewport(), Qt::LeftButton, keys, to);
    }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&map, key, keys); }
    void turnWheel(QPoint at, int degrees, Qt::KeyboardModifiers keys = {})
    {
        QWheelEvent event(at, map.viewport()->mapToGlobal(at), {}, {0, degrees * 8}, Qt::NoButton, keys,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(map.viewport(), &event);
    }
};

} // namespace jettison

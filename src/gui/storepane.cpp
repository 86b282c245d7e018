// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/storepane.h"

#include "core/removaleffect.h"
#include "gui/imagepane.h"
#include "gui/layerpane.h"
#include "models/messages.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString SplitterKey = u"images/splitter"_s;
const QString ColumnsKey = u"images/columns"_s;
const QString LayersKey = u"layers/view"_s;

} // namespace

StorePane::StorePane(QWidget *parent)
    : QWidget(parent),
      m_splitter(new QSplitter(this)),
      m_images(new ImagePane(m_splitter)),
      m_layers(new LayerPane(m_splitter))
{
    m_images->setObjectName("images");
    m_layers->setObjectName("layers");
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 4);
    m_splitter->setStretchFactor(1, 3);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_splitter);
    m_updating.setSingleShot(true);
    m_updating.setInterval(0);
    connect(&m_updating, &QTimer::timeout, this, [this] {
        updateEffect();
        m_layers->showGoing();
    });
    connect(m_images, &ImagePane::selectionChanged, &m_updating, qOverload<>(&QTimer::start));
    connect(m_layers, &LayerPane::layersSelected, m_images, &ImagePane::selectImages);
    connect(m_layers, &LayerPane::imagesRequested, this,
        [this](const ChainId &layer) { Q_EMIT searchRequested(ImageFilterModel::layerWord(layer)); });
}

void StorePane::setSnapshot(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_layers->setSnapshot(snapshot);
    m_images->setSnapshot(snapshot);
    // The marks are those of this snapshot before anybody can see it.
    m_updating.stop();
    updateEffect();
}

void StorePane::updateEffect()
{
    const RemovalPlan plan = RemovalPlan::make(m_snapshot, m_images->selectedTargets(), {});
    const RemovalEffect effect = RemovalEffect::of(plan);
    m_layers->setEffect(effect);
    Q_EMIT effectChanged(messages::selection(plan, effect));
}

void StorePane::save(QSettings &settings) const
{
    settings.setValue(SplitterKey, m_splitter->saveState());
    settings.setValue(ColumnsKey, m_images->saveState());
    settings.setValue(LayersKey, m_layers->saveState());
}

void StorePane::restore(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(SplitterKey).toByteArray());
    m_images->restoreState(settings.value(ColumnsKey).toByteArray());
    m_layers->restoreState(settings.value(LayersKey).toByteArray());
}

} // namespace jettison

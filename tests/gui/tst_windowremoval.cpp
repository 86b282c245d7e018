// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/enginewindowtest.h"
#include "gui/layermap.h"
#include "gui/layertree.h"
#include "gui/removaldialog.h"
#include "gui/undodialog.h"
#include "models/planmodel.h"

#include <QAction>
#include <QCheckBox>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// All rows of a tree, those below others indented by two spaces.
QStringList textsBelow(const QAbstractItemModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        texts << QString(depth * 2, u' ') + index.data().toString() << textsBelow(model, index, depth + 1);
    }
    return texts;
}

} // namespace

/// That on a real engine the window's preview, its log and the engine agree on a removal, and undo takes it
/// back.
class tst_WindowRemoval : public EngineWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void dragDeleteConfirmAndReadTheLog();
    void marksTheLayersThatGo();
    void forceStopsAndRemovesTheContainer();
    void undoBringsItBack();

private:
    void askToRemove(const QString &row);
};

void tst_WindowRemoval::askToRemove(const QString &row)
{
    m_driver->click(named(row));
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
}

void tst_WindowRemoval::dragDeleteConfirmAndReadTheLog()
{
    m_driver->dragOverRows(named(u"app 1"_s), named(u"app 2 tag(s)"_s));
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    compare(confirm());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows(), named({u"base 1"_s, u"tools 1"_s}), Patience);
}

// Of app:1 its own layer goes; those of base and of busybox below it, in which no image ends, stay.
void tst_WindowRemoval::marksTheLayersThatGo()
{
    auto *map = m_window->findChild<LayerMap *>();
    const LayerGraph &graph = m_session->snapshot()->layers();
    QCOMPARE(graph.layers().size(), size_t(5));
    m_driver->click(named(u"app 1"_s));
    using Fate = RemovalEffect::Fate;
    const auto fates = [&] {
        QMap<QString, Fate> byImages;
        for (const Layer &layer : graph.layers()) {
            QStringList names;
            for (const int image : layer.images) {
                names << m_session->snapshot()->images()[image].references.first().text();
            }
            byImages[names.join(u' ')] = map->effect().fate(graph.find(layer.chainId));
        }
        return byImages;
    };
    const QMap<QString, Fate> expected{{{}, Fate::Stays}, {named(u"app:1"_s), Fate::Goes},
        {named(u"app:2"_s), Fate::Untouched}, {named(u"base:1"_s), Fate::Stays},
        {named(u"tools:1"_s), Fate::Untouched}};
    QTRY_COMPARE(fates(), expected);

    const auto *tree = m_window->findChild<LayerTree *>();
    const auto *model = qobject_cast<const LayerModel *>(tree->model());
    QCOMPARE(tree->isVisible(), true);
    const QModelIndex going = model->firstGoing();
    QVERIFY(going.isValid());
    QCOMPARE(going.siblingAtColumn(LayerModel::EndingColumn).data().toString(), named(u"app:1"_s));

    m_window->findChild<QToolButton *>(u"mapButton"_s)->click();
    QTRY_VERIFY(map->isVisible());
    for (size_t i = 0; i < graph.layers().size(); ++i) {
        QVERIFY(!map->visibleRect(LayerGraph::Index(i)).isEmpty());
    }
}

void tst_WindowRemoval::forceStopsAndRemovesTheContainer()
{
    const Output started = m_engine->docker({u"run"_s, u"-d"_s, u"--net=none"_s, u"--name=web"_s,
        named(u"tools:1"_s), u"/busybox"_s, u"sleep"_s, u"1000"_s});
    QVERIFY2(started.exitCode == 0, qPrintable(started.errors));
    QTRY_COMPARE_WITH_TIMEOUT(m_session->snapshot()->containers().size(), 1, Patience);
    m_driver->click(named(u"tools 1"_s));
    m_driver->action(u"forceRemoveAction"_s)->trigger();
    QTRY_VERIFY(m_driver->removalDialog());
    m_driver->removalDialog()->findChild<QSpinBox *>(u"stopTimeout"_s)->setValue(1);
    const QStringList preview =
        textsBelow(*m_driver->removalDialog()->findChild<QTreeView *>(u"planView"_s)->model());
    QCOMPARE(preview.first(4),
        QStringList({u"Containers stopped and removed: 1"_s, u"  web (running): stopped, then removed"_s,
            u"References untagged: 1"_s,
            u"  "_s + named(u"tools:1"_s) + u" (the last name: its image goes with it)"_s}));
    QVERIFY(preview[4].startsWith("Images deleted: 1, freeing "_L1));
    const bool isReported = m_engine->kind().store == EngineKind::Store::Classic;
    QVERIFY(preview.contains(isReported
            ? u"Layers deleted: 1"_s
            : u"Layers no longer needed (computed: this engine does not report them): 1"_s));
    const Removal removal = confirm();
    compare(removal);
    QCOMPARE(removal.logged.first(2), QStringList({u"Stopped: web"_s, u"Removed: web"_s}));
    QVERIFY(removal.logged.contains("Untagged: "_L1 + named(u"tools:1"_s)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->row(named(u"tools 1"_s)).isValid(), Patience);
}

void tst_WindowRemoval::undoBringsItBack()
{
    const QStringList before = state();
    askToRemove(u"app 2 tag(s)"_s);
    m_driver->removalDialog()->findChild<QCheckBox *>(u"backup"_s)->click();
    compare(confirm());
    QVERIFY(state() != before);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->action(u"undoAction"_s)->isEnabled(), Patience);
    m_driver->press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(m_window->findChild<UndoDialog *>());
    QTest::keyClick(m_window->findChild<UndoDialog *>(), Qt::Key_Return);
    const auto isBack = [this] {
        return !m_driver->logLines().filter(u"1 image(s) brought back"_s).isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBack(), Patience);
    QCOMPARE(state(), before);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(named(u"app 2 tag(s)"_s)).isValid(), Patience);
    QCOMPARE(m_driver->rows().size(), 4);
}

QTEST_MAIN(tst_WindowRemoval)
#include "tst_windowremoval.moc"

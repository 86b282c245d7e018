// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "gui/layermap.h"
#include "gui/layerpane.h"
#include "gui/layertree.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Scene = u"base: base:1 [a=1 b=2]\napp: app:1 [a=1 b=2 c=3]\nlone: lone:1 [x=2]"_s;

QList<ImageId> idsOf(const QStringList &names)
{
    QList<ImageId> ids;
    std::ranges::transform(names, std::back_inserter(ids), imageIdOf);
    return ids;
}

} // namespace

class tst_LayerPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<LayerPane>();
        m_pane->resize(600, 400);
        m_pane->show();
    }

    void pages()
    {
        const auto *page = m_pane->findChild<QStackedWidget *>();
        const auto *progress = m_pane->findChild<QProgressBar *>();
        QVERIFY(!progress->isVisible());
        m_pane->setSnapshot(storeFromText(u"a: a:1"_s));
        m_pane->setProgress(3, 20);
        QVERIFY(progress->isVisible());
        QCOMPARE(progress->value(), 3);
        QVERIFY(m_pane->findChild<QLabel *>(u"message"_s)->text().contains("20"_L1));
        m_pane->setSnapshot(storeFromText(Scene));
        QCOMPARE(page->currentWidget(), tree());
        // New lists of images, whose layers are being read, take nothing away.
        m_pane->setSnapshot(storeFromText(u"a: a:1\nb: b:1"_s));
        m_pane->setProgress(1, 2);
        QCOMPARE(page->currentWidget(), tree());
        m_pane->setSnapshot(storeFromText(u"a: a:1 []"_s));
        QVERIFY(page->currentWidget() != tree());
        QVERIFY(!progress->isVisible());
    }

    void tellsOfImagesThatCouldNotBeRead()
    {
        const auto *label = m_pane->findChild<QLabel *>(u"unreadLabel"_s);
        m_pane->setSnapshot(storeFromText(Scene));
        QVERIFY(!label->isVisible());
        m_pane->setSnapshot(storeFromText(Scene + u"\nodd: odd:1"_s));
        QVERIFY(label->isVisible());
    }

    // Of "about 11.9 MB" the end matters.
    void sizesAreShownWhole()
    {
        m_pane->setSnapshot(storeFromText(u"guessed: guess:1 [a=7000000 b~1960000 c~2960000]"_s));
        const QString size = tree()->model()->index(0, LayerModel::SizeColumn).data().toString();
        QCOMPARE(size, u"about 11.9 MB"_s);
        const int room = tree()->header()->sectionSize(LayerModel::SizeColumn);
        QVERIFY(room > tree()->fontMetrics().horizontalAdvance(size));
    }

    void layersSelectTheImagesThatNeedThem()
    {
        m_pane->setSnapshot(storeFromText(Scene));
        const QSignalSpy selected(m_pane.get(), &LayerPane::layersSelected);
        select(u"b"_s);
        QCOMPARE(selected.last()[0].value<QList<ImageId>>(), idsOf({u"base"_s, u"app"_s}));
        select(u"x"_s);
        QCOMPARE(selected.last()[0].value<QList<ImageId>>(), idsOf({u"lone"_s}));
    }

    void treeAndMapHaveOneSelection()
    {
        m_pane->setSnapshot(storeFromText(Scene));
        select(u"x"_s);
        const QSignalSpy selected(m_pane.get(), &LayerPane::layersSelected);
        button(u"mapButton"_s)->click();
        QCOMPARE(m_pane->findChild<QStackedWidget *>()->currentWidget(), map());
        QCOMPARE(map()->selectedLayers(), std::vector{layer(u"x"_s)});
        map()->selectLayers({layer(u"c"_s)});
        QCOMPARE(selected.size(), 1);
        QVERIFY(button(u"zoomInButton"_s)->isVisible());
        button(u"treeButton"_s)->click();
        QCOMPARE(tree()->selectedLayers(), std::vector{layer(u"c"_s)});
        QCOMPARE(selected.size(), 1);
        QVERIFY(!button(u"zoomInButton"_s)->isVisible());
    }

    void menu()
    {
        m_pane->setSnapshot(storeFromText(Scene));
        select(u"b"_s);
        QVERIFY(!menuEntry(u"Remove all"_s)->isEnabled());
        m_pane->setRemovalAllowed(true);
        const QSignalSpy removed(m_pane.get(), &LayerPane::removalRequested);
        menuEntry(u"Remove all"_s)->trigger();
        QCOMPARE(removed.size(), 1);
        QCOMPARE(removed[0][0].value<QList<RemovalTarget>>(), targetsFromText({u"base"_s, u"app"_s}));
        const QSignalSpy shown(m_pane.get(), &LayerPane::imagesRequested);
        menuEntry(u"Show the images"_s)->trigger();
        QCOMPARE(shown[0][0].value<ChainId>(), snapshot().layers().layer(layer(u"b"_s)).chainId);
        const QSignalSpy browsed(m_pane.get(), &LayerPane::filesRequested);
        menuEntry(u"Files"_s)->trigger();
        QCOMPARE(browsed[0][0].value<ImageId>(), imageIdOf(u"base"_s));
        QCOMPARE(browsed[0][1].toInt(), snapshot().layers().layer(layer(u"b"_s)).depth);
        menuEntry(u"Copy digest"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), diffIdOf(u"b"_s).text());
        menuEntry(u"Copy chain ID"_s)->trigger();
        QCOMPARE(
            QGuiApplication::clipboard()->text(), snapshot().layers().layer(layer(u"b"_s)).chainId.text());
    }

    void staysOpenAndSelected()
    {
        m_pane->setSnapshot(storeFromText(Scene));
        tree()->expandAll();
        select(u"b"_s);
        const QSignalSpy selected(m_pane.get(), &LayerPane::layersSelected);
        m_pane->setSnapshot(storeFromText(u"new: new:1 [n=100]\n"_s + Scene));
        QCOMPARE(tree()->selectedLayers(), std::vector{layer(u"b"_s)});
        QVERIFY(tree()->isExpanded(tree()->model()->index(1, 0)));
        QVERIFY(!tree()->isExpanded(tree()->model()->index(0, 0)));
        QCOMPARE(selected.size(), 0);
    }

    void bringsWhatGoesIntoSight()
    {
        QStringList lines;
        for (int i = 0; i < 100; ++i) {
            lines << u"image%1: image%1:1 [base%1=%2 own%1=1]\nother%1: other%1:1 [base%1=%2]"_s.arg(i).arg(
                1000 - i);
        }
        const SnapshotPtr store = storeFromText(lines.join(u'\n'));
        m_pane->setSnapshot(store);
        const auto isShown = [&](const QString &name) {
            const RemovalPlan plan = RemovalPlan::make(store, targetsFromText({name}), {});
            m_pane->setEffect(RemovalEffect::of(plan));
            m_pane->showGoing();
            const auto *model = static_cast<const LayerModel *>(tree()->model());
            const QModelIndex row = model->firstGoing();
            return row.isValid() && tree()->viewport()->rect().contains(tree()->visualRect(row));
        };
        QVERIFY(isShown(u"image50"_s));
        const int place = tree()->verticalScrollBar()->value() - 1;
        QVERIFY(place > 0);
        tree()->verticalScrollBar()->setValue(place);
        QVERIFY(isShown(u"image50"_s));
        QCOMPARE(tree()->verticalScrollBar()->value(), place);
        QVERIFY(isShown(u"image0"_s));
        // Who works in the tree keeps the place.
        m_pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        tree()->setFocus();
        QVERIFY(!isShown(u"image50"_s));
    }

    void whatGoesIsStruckOut()
    {
        const SnapshotPtr store = storeFromText(Scene);
        m_pane->setSnapshot(store);
        tree()->expandAll();
        const QImage before = tree()->viewport()->grab().toImage();
        m_pane->setEffect(RemovalEffect::of(RemovalPlan::make(store, targetsFromText({u"lone"_s}), {})));
        QVERIFY(tree()->viewport()->grab().toImage() != before);
        QCOMPARE(tree()->model()->index(1, LayerModel::FateColumn).data().toString(), u"goes"_s);
    }

    void remembersItsView()
    {
        m_pane->setSnapshot(storeFromText(Scene));
        button(u"mapButton"_s)->click();
        LayerPane other;
        other.restoreState(m_pane->saveState());
        QVERIFY(other.findChild<QToolButton *>(u"mapButton"_s)->isChecked());
        other.restoreState("nonsense");
        other.restoreState({});
    }

private:
    LayerTree *tree() const { return m_pane->findChild<LayerTree *>(); }
    LayerMap *map() const { return m_pane->findChild<LayerMap *>(); }
    QToolButton *button(const QString &name) const { return m_pane->findChild<QToolButton *>(name); }
    const Snapshot &snapshot() const { return static_cast<LayerModel *>(tree()->model())->snapshot(); }

    LayerGraph::Index layer(const QString &name) const
    {
        const std::vector<Layer> &layers = snapshot().layers().layers();
        return LayerGraph::Index(std::ranges::find(layers, diffIdOf(name), &Layer::diffId) - layers.begin());
    }

    void select(const QString &name) const { tree()->selectLayers({layer(name)}); }

    QAction *menuEntry(const QString &text) const
    {
        Q_EMIT tree()->menuRequested({});
        const QMenu *menu = m_pane->findChildren<QMenu *>().last();
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&').startsWith(text)) {
                return action;
            }
        }
        qFatal("no such entry");
    }

    std::unique_ptr<LayerPane> m_pane;
};

QTEST_MAIN(tst_LayerPane)
#include "tst_layerpane.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "gui/imagepane.h"
#include "gui/layermap.h"
#include "gui/layerpane.h"
#include "gui/layertree.h"
#include "gui/storepane.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QString Scene = u"base: base:1 [a=1000 b=2000]\napp: app:1 [a=1000 b=2000 c=3000]\n"
                      "tool: tool:1 [a=1000 b=2000 d=4000]\nlone: lone:1 [x=500]"_s;

} // namespace

// What is selected among the images is marked in the layers, and the other way round.
class tst_StorePane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pane = std::make_unique<StorePane>();
        m_pane->resize(1000, 500);
        m_pane->show();
        m_told = std::make_unique<QSignalSpy>(m_pane.get(), &StorePane::effectChanged);
        m_pane->setSnapshot(storeFromText(Scene));
    }

    void cleanup()
    {
        m_told.reset();
        m_pane.reset();
    }

    void imagesMarkLayers_data()
    {
        QTest::addColumn<QStringList>("images");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("marks");
        QTest::addRow("none") << QStringList() << QString() << u"a: b: c: d: x:"_s;
        QTest::addRow("all its layers are its own")
            << QStringList(u"lone"_s) << u"1 selected, 500 B in size, frees 500 B"_s
            << u"a: b: c: d: x:goes"_s;
        QTest::addRow("some are shared")
            << QStringList({u"app"_s, u"lone"_s})
            << u"2 selected, 6.5 kB in size, frees 3.5 kB; 2 image(s) keep 3 kB of it"_s
            << u"a:stays b:stays c:goes d: x:goes"_s;
        QTest::addRow("all that share them")
            << QStringList({u"base"_s, u"app"_s, u"tool"_s}) << u"3 selected, 10 kB in size, frees 10 kB"_s
            << u"a:goes b:goes c:goes d:goes x:"_s;
    }

    void imagesMarkLayers()
    {
        QFETCH(QStringList, images);
        QFETCH(QString, line);
        m_pane->images()->selectImages(idsOf({u"tool"_s}));
        m_pane->images()->selectImages(idsOf(images));
        QTRY_COMPARE(m_told->last()[0].toString(), line);
        QTEST(marks(), "marks");
    }

    void oneEventIsOneComputation()
    {
        QTest::qWait(0);
        m_told->clear();
        for (const QString &name : {u"base"_s, u"app"_s, u"tool"_s}) {
            m_pane->images()->selectImages(idsOf({name}));
        }
        QTRY_COMPARE(m_told->size(), 1);
        QTest::qWait(20);
        QCOMPARE(m_told->size(), 1);
    }

    void layersSelectImages()
    {
        tree()->selectLayers({layer(u"b"_s)});
        QCOMPARE(selectedImages(), QStringList({u"app:1"_s, u"base:1"_s, u"tool:1"_s}));
        QTRY_COMPARE(marks(), u"a:goes b:goes c:goes d:goes x:"_s);
        // The layer stays selected: the answer does not come back to it.
        QCOMPARE(tree()->selectedLayers(), std::vector{layer(u"b"_s)});
        m_pane->findChild<QToolButton *>(u"mapButton"_s)->click();
        map()->selectLayers({layer(u"d"_s)});
        QCOMPARE(selectedImages(), QStringList(u"tool:1"_s));
        QTRY_COMPARE(marks(), u"a:stays b:stays c: d:goes x:"_s);
    }

    void imagesThatTheFilterHidesStay()
    {
        m_pane->images()->setSearch(u"app"_s);
        tree()->selectLayers({layer(u"b"_s)});
        QCOMPARE(selectedImages(), QStringList(u"app:1"_s));
        QTRY_COMPARE(marks(), u"a:stays b:stays c:goes d: x:"_s);
    }

    void selectionAndMarksOutliveARefresh()
    {
        m_pane->images()->selectImages(idsOf({u"app"_s}));
        QTRY_COMPARE(marks(), u"a:stays b:stays c:goes d: x:"_s);
        m_pane->setSnapshot(storeFromText(u"new: new:1 [n=9000]\n"_s + Scene));
        QCOMPARE(marks(), u"n: a:stays b:stays c:goes d: x:"_s);
        QCOMPARE(selectedImages(), QStringList(u"app:1"_s));
        // Layers that are being read again keep what was known of them; nothing is said about bytes.
        m_pane->setSnapshot(storeFromText(u"base: base:1\napp: app:1"_s));
        QCOMPARE(selectedImages(), QStringList(u"app:1"_s));
        QCOMPARE(m_told->last()[0].toString(), u"1 selected; the layers are being read"_s);
        m_pane->setSnapshot(storeFromText(u"base: base:1 [a=1000 b=2000]"_s));
        QCOMPARE(marks(), u"a: b:"_s);
        QCOMPARE(m_told->last()[0].toString(), QString());
    }

    void rowsOfTheTreeAreWalkedByKeys()
    {
        tree()->setCurrentIndex(tree()->model()->index(0, 0));
        QTRY_COMPARE(selectedImages().size(), 3);
        QTest::keyClick(tree(), Qt::Key_Down);
        QTest::keyClick(tree(), Qt::Key_Down);
        QTRY_COMPARE(selectedImages(), QStringList(u"tool:1"_s));
        QTest::keyClick(tree(), Qt::Key_Down);
        QTRY_COMPARE(selectedImages(), QStringList(u"app:1"_s));
        QTest::keyClick(tree(), Qt::Key_Down, Qt::ShiftModifier);
        QTRY_COMPARE(selectedImages(), QStringList({u"app:1"_s, u"lone:1"_s}));
    }

private:
    static QList<ImageId> idsOf(const QStringList &names)
    {
        QList<ImageId> ids;
        std::ranges::transform(names, std::back_inserter(ids), imageIdOf);
        return ids;
    }

    LayerTree *tree() const { return m_pane->findChild<LayerTree *>(); }
    LayerMap *map() const { return m_pane->findChild<LayerMap *>(); }
    const LayerModel &model() const { return *static_cast<const LayerModel *>(tree()->model()); }

    LayerGraph::Index layer(const QString &name) const
    {
        const std::vector<Layer> &layers = model().snapshot().layers().layers();
        return LayerGraph::Index(std::ranges::find(layers, diffIdOf(name), &Layer::diffId) - layers.begin());
    }

    QStringList selectedImages() const
    {
        QStringList names = m_pane->images()->selectedNames();
        names.sort();
        return names;
    }

    // Of each layer by name, in the order of the graph: what the tree says of its removal.
    QString marks() const
    {
        QStringList marks;
        for (const Layer &layer : model().snapshot().layers().layers()) {
            const auto names = {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"n"_s, u"x"_s};
            const auto name = std::ranges::find(names, layer.diffId, diffIdOf);
            const QModelIndex row = model().indexOf(this->layer(*name));
            const QString mark = row.siblingAtColumn(LayerModel::FateColumn).data().toString();
            marks << *name + u':' + mark.section(u':', 0, 0);
        }
        return marks.join(u' ');
    }

    std::unique_ptr<StorePane> m_pane;
    std::unique_ptr<QSignalSpy> m_told;
};

QTEST_MAIN(tst_StorePane)
#include "tst_storepane.moc"

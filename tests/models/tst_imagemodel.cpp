// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/imagemodel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// A model that is watched all the time.
struct Watched
{
    ImageModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    explicit Watched(const QString &text) { show(text); }

    void show(const QString &text) { model.setSnapshot(storeFromText(text)); }

    /// An image's row, by its name in the text.
    QModelIndex row(const QString &name, int column = 0) const
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, column);
            if (model.target(index).image == imageIdOf(name)) {
                return index;
            }
        }
        return {};
    }
    /// A reference's row below it.
    QModelIndex row(const QString &name, const QString &reference) const
    {
        const QModelIndex parent = row(name);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QModelIndex index = model.index(row, 0, parent);
            if (model.names(index).contains(referenceOf(reference).text())) {
                return index;
            }
        }
        return {};
    }
    QString text(const QString &name, int column) const { return row(name, column).data().toString(); }
};

QStringList texts(const QModelIndexList &indexes, const ImageModel &model)
{
    QStringList texts;
    for (const QModelIndex &index : indexes) {
        texts << model.names(index);
    }
    texts.sort();
    return texts;
}

SnapshotPtr manyImages(int count)
{
    QList<Image> images;
    for (int i = 0; i < count; ++i) {
        Image image;
        image.id = ImageId(u"sha256:%1"_s.arg(i, 64, 16, QChar(u'0')));
        image.references = {Reference(u"app-%1:1"_s.arg(i)), Reference(u"app-%1:2"_s.arg(i))};
        image.size = i;
        images << image;
    }
    return std::make_shared<const Snapshot>(StoreInfo{}, images, QList<Container>());
}

} // namespace

class tst_ImageModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        Watched w({});
        QCOMPARE(w.model.rowCount(), 0);
        QCOMPARE(w.model.columnCount(), int(ImageModel::ColumnCount));
        w.show(u"a: app:1 app:2"_s);
        w.show({});
        QCOMPARE(w.model.rowCount(), 0);
    }

    void platforms()
    {
        const auto store = [](const QList<ImageVariant> &variants) {
            QList<Image> images = storeFromText(u"a: app:1 app:2"_s)->images();
            images[0].variants = variants;
            return std::make_shared<const Snapshot>(StoreInfo{}, images, QList<Container>());
        };
        using Kind = ImageVariant::Kind;
        const ImageVariant amd{.name = u"linux/amd64"_s, .digest = u"sha256:aa11"_s, .size = 7'000};
        const ImageVariant arm{.name = u"linux/arm64"_s, .digest = u"sha256:bb22"_s, .isPresent = false};
        const ImageVariant proof{.kind = Kind::Attestation, .name = u"unknown/unknown"_s};
        Watched w({});
        w.model.setSnapshot(store({amd}));
        const QModelIndex image = w.row(u"a"_s);
        QCOMPARE(w.model.rowCount(image), 2);
        w.model.setSnapshot(store({amd, arm, proof}));
        QCOMPARE(w.model.rowCount(image), 5);
        const auto text = [&](int row, int column) {
            return w.model.index(row, column, image).data().toString();
        };
        QCOMPARE(text(2, ImageModel::RepositoryColumn), u"linux/amd64"_s);
        QCOMPARE(text(2, ImageModel::SizeColumn), u"7 kB"_s);
        QCOMPARE(text(3, ImageModel::TagColumn), u"not here"_s);
        QCOMPARE(text(3, ImageModel::IdColumn), u"bb22"_s);
        QCOMPARE(text(4, ImageModel::RepositoryColumn), u"attestation"_s);
        QVERIFY(!w.model.index(2, 0, image).flags().testFlag(Qt::ItemIsSelectable));
        QVERIFY(w.model.index(1, 0, image).flags().testFlag(Qt::ItemIsSelectable));
        w.model.setSnapshot(store({{.kind = Kind::Foreign, .name = u"application/vnd.x"_s}}));
        QCOMPARE(text(2, ImageModel::RepositoryColumn), u"not an image: application/vnd.x"_s);
        w.model.setSnapshot(store({}));
        QCOMPARE(w.model.rowCount(image), 2);
    }

    // As containerd keeps layers: packed, and where containers were made unpacked as well.
    void packedAndUnpacked()
    {
        QList<Image> images = storeFromText(u"a: app:1 app:2"_s)->images();
        images[0].variants = {{.name = u"linux/amd64"_s, .size = 7'000, .unpacked = 4'000},
            {.name = u"linux/arm64"_s, .digest = u"sha256:bb22"_s, .size = 2'000}};
        StoreInfo store;
        store.traits = containerdTraits();
        store.traits.listsPlatforms = true;
        Watched w({});
        w.model.setSnapshot(std::make_shared<const Snapshot>(store, images, QList<Container>()));
        const auto tip = [&](int column) { return w.row(u"a"_s, column).data(Qt::ToolTipRole).toString(); };
        QCOMPARE(tip(ImageModel::SizeColumn).section(u'\n', 1),
            u"5 kB packed, as it is pulled, and 4 kB unpacked for containers"_s);
        const auto platform = [&](int row, int column) { return w.model.index(row, column, w.row(u"a"_s)); };
        QCOMPARE(platform(2, ImageModel::TagColumn).data().toString(), QString());
        QCOMPARE(platform(3, ImageModel::TagColumn).data().toString(), u"packed only"_s);
        QCOMPARE(platform(2, ImageModel::SizeColumn).data(Qt::ToolTipRole).toString(),
            u"linux/amd64\n%1 bytes\n3 kB packed, as it is pulled, and 4 kB unpacked for containers"_s.arg(
                QLocale().toString(7'000)));
        QVERIFY(platform(3, ImageModel::SizeColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .contains("2 kB packed, as it is pulled; nothing is unpacked"_L1));

        store.traits.listsPlatforms = false;
        images[0].variants.clear();
        w.model.setSnapshot(std::make_shared<const Snapshot>(store, images, QList<Container>()));
        QVERIFY(tip(ImageModel::SizeColumn).contains("is packed this engine does not tell"_L1));
        QVERIFY(
            tip(ImageModel::RepositoryColumn).contains("which platforms it is here this engine does not"_L1));
    }

    void listsAndReadOnlyImages()
    {
        QList<Image> images = storeFromText(u"all: all:1\na: a:1"_s)->images();
        images[0].isList = true;
        images[0].variants = {{.name = u"linux/amd64"_s, .image = images[1].id}};
        images[1].isReadOnly = true;
        Watched w({});
        w.model.setSnapshot(std::make_shared<const Snapshot>(StoreInfo{}, images, QList<Container>()));
        const QModelIndex list = w.row(u"all"_s);
        QCOMPARE(list.data().toString(), u"all (manifest list)"_s);
        QCOMPARE(w.row(u"a"_s).data().toString(), u"a (read-only)"_s);
        QVERIFY(w.row(u"a"_s).data(Qt::ToolTipRole).toString().contains("additional store"_L1));
        QCOMPARE(w.model.rowCount(list), 1);
        const QModelIndex named = w.model.index(0, ImageModel::IdColumn, list);
        QCOMPARE(named.data().toString(), shortId(images[1].id));
    }

    void headers()
    {
        const ImageModel model;
        QStringList titles;
        for (int column = 0; column < ImageModel::ColumnCount; ++column) {
            titles << model.headerData(column, Qt::Horizontal).toString();
        }
        QCOMPARE(titles,
            QStringList(
                {u"Repository"_s, u"Tag"_s, u"ID"_s, u"Created"_s, u"Size"_s, u"Unique"_s, u"Used by"_s}));
        QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
    }

    void columns()
    {
        const Watched w(u"a: app:1\nmany: one:1 one:2 two:3 one@d1\ndigest: app@d2\nnone: \nweb = a running\n"
                        "old = a exited"_s);
        QCOMPARE(w.text(u"a"_s, ImageModel::RepositoryColumn), u"app"_s);
        QCOMPARE(w.text(u"a"_s, ImageModel::TagColumn), u"1"_s);
        QCOMPARE(w.text(u"a"_s, ImageModel::IdColumn), shortId(imageIdOf(u"a"_s)));
        QCOMPARE(w.text(u"a"_s, ImageModel::SizeColumn), u"1 MB"_s);
        QCOMPARE(w.text(u"a"_s, ImageModel::UsedByColumn), u"web (running), old (exited)"_s);
        QCOMPARE(w.text(u"many"_s, ImageModel::RepositoryColumn), u"one, two"_s);
        QVERIFY(w.text(u"many"_s, ImageModel::TagColumn).startsWith(u"3 tag"_s));
        QCOMPARE(w.text(u"digest"_s, ImageModel::RepositoryColumn), u"app"_s);
        QCOMPARE(w.text(u"digest"_s, ImageModel::TagColumn),
            u'@' + referenceOf(u"app@d2"_s).digest().first(7 + 12));
        QCOMPARE(w.text(u"none"_s, ImageModel::RepositoryColumn), u"<none>"_s);
        QCOMPARE(w.text(u"none"_s, ImageModel::TagColumn), u"<none>"_s);
    }

    void childRows()
    {
        const Watched w(u"a: app:1\nb: app:2 b:1 b@d1"_s);
        QCOMPARE(w.model.rowCount(w.row(u"a"_s)), 0);
        const QModelIndex parent = w.row(u"b"_s);
        QCOMPARE(w.model.rowCount(parent), 3);
        QCOMPARE(w.model.rowCount(w.row(u"b"_s, ImageModel::TagColumn)), 0);
        const QModelIndex child = w.row(u"b"_s, u"b:1"_s);
        QCOMPARE(child.parent(), parent);
        QCOMPARE(w.model.rowCount(child), 0);
        QCOMPARE(child.data().toString(), u"b"_s);
        QCOMPARE(child.siblingAtColumn(ImageModel::TagColumn).data().toString(), u"1"_s);
        QVERIFY(child.siblingAtColumn(ImageModel::SizeColumn).data().toString().isEmpty());
    }

    void targets()
    {
        const Watched w(u"a: app:1 app:2\nnone: "_s);
        const RemovalTarget whole{.image = imageIdOf(u"a"_s)};
        const RemovalTarget one{.image = imageIdOf(u"a"_s), .references = {referenceOf(u"app:2"_s)}};
        QCOMPARE(w.model.target(w.row(u"a"_s)), whole);
        QCOMPARE(w.model.target(w.row(u"a"_s, u"app:2"_s)), one);
        QCOMPARE(w.model.names(w.row(u"a"_s)), QStringList({u"app:1"_s, u"app:2"_s}));
        QCOMPARE(w.model.names(w.row(u"a"_s, u"app:2"_s)), QStringList(u"app:2"_s));
        QCOMPARE(w.model.names(w.row(u"none"_s)), QStringList(imageIdOf(u"none"_s).text()));
    }

    void sortValues()
    {
        const Watched w(u"a: app:1\nweb = a running"_s);
        const auto value = [&](int column) { return w.row(u"a"_s, column).data(ImageModel::SortRole); };
        QCOMPARE(value(ImageModel::SizeColumn), QVariant(qint64(1'000'000)));
        QCOMPARE(value(ImageModel::CreatedColumn).typeId(), int(QMetaType::QDateTime));
        QCOMPARE(value(ImageModel::UsedByColumn), QVariant(1));
        QCOMPARE(value(ImageModel::RepositoryColumn), QVariant(u"app"_s));
    }

    void roles()
    {
        const Watched w(u"base: base:1\nmid: < base\napp: app:1 < mid\nnone: \nweb = app running"_s);
        const auto is = [&](const QString &name, int role) { return w.row(name).data(role).toBool(); };
        QVERIFY(is(u"mid"_s, ImageModel::IntermediateRole));
        QVERIFY(!is(u"app"_s, ImageModel::IntermediateRole));
        QVERIFY(is(u"none"_s, ImageModel::DanglingRole));
        QVERIFY(!is(u"mid"_s, ImageModel::DanglingRole));
        QVERIFY(is(u"base"_s, ImageModel::UsedRole));
        QVERIFY(!is(u"none"_s, ImageModel::UsedRole));
        const QString search = w.row(u"app"_s).data(ImageModel::SearchRole).toString();
        QVERIFY(search.contains(u"app:1"_s) && search.contains(u"web"_s)
            && search.contains(imageIdOf(u"app"_s).text()));
    }

    void toolTipsTellAll()
    {
        const Watched w(u"a: app:1 app@d1\nweb = a running\nshop.1 = a exited swarm-service:shop"_s);
        const auto tip = [&](int column) { return w.row(u"a"_s, column).data(Qt::ToolTipRole).toString(); };
        QCOMPARE(tip(ImageModel::RepositoryColumn), u"app:1\n"_s + referenceOf(u"app@d1"_s).text());
        QCOMPARE(tip(ImageModel::IdColumn), imageIdOf(u"a"_s).text());
        QVERIFY(tip(ImageModel::SizeColumn).contains(QLocale().toString(1'000'000)));
        QCOMPARE(tip(ImageModel::UsedByColumn),
            u"web (running)\nshop.1 (exited), a task of the Swarm service shop"_s);
    }

    void nothingChangesInTheSameSnapshot()
    {
        Watched w(u"a: app:1 app:2\nb: b:1"_s);
        QSignalSpy inserted(&w.model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&w.model, &QAbstractItemModel::rowsRemoved);
        w.show(u"b: b:1\na: app:1 app:2"_s);
        QCOMPARE(inserted.size() + removed.size(), 0);
    }

    void selectionSurvives_data()
    {
        QTest::addColumn<QString>("after");
        QTest::addColumn<QStringList>("selected");
        QTest::addRow("nothing happens")
            << u"a: app:1\nb: b:1 b:2 b:3\nc: c:1"_s << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("others go") << u"a: app:1\nb: b:1 b:2 b:3"_s << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("it goes") << u"b: b:1 b:2 b:3\nc: c:1"_s << QStringList({u"b:2"_s});
        QTest::addRow("others come") << u"z: a:0\na: app:1\nn: n:1\nb: b:1 b:2 b:3\nc: c:1\nx: "_s
                                     << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("another order")
            << u"c: c:1\nb: b:1 b:2 b:3\na: app:1"_s << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("another name goes")
            << u"a: app:1\nb: b:2 b:3\nc: c:1"_s << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("another name comes")
            << u"a: app:1\nb: b:0 b:1 b:11 b:2 b:3 b:4\nc: c:1"_s << QStringList({u"app:1"_s, u"b:2"_s});
        QTest::addRow("its name goes") << u"a: app:1\nb: b:1 b:3\nc: c:1"_s << QStringList(u"app:1"_s);
        QTest::addRow("the names move") << u"a: app:1\nb: \nc: b:1 b:2 b:3 c:1"_s << QStringList(u"app:1"_s);
        QTest::addRow("all go") << QString() << QStringList();
    }

    void selectionSurvives()
    {
        QFETCH(const QString, after);
        QFETCH(const QStringList, selected);
        Watched w(u"a: app:1\nb: b:1 b:2 b:3\nc: c:1"_s);
        QItemSelectionModel selection(&w.model);
        constexpr auto Rows = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection.select(w.row(u"a"_s), Rows);
        selection.select(w.row(u"b"_s, u"b:2"_s), Rows);
        w.show(after);
        QCOMPARE(texts(selection.selectedRows(), w.model), selected);
    }

    void severalRunsOfRowsGo()
    {
        Watched w(u"a: \nb: \nc: \nd: \ne: \nf: "_s);
        w.show(u"c: \nf: "_s);
        QCOMPARE(w.model.rowCount(), 2);
        QVERIFY(w.row(u"c"_s).isValid() && w.row(u"f"_s).isValid());
        w.show(u"f: \na: x:1 x:2"_s);
        QCOMPARE(w.model.rowCount(), 2);
        QCOMPARE(w.model.rowCount(w.row(u"a"_s)), 2);
    }

    void tellsChangedValues()
    {
        Watched w(u"a: app:1\nb: b:1"_s);
        QSignalSpy changed(&w.model, &QAbstractItemModel::dataChanged);
        w.show(u"a: app:1\nb: b:1\nweb = b running"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(w.text(u"b"_s, ImageModel::UsedByColumn), u"web (running)"_s);
    }

    void keepsUpWithManyImages()
    {
        constexpr int Count = 10'000;
        ImageModel model;
        QElapsedTimer timer;
        timer.start();
        model.setSnapshot(manyImages(Count));
        model.setSnapshot(manyImages(Count / 2));
        model.setSnapshot(manyImages(Count));
        QCOMPARE(model.rowCount(), Count);
        QCOMPARE(model.rowCount(model.index(Count - 1, 0)), 2);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    }
};

QTEST_GUILESS_MAIN(tst_ImageModel)
#include "tst_imagemodel.moc"

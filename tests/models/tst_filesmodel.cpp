// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filesmodel.h"

#include "fakes/filestext.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

ImageFilesPtr shared(const QStringList &layers)
{
    return std::make_shared<const ImageFiles>(filesFromText(layers));
}

// The rows as they stand, what is in a folder two columns to the right: `name size mode layer change`.
QString textOf(const FilesModel &model, const QModelIndex &parent = {}, int depth = 0)
{
    QString text;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < FilesModel::ColumnCount; ++column) {
            cells << model.index(row, column, parent).data().toString();
        }
        cells.removeAll(QString());
        text += QString(2 * depth, u' ') + cells.join(u' ') + u'\n';
        text += textOf(model, model.index(row, 0, parent), depth + 1);
    }
    return text;
}

QString namesOf(const FilesModel &model, const QModelIndex &parent = {})
{
    QStringList names;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString children = namesOf(model, index);
        names << index.data().toString() + (children.isEmpty() ? QString() : u'(' + children + u')');
    }
    return names.join(u' ');
}

} // namespace

class tst_FilesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsAnImage();
    void showsALayer();
    void filters_data();
    void filters();
    void sorts_data();
    void sorts();
    void keepsItsPlacesWhenSorted();
    void tellsPaths();
    void findsPaths();
    void isEmptyWithoutFiles();
};

void tst_FilesModel::showsAnImage()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"etc/a=5 usr/b=700 lib>usr"_s, u"etc/@700 etc/a=6 lib/c=1 .wh.gone"_s}),
        FilesModel::WholeImage);

    QCOMPARE(textOf(model),
        u"usr 701 B\n  b 700 B -rw-r--r-- 1 added\n  c 1 B -rw-r--r-- 2 added\n"
        "etc 6 B drwx------ 2 added\n  a 6 B -rw-r--r-- 2 overwrites 5 B\n"
        "lib → usr 0 B lrw-r--r-- 1 added\n"_s);
}

void tst_FilesModel::showsALayer()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ImageFilesPtr files =
        shared({u"d/a=5 d/b=7 o/x=3 k=9"_s, u".wh.d o/.wh..wh..opq o/y=1 k=9@4755 z~k"_s});
    model.setFiles(files, 1);

    QCOMPARE(textOf(model),
        u"k 9 B -rwsr-xr-x 2 other permissions, takes 9 B again\n"
        "o 1 B\n  y 1 B -rw-r--r-- 2 added\n  (all that was here before) 2 hides 3 B in 1 file(s)\n"
        "d 2 hides 12 B in 2 file(s)\n"
        "z = k 0 B -rw-r--r-- 2 added\n"_s);
    QVERIFY(model.isHiding(model.index(2, 0)));
    QVERIFY(!model.isHiding(model.index(0, 0)));
    model.setFiles(files, 0);
    QCOMPARE(namesOf(model), u"d(b a) k o(x)"_s);
}

void tst_FilesModel::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");

    QTest::addRow("none") << QString() << u"lib(python(c a) b) etc(a)"_s;
    QTest::addRow("a name") << u"a"_s << u"lib(python(a)) etc(a)"_s;
    QTest::addRow("other case") << u"PYTHON"_s << u"lib(python(c a))"_s;
    QTest::addRow("folder with all in it") << u"lib"_s << u"lib(python(c a) b)"_s;
    QTest::addRow("path") << u"lib/python/a"_s << u"lib(python(a))"_s;
    QTest::addRow("from the root") << u"/etc"_s << u"etc(a)"_s;
    QTest::addRow("nothing") << u"nowhere"_s << QString();
}

void tst_FilesModel::filters()
{
    QFETCH(const QString, filter);
    QFETCH(const QString, expected);
    FilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"lib/python/a=1 lib/python/c=5 lib/b=2 etc/a=1"_s}), FilesModel::WholeImage);

    model.setFilter(filter);

    QCOMPARE(namesOf(model), expected);
    model.setFilter({});
    QCOMPARE(namesOf(model), u"lib(python(c a) b) etc(a)"_s);
}

void tst_FilesModel::sorts_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("order");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, int column, Qt::SortOrder order, const QString &expected) {
        QTest::addRow("%s", name) << column << int(order) << expected;
    };
    row("by size", FilesModel::SizeColumn, Qt::DescendingOrder, u"d(b A) c"_s);
    row("by size, the smallest first", FilesModel::SizeColumn, Qt::AscendingOrder, u"c d(A b)"_s);
    row("by name", FilesModel::NameColumn, Qt::AscendingOrder, u"c d(A b)"_s);
    row("by name, the last first", FilesModel::NameColumn, Qt::DescendingOrder, u"d(b A) c"_s);
    row("by layer", FilesModel::LayerColumn, Qt::DescendingOrder, u"c d(A b)"_s);
    row("by change", FilesModel::ChangeColumn, Qt::DescendingOrder, u"c d(A b)"_s);
}

void tst_FilesModel::sorts()
{
    QFETCH(const int, column);
    QFETCH(const int, order);
    QFETCH(const QString, expected);
    FilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"d/ d/A=1 d/b=20 c=500"_s, u"c=7"_s}), FilesModel::WholeImage);

    model.sort(column, Qt::SortOrder(order));

    QCOMPARE(namesOf(model), expected);
}

void tst_FilesModel::keepsItsPlacesWhenSorted()
{
    FilesModel model;
    model.setFiles(shared({u"d/a=1 d/b=20 c=5"_s}), FilesModel::WholeImage);
    const QPersistentModelIndex b = model.index(0, 2, model.index(0, 0));
    QCOMPARE(model.path(b), u"/d/b"_s);

    model.sort(FilesModel::NameColumn, Qt::AscendingOrder);

    QCOMPARE(model.path(b), u"/d/b"_s);
    QCOMPARE(b.row(), 1);
    QCOMPARE(b.column(), 2);
    QCOMPARE(b.parent().row(), 1);
}

void tst_FilesModel::tellsPaths()
{
    FilesModel model;
    model.setFiles(shared({u"d/a=1 e/b=2"_s, u"d/.wh.a e/.wh..wh..opq"_s}), 1);

    QStringList paths;
    for (int row = 0; row < model.rowCount(); ++row) {
        paths << model.path(model.index(row, 0)) << model.path(model.index(0, 0, model.index(row, 0)));
    }

    QCOMPARE(paths, QStringList({u"/d"_s, u"/d/a"_s, u"/e"_s, u"/e/*"_s}));
    QVERIFY(model.index(0, 0, model.index(0, 0)).data(Qt::ToolTipRole).toString().startsWith(u"/d/a\n"_s));
}

void tst_FilesModel::findsPaths()
{
    FilesModel model;
    const ImageFilesPtr files = shared({u"d/a=1 c=5"_s});
    model.setFiles(files, FilesModel::WholeImage);
    const PathTree::Index path = files->paths().find(files->paths().find(PathTree::Root, u"d"), u"a");

    QCOMPARE(model.path(model.indexOf(path)), u"/d/a"_s);
    model.setFilter(u"c"_s);
    QVERIFY(!model.indexOf(path).isValid());
}

void tst_FilesModel::isEmptyWithoutFiles()
{
    FilesModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setFiles(shared({}), FilesModel::WholeImage);
    model.sort(FilesModel::NameColumn, Qt::AscendingOrder);
    model.setFilter(u"x"_s);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.shownRows(), 0);
}

QTEST_APPLESS_MAIN(tst_FilesModel)
#include "tst_filesmodel.moc"

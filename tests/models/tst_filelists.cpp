// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/filelayersmodel.h"
#include "models/filelistmodel.h"
#include "models/filestext.h"

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

QString textOf(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        lines << cells.join(u'|');
    }
    return lines.join(u'\n');
}

} // namespace

/// The lists beside the tree of files, and the words for all of them.
class tst_FileLists : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listBiggest();
    void listWasted();
    void listLayers();
    void modes_data();
    void modes();
    void summaries();
};

void tst_FileLists::listBiggest()
{
    FileListModel model(FileListModel::Kind::Biggest);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"d/a=5 b=700 e=0"_s, u"c=30"_s}));

    QCOMPARE(textOf(model), u"/b|700 B|1\n/c|30 B|2\n/d/a|5 B|1"_s);
    model.setFilter(u"/D/"_s);
    QCOMPARE(textOf(model), u"/d/a|5 B|1"_s);
    QCOMPARE(model.path(model.index(0, 0)), u"/d/a"_s);
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"Layer"_s);
    model.setFiles(shared({}));
    QCOMPARE(model.rowCount(), 0);
}

void tst_FileLists::listWasted()
{
    FileListModel model(FileListModel::Kind::Wasted);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"a=5 b=70"_s, u"a=6 .wh.b"_s, u"a=7"_s}));

    QCOMPARE(textOf(model), u"/b|70 B|1\n/a|11 B|2"_s);
    QCOMPARE(model.headerData(2, Qt::Horizontal).toString(), u"Times"_s);
    QVERIFY(model.index(1, 0).data(Qt::ToolTipRole).toString().contains(u"11 bytes"_s));
}

void tst_FileLists::listLayers()
{
    FileLayersModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setFiles(shared({u"a=5 b=70"_s, u"a=6"_s}), {u"ADD root"_s, u"RUN make"_s});

    QCOMPARE(textOf(model), u"The whole image|81 B|5 B\n1. ADD root|75 B|5 B\n2. RUN make|6 B|"_s);
    QCOMPARE(FileLayersModel::layer(model.index(0, 0)), -1);
    QCOMPARE(FileLayersModel::layer(model.index(2, 1)), 1);
}

void tst_FileLists::modes_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("mode");
    QTest::addColumn<QString>("expected");

    const auto row = [](LayerEntry::Type type, int mode, const QString &expected) {
        QTest::addRow("%s", qPrintable(expected)) << int(type) << mode << expected;
    };
    row(LayerEntry::Type::File, 0644, u"-rw-r--r--"_s);
    row(LayerEntry::Type::Folder, 01777, u"drwxrwxrwt"_s);
    row(LayerEntry::Type::Folder, 01776, u"drwxrwxrwT"_s);
    row(LayerEntry::Type::SymbolicLink, 0777, u"lrwxrwxrwx"_s);
    row(LayerEntry::Type::File, 06755, u"-rwsr-sr-x"_s);
    row(LayerEntry::Type::File, 06644, u"-rwSr-Sr--"_s);
    row(LayerEntry::Type::CharacterDevice, 0600, u"crw-------"_s);
    row(LayerEntry::Type::BlockDevice, 0, u"b---------"_s);
    row(LayerEntry::Type::Pipe, 0111, u"p--x--x--x"_s);
}

void tst_FileLists::modes()
{
    QFETCH(const int, type);
    QFETCH(const int, mode);
    QFETCH(const QString, expected);

    QCOMPARE(filestext::mode({.type = LayerEntry::Type(type), .mode = mode}), expected);
}

void tst_FileLists::summaries()
{
    QCOMPARE(filestext::summary(filesFromText({u"d/ d/a=5 b=70"_s, u".wh.b"_s})),
        u"1 file(s), 75 B; wasted: 70 B in 1 file(s)"_s);
    QCOMPARE(
        filestext::summary(filesFromText({u"d/ d/a=5 b=70"_s})), u"2 file(s), 75 B; nothing is wasted"_s);
}

QTEST_APPLESS_MAIN(tst_FileLists)
#include "tst_filelists.moc"

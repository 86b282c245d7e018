// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/logpane.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

QList<Message> manyLines(int count)
{
    QList<Message> messages;
    for (int i = 0; i < count; ++i) {
        messages << Message{.kind = Message::Kind::Deleted, .text = u"Deleted: %1"_s.arg(i)};
    }
    return messages;
}

} // namespace

class tst_LogPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAtTheEnd()
    {
        LogPane pane;
        pane.resize(600, 200);
        pane.show();
        const QScrollBar *bar = pane.findChild<QTreeView *>()->verticalScrollBar();
        for (const Message &message : manyLines(10'000)) {
            pane.append({message});
        }
        QTRY_VERIFY(bar->maximum() > 0 && bar->value() == bar->maximum());
    }

    void staysWhereThePersonReads()
    {
        LogPane pane;
        pane.resize(600, 200);
        pane.show();
        pane.append(manyLines(1000));
        QScrollBar *bar = pane.findChild<QTreeView *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        bar->setValue(3);
        pane.append(manyLines(10));
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 3);
    }

    void filtersByKindAndText()
    {
        LogPane pane;
        pane.append({{Message::Kind::Info, u"info"_s}, {Message::Kind::Untagged, u"Untagged: app:1"_s},
            {Message::Kind::Error, u"app:2: no"_s}});
        const QAbstractItemModel *model = pane.findChild<QTreeView *>()->model();
        QCOMPARE(model->rowCount(), 3);
        pane.findChild<QComboBox *>()->setCurrentIndex(1);
        QCOMPARE(model->rowCount(), 1);
        pane.findChild<QComboBox *>()->setCurrentIndex(2);
        QCOMPARE(model->rowCount(), 1);
        pane.findChild<QComboBox *>()->setCurrentIndex(0);
        pane.findChild<QLineEdit *>()->setText(u"APP"_s);
        QCOMPARE(model->rowCount(), 2);
    }

    void copiesTheSelection()
    {
        LogPane pane;
        pane.append(manyLines(3));
        pane.findChild<QTreeView *>()->selectAll();
        pane.findChild<QAction *>(u"copyAction"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Deleted: 0\nDeleted: 1\nDeleted: 2"_s);
    }

    void clears()
    {
        LogPane pane;
        pane.append(manyLines(3));
        pane.findChild<QAction *>(u"clearAction"_s)->trigger();
        QCOMPARE(pane.findChild<QTreeView *>()->model()->rowCount(), 0);
    }

    void saves()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"log.txt"_s);
        LogPane pane;
        pane.append(manyLines(2));
        pane.saveTo(name);
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 2);
        QVERIFY(lines.first().endsWith(" Deleted: 0"_L1));
    }

    void tellsWhenItCannotSave()
    {
        LogPane pane;
        pane.append(manyLines(1));
        pane.saveTo(u"/no/such/folder/log.txt"_s);
        const QAbstractItemModel *model = pane.findChild<QTreeView *>()->model();
        QCOMPARE(model->rowCount(), 2);
        QVERIFY(model->index(1, 1).data().toString().contains("/no/such/folder/log.txt"_L1));
    }
};

QTEST_MAIN(tst_LogPane)
#include "tst_logpane.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/windowdriver.h"

#include "gui/removaldialog.h"
#include "models/imagemodel.h"
#include "models/logmodel.h"

#include <QAction>
#include <QApplication>
#include <QFrame>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTest>
#include <QTreeView>

namespace jettison {

using namespace Qt::StringLiterals;

void WindowDriver::forgetSettings()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"Jettison tests"_s);
    QSettings().clear();
}

QTreeView *WindowDriver::images() const
{
    return m_window.findChild<QWidget *>(u"images"_s)->findChild<QTreeView *>(u"view"_s);
}

QTreeView *WindowDriver::log() const
{
    return m_window.findChild<QWidget *>(u"log"_s)->findChild<QTreeView *>(u"view"_s);
}

QAction *WindowDriver::action(const QString &name) const
{
    return m_window.findChild<QAction *>(name);
}

QStringList WindowDriver::texts(const QModelIndexList &indexes) const
{
    QStringList texts;
    for (const QModelIndex &index : indexes) {
        const QString tag = index.siblingAtColumn(ImageModel::TagColumn).data().toString();
        texts << (index.parent().isValid() ? u"  "_s : QString()) + index.siblingAtColumn(0).data().toString()
                + u' ' + tag;
    }
    return texts;
}

QStringList WindowDriver::rows() const
{
    QModelIndexList indexes;
    QModelIndex index = images()->model()->index(0, 0);
    for (; index.isValid(); index = images()->indexBelow(index)) {
        indexes << index;
    }
    return texts(indexes);
}

QStringList WindowDriver::selectedRows() const
{
    QStringList selected = texts(images()->selectionModel()->selectedRows());
    selected.sort();
    return selected;
}

QModelIndex WindowDriver::row(const QString &text) const
{
    QModelIndex index = images()->model()->index(0, 0);
    while (index.isValid() && texts({index}).first() != text) {
        index = images()->indexBelow(index);
    }
    return index;
}

QStringList WindowDriver::logLines() const
{
    QStringList lines;
    for (int i = 0; i < log()->model()->rowCount(); ++i) {
        lines << log()->model()->index(i, LogModel::TextColumn).data().toString();
    }
    return lines;
}

QString WindowDriver::selectionText() const
{
    return m_window.statusBar()->findChild<QLabel *>()->text();
}

QString WindowDriver::banner() const
{
    const auto *banner = m_window.findChild<QFrame *>(u"banner"_s);
    return banner->isVisible() ? banner->findChild<QLabel *>(u"bannerLabel"_s)->text() : QString();
}

QPoint WindowDriver::middleOf(const QString &row) const
{
    const QModelIndex index = this->row(row);
    if (!index.isValid()) {
        qFatal("There is no row \"%s\"", qPrintable(row));
    }
    return images()->visualRect(index).center();
}

void WindowDriver::dragOverRows(const QString &from, const QString &to) const
{
    QWidget *viewport = images()->viewport();
    const QPoint start = middleOf(from);
    const QPoint end = middleOf(to);
    QTest::mousePress(viewport, Qt::LeftButton, {}, start);
    QTest::mouseMove(viewport, (start + end) / 2);
    QTest::mouseMove(viewport, end);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, end);
}

void WindowDriver::click(const QString &row, Qt::KeyboardModifiers modifiers) const
{
    QTest::mouseClick(images()->viewport(), Qt::LeftButton, modifiers, middleOf(row));
}

void WindowDriver::dragFromEmptySpace(const QString &to, Qt::KeyboardModifiers modifiers) const
{
    QWidget *viewport = images()->viewport();
    const QPoint start = viewport->rect().bottomRight() - QPoint(20, 5);
    const QPoint end = middleOf(to);
    QTest::mousePress(viewport, Qt::LeftButton, modifiers, start);
    QTest::mouseMove(viewport, (start + end) / 2);
    QTest::mouseMove(viewport, end);
    QTest::mouseRelease(viewport, Qt::LeftButton, modifiers, end);
}

void WindowDriver::press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
{
    QApplication::setActiveWindow(m_window.window());
    images()->setFocus();
    QTest::keyClick(images(), key, modifiers);
}

RemovalDialog *WindowDriver::removalDialog() const
{
    return m_window.findChild<RemovalDialog *>();
}

} // namespace jettison

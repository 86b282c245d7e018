// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/mainwindow.h"

#include <QAbstractItemModel>
#include <QStringList>

class QAction;
class QTreeView;

namespace jettison {

class RemovalDialog;

/// Does in a window what a person does, and reads what a person reads.
class WindowDriver
{
public:
    explicit WindowDriver(MainWindow &window)
        : m_window(window)
    {
    }

    /// Keeps what windows remember away from the user's own settings, and empty.
    static void forgetSettings();

    QTreeView *images() const;
    QTreeView *log() const;
    QAction *action(const QString &name) const;

    /// The rows in sight, as `repository tag`; references below their image begin with two spaces.
    QStringList rows() const;
    QStringList selectedRows() const;
    /// The row of that text, invalid if there is none.
    QModelIndex row(const QString &text) const;
    QStringList logLines() const;
    QString selectionText() const;
    /// What stands above the panes when the engine is lost; empty while it is not.
    QString banner() const;

    /// Presses in one row and releases in another.
    void dragOverRows(const QString &from, const QString &to) const;
    void click(const QString &row, Qt::KeyboardModifiers modifiers = {}) const;
    /// A rubber band from the empty space below the last row up to a row.
    void dragFromEmptySpace(const QString &to, Qt::KeyboardModifiers modifiers = {}) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const;

    /// The dialog that is open; null if there is none.
    RemovalDialog *removalDialog() const;

private:
    QStringList texts(const QModelIndexList &indexes) const;
    QPoint middleOf(const QString &row) const;

    MainWindow &m_window;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>

class QAction;
class QListView;
class QModelIndex;

namespace jettison {

class HostDelegate;
class HostModel;

/// The list of hosts below the button of the tool bar. A click or Enter chooses one; with Ctrl, for a window
/// of its own.
class HostPopup : public QFrame
{
    Q_OBJECT

public:
    /// The model outlives this.
    explicit HostPopup(HostModel &hosts, QWidget *parent = nullptr);

    /// Below `button`, as much of it as fits on the screen. `shown` is the store that the window shows.
    void showBelow(const QWidget &button, const QString &shown);

Q_SIGNALS:
    void chosen(const QString &key);
    void newWindowRequested(const QString &key);
    void forgetRequested(const QString &key);
    void openArchiveRequested();
    void connectRequested();
    void checkRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeButtons();
    void choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers);
    bool pressKey(int key, Qt::KeyboardModifiers modifiers);
    void updateActions();
    QString currentKey() const;

    HostModel &m_hosts;
    QListView *m_list = nullptr;
    HostDelegate *m_delegate = nullptr;
    QAction *m_newWindow = nullptr;
    QAction *m_forget = nullptr;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "gui/mainwindow.h"
#include "models/hostmodel.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedLayout;

namespace jettison {

class HostButton;
class HostPopup;

/// A window with the stores that were opened in it, of which it shows one. The others stay as they are: what
/// runs in them goes on, and their logs grow.
class StoresWindow : public QWidget
{
    Q_OBJECT

public:
    /// The model outlives this.
    explicit StoresWindow(HostModel &hosts, QWidget *parent = nullptr);

    /// Shows one more store. The session outlives the window. An empty key: it is not known yet which host
    /// this is.
    void add(Session &session, const QString &key);
    bool has(const QString &key) const;
    void showStore(const QString &key);
    /// The one that is shown.
    MainWindow *current() const;
    QList<OpenStore> stores() const;

    /// After the list of hosts has changed: which host is which, and what they are called.
    void updateStores();

Q_SIGNALS:
    /// What stores() gives is different now.
    void storesChanged();
    void switcherOpened();
    /// Somebody is about to read who answers where.
    void hostsWanted();
    void hostChosen(const QString &key);
    void newWindowRequested(const QString &key);
    void forgetRequested(const QString &key);
    void checkRequested();
    void connectRequested();
    void openRequested(const QString &path);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    struct Page
    {
        QString key;
        MainWindow *window = nullptr;
        HostButton *button = nullptr;
        /// Windows of this store, hidden with it.
        QList<QPointer<QWidget>> dialogs;
        bool isClosing = false;

        Session &session() const { return window->session(); }
    };

    void connectPage(const Page &page);
    void showPage(MainWindow *window);
    void hideDialogs(Page &page);
    void updateRoutes();
    void showSwitcher();
    void showPopup();
    void closePage(MainWindow *window);
    void removePage(MainWindow *window);
    void pageBecameIdle(MainWindow *window);
    Page &pageOf(const MainWindow *window);
    QString titleOf(const Page &page) const;
    QString labelOf(const Page &page) const;

    HostModel &m_hosts;
    QStackedLayout *m_stack = nullptr;
    HostPopup *m_popup = nullptr;
    QTimer m_opening;
    /// The one that was shown last comes last.
    QList<Page> m_pages;
    bool m_isClosing = false;
};

} // namespace jettison

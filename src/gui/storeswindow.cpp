// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/storeswindow.h"

#include "gui/hostbutton.h"
#include "gui/hostpopup.h"
#include "gui/nodeactions.h"
#include "models/hosttext.h"
#include "models/messages.h"

#include <QCloseEvent>
#include <QScreen>
#include <QSettings>
#include <QStackedLayout>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString GeometryKey = u"window/geometry"_s;
constexpr QSize FirstSize(1280, 760);
constexpr std::chrono::milliseconds ListPatience{150};

} // namespace

StoresWindow::StoresWindow(HostModel &hosts, QWidget *parent)
    : QWidget(parent),
      m_hosts(hosts),
      m_stack(new QStackedLayout(this)),
      m_popup(new HostPopup(hosts, this))
{
    m_stack->setContentsMargins({});
    setWindowTitle(tr("Jettison"));
    resize(FirstSize.boundedTo(screen()->availableSize() * 0.9)); // the frame needs room as well
    restoreGeometry(QSettings().value(GeometryKey).toByteArray());
    m_opening.setSingleShot(true);
    m_opening.setInterval(ListPatience);
    connect(&m_opening, &QTimer::timeout, this,
        [this] { m_popup->showBelow(*m_pages.last().button, m_pages.last().key); });
    connect(&hosts, &HostModel::listed, this, &StoresWindow::showPopup);
    connect(&hosts, &HostModel::listed, this, &StoresWindow::updateRoutes);
    connect(&hosts, &HostModel::answered, this, &StoresWindow::updateRoutes);
    connect(m_popup, &HostPopup::chosen, this, &StoresWindow::hostChosen);
    connect(m_popup, &HostPopup::newWindowRequested, this, &StoresWindow::newWindowRequested);
    connect(m_popup, &HostPopup::forgetRequested, this, &StoresWindow::forgetRequested);
    connect(m_popup, &HostPopup::checkRequested, this, &StoresWindow::checkRequested);
    connect(m_popup, &HostPopup::connectRequested, this, &StoresWindow::connectRequested);
    connect(m_popup, &HostPopup::openArchiveRequested, this, [this] { current()->openArchive(); });
}

void StoresWindow::add(Session &session, const QString &key)
{
    if (current()) {
        current()->saveLayout();
    }
    Page page{.key = key, .window = new MainWindow(session), .button = new HostButton, .dialogs = {}};
    page.window->nodes().setRoutes(m_hosts.routes());
    page.window->addSwitcher(page.button);
    m_pages << page;
    m_stack->addWidget(page.window);
    connectPage(page);
    showPage(page.window);
    updateStores();
}

void StoresWindow::updateRoutes()
{
    const QList<Route> routes = m_hosts.routes();
    for (const Page &page : std::as_const(m_pages)) {
        page.window->nodes().setRoutes(routes);
    }
}

void StoresWindow::connectPage(const Page &page)
{
    MainWindow *window = page.window;
    connect(page.button, &QToolButton::clicked, this, &StoresWindow::showSwitcher);
    connect(window, &MainWindow::switchRequested, this, &StoresWindow::showSwitcher);
    connect(window, &MainWindow::connectRequested, this, &StoresWindow::connectRequested);
    connect(window, &MainWindow::openRequested, this, &StoresWindow::openRequested);
    connect(&window->nodes(), &NodeActions::answersWanted, this, &StoresWindow::hostsWanted);
    connect(window, &MainWindow::closeRequested, this, [this, window] { closePage(window); });
    connect(&page.session(), &Session::scanned, window, [this] { updateStores(); });
    connect(&page.session(), &Session::busyChanged, window, [this, window](bool busy) {
        Q_EMIT storesChanged();
        if (!busy) {
            pageBecameIdle(window);
        }
    });
}

bool StoresWindow::has(const QString &key) const
{
    return std::ranges::find(m_pages, key, &Page::key) != m_pages.end();
}

void StoresWindow::showStore(const QString &key)
{
    const auto found = std::ranges::find(m_pages, key, &Page::key);
    if (found != m_pages.end()) {
        showPage(found->window);
    }
}

MainWindow *StoresWindow::current() const
{
    return m_pages.isEmpty() ? nullptr : m_pages.last().window;
}

StoresWindow::Page &StoresWindow::pageOf(const MainWindow *window)
{
    return *std::ranges::find(m_pages, window, &Page::window);
}

// Windows that belong to a store go and come with it.
void StoresWindow::showPage(MainWindow *window)
{
    const auto found = std::ranges::find(m_pages, window, &Page::window);
    for (Page &page : m_pages) {
        if (page.window != window) {
            hideDialogs(page);
        }
    }
    std::rotate(found, std::next(found), m_pages.end());
    m_stack->setCurrentWidget(window);
    setWindowTitle(tr("%1 — Jettison").arg(labelOf(m_pages.last())));
    for (const QPointer<QWidget> &dialog : std::exchange(m_pages.last().dialogs, {})) {
        if (dialog) {
            dialog->show();
        }
    }
}

void StoresWindow::hideDialogs(Page &page)
{
    for (QWidget *child : page.window->findChildren<QWidget *>()) {
        if (child->isWindow() && child->isVisible()) {
            page.dialogs << child;
            child->hide();
        }
    }
}

// With the list as it is now, if it can be read at once; a list that is open does not change any more.
void StoresWindow::showSwitcher()
{
    m_opening.start();
    Q_EMIT switcherOpened();
}

void StoresWindow::showPopup()
{
    if (m_opening.isActive()) {
        m_opening.stop();
        m_popup->showBelow(*m_pages.last().button, m_pages.last().key);
    }
}

QList<OpenStore> StoresWindow::stores() const
{
    QList<OpenStore> stores;
    for (const Page &page : m_pages) {
        const SnapshotPtr &snapshot = page.session().snapshot();
        if (!page.key.isEmpty()) {
            stores << OpenStore{.key = page.key,
                .title = snapshot ? messages::storeName(snapshot->store()) : page.key,
                .endpoint = snapshot ? snapshot->store().endpoint : QString(),
                .isBusy = page.session().isBusy()};
        }
    }
    return stores;
}

QString StoresWindow::titleOf(const Page &page) const
{
    const Host *host = m_hosts.host(page.key);
    return host && host->names.first().source != Host::Source::CommandLine ? hosttext::title(*host)
                                                                           : QString();
}

QString StoresWindow::labelOf(const Page &page) const
{
    const SnapshotPtr &snapshot = page.session().snapshot();
    const QString title = titleOf(page);
    if (snapshot) {
        return hosttext::label(title, snapshot->store());
    }
    return title.isEmpty() ? tr("Not connected") : title;
}

void StoresWindow::updateStores()
{
    for (Page &page : m_pages) {
        const SnapshotPtr &snapshot = page.session().snapshot();
        if (page.key.isEmpty() && snapshot) {
            page.key = snapshot->store().endpoint;
        }
        page.button->setStore(labelOf(page), snapshot ? snapshot->store().endpoint : QString());
    }
    if (!m_pages.isEmpty()) {
        setWindowTitle(tr("%1 — Jettison").arg(labelOf(m_pages.last())));
    }
    Q_EMIT storesChanged();
}

void StoresWindow::closePage(MainWindow *window)
{
    Page &page = pageOf(window);
    if (m_pages.size() == 1) {
        close();
    } else if (page.session().isBusy() && !page.isClosing) {
        page.isClosing = true;
        window->endForClosing();
    } else {
        removePage(window);
    }
}

void StoresWindow::removePage(MainWindow *window)
{
    window->saveLayout();
    window->disconnect(this);
    window->session().disconnect(window);
    m_pages.removeIf([&](const Page &page) { return page.window == window; });
    showPage(m_pages.last().window);
    m_stack->removeWidget(window);
    window->hide();
    window->deleteLater();
    Q_EMIT storesChanged();
}

void StoresWindow::pageBecameIdle(MainWindow *window)
{
    if (m_isClosing) {
        const bool isIdle =
            std::ranges::none_of(m_pages, [](const Page &page) { return page.session().isBusy(); });
        if (isIdle) {
            close();
        }
    } else if (pageOf(window).isClosing) {
        closePage(window);
    }
}

void StoresWindow::closeEvent(QCloseEvent *event)
{
    QList<MainWindow *> busy;
    for (const Page &page : std::as_const(m_pages)) {
        if (page.session().isBusy()) {
            busy << page.window;
        }
    }
    // What runs ends at a safe place first. Who closes a second time does not want to wait.
    if (!busy.isEmpty() && !m_isClosing) {
        m_isClosing = true;
        std::ranges::for_each(busy, &MainWindow::endForClosing);
        if (!busy.contains(current())) {
            showPage(busy.last());
        }
        event->ignore();
        return;
    }
    QSettings().setValue(GeometryKey, saveGeometry());
    if (current()) {
        current()->saveLayout();
    }
    QWidget::closeEvent(event);
}

} // namespace jettison

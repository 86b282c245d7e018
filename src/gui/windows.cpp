// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/windows.h"

#include "gui/connectdialog.h"
#include "gui/storeswindow.h"

#include <algorithm>

namespace jettison {

Windows::Windows(HostModel &hosts, StoreOpening opening)
    : m_hosts(hosts),
      m_opening(std::move(opening))
{
    connect(&hosts, &HostModel::listed, this, [this] {
        for (StoresWindow *window : std::as_const(m_windows)) {
            window->updateStores();
        }
    });
}

Windows::~Windows()
{
    for (StoresWindow *window : std::as_const(m_windows)) {
        window->disconnect(this);
        delete window;
    }
}

void Windows::openWindow(OpenedStore store)
{
    auto *window = new StoresWindow(m_hosts);
    window->setAttribute(Qt::WA_DeleteOnClose);
    m_windows << window;
    connectWindow(window);
    put(std::move(store), window);
    window->show();
}

void Windows::connectWindow(StoresWindow *window)
{
    connect(window, &StoresWindow::storesChanged, this, &Windows::updateOpenStores);
    connect(window, &StoresWindow::switcherOpened, this, &Windows::hostsWanted);
    connect(window, &StoresWindow::hostsWanted, this, &Windows::hostsWanted);
    connect(window, &StoresWindow::checkRequested, this, &Windows::hostsWantedAnew);
    connect(
        window, &StoresWindow::hostChosen, this, [this, window](const QString &key) { use(key, window); });
    connect(
        window, &StoresWindow::newWindowRequested, this, [this](const QString &key) { use(key, nullptr); });
    connect(window, &StoresWindow::forgetRequested, this, &Windows::forget);
    connect(window, &StoresWindow::connectRequested, this, [this, window] { showConnectDialog(window); });
    connect(window, &StoresWindow::openRequested, this,
        [this, window](const QString &path) { show(m_opening.file(path), window); });
    connect(window, &QObject::destroyed, this, [this, window] {
        m_windows.removeOne(window);
        updateOpenStores();
    });
}

// Without a window: in a new one.
void Windows::use(const QString &key, StoresWindow *window)
{
    Q_EMIT hostUsed(key);
    if (!showOpened(key)) {
        put(m_opening.host(key), window);
    }
}

void Windows::show(OpenedStore store, StoresWindow *window)
{
    if (!showOpened(store.key)) {
        put(std::move(store), window);
    }
}

bool Windows::showOpened(const QString &key)
{
    const auto found =
        std::ranges::find_if(m_windows, [&](const StoresWindow *window) { return window->has(key); });
    if (found == m_windows.end()) {
        return false;
    }
    (*found)->showStore(key);
    (*found)->raise();
    (*found)->activateWindow();
    return true;
}

// The session goes with what shows it, and after it.
void Windows::put(OpenedStore store, StoresWindow *window)
{
    if (!window) {
        openWindow(std::move(store));
        return;
    }
    Session *session = store.session.release();
    session->setParent(this);
    window->add(*session, store.key);
    connect(window->current(), &QObject::destroyed, session, &QObject::deleteLater);
    session->start();
}

void Windows::forget(const QString &key)
{
    const Host *host = m_hosts.host(key);
    if (!host) {
        return;
    }
    const QString endpoint =
        host->names.first().source == Host::Source::Remembered ? host->names.first().text : host->endpoint;
    m_hosts.remove(key);
    Q_EMIT forgotten(endpoint);
}

void Windows::showConnectDialog(StoresWindow *window)
{
    if (m_connectDialog) {
        m_connectDialog->raise();
        m_connectDialog->activateWindow();
        return;
    }
    m_connectDialog = new ConnectDialog(window);
    m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_connectDialog, &ConnectDialog::checkRequested, this, &Windows::checkRequested);
    connect(m_connectDialog, &ConnectDialog::kept, this, &Windows::remembered);
    connect(m_connectDialog, &ConnectDialog::connected, window, [this, window](const TypedHost &typed) {
        Q_EMIT remembered(typed);
        show(m_opening.typed(typed), window);
    });
    connect(m_connectDialog, &QDialog::finished, this, [this] {
        m_connectDialog.clear();
        Q_EMIT checkCancelled();
    });
    m_connectDialog->show();
}

void Windows::showChecked(const TypedHost &typed, const HostAnswer &answer)
{
    if (m_connectDialog) {
        m_connectDialog->showAnswer(typed, answer);
    }
}

void Windows::updateOpenStores()
{
    QList<OpenStore> stores;
    for (const StoresWindow *window : std::as_const(m_windows)) {
        stores << window->stores();
    }
    m_hosts.setOpenStores(stores);
}

} // namespace jettison

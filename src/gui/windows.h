// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"
#include "jobs/session.h"
#include "models/hostmodel.h"

#include <QList>
#include <QObject>
#include <QPointer>

#include <functional>

namespace jettison {

class ConnectDialog;
class StoresWindow;

/// A store that is about to be shown, and which host of the list it is; none if that is not known yet.
struct OpenedStore
{
    QString key;
    std::unique_ptr<Session> session;
};

/// How what a person chooses becomes a store: a host of the list, a file or a typed address.
struct StoreOpening
{
    std::function<OpenedStore(const QString &key)> host;
    std::function<OpenedStore(const QString &path)> file;
    std::function<OpenedStore(const TypedHost &typed)> typed;
};

/// All windows of the program. A host that a window shows already is not opened a second time.
class Windows : public QObject
{
    Q_OBJECT

public:
    /// The model outlives this.
    Windows(HostModel &hosts, StoreOpening opening);
    ~Windows() override;

    void openWindow(OpenedStore store);
    const QList<StoresWindow *> &windows() const { return m_windows; }

public Q_SLOTS:
    /// What came of checkRequested().
    void showChecked(const jettison::TypedHost &typed, const jettison::HostAnswer &answer);

Q_SIGNALS:
    /// Somebody is about to read the list.
    void hostsWanted();
    /// As well, and does not believe what it says.
    void hostsWantedAnew();
    void hostUsed(const QString &key);
    /// The host is gone from the model; it is to be gone from the next list, too.
    void forgotten(const QString &endpoint);
    void checkRequested(const jettison::TypedHost &typed);
    void checkCancelled();
    /// A person wants to keep and to use it.
    void remembered(const jettison::TypedHost &typed);

private:
    void connectWindow(StoresWindow *window);
    void use(const QString &key, StoresWindow *window);
    void show(OpenedStore store, StoresWindow *window);
    bool showOpened(const QString &key);
    void put(OpenedStore store, StoresWindow *window);
    void forget(const QString &key);
    void showConnectDialog(StoresWindow *window);
    void updateOpenStores();

    HostModel &m_hosts;
    StoreOpening m_opening;
    QList<StoresWindow *> m_windows;
    QPointer<ConnectDialog> m_connectDialog;
};

} // namespace jettison

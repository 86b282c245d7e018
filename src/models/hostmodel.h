// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/host.h"
#include "core/route.h"

#include <QAbstractListModel>
#include <QHash>
#include <QSet>

namespace jettison {

/// A store that a window has open.
struct OpenStore
{
    QString key;
    QString title;
    QString endpoint;
    bool isBusy = false;

    friend bool operator==(const OpenStore &, const OpenStore &) = default;
};

/// The hosts that can be chosen, with what is known of each. Answers change rows and never move them.
class HostModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class State { Unknown, Checking, Reachable, Failed };
    enum Role {
        KeyRole = Qt::UserRole,
        KindRole, ///< what answered, as text
        EndpointRole, ///< or why there is none, and other names
        StateRole, ///< a State
        StateTextRole,
        BusyRole, ///< something runs in it
        OpenRole, ///< a window has it open
        ForgettableRole, ///< a person brought it in, and can take it out again
    };

    using QAbstractListModel::QAbstractListModel;

    /// The one that was used last is put behind the current one. While the list is held, they wait.
    void setHosts(const QList<Host> &hosts, const QString &lastUsed);
    void setOpenStores(const QList<OpenStore> &stores);
    /// A person took it out: it goes at once.
    void remove(const QString &key);
    void setAsking(const QString &key);
    void setAnswer(const QString &key, const HostAnswer &answer);
    /// While somebody reads the list, no row comes, goes or moves.
    void hold(bool isHeld);

    /// The hosts as ways to the nodes of a Swarm, with what is known of each.
    QList<Route> routes() const;
    /// Null if there is none of that key.
    const Host *host(const QString &key) const;
    QModelIndex indexOf(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QModelIndexList match(const QModelIndex &start, int role, const QVariant &value, int hits = 1,
        Qt::MatchFlags flags = Qt::MatchFlags(Qt::MatchStartsWith | Qt::MatchWrap)) const override;

Q_SIGNALS:
    /// After setHosts(), whether it changed anything or not.
    void listed();
    /// After setAnswer().
    void answered();

private:
    struct Known
    {
        State state = State::Unknown;
        HostAnswer answer;
    };

    void arrange();
    void changed(const QString &key);
    const OpenStore *openStore(const QString &key) const;
    Known known(const Host &host) const;
    QString stateText(const Host &host) const;
    QString toolTip(const Host &host) const;
    QString accessibleText(const Host &host) const;
    /// Of other hosts where the same engine answered.
    QStringList twins(const Host &host) const;

    QList<Host> m_hosts;
    QString m_lastUsed;
    QList<OpenStore> m_open;
    QList<Host> m_rows;
    QHash<QString, Known> m_known;
    bool m_isHeld = false;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/hosts.h"
#include "stores/store.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QThreadPool>

#include <functional>

namespace jettison {

/// The GUI thread's one door to the hosts: what there is, and who answers there. Reads and asks in threads of
/// its own, several hosts at once.
class HostBook : public QObject
{
    Q_OBJECT

public:
    /// Called in any thread.
    using Search = std::function<HostSearch()>;
    using Probe = std::function<HostAnswer(const KnownHost &, const Call &)>;

    HostBook(Search search, Probe probe, QObject *parent = nullptr);
    /// Cancels what is being asked and waits for it to notice.
    ~HostBook() override;

    /// Of the list that was read last; null if it has none of that key.
    const KnownHost *find(const QString &key) const;

public Q_SLOTS:
    /// listed() follows; nobody is asked.
    void read();
    /// listed() follows, and answered() for each host that has not answered lately.
    void refresh();
    /// As refresh(), but all are asked again, also those whose answers are on their way.
    void refreshAll();
    /// checked() follows. An earlier check that still runs is given up.
    void check(const jettison::TypedHost &typed);
    void cancelCheck();

Q_SIGNALS:
    void listed(const QList<jettison::Host> &hosts);
    void asking(const QString &key);
    void answered(const QString &key, const jettison::HostAnswer &answer);
    void checked(const jettison::TypedHost &typed, const jettison::HostAnswer &answer);

private:
    /// One that was put to a host, and perhaps answered.
    struct Question
    {
        /// Whom it was put to: what files say of TLS may have changed since.
        Result<Endpoint> endpoint;
        CancelToken cancel;
        /// Until when an answer is news enough.
        QDeadlineTimer news = QDeadlineTimer(QDeadlineTimer::Forever);
    };

    void take(const QList<KnownHost> &hosts);
    void askAll();
    void ask(const KnownHost &host);
    void keep(const QString &key, const CancelToken &question, const HostAnswer &answer);

    Search m_search;
    Probe m_probe;
    /// For lists and checks, which must not wait behind hosts that do not answer.
    QThreadPool m_quickThreads;
    QThreadPool m_threads;
    CancelToken m_cancelCheck;
    QList<KnownHost> m_hosts;
    /// By the keys of the hosts.
    QHash<QString, Question> m_questions;
    bool m_isReading = false;
    /// Asked for while one was being read.
    bool m_isReadingWanted = false;
    /// After the list that is being read.
    bool m_isAskingWanted = false;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/hostbook.h"

#include "jobs/hostprobe.h"
#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Enough that hosts that are gone hold up nobody.
constexpr int MaxAsked = 12;
// One reads, one checks, and others may be on their way out.
constexpr int MaxQuick = 4;
// A host behind ssh is asked by logging in there.
constexpr std::chrono::seconds NewsTime{30};

} // namespace

HostBook::HostBook(Search search, Probe probe, QObject *parent)
    : QObject(parent),
      m_search(std::move(search)),
      m_probe(std::move(probe))
{
    m_quickThreads.setMaxThreadCount(MaxQuick);
    m_threads.setMaxThreadCount(MaxAsked);
}

HostBook::~HostBook()
{
    for (const Question &question : std::as_const(m_questions)) {
        question.cancel.request();
    }
    m_cancelCheck.request();
    for (QThreadPool *threads : {&m_quickThreads, &m_threads}) {
        threads->clear();
        threads->waitForDone();
    }
}

const KnownHost *HostBook::find(const QString &key) const
{
    const auto found = std::ranges::find(m_hosts, key, [](const KnownHost &known) { return known.host.key; });
    return found == m_hosts.end() ? nullptr : &*found;
}

void HostBook::read()
{
    if (m_isReading) {
        m_isReadingWanted = true;
        return;
    }
    m_isReading = true;
    m_quickThreads.start([this] {
        const QList<KnownHost> hosts = knownHosts(m_search());
        QMetaObject::invokeMethod(this, [this, hosts] { take(hosts); }, Qt::QueuedConnection);
    });
}

void HostBook::refresh()
{
    m_isAskingWanted = true;
    read();
}

void HostBook::refreshAll()
{
    for (const Question &question : std::as_const(m_questions)) {
        question.cancel.request();
    }
    m_questions.clear();
    refresh();
}

void HostBook::take(const QList<KnownHost> &hosts)
{
    m_isReading = false;
    m_hosts = hosts;
    QList<Host> plain;
    std::ranges::transform(hosts, std::back_inserter(plain), &KnownHost::host);
    Q_EMIT listed(plain);
    if (std::exchange(m_isReadingWanted, false)) {
        read();
    } else if (std::exchange(m_isAskingWanted, false)) {
        askAll();
    }
}

void HostBook::askAll()
{
    const QList<KnownHost> hosts = m_hosts;
    for (const KnownHost &host : hosts) {
        const auto question = m_questions.constFind(host.host.key);
        if (question == m_questions.cend() || question->news.hasExpired()
            || question->endpoint != host.endpoint) {
            ask(host);
        }
    }
}

void HostBook::ask(const KnownHost &host)
{
    const Question question{.endpoint = host.endpoint, .cancel = {}};
    const auto earlier = m_questions.constFind(host.host.key);
    if (earlier != m_questions.cend()) {
        earlier->cancel.request();
    }
    m_questions.insert(host.host.key, question);
    Q_EMIT asking(host.host.key);
    m_threads.start([this, host, cancel = question.cancel] {
        const HostAnswer answer = m_probe(host, probeCall(cancel));
        QMetaObject::invokeMethod(
            this, [this, key = host.host.key, cancel, answer] { keep(key, cancel, answer); },
            Qt::QueuedConnection);
    });
}

void HostBook::keep(const QString &key, const CancelToken &question, const HostAnswer &answer)
{
    // It was put anew meanwhile.
    if (question.isRequested()) {
        return;
    }
    m_questions[key].news = QDeadlineTimer(NewsTime);
    Q_EMIT answered(key, answer);
}

void HostBook::check(const TypedHost &typed)
{
    cancelCheck();
    m_cancelCheck = CancelToken();
    m_quickThreads.start([this, typed, cancel = m_cancelCheck] {
        const KnownHost host{.host = {.key = typed.endpoint,
                                 .names = {{.text = typed.endpoint, .source = Host::Source::Remembered}},
                                 .endpoint = typed.endpoint},
            .endpoint = typedEndpoint(typed, m_search().environment)};
        const HostAnswer answer = m_probe(host, callWith(cancel));
        QMetaObject::invokeMethod(
            this,
            [this, typed, answer, cancel] {
                if (!cancel.isRequested()) {
                    Q_EMIT checked(typed, answer);
                }
            },
            Qt::QueuedConnection);
    });
}

void HostBook::cancelCheck()
{
    m_cancelCheck.request();
}

} // namespace jettison

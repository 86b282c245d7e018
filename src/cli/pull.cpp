// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/pull.h"
#include "cli/commands.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct PullCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::PullCommand)
};

// Tells of each layer only when its state changes: the terminal is a log here.
class LayerLog
{
public:
    explicit LayerLog(const Terminal &terminal)
        : m_terminal(terminal)
    {
    }

    void show(const PullProgress &progress)
    {
        const auto known = m_states.constFind(progress.layer);
        if (known == m_states.constEnd() || *known != progress.state) {
            m_states.insert(progress.layer, progress.state);
            m_terminal.printLine(
                PullCommand::tr("%1: %2").arg(progress.layer, messages::pullState(progress.state)));
        }
    }

private:
    const Terminal &m_terminal;
    QHash<QString, PullProgress::State> m_states;
};

Result<PullResult> pullOne(
    const QString &name, bool isText, Store &store, const Terminal &terminal, const CancelToken &cancel)
{
    const Result<Reference> reference = parseReference(name);
    if (!reference) {
        return tl::unexpected(reference.error());
    }
    LayerLog log(terminal);
    const auto progress = [&](const PullProgress &now) {
        if (isText) {
            log.show(now);
        }
    };
    return jettison::pull(store, *reference, progress, cancel);
}

QJsonObject toJson(const QString &name, const Result<PullResult> &result)
{
    return {
        {u"name"_s, name},
        {u"digest"_s, result ? QJsonValue(result->digest) : QJsonValue()},
        {u"status"_s, result ? QJsonValue(result->status) : QJsonValue()},
        {u"error"_s, result ? QJsonValue() : QJsonValue(messages::error(result.error()))},
    };
}

} // namespace

ExitStatus pullImages(
    const Options &options, Store &store, const Terminal &terminal, const CancelToken &cancel)
{
    cancelOnInterrupt(cancel);
    const bool isText = options.format == Options::Format::Text;
    const Result<StoreInfo> info =
        store.open({.deadline = QDeadlineTimer(std::chrono::minutes(1)), .cancel = cancel});
    if (!info) {
        terminal.printProblem(messages::error(info.error()));
        return statusOf(info.error());
    }
    warnOf(*info, terminal);
    QJsonArray pulled;
    bool complete = true;
    for (const QString &name : options.names) {
        const Result<PullResult> result = pullOne(name, isText, store, terminal, cancel);
        complete = complete && result;
        pulled << toJson(name, result);
        if (!result) {
            terminal.printProblem(messages::error(result.error()));
        } else if (isText) {
            terminal.printLine(u"Digest: "_s + result->digest);
            terminal.printLine(result->status);
        }
    }
    if (!isText) {
        terminal.printLine(QString::fromUtf8(QJsonDocument(pulled).toJson()).trimmed());
    }
    return complete ? ExitStatus::Done : ExitStatus::Incomplete;
}

} // namespace jettison::cli

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/progressline.h"
#include "cli/removaljson.h"
#include "jobs/surroundings.h"
#include "jobs/undoableremoval.h"
#include "models/losstext.h"
#include "models/messages.h"
#include "models/remarktext.h"
#include "models/undotext.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTextStream>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct RemoveCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::RemoveCommand)
};

class Removal
{
public:
    Removal(const Options &options, Store &store, LayerReader &reader, const BackupRules &rules,
        const Terminal &terminal, const CancelToken &cancel)
        : m_options(options),
          m_store(store),
          m_reader(reader),
          m_rules(rules),
          m_terminal(terminal),
          m_cancel(cancel)
    {
    }

    ExitStatus run();

private:
    QList<RemovalTarget> findTargets(const Snapshot &snapshot);
    void showKept(const RemovalPlan &plan);
    void showRemarks(const RemovalPlan &plan);
    void showLosses(const RemovalPlan &plan);
    void showGone(const RemovalPlan &plan);
    ExitStatus show(const RemovalPlan &plan);
    ExitStatus carryOut(const RemovalPlan &plan);
    bool isAgreed(const RemovalPlan &plan);
    void complain(const QString &text);
    void printJson(const QJsonObject &object);

    bool isText() const { return m_options.format == Options::Format::Text; }

    const Options &m_options;
    Store &m_store;
    LayerReader &m_reader;
    const BackupRules &m_rules;
    const Terminal &m_terminal;
    CancelToken m_cancel;
    QList<RemovalRemark> m_remarks;
    bool m_complained = false;
};

ExitStatus Removal::run()
{
    const Result<SnapshotPtr> snapshot = scanOrExplain(m_store, m_reader, m_terminal, m_cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    const RemovalPlan plan = RemovalPlan::make(*snapshot, findTargets(**snapshot),
        {.force = m_options.force,
            .stopTimeout = m_options.stopTimeout,
            .backup = m_options.backup.value_or(m_rules.always)});
    showKept(plan);
    showRemarks(plan);
    showLosses(plan);
    if (m_options.dryRun) {
        return show(plan);
    }
    if (!isAgreed(plan)) {
        m_terminal.printError(RemoveCommand::tr("Nothing was removed."));
        return ExitStatus::Incomplete;
    }
    return carryOut(plan);
}

QList<RemovalTarget> Removal::findTargets(const Snapshot &snapshot)
{
    if (m_options.selector) {
        return selectTargets(snapshot, *m_options.selector);
    }
    QList<RemovalTarget> targets;
    for (const QString &name : m_options.names) {
        const Result<RemovalTarget> target =
            findRemoval(snapshot, name).and_then([&](const RemovalTarget &t) {
                return m_options.platforms.isEmpty() ? Result<RemovalTarget>(t)
                                                     : withPlatforms(t, m_options.platforms, snapshot);
            });
        if (target) {
            targets << *target;
        } else {
            complain(messages::error(target.error()));
        }
    }
    return targets;
}

void Removal::showKept(const RemovalPlan &plan)
{
    for (const KeptImage &kept : plan.kept) {
        if (kept.isBlocked()) {
            complain(messages::kept(kept, *plan.snapshot));
        }
    }
}

void Removal::showRemarks(const RemovalPlan &plan)
{
    const StoreInfo &store = plan.snapshot->store();
    if (store.kind == StoreInfo::Kind::Engine) {
        m_remarks = removalRemarks(plan, readSurroundings(concernedContainers(plan), m_store, m_cancel));
    }
    for (const RemovalRemark &remark : std::as_const(m_remarks)) {
        m_terminal.printError(RemoveCommand::tr("Note: %1").arg(remarktext::line(remark, store)));
    }
}

// Who wants a backup relies on it.
void Removal::showLosses(const RemovalPlan &plan)
{
    const QStringList losses = plan.options.backup ? undotext::losses(plan) : QStringList();
    for (const QString &loss : losses) {
        m_terminal.printError(RemoveCommand::tr("Undo will not bring back %1").arg(loss));
    }
}

// With a backup the losses are all that goes for good.
void Removal::showGone(const RemovalPlan &plan)
{
    const QString gone = plan.options.backup ? QString() : undotext::goneText(plan);
    if (!gone.isEmpty()) {
        m_terminal.printError(gone);
    }
}

ExitStatus Removal::show(const RemovalPlan &plan)
{
    if (isText()) {
        const QList<RemovalLine> lines = plan.predictedLines();
        for (const RemovalLine &line : lines) {
            m_terminal.printLine(lineText(line));
        }
    } else {
        printJson(planToJson(plan, m_remarks));
    }
    m_terminal.printError(messages::summary(plan));
    showGone(plan);
    return m_complained ? ExitStatus::Incomplete : ExitStatus::Done;
}

// A sweep over everything is asked about once more, where there is somebody to ask.
bool Removal::isAgreed(const RemovalPlan &plan)
{
    if (m_options.selector != Selector::All || m_options.yes || plan.steps.isEmpty() || !isInteractive()) {
        return true;
    }
    showGone(plan);
    m_terminal.error << RemoveCommand::tr("%1. Go on? [y/N] ").arg(messages::summary(plan)) << Qt::flush;
    QTextStream in(stdin);
    const QString answer = in.readLine().trimmed().toLower();
    return answer == "y"_L1 || answer == "yes"_L1;
}

ExitStatus Removal::carryOut(const RemovalPlan &plan)
{
    cancelOnInterrupt(m_cancel);
    ProgressLine line(m_terminal);
    const RemovalListener listener{
        .started = [](int) {},
        .ended =
            [&](int step, const StepOutcome &outcome) {
                line.clear();
                for (const RemovalLine &done : isText() ? outcome.reported : QList<RemovalLine>()) {
                    m_terminal.printLine(lineText(done));
                }
                const QList<Message> remarks = messages::remarks(plan.steps[step], outcome);
                for (const Message &remark : remarks) {
                    outcome.isFulfilled() ? m_terminal.printError(remark.text) : complain(remark.text);
                }
            },
    };
    const RemovalReport report = runUndoableRemoval(plan, m_store, m_rules, {.cancel = m_cancel, .abort = {}},
        listener, [&](const BackupProgress &now) { line.show(undotext::progress(now)); });
    line.clear();
    if (!isText()) {
        printJson(reportToJson(report, m_remarks));
    }
    const QList<Message> kept = undotext::kept(report);
    for (const Message &message : kept) {
        message.kind == Message::Kind::Error ? complain(message.text) : m_terminal.printError(message.text);
    }
    m_terminal.printError(messages::summary(report).text);
    return report.isComplete() && !m_complained ? ExitStatus::Done : ExitStatus::Incomplete;
}

void Removal::complain(const QString &text)
{
    m_complained = true;
    m_terminal.printProblem(text);
}

void Removal::printJson(const QJsonObject &object)
{
    m_terminal.printLine(QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
}

} // namespace

ExitStatus removeImages(const Options &options, Store &store, LayerReader &reader, const BackupRules &rules,
    const Terminal &terminal, const CancelToken &cancel)
{
    return Removal(options, store, reader, rules, terminal, cancel).run();
}

} // namespace jettison::cli

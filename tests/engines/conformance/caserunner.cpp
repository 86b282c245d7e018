// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/caserunner.h"

#include "engines/conformance/comparison.h"
#include "engines/conformance/engineanswer.h"
#include "engines/program.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QProcess>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// In an expectation: how many bytes the engine's own account has for all layers, before the action.
const QString Account = u"[LayersSize]"_s;

using Store = EngineKind::Store;

QStringList linesOf(const QString &failure)
{
    return failure.isEmpty() ? QStringList() : QStringList(failure);
}

} // namespace

CaseRunner::CaseRunner(ContainerEngine &engine, const Registries &registries)
    : m_engine(engine),
      m_kind(engine.kind()),
      m_registries(registries),
      m_events(std::make_unique<EngineEvents>(engine))
{
}

CaseOutcome CaseRunner::run(const ConformanceCase &testCase)
{
    using State = CaseOutcome::State;
    if (const QString reason = EngineRemark::on(testCase.impossible, m_kind); !reason.isEmpty()) {
        return {State::Impossible, {reason}};
    }
    const QString surprise = EngineRemark::on(testCase.surprises, m_kind);
    CaseOutcome outcome{surprise.isEmpty() ? State::AsRead : State::Otherwise, {}};
    outcome.reasons << surprise;
    for (const ConformanceAction &action : testCase.actions) {
        if (const QString reason = EngineRemark::on(action.impossible, m_kind); !reason.isEmpty()) {
            outcome.reasons << reason;
            continue;
        }
        const QStringList wrong = play(testCase, action);
        if (!wrong.isEmpty()) {
            return {State::Failed, {}, shortened(action.text + u"\n    "_s + wrong.join(u"\n    "_s))};
        }
    }
    outcome.reasons.removeAll(QString());
    outcome.reasons.removeDuplicates();
    return outcome;
}

QStringList CaseRunner::play(const ConformanceCase &testCase, const ConformanceAction &action)
{
    using Verb = ConformanceAction::Verb;
    const QStringList tokens = action.expectationOf(m_kind).value_or(QStringList());
    if (!action.goesOn) {
        if (const QString failure = fill(testCase.setUp); !failure.isEmpty()) {
            return {u"cannot be set up: "_s + failure};
        }
    }
    switch (action.verb) {
    case Verb::Ask:
        return playAsk(m_scene->expand(action.text), expanded(tokens));
    case Verb::Race:
        return playRace(m_scene->expand(action.text).split(u" & "_s), expanded(tokens));
    case Verb::Remove:
        return playRemoval(action, expanded(tokens));
    case Verb::Do:
        return linesOf(runAll({action.text}));
    case Verb::Restart:
        return linesOf(restart(action.text));
    case Verb::Look:
        return playLook(expanded(tokens));
    }
    return {};
}

QString CaseRunner::fill(const QString &setUp)
{
    m_scene.reset();
    if (m_engine.kind().store != m_kind.store) {
        m_engine.reset();
        restart({});
    }
    if (const QString stayed = m_engine.reset(); !stayed.isEmpty()) {
        return u"the last case left "_s + stayed;
    }
    m_scene = std::make_unique<Scene>(m_engine, m_registries.open);
    m_scene->run(u"let guarded "_s + m_registries.guarded);
    return m_scene->setUp(ConformanceCase::linesFor(setUp, m_kind));
}

// Empty, or why it does not start.
QString CaseRunner::restart(const QString &how)
{
    const bool isOther = how == "with the other store"_L1;
    const bool isClassic = m_kind.store == Store::Classic;
    m_engine.useStore(isOther ? (isClassic ? Store::Containerd : Store::Classic) : m_kind.store);
    QString failure = how == "with a plug-in"_L1 ? m_engine.authorize() : QString();
    m_events.reset();
    m_engine.stop();
    failure = failure.isEmpty() ? m_engine.start() : failure;
    m_events = std::make_unique<EngineEvents>(m_engine);
    return failure;
}

// Empty, or the line that failed and why.
QString CaseRunner::runAll(const QStringList &lines)
{
    for (const QString &line : lines) {
        if (const QString failure = m_scene->run(line); !failure.isEmpty()) {
            return line + u": "_s + failure;
        }
    }
    return {};
}

QStringList CaseRunner::expanded(const QStringList &tokens) const
{
    QStringList result;
    for (const QString &token : tokens) {
        QString text = m_scene->expand(token);
        if (text.contains(Account)) {
            const QString answer = ask(m_engine, u"GET /system/df"_s).body;
            text.replace(Account,
                QString::number(QJsonDocument::fromJson(answer.toUtf8())["LayersSize"_L1].toInteger()));
        }
        result << (m_kind.isPodman() ? withWholeNames(text) : text);
    }
    return result;
}

QStringList CaseRunner::playAsk(const QString &request, const QStringList &tokens)
{
    const StoreState before = state();
    const ExpectedResult expected(tokens.mid(1));
    const EngineAnswer answer = ask(m_engine, request);
    const QStringList answered = before.withoutLayers(answer.lines());
    const StoreState after = state();
    QStringList wrong = compared(u"status"_s, tokens.first(1), {QString::number(answer.status)})
        + compared(u"answer"_s, inAnyOrder(expected.lines, request), inAnyOrder(answered, request))
        + compared(u"left"_s, expected.after(before, answered).text(), after.text());
    wrong += expected.wrongLayers(answer.lines().size() - answered.size());
    wrong += expected.wrongWhole(answer.body);
    const QStringList missing = expected.missingParts(answer.body);
    if (!missing.isEmpty()) {
        wrong << u"the answer lacks: "_s + listed(missing);
    }
    return wrong.isEmpty() ? wrong : wrong << u"the answer was: "_s + answer.body.trimmed();
}

// Which of them comes first nobody knows: all have one of these answers, at least one the first, and the end
// is the same.
QStringList CaseRunner::playRace(const QStringList &requests, const QStringList &tokens) const
{
    const QStringList possible = tokens.value(0).split(u'|');
    const StoreState before = state();
    QStringList statuses;
    for (const EngineAnswer &answer : askAtOnce(m_engine, requests)) {
        statuses << QString::number(answer.status);
    }
    QStringList unexpected = statuses;
    unexpected.removeIf([&](const QString &status) { return possible.contains(status); });
    const QStringList wrong = compared(u"unexpected statuses"_s, {}, unexpected);
    const QStringList left = ExpectedResult(tokens.mid(1)).after(before, {}).text();
    return wrong + (statuses.contains(possible[0]) ? QStringList() : statuses) + compareWhenSettled(left);
}

QStringList CaseRunner::playRemoval(const ConformanceAction &action, const QStringList &tokens)
{
    const StoreState before = state();
    const ExpectedResult expected(m_kind.isPodman() ? inPodmansOrder(tokens) : tokens);
    const QStringList arguments = QProcess::splitCommand(m_scene->expand(action.text));
    const Output preview = runJettison(m_engine.endpoint(), QStringList{u"rm"_s, u"--dry-run"_s} + arguments);
    QStringList wrong = compared(u"foretold"_s, expected.lines, before.withoutLayers(preview.lines()));
    if (state().text() != before.text()) {
        wrong << u"a dry run changed something"_s;
    }
    return wrong + carryOut(action, arguments, preview, before, expected);
}

QStringList CaseRunner::carryOut(const ConformanceAction &action, const QStringList &arguments,
    const Output &preview, const StoreState &before, const ExpectedResult &expected)
{
    m_events->take(0);
    QProcess process;
    beginJettison(process, m_engine.endpoint(), QStringList{u"rm"_s, u"--yes"_s} + arguments);
    QStringList wrong{runAll(action.meanwhile)};
    wrong.removeAll(QString());
    const Output done = waitForEnd(process);
    const QStringList printed = before.withoutLayers(done.lines());
    const QStringList events = m_events->take(eventsExpected(before, printed));
    const bool comesTrue = expected.doneLines == expected.lines;
    // Who does not get the engine's answer cannot know of its layers.
    const QStringList foretoldLines =
        expected.layers == 0 ? before.withoutLayers(preview.lines()) : preview.lines();
    wrong += comesTrue ? compared(u"printed, by what was foretold"_s, foretoldLines, done.lines())
                       : compared(u"printed"_s, expected.doneLines, printed);
    wrong += compared(u"left"_s, expected.after(before, printed).text(), state().text());
    wrong += contradictions(before, printed, events, m_kind);
    wrong += expected.wrongLayers(done.lines().size() - printed.size());
    const bool isWarnedOf = comesTrue || expected.isRefused;
    const QStringList missing = (isWarnedOf ? expected.missingParts(preview.errors) : QStringList())
        + expected.missingParts(done.errors);
    if (!missing.isEmpty()) {
        wrong << u"said nowhere: "_s + listed(missing);
    }
    const int status = expected.parts.isEmpty() ? 0 : 1;
    const int foretold = comesTrue ? status : 0;
    wrong += compared(u"exit statuses"_s, {QString::number(foretold), QString::number(status)},
        {QString::number(preview.exitCode), QString::number(done.exitCode)});
    return wrong.isEmpty() ? wrong : wrong << u"it said: "_s + done.errors.trimmed();
}

QStringList CaseRunner::playLook(const QStringList &tokens) const
{
    QStringList expected = tokens;
    expected.removeAll(QString());
    return compareWhenSettled(expected);
}

// Containers that remove themselves do so when nobody waits any more.
QStringList CaseRunner::compareWhenSettled(QStringList expected) const
{
    const auto tidy = [](QStringList lines) {
        for (QString &line : lines) {
            line = line.trimmed();
        }
        lines.sort();
        return lines;
    };
    const QDeadlineTimer deadline(std::chrono::seconds(5));
    QStringList got = tidy(state().text());
    while (got != tidy(expected) && !deadline.hasExpired()) {
        got = tidy(state().text());
    }
    return compared(u"there"_s, tidy(expected), got);
}

} // namespace jettison

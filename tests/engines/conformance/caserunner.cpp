// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/caserunner.h"

#include "engines/conformance/engineanswer.h"
#include "engines/conformance/expectedresult.h"
#include "engines/imagenames.h"
#include "engines/program.h"

#include <QDeadlineTimer>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// For people: with short IDs.
QString shortened(QString text)
{
    static const QRegularExpression id(u"([0-9a-f]{12})[0-9a-f]{52}"_s);
    return text.replace(id, u"\\1"_s);
}

QString listed(const QStringList &lines)
{
    return lines.isEmpty() ? u"nothing"_s : lines.join(u", "_s);
}

QStringList compared(const QString &what, const QStringList &expected, const QStringList &got)
{
    if (expected == got) {
        return {};
    }
    return {u"%1: expected %2"_s.arg(what, listed(expected)), u"%1: got      %2"_s.arg(what, listed(got))};
}

// Podman shows whole names. Of what a token says: `Untagged: a:1`, `gone a:1`, `kept sha256:… a:1`,
// `sha256:… a:1 a:2`.
QString withWholeNames(const QString &token)
{
    static const QRegularExpression speaksOfNames(u"^(Untagged:|gone|kept|sha256:\\S+) "_s);
    if (!speaksOfNames.match(token).hasMatch()) {
        return token;
    }
    QStringList words = token.split(u' ');
    for (QString &word : words) {
        const bool isName = word.contains(u':') && !word.endsWith(u':') && !word.startsWith("sha256:"_L1);
        word = isName ? wholeName(word) : word;
    }
    return words.join(u' ');
}

// A prune takes images as they come.
QStringList inAnyOrder(QStringList lines, const QString &request)
{
    if (request.contains("/prune"_L1)) {
        lines.sort();
    }
    return lines;
}

// Podman says what it deleted before it says by which name.
QStringList inPodmansOrder(QStringList lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i) {
        qsizetype at = i;
        while (lines[i].startsWith("Untagged: "_L1) && at + 1 < lines.size()
            && lines[at + 1].startsWith("Deleted: "_L1)) {
            ++at;
        }
        lines.move(i, at);
    }
    return lines;
}

} // namespace

CaseRunner::CaseRunner(const ContainerEngine &engine, const QString &registry)
    : m_engine(engine),
      m_registry(registry),
      m_events(engine)
{
}

CaseOutcome CaseRunner::run(const ConformanceCase &testCase)
{
    using State = CaseOutcome::State;
    const EngineKind &kind = m_engine.kind();
    const QString reason = ConformanceCase::remarkOn(testCase.impossible, kind);
    if (!reason.isEmpty()) {
        return {State::Impossible, reason};
    }
    const auto isAsked = [&](const ConformanceAction &action) {
        return action.expectationOf(kind).has_value();
    };
    if (std::ranges::none_of(testCase.actions, isAsked)) {
        return {State::Impossible, u"no line of the case speaks of this engine"_s};
    }
    for (const ConformanceAction &action : testCase.actions) {
        const QStringList wrong = play(testCase, action);
        if (!wrong.isEmpty()) {
            return {State::Failed, shortened(action.text + u"\n    "_s + wrong.join(u"\n    "_s))};
        }
    }
    const QString surprise = ConformanceCase::remarkOn(testCase.surprises, kind);
    return {surprise.isEmpty() ? State::AsRead : State::Otherwise, surprise};
}

QStringList CaseRunner::play(const ConformanceCase &testCase, const ConformanceAction &action)
{
    using Verb = ConformanceAction::Verb;
    const std::optional<QStringList> tokens = action.expectationOf(m_engine.kind());
    if (action.verb != Verb::Do && !tokens) {
        return {}; // another engine's
    }
    if (!action.goesOn) {
        if (const QString failure = fill(testCase.setUp); !failure.isEmpty()) {
            return {u"cannot be set up: "_s + failure};
        }
    }
    switch (action.verb) {
    case Verb::Ask:
        return playAsk(m_scene->expand(action.text), expanded(*tokens));
    case Verb::Race:
        return playRace(m_scene->expand(action.text).split(u" & "_s), expanded(*tokens));
    case Verb::Remove:
        return playRemoval(m_scene->expand(action.text), expanded(*tokens));
    case Verb::Do: {
        const QString failure = m_scene->run(action.text);
        return failure.isEmpty() ? QStringList() : QStringList(failure);
    }
    case Verb::Look:
        return playLook(expanded(*tokens));
    }
    return {};
}

QString CaseRunner::fill(const QString &setUp)
{
    m_scene.reset();
    if (const QString stayed = m_engine.reset(); !stayed.isEmpty()) {
        return u"the last case left "_s + stayed;
    }
    m_scene = std::make_unique<Scene>(m_engine, m_registry);
    return m_scene->setUp(ConformanceCase::linesFor(setUp, m_engine.kind()));
}

QStringList CaseRunner::expanded(const QStringList &tokens) const
{
    QStringList result;
    for (const QString &token : tokens) {
        const QString text = m_scene->expand(token);
        result << (m_engine.kind().isPodman() ? withWholeNames(text) : text);
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

QStringList CaseRunner::playRemoval(const QString &arguments, const QStringList &tokens)
{
    const StoreState before = state();
    const ExpectedResult expected(m_engine.kind().isPodman() ? inPodmansOrder(tokens) : tokens);
    const QStringList words = QProcess::splitCommand(arguments);
    const Output preview = runJettison(m_engine.endpoint(), QStringList{u"rm"_s, u"--dry-run"_s} + words);
    QStringList wrong = compared(u"foretold"_s, expected.lines, before.withoutLayers(preview.lines()));
    if (state().text() != before.text()) {
        wrong << u"a dry run changed something"_s;
    }
    m_events.take(0);
    const Output done = runJettison(m_engine.endpoint(), QStringList{u"rm"_s, u"--yes"_s} + words);
    const QStringList printed = before.withoutLayers(done.lines());
    const QStringList events = m_events.take(eventsExpected(before, printed));
    wrong += compared(u"printed, by what was foretold"_s,
        expected.isRefused ? QStringList() : preview.lines(), done.lines());
    wrong += compared(u"left"_s, expected.after(before, printed).text(), state().text());
    wrong += contradictions(before, printed, events, m_engine.kind());
    wrong += expected.wrongLayers(done.lines().size() - printed.size());
    const QStringList missing = expected.missingParts(preview.errors) + expected.missingParts(done.errors);
    if (!missing.isEmpty()) {
        wrong << u"said nowhere: "_s + listed(missing);
    }
    const int status = expected.parts.isEmpty() ? 0 : 1;
    const int foretold = expected.isRefused ? 0 : status;
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

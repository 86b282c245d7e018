// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/conformancecase.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Verb = ConformanceAction::Verb;

bool speaksOf(const QStringList &engines, const EngineKind &kind)
{
    using Store = EngineKind::Store;
    return std::ranges::any_of(engines, [&](const QString &word) {
        return word == "all"_L1 || kind.name.startsWith(word) || (word == "rootless"_L1 && kind.isRootless)
            || (word == "rootful"_L1 && !kind.isRootless)
            || (word == "classic"_L1 && kind.store == Store::Classic)
            || (word == "containerd"_L1 && kind.store == Store::Containerd);
    });
}

// False if one of the words is nobody's.
bool areEngines(const QStringList &words)
{
    return std::ranges::all_of(words, [](const QString &word) {
        return std::ranges::any_of(
            EngineKind::all(), [&](const EngineKind &kind) { return speaksOf({word}, kind); });
    });
}

// At commas, but not at those in quotes.
QStringList tokensOf(const QString &text)
{
    static const QRegularExpression token(uR"((?:"[^"]*"|[^,"])+)"_s);
    QStringList tokens;
    for (const QRegularExpressionMatch &match : token.globalMatch(text)) {
        tokens << match.captured().trimmed();
    }
    return tokens;
}

class Reader
{
public:
    /// False if it makes no sense here.
    bool read(const QString &line);
    QList<ConformanceCase> cases;

private:
    bool readHead(const QString &line);
    bool readAction(const QString &line);
    bool readMeanwhile(const QString &line);
    bool readRemark(const QString &line);
    bool readExpectation(const QString &line);

    bool m_isWrong = false;
};

bool Reader::read(const QString &line)
{
    if (line.isEmpty() || line.startsWith(u'#')) {
        return true;
    }
    if (readHead(line)) {
        return true;
    }
    if (cases.isEmpty()) {
        return false;
    }
    if (readRemark(line) || readAction(line) || readMeanwhile(line)) {
        return !m_isWrong;
    }
    if (!cases.last().actions.isEmpty()) {
        return readExpectation(line);
    }
    cases.last().setUp += line + u'\n';
    return true;
}

bool Reader::readHead(const QString &line)
{
    static const QRegularExpression head(u"^([A-L]\\d\\d) (.+)$"_s);
    const QRegularExpressionMatch match = head.match(line);
    if (match.hasMatch()) {
        cases << ConformanceCase{.id = match.captured(1), .title = match.captured(2)};
    }
    return match.hasMatch();
}

bool Reader::readRemark(const QString &line)
{
    static const QRegularExpression remark(u"^(not|differs) ([^:]+): (.+)$"_s);
    const QRegularExpressionMatch match = remark.match(line);
    if (match.hasMatch()) {
        ConformanceCase &last = cases.last();
        const EngineRemark said{match.captured(2).split(u','), match.captured(3)};
        if (match.captured(1) == "differs"_L1) {
            last.surprises << said;
        } else {
            (last.actions.isEmpty() ? last.impossible : last.actions.last().impossible) << said;
        }
        m_isWrong = m_isWrong || !areEngines(said.engines);
    }
    return match.hasMatch();
}

bool Reader::readAction(const QString &line)
{
    static const QRegularExpression action(u"^(then )?(ask|race|rm|do|restart|look)(?: (.+))?$"_s);
    static const QMap<QString, Verb> verbs{{u"ask"_s, Verb::Ask}, {u"race"_s, Verb::Race},
        {u"rm"_s, Verb::Remove}, {u"do"_s, Verb::Do}, {u"restart"_s, Verb::Restart}, {u"look"_s, Verb::Look}};
    const QRegularExpressionMatch match = action.match(line);
    if (match.hasMatch()) {
        cases.last().actions << ConformanceAction{.verb = verbs[match.captured(2)],
            .text = match.captured(3),
            .goesOn = match.hasCaptured(1) && !match.captured(1).isEmpty(),
            .expectations = {},
            .impossible = {},
            .meanwhile = {}};
    }
    return match.hasMatch();
}

bool Reader::readMeanwhile(const QString &line)
{
    const QString word = u"meanwhile "_s;
    const bool isOne = !cases.last().actions.isEmpty() && cases.last().actions.last().verb == Verb::Remove
        && line.startsWith(word);
    if (isOne) {
        cases.last().actions.last().meanwhile << line.sliced(word.size());
    }
    return isOne;
}

bool Reader::readExpectation(const QString &line)
{
    static const QRegularExpression form(u"^(\\S+)(?: +([\\d|]{3,})(?= |,|$))?(.*)$"_s);
    const QRegularExpressionMatch match = form.match(line);
    const QStringList status = match.hasCaptured(2) ? QStringList(match.captured(2)) : QStringList();
    cases.last().actions.last().expectations
        << Expectation{match.captured(1).split(u','), status + tokensOf(match.captured(3))};
    return match.hasMatch() && areEngines(match.captured(1).split(u','));
}

// What a case leaves open about a kind of engine, or nothing.
QString openOn(const ConformanceCase &testCase, const EngineKind &kind)
{
    if (!EngineRemark::on(testCase.impossible, kind).isEmpty()) {
        return {};
    }
    bool isPlayed = false;
    for (const ConformanceAction &action : testCase.actions) {
        const bool isImpossible = !EngineRemark::on(action.impossible, kind).isEmpty();
        const bool isSilent = action.verb == Verb::Do || action.verb == Verb::Restart;
        if (!isSilent && isImpossible == action.expectationOf(kind).has_value()) {
            return u"%1: \"%2\" wants an expectation or a reason, one of them"_s.arg(kind.name, action.text);
        }
        isPlayed = isPlayed || (!isSilent && !isImpossible);
    }
    return isPlayed ? QString() : u"%1: nothing is tried, and no reason stands there"_s.arg(kind.name);
}

QString openIn(const QList<ConformanceCase> &cases)
{
    QStringList lines;
    for (const ConformanceCase &testCase : cases) {
        for (const EngineKind &kind : EngineKind::all()) {
            if (const QString open = openOn(testCase, kind); !open.isEmpty()) {
                lines << testCase.id + u' ' + open;
            }
        }
    }
    return lines.join(u'\n');
}

} // namespace

QString EngineRemark::on(const QList<EngineRemark> &remarks, const EngineKind &kind)
{
    const auto remark = std::ranges::find_if(
        remarks, [&](const EngineRemark &candidate) { return speaksOf(candidate.engines, kind); });
    return remark == remarks.end() ? QString() : remark->text;
}

std::optional<QStringList> ConformanceAction::expectationOf(const EngineKind &kind) const
{
    std::optional<QStringList> tokens;
    for (const Expectation &expectation : expectations) {
        if (speaksOf(expectation.engines, kind)) {
            tokens = expectation.tokens;
        }
    }
    return tokens;
}

QString ConformanceCase::linesFor(const QString &setUp, const EngineKind &kind)
{
    static const QRegularExpression special(u"^(\\S+)> (.*)$"_s);
    QStringList lines;
    for (const QString &line : setUp.split(u'\n')) {
        const QRegularExpressionMatch match = special.match(line);
        if (!match.hasMatch()) {
            lines << line;
        } else if (speaksOf(match.captured(1).split(u','), kind)) {
            lines << match.captured(2);
        }
    }
    return lines.join(u'\n');
}

tl::expected<QList<ConformanceCase>, QString> readCases(const QString &folder)
{
    Reader reader;
    const QStringList names = QDir(folder).entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::ReadOnly)) {
            return tl::unexpected(file.errorString());
        }
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (!reader.read(lines[i].trimmed())) {
                return tl::unexpected(u"%1:%2: %3"_s.arg(name).arg(i + 1).arg(lines[i]));
            }
        }
    }
    if (const QString open = openIn(reader.cases); !open.isEmpty()) {
        return tl::unexpected(open);
    }
    std::ranges::sort(reader.cases, {}, &ConformanceCase::id);
    return reader.cases;
}

} // namespace jettison

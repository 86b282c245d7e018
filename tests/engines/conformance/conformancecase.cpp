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
    bool readRemark(const QString &line);
    bool readExpectation(const QString &line);
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
    if (readRemark(line) || readAction(line)) {
        return true;
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
        QList<ConformanceCase::Remark> &remarks =
            match.captured(1) == "not"_L1 ? last.impossible : last.surprises;
        remarks << ConformanceCase::Remark{match.captured(2).split(u','), match.captured(3)};
    }
    return match.hasMatch();
}

bool Reader::readAction(const QString &line)
{
    static const QRegularExpression action(u"^(then )?(ask|race|rm|do|look)(?: (.+))?$"_s);
    static const QMap<QString, Verb> verbs{{u"ask"_s, Verb::Ask}, {u"race"_s, Verb::Race},
        {u"rm"_s, Verb::Remove}, {u"do"_s, Verb::Do}, {u"look"_s, Verb::Look}};
    const QRegularExpressionMatch match = action.match(line);
    if (match.hasMatch()) {
        cases.last().actions << ConformanceAction{.verb = verbs[match.captured(2)],
            .text = match.captured(3),
            .goesOn = match.hasCaptured(1) && !match.captured(1).isEmpty(),
            .expectations = {}};
    }
    return match.hasMatch();
}

bool Reader::readExpectation(const QString &line)
{
    static const QRegularExpression form(u"^(\\S+)(?: +([\\d|]{3,})(?= |,|$))?(.*)$"_s);
    const QRegularExpressionMatch match = form.match(line);
    const QStringList status = match.hasCaptured(2) ? QStringList(match.captured(2)) : QStringList();
    cases.last().actions.last().expectations
        << Expectation{match.captured(1).split(u','), status + tokensOf(match.captured(3))};
    return match.hasMatch();
}

} // namespace

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

QString ConformanceCase::remarkOn(const QList<Remark> &remarks, const EngineKind &kind)
{
    const auto remark = std::ranges::find_if(
        remarks, [&](const Remark &candidate) { return speaksOf(candidate.engines, kind); });
    return remark == remarks.end() ? QString() : remark->text;
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
    return reader.cases;
}

} // namespace jettison

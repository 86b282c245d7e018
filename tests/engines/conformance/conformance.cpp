// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Do engines do what is written of them, and does the program foretell it? The cases stand in cases/.

#include "engines/conformance/matrix.h"
#include "support/registry.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Skipped = 77;

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

QString versionOf(const ContainerEngine &engine)
{
    const QString format = u"{{(index .Server.Components 0).Name}} {{.Server.Version}}"_s;
    const QString version = engine.docker({u"version"_s, u"--format"_s, format}).text.trimmed();
    const QString name = engine.kind().isPodman() ? QString() : u"Docker "_s;
    return name + QString(version).remove(u"Engine "_s).section(u'+', 0, 0);
}

// False if the engine is not to be had here.
bool play(
    const EngineKind &kind, const QList<ConformanceCase> &cases, const QString &registry, Matrix &matrix)
{
    ContainerEngine engine(kind);
    if (const QString failure = engine.start(); !failure.isEmpty()) {
        print(u"SKIP   : %1: %2"_s.arg(kind.name, failure));
        matrix.addAbsent(kind, failure);
        return false;
    }
    matrix.addEngine(kind, versionOf(engine));
    QElapsedTimer timer;
    timer.start();
    CaseRunner runner(engine, registry);
    for (const ConformanceCase &testCase : cases) {
        CaseOutcome outcome = runner.run(testCase);
        // Events come late on a busy machine, and Podman may lose one: what fails twice, fails.
        if (outcome.state == CaseOutcome::State::Failed) {
            print(u"AGAIN  : %1 %2 %3: %4"_s.arg(kind.name, testCase.id, testCase.title, outcome.text));
            outcome = runner.run(testCase);
        }
        matrix.add(kind, testCase.id, outcome);
        if (outcome.state == CaseOutcome::State::Failed) {
            print(u"FAIL   : %1 %2 %3: %4"_s.arg(kind.name, testCase.id, testCase.title, outcome.text));
        }
    }
    print(u"%1: %2 cases in %3 s"_s.arg(kind.name).arg(cases.size()).arg(timer.elapsed() / 1000));
    return true;
}

int play(const QStringList &engines, QList<ConformanceCase> cases, const QString &matrixPath)
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        print(u"SKIP   : conformance: curl is not installed"_s);
        return Skipped;
    }
    Registry registry;
    if (const QString failure = registry.start(); !failure.isEmpty()) {
        print(u"SKIP   : conformance: %1"_s.arg(failure));
        return Skipped;
    }
    Matrix matrix(cases);
    bool anyPlayed = false;
    for (const EngineKind &kind : EngineKind::all()) {
        if (engines.isEmpty() || engines.contains(kind.name)) {
            anyPlayed = play(kind, cases, registry.address(), matrix) || anyPlayed;
        }
    }
    print(matrix.text());
    if (!matrixPath.isEmpty()) {
        QFile file(matrixPath);
        if (!file.open(QIODevice::WriteOnly) || file.write(matrix.markdown().toUtf8()) < 0) {
            print(file.errorString());
            return EXIT_FAILURE;
        }
    }
    return matrix.hasFailures() ? EXIT_FAILURE : anyPlayed ? EXIT_SUCCESS : Skipped;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption engines(u"engine"_s, u"Kinds to try, with commas; else all."_s, u"names"_s);
    const QCommandLineOption ids(u"case"_s, u"Cases or groups to try, with commas; else all."_s, u"ids"_s);
    const QCommandLineOption matrix(u"matrix"_s, u"Write what came of it as Markdown."_s, u"file"_s);
    parser.addOptions({engines, ids, matrix});
    parser.addHelpOption();
    parser.process(application);
    auto cases = readCases(QStringLiteral(JETTISON_CASES));
    if (!cases) {
        print(cases.error());
        return EXIT_FAILURE;
    }
    const QStringList wanted = parser.value(ids).split(u',', Qt::SkipEmptyParts);
    cases->removeIf([&](const ConformanceCase &testCase) {
        return !wanted.isEmpty()
            && std::ranges::none_of(wanted, [&](const QString &id) { return testCase.id.startsWith(id); });
    });
    return play(parser.value(engines).split(u',', Qt::SkipEmptyParts), *cases, parser.value(matrix));
}

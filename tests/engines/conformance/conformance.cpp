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
    const EngineKind &kind, const QList<ConformanceCase> &cases, const Registries &registries, Matrix &matrix)
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
    CaseRunner runner(engine, registries);
    for (const ConformanceCase &testCase : cases) {
        CaseOutcome outcome = runner.run(testCase);
        const auto line = [&](const QString &word) {
            return u"%1: %2 %3 %4: %5"_s.arg(word, kind.name, testCase.id, testCase.title, outcome.failure);
        };
        // Events come late on a busy machine, and Podman may lose one: what fails twice, fails.
        if (outcome.state == CaseOutcome::State::Failed) {
            print(line(u"AGAIN  "_s));
            matrix.addSecondTry(kind, testCase.id);
            outcome = runner.run(testCase);
        }
        matrix.add(kind, testCase.id, outcome);
        if (outcome.state == CaseOutcome::State::Failed) {
            print(line(u"FAIL   "_s));
        }
    }
    print(u"%1: %2 cases in %3 s"_s.arg(kind.name).arg(cases.size()).arg(timer.elapsed() / 1000));
    return true;
}

QList<ConformanceCase> chosen(QList<ConformanceCase> cases, const QStringList &ids)
{
    cases.removeIf([&](const ConformanceCase &testCase) {
        return !ids.isEmpty()
            && std::ranges::none_of(ids, [&](const QString &id) { return testCase.id.startsWith(id); });
    });
    return cases;
}

// Renews the file, or empty, compares the kept one. Empty, or what is wrong.
QString keep(MatrixTable table, const QString &path)
{
    const bool isRenewed = !path.isEmpty();
    QFile file(isRenewed ? path : QStringLiteral(JETTISON_CASES "/../MATRIX.md"));
    const MatrixTable kept =
        MatrixTable::of(file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
    file.close();
    if (!isRenewed) {
        const QStringList differences = table.differencesFrom(kept);
        return differences.isEmpty()
            ? QString()
            : u"STALE  : MATRIX.md: renew it with --matrix: \n    "_s + differences.join(u"\n    "_s);
    }
    table.fillUpFrom(kept);
    return file.open(QIODevice::WriteOnly) && file.write(table.markdown().toUtf8()) > 0 ? QString()
                                                                                        : file.errorString();
}

int play(const QStringList &engines, const QList<ConformanceCase> &cases, const QStringList &ids,
    const QString &matrixPath)
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty()) {
        print(u"SKIP   : conformance: curl is not installed"_s);
        return Skipped;
    }
    Registry registry;
    Registry guarded;
    guarded.guard();
    for (Registry *each : {&registry, &guarded}) {
        if (const QString failure = each->start(); !failure.isEmpty()) {
            print(u"SKIP   : conformance: %1"_s.arg(failure));
            return Skipped;
        }
    }
    const Registries registries{registry.address(), guarded.address()};
    Matrix matrix;
    bool anyPlayed = false;
    for (const EngineKind &kind : EngineKind::all()) {
        if (engines.isEmpty() || engines.contains(kind.name)) {
            anyPlayed = play(kind, chosen(cases, ids), registries, matrix) || anyPlayed;
        }
    }
    print(matrix.text());
    if (!anyPlayed) {
        return Skipped;
    }
    MatrixTable table = matrix.table();
    table.addCases(cases);
    // What failed is no reason to renew the table.
    const bool isKept = !matrix.hasFailures() || !matrixPath.isEmpty();
    const QString wrong = isKept ? keep(table, matrixPath) : QString();
    if (!wrong.isEmpty()) {
        print(wrong);
    }
    return matrix.hasFailures() || !wrong.isEmpty() ? EXIT_FAILURE : EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption engines(u"engine"_s, u"Kinds to try, with commas; else all."_s, u"names"_s);
    const QCommandLineOption ids(u"case"_s, u"Cases or groups to try, with commas; else all."_s, u"ids"_s);
    const QCommandLineOption matrix(
        u"matrix"_s, u"Renew the table in this file; else MATRIX.md has to say the same."_s, u"file"_s);
    parser.addOptions({engines, ids, matrix});
    parser.addHelpOption();
    parser.process(application);
    const auto cases = readCases(QStringLiteral(JETTISON_CASES));
    if (!cases) {
        print(cases.error());
        return EXIT_FAILURE;
    }
    return play(parser.value(engines).split(u',', Qt::SkipEmptyParts), *cases,
        parser.value(ids).split(u',', Qt::SkipEmptyParts), parser.value(matrix));
}

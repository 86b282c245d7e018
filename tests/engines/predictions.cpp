// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Are predictions exact? Random selections are removed from a random store in a real Docker, and what was
// foretold is compared with what the engine says it did, with its own account, and with what is on its disk.

#include "engines/program.h"
#include "engines/randomstore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

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

// Of the files in all layers.
qint64 bytesOnDisk(const ContainerEngine &engine)
{
    qint64 bytes = 0;
    QDirIterator layers(engine.dataFolder() + u"/overlay2"_s, QDir::Dirs | QDir::NoDotAndDotDot);
    while (layers.hasNext()) {
        QDirIterator files(
            layers.next() + u"/diff"_s, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            bytes += files.fileInfo().size();
        }
    }
    return bytes;
}

QStringList reportedLines(const QJsonObject &report)
{
    QStringList lines;
    const QJsonArray steps = report["steps"_L1].toArray();
    for (const QJsonValue &step : steps) {
        lines << step["reported"_L1].toVariant().toStringList();
    }
    return lines;
}

// What all rounds together came to.
struct Figures
{
    int rounds = 0;
    int wrongLines = 0;
    int wrongBytes = 0;
    qsizetype lines = 0;
    qint64 predicted = 0;
    qint64 byStore = 0;
    qint64 onDisk = 0;
};

// Within 1 %.
bool agree(qint64 predicted, qint64 measured)
{
    return std::abs(predicted - measured) * 100 <= predicted;
}

void playRound(const ContainerEngine &engine, const QStringList &chosen, Figures &figures)
{
    const qint64 before = bytesOnDisk(engine);
    const QStringList command = QStringList(u"rm"_s) + chosen;
    const QStringList foretold =
        runJettison(engine.endpoint(), command + QStringList(u"--dry-run"_s)).lines();
    const Output done = runJettison(engine.endpoint(), command + QStringList{u"--format"_s, u"json"_s});
    const QJsonObject report = QJsonDocument::fromJson(done.text.toUtf8()).object();
    const qint64 predicted = report["predicted"_L1]["bytes"_L1].toInteger(-1);
    const qint64 byStore = report["measured"_L1].toInteger(predicted > 0 ? -1 : 0);
    const qint64 onDisk = before - bytesOnDisk(engine);
    const bool linesAgree = reportedLines(report) == foretold;
    const bool bytesAgree = agree(predicted, byStore) && agree(predicted, onDisk);
    if (!linesAgree || !bytesAgree) {
        print(u"round %1: jettison %2"_s.arg(figures.rounds + 1).arg(command.join(u' ')));
        print(u"  foretold:\n    %1"_s.arg(foretold.join(u"\n    "_s)));
        print(u"  reported:\n    %1"_s.arg(reportedLines(report).join(u"\n    "_s)));
        print(u"  bytes: %1 foretold, %2 by the engine's account, %3 on its disk\n%4"_s.arg(predicted)
                .arg(byStore)
                .arg(onDisk)
                .arg(done.errors));
    }
    ++figures.rounds;
    figures.wrongLines += linesAgree ? 0 : 1;
    figures.wrongBytes += bytesAgree ? 0 : 1;
    figures.lines += foretold.size();
    figures.predicted += predicted;
    figures.byStore += byStore;
    figures.onDisk += onDisk;
}

void print(const Figures &figures)
{
    print(u"%1 of %2 selections: the engine reported the %3 lines that were foretold"_s
            .arg(figures.rounds - figures.wrongLines)
            .arg(figures.rounds)
            .arg(figures.lines));
    print(u"%1 of %2 selections: the bytes foretold are those measured, within 1 %"_s
            .arg(figures.rounds - figures.wrongBytes)
            .arg(figures.rounds));
    print(u"bytes: %1 foretold, %2 by the engine's account (system/df), %3 on its disk (overlay2)"_s
            .arg(figures.predicted)
            .arg(figures.byStore)
            .arg(figures.onDisk));
}

int play(int rounds, int images, quint32 seed)
{
    ContainerEngine engine;
    if (const QString failure = engine.start(); !failure.isEmpty()) {
        print(u"SKIP   : predictions: %1"_s.arg(failure));
        return Skipped;
    }
    print(u"%1 images of seed %2 in Docker %3"_s.arg(images).arg(seed).arg(
        engine.docker({u"version"_s, u"--format"_s, u"{{.Server.Version}}"_s}).text.trimmed()));
    RandomStore store(engine, images, seed);
    Figures figures;
    while (figures.rounds < rounds) {
        if (figures.rounds == 0 || store.isDrained()) {
            if (const QString failure = store.fill(); !failure.isEmpty()) {
                print(u"cannot fill the store: %1"_s.arg(failure));
                return EXIT_FAILURE;
            }
        }
        playRound(engine, store.choose(), figures);
        if (figures.rounds % 20 == 0) {
            print(u"%1 selections removed"_s.arg(figures.rounds));
        }
    }
    print(figures);
    return figures.wrongLines + figures.wrongBytes == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How many selections to remove."_s, u"number"_s, u"200"_s);
    const QCommandLineOption images(u"images"_s, u"How many images to make."_s, u"number"_s, u"300"_s);
    const QCommandLineOption seed(u"seed"_s, u"The same seed, the same rounds."_s, u"number"_s, u"1"_s);
    parser.addOptions({rounds, images, seed});
    parser.addHelpOption();
    parser.process(application);
    return play(parser.value(rounds).toInt(), parser.value(images).toInt(), parser.value(seed).toUInt());
}

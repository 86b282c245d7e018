// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Are predictions exact? Random selections are removed from a random store in a real engine, and what was
// foretold is compared with what the engine says it did, with what is left, and in Docker's classic store,
// whose layers lie in folders of their own, with the engine's account of its bytes and with those on its
// disk.

#include "engines/program.h"
#include "engines/randomstore.h"
#include "engines/storestate.h"
#include "support/registry.h"

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
constexpr std::chrono::seconds Patience{300};

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
    int wrongStates = 0;
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

struct Round
{
    QStringList foretold;
    QStringList reported;
    QStringList expectedState;
    QStringList state;
    qint64 predicted = 0;
    qint64 byStore = 0;
    qint64 onDisk = 0;
    QString errors;

    bool linesAgree() const { return reported == foretold; }
    bool statesAgree() const { return state == expectedState; }
    bool bytesAgree() const { return agree(predicted, byStore) && agree(predicted, onDisk); }
};

Round playRound(const ContainerEngine &engine, const QStringList &command)
{
    const bool isClassic = engine.kind().store == EngineKind::Store::Classic;
    Round round;
    const StoreState before = StoreState::of(engine);
    const qint64 bytesBefore = isClassic ? bytesOnDisk(engine) : 0;
    round.foretold = runJettison(engine.endpoint(), command + QStringList(u"--dry-run"_s), Patience).lines();
    const Output done =
        runJettison(engine.endpoint(), command + QStringList{u"--format"_s, u"json"_s}, Patience);
    const QJsonObject report = QJsonDocument::fromJson(done.text.toUtf8()).object();
    round.errors = done.errors;
    round.reported = reportedLines(report);
    StoreState expected = before.after(round.foretold);
    const StoreState left = StoreState::of(engine);
    if (engine.kind().isPodman()) {
        // It takes an image that others are built on with its last name, and does not say so.
        expected.images.removeIf(
            [&](const auto &image) { return image.value().isEmpty() && !left.images.contains(image.key()); });
    }
    round.expectedState = expected.text();
    round.state = left.text();
    if (isClassic) {
        round.predicted = report["predicted"_L1]["bytes"_L1].toInteger(-1);
        round.byStore = report["measured"_L1].toInteger(round.predicted > 0 ? -1 : 0);
        round.onDisk = bytesBefore - bytesOnDisk(engine);
    }
    return round;
}

QString onlyIn(const QStringList &lines, QStringList others)
{
    QStringList rest = lines;
    rest.removeIf([&](const QString &line) { return others.removeOne(line); });
    return rest.join(u"\n    "_s);
}

void print(const Round &round, int number, const QStringList &command)
{
    const QList<std::pair<QString, QString>> differences{
        {u"foretold alone"_s, onlyIn(round.foretold, round.reported)},
        {u"reported alone"_s, onlyIn(round.reported, round.foretold)},
        {u"left, and should not be"_s, onlyIn(round.state, round.expectedState)},
        {u"gone, and should not be"_s, onlyIn(round.expectedState, round.state)},
    };
    print(u"round %1: jettison %2"_s.arg(number).arg(command.join(u' ')));
    for (const auto &[what, lines] : differences) {
        if (!lines.isEmpty()) {
            print(u"  %1:\n    %2"_s.arg(what, lines));
        }
    }
    if (!round.linesAgree()) {
        print(u"  foretold in this order:\n    %1"_s.arg(round.foretold.join(u"\n    "_s)));
        print(u"  reported in this order:\n    %1"_s.arg(round.reported.join(u"\n    "_s)));
    }
    print(u"  bytes: %1 foretold, %2 by the engine's account, %3 on its disk\n%4"_s.arg(round.predicted)
            .arg(round.byStore)
            .arg(round.onDisk)
            .arg(round.errors));
}

void add(const Round &round, Figures &figures)
{
    ++figures.rounds;
    figures.wrongLines += round.linesAgree() ? 0 : 1;
    figures.wrongStates += round.statesAgree() ? 0 : 1;
    figures.wrongBytes += round.bytesAgree() ? 0 : 1;
    figures.lines += round.foretold.size();
    figures.predicted += round.predicted;
    figures.byStore += round.byStore;
    figures.onDisk += round.onDisk;
}

void print(const Figures &figures, const ContainerEngine &engine)
{
    print(u"%1: %2 of %3 selections: the engine reported the %4 lines that were foretold"_s
            .arg(engine.kind().name)
            .arg(figures.rounds - figures.wrongLines)
            .arg(figures.rounds)
            .arg(figures.lines));
    print(u"%1: %2 of %3 selections: nothing else changed"_s.arg(engine.kind().name)
            .arg(figures.rounds - figures.wrongStates)
            .arg(figures.rounds));
    if (engine.kind().store != EngineKind::Store::Classic) {
        return;
    }
    print(u"%1 of %2 selections: the bytes foretold are those measured, within 1 %"_s
            .arg(figures.rounds - figures.wrongBytes)
            .arg(figures.rounds));
    print(u"bytes: %1 foretold, %2 by the engine's account (system/df), %3 on its disk (overlay2)"_s
            .arg(figures.predicted)
            .arg(figures.byStore)
            .arg(figures.onDisk));
}

struct Options
{
    EngineKind kind;
    int rounds = 0;
    int images = 0;
    quint32 seed = 0;
};

QString playRounds(const ContainerEngine &engine, RandomStore &store, int rounds, Figures &figures)
{
    while (figures.rounds < rounds) {
        if (figures.rounds == 0 || store.isDrained()) {
            if (const QString failure = store.fill(); !failure.isEmpty()) {
                return u"cannot fill the store: "_s + failure;
            }
        }
        const QStringList command = QStringList(u"rm"_s) + store.choose();
        const Round round = playRound(engine, command);
        add(round, figures);
        if (!round.linesAgree() || !round.statesAgree() || !round.bytesAgree()) {
            print(round, figures.rounds, command);
        }
        if (figures.rounds % 20 == 0) {
            print(u"%1 selections removed"_s.arg(figures.rounds));
        }
    }
    return {};
}

int play(const Options &options)
{
    ContainerEngine engine(options.kind);
    Registry registry;
    for (const QString &failure : {engine.start(), registry.start()}) {
        if (!failure.isEmpty()) {
            print(u"SKIP   : predictions: %1"_s.arg(failure));
            return Skipped;
        }
    }
    print(u"%1 images of seed %2 in %3"_s.arg(options.images).arg(options.seed).arg(options.kind.name));
    RandomStore store(engine, registry.address(), options.images, options.seed);
    Figures figures;
    if (const QString failure = playRounds(engine, store, options.rounds, figures); !failure.isEmpty()) {
        print(failure);
        return EXIT_FAILURE;
    }
    print(figures, engine);
    const bool isExact = figures.wrongLines + figures.wrongStates + figures.wrongBytes == 0;
    return isExact ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How many selections to remove."_s, u"number"_s, u"200"_s);
    const QCommandLineOption images(u"images"_s, u"How many images to make."_s, u"number"_s, u"300"_s);
    const QCommandLineOption seed(u"seed"_s, u"The same seed, the same rounds."_s, u"number"_s, u"1"_s);
    const QCommandLineOption engine(u"engine"_s, u"Its kind."_s, u"name"_s, u"docker20"_s);
    parser.addOptions({rounds, images, seed, engine});
    parser.addHelpOption();
    parser.process(application);
    const std::optional<EngineKind> kind = EngineKind::named(parser.value(engine));
    if (!kind) {
        parser.showHelp(EXIT_FAILURE);
    }
    return play(
        {*kind, parser.value(rounds).toInt(), parser.value(images).toInt(), parser.value(seed).toUInt()});
}

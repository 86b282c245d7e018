// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Are predictions exact? Random selections are removed from a random store in a real engine, and what was
// foretold is compared with what the engine says it did, with what is left, and with the layers on its disk
// and their bytes; in Docker's classic store with its own account of them as well.

#include "engines/randomremoval.h"
#include "engines/randomstore.h"
#include "engines/removalround.h"
#include "support/registry.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

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

// What all rounds together came to.
struct Figures
{
    int rounds = 0;
    int wrongLines = 0;
    int wrongStates = 0;
    int wrongLayers = 0;
    int wrongBytes = 0;
    int abouts = 0;
    qsizetype lines = 0;
    qsizetype layers = 0;
    qint64 predicted = 0;
    qint64 byStore = 0;
    qint64 onDisk = 0;

    void add(const RemovalRound &round);
    bool isExact() const { return wrongLines + wrongStates + wrongLayers + wrongBytes == 0; }
    void show(const EngineKind &kind) const;
};

void Figures::add(const RemovalRound &round)
{
    ++rounds;
    wrongLines += round.linesAgree() ? 0 : 1;
    wrongStates += round.statesAgree() ? 0 : 1;
    wrongLayers += round.layersAgree() ? 0 : 1;
    wrongBytes += round.bytesAgree() ? 0 : 1;
    abouts += round.isAbout ? 1 : 0;
    lines += round.foretold.size();
    layers += round.foretoldLayers.size();
    predicted += round.predicted;
    byStore += round.byStore;
    onDisk += round.onDisk;
}

void Figures::show(const EngineKind &kind) const
{
    const auto right = [&](int wrong, const QString &what) {
        print(u"%1: %2 of %3 selections: %4"_s.arg(kind.name).arg(rounds - wrong).arg(rounds).arg(what));
    };
    right(wrongLines, u"the engine reported the %1 lines that were foretold"_s.arg(lines));
    right(wrongStates, u"nothing else changed"_s);
    right(wrongLayers, u"the %1 layers that were foretold left its disk, and no other"_s.arg(layers));
    const QString measured = u"the bytes foretold are those measured, within 1 %"_s;
    right(wrongBytes, abouts == 0 ? measured : measured + u", or of %1 \"about\""_s.arg(abouts));
    const QString bytes = u"bytes: %1 foretold, %2 on its disk"_s.arg(predicted).arg(onDisk);
    const bool isAccounted = kind.store == EngineKind::Store::Classic;
    print(isAccounted ? bytes + u", %1 by the engine's account (system/df)"_s.arg(byStore) : bytes);
}

struct Options
{
    EngineKind kind;
    int rounds = 0;
    int images = 0;
    quint32 seed = 0;
};

// Empty, or why there was no next round.
QString playRounds(
    const ContainerEngine &engine, const QString &registry, const Options &options, Figures &figures)
{
    QRandomGenerator random(options.seed);
    RandomStore store(engine, registry, options.images, random);
    while (figures.rounds < options.rounds) {
        if (figures.rounds == 0 || store.isDrained()) {
            if (const QString failure = store.fill(); !failure.isEmpty()) {
                return u"cannot fill the store: "_s + failure;
            }
        }
        const RemovalRound round =
            RemovalRound::play(engine, QStringList(u"rm"_s) + randomRemoval(engine, random));
        figures.add(round);
        if (!round.isExact()) {
            print(u"round %1: %2"_s.arg(figures.rounds).arg(round.differences()));
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
    const QString again = u"--engine %1 --rounds %2 --images %3 --seed %4"_s.arg(options.kind.name)
                              .arg(options.rounds)
                              .arg(options.images)
                              .arg(options.seed);
    print(again);
    QElapsedTimer clock;
    clock.start();
    Figures figures;
    const QString failure = playRounds(engine, registry.address(), options, figures);
    figures.show(options.kind);
    print(u"%1 s"_s.arg(clock.elapsed() / 1000));
    if (!failure.isEmpty() || !figures.isExact()) {
        print(u"%1\nThe same once more: predictions %2"_s.arg(failure, again).trimmed());
        return EXIT_FAILURE;
    }
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How many selections to remove."_s, u"number"_s, u"100"_s);
    const QCommandLineOption images(u"images"_s, u"How many images to make."_s, u"number"_s, u"40"_s);
    const QCommandLineOption seed(
        u"seed"_s, u"The same seed, the same rounds; else one by chance."_s, u"number"_s);
    const QCommandLineOption engine(u"engine"_s, u"Its kind."_s, u"name"_s, u"docker20"_s);
    parser.addOptions({rounds, images, seed, engine});
    parser.addHelpOption();
    parser.process(application);
    const std::optional<EngineKind> kind = EngineKind::named(parser.value(engine));
    if (!kind) {
        parser.showHelp(EXIT_FAILURE);
    }
    return play({*kind, parser.value(rounds).toInt(), parser.value(images).toInt(),
        parser.isSet(seed) ? parser.value(seed).toUInt() : QRandomGenerator::global()->generate()});
}

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Are predictions about single platforms exact? Random ones are removed from random images in a real engine,
// and what was foretold is compared with what it says it did and with what is left. Some are kept in a backup
// and brought back: then everything must be as it was.

#include "engines/conformance/engineanswer.h"
#include "engines/program.h"
#include "engines/scene.h"
#include "engines/storestate.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Skipped = 77;
constexpr int Images = 8;
// After so many rounds the store is filled anew.
constexpr int RoundsOfAStore = 10;

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

class Rounds
{
public:
    Rounds(const ContainerEngine &engine, quint32 seed)
        : m_engine(engine),
          m_random(seed)
    {
    }

    /// Empty, or why it could not.
    QString fill();
    /// Whether all was as foretold.
    bool play();
    int removed() const { return m_removed; }
    int refused() const { return m_refused; }
    int undone() const { return m_undone; }

private:
    bool chance(double probability) { return m_random.generateDouble() < probability; }
    int below(qsizetype limit) { return int(m_random.bounded(qint64(limit))); }
    QStringList architectures(int image);
    QStringList choose();
    QStringList state() const;
    static QStringList without(QStringList state, const QStringList &lines);

    const ContainerEngine &m_engine;
    QRandomGenerator m_random;
    QList<QStringList> m_architectures;
    int m_removed = 0;
    int m_refused = 0;
    int m_undone = 0;
};

// Some are in several images, others in one alone.
QStringList Rounds::architectures(int image)
{
    QStringList names{
        u"amd64"_s, u"arm64"_s, u"own%1a"_s.arg(image), u"own%1b"_s.arg(image), u"own%1c"_s.arg(image)};
    std::ranges::shuffle(names, m_random);
    names.resize(1 + below(names.size()));
    return names;
}

QString Rounds::fill()
{
    QString text;
    m_architectures.clear();
    for (int i = 0; i < Images; ++i) {
        m_architectures << architectures(i);
        text += u"index i%1: i:%1 %2%3\n"_s.arg(i).arg(
            m_architectures.last().join(u' '), chance(0.15) ? u" alike"_s : QString());
        text += chance(0.3) ? u"docker tag i:%1 also:%1\n"_s.arg(i) : QString();
        const bool runs = m_architectures.last().contains(u"amd64"_s) && chance(0.3);
        text += runs ? u"container c%1: i:%1 created\n"_s.arg(i) : QString();
    }
    const QString stayed = m_engine.reset();
    Scene scene(m_engine, {});
    return stayed.isEmpty() ? scene.setUp(text) : stayed;
}

QStringList Rounds::choose()
{
    const int image = below(Images);
    QStringList names = m_architectures[image];
    std::ranges::shuffle(names, m_random);
    names.resize(1 + below(names.size()));
    QStringList arguments{u"i:%1"_s.arg(image)};
    for (const QString &name : std::as_const(names)) {
        arguments << u"--platform"_s << u"linux/"_s + name;
    }
    return arguments + (chance(0.2) ? QStringList(u"--force"_s) : QStringList())
        + (chance(0.3) ? QStringList(u"--backup"_s) : QStringList());
}

// As the engine tells it: names, containers, and which platforms are there.
QStringList Rounds::state() const
{
    QStringList lines = StoreState::of(m_engine).text();
    const EngineAnswer answer = ask(m_engine, u"GET /v1.47/images/json?all=1&manifests=1"_s);
    const QJsonArray images = QJsonDocument::fromJson(answer.body.toUtf8()).array();
    for (const QJsonValue image : images) {
        const QJsonArray manifests = image["Manifests"_L1].toArray();
        for (const QJsonValue manifest : manifests) {
            if (manifest["Available"_L1].toBool()) {
                lines << image["Id"_L1].toString() + u" has "_s + manifest["ID"_L1].toString();
            }
        }
    }
    lines.sort();
    return lines;
}

QStringList Rounds::without(QStringList state, const QStringList &lines)
{
    state.removeIf([&](const QString &line) {
        return line.contains(" has "_L1) && lines.contains("Deleted: "_L1 + line.section(u' ', -1));
    });
    return state;
}

bool Rounds::play()
{
    const QStringList command = QStringList(u"rm"_s) + choose();
    const QStringList before = state();
    const QStringList foretold =
        runJettison(m_engine.endpoint(), command + QStringList(u"--dry-run"_s)).lines();
    const bool isUntouched = state() == before;
    const Output done = runJettison(m_engine.endpoint(), command);
    const QStringList after = state();
    m_removed += int(foretold.size());
    m_refused += foretold.isEmpty() ? 1 : 0;
    bool isExact = isUntouched && done.lines() == foretold && after == without(before, foretold);
    QString errors = done.errors;
    if (command.contains(u"--backup"_s) && !foretold.isEmpty()) {
        errors += runJettison(m_engine.endpoint(), {u"undo"_s}).errors;
        isExact = isExact && state() == before;
        ++m_undone;
    }
    if (!isExact) {
        print(u"jettison %1\n  foretold %2\n  printed %3\n  before %4\n  after %5\n%6"_s.arg(
            command.join(u' '), foretold.join(u' '), done.lines().join(u' '), before.join(u"\n    "_s),
            after.join(u"\n    "_s), errors));
    }
    return isExact;
}

int play(int rounds, quint32 seed)
{
    ContainerEngine engine(*EngineKind::named(u"docker28-containerd"_s));
    if (const QString failure = engine.start(); !failure.isEmpty()) {
        print(u"SKIP   : platformrounds: %1"_s.arg(failure));
        return Skipped;
    }
    Rounds store(engine, seed);
    int exact = 0;
    for (int i = 0; i < rounds; ++i) {
        if (i % RoundsOfAStore == 0) {
            if (const QString failure = store.fill(); !failure.isEmpty()) {
                print(u"cannot fill the store: "_s + failure);
                return EXIT_FAILURE;
            }
        }
        exact += store.play() ? 1 : 0;
    }
    print(u"%1 of %2 selections as foretold: %3 platforms removed, %4 selections refused, %5 undone"_s
            .arg(exact)
            .arg(rounds)
            .arg(store.removed())
            .arg(store.refused())
            .arg(store.undone()));
    return exact == rounds ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption rounds(u"rounds"_s, u"How many selections to remove."_s, u"number"_s, u"20"_s);
    const QCommandLineOption seed(u"seed"_s, u"The same seed, the same rounds."_s, u"number"_s, u"1"_s);
    parser.addOptions({rounds, seed});
    parser.addHelpOption();
    parser.process(application);
    return play(parser.value(rounds).toInt(), parser.value(seed).toUInt());
}

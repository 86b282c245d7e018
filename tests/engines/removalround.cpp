// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalround.h"

#include "engines/program.h"
#include "engines/storedlayers.h"
#include "engines/storestate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstdlib>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds Patience{300};
// Of a manifest and a configuration.
constexpr qint64 DescriptionSize = 2'000;

QStringList reportedLines(const QJsonObject &report)
{
    QStringList lines;
    const QJsonArray steps = report["steps"_L1].toArray();
    for (const QJsonValue step : steps) {
        lines << step["reported"_L1].toVariant().toStringList();
    }
    return lines;
}

QStringList onlyIn(const QStringList &lines, QStringList others)
{
    QStringList rest = lines;
    rest.removeIf([&](const QString &line) { return others.removeOne(line); });
    return rest;
}

QString paragraph(const QString &title, const QStringList &lines)
{
    return lines.isEmpty() ? QString() : u"  %1:\n    %2\n"_s.arg(title, lines.join(u"\n    "_s));
}

} // namespace

RemovalRound RemovalRound::play(const ContainerEngine &engine, const QStringList &command)
{
    RemovalRound round;
    round.command = command;
    const StoreState before = StoreState::of(engine);
    const StoredLayers layers = StoredLayers::of(engine);
    round.foretold = runJettison(engine.endpoint(), command + QStringList(u"--dry-run"_s), Patience).lines();
    const Output done =
        runJettison(engine.endpoint(), command + QStringList{u"--format"_s, u"json"_s}, Patience);
    const QJsonObject report = QJsonDocument::fromJson(done.text.toUtf8()).object();
    const QJsonObject predicted = report["predicted"_L1].toObject();
    round.errors = done.errors;
    round.reported = reportedLines(report);

    StoreState expected = before.after(round.foretold);
    // Of some no line tells: Podman takes one that others are built on and does not say so.
    for (const QString &id : predicted["images"_L1].toVariant().toStringList()) {
        expected.images.remove(id);
    }
    round.expectedState = expected.text();
    round.state = StoreState::of(engine).text();

    round.foretoldLayers = predicted["layers"_L1].toVariant().toStringList();
    round.foretoldLayers.sort();
    const StoredLayers gone = layers.without(StoredLayers::of(engine));
    round.goneLayers = gone.layers.keys();
    round.predicted = predicted["bytes"_L1].toInteger(-1);
    round.isAbout = predicted["estimate"_L1].toBool();
    if (engine.kind().store == EngineKind::Store::Containerd) {
        round.leeway = DescriptionSize * predicted["images"_L1].toArray().size();
    }
    round.onDisk = gone.bytes();
    const bool isAccounted =
        engine.kind().store == EngineKind::Store::Classic && !round.foretoldLayers.isEmpty();
    round.byStore = isAccounted ? report["measured"_L1].toInteger(-1) : round.predicted;
    return round;
}

bool RemovalRound::bytesAgree() const
{
    const auto agrees = [this](qint64 measured) {
        return std::abs(predicted - measured) <= predicted / 100 + leeway;
    };
    return isAbout || (agrees(byStore) && agrees(onDisk));
}

QString RemovalRound::differences() const
{
    QString text = u"jettison %1\n"_s.arg(command.join(u' '));
    text += paragraph(u"foretold alone"_s, onlyIn(foretold, reported));
    text += paragraph(u"reported alone"_s, onlyIn(reported, foretold));
    text += paragraph(u"left, and should not be"_s, onlyIn(state, expectedState));
    text += paragraph(u"gone, and should not be"_s, onlyIn(expectedState, state));
    text += paragraph(u"layers left, and should not be"_s, onlyIn(foretoldLayers, goneLayers));
    text += paragraph(u"layers gone, and should not be"_s, onlyIn(goneLayers, foretoldLayers));
    if (!linesAgree()) {
        text += paragraph(u"foretold in this order"_s, foretold);
        text += paragraph(u"reported in this order"_s, reported);
    }
    return text
        + u"  bytes: %1 foretold, %2 by the engine's account, %3 on its disk\n%4"_s.arg(predicted)
              .arg(byStore)
              .arg(onDisk)
              .arg(errors);
}

} // namespace jettison

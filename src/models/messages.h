// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/pull.h"
#include "core/removaleffect.h"
#include "core/removalreport.h"
#include "core/snapshot.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace jettison {

/// A line for the log pane or the terminal, made from values. The only place that words them.
struct Message
{
    enum class Kind { Info, Stopped, Removed, Untagged, Deleted, Warning, Error };

    Kind kind = Kind::Info;
    QString text;

    friend bool operator==(const Message &, const Message &) = default;
};

namespace messages {

/// What is wrong and what to do about it.
QString error(const Error &error);
/// Of a store that was open until now.
QString loss(const Error &error);

/// The image's first reference, or its short ID if it has none.
QString imageName(const Image &image);
/// `web (running)`
QString containerName(const Container &container);
/// Why an image stays: `app:1 stays: used by web (running)`.
QString kept(const KeptImage &kept, const Snapshot &snapshot);

/// What went otherwise than planned in a step.
QList<Message> remarks(const RemovalStep &step, const StepOutcome &outcome);
/// The engine's own lines, then the remarks.
QList<Message> outcome(const RemovalStep &step, const StepOutcome &outcome);
/// One line at the end: what was done, and what was not.
Message summary(const RemovalReport &report);
/// One line beforehand: what would be done.
QString summary(const RemovalPlan &plan);
/// What removing the chosen images would gain: `2 selected, 31 MB in size, frees 3.1 MB; 2 images keep 27.8
/// MB of it`. Empty if none is chosen.
QString selection(const RemovalPlan &plan, const RemovalEffect &effect);

/// `Docker 20.10.24`, `Archive images.tar`
QString storeName(const StoreInfo &store);
/// What a person should know of the store, such as that it is a sample, or a warning if it is unverified;
/// empty for most.
QString storeNote(const StoreInfo &store);
/// The same in a window, where there are no options.
QString storeBanner(const StoreInfo &store);
/// `14 images, 412 MB`: all but intermediate ones, and the bytes of all layers, each counted once.
QString totals(const Snapshot &snapshot);

/// `downloading`, `extracting` …
QString pullState(PullProgress::State state);

} // namespace messages

} // namespace jettison

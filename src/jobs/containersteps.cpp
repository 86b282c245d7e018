// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/containersteps.h"

#include "jobs/patience.h"

#include <QThread>

namespace jettison {

namespace {

constexpr std::chrono::milliseconds PollInterval{100};

StepOutcome done(const RemovalStep &step)
{
    return {.state = StepOutcome::State::Done, .reported = step.predicted};
}

StepOutcome failed(const Error &error)
{
    return {.state = StepOutcome::State::Failed, .error = error};
}

StepOutcome skipped(const Error &error)
{
    return {.state = StepOutcome::State::Skipped, .error = error};
}

bool isGone(const Result<Container> &container)
{
    return !container && container.error().code == ErrorCode::NotFound;
}

bool isBeingRemoved(const Container &container)
{
    return container.state == ContainerState::Removing;
}

// Docker 28 says already in the midst of it that it is dead, which is also what a removal that failed leaves.
bool mayBeBeingRemoved(const Container &container)
{
    return isBeingRemoved(container) || container.state == ContainerState::Dead;
}

bool isStopped(const Container &container)
{
    return !mustBeStopped(container.state);
}

// The container as it is when it does not look any more as if it was going, or NotFound.
Result<Container> waitWhile(
    bool (*isGoing)(const Container &), const ContainerId &id, Store &store, const RemovalControl &control)
{
    const QDeadlineTimer deadline(VanishPatience);
    Result<Container> now = store.container(id, callWith(control.abort));
    while (now && isGoing(*now) && !deadline.hasExpired() && !control.cancel.isRequested()
        && !control.abort.isRequested()) {
        QThread::msleep(PollInterval.count());
        now = store.container(id, callWith(control.abort));
    }
    return now;
}

// With `--rm`, once it is stopped. The engine then deletes its anonymous volumes as well, which a removal of
// ours would leave behind.
bool goesByItself(const RemovalStep &step, Store &store, const RemovalControl &control)
{
    if (!mustBeStopped(step.container.state)) {
        return false;
    }
    const Result<ContainerFate> fate = store.containerFate(step.container.id, callWith(control.abort));
    return fate && fate->isAutoRemoved;
}

} // namespace

StepOutcome stopContainer(
    const RemovalStep &step, std::chrono::seconds patience, Store &store, const RemovalControl &control)
{
    const ContainerId &id = step.container.id;
    const Result<Container> before = store.container(id, callWith(control.abort));
    if (!before) {
        return isGone(before) ? skipped(before.error()) : failed(before.error());
    }
    if (!mustBeStopped(before->state)) {
        return {.state = StepOutcome::State::Done};
    }
    const Result<bool> stopped =
        store.stopContainer(id, patience, callWith(control.cancel, patience + StopMargin));
    if (stopped) {
        return *stopped ? done(step) : StepOutcome{.state = StepOutcome::State::Done};
    }
    if (stopped.error().code == ErrorCode::NotFound) {
        return skipped(stopped.error());
    }
    // The engine may have gone on after we stopped listening.
    const Result<Container> after = store.container(id, callWith(control.abort));
    const bool cancelled = stopped.error().code == ErrorCode::Cancelled;
    if (isGone(after) || (after && !mustBeStopped(after->state))) {
        StepOutcome outcome = done(step);
        if (!cancelled) {
            outcome.error = stopped.error();
        }
        return outcome;
    }
    return failed(cancelled ? Error{.code = ErrorCode::StopUnwatched} : stopped.error());
}

StepOutcome removeContainer(
    const RemovalStep &step, bool stoppedByUs, Store &store, const RemovalControl &control)
{
    const ContainerId &id = step.container.id;
    const auto gone = [&](const Error &error) { return stoppedByUs ? done(step) : skipped(error); };
    const auto isGoing = goesByItself(step, store, control) ? isStopped : isBeingRemoved;
    const Result<Container> before = waitWhile(isGoing, id, store, control);
    if (!before) {
        return isGone(before) ? gone(before.error()) : failed(before.error());
    }
    if (isGoing(*before) && control.cancel.isRequested()) {
        return failed({.code = ErrorCode::Cancelled});
    }
    if (mustBeStopped(before->state)) {
        return skipped({.code = ErrorCode::ContainerRuns, .detail = before->name});
    }
    const Result<void> removed = store.removeContainer(id, callWith(control.abort, RemovalPatience));
    if (removed) {
        return done(step);
    }
    const bool isBusy = removed.error().code == ErrorCode::EngineBusy;
    const Result<Container> after =
        waitWhile(isBusy ? mayBeBeingRemoved : isBeingRemoved, id, store, control);
    if (isGone(after)) {
        // So a container with --rm answers, and one that somebody else is removing.
        const bool expected = isBusy || removed.error().code == ErrorCode::NotFound
            || removed.error().code == ErrorCode::Conflict;
        if (expected) {
            return gone(after.error());
        }
        StepOutcome outcome = done(step);
        outcome.error = removed.error();
        return outcome;
    }
    return failed(removed.error());
}

} // namespace jettison

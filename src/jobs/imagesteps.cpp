// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/imagesteps.h"

#include "core/playedstore.h"
#include "jobs/patience.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QString join(const QList<RemovalLine> &lines)
{
    QStringList texts;
    std::ranges::transform(lines, std::back_inserter(texts), lineText);
    return texts.join(", "_L1);
}

QList<RemovalLine> missing(const QList<RemovalLine> &predicted, const QList<RemovalLine> &reported)
{
    QList<RemovalLine> lines;
    std::ranges::copy_if(predicted, std::back_inserter(lines),
        [&](const RemovalLine &line) { return !reported.contains(line); });
    return lines;
}

// Which of the predicted lines are true of the store as it is now.
Result<QList<RemovalLine>> observe(
    const RemovalStep &step, const QList<RemovalLine> &predicted, Store &store, const RemovalControl &control)
{
    const Result<QList<Image>> images = store.images(callWith(control.abort));
    if (!images) {
        return tl::unexpected(images.error());
    }
    QSet<QString> present;
    for (const Image &image : *images) {
        // Some say of an image that lives on without a name that it is deleted.
        const bool counts =
            image.id != step.image || step.deletes.contains(image.id) || !image.references.isEmpty();
        if (counts) {
            present.insert(image.id.text());
        }
        if (image.id == step.image) {
            std::ranges::for_each(image.references, [&](const Reference &r) { present.insert(r.text()); });
        }
    }
    QList<RemovalLine> gone;
    std::ranges::copy_if(predicted, std::back_inserter(gone),
        [&](const RemovalLine &line) { return !present.contains(line.target); });
    return gone;
}

std::optional<Error> check(const RemovalStep &step, const Snapshot &planned,
    const QList<RemovalLine> &reported, Store &store, const RemovalControl &control)
{
    const Call call = callWith(control.abort);
    const Result<Image> now = step.kind == RemovalStep::Kind::RemoveReference
        ? store.image(step.reference, call)
        : store.image(step.image, call);
    if (!now) {
        return now.error();
    }
    if (now->id != step.image) {
        return Error{.code = ErrorCode::ReferenceMoved, .detail = now->id.text()};
    }
    QList<Reference> expected = planned.image(step.image)->references;
    expected.removeIf([&](const Reference &reference) {
        return reported.contains(RemovalLine{RemovalLine::Kind::Untagged, reference.text()});
    });
    return referenceChange(expected, *now);
}

// Who was refused wants to know because of whom: a scheduler makes containers faster than the check before a
// removal can see them.
Error reasonOf(const Error &error, const RemovalStep &step, const Snapshot &planned, Store &store,
    const RemovalControl &control)
{
    if (error.code != ErrorCode::Conflict) {
        return error;
    }
    const std::optional<Error> found = newContainer(step.image, planned, store, control);
    return found && found->code == ErrorCode::NewContainer ? *found : error;
}

Error lostName(const RemovalStep &step)
{
    return {.code = ErrorCode::ReferencesChanged, .detail = u'-' + stepTarget(step)};
}

// What came of a request whose answer was an error, or never came.
StepOutcome afterDoubt(const RemovalStep &step, const Error &error, const Snapshot &planned, Store &store,
    const RemovalControl &control)
{
    const Result<QList<RemovalLine>> observed = observe(step, step.predicted, store, control);
    if (!observed) {
        return {.state = StepOutcome::State::Failed, .error = error};
    }
    const bool isGone = observed->size() == step.predicted.size();
    const bool hasLostName =
        step.kind == RemovalStep::Kind::RemoveReference && observed->contains(untaggedLine(step.reference));
    if (error.code == ErrorCode::NotFound && (isGone || hasLostName)) {
        // Somebody else was faster, or has begun.
        return {.state = StepOutcome::State::Skipped, .error = isGone ? error : lostName(step)};
    }
    // The refusal is that of a parent, which nobody asked for.
    if (isGone && error.code == ErrorCode::Conflict && planned.store().traits.triesParents) {
        return {.state = StepOutcome::State::Done, .reported = *observed};
    }
    if (isGone) {
        return {.state = StepOutcome::State::Done, .reported = *observed, .error = error};
    }
    const bool didNothing = error.code == ErrorCode::NotFound;
    return {.state = StepOutcome::State::Failed,
        .reported = didNothing ? QList<RemovalLine>() : *observed,
        .error = error};
}

// The engine agreed, and did not name all that was predicted. It may have been silent, as Podman is about
// some images that others are built on, or somebody else was faster: what it did not name is not reported as
// done.
StepOutcome afterSilence(const RemovalStep &step, const QList<RemovalLine> &reported,
    const QList<RemovalLine> &absent, Store &store, const RemovalControl &control)
{
    const Result<QList<RemovalLine>> gone = observe(step, absent, store, control);
    if (gone && gone->size() == absent.size()) {
        return {.state = StepOutcome::State::Done,
            .reported = reported,
            .error = Error{.code = ErrorCode::UnreportedRemoval, .detail = join(absent)}};
    }
    const QList<RemovalLine> left = gone ? missing(absent, *gone) : absent;
    return {.state = StepOutcome::State::Failed,
        .reported = reported,
        .error = Error{.code = ErrorCode::IncompleteRemoval, .detail = join(left)}};
}

} // namespace

std::optional<Error> referenceChange(const QList<Reference> &expected, const Image &now)
{
    const QSet<Reference> before(expected.cbegin(), expected.cend());
    const QSet<Reference> after(now.references.cbegin(), now.references.cend());
    if (before == after) {
        return {};
    }
    QStringList changes;
    for (const Reference &reference : after - before) {
        changes << u'+' + reference.text();
    }
    for (const Reference &reference : before - after) {
        changes << u'-' + reference.text();
    }
    changes.sort();
    return Error{.code = ErrorCode::ReferencesChanged, .detail = changes.join(", "_L1)};
}

std::optional<Error> newContainer(
    const ImageId &image, const Snapshot &planned, Store &store, const RemovalControl &control)
{
    const Result<QList<Container>> containers = store.containers(callWith(control.abort));
    if (!containers) {
        return containers.error();
    }
    const auto isNew = [&](const Container &container) {
        const bool isOfImage = container.image == image || mountsImage(container, image)
            || planned.mayMount(container, planned.find(image));
        return isOfImage && std::ranges::none_of(planned.containers(), [&](const Container &known) {
            return known.id == container.id;
        });
    };
    const auto found = std::ranges::find_if(*containers, isNew);
    if (found == containers->cend()) {
        return {};
    }
    return Error{.code = ErrorCode::NewContainer, .detail = found->name};
}

StepOutcome removeNameOrImage(const RemovalStep &step, const Snapshot &planned,
    const QList<RemovalLine> &reported, Store &store, const RemovalControl &control)
{
    if (const std::optional<Error> change = check(step, planned, reported, store, control)) {
        const bool notSent = change->code == ErrorCode::ReferenceMoved
            || change->code == ErrorCode::ReferencesChanged || change->code == ErrorCode::NotFound;
        return {.state = notSent ? StepOutcome::State::Skipped : StepOutcome::State::Failed, .error = change};
    }
    const Call call = callWith(control.abort, RemovalPatience);
    const Result<QList<RemovalLine>> lines = step.kind == RemovalStep::Kind::RemoveReference
        ? store.removeReference(step.reference, call)
        : store.removeImage(step.image, call);
    if (!lines) {
        return afterDoubt(
            step, reasonOf(lines.error(), step, planned, store, control), planned, store, control);
    }
    const QList<RemovalLine> absent = missing(step.predicted, *lines);
    if (absent.isEmpty()) {
        return {.state = StepOutcome::State::Done, .reported = *lines};
    }
    return afterSilence(step, *lines, absent, store, control);
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/platformsteps.h"

#include "jobs/patience.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

QSet<QString> presentOf(const Image *image)
{
    QSet<QString> present;
    for (const ImageVariant &variant : image ? image->variants : QList<ImageVariant>()) {
        if (variant.isPresent) {
            present.insert(variant.digest);
        }
    }
    return present;
}

bool isThere(const RemovalStep &step, const QList<Image> &images)
{
    const auto image = std::ranges::find(images, step.image, &Image::id);
    return image != images.cend() && presentOf(&*image).contains(step.platform.digest);
}

// The image that got something since the plan.
std::optional<Error> newPlatform(const Snapshot &planned, const QList<Image> &images)
{
    const auto changed = std::ranges::find_if(images, [&](const Image &image) {
        const Image *before = planned.image(image.id);
        return !before || !presentOf(before).contains(presentOf(&image));
    });
    return changed == images.cend()
        ? std::nullopt
        : std::optional(Error{.code = ErrorCode::NewPlatform, .detail = changed->id.text()});
}

std::optional<Error> newContainer(
    const RemovalStep &step, const Snapshot &planned, const QList<Container> &containers)
{
    const auto user = std::ranges::find_if(containers, [&](const Container &c) {
        const bool isNew =
            std::ranges::find(planned.containers(), c.id, &Container::id) == planned.containers().cend();
        return c.image == step.image || mountsImage(c, step.image)
            || (isNew && planned.mayMount(c, planned.find(step.image)));
    });
    return user == containers.cend()
        ? std::nullopt
        : std::optional(Error{.code = ErrorCode::NewContainer, .detail = user->name});
}

StepOutcome check(
    const RemovalStep &step, const Snapshot &planned, Store &store, const RemovalControl &control)
{
    const Result<QList<Image>> images = store.images(callWith(control.abort));
    if (!images) {
        return {.state = StepOutcome::State::Failed, .error = images.error()};
    }
    if (!isThere(step, *images)) {
        return {.state = StepOutcome::State::Skipped,
            .error = Error{.code = ErrorCode::NotFound, .detail = stepTarget(step)}};
    }
    if (const std::optional<Error> change = newPlatform(planned, *images)) {
        return {.state = StepOutcome::State::Skipped, .error = change};
    }
    const Result<QList<Container>> containers = store.containers(callWith(control.abort));
    if (!containers) {
        return {.state = StepOutcome::State::Failed, .error = containers.error()};
    }
    if (const std::optional<Error> change = newContainer(step, planned, *containers)) {
        return {.state = StepOutcome::State::Skipped, .error = change};
    }
    return {};
}

StepOutcome afterDoubt(const RemovalStep &step, const QList<RemovalLine> &reported, const Error &error,
    Store &store, const RemovalControl &control)
{
    const Result<QList<Image>> images = store.images(callWith(control.abort));
    if (!images || isThere(step, *images)) {
        return {.state = StepOutcome::State::Failed, .reported = reported, .error = error};
    }
    // Somebody else was faster.
    if (error.code == ErrorCode::NotFound) {
        return {.state = StepOutcome::State::Skipped, .error = error};
    }
    return {.state = StepOutcome::State::Done,
        .reported = reported.isEmpty() ? step.predicted : reported,
        .error = error};
}

} // namespace

StepOutcome removePlatform(
    const RemovalStep &step, const Snapshot &planned, Store &store, const RemovalControl &control)
{
    const StepOutcome checked = check(step, planned, store, control);
    if (checked.error) {
        return checked;
    }
    const Result<QList<RemovalLine>> lines =
        store.removePlatform(step.image, step.platform, callWith(control.abort, RemovalPatience));
    if (!lines) {
        return afterDoubt(step, {}, lines.error(), store, control);
    }
    if (*lines == step.predicted) {
        return {.state = StepOutcome::State::Done, .reported = *lines};
    }
    return afterDoubt(
        step, *lines, {.code = ErrorCode::IncompleteRemoval, .detail = step.platform.digest}, store, control);
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/messages.h"

#include "models/formatting.h"
#include "models/platformtext.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace jettison::messages {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(jettison::Messages)
};

Message::Kind kindOf(RemovalLine::Kind kind)
{
    switch (kind) {
    case RemovalLine::Kind::Stopped:
        return Message::Kind::Stopped;
    case RemovalLine::Kind::Removed:
        return Message::Kind::Removed;
    case RemovalLine::Kind::Untagged:
        return Message::Kind::Untagged;
    case RemovalLine::Kind::Deleted:
        return Message::Kind::Deleted;
    }
    Q_UNREACHABLE();
}

QString containerList(const KeptImage &kept)
{
    QStringList names;
    for (const Container &container : kept.containers) {
        const bool isCertain = container.image == kept.image || mountsImage(container, kept.image);
        const auto mount = std::ranges::find(container.imageMounts, ImageId(), &ImageMount::image);
        names << (isCertain || mount == container.imageMounts.cend()
                ? containerName(container)
                : Messages::tr(
                      "%1, which may mount it: it mounts what was called %2 when it was made. Remove "
                      "it first")
                      .arg(containerName(container), mount->name));
    }
    return names.join(Messages::tr(", "));
}

QString childList(const QList<ImageId> &children, const Snapshot &snapshot)
{
    QStringList names;
    std::ranges::transform(children, std::back_inserter(names),
        [&](const ImageId &id) { return imageName(*snapshot.image(id)); });
    return names.join(Messages::tr(", "));
}

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(separator);
}

// The parts that are not zero: "1 container removed, 2 images deleted".
QString joinCounts(const QStringList &parts)
{
    return joined(parts, Messages::tr(", "));
}

QStringList keptCounts(const RemovalPlan &plan)
{
    const int images = plan.blockedImages();
    const int platforms = plan.blockedPlatforms();
    const int absent = plan.absentPlatforms();
    return {
        images ? Messages::tr("%n image(s) kept", nullptr, images) : QString(),
        platforms ? Messages::tr("%n platform(s) kept", nullptr, platforms) : QString(),
        absent ? Messages::tr("%n platform(s) not here", nullptr, absent) : QString(),
    };
}

// What was freed beside what was foretold. Nothing where no image was to go.
QString freedText(const RemovalReport &report)
{
    const std::optional<ByteCount> predicted = report.plan.freedBytes();
    const std::optional<ByteCount> freed = report.freedBytes();
    const bool frees = report.plan.deletedImages() > 0 || report.plan.deletedPlatforms() > 0;
    if (!predicted || !freed || !frees) {
        return {};
    }
    if (freed->bytes == predicted->bytes && !report.freedOtherwise()) {
        return Messages::tr("%1 freed, as predicted").arg(formatSize(*freed));
    }
    const QString text =
        Messages::tr("%1 freed, %2 predicted").arg(formatSize(*freed), formatSize(*predicted));
    const std::optional<qint64> byStore = report.measurement.byStore;
    return byStore && *byStore != freed->bytes
        ? Messages::tr("%1 (the store itself measured %2)").arg(text, formatSize(*byStore))
        : text;
}

// What the store does not report is told by the layer graph.
QString layersText(const RemovalReport &report)
{
    const int layers = report.deletedLayers();
    return report.plan.snapshot->store().traits.reportsLayers
        ? Messages::tr("%n layer(s) deleted", nullptr, layers)
        : Messages::tr("%n layer(s) no longer needed (computed)", nullptr, layers);
}

QString keepersText(const RemovalEffect &effect, bool hasContainers)
{
    const QString bytes = formatSize(effect.kept);
    if (effect.keepers > 0) {
        return Messages::tr("%n image(s) keep %1 of it", nullptr, effect.keepers).arg(bytes);
    }
    // In a file, another image may have the same content in a layer of its own.
    return hasContainers ? Messages::tr("containers keep %1 of it").arg(bytes)
                         : Messages::tr("%1 of it is needed elsewhere").arg(bytes);
}

} // namespace

QString imageName(const Image &image)
{
    return image.references.isEmpty() ? shortId(image.id) : image.references.first().text();
}

QString containerName(const Container &container)
{
    const QString state = stateName(container.state);
    if (container.isInfra) {
        return Messages::tr("%1 (%2; it holds the pod %3 together and goes with it: podman pod rm %3)")
            .arg(container.name, state, container.pod);
    }
    if (container.isExternal) {
        return Messages::tr("%1 (%2; a builder's working container)").arg(container.name, state);
    }
    return Messages::tr("%1 (%2)").arg(container.name, state);
}

QString kept(const KeptImage &kept, const Snapshot &snapshot)
{
    const QString name = imageName(*snapshot.image(kept.image));
    switch (kept.reason) {
    case KeptImage::Reason::InUse:
        return Messages::tr("%1 stays: used by %2").arg(name, containerList(kept));
    case KeptImage::Reason::HasChildImages:
        return Messages::tr("%1 stays: images are built on it that are not chosen: %2")
            .arg(name, childList(kept.children, snapshot));
    case KeptImage::Reason::DigestGuarded:
        return Messages::tr(
            "%1 stays: the engine does not part a tag from its digest while a container uses the image: "
            "%2. Choose the tag as well")
            .arg(name, containerList(kept));
    case KeptImage::Reason::DigestTakesTags:
        return Messages::tr("%1 stays: the engine would take the tags of the repository along with its "
                            "digest. Choose the tags as well")
            .arg(name);
    case KeptImage::Reason::ReadOnlyStore:
        return Messages::tr("%1 stays: it lies in an additional store, which the engine only reads")
            .arg(name);
    case KeptImage::Reason::NoPlatforms:
    case KeptImage::Reason::PlatformAbsent:
    case KeptImage::Reason::PlatformInUse:
    case KeptImage::Reason::LastPlatform:
    case KeptImage::Reason::PlatformShared:
    case KeptImage::Reason::PlatformUnread:
    case KeptImage::Reason::OtherPlatforms:
        return keptPlatform(kept, snapshot);
    case KeptImage::Reason::StillReferenced: {
        QStringList names;
        std::ranges::transform(kept.references, std::back_inserter(names), &Reference::text);
        return Messages::tr("Image %1 stays under the name %2")
            .arg(shortId(kept.image), names.join(Messages::tr(", ")));
    }
    }
    Q_UNREACHABLE();
}

QList<Message> remarks(const RemovalStep &step, const StepOutcome &outcome)
{
    if (!outcome.error) {
        return {};
    }
    const QString target = stepTarget(step);
    const QString reason = error(*outcome.error);
    switch (outcome.state) {
    case StepOutcome::State::Done:
        if (outcome.error->code == ErrorCode::UnreportedRemoval) {
            return {{Message::Kind::Info, Messages::tr("%1: %2").arg(target, reason)}};
        }
        return {{Message::Kind::Warning,
            Messages::tr("%1: done, although the engine answered with an error: %2").arg(target, reason)}};
    case StepOutcome::State::Skipped:
        if (outcome.isFulfilled()) {
            return {{Message::Kind::Info, Messages::tr("%1: was gone already").arg(target)}};
        }
        return {{Message::Kind::Warning, Messages::tr("%1: skipped: %2").arg(target, reason)}};
    case StepOutcome::State::Failed:
        return {{Message::Kind::Error, Messages::tr("%1: %2").arg(target, reason)}};
    case StepOutcome::State::NotStarted:
        return {};
    }
    Q_UNREACHABLE();
}

QList<Message> outcome(const RemovalStep &step, const StepOutcome &outcome)
{
    QList<Message> lines;
    for (const RemovalLine &line : outcome.reported) {
        lines << Message{kindOf(line.kind), lineText(line)};
    }
    return lines + remarks(step, outcome);
}

Message summary(const RemovalReport &report)
{
    const QList<RemovalLine> lines = report.reportedLines();
    const int stopped = countLines(lines, RemovalLine::Kind::Stopped);
    const int removed = countLines(lines, RemovalLine::Kind::Removed);
    const int untagged = countLines(lines, RemovalLine::Kind::Untagged);
    const int images = report.deletedImages();
    const int platforms = report.deletedPlatforms();
    const bool isOtherwise = report.freedOtherwise() && !report.plan.freedBytes()->isEstimate;
    const int failed = report.count(StepOutcome::State::Failed);
    const auto skipped = int(std::ranges::count_if(report.outcomes, [](const StepOutcome &outcome) {
        return outcome.state == StepOutcome::State::Skipped && !outcome.isFulfilled();
    }));
    const int notStarted = report.count(StepOutcome::State::NotStarted);
    const QString done = joinCounts({
        Messages::tr("%n image(s) deleted", nullptr, images),
        platforms ? Messages::tr("%n platform(s) deleted", nullptr, platforms) : QString(),
        Messages::tr("%n reference(s) untagged", nullptr, untagged),
        layersText(report),
        stopped ? Messages::tr("%n container(s) stopped", nullptr, stopped) : QString(),
        removed ? Messages::tr("%n container(s) removed", nullptr, removed) : QString(),
        freedText(report),
    });
    const QString undone = joinCounts({
        report.cancelled ? Messages::tr("cancelled") : QString(),
        joinCounts(keptCounts(report.plan)),
        failed ? Messages::tr("%n step(s) failed", nullptr, failed) : QString(),
        skipped ? Messages::tr("%n step(s) skipped", nullptr, skipped) : QString(),
        notStarted ? Messages::tr("%n step(s) not started", nullptr, notStarted) : QString(),
    });
    if (undone.isEmpty()) {
        return {isOtherwise ? Message::Kind::Warning : Message::Kind::Info, done};
    }
    return {Message::Kind::Warning, Messages::tr("%1; %2").arg(done, undone)};
}

QString summary(const RemovalPlan &plan)
{
    const QList<RemovalLine> lines = plan.predictedLines();
    const int stopped = countLines(lines, RemovalLine::Kind::Stopped);
    const int removed = countLines(lines, RemovalLine::Kind::Removed);
    const std::optional<ByteCount> bytes = plan.freedBytes();
    return joinCounts({
        Messages::tr("%n image(s) to delete", nullptr, plan.deletedImages()),
        plan.deletedPlatforms() > 0
            ? Messages::tr("%n platform(s) to delete", nullptr, plan.deletedPlatforms())
            : QString(),
        Messages::tr("%n reference(s) to untag", nullptr, countLines(lines, RemovalLine::Kind::Untagged)),
        stopped ? Messages::tr("%n container(s) to stop", nullptr, stopped) : QString(),
        removed ? Messages::tr("%n container(s) to remove", nullptr, removed) : QString(),
        bytes ? Messages::tr("frees %1").arg(formatSize(*bytes)) : QString(),
        joinCounts(keptCounts(plan)),
    });
}

QString selection(const RemovalPlan &plan, const RemovalEffect &effect)
{
    if (effect.images == 0) {
        return {};
    }
    if (!plan.snapshot->layers().isRead()) {
        return Messages::tr("%n selected; the layers are being read", nullptr, effect.images);
    }
    const auto used = int(std::ranges::count(plan.kept, KeptImage::Reason::InUse, &KeptImage::reason));
    const QStringList parts{
        Messages::tr("%n selected, %1 in size, frees %2", nullptr, effect.images)
            .arg(formatSize(effect.size), formatSize(effect.freed)),
        effect.kept.bytes > 0 ? keepersText(effect, !plan.snapshot->containers().isEmpty()) : QString(),
        used > 0 ? Messages::tr("%n of them stay: in use", nullptr, used) : QString(),
    };
    return joined(parts, Messages::tr("; "));
}

} // namespace jettison::messages

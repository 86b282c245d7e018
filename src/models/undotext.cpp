// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/undotext.h"

#include "core/undograde.h"
#include "models/formatting.h"
#include "models/losstext.h"

#include <QCoreApplication>

#include <algorithm>

namespace jettison::undotext {

using namespace Qt::StringLiterals;

namespace {

struct UndoText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::UndoText)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(UndoText::tr(", "));
}

// `about 2 minutes left`; nothing as long as nobody knows.
QString remainingText(const BackupProgress &progress)
{
    const std::optional<std::chrono::seconds> left = progress.remaining();
    if (!left) {
        return {};
    }
    constexpr int Minute = 60;
    const auto seconds = int(left->count());
    return seconds < 2 * Minute ? UndoText::tr("about %n second(s) left", nullptr, seconds)
                                : UndoText::tr("about %n minute(s) left", nullptr, seconds / Minute);
}

QString bytesText(const BackupProgress &progress)
{
    if (progress.expected <= 0) {
        return formatSize(progress.bytes);
    }
    // How much an engine will write nobody knows before it has.
    return progress.phase == BackupProgress::Phase::Saving
        ? UndoText::tr("%1 of about %2").arg(formatSize(progress.bytes), formatSize(progress.expected))
        : UndoText::tr("%1 of %2").arg(formatSize(progress.bytes), formatSize(progress.expected));
}

QString names(const QList<Reference> &references)
{
    QStringList texts;
    std::ranges::transform(references, std::back_inserter(texts), &Reference::text);
    return texts.join(UndoText::tr(", "));
}

int unsureImages(const Backup &backup)
{
    return int(std::ranges::count_if(
        backup.pullable, [&](const Image &image) { return mayBePulled(image, backup.store); }));
}

QString certainContents(const Backup &backup)
{
    qsizetype taken = 0;
    for (const Image &image : backup.untagged) {
        taken += image.references.size();
    }
    const auto images = int(backup.images.size());
    const int pullable = int(backup.pullable.size()) - unsureImages(backup);
    const int platforms = backup.platformCount();
    const auto containers = int(backup.containers.size());
    return joined({
        images ? UndoText::tr("%n image(s)", nullptr, images) : QString(),
        platforms ? UndoText::tr("%n platform(s)", nullptr, platforms) : QString(),
        pullable ? UndoText::tr("%n image(s) from a registry", nullptr, pullable) : QString(),
        taken ? UndoText::tr("%n name(s)", nullptr, int(taken)) : QString(),
        containers ? UndoText::tr("%n container(s)", nullptr, containers) : QString(),
    });
}

} // namespace

QString progress(const BackupProgress &progress)
{
    const QString state = joined({bytesText(progress), remainingText(progress)});
    switch (progress.phase) {
    case BackupProgress::Phase::Saving:
        return progress.bytes > 0 ? UndoText::tr("Saving: %1").arg(state)
                                  : UndoText::tr("The engine prepares the archive…");
    case BackupProgress::Phase::Verifying:
        return UndoText::tr("Verifying: %1").arg(state);
    case BackupProgress::Phase::Loading:
        return UndoText::tr("Loading: %1").arg(state);
    case BackupProgress::Phase::Copying:
        return UndoText::tr("Copying: %1").arg(state);
    case BackupProgress::Phase::Pulling:
        return UndoText::tr("Pulling: %1").arg(state);
    case BackupProgress::Phase::Rewriting:
        return UndoText::tr("Rewriting the archive: %1").arg(state);
    }
    Q_UNREACHABLE();
}

QString contents(const Backup &backup)
{
    const int unsure = unsureImages(backup);
    return joined({certainContents(backup),
        unsure ? UndoText::tr("%n image(s) if a registry has a copy", nullptr, unsure) : QString()});
}
QString pulls(const Backup &backup)
{
    const auto images = int(backup.pullable.size());
    return images ? UndoText::tr("%n image(s) will be pulled again from a registry", nullptr, images)
                  : QString();
}

QStringList details(const Backup &backup)
{
    QStringList lines;
    if (const QString pulled = pulls(backup); !pulled.isEmpty()) {
        lines << pulled;
    }
    for (const Image &image : backup.deleted()) {
        const QString name = image.references.isEmpty() ? UndoText::tr("no name") : names(image.references);
        lines << UndoText::tr("Image %1: %2").arg(shortId(image.id), name);
    }
    for (const Image &image : backup.platforms) {
        QStringList platforms;
        std::ranges::transform(image.variants, std::back_inserter(platforms), &ImageVariant::name);
        lines << UndoText::tr("Platforms of image %1, which stayed: %2")
                     .arg(messages::imageName(image), platforms.join(UndoText::tr(", ")));
    }
    for (const Image &image : backup.untagged) {
        lines << UndoText::tr("Names of image %1, which stayed: %2")
                     .arg(shortId(image.id), names(image.references));
    }
    for (const Backup::KeptContainer &kept : backup.containers) {
        lines << UndoText::tr("Container %1, its configuration").arg(messages::containerName(kept.container));
    }
    return lines;
}

QStringList losses(const Backup &backup)
{
    QStringList lines;
    for (const Backup::KeptContainer &kept : backup.containers) {
        lines << UndoText::tr("What container %1 wrote").arg(kept.container.name);
    }
    const QList<Reference> digests = backup.digests();
    if (!digests.isEmpty()) {
        lines << UndoText::tr("Digests that only a registry can give again: %1").arg(names(digests));
    }
    for (const RemovalLine &line : backup.goneForGood()) {
        lines << (line.kind == RemovalLine::Kind::Removed
                ? UndoText::tr("Container %1").arg(line.target)
                : UndoText::tr("%1, of which no backup was made").arg(line.target));
    }
    return lines;
}

QString grade(const UndoGrade &grade)
{
    switch (grade.way) {
    case UndoGrade::Way::ReTag:
        return {};
    case UndoGrade::Way::FromBackup:
        return grade.isOnlyCopy ? UndoText::tr("only copy, kept in the backup")
                                : UndoText::tr("kept in the backup");
    case UndoGrade::Way::PullAgain:
        return UndoText::tr("can be pulled again");
    case UndoGrade::Way::MayBePulled:
        return UndoText::tr("can be pulled again if a registry has it: this engine does not tell");
    case UndoGrade::Way::Unsaved:
        return UndoText::tr("gone for good: no backup keeps a manifest list, only the images that it names");
    case UndoGrade::Way::Never:
        return grade.isOnlyCopy ? UndoText::tr("only copy: gone for good without a backup")
                                : UndoText::tr("gone for good without a backup");
    }
    Q_UNREACHABLE();
}

QString platformGrade(const RemovalPlan &plan)
{
    return plan.options.backup
        ? UndoText::tr("kept in the backup")
        : UndoText::tr("without a backup only a pull for this platform brings it back");
}

QStringList losses(const RemovalPlan &plan)
{
    QStringList lines;
    QStringList external;
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemoveContainer && step.container.isExternal) {
            external << step.container.name;
        }
    }
    for (const Deletion &deletion : plan.deletions) {
        const Image &image = plan.snapshot->images()[deletion.image];
        if (image.isList) {
            lines << UndoText::tr("%1: no backup keeps a manifest list, only the images that it names")
                         .arg(messages::imageName(image));
        }
    }
    const QList<RemovalLine> predicted = plan.predictedLines();
    for (const RemovalLine &line : predicted) {
        if (line.kind == RemovalLine::Kind::Removed) {
            lines << (plan.options.backup && !external.contains(line.target)
                    ? UndoText::tr("container %1: what it wrote; its configuration is kept").arg(line.target)
                    : UndoText::tr("container %1").arg(line.target));
        } else if (line.kind == RemovalLine::Kind::Untagged && Reference(line.target).isDigest()) {
            lines << UndoText::tr("%1: only its registry can give this digest again").arg(line.target);
        }
    }
    return lines;
}

QList<Message> kept(const RemovalReport &report)
{
    QList<Message> messages;
    if (report.backupError) {
        const QString reason = messages::error(*report.backupError);
        messages << (report.plan.options.backup
                ? Message{Message::Kind::Error,
                      UndoText::tr("No backup could be made, so nothing was removed: %1").arg(reason)}
                : Message{
                      Message::Kind::Warning, UndoText::tr("This removal cannot be undone: %1").arg(reason)});
    } else if (report.backup && report.backup->hasArchive()) {
        messages << Message{Message::Kind::Info,
            UndoText::tr("Backup %1 was made: %2, %3. Undo brings them back")
                .arg(report.backup->id, contents(*report.backup), formatSize(report.backup->size))};
    } else if (report.backup) {
        const QString certain = certainContents(*report.backup);
        if (!certain.isEmpty()) {
            messages << Message{Message::Kind::Info, UndoText::tr("Undo gives back %1").arg(certain)};
        }
        if (const int unsure = unsureImages(*report.backup)) {
            messages << Message{Message::Kind::Info,
                UndoText::tr(
                    "Without a backup, %n image(s) can come back only from a registry that has a copy",
                    nullptr, unsure)};
        }
    }
    if (const QString gone = goneText(report); !gone.isEmpty()) {
        messages << Message{Message::Kind::Warning, gone};
    }
    for (const Backup &old : report.discarded) {
        messages << Message{Message::Kind::Warning,
            UndoText::tr("The backup %1 (%2, %3) was deleted, as the limits for backups say")
                .arg(old.id, contents(old), formatSize(old.size))};
    }
    return messages;
}

} // namespace jettison::undotext

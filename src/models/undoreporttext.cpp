// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/undoreporttext.h"

#include "core/undograde.h"
#include "models/formatting.h"

#include <QCoreApplication>

#include <algorithm>

namespace jettison::undotext {

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

QString names(const QList<Reference> &references)
{
    QStringList texts;
    std::ranges::transform(references, std::back_inserter(texts), &Reference::text);
    return joined(texts);
}

// `0c71c99fc27f (app:1, app:2)`
QString imageText(const Image &image)
{
    return image.references.isEmpty()
        ? shortId(image.id)
        : UndoText::tr("%1 (%2)").arg(shortId(image.id), names(image.references));
}

// Of images that came back; those that were never gone still have theirs.
QList<Reference> lostDigests(const UndoReport &report)
{
    QList<Reference> digests;
    for (const Image &image : report.backup.images) {
        if (report.restored.contains(image.id)) {
            std::ranges::copy_if(image.references, std::back_inserter(digests), &Reference::isDigest);
        }
    }
    return digests;
}

QString containersLeft(const UndoReport &report)
{
    QStringList texts;
    for (const Backup::KeptContainer &kept : report.backup.containers) {
        texts << kept.container.name;
    }
    return report.recreated.isEmpty() && report.notRecreated.isEmpty() ? texts.join(UndoText::tr(", "))
                                                                       : QString();
}

QString foretold(const UndoReport &report)
{
    const auto images = int(report.restored.size());
    const auto platforms = int(report.restoredPlatforms.size());
    const auto tagged = int(report.tagged.size());
    const auto containers = int(report.recreated.size());
    const QString all = joined({
        images ? UndoText::tr("%n image(s)", nullptr, images) : QString(),
        platforms ? UndoText::tr("%n platform(s)", nullptr, platforms) : QString(),
        tagged ? UndoText::tr("%n name(s)", nullptr, tagged) : QString(),
        containers ? UndoText::tr("%n container(s)", nullptr, containers) : QString(),
    });
    return all.isEmpty() ? UndoText::tr("nothing") : all;
}

// What did not come back, and why.
QStringList failures(const UndoReport &report)
{
    QStringList lines;
    for (const ImageId &id : report.missing) {
        lines << UndoText::tr("Image %1 did not come back").arg(shortId(id));
    }
    for (const UndoReport::Platform &platform : report.missingPlatforms) {
        lines << UndoText::tr("%1 of image %2 did not come back")
                     .arg(platform.variant.name, shortId(platform.image));
    }
    for (const UndoReport::TakenName &name : report.taken) {
        lines << UndoText::tr("%1 was left alone: image %2 has this name now")
                     .arg(name.reference.text(), shortId(name.holder));
    }
    for (const UndoReport::LostName &name : report.lost) {
        lines << UndoText::tr("%1 cannot be given back: image %2 is gone, and nothing of it was kept")
                     .arg(name.reference.text(), shortId(name.image));
    }
    for (const UndoReport::FailedName &name : report.untagged) {
        lines << UndoText::tr("%1 was not given back: %2")
                     .arg(name.reference.text(), messages::error(name.error));
    }
    for (const UndoReport::FailedContainer &container : report.notRecreated) {
        lines << (container.error.code == ErrorCode::TargetExists
                ? UndoText::tr("Container %1 cannot be re-created: there is one of this name")
                      .arg(container.name)
                : UndoText::tr("Container %1 was not re-created: %2")
                      .arg(container.name, messages::error(container.error)));
    }
    return lines;
}

} // namespace

QList<Message> remarks(const UndoReport &report)
{
    QList<Message> messages;
    const auto warn = [&](const QString &text) { messages << Message{Message::Kind::Warning, text}; };
    if (report.error) {
        messages << Message{Message::Kind::Error, messages::error(*report.error)};
    }
    const QStringList failed = failures(report);
    std::ranges::for_each(failed, warn);
    if (const QList<Reference> digests = lostDigests(report); !digests.isEmpty()) {
        messages << Message{Message::Kind::Info,
            UndoText::tr("Only a registry can give these digests again: %1").arg(names(digests))};
    }
    if (const QString left = containersLeft(report); !left.isEmpty()) {
        messages << Message{Message::Kind::Info,
            UndoText::tr("These containers were not re-created, but can be from the backup: %1").arg(left)};
    }
    // A name that another image has is asked back no more; that goes without saying.
    const bool isLost = !report.missing.isEmpty() || !report.lost.isEmpty() || !report.untagged.isEmpty();
    if (report.isSettled && isLost && !report.isDryRun) {
        warn(UndoText::tr(
            "The rest of it cannot come back; the next undo goes on with the removal before it"));
    }
    return messages;
}

QStringList forecast(const UndoReport &report)
{
    QStringList lines;
    for (const Image &image : report.backup.deleted()) {
        if (report.present.contains(image.id)) {
            lines << UndoText::tr("Image %1 is there already").arg(imageText(image));
        } else if (report.backup.hasArchive() && report.restored.contains(image.id)) {
            lines << UndoText::tr("Image %1 comes back from the backup").arg(imageText(image));
        } else if (report.restored.contains(image.id)) {
            lines << (mayBePulled(image, report.backup.store)
                    ? UndoText::tr("Image %1 is pulled again if a registry has it: this engine does not tell")
                    : UndoText::tr("Image %1 is pulled again by its digest"))
                         .arg(imageText(image));
        }
    }
    for (const UndoReport::Platform &platform : report.restoredPlatforms) {
        lines << UndoText::tr("%1 of image %2 comes back from the backup")
                     .arg(platform.variant.name, shortId(platform.image));
    }
    for (const UndoReport::Platform &platform : report.presentPlatforms) {
        lines << UndoText::tr("%1 of image %2 is there already")
                     .arg(platform.variant.name, shortId(platform.image));
    }
    for (const Image &image : report.backup.untagged) {
        if (report.named.contains(image.id)) {
            lines << UndoText::tr("Image %1 is there: only names are given back").arg(imageText(image));
        }
    }
    return lines;
}

Message summary(const UndoReport &report)
{
    const auto present = int(report.present.size());
    const auto recreated = int(report.recreated.size());
    const auto missing = int(report.missing.size());
    const auto platforms = int(report.restoredPlatforms.size());
    const auto presentPlatforms = int(report.presentPlatforms.size());
    const auto missingPlatforms = int(report.missingPlatforms.size());
    const auto kind = report.isComplete() ? Message::Kind::Info : Message::Kind::Warning;
    if (report.isDryRun) {
        return {kind, UndoText::tr("Undo brings back: %1. Nothing was changed").arg(foretold(report))};
    }
    const QString done = joined({
        UndoText::tr("%n image(s) brought back", nullptr, int(report.restored.size())),
        platforms ? UndoText::tr("%n platform(s) brought back", nullptr, platforms) : QString(),
        UndoText::tr("%n name(s) given back", nullptr, int(report.tagged.size())),
        recreated ? UndoText::tr("%n container(s) re-created", nullptr, recreated) : QString(),
        present ? UndoText::tr("%n image(s) were there already", nullptr, present) : QString(),
        presentPlatforms ? UndoText::tr("%n platform(s) were there already", nullptr, presentPlatforms)
                         : QString(),
        missing ? UndoText::tr("%n image(s) still missing", nullptr, missing) : QString(),
        missingPlatforms ? UndoText::tr("%n platform(s) still missing", nullptr, missingPlatforms)
                         : QString(),
    });
    return {kind, done};
}

Message handled(const BackupTask &task, const std::optional<Error> &error)
{
    if (error) {
        return {Message::Kind::Error, UndoText::tr("Backup %1: %2").arg(task.id, messages::error(*error))};
    }
    switch (task.kind) {
    case BackupTask::Kind::Export:
        return {Message::Kind::Info, UndoText::tr("Backup %1 was exported to %2").arg(task.id, task.path)};
    case BackupTask::Kind::Verify:
        return {Message::Kind::Info, UndoText::tr("Backup %1 is whole").arg(task.id)};
    case BackupTask::Kind::Delete:
        return {Message::Kind::Info, UndoText::tr("Backup %1 was deleted").arg(task.id)};
    }
    Q_UNREACHABLE();
}

} // namespace jettison::undotext

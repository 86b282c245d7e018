// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/keptnames.h"

#include "jobs/backupfolder.h"

namespace jettison {

QList<Reference> keptNames(const Backup &backup, const ArchivedImage &archived)
{
    QList<Reference> names;
    for (const Image &image : backup.images) {
        const bool isThis = image.id == archived.id || archived.aliases.contains(image.id);
        for (const Reference &reference : isThis ? image.references : QList<Reference>()) {
            if (!reference.isDigest()) {
                names << reference;
            }
        }
    }
    return names;
}

void addKeptNames(OpenedArchive &archive, const std::function<bool(const Reference &)> &isTaken)
{
    const Result<Backup> backup = BackupFolder::ofArchive(archive.path);
    if (!backup) {
        return;
    }
    for (ArchivedImage &image : archive.images) {
        for (const Reference &name : keptNames(*backup, image)) {
            if (!image.references.contains(name) && !isTaken(name)) {
                image.references << name;
            }
        }
    }
}

} // namespace jettison

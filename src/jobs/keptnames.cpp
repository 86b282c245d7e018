// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/keptnames.h"

#include "jobs/backupfolder.h"

#include <algorithm>

namespace jettison {

void addKeptNames(OpenedArchive &archive)
{
    const Result<Backup> backup = BackupFolder::ofArchive(archive.path);
    for (const Image &image : backup ? backup->images : QList<Image>()) {
        const auto archived = std::ranges::find_if(archive.images, [&](const ArchivedImage &candidate) {
            return candidate.id == image.id || candidate.aliases.contains(image.id);
        });
        for (const Reference &reference : image.references) {
            if (archived != archive.images.end() && !reference.isDigest()
                && !archived->references.contains(reference)) {
                archived->references << reference;
            }
        }
    }
}

} // namespace jettison

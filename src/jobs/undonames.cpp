// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/undonames.h"

#include "jobs/patience.h"

#include <algorithm>

namespace jettison {

UndoNames::UndoNames(Store &store, const BackupFolder &folder, const UndoOptions &options,
    const CancelToken &cancel, UndoReport &report)
    : m_store(store),
      m_folder(folder),
      m_options(options),
      m_cancel(cancel),
      m_report(report)
{
}

// Which digest a repository has for an image only a registry can say.
void UndoNames::giveBack(const Image &image)
{
    m_report.named << image.id;
    for (const Reference &reference : image.references) {
        if (!reference.isDigest() && !m_cancel.isRequested()) {
            giveNameBack(image.id, reference);
        }
    }
}

void UndoNames::giveUp(const Image &image)
{
    for (const Reference &reference : image.references) {
        if (isKeptElsewhere(image.id)) {
            m_report.untagged << UndoReport::FailedName{
                .reference = reference, .error = {.code = ErrorCode::NotFound, .detail = image.id.text()}};
        } else {
            m_report.lost << UndoReport::LostName{.reference = reference, .image = image.id};
        }
    }
}

// In the backup of a later removal, whose undo brings it back.
bool UndoNames::isKeptElsewhere(const ImageId &image)
{
    if (!m_backups) {
        m_backups = m_folder.list();
    }
    return std::ranges::any_of(*m_backups, [&](const Backup &backup) {
        const QList<Image> images = backup.deleted();
        return backup.time > m_report.backup.time && !backup.undone.isValid()
            && std::ranges::find(images, image, &Image::id) != images.cend();
    });
}

// A name that another image has now is that image's: taking it away would be a removal.
void UndoNames::giveNameBack(const ImageId &image, const Reference &reference)
{
    const Result<Image> holder = m_store.image(reference, callWith(m_cancel));
    if (holder) {
        if (holder->id != image) {
            m_report.taken << UndoReport::TakenName{.reference = reference, .holder = holder->id};
        }
        return;
    }
    Result<void> tagged;
    if (holder.error().code != ErrorCode::NotFound) {
        tagged = tl::unexpected(holder.error());
    } else if (!m_options.dryRun) {
        tagged = m_store.tag(image, reference, callWith(m_cancel));
    }
    if (tagged) {
        m_report.tagged << reference;
    } else {
        m_report.untagged << UndoReport::FailedName{.reference = reference, .error = tagged.error()};
    }
}

} // namespace jettison

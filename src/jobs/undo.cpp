// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/undo.h"

#include "jobs/backupids.h"
#include "jobs/backuploading.h"
#include "jobs/patience.h"
#include "jobs/platformbackup.h"
#include "jobs/repull.h"
#include "jobs/undonames.h"

#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace jettison {

namespace {

class UndoRun
{
public:
    UndoRun(const Backup &backup, Store &store, const BackupFolder &folder, const UndoOptions &options,
        const CancelToken &cancel, const BackupListener &progress)
        : m_store(store),
          m_folder(folder),
          m_options(options),
          m_cancel(cancel),
          m_teller(progress),
          m_report{.backup = backup, .isDryRun = options.dryRun},
          m_names(store, folder, options, cancel, m_report)
    {
    }

    UndoReport run();

private:
    Result<void> readImages();
    Result<void> bringImagesBack();
    Result<void> loadArchive();
    void foretellPlatformNames();
    void settlePlatforms(const QSet<ImageId> &before);
    void pullImages();
    Result<void> verify(const QString &archive);
    void giveNamesBack(const Image &image);
    void commit();
    void recreateContainers();
    Result<void> recreate(const Backup::KeptContainer &kept);
    bool isSettled() const;

    Store &m_store;
    const BackupFolder &m_folder;
    UndoOptions m_options;
    CancelToken m_cancel;
    BackupTeller m_teller;
    UndoReport m_report;
    UndoNames m_names;
    /// The images that are there, once that is known.
    std::optional<QSet<ImageId>> m_there;
    QList<Image> m_images;
    StoreTraits m_traits;
    /// Bytes, not packed.
    qint64 m_archiveSize = 0;
};

UndoReport UndoRun::run()
{
    if (const Result<void> back = bringImagesBack(); !back) {
        m_report.error = back.error();
        // Images that are there are given their names in any case, unless nobody wants it any more.
        if (!m_there || m_cancel.isRequested()) {
            return m_report;
        }
    }
    for (const Image &image : m_report.backup.deleted() + m_report.backup.untagged) {
        giveNamesBack(image);
    }
    commit();
    if (m_options.containers) {
        recreateContainers();
    }
    if (m_cancel.isRequested()) {
        m_report.error = Error{.code = ErrorCode::Cancelled};
    }
    m_report.isSettled = isSettled();
    if (m_report.isSettled && !m_options.dryRun) {
        m_report.backup.undone = QDateTime::currentDateTimeUtc();
        if (const Result<void> saved = m_folder.save(m_report.backup); !saved) {
            m_report.error = saved.error();
        }
    }
    return m_report;
}

// A name that another image has now is no reason to try again for ever, nor is what nobody has any more.
bool UndoRun::isSettled() const
{
    const bool isFinal = std::ranges::all_of(m_report.untagged,
        [](const UndoReport::FailedName &name) { return name.error.code == ErrorCode::OtherImage; });
    const bool isBack = m_report.missing.isEmpty() && m_report.missingPlatforms.isEmpty();
    return !m_report.error && isFinal && (isBack || !m_report.backup.hasArchive());
}

Result<void> UndoRun::readImages()
{
    m_there.reset();
    const Result<StoreInfo> info = m_store.open(callWith(m_cancel));
    if (!info) {
        return tl::unexpected(info.error());
    }
    m_traits = info->traits;
    return m_store.images(callWith(m_cancel)).map([this](const QList<Image> &images) {
        m_there.emplace();
        m_images = images;
        for (const Image &image : images) {
            m_there->insert(image.id);
        }
    });
}

// Of a record there is nothing to load, but there may be something to pull.
Result<void> UndoRun::bringImagesBack()
{
    const Result<void> read = readImages();
    if (!read) {
        return tl::unexpected(read.error());
    }
    const QList<Image> images = m_report.backup.deleted();
    for (const Image &image : images) {
        (m_there->contains(image.id) ? m_report.present : m_report.missing) << image.id;
    }
    notePlatforms(m_images, m_report);
    if (m_report.backup.hasArchive()) {
        m_teller.begin(BackupProgress::Phase::Verifying, 0);
    }
    const Result<void> known = checkIds(m_report.backup, m_traits, m_images, m_folder, m_cancel,
        [this](qint64 bytes, qint64 all) { m_teller.tell(bytes, all); });
    if (!known) {
        // Nothing of it can be there, so no name has anywhere to go.
        m_there.reset();
        return checkPlatforms(m_report.backup, m_traits).and_then([&] { return known; });
    }
    if (m_report.missing.isEmpty() && m_report.missingPlatforms.isEmpty()) {
        return {};
    }
    if (m_report.backup.hasArchive()) {
        return checkPlatforms(m_report.backup, m_traits).and_then([this] { return loadArchive(); });
    }
    pullImages();
    return {};
}

Result<void> UndoRun::loadArchive()
{
    const QString archive = m_folder.archivePath(m_report.backup.id);
    const Result<void> verified = verify(archive);
    if (verified && m_options.dryRun) {
        m_report.restored = std::exchange(m_report.missing, {});
        m_report.restoredPlatforms = std::exchange(m_report.missingPlatforms, {});
        foretellPlatformNames();
        return {};
    }
    const QSet<ImageId> before = *m_there;
    const Result<void> loaded =
        verified.and_then([&] { return loadUnpacked(archive, m_archiveSize, m_store, m_teller, m_cancel); });
    // Whatever was said, what counts is what is there.
    if (const Result<void> after = readImages(); !after) {
        return tl::unexpected(loaded ? after.error() : loaded.error());
    }
    const QList<ImageId> wanted = std::exchange(m_report.missing, {});
    for (const ImageId &id : wanted) {
        (m_there->contains(id) ? m_report.restored : m_report.missing) << id;
    }
    settlePlatforms(before);
    return loaded;
}

// As settlePlatforms() does it.
void UndoRun::foretellPlatformNames()
{
    for (const Image &lost : std::as_const(m_report.backup.platforms)) {
        if (!m_there->contains(lost.id)) {
            m_there->insert(lost.id);
            giveNamesBack(lost);
        }
    }
}

void UndoRun::settlePlatforms(const QSet<ImageId> &before)
{
    notePlatforms(m_images, m_report);
    for (const Image &lost : std::as_const(m_report.backup.platforms)) {
        const auto image = std::ranges::find(m_images, lost.id, &Image::id);
        if (image == m_images.cend()) {
            continue;
        }
        // Of an image that had gone since, these platforms are all there is.
        before.contains(lost.id) ? dropHiddenName(*image, m_store, m_cancel) : giveNamesBack(lost);
    }
}

// One that a registry does not give again keeps no other from coming back.
void UndoRun::pullImages()
{
    Repull repull(m_store, m_traits, m_teller, m_cancel, m_options);
    for (const Image &image : m_report.backup.pullable) {
        if (m_report.missing.contains(image.id) && repull.pull(image, m_report)) {
            m_report.missing.removeOne(image.id);
            m_report.restored << image.id;
        }
    }
}

Result<void> UndoRun::verify(const QString &archive)
{
    m_teller.begin(BackupProgress::Phase::Verifying, 0);
    return verifyBackup(m_report.backup, archive, m_cancel, [this](qint64 bytes) {
        m_archiveSize = bytes;
        m_teller.tell(bytes);
    });
}

void UndoRun::giveNamesBack(const Image &image)
{
    if (m_report.missing.contains(image.id)) {
        return;
    }
    if (m_there->contains(image.id) || m_report.restored.contains(image.id)) {
        m_names.giveBack(image);
    } else {
        m_names.giveUp(image);
    }
}

// Where names are written in one piece, none of them is given back before.
void UndoRun::commit()
{
    if (!m_traits.isTransactional || m_report.tagged.isEmpty() || m_options.dryRun
        || m_cancel.isRequested()) {
        return;
    }
    const Result<void> written = m_store.commit(
        [](qint64, qint64) { }, {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_cancel});
    if (!written) {
        m_report.tagged.clear();
        m_report.error = written.error();
    }
}

void UndoRun::recreateContainers()
{
    for (const Backup::KeptContainer &kept : m_report.backup.containers) {
        if (m_cancel.isRequested()) {
            return;
        }
        const Result<void> created = recreate(kept);
        if (created) {
            m_report.recreated << kept.container.name;
        } else {
            m_report.notRecreated << UndoReport::FailedContainer{
                .name = kept.container.name, .error = created.error()};
        }
    }
}

Result<void> UndoRun::recreate(const Backup::KeptContainer &kept)
{
    if (!m_options.dryRun) {
        return m_store.createContainer(kept.container.name, kept.details, callWith(m_cancel))
            .map([](const ContainerId & /*id*/) { });
    }
    return m_store.containers(callWith(m_cancel)).and_then([&](const QList<Container> &containers) {
        return std::ranges::find(containers, kept.container.name, &Container::name) == containers.cend()
            ? Result<void>()
            : fail(ErrorCode::TargetExists, kept.container.name);
    });
}

} // namespace

UndoReport undo(const Backup &backup, Store &store, const BackupFolder &folder, const UndoOptions &options,
    const CancelToken &cancel, const BackupListener &progress)
{
    return UndoRun(backup, store, folder, options, cancel, progress).run();
}

} // namespace jettison

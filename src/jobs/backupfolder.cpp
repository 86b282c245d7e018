// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupfolder.h"

#include "jobs/backupjson.h"
#include "jobs/imagesaver.h"
#include "stores/archive/durable.h"

#include <QDir>
#include <QFile>
#include <QLockFile>

#include <algorithm>
#include <functional>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString InfoName = u"backup.json"_s;
const QString ArchiveName = u"images.tar.zst"_s;
const QString DraftSuffix = u".draft"_s;
const QString LockSuffix = u".lock"_s;
constexpr qsizetype MaxRecords = 100;

qint64 sizeOf(const QString &folder)
{
    qint64 size = 0;
    const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files | QDir::Hidden);
    for (const QFileInfo &file : files) {
        size += file.size();
    }
    return size;
}

Result<Backup> read(const QString &folder)
{
    QFile file(folder + u'/' + InfoName);
    if (!file.exists()) {
        return fail(ErrorCode::NoBackup, QFileInfo(folder).fileName());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::FileFailed, file.fileName() + ": "_L1 + file.errorString());
    }
    Result<Backup> backup = backupFromJson(file.readAll());
    if (!backup) {
        return fail(ErrorCode::BrokenArchive, file.fileName() + ": "_L1 + backup.error().detail);
    }
    backup->id = QFileInfo(folder).fileName();
    backup->size = sizeOf(folder);
    return backup;
}

// The newest first.
std::vector<Result<Backup>> readAll(const QString &path)
{
    std::vector<Result<Backup>> backups;
    const QFileInfoList folders = path.isEmpty()
        ? QFileInfoList()
        : QDir(path).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QFileInfo &folder : folders) {
        if (!folder.fileName().endsWith(DraftSuffix)) {
            backups.push_back(read(folder.filePath()));
        }
    }
    return backups;
}

// One that a running program makes is locked; QLockFile knows the locks of dead ones.
std::unique_ptr<QLockFile> lockOf(const QString &draft)
{
    auto lock = std::make_unique<QLockFile>(draft + LockSuffix);
    return durable::takeLock(*lock) ? std::move(lock) : nullptr;
}

} // namespace

BackupFolder::BackupFolder(QString path)
    : m_path(std::move(path))
{
}

QList<Backup> BackupFolder::all() const
{
    QList<Backup> backups;
    for (const Result<Backup> &backup : readAll(m_path)) {
        if (backup) {
            backups << *backup;
        }
    }
    return backups;
}

QList<Backup> BackupFolder::list() const
{
    QList<Backup> backups = all();
    backups.removeIf(std::mem_fn(&Backup::isHopeless));
    return backups;
}

// Other folders, and those that another program just deleted, are no backups.
QList<Error> BackupFolder::unreadable() const
{
    QList<Error> errors;
    for (const Result<Backup> &backup : readAll(m_path)) {
        if (!backup && backup.error().code != ErrorCode::NoBackup) {
            errors << backup.error();
        }
    }
    return errors;
}

Result<Backup> BackupFolder::find(const QString &id) const
{
    // What a person typed must not lead elsewhere.
    if (id.isEmpty() || id.contains(u'/') || id.contains(u'\\') || id.startsWith(u'.')
        || id.endsWith(DraftSuffix)) {
        return fail(ErrorCode::NoBackup, id);
    }
    return read(m_path + u'/' + id);
}

QString BackupFolder::archivePath(const QString &id) const
{
    return m_path + u'/' + id + u'/' + ArchiveName;
}

Result<Backup> BackupFolder::ofArchive(const QString &path)
{
    const QFileInfo file(path);
    return file.fileName() == ArchiveName ? read(file.absolutePath()) : fail(ErrorCode::NoBackup, path);
}

// Renamed first: one that is half deleted is no backup any more.
Result<void> BackupFolder::remove(const QString &id) const
{
    const Result<Backup> backup = find(id);
    if (!backup && backup.error().code == ErrorCode::NoBackup) {
        return tl::unexpected(backup.error());
    }
    const QString folder = m_path + u'/' + id;
    const Result<void> renamed = durable::replace(folder, folder + DraftSuffix);
    if (renamed && !QDir(folder + DraftSuffix).removeRecursively()) {
        return fail(ErrorCode::FileFailed, folder + DraftSuffix);
    }
    return renamed;
}

Result<void> BackupFolder::save(const Backup &backup) const
{
    return durable::writeFile(m_path + u'/' + backup.id + u'/' + InfoName, backupToJson(backup));
}

QList<Backup> BackupFolder::excess(const BackupLimits &limits, const QDateTime &now) const
{
    QList<Backup> archives = list();
    archives.removeIf([](const Backup &backup) { return !backup.hasArchive(); });
    qint64 size = 0;
    QList<Backup> excess;
    for (const Backup &backup : archives) {
        size += backup.size;
        const bool isTooMuch = limits.size > 0 && size > limits.size;
        const bool isTooOld = limits.days > 0 && backup.time.daysTo(now) > limits.days;
        if (backup.id != archives.first().id && (isTooMuch || isTooOld)) {
            excess.prepend(backup);
        }
    }
    return excess;
}

void BackupFolder::dropOldRecords() const
{
    QList<Backup> records;
    QList<Backup> hopeless;
    for (const Backup &backup : all()) {
        if (!backup.hasArchive()) {
            (backup.isHopeless() ? hopeless : records) << backup;
        }
    }
    // What is of no use takes no place from what is.
    for (const QList<Backup> &kind : {records, hopeless}) {
        for (qsizetype i = MaxRecords; i < kind.size(); ++i) {
            // Another program may have done it already; the next removal tries again.
            (void)remove(kind[i].id);
        }
    }
}

Result<BackupFolder::Draft> BackupFolder::begin(const QDateTime &time) const
{
    if (m_path.isEmpty() || !QDir().mkpath(m_path)) {
        return fail(ErrorCode::FileFailed, m_path);
    }
    // The configuration of a container may hold passwords.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    sweep();
    const QString name = time.toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    for (int i = 0; i < 100; ++i) {
        const QString folder = m_path + u'/' + (i == 0 ? name : name + u'-' + QString::number(i));
        if (QDir(folder).exists()) {
            continue;
        }
        std::unique_ptr<QLockFile> lock = lockOf(folder + DraftSuffix);
        if (lock && QDir().mkdir(folder + DraftSuffix)) {
            return Draft(folder, std::move(lock));
        }
    }
    return fail(ErrorCode::FileFailed, m_path + u'/' + name);
}

void BackupFolder::sweep() const
{
    const QStringList names = QDir(m_path).entryList(
        {u'*' + DraftSuffix, u'*' + DraftSuffix + LockSuffix}, QDir::Dirs | QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QString draft = m_path + u'/' + name.section(LockSuffix, 0, 0);
        // Taking a lock that nobody holds and letting go of it removes its file.
        if (const std::unique_ptr<QLockFile> lock = lockOf(draft)) {
            QDir(draft).removeRecursively();
        }
    }
}

std::optional<qint64> BackupFolder::freeSpace() const
{
    return freeSpaceAt(m_path);
}

BackupFolder::Draft::Draft(QString folder, std::unique_ptr<QLockFile> lock)
    : m_folder(std::move(folder)),
      m_lock(std::move(lock))
{
}

BackupFolder::Draft::Draft(Draft &&) noexcept = default;

BackupFolder::Draft::~Draft()
{
    if (m_lock) {
        QDir(m_folder + DraftSuffix).removeRecursively();
    }
}

QString BackupFolder::Draft::archivePath() const
{
    return m_folder + DraftSuffix + u'/' + ArchiveName;
}

Result<Backup> BackupFolder::Draft::keep(Backup backup)
{
    const QString draft = m_folder + DraftSuffix;
    const Result<void> kept = durable::writeFile(draft + u'/' + InfoName, backupToJson(backup)).and_then([&] {
        return durable::replace(draft, m_folder);
    });
    if (!kept) {
        return tl::unexpected(kept.error());
    }
    m_lock.reset();
    backup.id = QFileInfo(m_folder).fileName();
    backup.size = sizeOf(m_folder);
    return backup;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/backupexport.h"

#include "stores/archive/archivemerge.h"
#include "stores/archive/compression.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"
#include "stores/jsonreading.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MaxManifestSize = 64 * 1024 * 1024;

class BackupExport
{
public:
    BackupExport(
        const Backup &backup, QString archive, const CancelToken &cancel, const BackupListener &progress)
        : m_backup(backup),
          m_archive(std::move(archive)),
          m_cancel(cancel),
          m_teller(progress)
    {
    }

    Result<void> write(const QString &path, Compression compression);

private:
    Result<void> readCatalogOf();
    Result<void> writeLayout(const QString &path, Compression compression);
    Result<void> writeDocker(const QString &path, Compression compression);
    Result<void> copyTo(QFile &file, Compression compression);
    Result<void> copy(QIODevice &target);
    Result<void> copyEntry(const TarEntry &entry, TarReader &from, TarWriter &to);
    Result<QByteArray> named(const QByteArray &manifest) const;
    QJsonArray namesOf(const QString &config) const;

    const Backup &m_backup;
    QString m_archive;
    CancelToken m_cancel;
    BackupTeller m_teller;
    ArchiveCatalog m_catalog;
    qint64 m_size = 0;
};

Result<void> BackupExport::write(const QString &path, Compression compression)
{
    m_teller.begin(BackupProgress::Phase::Verifying, 0);
    const Result<ArchiveFormat> format = readCatalogOf().and_then([this] { return formatOf(m_catalog); });
    if (!format) {
        return tl::unexpected(format.error());
    }
    m_teller.begin(BackupProgress::Phase::Copying, m_size);
    return *format == ArchiveFormat::Layout ? writeLayout(path, compression) : writeDocker(path, compression);
}

// Of a layout. Its names stand in an index, which is made anew.
Result<void> BackupExport::writeLayout(const QString &path, Compression compression)
{
    const Result<OpenedArchive> source = openArchive(m_archive, Digests::Computed, m_cancel);
    if (!source) {
        return tl::unexpected(source.error());
    }
    QList<WantedImage> wanted;
    for (const Image &image : m_backup.images + m_backup.platforms) {
        wanted << WantedImage{.id = image.id, .references = image.references};
    }
    const OpenedArchive empty = emptyArchive(ArchiveFormat::Layout);
    const Result<Merge> merge = planMerge(empty, *source, wanted);
    if (!merge) {
        return tl::unexpected(merge.error());
    }
    return writeArchiveFile(path, compression, empty, merge->rewrite, *source, m_cancel,
        [this](qint64 bytes, qint64 /*all*/) { m_teller.tell(bytes); });
}

// What an engine saved is copied as it is, with the parents in it, but for the names.
Result<void> BackupExport::writeDocker(const QString &path, Compression compression)
{
    QFile file(path + ".part"_L1);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)) {
        return fail(ErrorCode::FileFailed, path + ": "_L1 + file.errorString());
    }
    const Result<void> written =
        copyTo(file, compression).and_then([&] { return durable::sync(file); }).and_then([&] {
            file.close();
            return durable::replace(file.fileName(), path);
        });
    if (!written) {
        file.remove();
    }
    return written;
}

Result<void> BackupExport::copyTo(QFile &file, Compression compression)
{
    if (compression == Compression::None) {
        return copy(file);
    }
    const Result<std::unique_ptr<QIODevice>> packer = packing(file, compression);
    if (!packer) {
        return tl::unexpected(packer.error());
    }
    const Result<void> copied = copy(**packer);
    (*packer)->close();
    return file.error() == QFileDevice::NoError ? copied : writeError(file);
}

// Tells which file is the configuration of which image.
Result<void> BackupExport::readCatalogOf()
{
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(m_archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader tar(**device, m_cancel);
    return readCatalog(tar, Digests::Omitted, [this](qint64 bytes) {
        m_size = bytes;
        m_teller.tell(bytes);
    }).map([this](const ArchiveCatalog &catalog) { m_catalog = catalog; });
}

Result<void> BackupExport::copy(QIODevice &target)
{
    const Result<std::unique_ptr<QIODevice>> device = openUnpacked(m_archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader from(**device, m_cancel);
    TarWriter to(target);
    for (;;) {
        const Result<std::optional<TarEntry>> entry = from.next();
        if (!entry) {
            return tl::unexpected(entry.error());
        }
        if (!*entry) {
            return to.finish();
        }
        if (const Result<void> copied = copyEntry(**entry, from, to); !copied) {
            return copied;
        }
    }
}

Result<void> BackupExport::copyEntry(const TarEntry &entry, TarReader &from, TarWriter &to)
{
    if (entry.path == dockerarchive::ManifestPath) {
        return from.readAll(MaxManifestSize)
            .and_then([this](const QByteArray &manifest) { return named(manifest); })
            .and_then([&](const QByteArray &manifest) { return to.add(entry.path, manifest); });
    }
    if (const Result<void> begun = to.begin(from.header(), entry.size); !begun) {
        return begun;
    }
    for (;;) {
        const Result<QByteArray> piece = from.read();
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        if (piece->isEmpty()) {
            return {};
        }
        if (const Result<void> written = to.write(*piece); !written) {
            return written;
        }
        m_teller.tell(from.position());
    }
}

Result<QByteArray> BackupExport::named(const QByteArray &manifest) const
{
    const QJsonDocument document = QJsonDocument::fromJson(manifest);
    if (!document.isArray()) {
        return fail(ErrorCode::BrokenArchive, m_archive);
    }
    QJsonArray entries;
    const QJsonArray old = document.array();
    for (const QJsonValue value : old) {
        QJsonObject entry = value.toObject();
        entry.insert(u"RepoTags"_s, namesOf(entry.value("Config"_L1).toString()));
        entries << entry;
    }
    return QJsonDocument(entries).toJson(QJsonDocument::Compact);
}

QJsonArray BackupExport::namesOf(const QString &config) const
{
    const ArchiveFile *file = m_catalog.find(config);
    QJsonArray names;
    for (const Image &image : m_backup.images) {
        if (!file || image.id.text() != file->digest) {
            continue;
        }
        for (const Reference &reference : image.references) {
            if (!reference.isDigest()) {
                names << reference.text();
            }
        }
    }
    return names;
}

} // namespace

Result<void> exportBackup(const Backup &backup, const BackupFolder &folder, const QString &path,
    const CancelToken &cancel, const BackupListener &progress)
{
    return BackupExport(backup, folder.archivePath(backup.id), cancel, progress)
        .write(path, path.endsWith(".zst"_L1) ? Compression::Zstd : Compression::None);
}

} // namespace jettison

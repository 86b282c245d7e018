// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivefiles.h"

#include "stores/archive/memberdevice.h"

#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// A part of a file.
class Window : public QIODevice
{
public:
    Window(std::unique_ptr<QFile> file, qint64 offset, qint64 size)
        : m_file(std::move(file)),
          m_offset(offset),
          m_size(size)
    {
        m_file->seek(offset);
        open(QIODevice::ReadOnly);
    }

    qint64 size() const override { return m_size; }
    bool seek(qint64 position) override
    {
        return QIODevice::seek(position) && m_file->seek(m_offset + position);
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 left = std::max<qint64>(m_offset + m_size - m_file->pos(), 0);
        const qint64 size = m_file->read(data, std::min(left, maxSize));
        if (size < 0 || (size == 0 && left > 0 && maxSize > 0)) {
            setErrorString(m_file->errorString());
            return -1;
        }
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    std::unique_ptr<QFile> m_file;
    qint64 m_offset;
    qint64 m_size;
};

// A member together with the archive that it is read from.
class Stream : public QIODevice
{
public:
    Stream(std::unique_ptr<QIODevice> device, const CancelToken &cancel)
        : m_device(std::move(device)),
          m_tar(*m_device, cancel),
          m_member(m_tar)
    {
    }

    bool isSequential() const override { return true; }

    /// Passes over all that stands before the member.
    Result<void> begin(const QString &path)
    {
        const Result<bool> found = findMember(m_tar, [&](const QString &name) { return name == path; });
        if (!found || !*found) {
            return found ? Result<void>(fail(ErrorCode::NotFound, path)) : tl::unexpected(found.error());
        }
        open(QIODevice::ReadOnly);
        return {};
    }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = m_member.read(data, maxSize);
        setErrorString(m_member.errorString());
        return size;
    }

    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    std::unique_ptr<QIODevice> m_device;
    TarReader m_tar;
    MemberDevice m_member;
};

tl::unexpected<Error> notRead(const QFile &file)
{
    return fail(ErrorCode::FileFailed, file.fileName() + ": "_L1 + file.errorString());
}

Result<std::unique_ptr<QFile>> openUnchanged(const OpenedArchive &archive)
{
    auto file = std::make_unique<QFile>(archive.path);
    if (!file->open(QIODevice::ReadOnly)) {
        return notRead(*file);
    }
    const Result<FileStamp> stamp = stampOf(archive.path);
    if (!stamp || *stamp != archive.stamp) {
        return fail(ErrorCode::Conflict, archive.path);
    }
    return file;
}

Result<std::unique_ptr<QFile>> openInFolder(const OpenedArchive &archive, const QString &path)
{
    auto file = std::make_unique<QFile>(archive.path + u'/' + path);
    if (!file->open(QIODevice::ReadOnly)) {
        return notRead(*file);
    }
    const bool isSame = file->size() == archive.catalog.files.value(path).size;
    return isSame ? Result<std::unique_ptr<QFile>>(std::move(file)) : fail(ErrorCode::Conflict, path);
}

Result<void> readFolderFiles(
    const OpenedArchive &archive, const QSet<QString> &paths, const FileSink &take, const CancelToken &cancel)
{
    for (const QString &path : paths) {
        if (cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        const Result<std::unique_ptr<QFile>> file = openInFolder(archive, path);
        if (!file) {
            return tl::unexpected(file.error());
        }
        if (const Result<void> taken = take(path, **file); !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> readMembers(TarReader &tar, QSet<QString> paths, const FileSink &take)
{
    QString path;
    const auto isWanted = [&](const QString &name) {
        path = name;
        return paths.contains(name);
    };
    while (!paths.isEmpty()) {
        const Result<bool> found = findMember(tar, isWanted);
        if (!found || !*found) {
            return found ? Result<void>(fail(ErrorCode::NotFound, *paths.cbegin()))
                         : tl::unexpected(found.error());
        }
        paths.remove(path);
        MemberDevice content(tar);
        const Result<void> taken = take(path, content);
        if (content.error()) {
            return tl::unexpected(*content.error());
        }
        if (!taken) {
            return taken;
        }
    }
    return {};
}

} // namespace

Result<std::unique_ptr<QIODevice>> openFile(
    const OpenedArchive &archive, const QString &path, const CancelToken &cancel)
{
    const QString name = archive.catalog.resolved(path);
    const auto found = archive.catalog.files.constFind(name);
    if (found == archive.catalog.files.cend()) {
        return fail(ErrorCode::NotFound, path);
    }
    if (archive.carrier == ArchiveCarrier::Folder) {
        return openInFolder(archive, name);
    }
    Result<std::unique_ptr<QFile>> file = openUnchanged(archive);
    if (!file) {
        return tl::unexpected(file.error());
    }
    if (archive.compression == Compression::None) {
        return std::make_unique<Window>(std::move(*file), found->offset, found->size);
    }
    Result<std::unique_ptr<QIODevice>> device = unpacked(std::move(*file), archive.compression);
    if (!device) {
        return device;
    }
    auto stream = std::make_unique<Stream>(std::move(*device), cancel);
    const Result<void> begun = stream->begin(name);
    return begun ? Result<std::unique_ptr<QIODevice>>(std::move(stream)) : tl::unexpected(begun.error());
}

Result<void> readFiles(
    const OpenedArchive &archive, const QSet<QString> &paths, const FileSink &take, const CancelToken &cancel)
{
    if (archive.carrier == ArchiveCarrier::Folder) {
        return readFolderFiles(archive, paths, take, cancel);
    }
    const Result<std::unique_ptr<QIODevice>> device = openTar(archive);
    if (!device) {
        return tl::unexpected(device.error());
    }
    TarReader tar(**device, cancel);
    return readMembers(tar, paths, take);
}

Result<std::unique_ptr<QIODevice>> openTar(const OpenedArchive &archive)
{
    Result<std::unique_ptr<QFile>> file = openUnchanged(archive);
    return file ? unpacked(std::move(*file), archive.compression) : tl::unexpected(file.error());
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/tarrewrite.h"

#include "stores/archive/archivefiles.h"
#include "stores/archive/durable.h"
#include "stores/archive/tarcopy.h"
#include "stores/archive/tarwriter.h"

#include <QFile>
#include <QFileInfo>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// A file beside its place; a killed run leaves it behind, and the next one takes it away.
class Draft
{
public:
    explicit Draft(const QString &path)
        : m_file(QFileInfo(path).path() + "/."_L1 + QFileInfo(path).fileName() + ".jettison-new"_L1)
    {
        QFile::remove(m_file.fileName());
    }
    ~Draft() { durable::discard(m_file); }
    Q_DISABLE_COPY_MOVE(Draft)

    Result<void> open()
    {
        const bool isOpen =
            m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner);
        return isOpen ? Result<void>()
                      : fail(ErrorCode::FileFailed, m_file.fileName() + ": "_L1 + m_file.errorString());
    }

    QFile &file() { return m_file; }

private:
    QFile m_file;
};

class TarRewrite
{
public:
    TarRewrite(const RewriteJob &job, const QString &path, Compression compression)
        : m_job(job),
          m_path(path),
          m_compression(compression),
          m_draft(path),
          m_all(TarCopy::size(job))
    {
    }

    Result<void> run();

private:
    Result<void> write();
    Result<void> pack();
    Result<void> verify();
    Result<void> compare(const OpenedArchive &written) const;
    Result<void> swap();
    void tell(qint64 done) const;

    const RewriteJob &m_job;
    QString m_path;
    Compression m_compression;
    Draft m_draft;
    /// Bytes to write; as many are read back.
    qint64 m_all;
    CopiedFiles m_copied;
};

Result<void> TarRewrite::run()
{
    return m_draft.open()
        .and_then([this] { return write(); })
        .and_then([this] { return verify(); })
        .and_then([this] { return swap(); });
}

Result<void> TarRewrite::write()
{
    QFile &file = m_draft.file();
    if (const Result<void> packed = pack(); !packed) {
        // What the disk did not take is tried once more, so that the file says why.
        file.flush();
        return file.error() == QFileDevice::NoError ? packed : writeError(file);
    }
    if (file.error() != QFileDevice::NoError) {
        return writeError(file);
    }
    if (QFile::exists(m_path)) {
        durable::takeOver(m_path, file);
    } else {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    const Result<void> synced = durable::sync(file);
    file.close();
    return synced;
}

Result<void> TarRewrite::pack()
{
    TarCopy copy(m_job, [this](qint64 done) { tell(done); });
    if (m_compression == Compression::None) {
        return copy.run(m_draft.file()).map([this](CopiedFiles copied) { m_copied = std::move(copied); });
    }
    const Result<std::unique_ptr<QIODevice>> packer = packing(m_draft.file(), m_compression);
    if (!packer) {
        return tl::unexpected(packer.error());
    }
    return copy.run(**packer).map([&](CopiedFiles copied) {
        m_copied = std::move(copied);
        (*packer)->close();
    });
}

// Read back from its beginning to its end: what is on the disk counts, not what was meant.
Result<void> TarRewrite::verify()
{
    const Result<OpenedArchive> written = openArchive(
        m_draft.file().fileName(), Digests::Packed, m_job.cancel, [this](qint64 done, qint64 all) {
            tell(m_all + (all > 0 ? qint64(double(m_all) * double(done) / double(all)) : 0));
        });
    return written ? compare(*written) : tl::unexpected(written.error());
}

Result<void> TarRewrite::compare(const OpenedArchive &written) const
{
    if (written.catalog.files.size() != m_copied.files.size()
        || written.catalog.links.size() != m_copied.links) {
        return fail(ErrorCode::BrokenArchive, u"what was written has not all files"_s);
    }
    for (auto copied = m_copied.files.begin(); copied != m_copied.files.end(); ++copied) {
        const ArchiveFile file = written.catalog.files.value(copied.key());
        if (file.size != copied->size || file.digest != copied->digest) {
            return fail(ErrorCode::BrokenArchive, "written wrong: "_L1 + copied.key());
        }
    }
    return compareImages(written.images, m_job.rewrite.expected);
}

Result<void> TarRewrite::swap()
{
    if (!m_job.archive.path.isEmpty()) {
        const Result<FileStamp> stamp = stampOf(m_job.archive.path);
        if (!stamp || *stamp != m_job.archive.stamp) {
            return fail(ErrorCode::Conflict, m_job.archive.path);
        }
    }
    if (m_job.cancel.isRequested()) {
        return fail(ErrorCode::Cancelled);
    }
    return durable::replace(m_draft.file().fileName(), m_path);
}

void TarRewrite::tell(qint64 done) const
{
    if (m_job.progress) {
        m_job.progress(done, 2 * m_all);
    }
}

} // namespace

Result<void> rewriteTar(const RewriteJob &job)
{
    return TarRewrite(job, job.archive.path, job.archive.compression).run();
}

Result<void> writeTarFile(const RewriteJob &job, const QString &path, Compression compression)
{
    return TarRewrite(job, path, compression).run();
}

Result<void> writeTar(const RewriteJob &job, QIODevice &target)
{
    const qint64 all = TarCopy::size(job);
    const auto tell = [&](qint64 done) {
        if (job.progress) {
            job.progress(done, all);
        }
    };
    return TarCopy(job, tell).run(target).map([](const CopiedFiles &) { });
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/rewritejob.h"

#include "stores/archive/archivefiles.h"
#include "stores/archive/digester.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 PieceSize = 64 * 1024;

QSet<Reference> setOf(const QList<Reference> &references)
{
    return QSet<Reference>(references.cbegin(), references.cend());
}

// Lets a device be owned that somebody else owns.
class Borrowed : public QIODevice
{
public:
    explicit Borrowed(QIODevice &device)
        : m_device(device)
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }

    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *data, qint64 maxSize) override { return m_device.read(data, maxSize); }
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    QIODevice &m_device;
};

Result<void> takeUnpacked(const AddedFile &file, QIODevice &content,
    const std::function<Result<void>(const AddedFile &file, QIODevice &content)> &take)
{
    const Compression compression = compressionOf(content.peek(CompressionMagicSize));
    const Result<std::unique_ptr<QIODevice>> device =
        unpacked(std::make_unique<Borrowed>(content), compression);
    return device ? take(file, **device) : tl::unexpected(device.error());
}

} // namespace

Result<void> compareImages(const QList<ArchivedImage> &images, const ImageReferences &expected)
{
    for (const ArchivedImage &image : images) {
        const auto found = expected.constFind(image.id);
        if (found == expected.cend() || setOf(*found) != setOf(image.references)) {
            return fail(ErrorCode::BrokenArchive, "not as it should be: "_L1 + image.id.text());
        }
    }
    return images.size() == expected.size()
        ? Result<void>()
        : fail(
              ErrorCode::BrokenArchive, u"%1 images instead of %2"_s.arg(images.size()).arg(expected.size()));
}

Result<QString> copyContent(QIODevice &content, qint64 size, const QString &algorithm,
    const std::function<Result<void>(QByteArrayView piece)> &write)
{
    Digester digester(algorithm);
    QByteArray piece(PieceSize, Qt::Uninitialized);
    qint64 done = 0;
    qint64 length = 0;
    while ((length = content.read(piece.data(), PieceSize)) > 0) {
        const QByteArrayView bytes = QByteArrayView(piece).first(length);
        done += length;
        if (done > size) {
            break;
        }
        digester.add(bytes);
        if (const Result<void> written = write(bytes); !written) {
            return tl::unexpected(written.error());
        }
    }
    if (length < 0 || done != size) {
        return fail(ErrorCode::BrokenArchive,
            u"a file has not the size that it should have: %1 instead of %2 bytes"_s.arg(done).arg(size));
    }
    return digester.text();
}

Result<void> readAdded(
    const RewriteJob &job, const std::function<Result<void>(const AddedFile &file, QIODevice &content)> &take)
{
    const QHash<QString, AddedFile> &added = job.rewrite.added;
    if (added.isEmpty()) {
        return {};
    }
    const auto takeFile = [&](const QString &path, QIODevice &content) {
        const AddedFile file = added.value(path);
        return file.isUnpacked ? takeUnpacked(file, content, take) : take(file, content);
    };
    return readFiles(*job.source, QSet<QString>(added.keyBegin(), added.keyEnd()), takeFile, job.cancel);
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/image.h"
#include "core/imagecontent.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <optional>

namespace jettison {

/// Contents of images in a file, so that a second start does not ask the store again. Several programs may
/// use one file. What cannot be read of it is ignored and made anew. One thread at a time.
class ContentCache
{
public:
    static constexpr qint64 DefaultLimit = 64'000'000;

    /// Without a path it keeps everything in memory alone. `limit`: bytes that the file may take.
    explicit ContentCache(QString path = {}, qint64 limit = DefaultLimit);

    /// None also where the store has other platforms of the image than it had, or its size is not the same: a
    /// store that unpacked more of it has other layers to tell.
    std::optional<ImageContent> find(const Image &image);
    /// Of an image that is no longer listed.
    std::optional<ImageContent> find(const ImageId &id);
    void insert(const Image &image, const ImageContent &content);
    /// Writes what is new. A file that cannot be written is done without.
    void save();

private:
    struct Entry
    {
        qint64 imageSize = 0;
        /// A digest of what the store has of the image.
        QByteArray present;
        ImageContent content;
    };

    static QByteArray toRecord(const ImageId &id, const Entry &entry);
    bool readRecord(const QByteArray &payload);
    void load();
    bool append() const;
    void rewrite() const;

    QString m_path;
    qint64 m_limit = 0;
    qint64 m_fileSize = 0;
    QHash<ImageId, Entry> m_entries;
    QSet<ImageId> m_used;
    QList<ImageId> m_unsaved;
    bool m_isLoaded = false;
    /// The file's end is not what was written there.
    bool m_isDamaged = false;
};

} // namespace jettison

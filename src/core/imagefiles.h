// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"
#include "core/layerentry.h"
#include "core/pathtree.h"

#include <memory>
#include <vector>

namespace jettison {

/// What an entry of a layer does to what the layers below it, or earlier entries, have at its path.
struct FileChange
{
    enum class Kind {
        Adds,
        Overwrites,
        ChangesMetadata, ///< the content is the same; of a file it takes its room again
        Repeats, ///< content, permissions and owner are the same; of a file it takes its room again
        Hides, ///< a whiteout
    };

    Kind kind = Kind::Adds;
    /// The layer that has what is overwritten, its place in ImageFiles::layers(); -1 if none does.
    int lower = -1;
    /// Bytes that cannot be reached any more because of it. A hard-linked file can, until its last name goes.
    qint64 bytes = 0;
    /// Names that cannot be seen any more because of it, but for folders.
    int files = 0;

    friend bool operator==(const FileChange &, const FileChange &) = default;
};

struct FileEntry
{
    /// Where its layer has it: a whiteout under its own name.
    PathTree::Index path = PathTree::Root;
    int layer = 0;
    LayerEntry::Type type = LayerEntry::Type::File;
    int mode = 0;
    qint64 size = 0;
    qint64 owner = 0;
    qint64 group = 0;
    QString linkTarget = {};
    FileChange change = {};
};

/// The files of all layers of an image, and what each layer does to those below. Immutable.
class ImageFiles
{
public:
    struct Layer
    {
        DiffId diffId;
        /// Its entries: from `begin` to before `end` in entries().
        int begin = 0;
        int end = 0;
        /// Bytes of its files.
        qint64 size = 0;
        /// Those of them that cannot be reached in the image.
        qint64 wasted = 0;
    };
    /// What is seen in the image.
    struct TopFile
    {
        PathTree::Index path = PathTree::Root;
        /// In entries(); -1: a folder that no layer tells of, but which others are in.
        int entry = -1;
        /// Bytes of a file, counted at the first of its names.
        qint64 size = 0;
    };
    struct WastedPath
    {
        PathTree::Index path = PathTree::Root;
        /// How many of its contents cannot be reached.
        int times = 0;
        qint64 bytes = 0;
    };

    ImageFiles() = default;
    /// Pure. `layers` stand base layer first. BrokenArchive: so many folders or links that it would take more
    /// memory or time than an image is worth.
    static Result<ImageFiles> make(const ImageId &image, std::vector<LayerListing> layers);

    const ImageId &image() const { return m_image; }
    const PathTree &paths() const { return m_paths; }
    const std::vector<Layer> &layers() const { return m_layers; }
    const std::vector<FileEntry> &entries() const { return m_entries; }
    /// A folder before what is in it.
    const std::vector<TopFile> &top() const { return m_top; }
    /// Of `top()`, positions of the files with the most bytes, the biggest first.
    std::vector<int> biggest(int count) const;
    /// The most bytes first.
    const std::vector<WastedPath> &wasted() const { return m_wasted; }
    qint64 wastedBytes() const { return m_wastedBytes; }
    /// Bytes of the files of all layers.
    qint64 size() const { return m_size; }

private:
    friend class FileMerging;

    ImageId m_image;
    PathTree m_paths;
    std::vector<Layer> m_layers;
    std::vector<FileEntry> m_entries;
    std::vector<TopFile> m_top;
    std::vector<WastedPath> m_wasted;
    qint64 m_wastedBytes = 0;
    qint64 m_size = 0;
};

using ImageFilesPtr = std::shared_ptr<const ImageFiles>;

} // namespace jettison

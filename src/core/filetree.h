// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imagefiles.h"

#include <vector>

namespace jettison {

/// Files by their folders.
struct FileTree
{
    struct Row
    {
        PathTree::Index path = PathTree::Root;
        /// In ImageFiles::entries(); -1: a folder that stands here for what is in it.
        int entry = -1;
        /// A row before this one; -1 for what stands in the root.
        int parent = -1;
        /// Of a folder, those of all that is in it.
        qint64 bytes = 0;
        /// Entries that are no folders: itself, or all that is in it.
        int files = 0;
        bool isFolder = false;
    };

    std::vector<Row> rows = {};

    /// Pure, and fast enough for what a person clicks on. What one layer has.
    static FileTree ofLayer(const ImageFiles &files, int layer);
    /// What is seen in the image.
    static FileTree ofImage(const ImageFiles &files);
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ids.h"

#include <QString>

#include <vector>

namespace jettison {

/// One entry of a layer. A whiteout stands for what it hides.
/// https://github.com/opencontainers/image-spec/blob/main/layer.md#whiteouts
struct LayerEntry
{
    enum class Type {
        File,
        Folder,
        SymbolicLink,
        HardLink,
        CharacterDevice,
        BlockDevice,
        Pipe,
        Whiteout, ///< hides what stood at its path
        OpaqueWhiteout, ///< hides all that stood in the folder at its path
    };

    /// From the root of the file system, without a slash at either end; empty is the root itself.
    QString path = {};
    Type type = Type::File;
    /// Bytes of a file.
    qint64 size = 0;
    /// Permission bits.
    int mode = 0;
    qint64 owner = 0;
    qint64 group = 0;
    /// As it is written. That of a hard link starts from the root.
    QString linkTarget = {};
    /// Of a file: the same for the same content.
    quint64 content = 0;

    bool isWhiteout() const { return type == Type::Whiteout || type == Type::OpaqueWhiteout; }

    friend bool operator==(const LayerEntry &, const LayerEntry &) = default;
};

/// The entries of a layer, in its order.
struct LayerListing
{
    DiffId diffId = {};
    std::vector<LayerEntry> entries = {};
};

namespace whiteouts {

constexpr auto Prefix = QLatin1StringView(".wh.");
/// In this folder of AUFS and in what else begins like that stands nothing of the file system.
constexpr auto MetaPrefix = QLatin1StringView(".wh..wh.");
constexpr auto Opaque = QLatin1StringView(".wh..wh..opq");

/// Reads the meaning of an entry out of its path in the tar. False: it is none of the file system's.
bool interpret(LayerEntry &entry);
/// The path of the entry in the tar.
QString tarPath(const LayerEntry &entry);

} // namespace whiteouts

} // namespace jettison

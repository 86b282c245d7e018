// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/imageexport.h"
#include "core/tlswish.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

#include <tl/expected.hpp>

namespace jettison::cli {

/// What the command line asks for.
struct Options
{
    enum class Command {
        None, ///< the window, or without a display an overview in the terminal
        List,
        Tree,
        Files,
        Remove,
        Pull,
        Undo,
        Export,
        Import,
        Hosts,
        Nodes,
    };
    enum class Format { Text, Json };

    Command command = Command::None;
    /// Archives and layouts to open a window for.
    QStringList files;
    QString host;
    QString context;
    TlsWish tls = {};
    Format format = Format::Text;
    /// `ls`: intermediate images too.
    bool intermediate = false;
    /// `ls`: IDs only.
    bool quiet = false;
    /// `rm`: names, or else a selector. `tree`: names, or none for all. `files`: one name. `pull`: names.
    /// `undo`: the ID of a backup, or none for the newest.
    QStringList names;
    std::optional<Selector> selector;
    /// `rm`: these platforms of the images alone.
    QStringList platforms = {};
    bool force = false;
    /// `rm`, `import` and `undo`: change nothing.
    bool dryRun = false;
    bool yes = false;
    std::chrono::seconds stopTimeout{10};
    /// `rm`: keep a backup first; none: as the settings say.
    std::optional<bool> backup;
    /// `files`: one layer, by the beginning of an ID or by its number.
    QString layer = {};
    /// `files`: so many of the biggest only.
    std::optional<int> biggest;
    /// `files`: what is wasted only.
    bool wasted = false;
    /// `undo`: tell of the backups only.
    bool list = false;
    /// `undo`: make the removed containers anew as well.
    bool containers = false;
    /// `export`: where to, and what becomes of what is there.
    QString output;
    std::optional<ExportRequest::Format> exportFormat;
    ExportRequest::Existing existing = ExportRequest::Existing::Refuse;
    /// `import`: the archive; the names are in it.
    QString file;
};

/// Why the program ends at once: a usage error, or help or the version that was asked for.
struct Ending
{
    QString text;
    bool isError = true;
};

/// `arguments` begin with the program's name.
tl::expected<Options, Ending> parseOptions(const QStringList &arguments);

} // namespace jettison::cli

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace jettison {

/// Something to do with one backup that is kept.
struct BackupTask
{
    enum class Kind {
        Export, ///< write its images, with their names, to the file `path`
        Verify, ///< read it through, and compare every digest
        Delete,
    };

    Kind kind = Kind::Verify;
    QString id;
    QString path = {};
};

} // namespace jettison

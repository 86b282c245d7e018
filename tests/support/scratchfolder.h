// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace jettison {

/// A folder of this test, with a path short enough for a socket. What an engine mounted below it is unmounted
/// before it is removed; folders that killed tests left behind go too.
class ScratchFolder
{
public:
    ScratchFolder();
    ~ScratchFolder();
    Q_DISABLE_COPY_MOVE(ScratchFolder)

    QString path(const QString &name) const;

private:
    QString m_path;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/scratchfolder.h"

#include <QProcess>

namespace jettison {

/// Stands before a registry, and holds back the content of images until it is told to let it through.
class StallingProxy
{
public:
    StallingProxy() = default;
    ~StallingProxy();
    Q_DISABLE_COPY_MOVE(StallingProxy)

    /// `registry`: such as `127.0.0.1:40123`. Empty, or why it cannot.
    QString start(const QString &registry);
    /// Such as `127.0.0.1:40124`: the first part of the images' names.
    QString address() const { return m_address; }
    /// Somebody waits for content.
    bool holds() const;
    void letGo() const;

private:
    ScratchFolder m_folder;
    QProcess m_proxy;
    QString m_address;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/process.h"
#include "support/scratchfolder.h"

namespace jettison {

/// Certificates made with the openssl command line, in a folder of their own.
class Certificates
{
public:
    struct Wish
    {
        /// As openssl writes them, such as `IP:127.0.0.1`; empty: the certificate names no host.
        QString names = {};
        QString commonName = QStringLiteral("test");
        QString authority = QStringLiteral("ca");
        /// In days from now on.
        int begin = -1;
        int end = 30;
        QString digest = QStringLiteral("sha256");
    };

    /// Empty, or why none can be made here.
    static QString absence();

    /// `NAME.pem` and `NAME-key.pem`. False: openssl refused, see lastWords().
    bool makeAuthority(const QString &name = QStringLiteral("ca"));
    bool make(const QString &name, const Wish &wish);
    /// The same key behind a passphrase, in the two ways in which openssl writes it.
    bool lock(const QString &key, const QString &locked, bool traditional);

    QString path(const QString &file) const { return m_folder.path(file); }
    QString lastWords() const { return m_lastWords; }

private:
    bool openssl(const QStringList &arguments);
    bool write(const QString &file, const QString &text);

    ScratchFolder m_folder;
    QString m_lastWords;
};

} // namespace jettison

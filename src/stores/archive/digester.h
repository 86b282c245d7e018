// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArrayView>
#include <QCryptographicHash>
#include <QString>

namespace jettison {

/// Computes a digest piece by piece.
class Digester
{
public:
    /// `sha256`, `sha384` or `sha512`; any other counts as the first.
    explicit Digester(const QString &algorithm);

    static bool knows(const QString &algorithm);

    void add(QByteArrayView piece) { m_hash.addData(piece); }
    /// `sha256:…` of all that was added.
    QString text() const;

private:
    QString m_algorithm;
    QCryptographicHash m_hash;
};

/// By which a file is named: that of its folder in `blobs`, else SHA-256.
QString digestAlgorithmOf(const QString &path);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace jettison {

/// An image for several platforms, as an archive in the layout of OCI, for stores that keep such.
class IndexArchive
{
public:
    /// As real platforms are, or on one and the same layer.
    enum class Base { Own, Common };
    enum class Beside { Nothing, Attestations };

    /// `architectures` such as `amd64`, all of Linux, each with busybox and a layer of its own on it, and
    /// with what BuildKit writes of how it was built beside it.
    IndexArchive(const QString &tag, const QStringList &architectures, Base base = Base::Own,
        Beside beside = Beside::Nothing);

    /// Of the index: the image's ID.
    QString digest() const { return m_digest; }
    /// Of a platform's manifest.
    QString digestOf(const QString &architecture) const { return m_manifests[architecture]; }
    /// Empty if it has none.
    QString attestationOf(const QString &architecture) const { return m_attestations[architecture]; }
    /// Empty, or why it could not.
    QString write(const QString &path) const;

private:
    QString add(const QByteArray &blob);
    QByteArray manifestOf(const QString &architecture, Base base);
    QJsonObject attest(const QString &architecture);

    QString m_digest;
    QByteArray m_index;
    QMap<QString, QString> m_manifests;
    QMap<QString, QString> m_attestations;
    /// By digest.
    QMap<QString, QByteArray> m_blobs;
};

} // namespace jettison

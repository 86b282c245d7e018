// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QHashFunctions>
#include <QString>
#include <QStringView>

namespace jettison {

/// A name that points at an image, `repo:tag` or `repo@sha256:…`, spelled exactly as the store lists it.
/// Layouts may have bare tags, such as `latest`: these belong to no repository.
class Reference
{
public:
    Reference() = default;
    explicit Reference(QString text)
        : m_text(std::move(text))
    {
    }

    const QString &text() const { return m_text; }
    bool isDigest() const { return m_text.contains(u'@'); }
    /// All before the tag or digest; a registry's port stays in it. Empty for a bare tag.
    QString repository() const;
    /// Empty for a digest reference.
    QString tag() const;
    /// `sha256:…`; empty for a tag.
    QString digest() const;
    /// The full name that engines sort and compare by: `app:1` is `docker.io/library/app:1`.
    QString canonical() const;
    /// It names no registry, which means Docker Hub: private names do so, too.
    bool isOfDockerHub() const;

    friend bool operator==(const Reference &, const Reference &) = default;
    friend size_t qHash(const Reference &reference, size_t seed = 0) { return qHash(reference.m_text, seed); }

private:
    QString m_text;
};

/// Reads a name as a person types it: `:latest` is added where neither tag nor digest is given, and a tag
/// beside a digest is dropped, as the engine does. InvalidName if it does not follow the grammar of
/// https://pkg.go.dev/github.com/distribution/reference.
Result<Reference> parseReference(QStringView typed);

} // namespace jettison

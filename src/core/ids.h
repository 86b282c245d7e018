// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace jettison {

/// A string that only its own kind can be compared with or assigned from; empty means "none".
template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    const QString &text() const { return m_text; }
    bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend bool operator<(const Id &left, const Id &right) { return left.m_text < right.m_text; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

/// `sha256:` and 64 hexadecimal digits. On Docker's classic store the digest of the image's configuration.
using ImageId = Id<struct ImageIdTag>;
/// 64 hexadecimal digits.
using ContainerId = Id<struct ContainerIdTag>;
/// Digest of a layer's uncompressed content.
using DiffId = Id<struct DiffIdTag>;
/// Names a layer on top of all those below it, by which Docker stores it.
using ChainId = Id<struct ChainIdTag>;

/// The first 12 hexadecimal digits, without `sha256:`, as the docker command line shows an ID.
QString shortId(const ImageId &id);
QString shortId(const ContainerId &id);
QString shortId(const ChainId &id);

/// `parent` is empty for a base layer.
/// https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid
ChainId chainIdOf(const ChainId &parent, const DiffId &diffId);

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/indexarchive.h"

#include <KTar>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Layer = u"application/vnd.oci.image.layer.v1.tar"_s;
const QString Config = u"application/vnd.oci.image.config.v1+json"_s;
const QString Manifest = u"application/vnd.oci.image.manifest.v1+json"_s;
const QString Index = u"application/vnd.oci.image.index.v1+json"_s;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray tarOf(const QMap<QString, QByteArray> &files)
{
    QBuffer buffer;
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    // The same files make the same layer at any time.
    const QDateTime time = QDateTime::fromSecsSinceEpoch(0);
    for (auto file = files.cbegin(); file != files.cend(); ++file) {
        tar.writeFile(file.key(), *file, 0100755, {}, {}, time, time, time);
    }
    tar.close();
    return buffer.data();
}

QJsonObject descriptor(const QString &type, const QString &digest, const QByteArray &blob)
{
    return {{u"mediaType"_s, type}, {u"digest"_s, digest}, {u"size"_s, blob.size()}};
}

} // namespace

IndexArchive::IndexArchive(const QString &tag, const QStringList &architectures, Base base, Beside beside)
{
    QJsonArray manifests;
    for (const QString &architecture : architectures) {
        const QByteArray manifest = manifestOf(architecture, base);
        m_manifests[architecture] = add(manifest);
        QJsonObject entry = descriptor(Manifest, m_manifests[architecture], manifest);
        entry[u"platform"_s] = QJsonObject{{u"os"_s, u"linux"_s}, {u"architecture"_s, architecture}};
        manifests << entry;
    }
    for (const QString &architecture : beside == Beside::Attestations ? architectures : QStringList()) {
        manifests << attest(architecture);
    }
    const QByteArray index =
        json({{u"schemaVersion"_s, 2}, {u"mediaType"_s, Index}, {u"manifests"_s, manifests}});
    m_digest = add(index);
    QJsonObject top = descriptor(Index, m_digest, index);
    top[u"annotations"_s] = QJsonObject{{u"io.containerd.image.name"_s, tag},
        {u"org.opencontainers.image.ref.name"_s, tag.section(u':', -1)}};
    m_index = json({{u"schemaVersion"_s, 2}, {u"manifests"_s, QJsonArray{top}}});
}

QByteArray IndexArchive::manifestOf(const QString &architecture, Base base)
{
    QFile busybox(u"/bin/busybox"_s);
    busybox.open(QIODevice::ReadOnly);
    QMap<QString, QByteArray> below{{u"busybox"_s, busybox.readAll()}};
    if (base == Base::Own) {
        below.insert(u"built"_s, "for " + architecture.toUtf8());
    }
    QJsonArray layers;
    QJsonArray diffIds;
    for (const QByteArray &layer : {tarOf(below), tarOf({{u"platform"_s, architecture.toUtf8()}})}) {
        const QString digest = add(layer);
        diffIds << digest;
        layers << descriptor(Layer, digest, layer);
    }
    const QByteArray config = json({{u"architecture"_s, architecture}, {u"os"_s, u"linux"_s},
        {u"config"_s, QJsonObject{{u"Cmd"_s, QJsonArray{u"/busybox"_s, u"true"_s}}}},
        {u"rootfs"_s, QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, diffIds}}}});
    return json({{u"schemaVersion"_s, 2}, {u"mediaType"_s, Manifest},
        {u"config"_s, descriptor(Config, add(config), config)}, {u"layers"_s, layers}});
}

// As BuildKit lays it down: docs/attestations/attestation-storage.md there.
QJsonObject IndexArchive::attest(const QString &architecture)
{
    const QByteArray statement = json({{u"_type"_s, u"https://in-toto.io/Statement/v0.1"_s},
        {u"predicateType"_s, u"https://slsa.dev/provenance/v0.2"_s},
        {u"subject"_s,
            QJsonArray{QJsonObject{{u"name"_s, u"_"_s},
                {u"digest"_s, QJsonObject{{u"sha256"_s, m_manifests[architecture].section(u':', 1)}}}}}},
        {u"predicate"_s, QJsonObject{}}});
    QJsonObject layer = descriptor(u"application/vnd.in-toto+json"_s, add(statement), statement);
    layer[u"annotations"_s] =
        QJsonObject{{u"in-toto.io/predicate-type"_s, u"https://slsa.dev/provenance/v0.2"_s}};
    const QString none = u"unknown"_s;
    const QByteArray config = json({{u"architecture"_s, none}, {u"os"_s, none}, {u"config"_s, QJsonObject{}},
        {u"rootfs"_s,
            QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, QJsonArray{layer[u"digest"_s]}}}}});
    const QByteArray manifest = json({{u"schemaVersion"_s, 2}, {u"mediaType"_s, Manifest},
        {u"config"_s, descriptor(Config, add(config), config)}, {u"layers"_s, QJsonArray{layer}}});
    m_attestations[architecture] = add(manifest);
    QJsonObject entry = descriptor(Manifest, m_attestations[architecture], manifest);
    entry[u"platform"_s] = QJsonObject{{u"os"_s, none}, {u"architecture"_s, none}};
    entry[u"annotations"_s] = QJsonObject{{u"vnd.docker.reference.digest"_s, m_manifests[architecture]},
        {u"vnd.docker.reference.type"_s, u"attestation-manifest"_s}};
    return entry;
}

QString IndexArchive::add(const QByteArray &blob)
{
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256).toHex();
    const QString digest = u"sha256:"_s + QString::fromLatin1(hash);
    m_blobs.insert(digest, blob);
    return digest;
}

QString IndexArchive::write(const QString &path) const
{
    KTar tar(path, u"application/x-tar"_s);
    if (!tar.open(QIODevice::WriteOnly)) {
        return tar.errorString();
    }
    tar.writeFile(u"oci-layout"_s, R"({"imageLayoutVersion":"1.0.0"})"_ba);
    tar.writeFile(u"index.json"_s, m_index);
    for (auto blob = m_blobs.cbegin(); blob != m_blobs.cend(); ++blob) {
        tar.writeFile(u"blobs/sha256/"_s + blob.key().section(u':', 1), *blob);
    }
    return tar.close() ? QString() : tar.errorString();
}

} // namespace jettison

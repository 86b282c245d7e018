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

IndexArchive::IndexArchive(const QString &tag, const QStringList &architectures, Base base)
{
    QJsonArray manifests;
    for (const QString &architecture : architectures) {
        const QByteArray manifest = manifestOf(architecture, base);
        m_manifests[architecture] = add(manifest);
        QJsonObject entry = descriptor(Manifest, m_manifests[architecture], manifest);
        entry[u"platform"_s] = QJsonObject{{u"os"_s, u"linux"_s}, {u"architecture"_s, architecture}};
        manifests << entry;
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

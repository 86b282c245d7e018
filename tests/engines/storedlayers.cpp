// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/storedlayers.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <numeric>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Layers = QMap<QString, qint64>;

const QString Algorithm = u"sha256:"_s;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    file.open(QIODevice::ReadOnly);
    return file.readAll();
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

QString chainIdOn(const QString &below, const QString &diffId)
{
    const QByteArray text = (below + u' ' + diffId).toLatin1();
    return below.isEmpty()
        ? diffId
        : Algorithm + QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

Layers classicLayers(const ContainerEngine &engine)
{
    const QDir known(engine.dataFolder() + u"/image/overlay2/layerdb/sha256"_s);
    Layers layers;
    for (const QString &chainId : known.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString cacheId = QString::fromLatin1(contentOf(known.filePath(chainId + u"/cache-id"_s)));
        const QString folder = engine.dataFolder() + u"/overlay2/"_s + cacheId + u"/diff"_s;
        if (QDir(folder).exists()) {
            layers.insert(Algorithm + chainId, bytesIn(folder));
        }
    }
    return layers;
}

// What no manifest in the folder has is no layer of an image.
StoredLayers packedLayers(const QDir &blobs)
{
    constexpr qint64 LargestManifest = 100'000;
    StoredLayers stored;
    for (const QFileInfo &blob : blobs.entryInfoList(QDir::Files)) {
        const QJsonObject manifest = blob.size() > LargestManifest
            ? QJsonObject()
            : QJsonDocument::fromJson(contentOf(blob.filePath())).object();
        if (!manifest.contains("layers"_L1)) {
            continue;
        }
        const auto pathOf = [&](const QJsonValue &described) {
            return blobs.filePath(described["digest"_L1].toString().section(u':', 1));
        };
        const QJsonObject config = QJsonDocument::fromJson(contentOf(pathOf(manifest["config"_L1]))).object();
        const QJsonArray layers = manifest["layers"_L1].toArray();
        QString chainId;
        for (qsizetype i = 0; i < layers.size(); ++i) {
            chainId = chainIdOn(chainId, config["rootfs"_L1]["diff_ids"_L1][i].toString());
            if (const QFileInfo layer(pathOf(layers[i])); layer.exists()) {
                stored.layers.insert(chainId, 0);
                stored.packed.insert(layer.fileName(), layer.size());
            }
        }
    }
    return stored;
}

// A layer is there for as long as it is packed. Docker forgets now and then that an image needs the unpacked
// files, too: when it loads one whose files are there already, they go with the image that brought them.
StoredLayers containerdLayers(const ContainerEngine &engine)
{
    StoredLayers stored = packedLayers(
        QDir(engine.dataFolder() + u"/containerd/daemon/io.containerd.content.v1.content/blobs/sha256"_s));
    // `sha256:… 4096 2`; those of containers have other names.
    for (const QString &line : engine.containerd({u"snapshots"_s, u"usage"_s, u"-b"_s}).lines()) {
        if (line.startsWith(Algorithm)) {
            const QString words = line.simplified();
            stored.layers.insert(words.section(u' ', 0, 0), words.section(u' ', 1, 1).toLongLong());
        }
    }
    return stored;
}

QString chainIdOf(const QMap<QString, QJsonObject> &layers, const QString &id)
{
    const QJsonObject layer = layers.value(id);
    const QString parent = layer["parent"_L1].toString();
    return chainIdOn(
        parent.isEmpty() ? QString() : chainIdOf(layers, parent), layer["diff-digest"_L1].toString());
}

// It calls a layer by an ID of its own. That of a container has no digest.
Layers podmanLayers(const ContainerEngine &engine)
{
    QMap<QString, QJsonObject> byId;
    const QJsonArray listed =
        QJsonDocument::fromJson(contentOf(engine.dataFolder() + u"/overlay-layers/layers.json"_s)).array();
    for (const QJsonValue value : listed) {
        const QString id = value["id"_L1].toString();
        if (QDir(engine.dataFolder() + u"/overlay/"_s + id + u"/diff"_s).exists()) {
            byId.insert(id, value.toObject());
        }
    }
    Layers layers;
    for (auto layer = byId.cbegin(); layer != byId.cend(); ++layer) {
        if (layer->contains("diff-digest"_L1)) {
            layers.insert(chainIdOf(byId, layer.key()), layer.value()["diff-size"_L1].toInteger());
        }
    }
    return layers;
}

QMap<QString, qint64> difference(const QMap<QString, qint64> &all, const QMap<QString, qint64> &others)
{
    QMap<QString, qint64> rest = all;
    rest.removeIf([&](const auto &entry) { return others.contains(entry.key()); });
    return rest;
}

} // namespace

StoredLayers StoredLayers::of(const ContainerEngine &engine)
{
    switch (engine.kind().store) {
    case EngineKind::Store::Classic:
        return {.layers = classicLayers(engine)};
    case EngineKind::Store::Containerd:
        return containerdLayers(engine);
    case EngineKind::Store::Podman:
        return {.layers = podmanLayers(engine)};
    }
    Q_UNREACHABLE();
}

StoredLayers StoredLayers::without(const StoredLayers &other) const
{
    return {.layers = difference(layers, other.layers), .packed = difference(packed, other.packed)};
}

qint64 StoredLayers::bytes() const
{
    return std::accumulate(
        layers.cbegin(), layers.cend(), std::accumulate(packed.cbegin(), packed.cend(), qint64(0)));
}

} // namespace jettison

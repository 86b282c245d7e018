// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archivefixture.h"

#include <KCompressionDevice>
#include <KTar>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace jettison::fixture {

using namespace Qt::StringLiterals;

namespace {

const QString LongAgo = u"2020-02-20T20:20:20Z"_s;
const QString IndexType = u"application/vnd.oci.image.index.v1+json"_s;
const QString ManifestType = u"application/vnd.oci.image.manifest.v1+json"_s;
const QString ConfigType = u"application/vnd.oci.image.config.v1+json"_s;
const QString LayerType = u"application/vnd.oci.image.layer.v1.tar"_s;

QString hexOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray jsonList(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void addTo(QJsonObject &repositories, const QString &name, const QString &id)
{
    const qsizetype colon = name.lastIndexOf(u':');
    QJsonObject tags = repositories[name.first(colon)].toObject();
    tags[name.sliced(colon + 1)] = id;
    repositories[name.first(colon)] = tags;
}

QJsonObject named(QJsonObject descriptor, const QString &name, bool isDocker)
{
    descriptor["annotations"_L1] = isDocker
        ? QJsonObject{{u"io.containerd.image.name"_s, "docker.io/library/"_L1 + name},
              {u"org.opencontainers.image.ref.name"_s, name.section(u':', 1)}}
        : QJsonObject{{u"org.opencontainers.image.ref.name"_s, name}};
    return descriptor;
}

void addOnce(FixtureFiles &files, const FixtureFile &file)
{
    if (!find(files, file.path)) {
        files << file;
    }
}

QByteArray blobOf(const QString &name, const QString &packing)
{
    return packing.isEmpty() ? layer(name) : packed(layer(name), packing);
}

void addBlobs(FixtureFiles &files, const Image &image, const QString &packing)
{
    for (const QString &name : image.layers) {
        const QByteArray blob = blobOf(name, packing);
        addOnce(files, {blobPath(blob), blob});
    }
    addOnce(files, {blobPath(configOf(image)), configOf(image)});
    const QByteArray manifest = manifestOf(image, packing);
    addOnce(files, {blobPath(manifest), manifest});
}

FixtureFiles layoutOf(const QList<Image> &images, const QString &packing, bool isDocker)
{
    FixtureFiles files{{u"oci-layout"_s, R"({"imageLayoutVersion":"1.0.0"})"}};
    QJsonArray manifests;
    for (const Image &image : images) {
        addBlobs(files, image, packing);
        const QJsonObject descriptor = descriptorOf(ManifestType, manifestOf(image, packing));
        for (const QString &name : image.names) {
            manifests << named(descriptor, name, isDocker);
        }
        if (image.names.isEmpty()) {
            manifests << descriptor;
        }
    }
    files << FixtureFile{
        u"index.json"_s, json(QJsonObject{{u"schemaVersion"_s, 2}, {u"manifests"_s, manifests}})};
    return files;
}

} // namespace

QString digestOf(const QByteArray &bytes)
{
    return "sha256:"_L1 + hexOf(bytes);
}

QString blobPath(const QByteArray &bytes)
{
    return "blobs/sha256/"_L1 + hexOf(bytes);
}

QByteArray layer(const QString &name)
{
    const qsizetype size = name.section(u'=', 1).toLongLong();
    const QByteArray text = name.toUtf8();
    return tar({{name, size ? text.repeated(size / text.size() + 1).first(size) : text}});
}

QByteArray packed(const QByteArray &bytes, const QString &kind)
{
    const QMap<QString, KCompressionDevice::CompressionType> types{
        {u"gzip"_s, KCompressionDevice::GZip},
        {u"bzip2"_s, KCompressionDevice::BZip2},
        {u"xz"_s, KCompressionDevice::Xz},
        {u"zstd"_s, KCompressionDevice::Zstd},
    };
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    KCompressionDevice device(&buffer, false, types.value(kind));
    device.open(QIODevice::WriteOnly);
    device.write(bytes);
    device.close();
    QByteArray result = buffer.data();
    if (kind == "gzip"_L1) {
        // The time is in it, and the same bytes are to be packed the same.
        result.replace(4, 4, QByteArray(4, '\0'));
    }
    return result;
}

QByteArray configOf(const Image &image)
{
    QJsonArray diffIds;
    QJsonArray history;
    for (const QString &name : image.layers) {
        diffIds << digestOf(layer(name));
        history << QJsonObject{{u"created"_s, LongAgo}, {u"created_by"_s, name}};
    }
    return json(QJsonObject{
        {u"architecture"_s, image.platform.section(u'/', 1, 1)},
        {u"os"_s, image.platform.section(u'/', 0, 0)},
        {u"created"_s, LongAgo},
        {u"config"_s, QJsonObject{{u"Cmd"_s, QJsonArray{u"/true"_s}}}},
        {u"history"_s, history},
        {u"rootfs"_s, QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, diffIds}}},
    });
}

QString idOf(const Image &image)
{
    return digestOf(configOf(image));
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject descriptorOf(const QString &mediaType, const QByteArray &bytes)
{
    return {{u"mediaType"_s, mediaType}, {u"digest"_s, digestOf(bytes)}, {u"size"_s, bytes.size()}};
}

QByteArray manifestOf(const Image &image, const QString &packing)
{
    const QString type = packing.isEmpty() ? LayerType : LayerType + u'+' + packing;
    QJsonArray layers;
    for (const QString &name : image.layers) {
        layers << descriptorOf(type, blobOf(name, packing));
    }
    return json(QJsonObject{
        {u"schemaVersion"_s, 2},
        {u"mediaType"_s, ManifestType},
        {u"config"_s, descriptorOf(ConfigType, configOf(image))},
        {u"layers"_s, layers},
    });
}

FixtureFiles oldDocker(const QList<Image> &images)
{
    FixtureFiles files;
    QJsonArray manifest;
    QJsonObject repositories;
    QHash<QString, QString> layerPaths;
    for (const Image &image : images) {
        QString below;
        QJsonArray layers;
        for (const QString &name : image.layers) {
            const QString folder = hexOf((below + name).toUtf8());
            below = folder;
            const QString path = folder + "/layer.tar"_L1;
            addOnce(files, {folder + "/VERSION"_L1, "1.0"});
            addOnce(files, {folder + "/json"_L1, json(QJsonObject{{u"id"_s, folder}})});
            const QString known = layerPaths.value(name, path);
            addOnce(files,
                known == path ? FixtureFile{path, layer(name)} : FixtureFile{path, {}, "../"_L1 + known});
            layerPaths.insert(name, known);
            layers << path;
        }
        const QString config = hexOf(configOf(image)) + ".json"_L1;
        files << FixtureFile{config, configOf(image)};
        manifest << QJsonObject{{u"Config"_s, config},
            {u"RepoTags"_s,
                image.names.isEmpty() ? QJsonValue() : QJsonValue(QJsonArray::fromStringList(image.names))},
            {u"Layers"_s, layers}};
        for (const QString &name : image.names) {
            addTo(repositories, name, below);
        }
    }
    files << FixtureFile{u"manifest.json"_s, jsonList(manifest)}
          << FixtureFile{u"repositories"_s, json(repositories)};
    return files;
}

FixtureFiles newDocker(const QList<Image> &images)
{
    FixtureFiles files = layoutOf(images, {}, true);
    QJsonArray manifest;
    for (const Image &image : images) {
        QJsonArray layers;
        for (const QString &name : image.layers) {
            layers << blobPath(layer(name));
        }
        manifest << QJsonObject{{u"Config"_s, blobPath(configOf(image))},
            {u"RepoTags"_s, QJsonArray::fromStringList(image.names)}, {u"Layers"_s, layers}};
    }
    files << FixtureFile{u"manifest.json"_s, jsonList(manifest)};
    return files;
}

FixtureFiles layout(const QList<Image> &images, const QString &packing)
{
    return layoutOf(images, packing, false);
}

FixtureFiles platforms(const QList<Image> &images, const QStringList &absent)
{
    FixtureFiles files{{u"oci-layout"_s, R"({"imageLayoutVersion":"1.0.0"})"}};
    QJsonArray manifests;
    for (const Image &image : images) {
        QJsonObject descriptor = descriptorOf(ManifestType, manifestOf(image));
        descriptor["platform"_L1] = QJsonObject{{u"os"_s, image.platform.section(u'/', 0, 0)},
            {u"architecture"_s, image.platform.section(u'/', 1, 1)}};
        manifests << descriptor;
        if (!absent.contains(image.platform)) {
            addBlobs(files, image, {});
        }
    }
    const QByteArray index =
        json(QJsonObject{{u"schemaVersion"_s, 2}, {u"mediaType"_s, IndexType}, {u"manifests"_s, manifests}});
    files << FixtureFile{blobPath(index), index};
    const QString name = images.first().names.value(0);
    const QJsonArray roots{named(descriptorOf(IndexType, index), name, false)};
    files << FixtureFile{
        u"index.json"_s, json(QJsonObject{{u"schemaVersion"_s, 2}, {u"manifests"_s, roots}})};
    return files;
}

const FixtureFile *find(const FixtureFiles &files, const QString &path)
{
    const auto found = std::ranges::find(files, path, &FixtureFile::path);
    return found == files.end() ? nullptr : &*found;
}

FixtureFiles without(FixtureFiles files, const QString &path)
{
    files.removeIf([&](const FixtureFile &file) { return file.path == path; });
    return files;
}

FixtureFiles with(FixtureFiles files, const FixtureFile &file)
{
    const auto found = std::ranges::find(files, file.path, &FixtureFile::path);
    if (found == files.end()) {
        files << file;
    } else {
        *found = file;
    }
    return files;
}

QByteArray tar(const FixtureFiles &files)
{
    const QDateTime time = QDateTime::fromString(LongAgo, Qt::ISODate);
    QBuffer buffer;
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    for (const FixtureFile &file : files) {
        if (file.linkTarget.isEmpty()) {
            tar.writeFile(file.path, file.content, 0100644, u"root"_s, u"root"_s, time, time, time);
        } else {
            tar.writeSymLink(file.path, file.linkTarget, u"root"_s, u"root"_s, 0120777, time, time, time);
        }
    }
    tar.close();
    // KTar leaves out the two blocks that close an archive.
    return buffer.data() + QByteArray(1024, '\0');
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly)
        && file.write(bytes) == bytes.size();
}

bool writeFolder(const QString &folder, const FixtureFiles &files)
{
    return std::ranges::all_of(files, [&](const FixtureFile &file) {
        const QString path = folder + u'/' + file.path;
        return file.linkTarget.isEmpty() ? write(path, file.content) : QFile::link(file.linkTarget, path);
    });
}

} // namespace jettison::fixture

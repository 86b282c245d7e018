// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/samplestore.h"

#include "stores/archive/archivecatalog.h"
#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"

#include <QBuffer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <vector>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

struct SampleLayer
{
    QString command;
    QString path;
    int size = 0;
};

struct SampleImage
{
    /// Empty for an image that has lost its name.
    QStringList names;
    QString created;
    std::vector<SampleLayer> layers;
};

// What a person may find on his own disk: versions of one program on a common base, a base that others keep,
// an image with two names, and one that a newer build left behind without any.
std::vector<SampleImage> sampleImages()
{
    const SampleLayer base{u"ADD rootfs.tar.gz /"_s, u"usr/lib/libc.so"_s, 1'400'000};
    const SampleLayer python{u"RUN apk add python3"_s, u"usr/bin/python3"_s, 900'000};
    const SampleLayer libraries{
        u"RUN pip install -r requirements.txt"_s, u"usr/lib/python3/site.zip"_s, 400'000};
    const auto app = [](int version) {
        return SampleLayer{u"COPY app-1.%1 /app"_s.arg(version), u"app/main.py"_s, 60'000 + version * 1'000};
    };
    return {
        {{u"sample/base:3.20"_s}, u"2026-01-05T09:00:00Z"_s, {base}},
        {{u"sample/app:1.3"_s}, u"2026-02-10T10:00:00Z"_s, {base, python, libraries, app(3)}},
        {{u"sample/app:1.4"_s, u"sample/app:latest"_s}, u"2026-03-01T11:00:00Z"_s,
            {base, python, libraries, app(4)}},
        {{}, u"2026-02-28T16:00:00Z"_s,
            {base, python, {u"RUN pip install flask"_s, u"usr/lib/old.zip"_s, 350'000}}},
        {{u"sample/tools:2"_s}, u"2026-01-20T08:00:00Z"_s,
            {base, {u"RUN apk add curl git"_s, u"usr/bin/curl"_s, 700'000}}},
    };
}

// The same at each call, and not to be packed into nothing.
QByteArray contentOf(const SampleLayer &layer)
{
    QRandomGenerator numbers(quint32(layer.size));
    QByteArray content(layer.size, Qt::Uninitialized);
    for (char &byte : content) {
        byte = char(numbers.bounded(256));
    }
    return content;
}

class SampleWriter
{
public:
    explicit SampleWriter(QString folder)
        : m_folder(std::move(folder))
    {
    }

    Result<void> write();

private:
    Result<QJsonObject> addBlob(const QString &mediaType, const QByteArray &content);
    Result<QJsonObject> addLayer(const SampleLayer &layer);
    Result<void> addImage(const SampleImage &image);

    QString m_folder;
    QJsonArray m_entries;
};

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// https://github.com/opencontainers/image-spec/blob/main/image-layout.md
Result<void> SampleWriter::write()
{
    if (!QDir().mkpath(m_folder + "/blobs/sha256"_L1)) {
        return fail(ErrorCode::FileFailed, m_folder);
    }
    for (const SampleImage &image : sampleImages()) {
        if (const Result<void> added = addImage(image); !added) {
            return added;
        }
    }
    return durable::writeFile(m_folder + "/oci-layout"_L1, toJson({{u"imageLayoutVersion"_s, u"1.0.0"_s}}))
        .and_then([this] {
            return durable::writeFile(m_folder + "/index.json"_L1,
                toJson(
                    {{u"schemaVersion"_s, 2}, {u"mediaType"_s, u"application/vnd.oci.image.index.v1+json"_s},
                        {u"manifests"_s, m_entries}}));
        });
}

Result<QJsonObject> SampleWriter::addBlob(const QString &mediaType, const QByteArray &content)
{
    const QString digest = sha256Digest(content);
    const QJsonObject descriptor{
        {u"mediaType"_s, mediaType}, {u"digest"_s, digest}, {u"size"_s, content.size()}};
    return durable::writeFile(m_folder + "/blobs/"_L1 + QString(digest).replace(u':', u'/'), content)
        .map([&] { return descriptor; });
}

Result<QJsonObject> SampleWriter::addLayer(const SampleLayer &layer)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TarWriter tar(buffer);
    return tar.add(layer.path, contentOf(layer)).and_then([&] { return tar.finish(); }).and_then([&] {
        return addBlob(u"application/vnd.oci.image.layer.v1.tar"_s, buffer.data());
    });
}

Result<void> SampleWriter::addImage(const SampleImage &image)
{
    QJsonArray layers;
    QJsonArray diffIds;
    QJsonArray history;
    for (const SampleLayer &layer : image.layers) {
        const Result<QJsonObject> added = addLayer(layer);
        if (!added) {
            return tl::unexpected(added.error());
        }
        layers << *added;
        diffIds << added->value("digest"_L1);
        history << QJsonObject{{u"created"_s, image.created}, {u"created_by"_s, layer.command}};
    }
    const Result<QJsonObject> config = addBlob(u"application/vnd.oci.image.config.v1+json"_s,
        toJson({{u"architecture"_s, u"amd64"_s}, {u"os"_s, u"linux"_s}, {u"created"_s, image.created},
            {u"config"_s, QJsonObject()}, {u"history"_s, history},
            {u"rootfs"_s, QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, diffIds}}}}));
    if (!config) {
        return tl::unexpected(config.error());
    }
    const QString manifestType = u"application/vnd.oci.image.manifest.v1+json"_s;
    const Result<QJsonObject> manifest = addBlob(manifestType,
        toJson({{u"schemaVersion"_s, 2}, {u"mediaType"_s, manifestType}, {u"config"_s, *config},
            {u"layers"_s, layers}}));
    if (!manifest) {
        return tl::unexpected(manifest.error());
    }
    for (const QString &name : image.names) {
        QJsonObject entry = *manifest;
        entry.insert(u"annotations"_s, QJsonObject{{u"org.opencontainers.image.ref.name"_s, name}});
        m_entries << entry;
    }
    if (image.names.isEmpty()) {
        m_entries << *manifest;
    }
    return {};
}

} // namespace

// Made beside its place: it is there as a whole or not at all.
Result<void> makeSampleStore(const QString &folder)
{
    if (QDir(folder).exists()) {
        return {};
    }
    const QString parent = QFileInfo(folder).path();
    if (!QDir().mkpath(parent)) {
        return fail(ErrorCode::FileFailed, parent);
    }
    const QTemporaryDir draft(folder + "-XXXXXX"_L1);
    if (!draft.isValid()) {
        return fail(ErrorCode::FileFailed, draft.errorString());
    }
    const QString made = draft.filePath(u"store"_s);
    if (const Result<void> written = SampleWriter(made).write(); !written) {
        return written;
    }
    const Result<void> moved = durable::replace(made, folder);
    return moved || QDir(folder).exists() ? Result<void>() : moved;
}

} // namespace jettison

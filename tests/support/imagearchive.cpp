// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/imagearchive.h"

#include <KTar>

#include <QBuffer>
#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Program = u"busybox"_s;
const QString LongAgo = u"2020-02-20T20:20:20Z"_s;

bool addFile(KTar &tar, const QString &name, const QByteArray &content, int mode = 0100644)
{
    const QDateTime time = QDateTime::fromString(LongAgo, Qt::ISODate);
    return tar.writeFile(name, content, mode, u"root"_s, u"root"_s, time, time, time);
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QString digestOf(const QByteArray &bytes)
{
    return u"sha256:"_s + sha256(bytes);
}

QByteArray layerOf(const QString &name)
{
    QBuffer buffer;
    KTar tar(&buffer);
    tar.open(QIODevice::WriteOnly);
    if (name == Program) {
        QFile program(u"/bin/busybox"_s);
        program.open(QIODevice::ReadOnly);
        addFile(tar, Program, program.readAll(), 0100755);
    } else {
        const qsizetype size = name.section(u'=', 1).toLongLong();
        addFile(tar, name, size ? name.toUtf8().repeated(size / name.size() + 1).first(size) : name.toUtf8());
    }
    tar.close();
    return buffer.data();
}

// KTar leaves out the two blocks that close an archive.
QString finish(const QString &path)
{
    QFile file(path);
    const QByteArray end(1024, '\0');
    const bool isWritten = file.open(QIODevice::Append) && file.write(end) == end.size() && file.flush();
    return isWritten ? QString() : file.errorString();
}

QString baseOf(const ImageArchive::Image &image)
{
    return image.base.isEmpty() ? image.parent : image.base;
}

} // namespace

QJsonArray ImageArchive::historyOf(const Image &image, const QStringList &bottom) const
{
    const QString base = baseOf(image);
    QJsonArray history = m_entries.value(base).history;
    for (const QString &layer : (base.isEmpty() ? bottom : QStringList()) + image.layers) {
        history << QJsonObject{{u"created"_s, LongAgo}, {u"created_by"_s, layer}};
    }
    if (image.step.isEmpty()) {
        return history;
    }
    QJsonObject last{{u"created"_s, LongAgo}, {u"created_by"_s, u"true"_s}, {u"empty_layer"_s, true}};
    if (!image.layers.isEmpty()) {
        last = history.takeAt(history.size() - 1).toObject();
    }
    last.insert(u"comment"_s, image.step);
    history << last;
    return history;
}

QString ImageArchive::add(const Image &image)
{
    const QStringList bottom = image.isBare ? QStringList() : QStringList(Program);
    const QString base = baseOf(image);
    const QStringList below = base.isEmpty() ? bottom : m_entries[base].layers;
    const Entry entry{.history = historyOf(image, bottom),
        .tags = image.tags,
        .layers = below + image.layers,
        .parent = image.parent};
    QJsonArray diffIds;
    for (const QString &layer : entry.layers) {
        if (!m_layers.contains(layer)) {
            const QByteArray content = layerOf(layer);
            m_layers.insert(layer, {content, digestOf(content)});
        }
        diffIds << m_layers[layer].diffId;
    }
    QJsonObject runtime{{u"Cmd"_s, QJsonArray{u"/busybox"_s, u"true"_s}}};
    if (!image.labels.isEmpty()) {
        QJsonObject labels;
        for (auto label = image.labels.cbegin(); label != image.labels.cend(); ++label) {
            labels.insert(label.key(), *label);
        }
        runtime.insert(u"Labels"_s, labels);
    }
    const QByteArray config =
        QJsonDocument(QJsonObject{
                          {u"architecture"_s, u"amd64"_s},
                          {u"os"_s, u"linux"_s},
                          {u"created"_s, LongAgo},
                          {u"comment"_s, image.comment},
                          {u"config"_s, runtime},
                          {u"history"_s, entry.history},
                          {u"rootfs"_s, QJsonObject{{u"type"_s, u"layers"_s}, {u"diff_ids"_s, diffIds}}},
                      })
            .toJson(QJsonDocument::Compact);
    const QString id = digestOf(config);
    m_entries.insert(id, {config, entry.history, entry.tags, entry.layers, entry.parent});
    return id;
}

QString ImageArchive::write(const QString &path) const
{
    return write(path, m_entries.keys());
}

QString ImageArchive::write(const QString &path, const QStringList &ids) const
{
    KTar tar(path, u"application/x-tar"_s);
    if (!tar.open(QIODevice::WriteOnly)) {
        return tar.errorString();
    }
    const auto layerPath = [](const QString &name) { return name + u"/layer.tar"_s; };
    QSet<QString> written;
    QJsonArray manifest;
    for (const QString &id : ids) {
        const Entry entry = m_entries[id];
        const QString config = sha256(entry.config) + u".json"_s;
        addFile(tar, config, entry.config);
        QJsonArray layers;
        for (const QString &layer : entry.layers) {
            if (!written.contains(layer)) {
                addFile(tar, layerPath(layer), m_layers[layer].content);
                written.insert(layer);
            }
            layers << layerPath(layer);
        }
        manifest << QJsonObject{
            {u"Config"_s, config},
            {u"RepoTags"_s, QJsonArray::fromStringList(entry.tags)},
            {u"Layers"_s, layers},
            {u"Parent"_s, entry.parent},
        };
    }
    addFile(tar, u"manifest.json"_s, QJsonDocument(manifest).toJson());
    return tar.close() ? finish(path) : tar.errorString();
}

} // namespace jettison

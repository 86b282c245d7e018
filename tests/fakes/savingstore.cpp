// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/savingstore.h"

#include "fakes/storetext.h"
#include "stores/archive/openedarchive.h"
#include "stores/archive/tarreader.h"
#include "stores/archive/tarwriter.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QSet>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype PieceSize = 1000;
constexpr qsizetype LayerSize = 5000;

QByteArray layerOf(const QString &name)
{
    return name.toUtf8().repeated(LayerSize);
}

QString digestOf(const QByteArray &bytes)
{
    return "sha256:"_L1
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QByteArray configOf(const QStringList &layers, const QString &comment)
{
    QJsonArray diffIds;
    for (const QString &layer : layers) {
        diffIds << digestOf(layerOf(layer));
    }
    return QJsonDocument(
        QJsonObject{{u"comment"_s, comment}, {u"rootfs"_s, QJsonObject{{u"diff_ids"_s, diffIds}}}})
        .toJson();
}

} // namespace

SavedImages::SavedImages(const QString &text)
{
    QList<Image> images;
    QList<Container> containers;
    ImageContents contents;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.section(u'[', 0, 0).split(u' ', Qt::SkipEmptyParts);
        if (words.value(1) == "="_L1) {
            const QString number = QString::number(containers.size()).rightJustified(64, u'0');
            containers << Container{.id = ContainerId(number),
                .name = words[0],
                .image = images.isEmpty() ? ImageId() : idOf(words[2]),
                .state = stateFromName(words[3])};
            continue;
        }
        const QStringList names = line.section(u'[', 1).section(u']', 0, 0).split(u' ', Qt::SkipEmptyParts);
        const QByteArray config = configOf(names, line);
        const QString id = digestOf(config);
        configs.insert(id, config);
        layers.insert(id, names);
        Image image{
            .id = ImageId(id), .references = {}, .parent = {}, .created = {}, .size = 0, .labels = {}};
        ImageContent content{.history = QList<HistoryEntry>()};
        for (const QString &word : words) {
            image.references << referenceOf(word);
        }
        for (const QString &name : names) {
            content.diffIds << DiffId(digestOf(layerOf(name)));
            content.history->append({.createdBy = name, .size = layerOf(name).size()});
            image.size += layerOf(name).size();
        }
        contents.insert(image.id, content);
        images << image;
        snapshot = std::make_shared<const Snapshot>(
            StoreInfo{
                .endpoint = u"unix:///fake"_s, .name = u"Fake"_s, .version = u"1"_s, .apiVersion = u"1.41"_s},
            images, containers, contents);
    }
    snapshot = std::make_shared<const Snapshot>(snapshot->store(), images, containers, contents);
}

ImageId SavedImages::idOf(const QString &reference) const
{
    return snapshot->images()[snapshot->find(referenceOf(reference))].id;
}

QByteArray SavedImages::archive(const QStringList &names) const
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    TarWriter tar(buffer);
    QJsonArray manifest;
    QSet<QString> written;
    const auto addOnce = [&](const QString &path, const QByteArray &content) {
        if (!written.contains(path)) {
            written.insert(path);
            (void)tar.add(path, content);
        }
        return path;
    };
    QMap<QString, QJsonArray> tags;
    QStringList ids;
    for (const QString &name : names) {
        const QString id = configs.contains(name) ? name : idOf(name).text();
        if (id != name) {
            tags[id] << name;
        }
        ids << (ids.contains(id) ? QStringList() : QStringList(id));
    }
    for (const QString &id : ids) {
        QJsonArray paths;
        for (const QString &layer : layers[id]) {
            paths << addOnce(layer + "/layer.tar"_L1, layerOf(layer));
        }
        manifest << QJsonObject{
            {u"Config"_s, addOnce(id.sliced(7) + ".json"_L1, configs[id])},
            {u"RepoTags"_s, tags.contains(id) ? QJsonValue(tags[id]) : QJsonValue()},
            {u"Layers"_s, paths},
        };
    }
    addOnce(u"manifest.json"_s, QJsonDocument(manifest).toJson());
    (void)tar.finish();
    return buffer.data();
}

SavingStore::SavingStore(const SavedImages &images)
    : FakeStore(images.snapshot),
      m_images(images)
{
}

Result<void> SavingStore::save(const QStringList &images, const PieceSink &sink, const Call &call)
{
    requests << u"save"_s;
    const QByteArray whole = m_images.archive(images);
    const QByteArray sent = damage ? damage(whole) : whole;
    for (qsizetype at = 0; at < sent.size(); at += PieceSize) {
        if (onPiece) {
            onPiece(at);
        }
        if (call.cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
        if (const Result<void> taken =
                sink(QByteArrayView(sent).sliced(at).first(std::min(PieceSize, sent.size() - at)));
            !taken) {
            return taken;
        }
    }
    return {};
}

Result<void> SavingStore::load(const PieceSource &source, const Call &call)
{
    requests << u"load"_s;
    QByteArray bytes;
    for (;;) {
        const Result<QByteArray> piece = source();
        if (!piece || piece->isEmpty()) {
            if (!piece) {
                return tl::unexpected(piece.error());
            }
            break;
        }
        bytes += *piece;
        if (onPiece) {
            onPiece(bytes.size());
        }
        if (call.cancel.isRequested()) {
            return fail(ErrorCode::Cancelled);
        }
    }
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    TarReader tar(buffer);
    const auto archived = readCatalog(tar, Digests::Omitted).and_then(imagesOf);
    if (!archived) {
        return tl::unexpected(archived.error());
    }
    QList<Image> images = snapshot->images();
    for (const ArchivedImage &image : *archived) {
        if (!snapshot->image(image.id)) {
            images << *m_images.snapshot->image(image.id);
            images.last().references = {};
        }
    }
    snapshot = std::make_shared<const Snapshot>(snapshot->store(), images, snapshot->containers(), contents);
    if (onChange) {
        onChange(snapshot);
    }
    return {};
}

} // namespace jettison

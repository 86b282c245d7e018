// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/importjson.h"

#include "models/messages.h"

#include <QJsonArray>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

template <typename T> QJsonArray textsToJson(const QList<T> &values)
{
    QJsonArray array;
    std::ranges::transform(values, std::back_inserter(array), &T::text);
    return array;
}

QJsonValue idToJson(const ImageId &id)
{
    return id.isEmpty() ? QJsonValue() : QJsonValue(id.text());
}

QJsonArray movedToJson(const QList<MovedName> &names)
{
    QJsonArray array;
    for (const MovedName &name : names) {
        array << QJsonObject{{u"reference"_s, name.reference.text()}, {u"from"_s, name.from.text()},
            {u"to"_s, name.to.text()}};
    }
    return array;
}

QJsonObject entryToJson(const ImportPreview::Entry &entry)
{
    QJsonArray names;
    for (const ImportPreview::Name &name : entry.names) {
        names << QJsonObject{{u"archive"_s, name.inArchive.text()}, {u"reference"_s, name.inStore.text()},
            {u"image"_s, idToJson(name.holder)}};
    }
    return {
        {u"id"_s, entry.image.id.text()},
        {u"present"_s, idToJson(entry.presentId)},
        {u"possible"_s, entry.isPossible},
        {u"names"_s, names},
        {u"platforms"_s, QJsonArray::fromStringList(entry.platforms)},
        {u"size"_s, entry.image.size},
    };
}

} // namespace

QJsonObject previewToJson(const ImportPreview &preview, const QList<RemovalTarget> &targets)
{
    QJsonArray images;
    for (const ImportPreview::Entry &entry : preview.images) {
        if (std::ranges::find(targets, entry.image.id, &RemovalTarget::image) != targets.cend()) {
            images << entryToJson(entry);
        }
    }
    const ImportPreview::Sum sum = preview.sumOf(targets);
    return {
        {u"path"_s, preview.path},
        {u"images"_s, images},
        {u"layers"_s, sum.layers},
        {u"newLayers"_s, sum.newLayers},
        {u"bytes"_s, sum.bytes.bytes},
        {u"estimate"_s, sum.bytes.isEstimate},
        {u"moved"_s, movedToJson(preview.movedBy(targets))},
    };
}

QJsonObject importToJson(const ImportReport &report)
{
    QJsonArray untagged;
    for (const ImportReport::LostName &name : report.untagged) {
        untagged << QJsonObject{{u"reference"_s, name.reference.text()}, {u"image"_s, idToJson(name.holder)}};
    }
    return {
        {u"path"_s, report.request.path},
        {u"imported"_s, textsToJson(report.imported)},
        {u"present"_s, textsToJson(report.present)},
        {u"missing"_s, textsToJson(report.missing)},
        {u"tagged"_s, textsToJson(report.tagged)},
        {u"untagged"_s, untagged},
        {u"moved"_s, movedToJson(report.moved)},
        {u"error"_s, report.error ? QJsonValue(messages::error(*report.error)) : QJsonValue()},
    };
}

} // namespace jettison::cli

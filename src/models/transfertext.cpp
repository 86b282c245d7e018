// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/transfertext.h"

#include "models/formatting.h"
#include "models/imagetext.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace jettison::transfertext {

using namespace Qt::StringLiterals;

namespace {

struct TransferText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::TransferText)
};

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(TransferText::tr(", "));
}

QString images(int count)
{
    return TransferText::tr("%n image(s)", nullptr, count);
}

// Of which an archive as docker save makes it holds less than the store.
QStringList cutImages(const ExportReport &report)
{
    QStringList names;
    for (const RemovalTarget &target : report.request.targets) {
        const Image *image = report.request.snapshot->image(target.image);
        if (report.format == ExportRequest::Format::Docker && image && image->variants.size() > 1) {
            names << namesOf(*image).first();
        }
    }
    names.removeDuplicates();
    return names;
}

} // namespace

QString added(const ImportPreview::Sum &sum)
{
    if (sum.images == 0) {
        return TransferText::tr("Nothing is chosen");
    }
    if (sum.newLayers == 0) {
        return TransferText::tr("Adds no layers: all are there already");
    }
    return TransferText::tr("Adds %1: %n of %2 layers are new", nullptr, sum.newLayers)
        .arg(formatSize(sum.bytes))
        .arg(sum.layers);
}

QString state(const ImportPreview::Entry &entry)
{
    if (!entry.isPossible) {
        return TransferText::tr("not an image: only an OCI layout can hold it");
    }
    if (entry.isComplete()) {
        return TransferText::tr("there already");
    }
    if (entry.bringsPlatforms) {
        return TransferText::tr("there already, with fewer platforms");
    }
    return entry.isPresent() ? TransferText::tr("there already, with other names") : TransferText::tr("new");
}

QString names(const ImportPreview::Entry &entry)
{
    QStringList texts;
    for (const ImportPreview::Name &name : entry.names) {
        texts << name.inStore.text();
    }
    return texts.isEmpty() ? shortId(entry.image.id) : joined(texts);
}

QString platforms(const ImportPreview::Entry &entry)
{
    QStringList texts = entry.platforms;
    if (texts.isEmpty()) {
        std::ranges::transform(entry.image.variants, std::back_inserter(texts), variantText);
    }
    return joined(texts);
}

QString moved(const MovedName &name)
{
    return TransferText::tr("%1 leaves image %2").arg(name.reference.text(), shortId(name.from));
}

QList<Message> remarks(const ExportReport &report)
{
    QList<Message> messages;
    if (report.error) {
        messages << Message{Message::Kind::Error, messages::error(*report.error)};
    }
    for (const MovedName &name : report.moved) {
        messages << Message{Message::Kind::Info, moved(name)};
    }
    for (const QString &image : report.error ? QStringList() : cutImages(report)) {
        messages << Message{Message::Kind::Warning,
            TransferText::tr(
                "Only one platform of %1 was exported: an archive as docker save makes it holds no "
                "more. An OCI layout holds all of them.")
                .arg(image)};
    }
    return messages;
}

Message summary(const ExportReport &report)
{
    const QString path = QDir::toNativeSeparators(report.request.path);
    return report.error
        ? Message{Message::Kind::Warning, TransferText::tr("Nothing was exported to %1").arg(path)}
        : Message{Message::Kind::Info,
              TransferText::tr("%1 exported to %2, which takes %3 now")
                  .arg(images(report.images), path, formatSize(report.size))};
}

QList<Message> remarks(const ImportReport &report)
{
    QList<Message> messages;
    const auto warn = [&](const QString &text) { messages << Message{Message::Kind::Warning, text}; };
    if (report.error) {
        messages << Message{Message::Kind::Error, messages::error(*report.error)};
    }
    if (report.mayGoOn) {
        warn(TransferText::tr("The engine may still take in what it has received"));
    }
    // After an error or a cancel that goes without saying.
    for (const ImageId &id : report.error ? QList<ImageId>() : report.missing) {
        warn(TransferText::tr("Image %1 was not imported").arg(shortId(id)));
    }
    for (const ImportReport::LostName &name : report.untagged) {
        warn(name.holder.isEmpty() ? TransferText::tr("The name %1 was not given").arg(name.reference.text())
                                   : TransferText::tr("The name %1 was not given: image %2 has it")
                                         .arg(name.reference.text(), shortId(name.holder)));
    }
    for (const MovedName &name : report.moved) {
        messages << Message{Message::Kind::Info, moved(name)};
    }
    return messages;
}

Message summary(const ImportReport &report)
{
    const auto present = int(report.present.size());
    const auto missing = int(report.missing.size());
    const QString done = joined({
        TransferText::tr("%n image(s) imported", nullptr, int(report.imported.size())),
        TransferText::tr("%n name(s) given", nullptr, int(report.tagged.size())),
        present ? TransferText::tr("%n image(s) were there already", nullptr, present) : QString(),
        missing ? TransferText::tr("%n image(s) not imported", nullptr, missing) : QString(),
    });
    return {report.isComplete() ? Message::Kind::Info : Message::Kind::Warning, done};
}

} // namespace jettison::transfertext

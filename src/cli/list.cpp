// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/table.h"
#include "core/imageshares.h"
#include "core/storedparts.h"
#include "models/formatting.h"
#include "models/imagetext.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct ListCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ListCommand)
};

const QString None = u"<none>"_s;

// One row a tag, as `docker image ls` prints them; a digest only where its repository has no tag on the
// image.
QList<std::pair<QString, QString>> tableNames(const Image &image)
{
    QList<std::pair<QString, QString>> names;
    for (const Reference &reference : image.references) {
        const QString repository = reference.repository();
        const bool known =
            std::ranges::any_of(names, [&](const auto &name) { return name.first == repository; });
        if (!reference.isDigest()) {
            names.emplaceBack(repository, reference.tag());
        } else if (!known) {
            names.emplaceBack(repository, None);
        }
    }
    if (names.isEmpty()) {
        names.emplaceBack(None, None);
    }
    return names;
}

// Of its size. Nothing where layers are kept in one way only.
QStringList packedCell(const std::optional<StoredParts> &parts, const StoreTraits &traits)
{
    if (!traits.keepsPacked) {
        return {};
    }
    return {parts ? formatSize(parts->packed) : ListCommand::tr("unknown")};
}

// Most stores have nothing to note.
QStringList headings(const Snapshot &snapshot)
{
    const QStringList packed = snapshot.store().traits.keepsPacked ? QStringList(u"PACKED"_s) : QStringList();
    const QStringList common = QStringList{u"REPOSITORY"_s, u"TAG"_s, u"IMAGE ID"_s, u"CREATED"_s, u"SIZE"_s}
        + packed + QStringList{u"UNIQUE"_s, u"USED BY"_s};
    const bool hasNotes =
        std::ranges::any_of(snapshot.images(), [](const Image &image) { return !noteText(image).isEmpty(); });
    return hasNotes ? common + QStringList{u"NOTE"_s} : common;
}

QStringList usersOf(const Snapshot &snapshot, Snapshot::Index image)
{
    QStringList users;
    for (const int position : snapshot.containersOf(image)) {
        users << messages::containerName(snapshot.containers()[position]);
    }
    return users;
}

QStringList variantRow(const ImageVariant &variant, const StoreTraits &traits)
{
    const QStringList packed = packedCell(storedParts(variant, traits), traits);
    const QString size = variant.isPresent ? formatSize(variant.size) : ListCommand::tr("not here");
    return QStringList{u"  "_s + variantText(variant), {}, variantId(variant), {}, size}
    + (variant.isPresent ? packed : QStringList(packed.size(), {})) + QStringList{{}, {}, {}};
}

QList<QStringList> rowsOf(const Snapshot &snapshot, bool withIntermediate)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const StoreTraits &traits = snapshot.store().traits;
    QList<QStringList> rows{headings(snapshot)};
    const ImageShares shares(snapshot);
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (!withIntermediate && snapshot.isIntermediate(i)) {
            continue;
        }
        const Image &image = snapshot.images()[i];
        const QString users = usersOf(snapshot, i).join(ListCommand::tr(", "));
        const QStringList packed = packedCell(storedParts(image, traits), traits);
        for (const auto &[repository, tag] : tableNames(image)) {
            rows << QStringList{repository, tag, shortId(image.id), formatAge(image.created, now),
                        formatSize(image.size)}
                    + packed + QStringList{formatSize(shares.image(i).unique), users, noteText(image)};
        }
        for (const ImageVariant &variant : shownVariants(image)) {
            rows << variantRow(variant, traits);
        }
    }
    return rows;
}

void printIds(const Snapshot &snapshot, bool withIntermediate, const Terminal &terminal)
{
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (withIntermediate || !snapshot.isIntermediate(i)) {
            terminal.printLine(shortId(snapshot.images()[i].id));
        }
    }
}

} // namespace

ExitStatus listImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    if (options.format == Options::Format::Json) {
        const QJsonArray images = imagesToJson(**snapshot, options.intermediate);
        terminal.printLine(QString::fromUtf8(QJsonDocument(images).toJson()).trimmed());
    } else if (options.quiet) {
        printIds(**snapshot, options.intermediate, terminal);
    } else {
        printTable(rowsOf(**snapshot, options.intermediate), terminal);
    }
    return ExitStatus::Done;
}

ExitStatus showOverview(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    terminal.printLine(ListCommand::tr("%1: %2").arg(
        messages::storeName((*snapshot)->store()), messages::totals(**snapshot)));
    terminal.printLine({});
    printTable(rowsOf(**snapshot, options.intermediate), terminal);
    terminal.printLine({});
    terminal.printLine(ListCommand::tr("There is no display for the window. In the terminal, try:\n"
                                       "  jettison rm --dry-run IMAGE    what removing it would do\n"
                                       "  jettison rm IMAGE              remove it\n"
                                       "  jettison rm --unused           remove what no container uses\n"
                                       "  jettison --help                everything else"));
    return ExitStatus::Done;
}

} // namespace jettison::cli

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/filesjson.h"
#include "cli/progressline.h"
#include "cli/table.h"
#include "core/filetree.h"
#include "core/removaltarget.h"
#include "jobs/filesreading.h"
#include "models/filestext.h"
#include "models/formatting.h"
#include "models/imagetext.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct FilesCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::FilesCommand)
};

constexpr qsizetype MinIdLength = 4;

bool beginsLike(const QString &id, const QString &text)
{
    return text.size() >= MinIdLength && (id.startsWith(text) || id.section(u':', 1).startsWith(text));
}

// Its number from 1 on, or the beginning of its diff ID or chain ID. -1 if there is none.
int findLayer(const ImageFiles &files, const QString &text)
{
    bool isNumber = false;
    if (const int number = text.toInt(&isNumber); isNumber && text.size() < MinIdLength) {
        return number >= 1 && number <= int(files.layers().size()) ? number - 1 : -1;
    }
    ChainId chain;
    for (int i = 0; i < int(files.layers().size()); ++i) {
        const DiffId &diffId = files.layers()[size_t(i)].diffId;
        chain = chainIdOf(chain, diffId);
        if (beginsLike(diffId.text(), text) || beginsLike(chain.text(), text)) {
            return i;
        }
    }
    return -1;
}

void printEntries(const ListedFiles &listed, const ImageFiles &files, const Terminal &terminal)
{
    QList<QStringList> rows{{u"MODE"_s, u"SIZE"_s, u"LAYER"_s, u"CHANGE"_s, u"PATH"_s}};
    for (const ListedFile &file : listed) {
        const FileEntry &entry = files.entries()[size_t(file.entry)];
        rows << QStringList{filestext::mode(entry), formatSize(entry.size), QString::number(entry.layer + 1),
            filestext::change(entry),
            entry.linkTarget.isEmpty() ? file.path : file.path + " -> "_L1 + entry.linkTarget};
    }
    printTable(rows, terminal);
}

void printWasted(const ImageFiles &files, const Terminal &terminal)
{
    QList<QStringList> rows{{u"WASTED"_s, u"TIMES"_s, u"PATH"_s}};
    for (const ImageFiles::WastedPath &wasted : files.wasted()) {
        rows << QStringList{
            formatSize(wasted.bytes), QString::number(wasted.times), u'/' + files.paths().path(wasted.path)};
    }
    printTable(rows, terminal);
}

// What is seen in the image, or one layer has; sorted by path. Not the folders that no layer tells of.
ListedFiles listed(const ImageFiles &files, int layer)
{
    ListedFiles listed;
    const FileTree tree = layer < 0 ? FileTree::ofImage(files) : FileTree::ofLayer(files, layer);
    for (const FileTree::Row &row : tree.rows) {
        if (row.entry >= 0) {
            listed << ListedFile{.path = layer < 0
                    ? u'/' + files.paths().path(row.path)
                    : filestext::path(files, files.entries()[size_t(row.entry)]),
                .entry = row.entry,
                .size = row.isFolder ? 0 : row.bytes};
        }
    }
    std::ranges::stable_sort(listed, {}, &ListedFile::path);
    return listed;
}

ListedFiles biggest(const ImageFiles &files, int count)
{
    ListedFiles listed;
    for (const int position : files.biggest(count)) {
        const ImageFiles::TopFile &file = files.top()[size_t(position)];
        listed << ListedFile{
            .path = u'/' + files.paths().path(file.path), .entry = file.entry, .size = file.size};
    }
    return listed;
}

void explainList(const Image &list, const Terminal &terminal)
{
    QStringList images;
    for (const ImageVariant &variant : list.variants) {
        images << (variant.isPresent
                ? FilesCommand::tr("%1 (\"jettison files %2\")").arg(variantText(variant), variantId(variant))
                : FilesCommand::tr("%1 (not in this store)").arg(variantText(variant)));
    }
    const QString name = messages::imageName(list);
    terminal.printProblem(images.isEmpty()
            ? FilesCommand::tr("%1 is a manifest list: it has no layers, and names no image.").arg(name)
            : FilesCommand::tr("%1 is a manifest list: it has no layers. Choose one of the images that it "
                               "names: %2.")
                  .arg(name, images.join(FilesCommand::tr(", "))));
}

ExitStatus print(
    const Options &options, const ImageFiles &files, const Snapshot &snapshot, const Terminal &terminal)
{
    const int layer = options.layer.isEmpty() ? -1 : findLayer(files, options.layer);
    if (layer < 0 && !options.layer.isEmpty()) {
        terminal.printProblem(FilesCommand::tr("The image has no layer \"%1\": give the beginning of its "
                                               "digest or chain ID, or a number from 1 to %2.")
                .arg(options.layer)
                .arg(files.layers().size()));
        return ExitStatus::Incomplete;
    }
    const ListedFiles chosen = options.biggest ? biggest(files, *options.biggest)
        : options.wasted                       ? ListedFiles()
                                               : listed(files, layer);
    if (options.format == Options::Format::Json) {
        const QJsonObject object = filesToJson(files, chosen, filestext::layerTitles(files, snapshot));
        terminal.printLine(QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
        return ExitStatus::Done;
    }
    if (options.wasted) {
        printWasted(files, terminal);
    } else {
        printEntries(chosen, files, terminal);
    }
    terminal.printError(filestext::summary(files));
    return ExitStatus::Done;
}

} // namespace

ExitStatus showFiles(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    if (!snapshot) {
        return statusOf(snapshot.error());
    }
    const Result<RemovalTarget> target = findTarget(**snapshot, options.names.first());
    if (!target) {
        terminal.printProblem(messages::error(target.error()));
        return ExitStatus::Incomplete;
    }
    if (const Image *image = (*snapshot)->image(target->image); image->isList) {
        explainList(*image, terminal);
        return ExitStatus::Incomplete;
    }
    ProgressLine line(terminal);
    const auto progress = [&](qint64 bytes) {
        line.show(FilesCommand::tr("%1 read").arg(formatSize(bytes)));
    };
    const Result<ImageFilesPtr> files = readImageFiles(store, target->image, progress, cancel);
    line.clear();
    if (!files) {
        terminal.printProblem(messages::error(files.error()));
        return concernsOne(files.error()) || files.error().code == ErrorCode::BrokenArchive
            ? ExitStatus::Incomplete
            : statusOf(files.error());
    }
    return print(options, **files, **snapshot, terminal);
}

} // namespace jettison::cli

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/importjson.h"
#include "cli/progressline.h"
#include "cli/table.h"
#include "jobs/importing.h"
#include "models/formatting.h"
#include "models/transfertext.h"
#include "models/undotext.h"

#include <QJsonDocument>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

class Import
{
public:
    Import(const Options &options, Store &store, const Terminal &terminal, const CancelToken &cancel)
        : m_options(options),
          m_store(store),
          m_terminal(terminal),
          m_cancel(cancel)
    {
    }

    ExitStatus run(const Snapshot &snapshot);

private:
    QList<RemovalTarget> findTargets(const ImportPreview &preview);
    void show(const ImportPreview &preview, const QList<RemovalTarget> &targets) const;
    ExitStatus carryOut(const ReadImport &read, const QList<RemovalTarget> &targets);
    void print(const QJsonObject &object) const;
    BackupListener listener();

    bool isText() const { return m_options.format == Options::Format::Text; }

    const Options &m_options;
    Store &m_store;
    const Terminal &m_terminal;
    CancelToken m_cancel;
    ProgressLine m_line{m_terminal};
    bool m_complained = false;
};

ExitStatus Import::run(const Snapshot &snapshot)
{
    const Result<ReadImport> read = readForImport(m_options.file, snapshot, m_cancel, listener());
    m_line.clear();
    if (!read) {
        m_terminal.printProblem(messages::error(read.error()));
        return ExitStatus::Incomplete;
    }
    const QList<RemovalTarget> targets = findTargets(read->preview);
    if (m_options.dryRun) {
        show(read->preview, targets);
    } else if (!targets.isEmpty() && carryOut(*read, targets) != ExitStatus::Done) {
        return ExitStatus::Incomplete;
    }
    return m_complained ? ExitStatus::Incomplete : ExitStatus::Done;
}

QList<RemovalTarget> Import::findTargets(const ImportPreview &preview)
{
    QList<Image> images;
    for (const ImportPreview::Entry &entry : preview.images) {
        images << entry.image;
        if (m_options.names.isEmpty() && !entry.isPossible) {
            m_terminal.printError(transfertext::names(entry) + u": "_s + transfertext::state(entry));
        }
    }
    if (m_options.names.isEmpty()) {
        return preview.everything();
    }
    const Snapshot archive({}, images, {});
    QList<RemovalTarget> targets;
    for (const QString &name : m_options.names) {
        const Result<RemovalTarget> target = findTarget(archive, name);
        const ImportPreview::Entry *entry = target ? preview.find(target->image) : nullptr;
        if (entry && entry->isPossible) {
            targets << *target;
            continue;
        }
        m_complained = true;
        m_terminal.printProblem(
            entry ? name + u": "_s + transfertext::state(*entry) : messages::error(target.error()));
    }
    return targets;
}

void Import::show(const ImportPreview &preview, const QList<RemovalTarget> &targets) const
{
    if (!isText()) {
        print(previewToJson(preview, targets));
        return;
    }
    QList<QStringList> rows{{u"NAMES"_s, u"IMAGE ID"_s, u"PLATFORMS"_s, u"SIZE"_s, u"STATE"_s}};
    for (const ImportPreview::Entry &entry : preview.images) {
        if (std::ranges::find(targets, entry.image.id, &RemovalTarget::image) != targets.cend()) {
            rows << QStringList{transfertext::names(entry), shortId(entry.image.id),
                transfertext::platforms(entry), formatSize(entry.image.size), transfertext::state(entry)};
        }
    }
    printTable(rows, m_terminal);
    for (const MovedName &name : preview.movedBy(targets)) {
        m_terminal.printLine(transfertext::moved(name));
    }
    m_terminal.printLine(transfertext::added(preview.sumOf(targets)));
}

ExitStatus Import::carryOut(const ReadImport &read, const QList<RemovalTarget> &targets)
{
    m_terminal.printError(transfertext::added(read.preview.sumOf(targets)));
    const ImportReport report = jettison::importImages(
        {.path = read.preview.path, .targets = targets}, read.archive, m_store, m_cancel, listener());
    m_line.clear();
    if (!isText()) {
        print(importToJson(report));
    }
    for (const ImageId &id : isText() ? report.imported : QList<ImageId>()) {
        m_terminal.printLine(u"Loaded: "_s + id.text());
    }
    for (const Reference &name : isText() ? report.tagged : QList<Reference>()) {
        m_terminal.printLine(u"Tagged: "_s + name.text());
    }
    printMessages(transfertext::remarks(report), m_terminal);
    m_terminal.printError(transfertext::summary(report).text);
    return report.isComplete() ? ExitStatus::Done : ExitStatus::Incomplete;
}

void Import::print(const QJsonObject &object) const
{
    m_terminal.printLine(QString::fromUtf8(QJsonDocument(object).toJson()).trimmed());
}

BackupListener Import::listener()
{
    return [this](const BackupProgress &now) { m_line.show(undotext::progress(now)); };
}

} // namespace

ExitStatus importImages(const Options &options, Store &store, LayerReader &reader, const Terminal &terminal,
    const CancelToken &cancel)
{
    cancelOnInterrupt(cancel);
    const Result<SnapshotPtr> snapshot = scanOrExplain(store, reader, terminal, cancel);
    return snapshot ? Import(options, store, terminal, cancel).run(**snapshot) : statusOf(snapshot.error());
}

} // namespace jettison::cli

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/printed.h"
#include "fakes/savingstore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace jettison {

using namespace Qt::StringLiterals;

/// A store and a folder for backups that live on from command to command.
struct UndoBench
{
    SavedImages images{u"app:1 app:2 [debian python]\nold:1 old@d1 [debian perl]\nweb = old:1 exited"_s};
    SnapshotPtr now = images.snapshot;
    QTemporaryDir directory;
    BackupRules rules{.folder = directory.filePath(u"backups"_s)};
    QString endpoint = now->store().endpoint;
    bool isDown = false;

    Printed run(const QString &arguments)
    {
        return runCommand(arguments, StoreFactory([this] {
            auto store = std::make_unique<SavingStore>(images);
            StoreInfo info = now->store();
            info.endpoint = endpoint;
            store->snapshot =
                std::make_shared<const Snapshot>(info, now->images(), now->containers(), store->contents);
            for (const Image &image : images.snapshot->images()) {
                store->registry.insert(image.references.last(), image);
            }
            store->onChange = [this](const SnapshotPtr &changed) { now = changed; };
            store->interceptReading = [this]() -> std::optional<Error> {
                return isDown ? std::optional(Error{.code = ErrorCode::NotRunning}) : std::nullopt;
            };
            return store;
        }),
            rules);
    }

    QString id(const QString &reference) const { return images.idOf(reference).text(); }
    QJsonArray backups()
    {
        return QJsonDocument::fromJson(run(u"undo --list --format json"_s).out.toUtf8()).array();
    }
};

} // namespace jettison

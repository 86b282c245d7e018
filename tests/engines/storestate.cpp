// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/storestate.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString None = u"<none>"_s;
const QString Deleted = u"Deleted: "_s;

// A container with a restart policy is now this, now that; one that has ended is `stopped` until Podman has
// cleaned up behind it.
QString steadyState(const QString &state)
{
    if (state == "stopped"_L1) {
        return u"exited"_s;
    }
    return state == "restarting"_L1 ? u"running"_s : state;
}

QMap<QString, QStringList> listedImages(const ContainerEngine &engine)
{
    QMap<QString, QStringList> images;
    const QStringList lines = engine
                                  .docker({u"image"_s, u"ls"_s, u"-a"_s, u"--no-trunc"_s, u"--digests"_s,
                                      u"--format"_s, u"{{.ID}} {{.Repository}} {{.Tag}} {{.Digest}}"_s})
                                  .lines();
    for (const QString &line : lines) {
        const QStringList parts = line.split(u' ');
        QStringList &references = images[parts[0]];
        if (parts[2] != None) {
            references << parts[1] + u':' + parts[2];
        }
        if (parts[3] != None) {
            references << parts[1] + u'@' + parts[3];
        }
        // A repository with two tags shows its digest twice.
        references.removeDuplicates();
        references.sort();
    }
    return images;
}

// Podman leaves it out here.
QString withAlgorithm(const QString &id)
{
    return id.contains(u':') ? id : u"sha256:"_s + id;
}

// Which Docker's command line does not see.
QMap<QString, QStringList> manifestLists(const ContainerEngine &engine)
{
    QMap<QString, QStringList> lists;
    const QStringList lines =
        engine
            .podman({u"images"_s, u"-a"_s, u"--no-trunc"_s, u"--filter"_s, u"manifest=true"_s, u"--format"_s,
                u"{{.ID}} {{.Repository}}:{{.Tag}}"_s})
            .lines();
    for (const QString &line : lines) {
        lists[line.section(u' ', 0, 0)] << line.section(u' ', 1);
        lists[line.section(u' ', 0, 0)].sort();
    }
    return lists;
}

// Other stores make up a digest for each tag: it is a reference of its own only where there is no tag.
void inspectImages(const ContainerEngine &engine, StoreState &state)
{
    QStringList ids = engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).lines();
    ids.removeDuplicates();
    if (ids.isEmpty()) {
        return;
    }
    const QStringList lines = engine
                                  .docker(QStringList{u"image"_s, u"inspect"_s, u"-f"_s,
                                              u"{{.Id}}|{{range .RepoTags}}{{.}} {{end}}|"
                                              "{{range .RepoDigests}}{{.}} {{end}}|{{.Parent}}"_s}
                                      + ids)
                                  .lines();
    for (const QString &line : lines) {
        const QStringList parts = line.split(u'|');
        const QString names = parts.value(1).isEmpty() ? parts.value(2) : parts.value(1);
        QStringList &references = state.images[parts[0]];
        references = names.split(u' ', Qt::SkipEmptyParts);
        references.sort();
        state.digests.insert(parts[0], parts.value(2).split(u' ', Qt::SkipEmptyParts));
        if (const QString parent = parts.value(3); !parent.isEmpty()) {
            state.parents.insert(parts[0], withAlgorithm(parent));
        }
    }
}

} // namespace

StoreState StoreState::of(const ContainerEngine &engine)
{
    const bool isClassic = engine.kind().store == EngineKind::Store::Classic;
    StoreState state;
    if (isClassic) {
        state.images = listedImages(engine);
    } else {
        inspectImages(engine, state);
    }
    if (engine.kind().isPodman()) {
        state.images.insert(manifestLists(engine));
    }
    const QStringList containers =
        engine.docker({u"ps"_s, u"-a"_s, u"--format"_s, u"{{.Names}} {{.State}}"_s}).lines();
    for (const QString &line : containers) {
        const QString name = line.section(u' ', 0, 0);
        state.containers.insert(name, steadyState(line.section(u' ', 1)));
        if (line.endsWith(" restarting"_L1)) {
            state.restarting << name;
        }
    }
    return state;
}

StoreState StoreState::after(const QStringList &lines) const
{
    StoreState state = *this;
    for (const QString &line : lines) {
        const QString kind = line.section(u' ', 0, 0);
        const QString target = line.section(u' ', 1);
        if (kind == "Deleted:"_L1) {
            state.images.remove(target);
        } else if (kind == "Removed:"_L1) {
            state.containers.remove(target);
        } else if (kind == "Stopped:"_L1) {
            state.containers[target] = u"exited"_s;
        } else {
            for (QStringList &references : state.images) {
                references.removeAll(target);
            }
        }
    }
    return state;
}

QStringList StoreState::withoutLayers(const QStringList &lines) const
{
    QStringList kept;
    std::ranges::copy_if(lines, std::back_inserter(kept), [this](const QString &line) {
        return !line.startsWith(Deleted) || images.contains(line.sliced(Deleted.size()));
    });
    return kept;
}

QStringList StoreState::withoutContainers(const QStringList &lines)
{
    QStringList kept = lines;
    kept.removeIf([](const QString &line) {
        return line.startsWith("Stopped: "_L1) || line.startsWith("Removed: "_L1);
    });
    return kept;
}

QStringList StoreState::layersOnDisk(const ContainerEngine &engine)
{
    const QDir layers(engine.dataFolder() + u"/image/overlay2/layerdb/sha256"_s);
    QStringList ids;
    for (const QString &chainId : layers.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        QFile cacheId(layers.filePath(chainId + u"/cache-id"_s));
        cacheId.open(QIODevice::ReadOnly);
        const QString folder = QString::fromLatin1(cacheId.readAll());
        if (QDir(engine.dataFolder() + u"/overlay2/"_s + folder + u"/diff"_s).exists()) {
            ids << u"sha256:"_s + chainId;
        }
    }
    return ids;
}

QStringList StoreState::text() const
{
    QStringList lines;
    for (auto image = images.cbegin(); image != images.cend(); ++image) {
        lines << image.key() + u' ' + image->join(u' ');
    }
    for (auto container = containers.cbegin(); container != containers.cend(); ++container) {
        lines << container.key() + u' ' + *container;
    }
    return lines;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/storestate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

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

QMap<QString, QStringList> classicImages(const ContainerEngine &engine)
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

// With manifest lists and with digests that are names, which Docker's command line does not tell.
QMap<QString, QStringList> podmanImages(const ContainerEngine &engine)
{
    QMap<QString, QStringList> images;
    const Output listed = engine.podman({u"images"_s, u"-a"_s, u"--format"_s, u"json"_s});
    const QJsonArray array = QJsonDocument::fromJson(listed.text.toUtf8()).array();
    for (const QJsonValue image : array) {
        // One that lies in an additional store, too, is listed twice.
        QStringList &references = images[u"sha256:"_s + image["Id"_L1].toString()];
        references << image["Names"_L1].toVariant().toStringList();
        references.removeDuplicates();
        references.sort();
    }
    return images;
}

// As containerd itself has them: Docker's command line makes up a digest for each tag. An image that has a
// record without a name beside its names is none the less called by these alone.
QMap<QString, QStringList> containerdImages(const ContainerEngine &engine)
{
    static const QRegularExpression common(u"^docker\\.io/(library/)?"_s);
    QMap<QString, QStringList> images;
    for (const QString &line : engine.containerd({u"images"_s, u"ls"_s}).lines()) {
        const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
        if (words[0] == "REF"_L1) {
            continue;
        }
        QStringList &references = images[words[2]];
        if (!words[0].startsWith("moby-dangling@"_L1)) {
            references << QString(words[0]).remove(common);
        }
        references.sort();
    }
    return images;
}

// By name, their states.
QMap<QString, QString> dockerContainers(const ContainerEngine &engine)
{
    QMap<QString, QString> containers;
    const QStringList lines =
        engine.docker({u"ps"_s, u"-a"_s, u"--format"_s, u"{{.Names}} {{.State}}"_s}).lines();
    for (const QString &line : lines) {
        containers.insert(line.section(u' ', 0, 0), line.section(u' ', 1));
    }
    return containers;
}

// With those of builders and of pods, which Docker's command line does not see.
QMap<QString, QString> podmanContainers(const ContainerEngine &engine)
{
    QMap<QString, QString> containers;
    const Output listed = engine.podman({u"ps"_s, u"-a"_s, u"--external"_s, u"--format"_s, u"json"_s});
    const QJsonArray array = QJsonDocument::fromJson(listed.text.toUtf8()).array();
    for (const QJsonValue container : array) {
        containers.insert(container["Names"_L1][0].toString(), container["State"_L1].toString());
    }
    return containers;
}

// Podman leaves it out here.
QString withAlgorithm(const QString &id)
{
    return id.contains(u':') ? id : u"sha256:"_s + id;
}

// In other stores than the classic one a digest is a reference of its own only where there is no tag.
void addDigestsAndParents(const ContainerEngine &engine, StoreState &state)
{
    QStringList ids = engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).lines();
    ids.removeDuplicates();
    if (ids.isEmpty()) {
        return;
    }
    const QStringList lines = engine
                                  .docker(QStringList{u"image"_s, u"inspect"_s, u"-f"_s,
                                              u"{{.Id}}|{{range .RepoDigests}}{{.}} {{end}}|{{.Parent}}"_s}
                                      + ids)
                                  .lines();
    for (const QString &line : lines) {
        const QStringList parts = line.split(u'|');
        const QString id = withAlgorithm(parts[0]);
        state.digests.insert(id, parts.value(1).split(u' ', Qt::SkipEmptyParts));
        if (const QString parent = parts.value(2); !parent.isEmpty()) {
            state.parents.insert(id, withAlgorithm(parent));
        }
    }
}

} // namespace

StoreState StoreState::of(const ContainerEngine &engine)
{
    StoreState state;
    switch (engine.kind().store) {
    case EngineKind::Store::Classic:
        state.images = classicImages(engine);
        break;
    case EngineKind::Store::Containerd:
        state.images = containerdImages(engine);
        addDigestsAndParents(engine, state);
        break;
    case EngineKind::Store::Podman:
        state.images = podmanImages(engine);
        addDigestsAndParents(engine, state);
        break;
    }
    const QMap<QString, QString> containers =
        engine.kind().isPodman() ? podmanContainers(engine) : dockerContainers(engine);
    for (auto container = containers.cbegin(); container != containers.cend(); ++container) {
        state.containers.insert(container.key(), steadyState(*container));
        if (*container == "restarting"_L1) {
            state.restarting << container.key();
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

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/imagenames.h"

#include <QRegularExpression>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Label = u"jettison.test.name"_s;

QStringList imageIds(const ContainerEngine &engine)
{
    QStringList ids = engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).lines();
    ids.removeDuplicates();
    return ids;
}

} // namespace

QList<ShownImage> shownImages(const ContainerEngine &engine)
{
    const QStringList ids = imageIds(engine);
    QList<ShownImage> images;
    if (ids.isEmpty()) {
        return images;
    }
    const QString format = u"{{.Id}}|{{range .RepoTags}}{{.}} {{end}}|{{range .RepoDigests}}{{.}} {{end}}"_s;
    const QStringList lines =
        engine.docker(QStringList{u"image"_s, u"inspect"_s, u"-f"_s, format} + ids).lines();
    for (const QString &line : lines) {
        const QStringList parts = line.split(u'|');
        images << ShownImage{.id = parts[0],
            .tags = parts.value(1).split(u' ', Qt::SkipEmptyParts),
            .digests = parts.value(2).split(u' ', Qt::SkipEmptyParts)};
    }
    return images;
}

QMap<QString, QString> nameLabel(const QString &name)
{
    return {{Label, name}};
}

QMap<QString, QString> idsByName(const ContainerEngine &engine)
{
    const QStringList ids = imageIds(engine);
    QMap<QString, QString> byName;
    if (ids.isEmpty()) {
        return byName;
    }
    const QString format = u"{{.Id}} {{index .Config.Labels \"%1\"}}"_s.arg(Label);
    const QStringList lines =
        engine.docker(QStringList{u"image"_s, u"inspect"_s, u"-f"_s, format} + ids).lines();
    for (const QString &line : lines) {
        byName[line.section(u' ', 1)] = line.section(u' ', 0, 0);
    }
    return byName;
}

QString wholeName(const QString &reference)
{
    static const QRegularExpression host(u"[.:]|^localhost$"_s);
    const QString first = reference.section(u'/', 0, 0);
    const bool hasFolder = first != reference;
    if (hasFolder && first.contains(host)) {
        return reference;
    }
    return (hasFolder ? u"docker.io/"_s : u"docker.io/library/"_s) + reference;
}

} // namespace jettison

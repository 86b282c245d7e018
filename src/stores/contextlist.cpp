// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/contextlist.h"

#include "stores/configfile.h"
#include "stores/contexts.h"

#include <QDirIterator>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

DockerContext contextAt(const QString &file, const QProcessEnvironment &environment)
{
    const QString folder = QFileInfo(file).dir().dirName();
    const Result<QJsonObject> meta = configfile::readObject(file);
    if (!meta) {
        return {.name = folder, .place = file, .endpoint = tl::unexpected(meta.error())};
    }
    const QString name = configfile::member(*meta, "Name"_L1).toString();
    if (name.isEmpty()) {
        return {.name = folder,
            .place = file,
            .endpoint = fail(ErrorCode::InvalidEndpoint, file + ": no name"_L1)};
    }
    // Read by its name, as docker does: one that lies in another folder is listed, but cannot be used.
    return {.name = name, .place = file, .endpoint = contextEndpoint(name, environment)};
}

} // namespace

// Docker looks for them in folders of folders as well.
QList<DockerContext> dockerContexts(const QProcessEnvironment &environment)
{
    const QString folder = dockerConfigFolder(environment).filePath(u"contexts/meta"_s);
    QDirIterator files(folder, {u"meta.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    QList<DockerContext> contexts;
    while (files.hasNext()) {
        contexts << contextAt(files.next(), environment);
    }
    std::ranges::sort(contexts, [](const DockerContext &one, const DockerContext &other) {
        return std::tie(one.name, one.place) < std::tie(other.name, other.place);
    });
    return contexts;
}

} // namespace jettison

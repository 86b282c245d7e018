// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/contextlist.h"

#include "stores/configfile.h"
#include "stores/contexts.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Its folder is the digest of its name, so that a guess proves itself.
QString provenName(const QString &file, const QProcessEnvironment &environment)
{
    static const QRegularExpression quoted(u"\"([^\"]+)\""_s);
    QStringList guesses{
        environment.value(u"DOCKER_CONTEXT"_s), currentContext(environment).value_or(QString())};
    QRegularExpressionMatchIterator words =
        quoted.globalMatch(QString::fromUtf8(configfile::read(file).value_or(QByteArray())));
    while (words.hasNext()) {
        guesses << words.next().captured(1);
    }
    const QString folder = QFileInfo(file).dir().dirName();
    const auto proven = std::ranges::find(guesses, folder, contextFolder);
    return proven == guesses.cend() ? QString() : *proven;
}

// Below the one of all contexts.
QString folderOf(const QString &file, const QProcessEnvironment &environment)
{
    const QDir contexts(dockerConfigFolder(environment).filePath(u"contexts/meta"_s));
    return contexts.relativeFilePath(QFileInfo(file).path());
}

// Of digests the beginning will do.
QString shortName(const QString &file)
{
    constexpr qsizetype Digits = 12;
    const QString folder = QFileInfo(file).dir().dirName();
    return (folder.size() > Digits ? folder.first(Digits) + u'…' : folder) + u'/'
        + QFileInfo(file).fileName();
}

// By the name that leads docker there, or else by its own word, as docker lists it.
DockerContext contextAt(const QString &file, const QProcessEnvironment &environment)
{
    const QString proven = provenName(file, environment);
    if (!proven.isEmpty() && contextFolder(proven) == folderOf(file, environment)) {
        return {.name = proven, .place = file, .endpoint = contextEndpoint(proven, environment)};
    }
    const Result<QJsonObject> meta = configfile::readObject(file);
    const QString told = meta ? configfile::member(*meta, "Name"_L1).toString() : QString();
    return {.name = told.isEmpty() ? shortName(file) : told,
        .place = file,
        .endpoint = contextIn(folderOf(file, environment), dockerConfigFolder(environment))};
}

} // namespace

// Docker looks for them in folders of folders as well. One that nobody may look into may be a context.
QList<DockerContext> dockerContexts(const QProcessEnvironment &environment)
{
    const QString folder = dockerConfigFolder(environment).filePath(u"contexts/meta"_s);
    QList<DockerContext> contexts;
    const auto look = [&](const QString &in) {
        const QString file = in + "/meta.json"_L1;
        if (!configfile::isMissing(file)) {
            contexts << contextAt(file, environment);
        }
    };
    look(folder);
    QDirIterator folders(folder, QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Hidden,
        QDirIterator::Subdirectories);
    while (folders.hasNext()) {
        look(folders.next());
    }
    std::ranges::sort(contexts, [](const DockerContext &one, const DockerContext &other) {
        return std::tie(one.name, one.place) < std::tie(other.name, other.place);
    });
    return contexts;
}

} // namespace jettison

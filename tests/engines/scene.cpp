// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/scene.h"

#include "engines/imagenames.h"
#include "engines/scenebuild.h"
#include "engines/scenecontainer.h"
#include "support/freeport.h"
#include "support/indexarchive.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds Patience{30};
constexpr qsizetype TwinDigits = 4;
const QString Algorithm = u"sha256:"_s;

QStringList words(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts);
}

QString failureOf(const Output &output)
{
    return output.exitCode == 0 ? QString() : output.text + output.errors;
}

QStringList qualified(QStringList names)
{
    std::ranges::transform(names, names.begin(), wholeName);
    return names;
}

} // namespace

Scene::Scene(const ContainerEngine &engine, const QString &registry)
    : m_engine(engine),
      m_names(engine, registry, m_folder.path({})),
      m_meanwhile(engine, m_names, m_folder.path(u"build"_s))
{
}

QString Scene::setUp(const QString &text)
{
    QStringList commands;
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        const QStringList parts = words(trimmed);
        if (trimmed.startsWith("image "_L1)) {
            m_hasImages = true;
            addImage(trimmed.sliced(6), m_archive);
        } else if (trimmed.startsWith("lying "_L1)) {
            m_hasLying = true;
            addImage(trimmed.sliced(6), m_lying);
        } else if (trimmed.startsWith("twins "_L1)) {
            m_hasImages = true;
            addTwins(parts[1], parts[2]);
        } else if (!trimmed.isEmpty()) {
            commands << trimmed;
        }
    }
    QString failure = load();
    if (failure.isEmpty() && m_hasLying) {
        failure = loadBeside();
    }
    if (!failure.isEmpty()) {
        return failure;
    }
    for (const QString &command : commands) {
        const QString reason = run(command);
        if (!reason.isEmpty()) {
            return command + ": "_L1 + reason;
        }
    }
    return {};
}

void Scene::addImage(const QString &description, ImageArchive &archive)
{
    static const QRegularExpression form(
        uR"(^(\S+):([^[<]*)(?:\[(- ?)?(.*)\])?(?: on (\S+))?(?:\s*< (\S+))?$)"_s);
    const QRegularExpressionMatch match = form.match(description);
    const QString name = match.captured(1);
    m_names.insert(name,
        archive.add({
            .tags = qualified(words(m_names.expand(match.captured(2)))),
            .layers = match.hasCaptured(4) ? words(match.captured(4)) : QStringList(name),
            .base = m_names.id(match.captured(5)),
            .isBare = match.hasCaptured(3),
            .parent = m_names.id(match.captured(6)),
            .comment = match.hasCaptured(4) ? name : QString(),
            .labels = nameLabel(name),
        }));
}

void Scene::addTwins(const QString &left, const QString &right)
{
    ImageArchive trial;
    QHash<QString, QString> seen;
    for (int i = 0;; ++i) {
        const QString comment = QString::number(i);
        const QString digits = trial.add({.comment = comment}).mid(Algorithm.size(), TwinDigits);
        if (seen.contains(digits)) {
            m_names.insert(
                left, m_archive.add({.tags = qualified({left + u":1"_s}), .comment = seen[digits]}));
            m_names.insert(right, m_archive.add({.tags = qualified({right + u":1"_s}), .comment = comment}));
            return;
        }
        seen.insert(digits, comment);
    }
}

QString Scene::load()
{
    if (!m_hasImages) {
        return {};
    }
    const QString path = m_folder.path(u"images.tar"_s);
    QString failure = m_archive.write(path);
    if (failure.isEmpty()) {
        failure = docker({u"load"_s, u"-q"_s, u"-i"_s, path});
    }
    if (failure.isEmpty() && m_engine.kind().store == EngineKind::Store::Containerd) {
        m_names.insert(idsByName(m_engine));
    }
    return failure;
}

// By the system's Podman, since an engine writes nothing there.
QString Scene::loadBeside()
{
    const QString path = m_folder.path(u"lying.tar"_s);
    const QString failure = m_lying.write(path);
    return failure.isEmpty() ? failureOf(m_engine.beside({u"load"_s, u"-q"_s, u"-i"_s, path})) : failure;
}

// `all: all:1 base:1 app:1`
QString Scene::makeList(const QString &description)
{
    const QStringList parts = words(description);
    const QString name = u"localhost/"_s + parts[1];
    QString failure = failureOf(m_engine.podman({u"manifest"_s, u"create"_s, name}));
    for (const QString &image : qualified(parts.mid(2))) {
        if (failure.isEmpty()) {
            failure =
                failureOf(m_engine.podman({u"manifest"_s, u"add"_s, name, u"containers-storage:"_s + image}));
        }
    }
    const Output listed = m_engine.podman({u"images"_s, u"--no-trunc"_s, u"--filter"_s, u"manifest=true"_s,
        u"--format"_s, u"{{.Repository}}:{{.Tag}} {{.ID}}"_s});
    for (const QString &line : listed.lines()) {
        if (line.section(u' ', 0, 0) == name) {
            m_names.insert(parts[0].chopped(1), line.section(u' ', 1));
        }
    }
    return failure;
}

QString Scene::run(const QString &line)
{
    const QString kind = line.section(u' ', 0, 0);
    if (kind == "until"_L1) {
        return waitFor(line.section(u' ', 1));
    }
    const QString rest = m_names.expand(line.section(u' ', 1));
    if (const std::optional<QString> failure = m_meanwhile.run(m_names.expand(line))) {
        return *failure;
    }
    if (kind == "docker"_L1) {
        return docker(QProcess::splitCommand(rest));
    }
    if (kind == "podman"_L1) {
        return failureOf(m_engine.podman(QProcess::splitCommand(rest)));
    }
    if (kind == "buildah"_L1) {
        return runBuildah(QProcess::splitCommand(rest));
    }
    if (kind == "index"_L1) {
        return loadIndex(rest);
    }
    if (kind == "swarm"_L1) {
        const QString address = u"127.0.0.1:%1"_s.arg(freePort());
        return docker({u"swarm"_s, u"init"_s, u"--listen-addr"_s, address, u"--advertise-addr"_s, address});
    }
    if (kind == "list"_L1) {
        return makeList(rest);
    }
    if (kind == "let"_L1) {
        m_names.define(rest.section(u' ', 0, 0), rest.section(u' ', 1));
        return {};
    }
    if (kind == "build"_L1) {
        return docker(buildArguments(rest, m_folder.path(u"build"_s)));
    }
    if (kind == "mkdir"_L1) {
        return QDir().mkpath(rest) ? QString() : u"cannot be made"_s;
    }
    if (kind == "rmdir"_L1) {
        return QDir().rmdir(rest) ? QString() : u"cannot be removed"_s;
    }
    if (kind == "deny"_L1) {
        m_engine.setRules(rest);
        return {};
    }
    if (kind == "container"_L1) {
        return startContainer(m_engine, rest);
    }
    return u"unknown"_s;
}

QString Scene::waitFor(const QString &line)
{
    QString failure = run(line);
    const QDeadlineTimer deadline(Patience);
    while (!failure.isEmpty() && !deadline.hasExpired()) {
        failure = run(line);
    }
    return failure;
}

QString Scene::docker(const QStringList &arguments) const
{
    return failureOf(m_engine.docker(arguments));
}

// `multi: multi:1 amd64 arm64`
QString Scene::loadIndex(const QString &description)
{
    const QStringList parts = words(description);
    const QString name = parts[0].chopped(1);
    QStringList architectures = parts.mid(2);
    const bool isCommon = architectures.removeOne(u"alike"_s);
    const bool isAttested = architectures.removeOne(u"attested"_s);
    const IndexArchive archive(qualified({parts[1]}).constFirst(), architectures,
        isCommon ? IndexArchive::Base::Common : IndexArchive::Base::Own,
        isAttested ? IndexArchive::Beside::Attestations : IndexArchive::Beside::Nothing);
    m_names.insert(name, archive.digest());
    for (const QString &architecture : std::as_const(architectures)) {
        m_names.insert(name + u'-' + architecture, archive.digestOf(architecture));
        m_names.insert(name + u"-proof-"_s + architecture, archive.attestationOf(architecture));
    }
    const QString path = m_folder.path(u"index.tar"_s);
    const QString failure = archive.write(path);
    return failure.isEmpty() ? docker({u"load"_s, u"-q"_s, u"-i"_s, path}) : failure;
}

// In the very folders of the engine: it has no service of its own.
QString Scene::runBuildah(const QStringList &arguments) const
{
    return failureOf(runProgram(u"buildah"_s,
        QStringList{u"--root"_s, m_engine.dataFolder(), u"--runroot"_s, m_engine.runFolder(),
            u"--storage-driver"_s, u"overlay"_s}
            + arguments,
        QProcessEnvironment::systemEnvironment()));
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/table.h"
#include "models/hosttext.h"
#include "models/messages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

struct HostsCommand
{
    Q_DECLARE_TR_FUNCTIONS(jettison::HostsCommand)
};

// For programs, so it is never translated.
QString sourceWord(Host::Source source)
{
    switch (source) {
    case Host::Source::DockerContext:
        return u"docker-context"_s;
    case Host::Source::PodmanConnection:
        return u"podman-connection"_s;
    case Host::Source::Remembered:
        return u"typed"_s;
    case Host::Source::Socket:
        return u"socket"_s;
    case Host::Source::Environment:
        return u"environment"_s;
    case Host::Source::Archive:
        return u"archive"_s;
    case Host::Source::Sample:
        return u"sample"_s;
    case Host::Source::CommandLine:
        return u"command-line"_s;
    }
    Q_UNREACHABLE();
}

QString kindWord(StoreInfo::Kind kind)
{
    switch (kind) {
    case StoreInfo::Kind::Engine:
        return u"engine"_s;
    case StoreInfo::Kind::Archive:
        return u"archive"_s;
    case StoreInfo::Kind::Layout:
    case StoreInfo::Kind::Sample:
        return u"layout"_s;
    }
    Q_UNREACHABLE();
}

QString imageStoreWord(StoreTraits::Rules rules)
{
    switch (rules) {
    case StoreTraits::Rules::Classic:
        return u"classic"_s;
    case StoreTraits::Rules::Containerd:
        return u"containerd"_s;
    case StoreTraits::Rules::Podman:
        return u"podman"_s;
    }
    Q_UNREACHABLE();
}

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject toJson(const Host &host, const HostAnswer &answer)
{
    QJsonArray names;
    for (const Host::Name &name : host.names) {
        names << QJsonObject{{u"name"_s, name.text}, {u"source"_s, sourceWord(name.source)},
            {u"place"_s, textOrNull(name.place)}};
    }
    const bool isEngine = answer.store && answer.store->kind == StoreInfo::Kind::Engine;
    return {
        {u"name"_s, host.names.first().text},
        {u"source"_s, sourceWord(host.names.first().source)},
        {u"names"_s, names},
        {u"endpoint"_s, textOrNull(host.endpoint)},
        {u"current"_s, host.isCurrent},
        {u"kind"_s, answer.store ? QJsonValue(kindWord(answer.store->kind)) : QJsonValue()},
        {u"engine"_s, isEngine ? QJsonValue(answer.store->name) : QJsonValue()},
        {u"version"_s, isEngine ? QJsonValue(answer.store->version) : QJsonValue()},
        {u"imageStore"_s, isEngine ? QJsonValue(imageStoreWord(answer.store->traits.rules)) : QJsonValue()},
        {u"rootless"_s, answer.identity.isRootless ? QJsonValue(*answer.identity.isRootless) : QJsonValue()},
        {u"verified"_s, answer.store ? QJsonValue(!answer.store->isUnverified) : QJsonValue()},
        {u"engineId"_s, textOrNull(answer.identity.id)},
        {u"state"_s, answer.store ? u"reachable"_s : u"failed"_s},
        {u"error"_s, answer.error ? QJsonValue(messages::error(*answer.error)) : QJsonValue()},
    };
}

// The same engine may have been reached on several ways.
QString stateText(qsizetype row, const QList<KnownHost> &hosts, const QList<HostAnswer> &answers)
{
    const QString state = hosttext::state(answers[row]);
    for (qsizetype i = 0; i < row && !answers[row].identity.id.isEmpty(); ++i) {
        if (answers[i].identity.id == answers[row].identity.id) {
            return HostsCommand::tr("%1, the same engine as %2").arg(state, hosttext::title(hosts[i].host));
        }
    }
    return state;
}

QList<QStringList> rowsOf(const QList<KnownHost> &hosts, const QList<HostAnswer> &answers)
{
    QList<QStringList> rows{{u"NAME"_s, u"SOURCE"_s, u"ENDPOINT"_s, u"KIND"_s, u"VERSION"_s, u"STATE"_s}};
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        const Host &host = hosts[i].host;
        const std::optional<StoreInfo> &store = answers[i].store;
        const bool isEngine = store && store->kind == StoreInfo::Kind::Engine;
        // As `docker context ls` marks the one that is used.
        rows << QStringList{hosttext::names(host) + (host.isCurrent ? u" *"_s : QString()),
            hosttext::source(host.names.first().source), host.endpoint,
            hosttext::kindWithoutVersion(answers[i]), isEngine ? store->version : QString(),
            stateText(i, hosts, answers)};
    }
    return rows;
}

void warnOfUnverified(const QList<HostAnswer> &answers, const Terminal &terminal)
{
    for (const HostAnswer &answer : answers) {
        if (answer.store) {
            warnOf(*answer.store, terminal);
        }
    }
}

// A word in the table says that something is wrong; what it is, and what to do, takes a sentence.
void explainFailures(
    const QList<KnownHost> &hosts, const QList<HostAnswer> &answers, const Terminal &terminal)
{
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        if (answers[i].error) {
            terminal.printError(HostsCommand::tr("%1: %2").arg(
                hosttext::title(hosts[i].host), messages::error(*answers[i].error)));
        }
    }
}

} // namespace

ExitStatus listHosts(const Options &options, const QList<KnownHost> &hosts, const Terminal &terminal,
    const CancelToken &cancel)
{
    cancelOnInterrupt(cancel);
    const QList<HostAnswer> answers = probeHosts(hosts, cancel);
    warnOfUnverified(answers, terminal);
    if (options.format == Options::Format::Text) {
        printTable(rowsOf(hosts, answers), terminal);
        explainFailures(hosts, answers, terminal);
        return ExitStatus::Done;
    }
    QJsonArray objects;
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        objects << toJson(hosts[i].host, answers[i]);
    }
    terminal.printLine(QString::fromUtf8(QJsonDocument(objects).toJson()).trimmed());
    return ExitStatus::Done;
}

} // namespace jettison::cli

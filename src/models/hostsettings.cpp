// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/hostsettings.h"

#include <QSettings>

namespace jettison::hostsettings {

using namespace Qt::StringLiterals;

namespace {

const QString TypedKey = u"hosts/typed"_s;
const QString ArchivesKey = u"hosts/archives"_s;
const QString LastUsedKey = u"hosts/lastUsed"_s;
const QString Tls = u"tls"_s;
constexpr qsizetype MaxArchives = 8;

// One text an entry: endpoints and paths hold no line ends that anybody could type.
QString written(const TypedHost &host)
{
    return QStringList{
        host.endpoint, host.isTls ? Tls : QString(), host.authorities, host.certificate, host.key}
        .join(u'\n');
}

TypedHost readFrom(const QString &text)
{
    const QStringList parts = text.split(u'\n');
    return {.endpoint = parts.value(0),
        .isTls = parts.value(1) == Tls,
        .authorities = parts.value(2),
        .certificate = parts.value(3),
        .key = parts.value(4)};
}

void writeTyped(const QList<TypedHost> &hosts, QSettings &settings)
{
    QStringList texts;
    for (const TypedHost &host : hosts) {
        texts << written(host);
    }
    settings.setValue(TypedKey, texts);
}

} // namespace

QList<TypedHost> typed(const QSettings &settings)
{
    QList<TypedHost> hosts;
    for (const QString &text : settings.value(TypedKey).toStringList()) {
        hosts << readFrom(text);
    }
    return hosts;
}

void remember(const TypedHost &host, QSettings &settings)
{
    QList<TypedHost> hosts = typed(settings);
    hosts.removeIf([&](const TypedHost &known) { return known.endpoint == host.endpoint; });
    hosts.prepend(host);
    writeTyped(hosts, settings);
}

QStringList archives(const QSettings &settings)
{
    return settings.value(ArchivesKey).toStringList();
}

void rememberArchive(const QString &endpoint, QSettings &settings)
{
    QStringList all = archives(settings);
    all.removeAll(endpoint);
    all.prepend(endpoint);
    settings.setValue(ArchivesKey, QStringList(all.first(std::min(all.size(), MaxArchives))));
}

void forget(const QString &endpoint, QSettings &settings)
{
    QList<TypedHost> hosts = typed(settings);
    hosts.removeIf([&](const TypedHost &known) { return known.endpoint == endpoint; });
    writeTyped(hosts, settings);
    QStringList files = archives(settings);
    files.removeAll(endpoint);
    settings.setValue(ArchivesKey, files);
}

QString lastUsed(const QSettings &settings)
{
    return settings.value(LastUsedKey).toString();
}

void setLastUsed(const QString &key, QSettings &settings)
{
    settings.setValue(LastUsedKey, key);
}

} // namespace jettison::hostsettings

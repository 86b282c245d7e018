// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/hosttext.h"

#include "models/messages.h"

#include <QCoreApplication>
#include <QDir>
#include <QStringList>

namespace jettison::hosttext {

using namespace Qt::StringLiterals;

namespace {

struct HostText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::HostText)
};

QString textOf(const Host::Name &name)
{
    return name.source == Host::Source::Sample ? HostText::tr("Sample store") : name.text;
}

// Behind what tells it best.
QString withOtherNames(const QString &text, const Host &host)
{
    QStringList others;
    for (const Host::Name &name : host.names) {
        others << textOf(name);
    }
    others.removeDuplicates();
    others.removeFirst();
    others.removeAll(host.endpoint); // it stands there anyway
    return others.isEmpty() ? text : HostText::tr("%1 (also %2)").arg(text, others.join(HostText::tr(", ")));
}

QString kindOf(const StoreInfo &store, const QString &engine)
{
    switch (store.kind) {
    case StoreInfo::Kind::Engine:
        return engine;
    case StoreInfo::Kind::Archive:
        return HostText::tr("Archive");
    case StoreInfo::Kind::Layout:
    case StoreInfo::Kind::Sample:
        return HostText::tr("OCI layout");
    }
    Q_UNREACHABLE();
}

// What engines of one name can differ in.
QString withProperties(const QString &kind, const HostAnswer &answer)
{
    QStringList parts{kind};
    if (answer.store->traits.rules == StoreTraits::Rules::Containerd) {
        parts << u"containerd"_s;
    }
    if (answer.identity.isRootless.value_or(false)) {
        parts << HostText::tr("rootless");
    }
    return parts.join(HostText::tr(", "));
}

} // namespace

QString title(const Host &host)
{
    return textOf(host.names.first());
}

QString names(const Host &host)
{
    return withOtherNames(title(host), host);
}

QString place(const Host &host)
{
    return withOtherNames(host.endpoint.isEmpty() && host.error ? host.error->detail : host.endpoint, host);
}

QString source(Host::Source source)
{
    switch (source) {
    case Host::Source::DockerContext:
        return HostText::tr("docker context");
    case Host::Source::PodmanConnection:
        return HostText::tr("Podman connection");
    case Host::Source::Remembered:
        return HostText::tr("typed here");
    case Host::Source::Socket:
        return HostText::tr("socket");
    case Host::Source::Environment:
        return HostText::tr("variable");
    case Host::Source::Archive:
        return HostText::tr("file");
    case Host::Source::Sample:
        return HostText::tr("made to be tried");
    case Host::Source::CommandLine:
        return HostText::tr("opened here");
    }
    Q_UNREACHABLE();
}

QString sources(const Host &host)
{
    QStringList lines;
    for (const Host::Name &name : host.names) {
        const QString text = textOf(name);
        lines << (name.place.isEmpty()
                ? HostText::tr("%1 (%2)").arg(text, source(name.source))
                : HostText::tr("%1 (%2: %3)")
                      .arg(text, source(name.source), QDir::toNativeSeparators(name.place)));
    }
    return lines.join(u'\n');
}

QString kind(const HostAnswer &answer)
{
    return answer.store ? withProperties(kindOf(*answer.store, messages::storeName(*answer.store)), answer)
                        : QString();
}

QString kindWithoutVersion(const HostAnswer &answer)
{
    return answer.store ? withProperties(kindOf(*answer.store, answer.store->name), answer) : QString();
}

QString state(const HostAnswer &answer)
{
    if (answer.error) {
        return problem(answer.error->code);
    }
    if (answer.store && answer.store->isUnverified) {
        return HostText::tr("reachable, not verified");
    }
    return answer.store && answer.store->kind == StoreInfo::Kind::Engine ? HostText::tr("reachable")
                                                                         : HostText::tr("there");
}

QString label(const QString &title, const StoreInfo &store)
{
    const QString name = messages::storeName(store);
    const bool saysAll = title.isEmpty() || store.kind != StoreInfo::Kind::Engine || name.startsWith(title);
    return saysAll ? name : HostText::tr("%1: %2").arg(title, name);
}

} // namespace jettison::hosttext

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/enginecommand.h"

#include <QDir>
#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QString write(const EngineFolder &folder, const QString &name, const QString &text)
{
    QDir().mkpath(folder.path);
    QFile file(folder.of(name));
    if (file.open(QIODevice::WriteOnly)) {
        file.write(text.toUtf8());
    }
    return file.fileName();
}

QStringList dockerCommand(const EngineKind &kind, const EngineFolder &folder)
{
    const QString usesContainerd = kind.store == EngineKind::Store::Containerd ? u"true"_s : u"false"_s;
    const QString config = write(folder, u"daemon.json"_s,
        uR"({"features": {"containerd-snapshotter": %1}, "bridge": "none", "iptables": false})"_s.arg(
            usesContainerd));
    return {u"dockerd"_s, u"--config-file"_s, config, u"--data-root"_s, folder.data(), u"--exec-root"_s,
        folder.run(), u"--pidfile"_s, folder.of(u"pid"_s), u"--host"_s, u"unix://"_s + folder.socket()};
}

QStringList podmanEnvironment(const EngineKind &kind, const EngineFolder &folder)
{
    QDir().mkpath(folder.lying());
    // What belongs to root no rootless engine can open.
    const QString lying = kind.isRootless
        ? QString()
        : u"[storage.options]\nadditionalimagestores = [\"%1\"]\n"_s.arg(folder.lying());
    const QString storage = write(folder, u"storage.conf"_s,
        u"[storage]\n"
        "driver = \"overlay\"\n"
        "graphroot = \"%1\"\n"
        "rootless_storage_path = \"%1\"\n"
        "runroot = \"%2\"\n"_s.arg(folder.data(), folder.run())
            + lying);
    const QString containers = write(folder, u"containers.conf"_s,
        u"[engine]\n"
        "cgroup_manager = \"cgroupfs\"\n"
        "events_logger = \"file\"\n"
        "events_logfile_path = \"%1/events\"\n"
        "tmp_dir = \"%1/libpod\"\n"
        "[network]\n"
        "network_config_dir = \"%1/networks\"\n"_s.arg(folder.path));
    const QString registries = write(folder, u"registries.conf"_s,
        u"[[registry]]\n"
        "location = \"127.0.0.1\"\n"
        "insecure = true\n"_s);
    const QString policy = u"CONTAINERS_REGISTRIES_CONF="_s + registries;
    return {u"CONTAINERS_STORAGE_CONF="_s + storage, u"CONTAINERS_CONF="_s + containers, policy};
}

QStringList podmanCommand(const EngineKind &kind, const EngineFolder &folder)
{
    const QStringList service{
        u"podman"_s, u"system"_s, u"service"_s, u"--time=0"_s, u"unix://"_s + folder.socket()};
    // In the tree of another release only the engine's own folder is seen.
    const QString script = folder.of(u"asuser.sh"_s);
    QDir().mkpath(folder.path);
    QFile::copy(QStringLiteral(JETTISON_SUPPORT "/asuser.sh"), script);
    const QStringList asUser{u"bash"_s, script, folder.path};
    return QStringList(u"env"_s) + podmanEnvironment(kind, folder)
        + (kind.isRootless ? asUser : QStringList()) + service;
}

} // namespace

QStringList engineCommand(const EngineKind &kind, const EngineFolder &folder)
{
    return kind.isPodman() ? podmanCommand(kind, folder) : dockerCommand(kind, folder);
}

QStringList inOwnSpace(const EngineKind &kind, const QString &folder, const QStringList &command)
{
    return QStringList{u"--mount"_s, u"--pid"_s, u"--fork"_s, u"--kill-child=KILL"_s,
               QStringLiteral(JETTISON_SUPPORT "/ownspace.sh"), kind.root(), folder}
    + command;
}

} // namespace jettison

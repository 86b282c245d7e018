// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/enginekind.h"

#include <QFile>
#include <QStandardPaths>

#include <algorithm>
#include <unistd.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Store = EngineKind::Store;

// Where `./test --engines` makes them.
const QString Trees = qEnvironmentVariableIsEmpty("JETTISON_ENGINE_TREES")
    ? QStringLiteral(JETTISON_TREES)
    : qEnvironmentVariable("JETTISON_ENGINE_TREES");
const QStringList ProgramFolders{u"/usr/sbin"_s, u"/usr/bin"_s, u"/usr/local/sbin"_s, u"/usr/local/bin"_s};

bool isIn(const QString &root, const QString &program)
{
    QStringList folders;
    for (const QString &folder : ProgramFolders) {
        folders << root + folder;
    }
    return !QStandardPaths::findExecutable(program, folders).isEmpty();
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty() || isIn({}, program);
}

} // namespace

const QList<EngineKind> &EngineKind::all()
{
    static const QList<EngineKind> kinds{
        {.name = u"docker20"_s, .tree = {}, .store = Store::Classic},
        {.name = u"docker26"_s, .tree = u"trixie"_s, .store = Store::Classic},
        {.name = u"docker26-containerd"_s, .tree = u"trixie"_s, .store = Store::Containerd},
        {.name = u"docker28"_s, .tree = u"forky"_s, .store = Store::Classic},
        {.name = u"docker28-containerd"_s, .tree = u"forky"_s, .store = Store::Containerd},
        {.name = u"podman43"_s, .tree = {}, .store = Store::Podman},
        {.name = u"podman43-rootless"_s, .tree = {}, .store = Store::Podman, .isRootless = true},
        {.name = u"podman54"_s, .tree = u"trixie"_s, .store = Store::Podman},
        {.name = u"podman54-rootless"_s, .tree = u"trixie"_s, .store = Store::Podman, .isRootless = true},
        {.name = u"podman58"_s, .tree = u"forky"_s, .store = Store::Podman},
    };
    return kinds;
}

std::optional<EngineKind> EngineKind::named(const QString &name)
{
    const auto kind = std::ranges::find(all(), name, &EngineKind::name);
    return kind == all().end() ? std::nullopt : std::optional(*kind);
}

QString EngineKind::program() const
{
    return isPodman() ? u"podman"_s : u"dockerd"_s;
}

QString EngineKind::root() const
{
    return tree.isEmpty() ? u"/"_s : Trees + u'/' + tree;
}

QString EngineKind::absence() const
{
    if (geteuid() != 0) {
        return u"%1 wants to be root here"_s.arg(program());
    }
    for (const QString &needed : {u"docker"_s, u"unshare"_s}) {
        if (!isInstalled(needed)) {
            return u"%1 is not installed"_s.arg(needed);
        }
    }
    const QStringList needed =
        QStringList(program()) + (isRootless ? QStringList{u"newuidmap"_s, u"setpriv"_s} : QStringList());
    for (const QString &command : needed) {
        if (tree.isEmpty() ? !isInstalled(command) : !isIn(root(), command)) {
            return tree.isEmpty()
                ? u"%1 is not installed"_s.arg(command)
                : u"there is no %1 in %2; ./test --engines makes that"_s.arg(command, root());
        }
    }
    return {};
}

} // namespace jettison

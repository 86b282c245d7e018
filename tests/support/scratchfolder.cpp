// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/scratchfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <sys/mount.h>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Parent = u"/tmp"_s; // not TMPDIR: a socket's path has 107 bytes at most
const QString Prefix = u"jettison-test-"_s;

void unmountBelow(const QString &folder)
{
    QFile mounts(u"/proc/self/mounts"_s);
    if (!mounts.open(QIODevice::ReadOnly)) {
        return;
    }
    const QList<QByteArray> lines = mounts.readAll().split('\n');
    const QByteArray below = QFile::encodeName(folder) + '/';
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        const QByteArray target = line->split(' ').value(1);
        if (target.startsWith(below)) {
            umount2(target.constData(), MNT_DETACH);
        }
    }
}

void removeFolder(const QString &folder)
{
    unmountBelow(folder);
    QDir(folder).removeRecursively();
}

// Named after the process that made it, so that leftovers can be told.
void removeLeftovers()
{
    const QStringList folders = QDir(Parent).entryList({Prefix + u'*'}, QDir::Dirs);
    for (const QString &folder : folders) {
        const QString owner = folder.section(u'-', 2, 2);
        if (!QFile::exists(u"/proc/"_s + owner)) {
            removeFolder(Parent + u'/' + folder);
        }
    }
}

} // namespace

ScratchFolder::ScratchFolder()
{
    static int count = 0;
    removeLeftovers();
    m_path = u"%1/%2%3-%4"_s.arg(Parent, Prefix).arg(QCoreApplication::applicationPid()).arg(++count);
    QDir().mkpath(m_path);
}

ScratchFolder::~ScratchFolder()
{
    removeFolder(m_path);
}

QString ScratchFolder::path(const QString &name) const
{
    return m_path + u'/' + name;
}

} // namespace jettison

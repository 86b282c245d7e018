// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/platformname.h"

#include <QHash>
#include <QStringList>
#include <QSysInfo>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

bool isSystem(const QString &word)
{
    static const QStringList systems{u"aix"_s, u"android"_s, u"darwin"_s, u"dragonfly"_s, u"freebsd"_s,
        u"illumos"_s, u"ios"_s, u"js"_s, u"linux"_s, u"netbsd"_s, u"openbsd"_s, u"plan9"_s, u"solaris"_s,
        u"windows"_s};
    return systems.contains(word);
}

QString usualArchitecture(const QString &architecture, const QString &variant)
{
    // With those that say their variant themselves.
    static const QHash<QString, QString> others{{u"i386"_s, u"386"_s}, {u"x86_64"_s, u"amd64"_s},
        {u"x86-64"_s, u"amd64"_s}, {u"aarch64"_s, u"arm64"_s}, {u"armhf"_s, u"arm/v7"_s},
        {u"armel"_s, u"arm/v6"_s}};
    const QString usual = others.value(architecture, architecture);
    if (usual == "arm"_L1) {
        const bool isBare = variant.size() == 1 && variant[0].isDigit();
        return "arm/"_L1 + (variant.isEmpty() ? u"v7"_s : isBare ? u'v' + variant : variant);
    }
    const bool isImplied = variant.isEmpty() || usual.contains(u'/') || usual == "386"_L1
        || (usual == "amd64"_L1 && variant == "v1"_L1)
        || (usual == "arm64"_L1 && (variant == "v8"_L1 || variant == "8"_L1));
    return isImplied ? usual : usual + u'/' + variant;
}

} // namespace

QString usualPlatform(QStringView written)
{
    QStringList parts = written.trimmed().toString().toLower().split(u'/');
    if (parts.size() == 1 && isSystem(parts[0])) {
        parts << QSysInfo::currentCpuArchitecture();
    } else if (parts.size() == 1) {
        parts.prepend(u"linux"_s);
    }
    const QString system = parts[0] == "macos"_L1 ? u"darwin"_s : parts[0];
    return system + u'/' + usualArchitecture(parts[1], parts.sliced(2).join(u'/'));
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/scenebuild.h"

#include <QDir>
#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

QStringList buildArguments(const QString &description, const QString &folder)
{
    const QStringList options = description.section(u'<', 0, 0).split(u' ', Qt::SkipEmptyParts);
    const QString rest = description.section(u'<', 1).trimmed();
    const QString from = rest.section(u": "_s, 0, 0);
    QDir().mkpath(folder);
    QFile file(folder + u"/Dockerfile"_s);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    file.write("FROM "_ba + from.toUtf8() + '\n');
    for (const QString &step : rest.section(u": "_s, 1).split(u';')) {
        file.write(step.trimmed().toUtf8() + '\n');
    }
    file.close();
    return QStringList{u"build"_s, u"-q"_s} + options.first(options.size() - 1)
        + QStringList{u"-t"_s, options.constLast(), folder};
}

} // namespace jettison

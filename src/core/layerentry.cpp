// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/layerentry.h"

namespace jettison::whiteouts {

bool interpret(LayerEntry &entry)
{
    const qsizetype nameAt = entry.path.lastIndexOf(u'/') + 1;
    const QStringView name = QStringView(entry.path).sliced(nameAt);
    if (name == Opaque) {
        entry.type = LayerEntry::Type::OpaqueWhiteout;
        entry.path.truncate(qMax<qsizetype>(0, nameAt - 1));
        return true;
    }
    if (entry.path.startsWith(MetaPrefix) || name.startsWith(MetaPrefix)) {
        return false;
    }
    if (name.startsWith(Prefix) && name != Prefix) {
        entry.type = LayerEntry::Type::Whiteout;
        entry.path.remove(nameAt, Prefix.size());
    }
    return true;
}

QString tarPath(const LayerEntry &entry)
{
    const qsizetype nameAt = entry.path.lastIndexOf(u'/') + 1;
    switch (entry.type) {
    case LayerEntry::Type::Whiteout:
        return entry.path.first(nameAt) + Prefix + entry.path.sliced(nameAt);
    case LayerEntry::Type::OpaqueWhiteout:
        return entry.path.isEmpty() ? QString(Opaque) : entry.path + u'/' + Opaque;
    default:
        return entry.path;
    }
}

} // namespace jettison::whiteouts

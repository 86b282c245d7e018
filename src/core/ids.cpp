// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/ids.h"

namespace jettison {

namespace {

constexpr qsizetype ShortLength = 12;

} // namespace

QString shortId(const ImageId &id)
{
    return id.text().mid(id.text().indexOf(u':') + 1, ShortLength);
}

QString shortId(const ContainerId &id)
{
    return id.text().left(ShortLength);
}

} // namespace jettison

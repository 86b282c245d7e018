// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalstep.h"

namespace jettison {

using namespace Qt::StringLiterals;

QString stepName(RemovalStep::Kind kind)
{
    switch (kind) {
    case RemovalStep::Kind::StopContainer:
        return u"stop-container"_s;
    case RemovalStep::Kind::RemoveContainer:
        return u"remove-container"_s;
    case RemovalStep::Kind::RemoveReference:
        return u"remove-reference"_s;
    case RemovalStep::Kind::RemoveImage:
        return u"remove-image"_s;
    case RemovalStep::Kind::RemovePlatform:
        return u"remove-platform"_s;
    }
    Q_UNREACHABLE();
}

QString stepTarget(const RemovalStep &step)
{
    switch (step.kind) {
    case RemovalStep::Kind::StopContainer:
    case RemovalStep::Kind::RemoveContainer:
        return step.container.name;
    case RemovalStep::Kind::RemoveReference:
        return step.reference.text();
    case RemovalStep::Kind::RemoveImage:
        return step.image.text();
    case RemovalStep::Kind::RemovePlatform:
        return step.image.text() + u' ' + step.platform.name;
    }
    Q_UNREACHABLE();
}

} // namespace jettison

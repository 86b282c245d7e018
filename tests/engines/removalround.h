// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QStringList>

namespace jettison {

/// What was foretold of one removal, and what came of it.
struct RemovalRound
{
    QStringList command;
    /// The lines of the program.
    QStringList foretold;
    QStringList reported;
    /// Images and containers afterwards, a line each.
    QStringList expectedState;
    QStringList state;
    /// Layers that go, by their chain IDs: those that the program named, and those that left the disk.
    QStringList foretoldLayers;
    QStringList goneLayers;
    /// Bytes of these.
    qint64 predicted = 0;
    /// So the program said.
    bool isAbout = false;
    /// Of what describes images that go: containerd's store keeps it among the packed layers.
    qint64 leeway = 0;
    qint64 onDisk = 0;
    /// By how much the engine's own account of all its layers went down, where it has such an account; else
    /// as foretold.
    qint64 byStore = 0;
    QString errors;

    /// Has the program foretell it, has it do it, and looks at the engine before and afterwards.
    static RemovalRound play(const ContainerEngine &engine, const QStringList &command);

    bool linesAgree() const { return reported == foretold; }
    bool statesAgree() const { return state == expectedState; }
    bool layersAgree() const { return goneLayers == foretoldLayers; }
    /// Within 1 % and the leeway, unless the program said "about".
    bool bytesAgree() const;
    bool isExact() const { return linesAgree() && statesAgree() && layersAgree() && bytesAgree(); }
    /// What was otherwise than foretold, for a person to read.
    QString differences() const;
};

} // namespace jettison

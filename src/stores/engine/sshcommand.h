// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/endpoint.h"

#include <QByteArray>
#include <QStringList>

class QProcess;

namespace jettison::sshcommand {

/// The line that the other host prints, on both its streams, when it has found a program that speaks to its
/// engine. Before it, login scripts may print whatever they like.
QByteArray greeting();
/// The exit status where neither Docker nor Podman is installed.
constexpr int NoProgram = 127;
/// The exit status of ssh itself.
constexpr int OwnFailure = 255;

/// What ssh is started with. `isQuiet`: it asks nobody for anything.
QStringList arguments(const Endpoint &endpoint, bool isQuiet);

/// Lets ssh put its questions where a person sees them: on the terminal, or, where this program shows
/// windows, in the window of SSH_ASKPASS. False: they would be seen nowhere.
bool directQuestions(QProcess &ssh, bool showsWindows);

} // namespace jettison::sshcommand

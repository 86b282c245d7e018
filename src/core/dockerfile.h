// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

/// Steps of a build, as the histories of images tell them.
namespace jettison::dockerfile {

/// The instruction as it stood in the Dockerfile, on one line, without what builders wrap around it:
/// `/bin/sh -c #(nop)  ENV A=b` is `ENV A=b`, `/bin/sh -c make` is `RUN make`.
QString instruction(const QString &createdBy);

/// An instruction that sets something of the image's configuration and never makes a layer, such as `ENV`.
bool isMetadata(const QString &instruction);

} // namespace jettison::dockerfile

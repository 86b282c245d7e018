// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringView>

namespace jettison {

/// The usual name of a platform, such as `linux/arm64` or `linux/arm/v7`, however it is written: as docker
/// reads it (https://pkg.go.dev/github.com/containerd/platforms, Parse and Normalize). An architecture alone
/// is one of Linux, a system alone has this machine's architecture.
QString usualPlatform(QStringView written);

} // namespace jettison

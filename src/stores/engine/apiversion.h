// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QString>

/// Versions of the Engine API, such as `1.41`.
namespace jettison::apiversion {

/// Of engines that do not name theirs yet.
QByteArray unnamed();
/// The newest version that both sides speak. EngineTooOld.
Result<QString> agree(const QByteArray &engineVersion);
/// One that a person wants, if this program speaks it. InvalidApiVersion.
Result<QString> chosen(const QString &wish);
/// EngineTooNew if the engine takes no version as old as the agreed one.
Result<void> checkOldest(const QString &engineOldest, const QString &agreed);

/// Which of the two is too old where the engine itself refuses a version, in its words: WishedVersion if a
/// person wants that one, else EngineTooOld or EngineTooNew.
Error refusal(const Error &error, const QString &wish);

/// Disk usage can be asked for.
bool hasUsage(const QString &agreed);
/// Disk usage can be asked for one kind of thing alone.
bool hasTypedUsage(const QString &agreed);
/// Docker may keep its images in containerd.
bool mayUseContainerd(const QString &agreed);

/// Docker's containerd store tells which platforms of its images it has.
bool listsPlatforms(const QString &agreed);
/// And what each of them is made of.
bool inspectsPlatforms(const QString &agreed);
/// And removes one alone. Older ones do not know the parameter and remove the whole image.
bool removesPlatforms(const QString &agreed);
/// `system/df` counts layers packed as well, of an engine that has this version. Tried on 26.1 (1.45), which
/// counts their files alone, and 28.5 (1.51).
bool accountsPacked(const QString &own);

} // namespace jettison::apiversion

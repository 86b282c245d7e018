// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/durable.h"
#include "stores/archive/tarwriter.h"

#include <io.h>
#include <windows.h>

namespace jettison::durable {

using namespace Qt::StringLiterals;

Result<void> sync(QFile &file)
{
    if (!file.flush()) {
        return writeError(file);
    }
    if (!FlushFileBuffers(reinterpret_cast<HANDLE>(_get_osfhandle(file.handle())))) {
        return fail(ErrorCode::FileFailed, file.fileName() + ": "_L1 + qt_error_string());
    }
    return {};
}

Result<void> syncFolder(const QString & /*path*/)
{
    return {};
}

// A new file has the rights that its folder hands down.
void takeOver(const QString & /*from*/, QFile & /*file*/) { }

} // namespace jettison::durable

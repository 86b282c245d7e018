// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/archive/tarreader.h"

#include <functional>

namespace jettison {

/// The content of the member at which a TarReader stands, which outlives the device.
class MemberDevice : public QIODevice
{
public:
    explicit MemberDevice(TarReader &tar);

    bool isSequential() const override { return true; }
    /// What made a read fail.
    const std::optional<Error> &error() const { return m_error; }

protected:
    qint64 readData(char *data, qint64 maxSize) override;
    qint64 writeData(const char * /*data*/, qint64 /*size*/) override { return -1; }

private:
    TarReader &m_tar;
    QByteArray m_piece;
    std::optional<Error> m_error;
};

/// Goes on to the next file whose path, cleaned, is wanted; false if there is none any more.
Result<bool> findMember(TarReader &tar, const std::function<bool(const QString &path)> &isWanted);

} // namespace jettison

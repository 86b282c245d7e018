// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace jettison {

/// Cuts a stream of JSON objects and arrays, which engines send in any pieces and with any or no separator,
/// into whole values. Only looks for their ends: what is inside is for a parser to judge.
class JsonSplitter
{
public:
    /// The values that end in these bytes. MalformedReply: something else stands between the values, or one
    /// is beyond all measure.
    Result<QList<QByteArray>> feed(QByteArrayView bytes);
    /// No value has begun that has not ended.
    bool isBetweenValues() const { return m_depth == 0; }

private:
    Result<bool> step(char c);

    QByteArray m_value;
    int m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/jsonsplitter.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxValueSize = 4 * 1024 * 1024;

// 0x1E is the record separator of RFC 7464, which engines may send events with.
bool isSeparator(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1e';
}

} // namespace

Result<QList<QByteArray>> JsonSplitter::feed(QByteArrayView bytes)
{
    QList<QByteArray> values;
    for (const char c : bytes) {
        if (m_depth == 0 && isSeparator(c)) {
            continue;
        }
        const Result<bool> ended = step(c);
        if (!ended) {
            return tl::unexpected(ended.error());
        }
        m_value.append(c);
        if (*ended) {
            values << std::exchange(m_value, {});
        }
    }
    return values;
}

// Whether a value ends with this character.
Result<bool> JsonSplitter::step(char c)
{
    if (m_value.size() >= MaxValueSize) {
        return fail(ErrorCode::MalformedReply, u"a JSON value without end"_s);
    }
    if (m_inString) {
        m_inString = m_escaped || c != '"';
        m_escaped = !m_escaped && c == '\\';
        return false;
    }
    if (c == '{' || c == '[') {
        ++m_depth;
        return false;
    }
    if (m_depth == 0) {
        return fail(ErrorCode::MalformedReply, u"no JSON"_s);
    }
    m_inString = c == '"';
    if (c == '}' || c == ']') {
        --m_depth;
    }
    return m_depth == 0;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QTest>

#include <chrono>

namespace jettison {

/// Empty for a value, or the error in words.
template <typename T> QByteArray errorText(const Result<T> &result)
{
    return result ? QByteArray()
                  : QByteArray::number(int(result.error().code)) + ' ' + result.error().detail.toUtf8();
}

/// Ends the test with the error's own words if the result is one.
#define REQUIRE_VALUE(result)                                                                                \
    do {                                                                                                     \
        const QByteArray errorWords = errorText(result);                                                     \
        QVERIFY2(errorWords.isEmpty(), errorWords.constData());                                              \
    } while (false)

/// Ends the test if the result is not that error.
#define REQUIRE_ERROR(result, expected)                                                                      \
    do {                                                                                                     \
        const QByteArray errorWords = errorText(result);                                                     \
        QVERIFY2(errorWords.startsWith(QByteArray::number(int(expected)) + ' '), errorWords.constData());    \
    } while (false)

inline Call callWithin(std::chrono::milliseconds time, const CancelToken &cancel = {})
{
    return {.deadline = QDeadlineTimer(time), .cancel = cancel};
}

/// Long enough for a slow machine; a test that passes never waits for it.
inline Call patientCall(const CancelToken &cancel = {})
{
    return callWithin(std::chrono::seconds(60), cancel);
}

} // namespace jettison

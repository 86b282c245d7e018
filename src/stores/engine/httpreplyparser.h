// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/error.h"

#include <QByteArray>
#include <QByteArrayView>

#include <functional>
#include <memory>

namespace jettison {

/// One HTTP/1.x reply out of bytes that arrive in any pieces (RFC 9112).
class HttpReplyParser
{
public:
    /// The reply to HEAD announces a body that does not come.
    enum class Body { Expected, Absent };
    using BodySink = std::function<void(QByteArrayView)>;

    /// Pieces of the body go to `sink` as they come; the head is done by then.
    HttpReplyParser(Body body, BodySink sink);
    ~HttpReplyParser();

    /// MalformedReply: this is no HTTP.
    Result<void> feed(QByteArrayView bytes);
    /// The connection has ended. ConnectionLost: in the middle of the reply; MalformedReply, WantsTls.
    Result<void> end();

    /// At least one byte has come.
    bool hasBegun() const;
    bool isHeadDone() const;
    bool isComplete() const;
    /// The connection can serve another request. Of a complete reply only.
    bool keepsConnection() const;

    /// Of a reply whose head is done only.
    int status() const;
    /// Empty if there is none. Of a reply whose head is done only.
    QByteArray header(QByteArrayView name) const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace jettison

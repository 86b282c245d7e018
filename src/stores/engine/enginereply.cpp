// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginereply.h"

#include "stores/engine/enginejson.h"

#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Enough for a proxy's heading and first sentence.
constexpr qsizetype ExcerptLength = 160;
constexpr qsizetype ExcerptSource = 16 * 1024;

ErrorCode codeOf(int status)
{
    switch (status) {
    case 400:
        return ErrorCode::BadRequest;
    case 401:
    case 403:
        return ErrorCode::Denied;
    case 404:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    default:
        return ErrorCode::EngineFailed;
    }
}

// What another request is just doing: daemon/delete.go, daemon/prune.go and, up to Docker 20.10 with status
// 500, daemon/disk_usage.go of moby. Podman lets the second wait for the first.
bool isBusy(const QString &message)
{
    return message.contains("is already in progress"_L1)
        || message.contains("operation is already running"_L1);
}

// As pkg/authorization/authz.go of moby has it: their words are all there is to know errors by.
ErrorCode codeOf(int status, const QString &message)
{
    if (status == 403 && message.startsWith("authorization denied by plugin"_L1)) {
        return ErrorCode::DeniedByPlugin;
    }
    if ((status == 409 || status == 500) && isBusy(message)) {
        return ErrorCode::EngineBusy;
    }
    // Of an image that another request took while it was about to take it (image/store.go).
    if (status == 500 && message.startsWith("unrecognized image ID"_L1)) {
        return ErrorCode::NotFound;
    }
    return codeOf(status);
}

// The readable words of a page, on one line.
QString excerpt(const QByteArray &body)
{
    static const QRegularExpression unread(u"<!--.*?-->|<(script|style|head)\\b.*?</\\1\\s*>|<[^>]*>"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression unprintable(u"[\\p{C}]+"_s);
    QString text = QString::fromUtf8(body.first(std::min(body.size(), ExcerptSource)));
    text.replace(unread, u" "_s).replace(unprintable, u" "_s);
    text.replace("&nbsp;"_L1, " "_L1).replace("&lt;"_L1, "<"_L1).replace("&gt;"_L1, ">"_L1);
    text = text.replace("&amp;"_L1, "&"_L1).simplified();
    return text.size() <= ExcerptLength ? text : text.first(ExcerptLength) + u'…';
}

// Go's server, and so each engine's, and nginx before one.
bool wantsTls(const QString &words)
{
    return words.contains("HTTP request to an HTTPS server"_L1)
        || words.contains("plain HTTP request was sent to HTTPS port"_L1);
}

} // namespace

Error refusal(const HttpReply &reply)
{
    const QString message = enginejson::errorMessage(reply.body);
    if (message.isEmpty()) {
        return notAnEngine(reply);
    }
    return {.code = codeOf(reply.status, message), .detail = message, .httpStatus = reply.status};
}

Error notAnEngine(const HttpReply &reply)
{
    const QString words = excerpt(reply.body);
    const QString status = "HTTP "_L1 + QString::number(reply.status);
    return {.code = wantsTls(words) ? ErrorCode::WantsTls : ErrorCode::NotAnEngine,
        .detail = words.isEmpty() ? status : status + ": "_L1 + words,
        .httpStatus = reply.status};
}

bool isWebPage(const HttpReply &reply)
{
    return reply.contentType.toLower().startsWith("text/html");
}

} // namespace jettison

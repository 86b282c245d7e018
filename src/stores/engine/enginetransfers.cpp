// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// The calls of EngineStore that last: something streams in or out.

#include "stores/engine/enginejson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/enginestream.h"
#include "stores/engine/jsonsplitter.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

// Go's servers refuse a longer head of a request than 1 MiB: room for 13,000 IDs.
constexpr qsizetype MaxTarget = 1'000'000;

// Feeds JSON messages to `take` as they become whole.
HttpStream messages(JsonSplitter &splitter, std::function<Result<void>(const QByteArray &)> take)
{
    return {.begun = {}, .body = [&splitter, take = std::move(take)](QByteArrayView bytes) -> Result<void> {
                const Result<QList<QByteArray>> values = splitter.feed(bytes);
                if (!values) {
                    return tl::unexpected(values.error());
                }
                for (const QByteArray &value : *values) {
                    if (const Result<void> taken = take(value); !taken) {
                        return taken;
                    }
                }
                return {};
            }};
}

} // namespace

Result<PullResult> EngineStore::pull(
    const Reference &reference, const std::function<void(const PullProgress &)> &progress, const Call &call)
{
    // Without a tag the engine would pull all of the repository's. A digest goes in the tag's place.
    const QString tag = reference.isDigest() ? reference.digest() : reference.tag();
    if (tag.isEmpty() || reference.repository().isEmpty()) {
        return fail(ErrorCode::InvalidName, reference.text());
    }
    const QByteArray path = "/images/create?fromImage=" + QUrl::toPercentEncoding(reference.repository())
        + "&tag=" + QUrl::toPercentEncoding(tag);
    PullResult result;
    std::optional<PullProgress> last;
    JsonSplitter splitter;
    const auto take = [&](const QByteArray &json) -> Result<void> {
        const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
        if (!message) {
            return tl::unexpected(message.error());
        }
        if (!message->error.isEmpty()) {
            return fail(ErrorCode::EngineFailed, message->error);
        }
        if (message->progress) {
            progress(*message->progress);
        }
        last = message->progress;
        result.digest = message->digest.isEmpty() ? result.digest : message->digest;
        result.status = message->status.isEmpty() ? result.status : message->status;
        return {};
    };
    const Result<HttpReply> reply =
        ask({.method = Method::Post, .target = path}, messages(splitter, take), call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    if (!m_info->traits.saysHowPullsEnd && last && last->state == PullProgress::State::Downloaded) {
        result.status = u"Download complete"_s;
    }
    return result.status.isEmpty() ? fail(ErrorCode::ConnectionLost, m_endpoint) : Result<PullResult>(result);
}

Result<void> EngineStore::watch(const std::function<void()> &changed, const Call &call)
{
    JsonSplitter splitter;
    HttpStream stream = messages(splitter, [&](const QByteArray &json) -> Result<void> {
        const Result<bool> relevant = enginejson::changesLists(json);
        if (!relevant) {
            return tl::unexpected(relevant.error());
        }
        if (*relevant) {
            changed();
        }
        return {};
    });
    stream.begun = changed;
    const QByteArray filters = QUrl::toPercentEncoding(uR"({"type":["image","container"]})"_s);
    const Result<HttpReply> reply =
        ask({.method = Method::Get, .target = "/events?filters=" + filters}, stream, call);
    return reply ? fail(ErrorCode::ConnectionLost, m_endpoint) : tl::unexpected(reply.error());
}

Result<void> EngineStore::save(const QStringList &images, const PieceSink &sink, const Call &call)
{
    QByteArray path = "/images/get";
    for (const QString &name : images) {
        path += (path.contains('?') ? "&names=" : "?names=") + QUrl::toPercentEncoding(name, "/:@");
    }
    if (path.size() > MaxTarget) {
        return fail(ErrorCode::BadRequest, u"%1 images in one request"_s.arg(images.size()));
    }
    const Result<HttpReply> reply =
        ask({.method = Method::Get, .target = path}, {.begun = {}, .body = sink}, call);
    return reply ? Result<void>() : tl::unexpected(whyNotSaved(reply.error(), images, call));
}

// Docker says 200 before it has read anything: whether it went well stands in the messages.
Result<void> EngineStore::load(const PieceSource &source, const Call &call)
{
    JsonSplitter splitter;
    const auto take = [&](const QByteArray &json) -> Result<void> {
        const Result<enginejson::PullMessage> message = enginejson::pullMessage(json);
        if (!message) {
            return tl::unexpected(message.error());
        }
        return message->error.isEmpty() ? Result<void>() : fail(ErrorCode::EngineFailed, message->error);
    };
    const Result<HttpReply> reply = ask({.method = Method::Post,
                                            .target = "/images/load?quiet=1",
                                            .body = source,
                                            .contentType = "application/x-tar"},
        messages(splitter, take), call);
    return reply ? Result<void>() : tl::unexpected(reply.error());
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestore.h"

#include "stores/engine/apiversion.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginereply.h"
#include "stores/engine/enginestream.h"
#include "stores/engine/jsonsplitter.h"
#include "stores/engine/layerjson.h"

#include <QUrl>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

constexpr int NotModified = 304;

// Slashes, colons and at signs may stand in the path as they are: the engine's route is `/images/{name:.*}`.
QByteArray imagePath(const QString &name)
{
    return "/images/" + QUrl::toPercentEncoding(name, "/:@");
}

QByteArray containerPath(const ContainerId &id)
{
    return "/containers/" + QUrl::toPercentEncoding(id.text());
}

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

EngineStore::EngineStore(HttpClient client, QString endpoint, QByteArray pathPrefix)
    : m_client(std::move(client)),
      m_endpoint(std::move(endpoint)),
      m_pathPrefix(std::move(pathPrefix))
{
}

// A proxy may let GET through, but not HEAD.
Result<HttpReply> EngineStore::ping(const Call &call)
{
    Result<HttpReply> reply =
        m_client.send({.method = Method::Head, .target = m_pathPrefix + "/_ping"}, call);
    if (reply && reply->apiVersion.isEmpty()) {
        reply = m_client.send({.method = Method::Get, .target = m_pathPrefix + "/_ping"}, call);
    }
    return reply;
}

Result<StoreInfo> EngineStore::open(const Call &call)
{
    m_info.reset();
    const Result<HttpReply> pong = ping(call);
    if (!pong) {
        return tl::unexpected(pong.error());
    }
    if (pong->apiVersion.isEmpty()) {
        return tl::unexpected(pong->status / 100 == 2 ? notAnEngine(*pong) : refusal(*pong));
    }
    const Result<QString> apiVersion = apiversion::agree(pong->apiVersion);
    if (!apiVersion) {
        return tl::unexpected(apiVersion.error());
    }
    m_info = StoreInfo{.endpoint = m_endpoint, .name = {}, .version = {}, .apiVersion = *apiVersion};
    const Result<enginejson::Version> version = ask(Method::Get, "/version", enginejson::version, call);
    if (!version) {
        m_info.reset();
        // There is nothing else in this question that could be wrong.
        return version.error().code == ErrorCode::BadRequest
            ? fail(ErrorCode::UnsupportedVersion, version.error().detail)
            : tl::unexpected(version.error());
    }
    if (const Result<void> fits = apiversion::checkOldest(version->minApiVersion, *apiVersion); !fits) {
        m_info.reset();
        return tl::unexpected(fits.error());
    }
    m_info->name = version->name;
    m_info->version = version->version;
    return *m_info;
}

Result<HttpReply> EngineStore::ask(
    Method method, const QByteArray &path, const HttpStream &stream, const Call &call)
{
    if (!m_info) {
        if (const Result<StoreInfo> info = open(call); !info) {
            return tl::unexpected(info.error());
        }
    }
    const QByteArray target = m_pathPrefix + "/v" + m_info->apiVersion.toLatin1() + path;
    Result<HttpReply> reply = m_client.send({.method = method, .target = target}, stream, call);
    if (!reply) {
        return reply;
    }
    if (isWebPage(*reply)) {
        return tl::unexpected(notAnEngine(*reply));
    }
    if (reply->status / 100 != 2 && reply->status != NotModified) {
        return tl::unexpected(refusal(*reply));
    }
    return reply;
}

template <typename T>
Result<T> EngineStore::ask(
    Method method, const QByteArray &path, Result<T> (*parse)(const QByteArray &), const Call &call)
{
    const Result<HttpReply> reply = ask(method, path, HttpStream(), call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    Result<T> value = parse(reply->body);
    if (!value) {
        value.error().detail.prepend(QString::fromUtf8(path) + ": "_L1);
    }
    return value;
}

// Newest first, as the engine lists them; but it shuffles those of the same age anew at each call.
Result<QList<Image>> EngineStore::images(const Call &call)
{
    Result<QList<Image>> images = ask(Method::Get, "/images/json?all=1", enginejson::images, call);
    if (images) {
        std::ranges::sort(*images, [](const Image &one, const Image &other) {
            return one.created != other.created ? one.created > other.created : one.id < other.id;
        });
    }
    return images;
}

Result<QList<Container>> EngineStore::containers(const Call &call)
{
    return ask(Method::Get, "/containers/json?all=1", enginejson::containers, call);
}

Result<Image> EngineStore::image(const ImageId &id, const Call &call)
{
    return ask(Method::Get, imagePath(id.text()) + "/json", enginejson::image, call);
}

Result<Image> EngineStore::image(const Reference &reference, const Call &call)
{
    return ask(Method::Get, imagePath(reference.text()) + "/json", enginejson::image, call);
}

Result<Container> EngineStore::container(const ContainerId &id, const Call &call)
{
    return ask(Method::Get, containerPath(id) + "/json", enginejson::container, call);
}

Result<QList<DiffId>> EngineStore::diffIds(const ImageId &id, const Call &call)
{
    return ask(Method::Get, imagePath(id.text()) + "/json", enginejson::diffIds, call);
}

Result<QList<HistoryEntry>> EngineStore::history(const ImageId &id, const Call &call)
{
    return ask(Method::Get, imagePath(id.text()) + "/history", enginejson::history, call);
}

Result<QStringList> EngineStore::layerFolders(const ImageId &id, const Call &call)
{
    return ask(Method::Get, imagePath(id.text()) + "/json", enginejson::imageFolders, call);
}

Result<QStringList> EngineStore::layerFolders(const ContainerId &id, const Call &call)
{
    return ask(Method::Get, containerPath(id) + "/json", enginejson::containerFolders, call);
}

Result<qint64> EngineStore::layersSize(const Call &call)
{
    // Where the API has it, this spares the engine to count what containers and volumes hold.
    const bool canChoose = m_info && apiversion::hasTypedUsage(m_info->apiVersion);
    return ask(Method::Get, canChoose ? "/system/df?type=image" : "/system/df", enginejson::layersSize, call);
}

Result<bool> EngineStore::stopContainer(
    const ContainerId &id, std::chrono::seconds patience, const Call &call)
{
    const QByteArray path = containerPath(id) + "/stop?t=" + QByteArray::number(qint64(patience.count()));
    const Result<HttpReply> reply = ask(Method::Post, path, HttpStream(), call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    return reply->status != NotModified;
}

Result<void> EngineStore::removeContainer(const ContainerId &id, const Call &call)
{
    const Result<HttpReply> reply = ask(Method::Delete, containerPath(id), HttpStream(), call);
    return reply ? Result<void>() : tl::unexpected(reply.error());
}

Result<QList<RemovalLine>> EngineStore::removeReference(const Reference &reference, const Call &call)
{
    return ask(Method::Delete, imagePath(reference.text()), enginejson::removalLines, call);
}

Result<QList<RemovalLine>> EngineStore::removeImage(const ImageId &id, const Call &call)
{
    return ask(Method::Delete, imagePath(id.text()), enginejson::removalLines, call);
}

Result<PullResult> EngineStore::pull(
    const Reference &reference, const std::function<void(const PullProgress &)> &progress, const Call &call)
{
    // Without a tag the engine would pull all of the repository's. A digest goes in the tag's place.
    const QString tag = reference.isDigest() ? reference.digest() : reference.tag();
    if (tag.isEmpty()) {
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
    const Result<HttpReply> reply = ask(Method::Post, path, messages(splitter, take), call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    // Podman has no sentence for the end: its last message is the image's own ID, downloaded.
    if (m_info->name == "Podman"_L1 && last && last->state == PullProgress::State::Downloaded) {
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
    const Result<HttpReply> reply = ask(Method::Get, "/events?filters=" + filters, stream, call);
    return reply ? fail(ErrorCode::ConnectionLost, m_endpoint) : tl::unexpected(reply.error());
}

} // namespace jettison

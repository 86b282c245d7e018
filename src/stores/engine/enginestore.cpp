// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestore.h"

#include "stores/engine/apiversion.h"
#include "stores/engine/containerjson.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginereply.h"
#include "stores/engine/layerjson.h"
#include "stores/engine/listjson.h"

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

constexpr int NotModified = 304;

} // namespace

EngineStore::EngineStore(
    HttpClient client, QString endpoint, QByteArray pathPrefix, Peer peer, QString wishedVersion)
    : m_client(std::move(client)),
      m_endpoint(std::move(endpoint)),
      m_pathPrefix(std::move(pathPrefix)),
      m_peer(peer),
      m_wishedVersion(std::move(wishedVersion))
{
}

Result<void> EngineStore::ensureOpen(const Call &call)
{
    return m_info ? Result<void>() : open(call).map([](const StoreInfo & /*info*/) { });
}

Result<HttpReply> EngineStore::ask(HttpRequest request, const HttpStream &stream, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    request.target.prepend(m_pathPrefix + "/v" + versionFor(request.target));
    Result<HttpReply> reply = m_client.send(request, stream, call);
    if (!reply) {
        return reply;
    }
    const bool isPage = isWebPage(*reply);
    if (!isPage && (reply->status / 100 == 2 || reply->status == NotModified)) {
        return reply;
    }
    Error error = isPage ? notAnEngine(*reply) : refusal(*reply);
    if (error.code == ErrorCode::NotAnEngine && !m_info->name.isEmpty()) {
        error.code = ErrorCode::ProxyAnswered;
    }
    return tl::unexpected(m_client.explained(error));
}

// Under older versions of its own API Podman removes something out of a manifest list, and not the list.
QByteArray EngineStore::versionFor(const QByteArray &path) const
{
    return path.startsWith(enginepaths::ManifestLists) ? QByteArray("4.0.0") : m_info->apiVersion.toLatin1();
}

Result<EngineIdentity> EngineStore::identity(const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    return isPodman() ? EngineIdentity() : ask(Method::Get, "/info", enginejson::identity, call);
}

Result<QList<Container>> EngineStore::containers(const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const Result<QList<Container>> listed = isPodman()
        ? podmanContainers(call)
        : ask(Method::Get, "/containers/json?all=1", enginejson::containers, call);
    return listed.and_then([&](const QList<Container> &found) { return withMounts(found, call); });
}

Result<Container> EngineStore::container(const ContainerId &id, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    // Of builders' containers Podman tells nothing but in its list, which has all of them, whatever is asked
    // for.
    if (isPodman()) {
        const QByteArray filter = R"({"id":[")" + id.text().toLatin1() + R"("]})";
        const Result<QList<Container>> listed = ask(Method::Get,
            "/libpod/containers/json?all=true&external=true&filters=" + filter.toPercentEncoding(),
            enginejson::podmanContainers, call);
        if (!listed) {
            return tl::unexpected(listed.error());
        }
        const auto found = std::ranges::find(*listed, id, &Container::id);
        return found == listed->cend() ? fail(ErrorCode::NotFound, id.text()) : Result<Container>(*found);
    }
    return ask(Method::Get, enginepaths::container(id) + "/json", enginejson::container, call);
}

Result<QList<HistoryEntry>> EngineStore::history(const ImageId &id, const Call &call)
{
    return ask(Method::Get, enginepaths::image(id.text()) + "/history", enginejson::history, call);
}

Result<QStringList> EngineStore::layerFolders(const ImageId &id, const Call &call)
{
    return ask(Method::Get, enginepaths::image(id.text()) + "/json", enginejson::imageFolders, call);
}

Result<QStringList> EngineStore::layerFolders(const ContainerId &id, const Call &call)
{
    return ask(Method::Get, enginepaths::container(id) + "/json", enginejson::containerFolders, call);
}

Result<qint64> EngineStore::layersSize(const Call &call)
{
    // Where the API has it, this spares the engine to count what containers and volumes hold.
    if (m_info && !apiversion::hasUsage(m_info->apiVersion)) {
        return fail(ErrorCode::NotFound, u"/system/df"_s);
    }
    const bool canChoose = m_info && apiversion::hasTypedUsage(m_info->apiVersion);
    return ask(Method::Get, canChoose ? "/system/df?type=image" : "/system/df", enginejson::layersSize, call);
}

Result<bool> EngineStore::stopContainer(
    const ContainerId &id, std::chrono::seconds patience, const Call &call)
{
    const HttpRequest request{.method = Method::Post,
        .target = enginepaths::container(id) + "/stop?t=" + QByteArray::number(qint64(patience.count()))};
    Result<HttpReply> reply = ask(request, HttpStream(), call);
    if (!reply && isPodman() && concernsOne(reply.error())) {
        // Docker stops a paused container as it is, Podman does not.
        const Result<Container> now = container(id, call);
        if (now && now->state == ContainerState::Paused) {
            reply = ask({.method = Method::Post, .target = enginepaths::container(id) + "/unpause"},
                HttpStream(), call)
                        .and_then([&](const HttpReply &) { return ask(request, HttpStream(), call); });
        }
    }
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    return reply->status != NotModified;
}

Result<void> EngineStore::removeContainer(const ContainerId &id, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    // Its own API also removes the containers of builders.
    const QByteArray path = (isPodman() ? "/libpod" : "") + enginepaths::container(id);
    Result<HttpReply> reply = ask({.method = Method::Delete, .target = path}, HttpStream(), call);
    if (!reply && isPodman() && concernsOne(reply.error())) {
        // What a builder has mounted goes by force only, which stops nothing there.
        const Result<Container> now = container(id, call);
        if (now && now->isExternal) {
            reply = ask({.method = Method::Delete, .target = path + "?force=true"}, HttpStream(), call);
        }
    }
    return reply ? Result<void>() : tl::unexpected(reply.error());
}

Result<QByteArray> EngineStore::containerDetails(const ContainerId &id, const Call &call)
{
    return read(enginepaths::container(id) + "/json", call);
}

Result<QByteArray> EngineStore::read(const QByteArray &path, const Call &call)
{
    return ask({.method = Method::Get, .target = path}, HttpStream(), call).map([](const HttpReply &reply) {
        return reply.body;
    });
}

Result<HttpReply> EngineStore::post(const QByteArray &path, const QByteArray &json, const Call &call)
{
    return ask({.method = Method::Post,
                   .target = path,
                   .body = [left = json]() mutable { return std::exchange(left, {}); },
                   .contentType = "application/json"},
        HttpStream(), call);
}

Result<void> EngineStore::tag(const ImageId &id, const Reference &reference, const Call &call)
{
    const Result<bool> isList = this->isList(id.text(), call);
    if (!isList) {
        return tl::unexpected(isList.error());
    }
    // By the other API the name would be that of an image in the list.
    const QByteArray path = (*isList ? "/libpod" : "") + enginepaths::image(id.text())
        + "/tag?repo=" + QUrl::toPercentEncoding(reference.repository())
        + "&tag=" + QUrl::toPercentEncoding(reference.tag());
    const Result<HttpReply> reply = ask({.method = Method::Post, .target = path}, HttpStream(), call);
    return reply ? Result<void>() : tl::unexpected(reply.error());
}

Result<QList<RemovalLine>> EngineStore::removeReference(const Reference &reference, const Call &call)
{
    return remove(reference.text(), call);
}

Result<QList<RemovalLine>> EngineStore::removeImage(const ImageId &id, const Call &call)
{
    return remove(id.text(), call);
}

// By the name of a list Podman would remove the image in it that fits the machine.
Result<QList<RemovalLine>> EngineStore::remove(const QString &name, const Call &call)
{
    return isList(name, call).and_then([&](bool isList) {
        return isList
            ? ask(Method::Delete, enginepaths::manifestList(name), enginejson::listRemovalLines, call)
            : ask(Method::Delete, enginepaths::image(name), enginejson::removalLines, call);
    });
}

// Each request has been carried out when it is answered.
Result<void> EngineStore::commit(
    const std::function<void(qint64 bytes, qint64 all)> & /*progress*/, const Call & /*call*/)
{
    return {};
}

} // namespace jettison

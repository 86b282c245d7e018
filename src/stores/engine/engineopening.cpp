// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How EngineStore finds out whom it speaks to.

#include "stores/engine/apiversion.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginereply.h"
#include "stores/engine/enginestore.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

// Docker 1.12 does not name its version there.
bool isUnnamed(const HttpReply &pong)
{
    return pong.status == 200 && pong.body.trimmed() == "OK";
}

// Of Podman; empty of any other engine. It starts programs to answer `/version` and `/info`, which takes
// seconds where much runs, and says all of it here (pkg/api/handlers/compat/ping.go and
// server/handler_api.go).
QString podmanVersion(const HttpReply &pong)
{
    constexpr QByteArrayView Name = "Libpod/";
    const bool isNamed = pong.server.startsWith(Name);
    return QString::fromLatin1(
        isNamed ? pong.server.sliced(Name.size()).split(' ').constFirst() : pong.libpodVersion);
}

} // namespace

// A proxy may let GET through, but not HEAD; Docker has HEAD from 19.03 on.
Result<HttpReply> EngineStore::ping(const Call &call)
{
    Result<HttpReply> reply =
        m_client.send({.method = Method::Head, .target = m_pathPrefix + "/_ping"}, call);
    if (reply && reply->apiVersion.isEmpty()) {
        reply = m_client.send({.method = Method::Get, .target = m_pathPrefix + "/_ping"}, call);
    }
    return reply;
}

Result<QString> EngineStore::agreeOnVersion(const HttpReply &pong) const
{
    if (pong.apiVersion.isEmpty() && !isUnnamed(pong)) {
        return tl::unexpected(m_client.explained(pong.status / 100 == 2 ? notAnEngine(pong) : refusal(pong)));
    }
    if (!m_wishedVersion.isEmpty()) {
        return apiversion::chosen(m_wishedVersion);
    }
    return apiversion::agree(pong.apiVersion.isEmpty() ? apiversion::unnamed() : pong.apiVersion);
}

Result<StoreInfo> EngineStore::open(const Call &call)
{
    m_info.reset();
    const Result<HttpReply> pong = ping(call);
    const Result<QString> apiVersion =
        pong.and_then([this](const HttpReply &reply) { return agreeOnVersion(reply); });
    if (!apiVersion) {
        return tl::unexpected(apiVersion.error());
    }
    m_info = StoreInfo{.kind = StoreInfo::Kind::Engine,
        .endpoint = m_endpoint,
        .name = {},
        .version = {},
        .apiVersion = *apiVersion,
        .isUnverified = m_peer == Peer::Unverified};
    if (const QString podman = podmanVersion(*pong); !podman.isEmpty()) {
        m_info->name = u"Podman"_s;
        m_info->version = podman;
        m_info->traits = podmanTraits();
        return *m_info;
    }
    const Result<StoreInfo> info = introduced(call);
    m_info = info ? std::optional(*info) : std::nullopt;
    return info;
}

// What the engine says of itself, in the version that was agreed on.
Result<StoreInfo> EngineStore::introduced(const Call &call)
{
    const Result<enginejson::Version> version = ask(Method::Get, "/version", enginejson::version, call);
    if (!version) {
        // There is nothing else in this question that could be wrong.
        return tl::unexpected(version.error().code == ErrorCode::BadRequest
                ? apiversion::refusal(version.error(), m_wishedVersion)
                : version.error());
    }
    if (const Result<void> fits = apiversion::checkOldest(version->minApiVersion, m_info->apiVersion);
        !fits) {
        return tl::unexpected(apiversion::refusal(fits.error(), m_wishedVersion));
    }
    const Result<StoreTraits> traits = readTraits(*version, call);
    if (!traits) {
        return tl::unexpected(traits.error());
    }
    StoreInfo info = *m_info;
    info.name = version->name;
    info.version = version->version;
    info.traits = *traits;
    return info;
}

Result<StoreTraits> EngineStore::readTraits(const enginejson::Version &version, const Call &call)
{
    if (version.name == "Podman"_L1) {
        return podmanTraits();
    }
    // Its own version: the one that is spoken may be older, by wish.
    if (!apiversion::mayUseContainerd(
            version.apiVersion.isEmpty() ? m_info->apiVersion : version.apiVersion)) {
        return StoreTraits();
    }
    const Result<bool> containerd = ask(Method::Get, "/info", enginejson::usesContainerd, call);
    // Proxies and plug-ins may keep this question from the engine. Every step of a removal is checked all the
    // same.
    const bool isKept =
        !containerd && (containerd.error().httpStatus == 401 || containerd.error().httpStatus == 403);
    if (!containerd && !isKept) {
        return tl::unexpected(containerd.error());
    }
    if (!containerd.value_or(false)) {
        return StoreTraits();
    }
    StoreTraits traits = containerdTraits();
    traits.listsPlatforms = apiversion::listsPlatforms(m_info->apiVersion);
    traits.takesPlatforms = traits.listsPlatforms;
    traits.removesPlatforms = apiversion::removesPlatforms(m_info->apiVersion);
    traits.couldRemovePlatforms = !traits.removesPlatforms && !m_wishedVersion.isEmpty()
        && apiversion::removesPlatforms(version.apiVersion);
    traits.accountsLayers = apiversion::accountsPacked(version.apiVersion);
    return traits;
}

} // namespace jettison

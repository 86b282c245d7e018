// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/archive/archivestore.h"
#include "stores/archive/samplestore.h"
#include "stores/contexts.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/transport.h"

#include <mutex>
#include <optional>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Sockets have no host, but HTTP/1.1 wants one.
QByteArray hostHeader(const Endpoint &endpoint)
{
    if (endpoint.scheme != Endpoint::Scheme::Tcp) {
        return "localhost";
    }
    const Endpoint bare{.scheme = endpoint.scheme, .path = {}, .host = endpoint.host, .port = endpoint.port};
    return bare.text().toUtf8().sliced(qsizetype(qstrlen("tcp://")));
}

// Shared by the copies of a factory, which threads call at once.
struct Choice
{
    std::mutex mutex;
    std::optional<Endpoint> endpoint;
    bool isSample = false;
};

std::unique_ptr<Store> sampleStore(const Endpoint &endpoint)
{
    return std::make_unique<ArchiveStore>(endpoint.path, endpoint.text(), StoreInfo::Kind::Sample);
}

Result<void> choose(const StoreWish &wish, Choice &choice)
{
    const Result<Endpoint> chosen = chooseEndpoint({.host = wish.host,
        .context = wish.context,
        .tls = wish.tls,
        .environment = wish.environment,
        .sockets = knownSockets(wish.environment)});
    if (chosen) {
        choice.endpoint = *chosen;
        return {};
    }
    if (chosen.error().code != ErrorCode::NotRunning || wish.sampleFolder.isEmpty()) {
        return tl::unexpected(chosen.error());
    }
    return makeSampleStore(wish.sampleFolder).map([&] {
        choice.endpoint = Endpoint{.scheme = Endpoint::Scheme::Layout, .path = wish.sampleFolder, .host = {}};
        choice.isSample = true;
    });
}

} // namespace

Result<std::unique_ptr<Store>> makeStore(const Endpoint &endpoint)
{
    if (!isAvailable(endpoint.scheme)) {
        return fail(ErrorCode::InvalidEndpoint, endpoint.text() + " (not on this platform)"_L1);
    }
    if (endpoint.isFile()) {
        const bool isFolder = endpoint.scheme == Endpoint::Scheme::Layout;
        return std::make_unique<ArchiveStore>(
            endpoint.path, endpoint.text(), isFolder ? StoreInfo::Kind::Layout : StoreInfo::Kind::Archive);
    }
    HttpClient client([endpoint](const Call &call) { return connectTo(endpoint, call); }, endpoint.text(),
        hostHeader(endpoint), endpoint.context, endpoint.headers);
    const QByteArray prefix =
        endpoint.scheme == Endpoint::Scheme::Tcp ? endpoint.path.toUtf8() : QByteArray();
    const bool isUnverified = endpoint.tls && !endpoint.tls->isVerified;
    return std::make_unique<EngineStore>(std::move(client), endpoint.text(), prefix,
        isUnverified ? EngineStore::Peer::Unverified : EngineStore::Peer::Known, endpoint.apiVersion);
}

StoreFactory storeFactory(const KnownHost &host)
{
    if (host.host.names.first().source != Host::Source::Sample) {
        return [endpoint = host.endpoint] { return endpoint.and_then(makeStore); };
    }
    return [endpoint = *host.endpoint]() -> Result<std::unique_ptr<Store>> {
        return makeSampleStore(endpoint.path).map([&] { return sampleStore(endpoint); });
    };
}

StoreFactory storeFactory(const StoreWish &wish)
{
    return [wish, choice = std::make_shared<Choice>()]() -> Result<std::unique_ptr<Store>> {
        const std::scoped_lock lock(choice->mutex);
        if (const Result<void> chosen = choice->endpoint ? Result<void>() : choose(wish, *choice); !chosen) {
            return tl::unexpected(chosen.error());
        }
        if (choice->isSample) {
            return sampleStore(*choice->endpoint);
        }
        return makeStore(*choice->endpoint);
    };
}

} // namespace jettison

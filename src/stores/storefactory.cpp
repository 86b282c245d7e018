// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

#include "stores/engine/enginestore.h"
#include "stores/engine/transport.h"

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
    return bare.text().toUtf8().sliced(qstrlen("tcp://"));
}

std::unique_ptr<Store> makeEngineStore(const Endpoint &endpoint)
{
    HttpClient client([endpoint](const Call &call) { return connectTo(endpoint, call); }, endpoint.text(),
        hostHeader(endpoint));
    const QByteArray prefix =
        endpoint.scheme == Endpoint::Scheme::Tcp ? endpoint.path.toUtf8() : QByteArray();
    return std::make_unique<EngineStore>(std::move(client), endpoint.text(), prefix);
}

} // namespace

Result<StoreFactory> storeFactory(const Endpoint &endpoint)
{
    if (!isAvailable(endpoint.scheme)) {
        return fail(ErrorCode::InvalidEndpoint, endpoint.text() + " (not on this platform)"_L1);
    }
    return StoreFactory([endpoint] { return makeEngineStore(endpoint); });
}

} // namespace jettison

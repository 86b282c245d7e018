// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/storefactory.h"

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
};

} // namespace

Result<std::unique_ptr<Store>> makeStore(const Endpoint &endpoint)
{
    if (!isAvailable(endpoint.scheme)) {
        return fail(ErrorCode::InvalidEndpoint, endpoint.text() + " (not on this platform)"_L1);
    }
    HttpClient client([endpoint](const Call &call) { return connectTo(endpoint, call); }, endpoint.text(),
        hostHeader(endpoint));
    const QByteArray prefix =
        endpoint.scheme == Endpoint::Scheme::Tcp ? endpoint.path.toUtf8() : QByteArray();
    return std::make_unique<EngineStore>(std::move(client), endpoint.text(), prefix);
}

StoreFactory storeFactory(const QString &host, const QString &context, const QProcessEnvironment &environment)
{
    return [=, choice = std::make_shared<Choice>()]() -> Result<std::unique_ptr<Store>> {
        const std::scoped_lock lock(choice->mutex);
        if (!choice->endpoint) {
            const Result<Endpoint> chosen = chooseEndpoint({.host = host,
                .context = context,
                .environment = environment,
                .sockets = knownSockets(environment)});
            if (!chosen) {
                return tl::unexpected(chosen.error());
            }
            choice->endpoint = *chosen;
        }
        return makeStore(*choice->endpoint);
    };
}

} // namespace jettison

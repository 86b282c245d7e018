// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How EngineStore makes a container anew.

#include "stores/engine/containercreation.h"
#include "stores/engine/enginestore.h"

#include <QUrl>

namespace jettison {

using namespace Qt::StringLiterals;

// What a person typed is what compose and its kind compare; but it may lead elsewhere by now, or nowhere.
Result<QString> EngineStore::imageToCreateFrom(const QByteArray &details, const Call &call)
{
    const Result<enginejson::CreatedFrom> told = enginejson::createdFrom(details);
    if (!told) {
        return tl::unexpected(told.error());
    }
    const Result<Image> named =
        told->name.isEmpty() ? fail(ErrorCode::NotFound) : imageNamed(told->name, call);
    if (!named && !concernsOne(named.error())) {
        return tl::unexpected(named.error());
    }
    return named && named->id == told->id ? told->name : told->id.text();
}

Result<ContainerId> EngineStore::createContainer(
    const QString &name, const QByteArray &details, const Call &call)
{
    const Result<enginejson::ContainerCreation> creation =
        imageToCreateFrom(details, call).and_then([&](const QString &image) {
            return enginejson::creationOf(details, image);
        });
    if (!creation) {
        return tl::unexpected(creation.error());
    }
    const Result<ContainerId> created =
        post("/containers/create?name=" + QUrl::toPercentEncoding(name), creation->body, call)
            .and_then([](const HttpReply &reply) { return enginejson::createdContainer(reply.body); });
    const QMap<QString, QJsonObject> networks = created ? creation->networks : QMap<QString, QJsonObject>();
    for (auto network = networks.cbegin(); network != networks.cend(); ++network) {
        const Result<HttpReply> connected =
            post("/networks/" + QUrl::toPercentEncoding(network.key()) + "/connect",
                enginejson::connectionOf(*created, *network), call);
        if (!connected) {
            return tl::unexpected(connected.error());
        }
    }
    return created;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestore.h"

#include "stores/engine/apiversion.h"
#include "stores/engine/containercreation.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginereply.h"
#include "stores/engine/layerjson.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

constexpr int NotModified = 304;

// An image may lie in an additional store and have more names in the engine's own: Podman lists it twice.
QList<Image> onceEach(const QList<Image> &listed)
{
    QList<Image> images;
    QHash<ImageId, qsizetype> places;
    for (const Image &image : listed) {
        const auto known = places.constFind(image.id);
        if (known == places.cend()) {
            places.insert(image.id, images.size());
            images << image;
            continue;
        }
        Image &first = images[*known];
        first.isReadOnly = first.isReadOnly || image.isReadOnly;
        std::ranges::copy_if(image.references, std::back_inserter(first.references),
            [&](const Reference &reference) { return !first.references.contains(reference); });
    }
    return images;
}

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
    request.target.prepend(m_pathPrefix + "/v" + m_info->apiVersion.toLatin1());
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
    return tl::unexpected(error);
}

Result<QString> EngineStore::engineId(const Call &call)
{
    const Result<QString> id = ask(Method::Get, "/info", enginejson::engineId, call);
    return id && m_info->name == "Podman"_L1 ? QString() : id;
}

// Newest first, as the engine lists them; but it shuffles those of the same age anew at each call.
Result<QList<Image>> EngineStore::images(const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const QByteArray manifests = m_info->traits.listsPlatforms ? "&manifests=1" : "";
    Result<QList<Image>> images =
        ask(Method::Get, "/images/json?all=1" + manifests, enginejson::images, call);
    if (images) {
        std::ranges::transform(*images, images->begin(), [this](const Image &i) { return withNames(i); });
        *images = onceEach(*images);
        std::ranges::sort(*images, [](const Image &one, const Image &other) {
            return one.created != other.created ? one.created > other.created : one.id < other.id;
        });
        if (const Result<void> found = findNamelessRecords(*images, call); !found) {
            return tl::unexpected(found.error());
        }
    }
    return images;
}

Result<QList<Container>> EngineStore::containers(const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    return isPodman() ? ask(Method::Get, "/libpod/containers/json?all=true&external=true",
                            enginejson::podmanContainers, call)
                      : ask(Method::Get, "/containers/json?all=1", enginejson::containers, call);
}

Result<Image> EngineStore::image(const ImageId &id, const Call &call)
{
    return imageNamed(id.text(), call);
}

Result<Image> EngineStore::image(const Reference &reference, const Call &call)
{
    return imageNamed(reference.text(), call);
}

Result<Image> EngineStore::imageNamed(const QString &name, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const QByteArray path =
        enginepaths::image(name) + (canInspectPlatforms() ? "/json?manifests=1" : "/json");
    const Result<Image> image = ask(Method::Get, path, enginejson::image, call);
    if (!image || !isPodman()) {
        return image.map([this](const Image &found) { return withNames(found); });
    }
    // Podman tells all names of an image only where it lists it.
    const QByteArray filter = R"({"id":[")" + image->id.text().section(u':', 1).toLatin1() + R"("]})";
    const Result<QList<Image>> listed = ask(
        Method::Get, "/images/json?all=1&filters=" + filter.toPercentEncoding(), enginejson::images, call);
    if (!listed) {
        return tl::unexpected(listed.error());
    }
    const auto found = std::ranges::find(*listed, image->id, &Image::id);
    return found == listed->cend() ? fail(ErrorCode::NotFound, name) : Result<Image>(*found);
}

// No list tells of them, but they can be asked for by the names that they have there.
Result<void> EngineStore::findNamelessRecords(QList<Image> &images, const Call &call)
{
    if (m_info->traits.rules != StoreTraits::Rules::Containerd) {
        return {};
    }
    QSet<ImageId> parents;
    std::ranges::for_each(images, [&](const Image &image) { parents << image.parent; });
    for (Image &image : images) {
        if (image.references.size() < 2 && (image.references.isEmpty() || !parents.contains(image.id))) {
            continue;
        }
        const Result<QByteArray> record =
            read(enginepaths::image(namelessRecord(image.id).text()) + "/json", call);
        if (!record && !concernsOne(record.error())) {
            return tl::unexpected(record.error());
        }
        image.hasNamelessRecord = record.has_value();
    }
    return {};
}

// In Docker's classic store digests are names like others; elsewhere they come from the image itself.
Image EngineStore::withNames(Image image) const
{
    if (m_info->traits.rules == StoreTraits::Rules::Classic) {
        std::ranges::remove_copy_if(std::exchange(image.digests, {}), std::back_inserter(image.references),
            [&](const Reference &digest) { return image.references.contains(digest); });
    }
    return image;
}

Result<Container> EngineStore::container(const ContainerId &id, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    // Of builders' containers Podman tells nothing but in its list.
    if (isPodman()) {
        const Result<QList<Container>> all = containers(call);
        if (!all) {
            return tl::unexpected(all.error());
        }
        const auto found = std::ranges::find(*all, id, &Container::id);
        return found == all->cend() ? fail(ErrorCode::NotFound, id.text()) : Result<Container>(*found);
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
    const Result<HttpReply> reply = ask({.method = Method::Delete, .target = path}, HttpStream(), call);
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

Result<ContainerId> EngineStore::createContainer(
    const QString &name, const QByteArray &details, const Call &call)
{
    const Result<enginejson::ContainerCreation> creation = enginejson::creationOf(details);
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

Result<void> EngineStore::tag(const ImageId &id, const Reference &reference, const Call &call)
{
    const QByteArray path = enginepaths::image(id.text())
        + "/tag?repo=" + QUrl::toPercentEncoding(reference.repository())
        + "&tag=" + QUrl::toPercentEncoding(reference.tag());
    const Result<HttpReply> reply = ask({.method = Method::Post, .target = path}, HttpStream(), call);
    return reply ? Result<void>() : tl::unexpected(reply.error());
}

Result<QList<RemovalLine>> EngineStore::removeReference(const Reference &reference, const Call &call)
{
    return ask(Method::Delete, enginepaths::image(reference.text()), enginejson::removalLines, call);
}

Result<QList<RemovalLine>> EngineStore::removeImage(const ImageId &id, const Call &call)
{
    return ask(Method::Delete, enginepaths::image(id.text()), enginejson::removalLines, call);
}

// Each request has been carried out when it is answered.
Result<void> EngineStore::commit(
    const std::function<void(qint64 bytes, qint64 all)> & /*progress*/, const Call & /*call*/)
{
    return {};
}

} // namespace jettison

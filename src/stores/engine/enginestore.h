// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/engine/enginejson.h"
#include "stores/engine/httpclient.h"

namespace jettison {

namespace enginejson {
struct PlatformLayers;
}

/// Docker or Podman through the Docker Engine API.
class EngineStore : public Store
{
public:
    /// Whether the way there makes sure of who answers.
    enum class Peer { Known, Unverified };

    /// `endpoint` is shown to people; `pathPrefix` stands before the API's own paths. Nothing is connected
    /// yet. `wishedVersion` of the API is spoken instead of the newest that both sides know, if there is one.
    EngineStore(HttpClient client, QString endpoint, QByteArray pathPrefix = {}, Peer peer = Peer::Known,
        QString wishedVersion = {});

    Result<StoreInfo> open(const Call &call) override;
    Result<EngineIdentity> identity(const Call &call) override;
    Result<QList<Image>> images(const Call &call) override;
    Result<QList<Container>> containers(const Call &call) override;
    Result<Image> image(const ImageId &id, const Call &call) override;
    Result<Image> image(const Reference &reference, const Call &call) override;
    Result<Container> container(const ContainerId &id, const Call &call) override;
    Result<ImageContent> content(const ImageId &id, const Call &call) override;
    Result<QList<HistoryEntry>> history(const ImageId &id, const Call &call) override;
    Result<QStringList> layerFolders(const ImageId &id, const Call &call) override;
    Result<QStringList> layerFolders(const ContainerId &id, const Call &call) override;
    Result<qint64> layersSize(const Call &call) override;
    Result<ContainerFate> containerFate(const ContainerId &id, const Call &call) override;
    Result<QList<SwarmService>> services(const Call &call) override;
    Result<Swarm> swarm(const Call &call) override;
    Result<bool> stopContainer(
        const ContainerId &id, std::chrono::seconds patience, const Call &call) override;
    Result<void> removeContainer(const ContainerId &id, const Call &call) override;
    Result<QList<RemovalLine>> removeReference(const Reference &reference, const Call &call) override;
    Result<QList<RemovalLine>> removeImage(const ImageId &id, const Call &call) override;
    Result<QList<RemovalLine>> removePlatform(
        const ImageId &id, const ImageVariant &platform, const Call &call) override;
    Result<void> commit(
        const std::function<void(qint64 bytes, qint64 all)> &progress, const Call &call) override;
    Result<void> save(const QStringList &images, const PieceSink &sink, const Call &call) override;
    Result<std::vector<LayerListing>> readLayers(
        const ImageId &id, const std::function<void(qint64 bytes)> &progress, const Call &call) override;
    Result<void> load(const PieceSource &source, const Call &call) override;
    Result<void> tag(const ImageId &id, const Reference &reference, const Call &call) override;
    Result<QByteArray> containerDetails(const ContainerId &id, const Call &call) override;
    Result<ContainerId> createContainer(
        const QString &name, const QByteArray &details, const Call &call) override;
    Result<PullResult> pull(const Reference &reference,
        const std::function<void(const PullProgress &)> &progress, const Call &call) override;
    Result<void> watch(const std::function<void()> &changed, const Call &call) override;

private:
    Result<HttpReply> ping(const Call &call);
    Result<QString> agreeOnVersion(const HttpReply &pong) const;
    Result<StoreInfo> introduced(const Call &call);
    /// What a store of this kind does otherwise; asked once for each connection.
    Result<StoreTraits> readTraits(const enginejson::Version &version, const Call &call);
    bool isPodman() const { return m_info && m_info->traits.rules == StoreTraits::Rules::Podman; }
    Result<void> ensureOpen(const Call &call);
    bool canInspectPlatforms() const;
    Result<ImageContent> contentOf(
        const ImageId &id, const enginejson::PlatformLayers &told, const Call &call);
    /// Of a refusal to save these images: LacksPlatform, if it was for that.
    Error whyNotSaved(const Error &refusal, const QStringList &images, const Call &call);
    Result<void> saveFirstPlatform(const ImageId &id, const PieceSink &sink, const Call &call);
    Result<ImageContent> platformContent(const ImageId &id, const ImageVariant &variant, const Call &call);
    Result<QString> imageToCreateFrom(const QByteArray &details, const Call &call);
    Result<Image> imageNamed(const QString &name, const Call &call);
    /// As Podman's list has it, which alone tells all names.
    Result<Image> listedImage(const ImageId &id, const Call &call);
    bool tellsNameTimes() const;
    Result<QList<Container>> podmanContainers(const Call &call);
    Result<QList<Container>> withMounts(QList<Container> containers, const Call &call);
    Result<ImageId> mountedImage(const QString &name, qint64 made, const Call &call);
    Image withNames(Image image) const;
    /// Asks only if there are images whose removal they can change.
    Result<void> findNamelessRecords(QList<Image> &images, const Call &call);
    /// Manifest lists, with what they name of the images in `json`, which Podman lists apart. None elsewhere.
    Result<QList<Image>> manifestLists(const QByteArray &json, const Call &call);
    Result<void> readInstances(Image &list, const QHash<QString, Image> &byManifest, const Call &call);
    Result<bool> isList(const QString &name, const Call &call);
    bool keepsLists() const;
    Result<QList<RemovalLine>> remove(const QString &name, const Call &call);
    QByteArray versionFor(const QByteArray &path) const;
    /// Replies that say success, or 304. The request's target is a path of the API, without its version.
    Result<HttpReply> ask(HttpRequest request, const HttpStream &stream, const Call &call);
    /// The body of a reply that says success.
    Result<QByteArray> read(const QByteArray &path, const Call &call);
    Result<HttpReply> post(const QByteArray &path, const QByteArray &json, const Call &call);
    /// The body of a reply that says success, read by `parse`.
    template <typename T>
    Result<T> ask(HttpRequest::Method method, const QByteArray &path, Result<T> (*parse)(const QByteArray &),
        const Call &call);

    HttpClient m_client;
    QString m_endpoint;
    QByteArray m_pathPrefix;
    Peer m_peer;
    QString m_wishedVersion;
    /// Agreed on by open().
    std::optional<StoreInfo> m_info;
};

template <typename T>
Result<T> EngineStore::ask(HttpRequest::Method method, const QByteArray &path,
    Result<T> (*parse)(const QByteArray &), const Call &call)
{
    const Result<HttpReply> reply = ask({.method = method, .target = path}, HttpStream(), call);
    if (!reply) {
        return tl::unexpected(reply.error());
    }
    Result<T> value = parse(reply->body);
    if (!value) {
        value.error().detail.prepend(QString::fromUtf8(path + ": "));
    }
    return value;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <QStringList>

#include <functional>

namespace jettison {

/// A store that answers from memory, and of which a test says what goes wrong. It changes as Docker's classic
/// store does.
class FakeStore : public Store
{
public:
    explicit FakeStore(SnapshotPtr snapshot);

    Result<StoreInfo> open(const Call &call) override;
    Result<EngineIdentity> identity(const Call &call) override;
    Result<QList<Image>> images(const Call &call) override;
    Result<QList<Container>> containers(const Call &call) override;
    Result<Image> image(const ImageId &id, const Call &call) override;
    Result<Image> image(const Reference &reference, const Call &call) override;
    Result<Container> container(const ContainerId &id, const Call &call) override;
    Result<ContainerFate> containerFate(const ContainerId &id, const Call &call) override;
    Result<QList<SwarmService>> services(const Call &call) override;
    Result<Swarm> swarm(const Call &call) override;
    Result<ImageContent> content(const ImageId &id, const Call &call) override;
    Result<QList<HistoryEntry>> history(const ImageId &id, const Call &call) override;
    Result<QStringList> layerFolders(const ImageId &id, const Call &call) override;
    Result<QStringList> layerFolders(const ContainerId &id, const Call &call) override;
    Result<qint64> layersSize(const Call &call) override;
    Result<bool> stopContainer(
        const ContainerId &id, std::chrono::seconds patience, const Call &call) override;
    Result<void> removeContainer(const ContainerId &id, const Call &call) override;
    Result<QList<RemovalLine>> removeReference(const Reference &reference, const Call &call) override;
    Result<QList<RemovalLine>> removeImage(const ImageId &id, const Call &call) override;
    Result<void> commit(
        const std::function<void(qint64 bytes, qint64 all)> &progress, const Call &call) override;
    /// An archive is more than this store has to give: Denied.
    Result<void> save(const QStringList &images, const PieceSink &sink, const Call &call) override;
    /// Those in `files`, told in two steps.
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

    /// What the store holds now; tests change it behind the plan's back.
    SnapshotPtr snapshot;
    QString ownId;
    /// What its images are made of; empty for a store that cannot tell.
    ImageContents contents;
    /// The images that a registry gives for names; for any other name it has one of its own.
    QHash<Reference, Image> registry;
    /// What it tells of its containers; of those that are not in it, that nothing is special about them.
    Surroundings surroundings;
    /// What it is part of; only a manager knows services.
    Swarm knownSwarm;
    /// What stands in the layers of images.
    QHash<ImageId, std::vector<LayerListing>> files;
    /// Called in the middle of readLayers(); an error ends it.
    std::function<std::optional<Error>(const Call &)> onReadLayers;
    /// Folders of the images that are gone, but which containers still use; those of a layer are called as
    /// its chain.
    QHash<ImageId, QStringList> lostFolders;
    /// Requests that change something, such as `stop web` or `rmi app:1`, in the order they came.
    QStringList requests;
    /// Asked before each of those; an error it returns is the answer. It may change the store first.
    std::function<std::optional<Error>(const QString &request)> intercept;
    /// Told what the store holds after each change of its own.
    std::function<void(const SnapshotPtr &)> onChange;
    /// Requests about layers, such as `layers app:1`, `history app:1`, `folders web` or `usage`.
    QStringList layerRequests;
    /// Asked when it is opened.
    std::function<std::optional<Error>(const Call &call)> interceptOpening;
    /// Asked before each reading call.
    std::function<std::optional<Error>()> interceptReading;

private:
    /// What a transactional store holds for good.
    SnapshotPtr m_committed;

    std::optional<Error> note(const QString &request);
    std::optional<Error> reading() const { return interceptReading ? interceptReading() : std::nullopt; }
    void replace(QList<Image> images, QList<Container> containers);
    Result<ImageContent> contentOf(const QString &request, const ImageId &id);
    Result<QList<RemovalLine>> removeName(Snapshot::Index index, const Reference &reference);
};

} // namespace jettison

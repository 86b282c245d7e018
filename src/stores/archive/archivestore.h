// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/store.h"

#include <memory>

namespace jettison {

class ArchiveContent;

/// An archive of images or an OCI layout as a store. It runs no containers and pulls nothing. What is removed
/// or tagged is kept in mind until commit() rewrites the file; open() forgets it.
class ArchiveStore : public Store
{
public:
    /// `kind` is what is shown of it: a Layout that is none is found out by open().
    ArchiveStore(QString path, QString endpoint, StoreInfo::Kind kind);
    ~ArchiveStore() override;

    /// FileFailed, NotAnArchive, BrokenArchive. Reads the file again only if it was changed.
    Result<StoreInfo> open(const Call &call) override;
    Result<EngineIdentity> identity(const Call &) override { return EngineIdentity(); }
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
    Result<bool> stopContainer(
        const ContainerId &id, std::chrono::seconds patience, const Call &call) override;
    Result<void> removeContainer(const ContainerId &id, const Call &call) override;
    /// With the lines of layers, as an engine reports them.
    Result<QList<RemovalLine>> removeReference(const Reference &reference, const Call &call) override;
    Result<QList<RemovalLine>> removeImage(const ImageId &id, const Call &call) override;
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
    /// The content as it is read, read if need be.
    Result<ArchiveContent *> opened(const Call &call);
    Result<Snapshot::Index> indexOf(const ImageId &id, const Call &call);
    Result<QList<RemovalLine>> remove(const ImageId &id, const Reference &reference, const Call &call);

    QString m_path;
    QString m_endpoint;
    StoreInfo::Kind m_kind;
    std::unique_ptr<ArchiveContent> m_content;
};

} // namespace jettison

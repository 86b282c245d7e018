// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/fakestore.h"

#include "core/playedstore.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

Error withStatus(ErrorCode code, const QString &detail, int status)
{
    return {.code = code, .detail = detail, .httpStatus = status};
}

// A history that tells the size of every layer.
ImageContents contentsOf(const Snapshot &snapshot)
{
    ImageContents contents;
    const LayerGraph &graph = snapshot.layers();
    for (Snapshot::Index i = 0; graph.isRead() && i < snapshot.images().size(); ++i) {
        ImageContent content{.history = QList<HistoryEntry>()};
        for (LayerGraph::Index at = graph.top(i); at != LayerGraph::None; at = graph.layer(at).parent) {
            content.diffIds.prepend(graph.layer(at).diffId);
            content.history->prepend({.createdBy = graph.layer(at).createdBy, .size = graph.layer(at).size});
        }
        contents.insert(snapshot.images()[i].id, content);
    }
    return contents;
}

} // namespace

FakeStore::FakeStore(SnapshotPtr held)
    : snapshot(std::move(held)),
      contents(contentsOf(*snapshot)),
      m_committed(snapshot)
{
}

Result<StoreInfo> FakeStore::open(const Call &call)
{
    if (const std::optional<Error> error = interceptOpening ? interceptOpening(call) : std::nullopt) {
        return tl::unexpected(*error);
    }
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    if (snapshot->store().traits.isTransactional) {
        snapshot = m_committed;
    }
    return snapshot->store();
}

Result<EngineIdentity> FakeStore::identity(const Call & /*call*/)
{
    return EngineIdentity{.id = ownId};
}

Result<QList<Image>> FakeStore::images(const Call & /*call*/)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    return snapshot->images();
}

Result<QList<Container>> FakeStore::containers(const Call & /*call*/)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    return snapshot->containers();
}

Result<Image> FakeStore::image(const ImageId &id, const Call & /*call*/)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    const Image *found = snapshot->image(id);
    return found ? Result<Image>(*found) : tl::unexpected(withStatus(ErrorCode::NotFound, id.text(), 404));
}

Result<Image> FakeStore::image(const Reference &reference, const Call &call)
{
    const Snapshot::Index found = snapshot->find(reference);
    if (found == Snapshot::None) {
        return tl::unexpected(withStatus(ErrorCode::NotFound, reference.text(), 404));
    }
    return image(snapshot->images()[found].id, call);
}

Result<Container> FakeStore::container(const ContainerId &id, const Call & /*call*/)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    const auto found = std::ranges::find(snapshot->containers(), id, &Container::id);
    if (found == snapshot->containers().cend()) {
        return tl::unexpected(withStatus(ErrorCode::NotFound, id.text(), 404));
    }
    return *found;
}

Result<ContainerFate> FakeStore::containerFate(const ContainerId &id, const Call &call)
{
    return container(id, call).map([&](const Container &) { return surroundings.fates.value(id); });
}

Result<QList<SwarmService>> FakeStore::services(const Call & /*call*/)
{
    if (knownSwarm.part != Swarm::Part::Manager) {
        return tl::unexpected(
            withStatus(ErrorCode::EngineFailed, u"This node is not a swarm manager."_s, 503));
    }
    return surroundings.services;
}

Result<Swarm> FakeStore::swarm(const Call & /*call*/)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    return knownSwarm;
}

Result<ImageContent> FakeStore::contentOf(const QString &request, const ImageId &id)
{
    const Result<Image> found = image(id, {});
    layerRequests << request + u' '
            + (found && !found->references.isEmpty() ? found->references.first().text() : id.text());
    if (!found) {
        return tl::unexpected(found.error());
    }
    const auto content = contents.constFind(id);
    return content == contents.cend() ? tl::unexpected(withStatus(ErrorCode::EngineFailed, id.text(), 500))
                                      : Result<ImageContent>(*content);
}

Result<ImageContent> FakeStore::content(const ImageId &id, const Call & /*call*/)
{
    return contentOf(u"layers"_s, id).map([](ImageContent content) {
        // What a store does not tell here it is asked for.
        content.history.reset();
        return content;
    });
}

Result<QList<HistoryEntry>> FakeStore::history(const ImageId &id, const Call & /*call*/)
{
    return contentOf(u"history"_s, id).map([](const ImageContent &content) {
        return content.history.value_or(QList<HistoryEntry>());
    });
}

// Each layer lies in a folder that has the name of its chain.
Result<QStringList> FakeStore::layerFolders(const ImageId &id, const Call & /*call*/)
{
    return contentOf(u"folders"_s, id).map([](const ImageContent &content) {
        QStringList folders;
        ChainId chain;
        for (const DiffId &diffId : content.diffIds) {
            chain = chainIdOf(chain, diffId);
            folders << chain.text();
        }
        return folders;
    });
}

Result<QStringList> FakeStore::layerFolders(const ContainerId &id, const Call &call)
{
    const Result<Container> found = container(id, call);
    layerRequests << u"folders "_s + (found ? found->name : id.text());
    return found ? Result<QStringList>(lostFolders.value(found->image)) : tl::unexpected(found.error());
}

Result<qint64> FakeStore::layersSize(const Call & /*call*/)
{
    layerRequests << u"usage"_s;
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    return LayerGraph::make(snapshot->images(), contents).totalSize();
}

Result<bool> FakeStore::stopContainer(
    const ContainerId &id, std::chrono::seconds /*patience*/, const Call &call)
{
    const Result<Container> found = container(id, call);
    if (const std::optional<Error> error = note("stop "_L1 + (found ? found->name : id.text()))) {
        return tl::unexpected(*error);
    }
    if (!found) {
        return tl::unexpected(found.error());
    }
    QList<Container> containers = snapshot->containers();
    const auto changed = std::ranges::find(containers, id, &Container::id);
    const bool wasRunning = mustBeStopped(changed->state);
    changed->state = wasRunning ? ContainerState::Exited : changed->state;
    replace(snapshot->images(), containers);
    return wasRunning;
}

Result<void> FakeStore::removeContainer(const ContainerId &id, const Call &call)
{
    const Result<Container> found = container(id, call);
    if (const std::optional<Error> error = note("rm "_L1 + (found ? found->name : id.text()))) {
        return tl::unexpected(*error);
    }
    if (!found) {
        return tl::unexpected(found.error());
    }
    if (mustBeStopped(found->state)) {
        return tl::unexpected(withStatus(ErrorCode::Conflict, u"container is running"_s, 409));
    }
    QList<Container> containers = snapshot->containers();
    containers.removeIf([&](const Container &container) { return container.id == id; });
    replace(snapshot->images(), containers);
    return {};
}

Result<QList<RemovalLine>> FakeStore::removeReference(const Reference &reference, const Call & /*call*/)
{
    if (const std::optional<Error> error = note("rmi "_L1 + reference.text())) {
        return tl::unexpected(*error);
    }
    const Snapshot::Index index = snapshot->find(reference);
    if (index == Snapshot::None) {
        return tl::unexpected(withStatus(ErrorCode::NotFound, reference.text(), 404));
    }
    return removeName(index, reference);
}

Result<QList<RemovalLine>> FakeStore::removeImage(const ImageId &id, const Call & /*call*/)
{
    if (const std::optional<Error> error = note("rmi "_L1 + id.text())) {
        return tl::unexpected(*error);
    }
    const Snapshot::Index index = snapshot->find(id);
    if (index == Snapshot::None) {
        return tl::unexpected(withStatus(ErrorCode::NotFound, id.text(), 404));
    }
    if (!snapshot->children(index).empty() || !snapshot->containersOf(index).empty()) {
        return tl::unexpected(withStatus(ErrorCode::Conflict, u"conflict"_s, 409));
    }
    return removeName(index, {});
}

Result<QList<RemovalLine>> FakeStore::removeName(Snapshot::Index index, const Reference &reference)
{
    const std::unique_ptr<PlayedStore> store = PlayedStore::of(*snapshot);
    if (reference != Reference() && store->refusal(index, {reference})) {
        return tl::unexpected(withStatus(ErrorCode::Conflict, u"conflict"_s, 409));
    }
    const QList<RemovalLine> lines =
        reference == Reference() ? store->removeImage(index) : store->removeReference(index, reference);
    replace(store->images(), snapshot->containers());
    return lines;
}

Result<void> FakeStore::commit(
    const std::function<void(qint64 bytes, qint64 all)> & /*progress*/, const Call & /*call*/)
{
    if (const std::optional<Error> error =
            snapshot->store().traits.isTransactional ? note(u"commit"_s) : std::nullopt) {
        return tl::unexpected(*error);
    }
    m_committed = snapshot;
    return {};
}

Result<void> FakeStore::save(
    const QStringList & /*images*/, const PieceSink & /*sink*/, const Call & /*call*/)
{
    return fail(ErrorCode::Denied);
}

Result<std::vector<LayerListing>> FakeStore::readLayers(
    const ImageId &id, const std::function<void(qint64)> &progress, const Call &call)
{
    const Result<Image> found = image(id, call);
    layerRequests << u"files "_s + id.text();
    if (!found) {
        return tl::unexpected(found.error());
    }
    progress(found->size / 2);
    if (const std::optional<Error> error = onReadLayers ? onReadLayers(call) : std::nullopt) {
        return tl::unexpected(*error);
    }
    progress(found->size);
    return files.value(id);
}

Result<void> FakeStore::load(const PieceSource & /*source*/, const Call & /*call*/)
{
    return fail(ErrorCode::Denied);
}

Result<void> FakeStore::tag(const ImageId &id, const Reference &reference, const Call & /*call*/)
{
    if (const std::optional<Error> error = note("tag "_L1 + reference.text())) {
        return tl::unexpected(*error);
    }
    QList<Image> images = snapshot->images();
    const auto found = std::ranges::find(images, id, &Image::id);
    if (found == images.end()) {
        return tl::unexpected(withStatus(ErrorCode::NotFound, id.text(), 404));
    }
    for (Image &image : images) {
        image.references.removeOne(reference);
    }
    found->references << reference;
    replace(images, snapshot->containers());
    return {};
}

Result<QByteArray> FakeStore::containerDetails(const ContainerId &id, const Call &call)
{
    return container(id, call).map([](const Container &container) {
        return QJsonDocument(QJsonObject{{u"Image"_s, container.image.text()}}).toJson();
    });
}

Result<ContainerId> FakeStore::createContainer(
    const QString &name, const QByteArray &details, const Call & /*call*/)
{
    if (const std::optional<Error> error = note("create "_L1 + name)) {
        return tl::unexpected(*error);
    }
    const ContainerId id(QString(64 - name.size(), u'0') + name);
    const QString image = QJsonDocument::fromJson(details).object().value("Image"_L1).toString();
    QList<Container> containers = snapshot->containers();
    containers << Container{
        .id = id, .name = name, .image = ImageId(image), .state = ContainerState::Created};
    replace(snapshot->images(), containers);
    return id;
}

Result<PullResult> FakeStore::pull(const Reference &reference,
    const std::function<void(const PullProgress &)> &progress, const Call & /*call*/)
{
    if (const std::optional<Error> error = note("pull "_L1 + reference.text())) {
        return tl::unexpected(*error);
    }
    progress(
        {.layer = u"0123456789ab"_s, .state = PullProgress::State::Downloading, .current = 1, .total = 2});
    progress({.layer = u"0123456789ab"_s, .state = PullProgress::State::Done});
    Image pulled = registry.value(reference,
        Image{.id = ImageId("sha256:"_L1 + QString(64, u'f')),
            .references = {},
            .parent = {},
            .created = {},
            .size = 1,
            .labels = {}});
    QList<Image> images = snapshot->images();
    const auto present = std::ranges::find(images, pulled.id, &Image::id);
    if (present == images.end()) {
        pulled.references = {reference};
        images << pulled;
    } else if (!present->references.contains(reference)) {
        present->references << reference;
    }
    replace(images, snapshot->containers());
    return PullResult{
        .digest = u"sha256:0"_s, .status = "Status: Downloaded newer image for "_L1 + reference.text()};
}

Result<void> FakeStore::watch(const std::function<void()> &changed, const Call &call)
{
    if (const std::optional<Error> error = reading()) {
        return tl::unexpected(*error);
    }
    changed();
    while (!call.cancel.isRequested() && !reading()) {
        QThread::msleep(10);
    }
    return call.cancel.isRequested() ? fail(ErrorCode::Cancelled) : fail(ErrorCode::ConnectionLost);
}

std::optional<Error> FakeStore::note(const QString &request)
{
    requests << request;
    return intercept ? intercept(request) : std::nullopt;
}

void FakeStore::replace(QList<Image> images, QList<Container> containers)
{
    snapshot = contents.isEmpty()
        ? std::make_shared<const Snapshot>(snapshot->store(), std::move(images), std::move(containers))
        : std::make_shared<const Snapshot>(
              snapshot->store(), std::move(images), std::move(containers), contents);
    if (onChange) {
        onChange(snapshot);
    }
}

} // namespace jettison

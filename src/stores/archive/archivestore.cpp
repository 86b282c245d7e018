// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivestore.h"

#include "stores/archive/archivecontent.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds WatchInterval{500};
constexpr std::chrono::milliseconds WatchSlice{50};

tl::unexpected<Error> notFound(const QString &what)
{
    return fail(ErrorCode::NotFound, what);
}

} // namespace

ArchiveStore::ArchiveStore(QString path, QString endpoint, StoreInfo::Kind kind)
    : m_path(std::move(path)),
      m_endpoint(std::move(endpoint)),
      m_kind(kind)
{
}

ArchiveStore::~ArchiveStore() = default;

Result<StoreInfo> ArchiveStore::open(const Call &call)
{
    if (!m_content || m_content->isChanged() || m_content->stamp() != stampOfStore(m_path)) {
        m_content.reset();
    }
    return opened(call).map([](const ArchiveContent *content) { return content->store(); });
}

Result<ArchiveContent *> ArchiveStore::opened(const Call &call)
{
    if (!m_content) {
        const FileStamp stamp = stampOfStore(m_path);
        Result<OpenedArchive> archive = openArchive(m_path, Digests::Omitted, call.cancel);
        if (!archive) {
            return tl::unexpected(archive.error());
        }
        const bool isLayout = archive->format == ArchiveFormat::Layout;
        const StoreInfo info{.kind = m_kind == StoreInfo::Kind::Sample ? m_kind
                : isLayout                                             ? StoreInfo::Kind::Layout
                                                                       : StoreInfo::Kind::Archive,
            .endpoint = m_endpoint,
            .name = QFileInfo(m_path).fileName(),
            .version = {},
            .apiVersion = {},
            .traits = {.ids = isLayout ? StoreTraits::Ids::Manifests : StoreTraits::Ids::Configurations,
                .takesPlatforms = isLayout,
                .keepsContentOnce = true,
                .isPacked = archive->compression != Compression::None,
                .isTransactional = true}};
        m_content = std::make_unique<ArchiveContent>(std::move(*archive), stamp, info);
    }
    return m_content.get();
}

Result<QList<Image>> ArchiveStore::images(const Call &call)
{
    return opened(call).map([](const ArchiveContent *content) { return content->images(); });
}

Result<QList<Container>> ArchiveStore::containers(const Call &call)
{
    return opened(call).map([](const ArchiveContent *) { return QList<Container>(); });
}

Result<Snapshot::Index> ArchiveStore::indexOf(const ImageId &id, const Call &call)
{
    const Result<ArchiveContent *> content = opened(call);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const Snapshot::Index index = (*content)->find(id);
    return index == Snapshot::None ? notFound(id.text()) : Result<Snapshot::Index>(index);
}

Result<Image> ArchiveStore::image(const ImageId &id, const Call &call)
{
    return indexOf(id, call).map([this](Snapshot::Index index) { return m_content->image(index); });
}

Result<Image> ArchiveStore::image(const Reference &reference, const Call &call)
{
    const Result<QList<Image>> all = images(call);
    if (!all) {
        return tl::unexpected(all.error());
    }
    const auto found = std::ranges::find_if(*all, [&](const Image &image) {
        return std::ranges::find(image.references, reference.canonical(), &Reference::canonical)
            != image.references.cend();
    });
    return found == all->cend() ? notFound(reference.text()) : Result<Image>(*found);
}

Result<ImageContent> ArchiveStore::content(const ImageId &id, const Call &call)
{
    return indexOf(id, call).map([&](Snapshot::Index) { return m_content->content(id); });
}

Result<QList<HistoryEntry>> ArchiveStore::history(const ImageId &id, const Call &call)
{
    return content(id, call).map(
        [](const ImageContent &content) { return content.history.value_or(QList<HistoryEntry>()); });
}

Result<QStringList> ArchiveStore::layerFolders(const ImageId &id, const Call &call)
{
    return indexOf(id, call).map([](Snapshot::Index) { return QStringList(); });
}

Result<qint64> ArchiveStore::layersSize(const Call &call)
{
    return opened(call).map([](const ArchiveContent *content) { return content->layersSize(); });
}

Result<QList<RemovalLine>> ArchiveStore::removeReference(const Reference &reference, const Call &call)
{
    const Result<Image> named = image(reference, call);
    return named ? remove(named->id, reference, call) : tl::unexpected(named.error());
}

Result<QList<RemovalLine>> ArchiveStore::removeImage(const ImageId &id, const Call &call)
{
    return remove(id, {}, call);
}

Result<QList<RemovalLine>> ArchiveStore::remove(
    const ImageId &id, const Reference &reference, const Call &call)
{
    return indexOf(id, call).map([&](Snapshot::Index index) { return m_content->remove(index, reference); });
}

Result<void> ArchiveStore::tag(const ImageId &id, const Reference &reference, const Call &call)
{
    return indexOf(id, call).map([&](Snapshot::Index) { m_content->tag(id, reference); });
}

// A file tells nobody that it changes.
Result<void> ArchiveStore::watch(const std::function<void()> &changed, const Call &call)
{
    FileStamp stamp = stampOfStore(m_path);
    changed();
    while (!call.cancel.isRequested()) {
        for (auto slept = WatchSlice; slept < WatchInterval && !call.cancel.isRequested();
            slept += WatchSlice) {
            QThread::msleep(WatchSlice.count());
        }
        if (const FileStamp now = stampOfStore(m_path); now != stamp) {
            stamp = now;
            changed();
        }
    }
    return fail(ErrorCode::Cancelled);
}

// Of what a file has none of.

Result<Container> ArchiveStore::container(const ContainerId &id, const Call & /*call*/)
{
    return notFound(id.text());
}

Result<QStringList> ArchiveStore::layerFolders(const ContainerId &id, const Call & /*call*/)
{
    return notFound(id.text());
}

Result<bool> ArchiveStore::stopContainer(
    const ContainerId &id, std::chrono::seconds /*patience*/, const Call & /*call*/)
{
    return notFound(id.text());
}

Result<void> ArchiveStore::removeContainer(const ContainerId &id, const Call & /*call*/)
{
    return notFound(id.text());
}

Result<QByteArray> ArchiveStore::containerDetails(const ContainerId &id, const Call & /*call*/)
{
    return notFound(id.text());
}

Result<ContainerId> ArchiveStore::createContainer(
    const QString &name, const QByteArray & /*details*/, const Call & /*call*/)
{
    return fail(ErrorCode::NoEngine, name);
}

Result<PullResult> ArchiveStore::pull(const Reference &reference,
    const std::function<void(const PullProgress &)> & /*progress*/, const Call & /*call*/)
{
    return fail(ErrorCode::NoEngine, reference.text());
}

} // namespace jettison

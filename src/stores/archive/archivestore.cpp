// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/archive/archivestore.h"

#include "core/classicstore.h"
#include "stores/archive/archivelayers.h"
#include "stores/archive/archivevalues.h"
#include "stores/archive/dockerarchive.h"
#include "stores/archive/ocilayout.h"
#include "stores/archive/openedarchive.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds WatchInterval{500};
constexpr std::chrono::milliseconds WatchSlice{50};

// Of a folder its list of images: blobs alone are nobody's.
FileStamp stampOfStore(const QString &path)
{
    const QString index = path + u'/' + ocilayout::IndexPath;
    const QString manifest = path + u'/' + dockerarchive::ManifestPath;
    return stampOf(!QFileInfo(path).isDir() ? path
            : QFile::exists(index)          ? index
                                            : manifest)
        .value_or(FileStamp());
}

tl::unexpected<Error> notFound(const QString &what)
{
    return fail(ErrorCode::NotFound, what);
}

ImageContents contentsOf(const QList<ArchivedImage> &images)
{
    ImageContents contents;
    for (const ArchivedImage &image : images) {
        contents.insert(image.id, toContent(image));
    }
    return contents;
}

QList<Image> imagesIn(const QList<ArchivedImage> &archived)
{
    QList<Image> images;
    std::ranges::transform(archived, std::back_inserter(images), toImage);
    return images;
}

} // namespace

/// The file as it was read, and what was asked for since.
struct ArchiveStore::Content
{
    Content(OpenedArchive opened, const FileStamp &read, const StoreInfo &store)
        : archive(std::move(opened)),
          stamp(read),
          contents(contentsOf(archive.images)),
          snapshot(store, imagesIn(archive.images), {}, contents),
          played(snapshot),
          layerLines(snapshot.layers(), played.deletions(), played.freedLayers())
    {
    }

    OpenedArchive archive;
    FileStamp stamp;
    ImageContents contents;
    Snapshot snapshot;
    ClassicStore played;
    LayerLines layerLines;
    /// Names that were given since, by image; a name that is given leaves the image that had it.
    QHash<Reference, ImageId> given = {};
    bool isChanged = false;

    QList<Reference> referencesOf(Snapshot::Index index) const;
    bool exists(Snapshot::Index index) const { return index != Snapshot::None && played.exists(index); }
    Image imageAt(Snapshot::Index index) const;
};

QList<Reference> ArchiveStore::Content::referencesOf(Snapshot::Index index) const
{
    const ImageId &id = snapshot.images()[index].id;
    QList<Reference> references = played.references(index);
    references.removeIf([&](const Reference &reference) { return given.value(reference, id) != id; });
    for (auto name = given.cbegin(); name != given.cend(); ++name) {
        if (name.value() == id && !references.contains(name.key())) {
            references << name.key();
        }
    }
    return references;
}

Image ArchiveStore::Content::imageAt(Snapshot::Index index) const
{
    Image image = snapshot.images()[index];
    image.references = referencesOf(index);
    return image;
}

ArchiveStore::ArchiveStore(QString path, QString endpoint, StoreInfo::Kind kind)
    : m_path(std::move(path)),
      m_endpoint(std::move(endpoint)),
      m_kind(kind)
{
}

ArchiveStore::~ArchiveStore() = default;

Result<StoreInfo> ArchiveStore::open(const Call &call)
{
    if (!m_content || m_content->isChanged || m_content->stamp != stampOfStore(m_path)) {
        m_content.reset();
    }
    return opened(call).map([](const Content *content) { return content->snapshot.store(); });
}

Result<ArchiveStore::Content *> ArchiveStore::opened(const Call &call)
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
            .traits = {.keepsContentOnce = true, .isTransactional = true}};
        m_content = std::make_unique<Content>(std::move(*archive), stamp, info);
    }
    return m_content.get();
}

Result<QList<Image>> ArchiveStore::images(const Call &call)
{
    return opened(call).map([](const Content *content) {
        QList<Image> images;
        for (Snapshot::Index i = 0; i < content->snapshot.images().size(); ++i) {
            if (content->exists(i)) {
                images << content->imageAt(i);
            }
        }
        return images;
    });
}

Result<QList<Container>> ArchiveStore::containers(const Call &call)
{
    return opened(call).map([](const Content *) { return QList<Container>(); });
}

Result<Snapshot::Index> ArchiveStore::indexOf(const ImageId &id, const Call &call)
{
    const Result<Content *> content = opened(call);
    if (!content) {
        return tl::unexpected(content.error());
    }
    const Snapshot::Index index = (*content)->snapshot.find(id);
    return (*content)->exists(index) ? Result<Snapshot::Index>(index) : notFound(id.text());
}

Result<Image> ArchiveStore::image(const ImageId &id, const Call &call)
{
    return indexOf(id, call).map([this](Snapshot::Index index) { return m_content->imageAt(index); });
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
    return indexOf(id, call).map([&](Snapshot::Index) { return m_content->contents.value(id); });
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
    const Result<QList<Image>> left = images(call);
    if (!left) {
        return tl::unexpected(left.error());
    }
    return Snapshot(m_content->snapshot.store(), *left, {}, m_content->contents).layers().totalSize();
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
    const Result<Snapshot::Index> index = indexOf(id, call);
    if (!index) {
        return tl::unexpected(index.error());
    }
    m_content->isChanged = true;
    ClassicStore &played = m_content->played;
    return m_content->layerLines.next(
        reference == Reference() ? played.removeImage(*index) : played.removeReference(*index, reference));
}

Result<void> ArchiveStore::tag(const ImageId &id, const Reference &reference, const Call &call)
{
    return indexOf(id, call).map([&](Snapshot::Index) {
        m_content->given.insert(reference, id);
        m_content->isChanged = true;
    });
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

Result<void> ArchiveStore::commit(
    const std::function<void(qint64 bytes, qint64 all)> & /*progress*/, const Call & /*call*/)
{
    return fail(ErrorCode::Denied);
}

Result<void> ArchiveStore::save(
    const QStringList & /*images*/, const PieceSink & /*sink*/, const Call & /*call*/)
{
    return fail(ErrorCode::Denied);
}

Result<std::vector<LayerListing>> ArchiveStore::readLayers(
    const ImageId &id, const std::function<void(qint64)> &progress, const Call &call)
{
    return indexOf(id, call).and_then(
        [&](Snapshot::Index) { return readLayersOf(m_content->archive, id, progress, call.cancel); });
}

Result<void> ArchiveStore::load(const PieceSource & /*source*/, const Call & /*call*/)
{
    return fail(ErrorCode::Denied);
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

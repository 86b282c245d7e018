// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/engineidentity.h"
#include "core/error.h"
#include "core/image.h"
#include "core/imagecontent.h"
#include "core/layerentry.h"
#include "core/pull.h"
#include "core/removalline.h"
#include "core/snapshot.h"
#include "core/surroundings.h"
#include "core/swarm.h"
#include "stores/canceltoken.h"

#include <QDeadlineTimer>
#include <QList>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace jettison {

/// How long a call may take, and what ends it early.
struct Call
{
    QDeadlineTimer deadline;
    CancelToken cancel;
    /// Nobody is asked anything on the way, such as for a passphrase. For what no person has just asked for.
    bool isQuiet = false;
};

/// Takes bytes as they come; an error that it returns ends the call with that error.
using PieceSink = std::function<Result<void>(QByteArrayView piece)>;
/// Gives bytes until an empty piece, which is the end; an error ends the call with that error.
using PieceSource = std::function<Result<QByteArray>()>;

/// What holds images. Calls block, so they belong on a worker thread; one thread at a time per object.
/// Every call can return Cancelled, TimedOut, MalformedReply and the codes of a failed connection;
/// ConnectionLost means that what the store did is unknown. The engine's refusals come as NotFound, Conflict,
/// EngineBusy, Denied, DeniedByPlugin, BadRequest and EngineFailed, those of a proxy in front of it as
/// ProxyAnswered. The Engine API's paths are named at each call
/// (https://docs.docker.com/reference/api/engine/).
class Store
{
public:
    Store() = default;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    virtual ~Store() = default;

    /// Connects if need be, agrees on an API version and says what answered (`/_ping`; of Docker `/version`).
    /// EngineTooOld, EngineTooNew, NotAnEngine.
    virtual Result<StoreInfo> open(const Call &call) = 0;

    /// Who the engine is, and how it runs (`GET /info`). Empty of what does not tell: a file, and Podman,
    /// which makes a new ID up for each answer and takes seconds for it.
    virtual Result<EngineIdentity> identity(const Call &call) = 0;

    /// All images, intermediate ones too (`GET /images/json?all=1`).
    virtual Result<QList<Image>> images(const Call &call) = 0;
    /// Containers in every state (`GET /containers/json?all=1`).
    virtual Result<QList<Container>> containers(const Call &call) = 0;

    /// As they are now (`GET /images/{name}/json`). NotFound.
    virtual Result<Image> image(const ImageId &id, const Call &call) = 0;
    virtual Result<Image> image(const Reference &reference, const Call &call) = 0;
    /// As it is now (`GET /containers/{id}/json`). NotFound.
    virtual Result<Container> container(const ContainerId &id, const Call &call) = 0;

    /// What the engine does with a container by itself (`GET /containers/{id}/json`). NotFound. Like the next
    /// two, NoEngine where nothing runs containers.
    virtual Result<ContainerFate> containerFate(const ContainerId & /*id*/, const Call & /*call*/)
    {
        return fail(ErrorCode::NoEngine);
    }
    /// Of the whole Swarm (`GET /services`). Any refusal where the engine is none of its managers; one that
    /// has lost the other managers is slow to say so.
    virtual Result<QList<SwarmService>> services(const Call & /*call*/) { return fail(ErrorCode::NoEngine); }
    /// The Swarm that the engine is part of, with its nodes if it manages them (`GET /info`, `GET /nodes`).
    virtual Result<Swarm> swarm(const Call & /*call*/) { return fail(ErrorCode::NoEngine); }

    /// The layers of an image (`GET /images/{id}/json`), and all else of it that costs no second question.
    /// NotFound.
    virtual Result<ImageContent> content(const ImageId &id, const Call &call) = 0;
    /// How an image was built, oldest step first (`GET /images/{id}/history`); asked for where content() did
    /// not tell. NotFound.
    virtual Result<QList<HistoryEntry>> history(const ImageId &id, const Call &call) = 0;
    /// Where the store keeps the layers of an image, or those below a container's own; base layer first
    /// (`GraphDriver` of `GET /images/{id}/json` and `GET /containers/{id}/json`). Empty if it does not tell.
    /// NotFound.
    virtual Result<QStringList> layerFolders(const ImageId &id, const Call &call) = 0;
    virtual Result<QStringList> layerFolders(const ContainerId &id, const Call &call) = 0;
    /// Bytes of the layers of all images, each counted once, as the store itself measures them
    /// (`GET /system/df`). Can take long.
    virtual Result<qint64> layersSize(const Call &call) = 0;

    /// Asks it to end, and has it killed after `patience` (`POST /containers/{id}/stop`). False: it was not
    /// running. NotFound.
    virtual Result<bool> stopContainer(
        const ContainerId &id, std::chrono::seconds patience, const Call &call) = 0;
    /// A stopped container; its volumes stay (`DELETE /containers/{id}`). NotFound, Conflict.
    virtual Result<void> removeContainer(const ContainerId &id, const Call &call) = 0;

    /// Takes one name away, and the image with its last one (`DELETE /images/{reference}`, never forced).
    /// NotFound, Conflict.
    virtual Result<QList<RemovalLine>> removeReference(const Reference &reference, const Call &call) = 0;
    /// An image without references (`DELETE /images/{id}`, never forced). NotFound, Conflict.
    virtual Result<QList<RemovalLine>> removeImage(const ImageId &id, const Call &call) = 0;

    /// One platform of an image alone, with all of its layers, whether others need them or not
    /// (`DELETE /images/{id}?platforms=…`, forced, since the engine wants it so; it touches no container).
    /// NoPlatforms: the store has no such request. NotFound.
    virtual Result<QList<RemovalLine>> removePlatform(
        const ImageId & /*id*/, const ImageVariant & /*platform*/, const Call & /*call*/)
    {
        return fail(ErrorCode::NoPlatforms);
    }

    /// Where removals go at the end (StoreTraits::isTransactional): carries out what removeReference() and
    /// removeImage() were told since the last time, all of it or, with an error, nothing. Conflict: somebody
    /// else changed the store meanwhile. `progress` comes in this thread.
    virtual Result<void> commit(
        const std::function<void(qint64 bytes, qint64 all)> &progress, const Call &call) = 0;

    /// Writes an archive from which load() makes the images again, with their IDs: in the format of `docker
    /// save` (`GET /images/get?names=…`) or, of a layout, as one in a tar. What is named by its ID has no
    /// name there; a reference brings this one name. Engines append an error that comes too late to the
    /// archive and say nothing: read it through before it is trusted. NotFound, LacksPlatform.
    virtual Result<void> save(const QStringList &images, const PieceSink &sink, const Call &call) = 0;
    /// What stands in the layers of an image, in any order, each once. They are read through for it: it may
    /// take minutes. `progress` is told the bytes that have passed, in this thread (`GET /images/get`).
    /// NotFound, LacksPlatform, BrokenArchive.
    virtual Result<std::vector<LayerListing>> readLayers(
        const ImageId &id, const std::function<void(qint64 bytes)> &progress, const Call &call) = 0;
    /// Takes in all images of such an archive (`POST /images/load`). Names that it brings are taken from
    /// other images.
    virtual Result<void> load(const PieceSource &source, const Call &call) = 0;
    /// One more name for an image; another image that had it loses it (`POST /images/{id}/tag`). NotFound.
    virtual Result<void> tag(const ImageId &id, const Reference &reference, const Call &call) = 0;
    /// All that the store knows of a container, as JSON (`GET /containers/{id}/json`). NotFound.
    virtual Result<QByteArray> containerDetails(const ContainerId &id, const Call &call) = 0;
    /// A container of that name, not started, with the configuration that containerDetails() gave for one
    /// (`POST /containers/create`). NotFound: its image. Conflict: the name is taken.
    virtual Result<ContainerId> createContainer(
        const QString &name, const QByteArray &details, const Call &call) = 0;

    /// `POST /images/create`. Progress comes in this thread. An error inside the stream is EngineFailed.
    virtual Result<PullResult> pull(const Reference &reference,
        const std::function<void(const PullProgress &)> &progress, const Call &call) = 0;

    /// Calls `changed` whenever images or containers may have changed, until the connection ends
    /// (ConnectionLost) or the call is cancelled (`GET /events`). `changed` is called once at the start, when
    /// nothing can be missed any more.
    virtual Result<void> watch(const std::function<void()> &changed, const Call &call) = 0;
};

/// Makes a store that is not connected yet; fails where no endpoint can be chosen. Any thread.
using StoreFactory = std::function<Result<std::unique_ptr<Store>>()>;

} // namespace jettison

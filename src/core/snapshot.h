// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/container.h"
#include "core/image.h"
#include "core/layergraph.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace jettison {

/// What stores do differently. The defaults are those of Docker's classic (graph driver) store.
struct StoreTraits
{
    /// By which rules a removal goes: see PlayedStore.
    enum class Rules { Classic, Containerd, Podman };
    /// What an image is called by: the digest of its configuration; or that of its manifest or index, by
    /// which every registry knows it that has it. One is never the other.
    enum class Ids { Configurations, Manifests };

    Rules rules = Rules::Classic;
    Ids ids = Ids::Configurations;
    /// An image stays for as long as others are built on it.
    bool childrenHold = true;
    /// With the last tag of a repository go the digests that it gave.
    bool digestsGoWithTags = true;
    /// A removal reports each layer that it deletes.
    bool reportsLayers = true;
    /// It refuses to remove what a container mounts. Else it guards no such image, and looks for the name
    /// anew at each start.
    bool guardsMounts = true;
    /// When the engine itself starts, it starts containers with the policy "always" again.
    bool restartsContainers = true;
    /// A name without a registry is one of this machine: it has `localhost/` in front.
    bool namesAreLocal = false;
    /// The digests of an image are made up for its names. Else one is a name like others, which goes alone.
    bool digestsAreMadeUp = false;
    /// What is removed by a digest takes the tags of its repository along.
    bool digestsTakeTags = false;
    /// After an image it goes on to a parent without a name, and is refused that one while others need it.
    bool triesParents = false;
    /// The end of a pull is told in a sentence. Else the last message is the image's ID, downloaded.
    bool saysHowPullsEnd = true;
    /// The bytes that it tells of a layer are those of its files.
    bool countsFiles = true;
    /// It can say how many bytes all its layers take.
    bool accountsLayers = true;
    /// It keeps layers packed, and for some platforms unpacked as well: images are larger than the files in
    /// them, by what it does not tell for each layer.
    bool keepsPacked = false;
    /// It says for which platforms it has an image.
    bool listsPlatforms = false;
    /// It can remove one platform of an image.
    bool removesPlatforms = false;
    /// It could, but for the older version of its API that a person wants to be spoken.
    bool couldRemovePlatforms = false;
    /// A platform that its image lost alone can be loaded into it, and it then says that it is there.
    bool takesPlatforms = false;
    /// It keeps layers of the same content once, whatever is below them, and tells their sizes.
    bool keepsContentOnce = false;
    /// All layers are packed together: what one of them takes on the disk nobody knows.
    bool isPacked = false;
    /// What is removed goes at the end, all of it or nothing: see Store::commit().
    bool isTransactional = false;

    friend bool operator==(const StoreTraits &, const StoreTraits &) = default;
};

/// Of Docker with the containerd image store.
StoreTraits containerdTraits();
StoreTraits podmanTraits();

/// What answered behind an endpoint.
struct StoreInfo
{
    enum class Kind {
        Engine,
        Archive, ///< one written by `docker save`
        Layout, ///< an OCI image layout, in a folder or in a file
        Sample, ///< a layout that the program made, to be tried
    };

    Kind kind = Kind::Engine;
    /// The endpoint's text, such as `unix:///var/run/docker.sock`.
    QString endpoint;
    /// What it calls itself, such as `Docker`; of what is no engine, the name of its file.
    QString name;
    QString version;
    /// The API version that both sides speak, such as `1.41`.
    QString apiVersion;
    StoreTraits traits = {};
    /// Encrypted, but nobody has proved to be who answers: everything may be somebody else's.
    bool isUnverified = false;

    friend bool operator==(const StoreInfo &, const StoreInfo &) = default;
};

/// Everything read from a store at one moment. Immutable, so threads share it by pointer.
class Snapshot
{
public:
    /// Position of an image in images(): the cheap name for it inside one snapshot.
    using Index = int;
    static constexpr Index None = -1;

    Snapshot() = default;
    /// Its layers are unread.
    Snapshot(StoreInfo store, QList<Image> images, QList<Container> containers);
    /// `contents` may also hold those of images that are gone, but which containers still use.
    Snapshot(
        StoreInfo store, QList<Image> images, QList<Container> containers, const ImageContents &contents);

    const StoreInfo &store() const { return m_store; }
    const QList<Image> &images() const { return m_images; }
    const QList<Container> &containers() const { return m_containers; }
    const LayerGraph &layers() const { return m_layers; }
    /// Topmost layers that containers hold although their image is gone: an engine's own force leaves these.
    const std::vector<LayerGraph::Index> &heldLayers() const { return m_heldLayers; }
    /// What a removal frees is an estimate: something may hold layers that could not be read, or the store is
    /// packed.
    bool freesAbout() const
    {
        return m_layers.unreadImages() > 0 || m_hasUnknownHolders || m_store.traits.isPacked;
    }

    /// None if there is no such image.
    Index find(const ImageId &id) const { return m_byId.value(id, None); }
    /// The image that a reference names, compared by its canonical form; None if there is none.
    Index find(const Reference &reference) const { return m_byReference.value(reference.canonical(), None); }
    /// Null if there is no such image.
    const Image *image(const ImageId &id) const;

    Index parent(Index image) const { return m_links[size_t(image)].parent; }
    const std::vector<Index> &children(Index image) const { return m_links[size_t(image)].children; }
    /// Positions in containers() of those made from the image or mounting it, in any state.
    const std::vector<int> &containersOf(Index image) const { return m_links[size_t(image)].containers; }
    /// The same of those that mount an image of which nobody can tell which one it is, where this may be it:
    /// one that has the name now, or one without a name, which the engine would not guard. That one only
    /// while the container is up, where the engine looks for the name anew.
    const std::vector<int> &possibleUsersOf(Index image) const
    {
        return m_links[size_t(image)].possibleUsers;
    }
    /// Of a container that need not be one of containers(): whether it mounts an image of which nobody can
    /// tell which one it is, and this may be it.
    bool mayMount(const Container &container, Index image) const;
    /// The images that a container was made from or mounts, each once, by its position in containers().
    std::vector<Index> imagesOf(int container) const;

    /// No reference, but another image is built on it; `docker image ls` hides these.
    bool isIntermediate(Index image) const;
    /// No reference, no manifest list names it, and no image for which that is not so is built on it.
    bool isDangling(Index image) const;
    /// A container, in any state, uses it or an image built on it.
    bool isUsed(Index image) const;

private:
    struct Links
    {
        Index parent = None;
        std::vector<Index> children;
        std::vector<int> containers;
        bool isListed = false;
        std::vector<int> possibleUsers;
    };

    void linkUnknownMounts(int container);

    StoreInfo m_store;
    QList<Image> m_images;
    QList<Container> m_containers;
    LayerGraph m_layers;
    std::vector<LayerGraph::Index> m_heldLayers;
    bool m_hasUnknownHolders = false;
    QHash<ImageId, Index> m_byId;
    QHash<QString, Index> m_byReference;
    std::vector<Links> m_links;
};

/// The image was made after the container that has the mount: it cannot be what that mounts. Pure.
bool isYounger(const Image &image, const ImageMount &mount);

using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace jettison

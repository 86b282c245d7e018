// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/scenemeanwhile.h"
#include "engines/scenenames.h"
#include "support/imagearchive.h"

namespace jettison {

/// Fills an empty engine as a text tells, a line an image, a container or a command:
///
///     image base: base:1 base:2              an image with these tags
///     image app: app:1 < base                … built on another
///     image app: app:1 [x=5000 y] on base    … with these layers on those of another, and no parent
///     image app: app:1 [- x]                 … and nothing below
///     twins left right                       two images whose IDs begin with the same four digits
///     index all: all:1 amd64 arm64           one for several platforms: {all}, {all-amd64} …
///     index all: all:1 amd64 arm64 alike     … all of them on the same layer
///     index all: all:1 amd64 arm64 attested  … each with an attestation: {all-proof-amd64} …
///     list all: all:1 base:1 app:1           a manifest list of Podman, of these images
///     lying base: base:1                     an image in the additional store of a Podman
///     build img:1 < base:1: LABEL a=b; …     by the classic builder, each instruction an image
///     build --rm=false img:1 < …             … and a container that stays
///     container web: app:1 running           running, stopped, paused, created, restarting or
///                                            disposable, which is with --rm
///     swarm                                  the engine is a node of a Swarm of its own from here on
///     docker tag base:1 other:1              anything else; also with podman and buildah
///     begin build img:1 < …                  … which goes on while other things are done, until:
///     begin docker pull app:1                … the same of a command
///     end                                    which waits for it
///     stall                                  {stalled} is the registry, but holds content of images back …
///     held                                   … which fails unless somebody waits for it …
///     release                                … and no longer
///     mkdir {shared}, rmdir {shared}         an empty folder
///     deny request DELETE                    by an engine's plug-in, as authorization.py reads it
///     until docker exec …                    that is done again and again until it succeeds
///     let digest {base@}                     {digest} keeps that
///
/// In commands and wherever expand() is used, {base} is the ID of an image, by its name above or any
/// reference; {base/6} the first six digits of it, {base^} the ID of its parent, {base@} the digest that its
/// registry knows, {registry} the address of that, {folder} a folder of this scene, {shared} one that the
/// engine sees as well, and {web.*} the first running container whose name begins with `web.`.
class Scene
{
public:
    Scene(const ContainerEngine &engine, const QString &registry);

    /// Empty, or the line that failed and why.
    QString setUp(const QString &text);
    /// One more line, in the filled engine. Empty, or why it failed.
    QString run(const QString &line);
    QString expand(const QString &text) const { return m_names.expand(text); }
    QStringList expand(const QStringList &texts) const { return m_names.expand(texts); }

private:
    void addImage(const QString &description, ImageArchive &archive);
    void addTwins(const QString &left, const QString &right);
    QString load();
    QString loadBeside();
    QString makeList(const QString &description);
    QString docker(const QStringList &arguments) const;
    QString loadIndex(const QString &description);
    QString runBuildah(const QStringList &arguments) const;
    QString waitFor(const QString &line);

    const ContainerEngine &m_engine;
    ScratchFolder m_folder;
    SceneNames m_names;
    SceneMeanwhile m_meanwhile;
    ImageArchive m_archive;
    ImageArchive m_lying;
    bool m_hasImages = false;
    bool m_hasLying = false;
};

} // namespace jettison

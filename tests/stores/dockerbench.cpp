// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/dockerbench.h"

#include "stores/resulttext.h"
#include "stores/storefactory.h"
#include "support/scratchfolder.h"

namespace jettison {

using namespace Qt::StringLiterals;

QString DockerBench::start()
{
    const QString reason = engine.start();
    if (reason.isEmpty()) {
        store = makeStore(*parseEndpoint(engine.endpoint())).value();
    }
    return reason;
}

QString DockerBench::load(const ImageArchive &archive) const
{
    const ScratchFolder folder;
    const QString path = folder.path(u"images.tar"_s);
    const QString reason = archive.write(path);
    return reason.isEmpty() ? engine.docker({u"load"_s, u"-q"_s, u"-i"_s, path}).errors : reason;
}

ContainerId DockerBench::run(
    const QStringList &options, const QString &image, const QStringList &command) const
{
    const QStringList arguments{u"run"_s, u"-d"_s, u"--network"_s, u"none"_s};
    return ContainerId(engine.docker(arguments + options + QStringList{image} + command).lines().value(0));
}

ContainerState DockerBench::stateOf(const ContainerId &id) const
{
    const Result<Container> container = store->container(id, patientCall());
    return container ? container->state : ContainerState::Unknown;
}

QStringList DockerBench::endless()
{
    return {u"/busybox"_s, u"sleep"_s, u"1000"_s};
}

QStringList DockerBench::deaf()
{
    return {u"/busybox"_s, u"sh"_s, u"-c"_s, u"trap '' TERM; while true; do /busybox sleep 1; done"_s};
}

} // namespace jettison

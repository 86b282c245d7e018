// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/remarktext.h"

#include "models/shelltext.h"

#include <QCoreApplication>

#include <algorithm>

namespace jettison::remarktext {

using namespace Qt::StringLiterals;

namespace {

using Owner = ContainerOwner::Kind;

struct RemarkText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::RemarkText)
};

QString comesBack(const ContainerOwner &owner)
{
    switch (owner.kind) {
    case Owner::SwarmService:
        return RemarkText::tr(
            "The Swarm service %1 starts new tasks at once: these use the image again, or pull it")
            .arg(owner.name);
    case Owner::KubernetesPod:
        return RemarkText::tr("Kubernetes starts the pod %1 again, and pulls its images").arg(owner.name);
    case Owner::ComposeProject:
    case Owner::PodmanCompose:
        return RemarkText::tr(
            "The compose project %1 makes them again when it is next brought up, and pulls or "
            "builds its images")
            .arg(owner.name);
    case Owner::SystemdUnit:
        return RemarkText::tr("The systemd unit %1 may start them again, and pull its image").arg(owner.name);
    case Owner::DevContainer:
        return RemarkText::tr("The editor makes them again when it next opens %1").arg(owner.name);
    case Owner::None:
        break;
    }
    return {};
}

QString keepsImage(const ContainerOwner &owner)
{
    switch (owner.kind) {
    case Owner::SwarmService:
        return RemarkText::tr("Tasks of the Swarm service %1, which starts new ones whenever these go")
            .arg(owner.name);
    case Owner::KubernetesPod:
        return RemarkText::tr("Part of the Kubernetes pod %1, which is started again whenever they go")
            .arg(owner.name);
    case Owner::ComposeProject:
    case Owner::PodmanCompose:
        return RemarkText::tr("Part of the compose project %1").arg(owner.name);
    case Owner::SystemdUnit:
        return RemarkText::tr("Started by the systemd unit %1, which may start them again").arg(owner.name);
    case Owner::DevContainer:
        return RemarkText::tr("The dev container of %1").arg(owner.name);
    case Owner::None:
        break;
    }
    return {};
}

QString goesByItself(const ContainerFate &fate)
{
    const QString folders = fate.anonymousVolumes.join(RemarkText::tr(", "));
    return folders.isEmpty()
        ? RemarkText::tr("Started with --rm: the engine removes them by itself once they are stopped")
        : RemarkText::tr(
              "Started with --rm: once it is stopped, the engine deletes its anonymous volumes for "
              "good: %1")
              .arg(folders);
}

QString staysStopped(const RemovalRemark &remark)
{
    return remark.restartsWithEngine
        ? RemarkText::tr("Restart policy \"always\": they stay stopped, unless the engine itself restarts "
                         "before they are removed")
        : RemarkText::tr("Restart policy \"%1\": they stay stopped all the same")
              .arg(restartName(remark.fate.restart));
}

QString unknownMount(const RemovalRemark &remark)
{
    return remark.isGuarded
        ? RemarkText::tr("Mounts what was called %1 when it was made: if that is an image that goes, the "
                         "engine refuses to remove it")
              .arg(remark.image)
        : RemarkText::tr("Mounts what was called %1 when it was started: if that is an image that goes, its "
                         "files are missing there at once")
              .arg(remark.image);
}

QStringList serviceAdvice(const ContainerOwner &service)
{
    QStringList commands{"docker service rm "_L1 + shelltext::word(service.name),
        "docker service update --image IMAGE "_L1 + shelltext::word(service.name)};
    if (!service.group.isEmpty()) {
        commands.prepend("docker stack rm "_L1 + shelltext::word(service.group));
    }
    return commands;
}

QStringList ownerAdvice(const ContainerOwner &owner)
{
    const QString name = shelltext::word(owner.name);
    switch (owner.kind) {
    case Owner::SwarmService:
        return serviceAdvice(owner);
    case Owner::KubernetesPod: {
        const QString space =
            owner.group.isEmpty() ? QString() : " --namespace "_L1 + shelltext::word(owner.group);
        const QString command = "kubectl describe pod "_L1 + name + space;
        return {RemarkText::tr("delete or scale down what \"%1\" says it is controlled by").arg(command)};
    }
    case Owner::ComposeProject:
        return {"docker compose -p "_L1 + name + " down"_L1};
    case Owner::PodmanCompose:
        return {"podman-compose -p "_L1 + name + " down"_L1};
    case Owner::SystemdUnit:
        return {"systemctl stop "_L1 + name, "systemctl --user stop "_L1 + name};
    case Owner::DevContainer:
    case Owner::None:
        break;
    }
    return {};
}

QString toolOf(const StoreInfo &store)
{
    return store.name == "Podman"_L1 ? u"podman"_s : u"docker"_s;
}

// As they stand in a command.
QString nameWords(const QList<Container> &containers)
{
    QStringList words;
    std::ranges::transform(containers, std::back_inserter(words), &Container::name);
    return words.join(u' ');
}

// What is in the volumes can be copied while the container is there.
QStringList autoRemovalAdvice(const RemovalRemark &remark, const StoreInfo &store)
{
    const QString tool = toolOf(store);
    QStringList commands;
    for (const QString &folder : remark.fate.anonymousVolumes) {
        commands << tool + " cp "_L1 + shelltext::word(remark.containers.first().name + u':' + folder)
                + " ."_L1;
    }
    if (!remark.goes) {
        commands << tool + " stop "_L1 + nameWords(remark.containers);
    }
    return commands;
}

// Without -f engines refuse what is not stopped.
QString containerRemoval(const QList<Container> &containers, const StoreInfo &store)
{
    const bool isAnyUp =
        std::ranges::any_of(containers, [](const Container &c) { return mustBeStopped(c.state); });
    return toolOf(store) + (isAnyUp ? " rm -f "_L1 : " rm "_L1) + nameWords(containers);
}

} // namespace

QString belonging(const ContainerOwner &owner)
{
    switch (owner.kind) {
    case Owner::SwarmService:
        return RemarkText::tr("a task of the Swarm service %1").arg(owner.name);
    case Owner::KubernetesPod:
        return RemarkText::tr("part of the Kubernetes pod %1").arg(owner.name);
    case Owner::ComposeProject:
    case Owner::PodmanCompose:
        return RemarkText::tr("part of the compose project %1").arg(owner.name);
    case Owner::SystemdUnit:
        return RemarkText::tr("started by the systemd unit %1").arg(owner.name);
    case Owner::DevContainer:
        return RemarkText::tr("the dev container of %1").arg(owner.name);
    case Owner::None:
        break;
    }
    return {};
}

QString fact(const RemovalRemark &remark)
{
    switch (remark.kind) {
    case RemovalRemark::Kind::Owner:
        return remark.goes ? comesBack(remark.owner) : keepsImage(remark.owner);
    case RemovalRemark::Kind::RestartPolicy:
        return staysStopped(remark);
    case RemovalRemark::Kind::AutoRemoval:
        return goesByItself(remark.fate);
    case RemovalRemark::Kind::ServiceImage:
        return RemarkText::tr("The Swarm service %1 needs %2: it is pulled again when a task starts here")
            .arg(remark.owner.name, remark.image);
    case RemovalRemark::Kind::UnknownMount:
        return unknownMount(remark);
    }
    Q_UNREACHABLE();
}

QString names(const RemovalRemark &remark)
{
    QStringList names;
    std::ranges::transform(remark.containers, std::back_inserter(names), &Container::name);
    return names.join(RemarkText::tr(", "));
}

QStringList advice(const RemovalRemark &remark, const StoreInfo &store)
{
    switch (remark.kind) {
    case RemovalRemark::Kind::Owner:
        return ownerAdvice(remark.owner);
    case RemovalRemark::Kind::RestartPolicy:
        return {};
    case RemovalRemark::Kind::AutoRemoval:
        return autoRemovalAdvice(remark, store);
    case RemovalRemark::Kind::ServiceImage:
        return serviceAdvice(remark.owner);
    case RemovalRemark::Kind::UnknownMount:
        return {containerRemoval(remark.containers, store)};
    }
    Q_UNREACHABLE();
}

QString line(const RemovalRemark &remark, const StoreInfo &store)
{
    const QString whom = remark.containers.isEmpty()
        ? fact(remark)
        : RemarkText::tr("%1: %2").arg(fact(remark), names(remark));
    // Volumes are all copied; of the others one command is enough.
    const bool isEach = remark.kind == RemovalRemark::Kind::AutoRemoval;
    const QString commands = advice(remark, store).join(isEach ? u"; "_s : RemarkText::tr(", or "));
    return commands.isEmpty() ? whom : RemarkText::tr("%1. First: %2").arg(whom, commands);
}

} // namespace jettison::remarktext

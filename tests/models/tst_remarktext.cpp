// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/remarktext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

using Owner = ContainerOwner::Kind;

QList<Container> containersOf(const QString &names, ContainerState state)
{
    QList<Container> containers;
    for (const QString &name : names.split(u' ', Qt::SkipEmptyParts)) {
        Container container;
        container.name = name;
        container.state = state;
        containers << container;
    }
    return containers;
}

QString lineOf(RemovalRemark remark, const QString &names, const QString &engine = u"Docker"_s,
    ContainerState state = ContainerState::Running)
{
    StoreInfo store;
    store.name = engine;
    remark.containers = containersOf(names, state);
    return remarktext::line(remark, store);
}

QString ownerLine(Owner kind, const QString &name, bool goes, const QString &group = {})
{
    return lineOf({.goes = goes, .owner = {.kind = kind, .name = name, .group = group}}, u"c1 c2"_s);
}

} // namespace

class tst_RemarkText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void owners_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, Owner kind, const QString &owner, const QString &goes,
                             const QString &keeps, const QString &group = {}) {
            QTest::addRow("%s goes", name) << ownerLine(kind, owner, true, group) << goes;
            QTest::addRow("%s stays", name) << ownerLine(kind, owner, false, group) << keeps;
        };
        row("service", Owner::SwarmService, u"web"_s,
            u"The Swarm service web starts new tasks at once: these use the image again, or pull it: c1, c2. First: docker service rm web, or docker service update --image IMAGE web"_s,
            u"Tasks of the Swarm service web, which starts new ones whenever these go: c1, c2. First: docker service rm web, or docker service update --image IMAGE web"_s);
        row("stack", Owner::SwarmService, u"shop_web"_s,
            u"The Swarm service shop_web starts new tasks at once: these use the image again, or pull it: "
            u"c1, c2. "
            u"First: docker stack rm shop, or docker service rm shop_web, or docker service update "
            u"--image IMAGE shop_web"_s,
            u"Tasks of the Swarm service shop_web, which starts new ones whenever these go: "
            u"c1, c2. "
            u"First: docker stack rm shop, or docker service rm shop_web, or docker service update "
            u"--image IMAGE shop_web"_s,
            u"shop"_s);
        row("pod", Owner::KubernetesPod, u"web-0"_s,
            u"Kubernetes starts the pod web-0 again, and pulls its images: c1, c2. First: delete or "
            u"scale down what \"kubectl describe pod web-0 --namespace shop\" says it is controlled by"_s,
            u"Part of the Kubernetes pod web-0, which is started again whenever they go: c1, c2. First: "
            u"delete or scale down what \"kubectl describe pod web-0 --namespace shop\" says it is controlled by"_s,
            u"shop"_s);
        row("compose", Owner::ComposeProject, u"shop"_s,
            u"The compose project shop makes them again when it is next brought up, and pulls or builds its images: c1, c2. First: docker compose -p shop down"_s,
            u"Part of the compose project shop: c1, c2. First: docker compose -p shop down"_s);
        row("podman-compose", Owner::PodmanCompose, u"shop"_s,
            u"The compose project shop makes them again when it is next brought up, and pulls or builds its images: c1, c2. First: podman-compose -p shop down"_s,
            u"Part of the compose project shop: c1, c2. First: podman-compose -p shop down"_s);
        row("unit", Owner::SystemdUnit, u"web@1.service"_s,
            u"The systemd unit web@1.service may start them again, and pull its image: c1, c2. First: systemctl stop web@1.service, or systemctl --user stop web@1.service"_s,
            u"Started by the systemd unit web@1.service, which may start them again: c1, c2. First: systemctl stop web@1.service, or systemctl --user stop web@1.service"_s);
        row("dev container", Owner::DevContainer, u"/home/me/x"_s,
            u"The editor makes them again when it next opens /home/me/x: c1, c2"_s,
            u"The dev container of /home/me/x: c1, c2"_s);
    }

    void owners()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QCOMPARE(line, expected);
    }

    void namesStayOneWordInAShell()
    {
        QCOMPARE(remarktext::advice(
                     {.owner = {.kind = Owner::SystemdUnit, .name = u"x; rm -rf ~ '$(id)'.service"_s}}, {})
                     .first(),
            uR"(systemctl stop 'x; rm -rf ~ '\''$(id)'\''.service')"_s);
        QCOMPARE(remarktext::advice({.owner = {.kind = Owner::ComposeProject, .name = u"-v"_s}}, {}).first(),
            u"docker compose -p '-v' down"_s);
    }

    void autoRemoval()
    {
        const auto kind = RemovalRemark::Kind::AutoRemoval;
        const ContainerFate plain{.isAutoRemoved = true};
        const ContainerFate full{.isAutoRemoved = true, .anonymousVolumes = {u"/data"_s, u"/my log"_s}};
        QCOMPARE(lineOf({.kind = kind, .fate = plain}, u"a b"_s),
            u"Started with --rm: the engine removes them by itself once they are stopped: a, b"_s);
        QCOMPARE(lineOf({.kind = kind, .goes = false, .fate = plain}, u"a b"_s),
            u"Started with --rm: the engine removes them by itself once they are stopped: a, b. First: docker stop a b"_s);
        QCOMPARE(lineOf({.kind = kind, .fate = full}, u"a"_s, u"Podman"_s),
            u"Started with --rm: once it is stopped, the engine deletes its anonymous volumes for good: "
            u"/data, /my log: a. First: podman cp a:/data .; podman cp 'a:/my log' ."_s);
    }

    void restartPolicies()
    {
        const auto policy = [](ContainerFate::Restart restart, bool restartsWithEngine = false) {
            return lineOf({.kind = RemovalRemark::Kind::RestartPolicy,
                              .fate = {.restart = restart},
                              .restartsWithEngine = restartsWithEngine},
                u"a"_s);
        };
        QCOMPARE(policy(ContainerFate::Restart::Always),
            u"Restart policy \"always\": they stay stopped all the same: a"_s);
        QCOMPARE(policy(ContainerFate::Restart::Always, true),
            u"Restart policy \"always\": they stay stopped, unless the engine itself restarts before they "
            u"are removed: a"_s);
        QCOMPARE(policy(ContainerFate::Restart::UnlessStopped),
            u"Restart policy \"unless-stopped\": they stay stopped all the same: a"_s);
    }

    void unknownMounts_data()
    {
        using State = ContainerState;
        QTest::addColumn<ContainerState>("state");
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("command");
        const QString docker = u"Docker"_s;
        const QString podman = u"Podman"_s;
        QTest::addRow("created") << State::Created << docker << u"docker rm a b"_s;
        QTest::addRow("exited") << State::Exited << docker << u"docker rm a b"_s;
        QTest::addRow("running") << State::Running << docker << u"docker rm -f a b"_s;
        QTest::addRow("paused") << State::Paused << docker << u"docker rm -f a b"_s;
        QTest::addRow("exited in Podman") << State::Exited << podman << u"podman rm a b"_s;
        QTest::addRow("running in Podman") << State::Running << podman << u"podman rm -f a b"_s;
    }

    // The command must be one that the engine carries out.
    void unknownMounts()
    {
        QFETCH(const ContainerState, state);
        QFETCH(const QString, engine);
        QFETCH(const QString, command);
        const RemovalRemark remark{.kind = RemovalRemark::Kind::UnknownMount, .image = u"data:1"_s};
        QCOMPARE(lineOf(remark, u"a b"_s, engine, state),
            u"Mounts what was called data:1 when it was made: if that is an image that goes, the engine "
            "refuses to remove it: a, b. First: %1"_s.arg(command));
    }

    void unguardedMounts()
    {
        const RemovalRemark remark{
            .kind = RemovalRemark::Kind::UnknownMount, .image = u"data:1"_s, .isGuarded = false};
        QCOMPARE(lineOf(remark, u"a"_s, u"Podman"_s),
            u"Mounts what was called data:1 when it was started: if that is an image that goes, its files "
            "are missing there at once: a. First: podman rm -f a"_s);
    }

    void serviceImage()
    {
        QCOMPARE(lineOf({.kind = RemovalRemark::Kind::ServiceImage,
                            .owner = {.kind = Owner::SwarmService, .name = u"shop"_s},
                            .image = u"app:1"_s},
                     {}),
            u"The Swarm service shop needs app:1: it is pulled again when a task starts here. First: docker service rm shop, or docker service update --image IMAGE shop"_s);
    }
};

QTEST_APPLESS_MAIN(tst_RemarkText)
#include "tst_remarktext.moc"

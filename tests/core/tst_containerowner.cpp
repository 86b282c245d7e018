// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/containerowner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

using Labels = QMap<QString, QString>;

const Labels Task{{u"com.docker.swarm.service.name"_s, u"shop_web"_s},
    {u"com.docker.swarm.task.id"_s, u"4xsd3qsio0qv"_s}, {u"com.docker.swarm.task"_s, {}}};
const Labels Compose{{u"com.docker.compose.project"_s, u"shop"_s},
    {u"com.docker.compose.service"_s, u"web"_s}, {u"com.docker.compose.container-number"_s, u"1"_s}};
const Labels Unit{{u"PODMAN_SYSTEMD_UNIT"_s, u"container-web.service"_s}};
const Labels Pod{{u"io.kubernetes.pod.name"_s, u"web-0"_s}, {u"io.kubernetes.pod.namespace"_s, u"shop"_s}};
const Labels DevContainer{{u"devcontainer.local_folder"_s, u"/home/me/größe 大"_s}};

Labels with(Labels labels, const Labels &more)
{
    labels.insert(more);
    return labels;
}

} // namespace

class tst_ContainerOwner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLabels_data()
    {
        QTest::addColumn<QMap<QString, QString>>("labels");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const Labels &labels, const QString &expected) {
            QTest::addRow("%s", name) << labels << expected;
        };
        row("nobody's", {}, u"none"_s);
        row("other labels", {{u"org.example.name"_s, u"x"_s}}, u"none"_s);
        row("task of a service", Task, u"swarm-service shop_web"_s);
        row("task of a stack's service", with(Task, {{u"com.docker.stack.namespace"_s, u"shop"_s}}),
            u"swarm-service shop_web in shop"_s);
        row("a stack without a task", {{u"com.docker.swarm.service.name"_s, u"shop"_s}}, u"none"_s);
        row("compose", Compose, u"compose-project shop"_s);
        row("an image that compose built, run by hand",
            {{u"com.docker.compose.project"_s, u"shop"_s}, {u"com.docker.compose.service"_s, u"web"_s}},
            u"none"_s);
        row("compose run", with(Compose, {{u"com.docker.compose.oneoff"_s, u"True"_s}}), u"none"_s);
        row("compose, no one-off", with(Compose, {{u"com.docker.compose.oneoff"_s, u"False"_s}}),
            u"compose-project shop"_s);
        const Labels podmanCompose = with(Compose, {{u"io.podman.compose.project"_s, u"shop"_s}});
        row("podman-compose", podmanCompose, u"podman-compose-project shop"_s);
        row("podman-compose names a unit too",
            with(podmanCompose, {{u"PODMAN_SYSTEMD_UNIT"_s, u"podman-compose@shop.service"_s}}),
            u"podman-compose-project shop"_s);
        row("systemd", Unit, u"systemd-unit container-web.service"_s);
        row("Kubernetes", Pod, u"kubernetes-pod web-0 in shop"_s);
        row("dev container", DevContainer, u"dev-container /home/me/größe 大"_s);
        row("dev container of compose", with(DevContainer, Compose), u"compose-project shop"_s);
        row("an empty name", {{u"PODMAN_SYSTEMD_UNIT"_s, {}}}, u"none"_s);
        row("what terminals would obey",
            {{u"PODMAN_SYSTEMD_UNIT"_s, u"\x1b[2Ja\u202e\r\nb😀\u0085.service"_s}},
            u"systemd-unit [2Jab😀.service"_s);
        row("nothing but that", {{u"PODMAN_SYSTEMD_UNIT"_s, u"\x1b\x07"_s}}, u"none"_s);
    }

    void readsLabels()
    {
        using Labels = QMap<QString, QString>;
        QFETCH(Labels, labels);
        QFETCH(QString, expected);
        const ContainerOwner owner = ownerFrom(labels);
        QStringList words{kindName(owner.kind), owner.name};
        if (!owner.group.isEmpty()) {
            words << u"in"_s << owner.group;
        }
        words.removeAll(QString());
        QCOMPARE(words.join(u' '), expected);
    }
};

QTEST_APPLESS_MAIN(tst_ContainerOwner)
#include "tst_containerowner.moc"

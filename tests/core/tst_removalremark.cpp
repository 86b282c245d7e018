// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalremark.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// A line each: `web always`, `job --rm /data`, `service shop app:1`.
Surroundings surroundingsFromText(const QString &text)
{
    Surroundings surroundings;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList words = line.split(u' ');
        if (words[0] == "service"_L1) {
            surroundings.services << SwarmService{.name = words[1], .image = referenceOf(words[2]).text()};
            continue;
        }
        const bool isAutoRemoved = words[1] == "--rm"_L1;
        surroundings.fates.insert(containerIdOf(words[0]),
            {.restart = restartFromName(words[1]),
                .isAutoRemoved = isAutoRemoved,
                .anonymousVolumes = words.mid(2)});
    }
    return surroundings;
}

// `goes swarm-service shop: web.1 web.2`
QString remarkText(const RemovalRemark &remark)
{
    QStringList words{remark.goes ? u"goes"_s : u"stays"_s, kindName(remark)};
    words << remark.owner.name << remark.image;
    if (remark.kind == RemovalRemark::Kind::RestartPolicy) {
        words << restartName(remark.fate.restart);
        words << (remark.restartsWithEngine ? u"with-engine"_s : QString());
    }
    words << remark.fate.anonymousVolumes;
    words << (remark.isGuarded ? QString() : u"unguarded"_s);
    words.removeAll(QString());
    QStringList names;
    for (const Container &container : remark.containers) {
        names << container.name;
    }
    return words.join(u' ') + (names.isEmpty() ? QString() : u": "_s + names.join(u' '));
}

} // namespace

class tst_RemovalRemark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remarks_data();
    void remarks();
    void concerned();
};

void tst_RemovalRemark::remarks_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("surroundings");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QStringList &targets, bool force,
                         const QString &surroundings, const QString &expected) {
        QTest::addRow("%s", name) << store << targets << force << surroundings << expected;
    };
    constexpr bool Force = true;

    row("nothing", u"a: app:1"_s, {u"a"_s}, false, {}, {});
    row("a container of nobody", u"a: app:1\nweb = a running"_s, {u"a"_s}, Force, u"web no"_s, {});

    const QString mounted = u"a: app:1\ndata: data:1\nnew: new:1\nweb = a exited mount:data:1"_s;
    row("may mount what goes", mounted, {u"new"_s}, false, {}, u"goes unknown-mount data:1: web"_s);
    row("may mount it and goes with its own image", mounted, {u"new"_s, u"a"_s}, Force, {}, {});
    row("may mount it twice", u"a: app:1\nnew: new:1\nweb = a exited mount:data:1 mount:data:2"_s, {u"new"_s},
        false, {}, u"goes unknown-mount data:1: web\ngoes unknown-mount data:2: web"_s);
    row("Podman guards no mount", u"podman\na: app:1\nnew: new:1\nweb = a running mount:data:1"_s, {u"new"_s},
        false, {}, u"goes unknown-mount data:1 unguarded: web"_s);
    row("Podman looks for the name when it starts",
        u"podman\na: app:1\nnew: new:1\nweb = a exited mount:data:1"_s, {u"new"_s}, false, {}, {});
    row("surely mounts another", u"a: app:1\ndata: data:1\nnew: new:1\nweb = a exited mounts:data"_s,
        {u"new"_s}, false, {}, {});

    const QString tasks =
        u"a: app:1\nshop.1 = a running swarm-service:shop\nshop.2 = a running swarm-service:shop"_s;
    row("tasks that go", tasks, {u"a"_s}, Force, {}, u"goes swarm-service shop: shop.1 shop.2"_s);
    row("tasks in the way", tasks, {u"a"_s}, false, {}, u"stays swarm-service shop: shop.1 shop.2"_s);
    row("an ended task", u"a: app:1\nshop.1 = a exited swarm-service:shop"_s, {u"a"_s}, Force, {},
        u"goes swarm-service shop: shop.1"_s);
    row("two projects",
        u"a: app:1\nx = a running compose-project:x\ny = a exited compose-project:y\nx2 = a created "
        "compose-project:x"_s,
        {u"a"_s}, Force, {}, u"goes compose-project x: x x2\ngoes compose-project y: y"_s);
    row("one that goes and one that stays",
        u"a: app:1\nb: b:1\nc: c:1 < b\nx = a running systemd-unit:x.service\ny = c running systemd-unit:x.service"_s,
        {u"a"_s, u"b"_s}, Force, {}, u"goes systemd-unit x.service: x\nstays systemd-unit x.service: y"_s);
    row("in the way of an image and of its parent, once",
        u"base: base:1\na: app:1 < base\nx = a running compose-project:x"_s, {u"base"_s, u"a"_s}, false, {},
        u"stays compose-project x: x"_s);
    row("not where a digest is guarded", u"a: app:1 app@d1\nx = a running compose-project:x"_s,
        {u"a/app@d1"_s}, false, {}, {});
    row("not where only a name goes", u"a: app:1 app:2\nx = a running compose-project:x"_s, {u"a/app:1"_s},
        Force, {}, {});

    const QString two = u"a: app:1\nweb = a running\ndb = a exited"_s;
    row("restart policies that matter", two, {u"a"_s}, Force, u"web always\ndb always"_s,
        u"goes restart-policy always with-engine: web db"_s);
    row("no engine that restarts", u"podman\n"_s + two, {u"a"_s}, Force, u"web always"_s,
        u"goes restart-policy always: web"_s);
    row("each policy by itself", two, {u"a"_s}, Force, u"web unless-stopped\ndb always"_s,
        u"goes restart-policy unless-stopped: web\ngoes restart-policy always with-engine: db"_s);
    row("a stop ends on-failure", two, {u"a"_s}, Force, u"web on-failure\ndb no"_s, {});
    row("a policy keeps no image", two, {u"a"_s}, false, u"web always"_s, {});
    row("an owner tells more than a policy", u"a: app:1\nx = a running compose-project:x"_s, {u"a"_s}, Force,
        u"x unless-stopped"_s, u"goes compose-project x: x"_s);

    row("--rm", two, {u"a"_s}, Force, u"web --rm"_s, u"goes auto-removal: web"_s);
    row("--rm with volumes", two, {u"a"_s}, Force, u"web --rm /data /log"_s,
        u"goes auto-removal /data /log: web"_s);
    row("--rm in the way", two, {u"a"_s}, false, u"web --rm /data"_s, u"stays auto-removal /data: web"_s);
    row("--rm that never ran", two, {u"a"_s}, Force, u"db --rm /data"_s, {});
    row("volumes without --rm", two, {u"a"_s}, Force, u"web no /data"_s, {});
    row("volumes are each container's own",
        u"a: app:1\nx = a running\ny = a running\nz = a running\nu = a running"_s, {u"a"_s}, Force,
        u"x --rm /data\ny --rm /data\nz --rm\nu --rm"_s,
        u"goes auto-removal /data: x\ngoes auto-removal /data: y\ngoes auto-removal: z u"_s);
    row("--rm of a unit", u"a: app:1\nx = a running systemd-unit:x.service"_s, {u"a"_s}, Force,
        u"x --rm /data"_s, u"goes systemd-unit x.service: x\ngoes auto-removal /data: x"_s);

    row("a service elsewhere", u"a: app:1"_s, {u"a"_s}, false, u"service shop app:1"_s,
        u"goes service-image shop app:1"_s);
    row("a service names no tag", u"a: app:latest"_s, {u"a"_s}, false, u"service shop app"_s,
        u"goes service-image shop app"_s);
    row("a service of another image", u"a: app:1"_s, {u"a"_s}, false, u"service shop app:2"_s, {});
    row("a service whose name stays", u"a: app:1 app:2"_s, {u"a/app:1"_s}, false, u"service shop app:2"_s,
        {});
    row("a service whose name goes", u"a: app:1 app:2"_s, {u"a/app:1"_s}, false, u"service shop app:1"_s,
        u"goes service-image shop app:1"_s);
    row("full names are the same", u"a: app:1"_s, {u"a"_s}, false, u"service shop docker.io/library/app:1"_s,
        u"goes service-image shop docker.io/library/app:1"_s);
    row("its tasks tell it already", tasks, {u"a"_s}, Force, u"service shop app:1"_s,
        u"goes swarm-service shop: shop.1 shop.2"_s);
    row("a service pinned to a digest", u"a: app:1 app@d1"_s, {u"a"_s}, false, u"service shop app:1@d1"_s,
        u"goes service-image shop "_s + referenceOf(u"app:1@d1"_s).text());
    row("a service pinned to what is not here", u"a: app:1"_s, {u"a"_s}, false, u"service shop app:1@d1"_s,
        {});
    row("a service that names an ID", u"a: app:1"_s, {u"a"_s}, false,
        u"service shop "_s + imageIdOf(u"a"_s).text(),
        u"goes service-image shop "_s + imageIdOf(u"a"_s).text());
    row("an image that stays", tasks, {u"a"_s}, false, u"service other app:1"_s,
        u"stays swarm-service shop: shop.1 shop.2"_s);
}

void tst_RemovalRemark::remarks()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    QFETCH(QString, surroundings);
    QFETCH(QString, expected);
    const RemovalPlan plan =
        RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
    QStringList lines;
    const QList<RemovalRemark> remarks = removalRemarks(plan, surroundingsFromText(surroundings));
    for (const RemovalRemark &remark : remarks) {
        lines << remarkText(remark);
    }
    QCOMPARE(lines.join(u'\n'), expected);
}

void tst_RemovalRemark::concerned()
{
    const SnapshotPtr store = storeFromText(
        u"base: base:1\na: app:1 < base\nb: b:1\nweb = a running\njob = b exited\nother = base exited"_s);
    const auto names = [&](const QStringList &targets, bool force) {
        QStringList texts;
        const QList<Container> containers =
            concernedContainers(RemovalPlan::make(store, targetsFromText(targets), {.force = force}));
        for (const Container &container : containers) {
            texts << container.name;
        }
        texts.sort();
        return texts.join(u' ');
    };
    QCOMPARE(names({u"a"_s}, false), u"web"_s);
    QCOMPARE(names({u"a"_s}, true), u"web"_s);
    QCOMPARE(names({u"base"_s}, false), u"other web"_s);
    QCOMPARE(names({u"base"_s, u"b"_s}, true), u"job other web"_s);
    QCOMPARE(names({}, true), QString());
}

QTEST_APPLESS_MAIN(tst_RemovalRemark)
#include "tst_removalremark.moc"

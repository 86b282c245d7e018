// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "models/planmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

RemovalPlan planFor(const QString &store, const QStringList &targets, bool force = false)
{
    return RemovalPlan::make(storeFromText(store), targetsFromText(targets), {.force = force});
}

/// Groups, their lines after `- `, and the details of these after `-- `.
QStringList texts(const PlanModel &model, const QModelIndex &parent = {}, const QString &dashes = {})
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        const QString mark = dashes.isEmpty() ? QString() : dashes + u' ';
        texts << mark + index.data().toString();
        texts << ::texts(model, index, dashes + u'-');
    }
    return texts;
}

} // namespace

class tst_PlanModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void empty()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setPlan(planFor(u"a: app:1"_s, {u"a"_s}));
        QCOMPARE(model.rowCount(), 2);
        model.setPlan(planFor(u"a: app:1"_s, {}));
        QCOMPARE(model.rowCount(), 0);
    }

    void allGroups()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPlan(planFor(u"a: app:1 app:2\nb: b:1\nc: c:1 < b\nweb = a running\nold = a exited"_s,
            {u"a"_s, u"b"_s}, true));
        QCOMPARE(texts(model),
            QStringList({
                u"Containers stopped and removed: 2"_s,
                u"- web (running): stopped, then removed"_s,
                u"- old (exited): removed"_s,
                u"References untagged: 2"_s,
                u"- app:1"_s,
                u"- app:2 (the last name: its image goes with it)"_s,
                u"Images deleted: 1"_s,
                u"- app:1 (%1): only copy: gone for good without a backup"_s.arg(shortId(imageIdOf(u"a"_s))),
                u"Images that stay: 1"_s,
                u"- b:1 stays: images are built on it that are not chosen: c:1"_s,
            }));
    }

    void tellsHowImagesCouldComeBack()
    {
        PlanModel model;
        RemovalPlan plan = planFor(u"a: app:1 app@d1\nweb = a exited"_s, {u"a"_s}, true);
        model.setPlan(plan);
        QVERIFY(
            texts(model).contains(u"- app:1 (%1): can be pulled again"_s.arg(shortId(imageIdOf(u"a"_s)))));
        plan.options.backup = true;
        model.setPlan(plan);
        QVERIFY(texts(model).contains(u"- app:1 (%1): kept in the backup"_s.arg(shortId(imageIdOf(u"a"_s)))));
        QCOMPARE(texts(model).last(3),
            QStringList({u"What undo will not bring back: 2"_s,
                u"- container web: what it wrote; its configuration is kept"_s,
                u"- %1: only its registry can give this digest again"_s.arg(
                    referenceOf(u"app@d1"_s).text())}));
    }

    void tellsWhatHappensAround()
    {
        PlanModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const RemovalPlan plan =
            planFor(u"a: app:1\nb: b:1\nc: c:1 < b\nshop.1 = a running swarm-service:shop\njob = a running\n"
                    "db = c exited compose-project:db"_s,
                {u"a"_s, u"b"_s}, true);
        model.setPlan(plan,
            {.fates = {
                 {containerIdOf(u"job"_s), {.isAutoRemoved = true, .anonymousVolumes = {u"/data"_s}}}}});
        QCOMPARE(texts(model).mid(3, 9),
            QStringList({
                u"What else will happen: 2"_s,
                u"- The Swarm service shop starts new tasks at once: these use the image again, or pull it"_s,
                u"-- shop.1"_s,
                u"-- docker service rm shop"_s,
                u"-- docker service update --image IMAGE shop"_s,
                u"- Started with --rm: once it is stopped, the engine deletes its anonymous volumes for "
                u"good: "
                "/data"_s,
                u"-- job"_s,
                u"-- docker cp job:/data ."_s,
                u"References untagged: 1"_s,
            }));
        QCOMPARE(texts(model).last(4),
            QStringList({
                u"What keeps them: 1"_s,
                u"- Part of the compose project db"_s,
                u"-- db"_s,
                u"-- docker compose -p db down"_s,
            }));
    }

    void countsAnImageOnce()
    {
        PlanModel model;
        RemovalPlan plan = planFor(u"a: app:1\nb: b:1"_s, {});
        for (const QString &platform : {u"linux/amd64"_s, u"linux/arm64"_s}) {
            plan.kept << KeptImage{.image = imageIdOf(u"a"_s),
                .reason = KeptImage::Reason::LastPlatform,
                .platforms = {platform}};
        }
        model.setPlan(plan);
        QCOMPARE(texts(model).size(), 3);
        QCOMPARE(texts(model).first(), u"Images that stay: 1"_s);
    }

    void onlyUntags()
    {
        PlanModel model;
        model.setPlan(planFor(u"a: app:1 app:2\nweb = a running"_s, {u"a/app:1"_s}));
        QCOMPARE(texts(model),
            QStringList({u"References untagged: 1"_s, u"- app:1"_s, u"Images that stay: 1"_s,
                u"- Image %1 stays under the name app:2"_s.arg(shortId(imageIdOf(u"a"_s)))}));
    }

    void blocked()
    {
        PlanModel model;
        model.setPlan(planFor(u"a: app:1\nweb = a running"_s, {u"a"_s}));
        QCOMPARE(
            texts(model), QStringList({u"Images that stay: 1"_s, u"- app:1 stays: used by web (running)"_s}));
    }
};

QTEST_GUILESS_MAIN(tst_PlanModel)
#include "tst_planmodel.moc"

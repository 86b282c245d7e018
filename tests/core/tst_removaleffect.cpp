// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaleffect.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

class tst_RemovalEffect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void effects_data();
    void effects();
};

void tst_RemovalEffect::effects_data()
{
    QTest::addColumn<QString>("store");
    QTest::addColumn<QStringList>("targets");
    QTest::addColumn<bool>("force");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &store, const QStringList &targets, bool force,
                         const QString &expected) {
        QTest::addRow("%s", name) << store << targets << force << expected;
    };
    const QString two = u"base: base:1 [debian=70]\napp: app:1 app:2 [debian=70 python=12 app=3]"_s;

    row("nothing", two, {}, false, u"0 of 0, frees 0, keeps 0 for 0"_s);
    row("top of a shared base", two, {u"app"_s}, false,
        u"1 of 85, frees 15, keeps 70 for 1\nremoves app\n"
        "goes debian/python debian/python/app\nstays debian"_s);
}

void tst_RemovalEffect::effects()
{
    QFETCH(QString, store);
    QFETCH(QStringList, targets);
    QFETCH(bool, force);
    QFETCH(QString, expected);
    const SnapshotPtr snapshot = storeFromText(store);
    const QList<RemovalTarget> chosen = targetsFromText(targets);
    const RemovalPlan plan = RemovalPlan::make(snapshot, chosen, {.force = force});
    QCOMPARE(effectText(RemovalEffect::of(plan, chosen), *snapshot), expected);
}

QTEST_APPLESS_MAIN(tst_RemovalEffect)
#include "tst_removaleffect.moc"

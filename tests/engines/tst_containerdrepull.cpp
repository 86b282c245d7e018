// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What was removed without a backup comes from a registry again, though Docker lists a digest of one
// repository only, whichever that is.
class tst_ContainerdRepull : public EngineTest
{
    Q_OBJECT

public:
    tst_ContainerdRepull()
        : EngineTest(*EngineKind::named(u"docker28-containerd"_s))
    {
    }

private Q_SLOTS:
    void cleanup()
    {
        QDir(programEnvironment().value(u"XDG_DATA_HOME"_s) + u"/Jettison/jettison/backups"_s)
            .removeRecursively();
    }

    void asksTheRegistryAmongTheNames_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addRow("listed behind it") << u"mine:dev"_s;
        QTest::addRow("listed before it") << u"0mine:dev"_s;
    }

    void asksTheRegistryAmongTheNames()
    {
        QFETCH(QString, other);
        fill(u"image app: {registry}/app:1\nlet app {app}\ndocker push -q {registry}/app:1\n"
             "docker rmi {registry}/app:1\ndocker pull -q {registry}/app:1\n"
             "docker tag {registry}/app:1 %1"_s.arg(other));
        const Output removed = jettison({u"rm"_s, scene().expand(u"{app}"_s)});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.errors));
        QCOMPARE(state().images.size(), 0);
        const Output foretold = jettison({u"undo"_s, u"--dry-run"_s});
        QVERIFY2(foretold.exitCode == 0, qPrintable(foretold.errors));
        const Output undone = jettison({u"undo"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(undone.text, foretold.text);
        // A private name is nobody else's business.
        QStringList pulled = undone.lines().filter(u"Pulled: "_s);
        QCOMPARE(pulled, QStringList(scene().expand(u"Pulled: {registry}/app@{app}"_s)));
        for (const QString &name : {scene().expand(u"{registry}/app:1"_s), other}) {
            const Output found =
                m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s, u"{{.Id}}"_s, name});
            QCOMPARE(found.text.trimmed(), scene().expand(u"{app}"_s));
        }
    }
};

QTEST_GUILESS_MAIN(tst_ContainerdRepull)
#include "tst_containerdrepull.moc"

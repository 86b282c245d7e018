// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QDateTime>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

enum ExitCode { Done, Incomplete, Usage, Unreachable };

// Fifty images that share a layer, five of them in use.
QString pile()
{
    QString text;
    for (int i = 10; i < 60; ++i) {
        text += u"image i%1: pile:%1\n"_s.arg(i);
    }
    return text
        + u"container c1: pile:10 running\ncontainer c2: pile:20 running\ncontainer c3: pile:30 stopped\n"
          "container c4: pile:40 created\ncontainer c5: pile:50 paused"_s;
}

QStringList sorted(QStringList lines)
{
    lines.sort();
    return lines;
}

} // namespace

// The commands as a whole, against an engine that comes and goes.
class tst_DockerCommands : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void removesAllByForce()
    {
        fill(pile());
        const StoreState before = state();
        QCOMPARE(before.images.size(), 50);
        const QStringList options{u"rm"_s, u"--all"_s, u"--force"_s, u"--yes"_s};
        const Output preview = jettison(options + QStringList{u"--dry-run"_s});
        QCOMPARE(state().text(), before.text());
        const Output done = jettison(options);
        QCOMPARE(done.exitCode, int(Done));
        QCOMPARE(done.lines(), preview.lines());
        QCOMPARE(state().text(), QStringList());

        fill(pile());
        m_engine.docker({u"rm"_s, u"-f"_s, u"c1"_s, u"c2"_s, u"c3"_s, u"c4"_s, u"c5"_s});
        const Output docker =
            m_engine.docker(QStringList{u"image"_s, u"rm"_s} + QStringList(before.images.keys()));
        QCOMPARE(sorted(docker.lines()), sorted(StoreState::withoutContainers(preview.lines())));
    }

    void removesAllThatIsFree()
    {
        fill(pile());
        const StoreState before = state();
        const Output preview = jettison({u"rm"_s, u"--all"_s, u"--dry-run"_s});
        const Output done = jettison({u"rm"_s, u"--all"_s, u"--yes"_s});
        QCOMPARE(preview.exitCode, int(Incomplete));
        QCOMPARE(done.exitCode, int(Incomplete));
        QCOMPARE(done.lines(), preview.lines());
        const StoreState left = state();
        QCOMPARE(left.text(), before.after(preview.lines()).text());
        QCOMPARE(left.images.size(), 5);
        QCOMPARE(left.containers, before.containers);
        QCOMPARE(done.errors.count("Error: pile:"_L1), 5);
    }

    void removesAFamilyByForce()
    {
        fill(u"image base: base:1\nimage mid: < base\nimage app: app:1 app:2 < mid\nimage d: < mid\n"
             "container web: app:1 running\ncontainer idle: base:1 created"_s);
        const StoreState before = state();
        const Output preview = jettison({u"rm"_s, u"--all"_s, u"--force"_s, u"--dry-run"_s});
        const Output done = jettison({u"rm"_s, u"--all"_s, u"--force"_s});
        QVERIFY2(done.exitCode == Done, qPrintable(done.errors));
        QCOMPARE(done.lines(), preview.lines());
        QCOMPARE(state().text(), QStringList());
    }

    void cancelsBetweenSteps()
    {
        fill(pile());
        const StoreState before = state();
        const QStringList options{u"rm"_s, u"--unused"_s};
        const QStringList planned = jettison(options + QStringList{u"--dry-run"_s}).lines();
        QCOMPARE(planned.size(), 135);

        QProcess process;
        beginJettison(process, m_engine.endpoint(), options);
        QByteArray printed;
        while (!printed.contains("Deleted: ") && process.waitForReadyRead()) {
            printed += process.readAllStandardOutput();
        }
        ::kill(pid_t(process.processId()), SIGINT);
        const Output done = waitForEnd(process);
        QCOMPARE(done.exitCode, int(Incomplete));
        QVERIFY2(done.errors.contains("cancelled"_L1), qPrintable(done.errors));
        const QStringList lines = (QString::fromUtf8(printed) + done.text).split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines.size() < planned.size());
        QCOMPARE(lines, planned.first(lines.size()));
        QCOMPARE(state().text(), before.after(lines).text());
    }

    // A process 1 that does not care about SIGTERM makes the engine wait.
    void cancelsInsideAStop()
    {
        fill(u"image a: a:1\ndocker run -d --net none --name web a:1 /busybox sleep 1000"_s);
        const StoreState before = state();
        const QString since = QString::number(QDateTime::currentSecsSinceEpoch());
        QProcess process;
        beginJettison(process, m_engine.endpoint(), {u"rm"_s, u"--force"_s, u"--time"_s, u"60"_s, u"a:1"_s});
        QTRY_VERIFY_WITH_TIMEOUT(isBeingStopped(u"web"_s, since), 20000);
        ::kill(pid_t(process.processId()), SIGINT);
        const Output done = waitForEnd(process, std::chrono::seconds(20));
        QCOMPARE(done.exitCode, int(Incomplete));
        QVERIFY2(done.errors.contains("cancelled"_L1), qPrintable(done.errors));
        QCOMPARE(done.text, QString());
        QCOMPARE(state().text(), before.text());
    }

    void pullsAndRemovesAgain()
    {
        const QString name = m_registry.address() + u"/team/a:1"_s;
        fill(u"image a: {registry}/team/a:1\nimage other: other:1\ndocker push -q {registry}/team/a:1"_s);
        const StoreState pushed = state();
        m_engine.docker({u"image"_s, u"rm"_s, name});
        const StoreState before = state();
        QCOMPARE(before.images.size(), 1);

        const Output pulled = jettison({u"pull"_s, name});
        QVERIFY2(pulled.exitCode == Done, qPrintable(pulled.errors));
        QCOMPARE(state().text(), pushed.text());
        const QString digest = scene().expand(u"{a@}"_s);
        const Output again = jettison({u"pull"_s, u"--format"_s, u"json"_s, name});
        QCOMPARE(again.exitCode, int(Done));
        QVERIFY2(again.text.contains(digest), qPrintable(again.text));

        const QStringList planned = jettison({u"rm"_s, u"--dry-run"_s, name}).lines();
        QCOMPARE(pushed.withoutLayers(planned),
            scene().expand({u"Untagged: {registry}/team/a:1"_s, u"Untagged: {registry}/team/a@{a@}"_s,
                u"Deleted: {a}"_s}));
        const Output removed = jettison({u"rm"_s, name});
        QCOMPARE(removed.lines(), planned);
        QCOMPARE(state().text(), before.text());
    }

    void pullsWhatIsNotThere()
    {
        const Output output = jettison({u"pull"_s, m_registry.address() + u"/nobody:1"_s});
        QCOMPARE(output.exitCode, int(Incomplete));
        QVERIFY2(output.errors.contains("Error: "_L1), qPrintable(output.errors));
    }

    void survivesAnEngineThatStops()
    {
        fill(u"image a: a:1\nimage b: b:1\ncontainer web: a:1 stopped"_s);
        const StoreState before = state();
        const QString listed = jettison({u"ls"_s}).text;
        m_engine.stop();
        for (const QStringList &arguments : {QStringList{u"ls"_s}, QStringList{u"rm"_s, u"b:1"_s},
                 QStringList{u"pull"_s, u"b:1"_s}, QStringList{u"rm"_s, u"--all"_s, u"--yes"_s}}) {
            const Output output = jettison(arguments);
            QCOMPARE(output.exitCode, int(Unreachable));
            QVERIFY2(output.errors.contains("Error: "_L1), qPrintable(output.errors));
            QCOMPARE(output.text, QString());
        }
        QCOMPARE(m_engine.start(), QString());
        QCOMPARE(state().text(), before.text());
        QCOMPARE(jettison({u"ls"_s}).text, listed);
        const QStringList lines = jettison({u"rm"_s, u"b:1"_s}).lines();
        QCOMPARE(state().text(), before.after(lines).text());
        QCOMPARE(state().images.size(), 1);
    }

    void findsNoEngine_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("no socket") << u"unix:///tmp/jettison-has-no-such.sock"_s;
        QTest::newRow("nobody listens") << u"tcp://127.0.0.1:1"_s;
        QTest::newRow("not an engine") << u"tcp://"_s + m_registry.address();
    }

    void findsNoEngine()
    {
        QFETCH(QString, endpoint);
        const Output output = runJettison(endpoint, {u"ls"_s});
        QVERIFY2(output.exitCode == Unreachable, qPrintable(output.errors));
        QVERIFY2(output.errors.startsWith("Error: "_L1), qPrintable(output.errors));
        QCOMPARE(output.text, QString());
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("rm without images") << QStringList{u"rm"_s};
        QTest::newRow("images and --all") << QStringList{u"rm"_s, u"--all"_s, u"a:1"_s};
        QTest::newRow("two selectors") << QStringList{u"rm"_s, u"--all"_s, u"--unused"_s};
        QTest::newRow("time") << QStringList{u"rm"_s, u"--time"_s, u"soon"_s, u"a:1"_s};
        QTest::newRow("format") << QStringList{u"ls"_s, u"--format"_s, u"xml"_s};
        QTest::newRow("command") << QStringList{u"explode"_s};
    }

    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        fill(u"image a: a:1"_s);
        const StoreState before = state();
        const Output output = jettison(arguments);
        QCOMPARE(output.exitCode, int(Usage));
        QVERIFY(!output.errors.isEmpty());
        QCOMPARE(output.text, QString());
        QCOMPARE(state().text(), before.text());
    }

private:
    bool isBeingStopped(const QString &container, const QString &since) const
    {
        const QString now = QString::number(QDateTime::currentSecsSinceEpoch() + 1);
        return m_engine
            .docker({u"events"_s, u"--since"_s, since, u"--until"_s, now, u"--filter"_s, u"event=kill"_s,
                u"--filter"_s, u"container="_s + container})
            .text.contains("signal=15"_L1);
    }
};

QTEST_GUILESS_MAIN(tst_DockerCommands)
#include "tst_dockercommands.moc"

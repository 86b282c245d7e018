// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"
#include "engines/randomremoval.h"
#include "engines/randomstore.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <sys/mount.h>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr std::chrono::minutes Patience{5};

QString backupFolder()
{
    return programEnvironment().value(u"XDG_DATA_HOME"_s) + u"/Jettison/jettison/backups"_s;
}

QStringList leftovers()
{
    return QDir(backupFolder()).entryList({u"*.draft*"_s}, QDir::AllEntries | QDir::Hidden);
}

void writeNoise(const QString &path, qint64 size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator random(1);
    random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == size);
}

} // namespace

// What a backup holds, and that an undo brings all of it back.
class tst_DockerUndo : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QDir(backupFolder()).removeRecursively(); }

    void bringsEverythingBack_data()
    {
        QTest::addColumn<int>("seed");
        QTest::addColumn<bool>("all");
        QTest::addRow("all of it") << 1 << true;
        QTest::addRow("a selection") << 2 << false;
        QTest::addRow("another") << 3 << false;
    }

    void bringsEverythingBack()
    {
        QFETCH(int, seed);
        QFETCH(bool, all);
        QRandomGenerator random{quint32(seed)};
        RandomStore store(m_engine, {}, 100, random);
        QCOMPARE(store.fill(), QString());
        const QStringList before = inspected();
        const QStringList chosen = all ? QStringList(u"--all"_s) : randomRemoval(m_engine, random);
        const Output removed =
            jettison(QStringList{u"rm"_s, u"--force"_s, u"--time"_s, u"0"_s, u"--backup"_s} + chosen);
        QVERIFY2(removed.exitCode == 0 || !all, qPrintable(removed.errors));
        QCOMPARE(state().images.isEmpty(), all);
        QVERIFY(inspected() != before);
        const Output undone = jettison({u"undo"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(inspected(), before);
    }

    void tellsWhatItHas()
    {
        fill(u"image a: a:1 a:2\nimage b: b:1 [x=5000] on a\ncontainer web: b:1 created"_s);
        QCOMPARE(jettison({u"rm"_s, u"--backup"_s, u"--force"_s, u"a:1"_s, u"b:1"_s}).exitCode, 0);
        const QJsonObject backup = backups().first().toObject();
        QCOMPARE(backup["endpoint"_L1].toString(), m_engine.endpoint());
        QCOMPARE(backup["images"_L1][0]["id"_L1].toString(), scene().expand(u"{b}"_s));
        QCOMPARE(backup["untagged"_L1][0]["references"_L1][0].toString(), u"a:1"_s);
        QCOMPARE(backup["containers"_L1], QJsonArray{u"web"_s});
        QVERIFY(backup["size"_L1].toInteger() > 0);
        QVERIFY(backup["undone"_L1].isNull());
        const Output undone = jettison({u"undo"_s});
        QCOMPARE(undone.lines(),
            scene().expand(QStringList{u"Loaded: {b}"_s, u"Tagged: b:1"_s, u"Tagged: a:1"_s}));
        QVERIFY2(undone.errors.contains(u"web"_s), qPrintable(undone.errors));
        QVERIFY(!backups().first()["undone"_L1].isNull());
        QCOMPARE(jettison({u"undo"_s}).exitCode, 1);
    }

    void leavesTakenNamesAlone()
    {
        fill(u"image a: a:1\nimage b: b:1 [x]"_s);
        QCOMPARE(jettison({u"rm"_s, u"--backup"_s, u"a:1"_s}).exitCode, 0);
        m_engine.docker({u"tag"_s, u"b:1"_s, u"a:1"_s});
        const Output undone = jettison({u"undo"_s});
        QCOMPARE(undone.exitCode, 1);
        QVERIFY2(undone.errors.contains(u"a:1 was left alone"_s), qPrintable(undone.errors));
        QCOMPARE(state().images.value(scene().expand(u"{b}"_s)), QStringList({u"a:1"_s, u"b:1"_s}));
        QVERIFY(state().images.contains(scene().expand(u"{a}"_s)));
    }

    void givesANameBackWithoutABackup()
    {
        fill(u"image a: a:1 a:2"_s);
        const StoreState before = state();
        QCOMPARE(jettison({u"rm"_s, u"a:1"_s}).exitCode, 0);
        QVERIFY(state().text() != before.text());
        QCOMPARE(jettison({u"undo"_s}).lines(), QStringList(u"Tagged: a:1"_s));
        QCOMPARE(state().text(), before.text());
    }

    void makesContainersAnew()
    {
        fill(u"image a: a:1"_s);
        QCOMPARE(m_engine.docker({u"network"_s, u"create"_s, u"main"_s}).exitCode, 0);
        QCOMPARE(m_engine.docker({u"network"_s, u"create"_s, u"side"_s}).exitCode, 0);
        const Output created = m_engine.docker({u"create"_s, u"--name"_s, u"web"_s, u"-e"_s, u"A=b c"_s,
            u"-v"_s, u"named:/named:ro"_s, u"-v"_s, u"/anonymous"_s, u"-v"_s, u"/tmp:/host"_s, u"--mount"_s,
            u"type=tmpfs,destination=/fast"_s, u"-p"_s, u"127.0.0.1:8080:80/udp"_s, u"--label"_s, u"k=v"_s,
            u"--restart"_s, u"on-failure:3"_s, u"--memory"_s, u"64m"_s, u"--cap-drop"_s, u"ALL"_s,
            u"--network"_s, u"main"_s, u"--network-alias"_s, u"it"_s, u"-w"_s, u"/w"_s, u"--user"_s, u"5"_s,
            u"a:1"_s, u"/busybox"_s, u"sleep"_s, u"9"_s});
        QVERIFY2(created.exitCode == 0, qPrintable(created.errors));
        m_engine.docker({u"network"_s, u"connect"_s, u"--alias"_s, u"too"_s, u"side"_s, u"web"_s});
        const QJsonObject before = container(u"web"_s);
        QCOMPARE(jettison({u"rm"_s, u"--backup"_s, u"--force"_s, u"a:1"_s}).exitCode, 0);
        QVERIFY(state().containers.isEmpty());
        const Output undone = jettison({u"undo"_s, u"--containers"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        const QJsonObject after = container(u"web"_s);
        for (const QString &key : {u"Env"_s, u"Labels"_s, u"Cmd"_s, u"Entrypoint"_s, u"WorkingDir"_s,
                 u"User"_s, u"ExposedPorts"_s, u"Volumes"_s}) {
            QCOMPARE(after["Config"_L1][key], before["Config"_L1][key]);
        }
        for (const QString &key : {u"PortBindings"_s, u"RestartPolicy"_s, u"Memory"_s, u"CapDrop"_s,
                 u"NetworkMode"_s, u"Mounts"_s}) {
            QCOMPARE(after["HostConfig"_L1][key], before["HostConfig"_L1][key]);
        }
        QCOMPARE(after["Image"_L1], before["Image"_L1]);
        QCOMPARE(mounts(after), mounts(before));
        QCOMPARE(mounts(after).size(), 4);
        const QJsonValue networks = after["NetworkSettings"_L1]["Networks"_L1];
        QCOMPARE(networks["main"_L1]["Aliases"_L1], QJsonArray{u"it"_s});
        QCOMPARE(networks["side"_L1]["Aliases"_L1][0].toString(), u"too"_s);
        QCOMPARE(after["Config"_L1]["Hostname"_L1].toString(), after["Id"_L1].toString().first(12));
        QCOMPARE(m_engine.docker({u"rm"_s, u"web"_s}).exitCode, 0);
        m_engine.docker({u"network"_s, u"rm"_s, u"main"_s, u"side"_s});
    }

    void refusesAnImageWithoutLayers()
    {
        fill(u"image a: a:1"_s);
        QVERIFY(bare() != QString());
        const StoreState before = state();
        const Output refused = jettison({u"rm"_s, u"--backup"_s, u"--all"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains(bare()), qPrintable(refused.errors));
        QCOMPARE(refused.lines(), QStringList());
        QCOMPARE(state().text(), before.text());
        QVERIFY(backups().isEmpty());
        QCOMPARE(leftovers(), QStringList());
    }

    void losesNothingWhenKilled()
    {
        fillWithNoise(6, 1'500'000);
        const StoreState before = state();
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(jettison({u"rm"_s, u"--backup"_s, u"--all"_s}).exitCode, 0);
        const auto whole = int(timer.elapsed());
        QCOMPARE(jettison({u"undo"_s}).exitCode, 0);
        QCOMPARE(state().text(), before.text());
        QRandomGenerator random(7);
        int cutShort = 0;
        for (int i = 0; i < 50; ++i) {
            QDir(backupFolder()).removeRecursively();
            killAfter(random.bounded(whole), {u"rm"_s, u"--backup"_s, u"--all"_s});
            if (QTest::currentTestFailed()) {
                return;
            }
            cutShort += leftovers().isEmpty() ? 0 : 1;
            if (state().text() != before.text()) {
                const Output undone = jettison({u"undo"_s});
                QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
            }
            QCOMPARE(state().text(), before.text());
        }
        qInfo("killed in the middle of a backup: %d of 50", cutShort);
        QVERIFY(cutShort > 5);
        QCOMPARE(jettison({u"rm"_s, u"--backup"_s, u"noise:0"_s}).exitCode, 0);
        QCOMPARE(leftovers(), QStringList());
    }

    void removesNothingOnAFullDisk_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::addRow("from the start") << QByteArray("size=8m");
        QTest::addRow("while it is written") << QByteArray("size=82m");
    }

    void removesNothingOnAFullDisk()
    {
        QFETCH(QByteArray, size);
        fillWithNoise(2, 20'000'000);
        const StoreState before = state();
        QDir().mkpath(backupFolder());
        const QByteArray folder = QFile::encodeName(backupFolder());
        if (mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) != 0) {
            QSKIP("a small file system cannot be mounted here");
        }
        const Output removed = jettison({u"rm"_s, u"--backup"_s, u"--all"_s});
        const QStringList files = QDir(backupFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        umount2(folder.constData(), MNT_DETACH);
        QCOMPARE(removed.exitCode, 1);
        QVERIFY2(removed.errors.contains(u"not enough room"_s), qPrintable(removed.errors));
        QCOMPARE(files, QStringList());
        QCOMPARE(state().text(), before.text());
    }

private:
    /// A line an image, with its parent and its references.
    QStringList inspected() const
    {
        QStringList ids = state().images.keys();
        QStringList lines;
        while (!ids.isEmpty()) {
            const QStringList some = ids.mid(0, 100);
            ids = ids.mid(100);
            lines << m_engine
                         .docker(QStringList{u"image"_s, u"inspect"_s, u"--format"_s,
                                     u"{{.Id}} {{.Parent}} {{.RepoTags}} {{.RootFS.Layers}}"_s}
                             + some)
                         .lines();
        }
        return lines;
    }

    QJsonArray backups() const
    {
        const Output listed = jettison({u"undo"_s, u"--list"_s, u"--format"_s, u"json"_s});
        return QJsonDocument::fromJson(listed.text.toUtf8()).array();
    }

    QJsonObject container(const QString &name) const
    {
        return QJsonDocument::fromJson(m_engine.docker({u"inspect"_s, name}).text.toUtf8())
            .array()
            .first()
            .toObject();
    }

    static QStringList mounts(const QJsonObject &container)
    {
        QStringList lines;
        const QJsonArray mounts = container["Mounts"_L1].toArray();
        for (const QJsonValue &mount : mounts) {
            lines << u"%1 %2 %3 %4 %5"_s.arg(mount["Type"_L1].toString(), mount["Name"_L1].toString(),
                mount["Source"_L1].toString(), mount["Destination"_L1].toString(),
                mount["RW"_L1].toBool() ? u"rw"_s : u"ro"_s);
        }
        lines.sort();
        return lines;
    }

    /// The ID of an image that has no layers, made if there is none.
    QString bare()
    {
        const QString format = u"{{.Id}}"_s;
        Output inspected = m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s, format, u"bare:1"_s});
        if (inspected.exitCode != 0) {
            const ScratchFolder folder;
            QDir().mkpath(folder.path(u"context"_s));
            QFile file(folder.path(u"context/Dockerfile"_s));
            file.open(QIODevice::WriteOnly);
            file.write("FROM scratch\nLABEL a=b\n");
            file.close();
            m_engine.docker({u"build"_s, u"-t"_s, u"bare:1"_s, folder.path(u"context"_s)});
            inspected = m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s, format, u"bare:1"_s});
        }
        return inspected.text.trimmed();
    }

    /// Images `noise:0` … of so many bytes that cannot be packed.
    void fillWithNoise(int images, qint64 size)
    {
        const ScratchFolder folder;
        QDir().mkpath(folder.path(u"context"_s));
        writeNoise(folder.path(u"context/noise"_s), size);
        for (int i = 0; i < images; ++i) {
            QFile file(folder.path(u"context/Dockerfile"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("FROM scratch\nCOPY noise /noise" + QByteArray::number(i) + '\n');
            file.close();
            const Output built =
                m_engine.docker({u"build"_s, u"-t"_s, u"noise:%1"_s.arg(i), folder.path(u"context"_s)});
            QVERIFY2(built.exitCode == 0, qPrintable(built.errors));
        }
    }

    void killAfter(int milliseconds, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessEnvironment(programEnvironment());
        process.start(programPath(), QStringList{u"--host"_s, m_engine.endpoint()} + arguments);
        QVERIFY(process.waitForStarted());
        process.waitForFinished(milliseconds);
        process.kill();
        process.waitForFinished();
    }

    Output jettison(const QStringList &arguments) const
    {
        return runJettison(m_engine.endpoint(), arguments, Patience);
    }
};

QTEST_GUILESS_MAIN(tst_DockerUndo)
#include "tst_dockerundo.moc"

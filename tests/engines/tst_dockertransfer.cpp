// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"
#include "engines/storedlayers.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <sys/mount.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr std::chrono::minutes Patience{5};

const QString Images = uR"(
    image base: base:1 base:latest
    image app: app:1 [x=50000 y=7] on base
    image tool: tool:1 [y=7 x=50000] on base
    image child: child:1 < app
)"_s;

QJsonObject objectIn(const Output &output)
{
    return QJsonDocument::fromJson(output.text.toUtf8()).object();
}

} // namespace

// Images on their way out of an engine and into one, as other programs see them.
class tst_DockerTransfer : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_folder = std::make_unique<ScratchFolder>(); }

    void comesBackTheSame_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QStringList>("options");
        QTest::addRow("archive") << u"a.tar"_s << QStringList();
        QTest::addRow("gzip") << u"a.tar.gz"_s << QStringList();
        QTest::addRow("zstd") << u"a.tar.zst"_s << QStringList();
        QTest::addRow("layout") << u"a"_s << QStringList{u"--format"_s, u"oci"_s};
        QTest::addRow("layout in a file") << u"a.tar.zst"_s << QStringList{u"--format"_s, u"oci"_s};
    }

    void comesBackTheSame()
    {
        QFETCH(QString, target);
        QFETCH(QStringList, options);
        fill(Images);
        const QStringList before = state().text();
        const QStringList names = state().images.keys();
        const Output written = run(QStringList{u"export"_s, u"-o"_s, path(target)} + options + names);
        QVERIFY2(written.exitCode == 0, qPrintable(written.errors));
        QCOMPARE(files(), QStringList(target));
        QCOMPARE(m_engine.reset(), QString());
        QVERIFY(state().images.isEmpty());
        const Output read = run({u"import"_s, path(target)});
        QVERIFY2(read.exitCode == 0, qPrintable(read.errors));
        QCOMPARE(state().text(), before);
        QCOMPARE(read.lines().filter(u"Loaded: "_s).size(), names.size());
    }

    // What the docker command line takes without us.
    void dockerLoadsWhatWasWritten()
    {
        fill(Images);
        const QStringList before = state().text();
        QStringList arguments{u"export"_s, u"-o"_s, path(u"a.tar"_s)};
        QCOMPARE(run(arguments + state().images.keys()).exitCode, 0);
        QCOMPARE(m_engine.reset(), QString());
        QCOMPARE(m_engine.docker({u"load"_s, u"-i"_s, path(u"a.tar"_s)}).exitCode, 0);
        QCOMPARE(state().text(), before);
    }

    void otherProgramsReadTheLayout()
    {
        fill(Images);
        QCOMPARE(
            run({u"export"_s, u"-o"_s, path(u"a/"_s), u"app:1"_s, u"base:latest"_s, u"tool:1"_s}).exitCode,
            0);
        const Output listed = other(u"umoci"_s, {u"ls"_s, u"--layout"_s, path(u"a"_s)});
        QCOMPARE(listed.lines(), (QStringList{u"app:1"_s, u"base:latest"_s, u"tool:1"_s}));
        for (const QString &name : listed.lines()) {
            const Output inspected = other(u"skopeo"_s, {u"inspect"_s, u"oci:"_s + path(u"a:"_s) + name});
            QVERIFY2(inspected.exitCode == 0, qPrintable(inspected.errors));
            QCOMPARE(objectIn(inspected)["Architecture"_L1].toString(), u"amd64"_s);
            const Output copied = other(u"skopeo"_s,
                {u"copy"_s, u"oci:"_s + path(u"a:"_s) + name, u"docker-archive:"_s + path(u"copy.tar"_s)});
            QVERIFY2(copied.exitCode == 0, qPrintable(copied.errors));
            QVERIFY(QFile::remove(path(u"copy.tar"_s)));
        }
        const Output unpacked = other(
            u"umoci"_s, {u"unpack"_s, u"--rootless"_s, u"--image"_s, path(u"a:app:1"_s), path(u"bundle"_s)});
        QVERIFY2(unpacked.exitCode == 0, qPrintable(unpacked.errors));
        QCOMPARE(QFile(path(u"bundle/rootfs/x=50000"_s)).size(), 50'000);
    }

    void takesWhatOtherProgramsWrote_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addRow("skopeo") << u"skopeo"_s;
        QTest::addRow("umoci") << u"umoci"_s;
    }

    void takesWhatOtherProgramsWrote()
    {
        QFETCH(QString, program);
        fill(Images);
        QCOMPARE(m_engine.docker({u"save"_s, u"-o"_s, path(u"saved.tar"_s), u"app:1"_s}).exitCode, 0);
        const Output copied = other(u"skopeo"_s,
            {u"copy"_s, u"docker-archive:"_s + path(u"saved.tar"_s), u"oci:"_s + path(u"shop:two"_s)});
        QVERIFY2(copied.exitCode == 0, qPrintable(copied.errors));
        if (program == "umoci"_L1) {
            const Output changed = other(
                u"umoci"_s, {u"config"_s, u"--image"_s, path(u"shop:two"_s), u"--config.user"_s, u"me"_s});
            QVERIFY2(changed.exitCode == 0, qPrintable(changed.errors));
        }
        QCOMPARE(m_engine.reset(), QString());
        const Output read = run({u"import"_s, path(u"shop"_s)});
        QVERIFY2(read.exitCode == 0, qPrintable(read.errors));
        const StoreState after = state();
        QCOMPARE(after.images.size(), 1);
        QCOMPARE(after.images.first(), QStringList(u"shop:two"_s));
        const Output ran = m_engine.docker({u"image"_s, u"inspect"_s, u"--format"_s,
            u"{{.Config.User}} {{len .RootFS.Layers}}"_s, u"shop:two"_s});
        QCOMPARE(ran.text.trimmed(), program == "umoci"_L1 ? u"me 4"_s : u"4"_s);
        const Output manifest =
            other(u"skopeo"_s, {u"inspect"_s, u"--raw"_s, u"oci:"_s + path(u"shop:two"_s)});
        QCOMPARE(after.images.firstKey(), objectIn(manifest)["config"_L1]["digest"_L1].toString());
    }

    void archiveToLayoutToArchive()
    {
        fill(Images);
        QStringList arguments{u"export"_s, u"-o"_s, path(u"a.tar"_s)};
        QCOMPARE(run(arguments + state().images.keys()).exitCode, 0);
        const QStringList before = state().text();
        const auto exportFrom = [&](const QString &store, const QStringList &options, const QString &to) {
            const Output listed = runJettison(store, {u"ls"_s, u"-a"_s, u"-q"_s});
            QStringList ids = listed.lines();
            return runJettison(store, QStringList{u"export"_s, u"-o"_s, path(to)} + options + ids);
        };
        const Output layout =
            exportFrom(u"archive:"_s + path(u"a.tar"_s), {u"--format"_s, u"oci"_s}, u"layout"_s);
        QVERIFY2(layout.exitCode == 0, qPrintable(layout.errors));
        const Output archive = exportFrom(u"layout:"_s + path(u"layout"_s), {}, u"b.tar.gz"_s);
        QVERIFY2(archive.exitCode == 0, qPrintable(archive.errors));
        QCOMPARE(m_engine.reset(), QString());
        QCOMPARE(m_engine.docker({u"load"_s, u"-i"_s, path(u"b.tar.gz"_s)}).exitCode, 0);
        // A layout does not know who was built on whom, but these images need no such link.
        QCOMPARE(state().text(), before);
    }

    void bringsWhatThePreviewSays_data()
    {
        QTest::addColumn<QString>("there");
        QTest::addRow("nothing is there") << QString();
        QTest::addRow("the base is there") << u"base:1"_s;
        QTest::addRow("an image on the same base is there") << u"tool:1"_s;
        QTest::addRow("all of it is there") << u"child:1"_s;
    }

    void bringsWhatThePreviewSays()
    {
        QFETCH(QString, there);
        fill(Images);
        QCOMPARE(run({u"export"_s, u"-o"_s, path(u"a.tar"_s), u"app:1"_s, u"child:1"_s}).exitCode, 0);
        QCOMPARE(
            run({u"export"_s, u"-o"_s, path(u"b.tar"_s), u"base:1"_s, u"tool:1"_s, u"child:1"_s}).exitCode,
            0);
        QCOMPARE(m_engine.reset(), QString());
        if (!there.isEmpty()) {
            QCOMPARE(run({u"import"_s, path(u"b.tar"_s), there}).exitCode, 0);
        }
        const auto [bytesBefore, layersBefore] = layers();
        const Output preview = run({u"import"_s, u"--dry-run"_s, u"--format"_s, u"json"_s, path(u"a.tar"_s)});
        QCOMPARE(preview.exitCode, 0);
        QCOMPARE(layers(), (std::pair{bytesBefore, layersBefore}));
        QCOMPARE(run({u"import"_s, path(u"a.tar"_s)}).exitCode, 0);
        const auto [bytes, all] = layers();
        QCOMPARE(objectIn(preview)["bytes"_L1].toInteger(), bytes - bytesBefore);
        QCOMPARE(objectIn(preview)["newLayers"_L1].toInteger(), all - layersBefore);
        QCOMPARE(objectIn(preview)["estimate"_L1].toBool(), false);
        QCOMPARE(StoredLayers::of(m_engine).layers.size(), all);
    }

    void tellsWhichNamesMove()
    {
        fill(u"image a: a:1\nimage b: b:1 [x]"_s);
        QCOMPARE(run({u"export"_s, u"-o"_s, path(u"a.tar"_s), u"a:1"_s}).exitCode, 0);
        m_engine.docker({u"rmi"_s, u"a:1"_s});
        m_engine.docker({u"tag"_s, u"b:1"_s, u"a:1"_s});
        const Output preview = run({u"import"_s, u"--dry-run"_s, path(u"a.tar"_s)});
        const QString line = scene().expand(u"a:1 leaves image {b/12}"_s);
        QVERIFY2(preview.lines().contains(line), qPrintable(preview.text));
        const Output read = run({u"import"_s, path(u"a.tar"_s)});
        QCOMPARE(read.exitCode, 0);
        QVERIFY2(read.errors.contains(line), qPrintable(read.errors));
        QCOMPARE(state().images.value(scene().expand(u"{a}"_s)), QStringList(u"a:1"_s));
        QCOMPARE(state().images.value(scene().expand(u"{b}"_s)), QStringList(u"b:1"_s));
    }

    void refusesImagesWithoutLayers()
    {
        QDir().mkpath(m_folder->path(u"context"_s));
        QFile file(m_folder->path(u"context/Dockerfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("FROM scratch\nLABEL a=b\n") > 0);
        file.close();
        QCOMPARE(
            m_engine.docker({u"build"_s, u"-t"_s, u"bare:1"_s, m_folder->path(u"context"_s)}).exitCode, 0);
        const Output refused = run({u"export"_s, u"-o"_s, path(u"a.tar"_s), u"bare:1"_s});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains(u"bare:1"_s), qPrintable(refused.errors));
        QCOMPARE(files(), QStringList());
    }

    void anInterruptLeavesNothing_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addRow("archive") << QStringList{u"-o"_s, u"a.tar.xz"_s};
        QTest::addRow("layout") << QStringList{u"-o"_s, u"a"_s, u"--format"_s, u"oci"_s};
    }

    void anInterruptLeavesNothing()
    {
        QFETCH(QStringList, options);
        fillWithNoise(60'000'000);
        QProcess process;
        process.setProcessEnvironment(programEnvironment());
        process.setWorkingDirectory(path({}));
        process.start(programPath(),
            QStringList{u"--host"_s, m_engine.endpoint(), u"export"_s, u"noise:1"_s} + options);
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY(!files().isEmpty());
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 1);
        QCOMPARE(files(), QStringList());
    }

    void aFullDiskLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("size");
        QTest::addRow("from the start") << QByteArray("size=70m");
        QTest::addRow("while it is converted") << QByteArray("size=102m");
    }

    void aFullDiskLeavesNothing()
    {
        QFETCH(QByteArray, size);
        fillWithNoise(30'000'000);
        const QByteArray folder = QFile::encodeName(path({}));
        if (mount("tmpfs", folder.constData(), "tmpfs", 0, size.constData()) != 0) {
            QSKIP("a small file system cannot be mounted here");
        }
        const Output refused =
            run({u"export"_s, u"--format"_s, u"oci"_s, u"-o"_s, path(u"a"_s), u"noise:1"_s});
        const QStringList left = files();
        umount2(folder.constData(), MNT_DETACH);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.errors.contains(u"not enough room"_s), qPrintable(refused.errors));
        QCOMPARE(left, QStringList());
    }

private:
    /// In a folder that is there.
    QString path(const QString &name) const
    {
        QDir().mkpath(m_folder->path(u"out"_s));
        return m_folder->path(u"out/"_s + name);
    }
    QStringList files() const
    {
        return QDir(path({})).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }

    Output run(const QStringList &arguments) const
    {
        return runJettison(m_engine.endpoint(), arguments, Patience);
    }
    static Output other(const QString &program, const QStringList &arguments)
    {
        return runProgram(program, arguments, QProcessEnvironment::systemEnvironment());
    }

    /// Bytes of all layers of the engine, and how many there are.
    std::pair<qint64, qsizetype> layers() const
    {
        const QJsonArray all =
            QJsonDocument::fromJson(run({u"tree"_s, u"--format"_s, u"json"_s}).text.toUtf8()).array();
        qint64 bytes = 0;
        for (const QJsonValue layer : all) {
            bytes += layer["size"_L1].toInteger();
        }
        return {bytes, all.size()};
    }

    void fillWithNoise(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        QRandomGenerator random(1);
        random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
        QDir().mkpath(m_folder->path(u"context"_s));
        QFile noise(m_folder->path(u"context/noise"_s));
        QVERIFY(noise.open(QIODevice::WriteOnly) && noise.write(bytes) == size);
        QFile file(m_folder->path(u"context/Dockerfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("FROM scratch\nCOPY noise /noise\n") > 0);
        file.close();
        const Output built =
            m_engine.docker({u"build"_s, u"-t"_s, u"noise:1"_s, m_folder->path(u"context"_s)});
        QVERIFY2(built.exitCode == 0, qPrintable(built.errors));
    }

    std::unique_ptr<ScratchFolder> m_folder = std::make_unique<ScratchFolder>();
};

QTEST_GUILESS_MAIN(tst_DockerTransfer)
#include "tst_dockertransfer.moc"

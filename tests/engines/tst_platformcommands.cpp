// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

enum ExitCode { Done, Incomplete };

QJsonObject objectOf(const Output &output)
{
    return QJsonDocument::fromJson(output.text.toUtf8()).object();
}

} // namespace

// `jettison rm --platform`, as a whole, on the engine that can do it.
class tst_PlatformCommands : public EngineTest
{
    Q_OBJECT

public:
    tst_PlatformCommands()
        : EngineTest(*EngineKind::named(u"docker28-containerd"_s))
    {
    }

private Q_SLOTS:
    void foretellsAndRemoves()
    {
        fill(u"index all: all:1 amd64 arm64 s390x"_s);
        const QStringList before = platforms(u"all:1"_s);
        QCOMPARE(before, (QStringList{u"linux/amd64"_s, u"linux/arm64"_s, u"linux/s390x"_s}));
        const QStringList command{u"rm"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s};
        const Output preview = jettison(command + QStringList{u"--dry-run"_s});
        QCOMPARE(preview.exitCode, int(Done));
        QCOMPARE(preview.lines(), QStringList(scene().expand(u"Deleted: {all-arm64}"_s)));
        QVERIFY2(preview.errors.contains("1 platform to delete"_L1), qPrintable(preview.errors));
        QVERIFY2(preview.errors.contains("No undo will bring back: linux/arm64 of all:1"_L1),
            qPrintable(preview.errors));
        QCOMPARE(platforms(u"all:1"_s), before);

        const Output done = jettison(command);
        QCOMPARE(done.exitCode, int(Done));
        QCOMPARE(done.lines(), preview.lines());
        QVERIFY2(done.errors.contains("1 platform deleted"_L1), qPrintable(done.errors));
        QVERIFY2(done.errors.contains("freed, as predicted"_L1), qPrintable(done.errors));
        QCOMPARE(platforms(u"all:1"_s), (QStringList{u"linux/amd64"_s, u"linux/s390x"_s}));
        QCOMPARE(state().text(), QStringList(scene().expand(u"{all} all:1"_s)));
        QVERIFY2(
            done.errors.contains("no undo brings back: linux/arm64 of all:1"_L1), qPrintable(done.errors));
        const Output undone = jettison({u"undo"_s});
        QVERIFY2(
            undone.errors.contains("cannot be undone: linux/arm64 of all:1"_L1), qPrintable(undone.errors));
        // What was left is whole.
        QCOMPARE(m_engine.docker({u"run"_s, u"--rm"_s, u"--net"_s, u"none"_s, u"all:1"_s}).exitCode, 0);
    }

    void tellsJson()
    {
        fill(u"index all: all:1 amd64 arm64 s390x"_s);
        const QStringList command{u"rm"_s, u"--format"_s, u"json"_s, u"-p"_s, u"linux/arm64"_s, u"-p"_s,
            u"linux/s390x"_s, u"all:1"_s};
        const QJsonObject preview = objectOf(jettison(command + QStringList{u"--dry-run"_s}));
        const QJsonObject done = objectOf(jettison(command));
        const QStringList deleted = scene().expand({u"{all-arm64}"_s, u"{all-s390x}"_s});
        QCOMPARE(preview["predicted"_L1]["deleted"_L1].toVariant().toStringList(), deleted);
        QCOMPARE(preview["predicted"_L1], done["predicted"_L1]);
        QCOMPARE(done["freed"_L1].toInteger(), done["predicted"_L1]["bytes"_L1].toInteger());
        QCOMPARE(preview["steps"_L1].toArray().size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonObject step = done["steps"_L1][i].toObject();
            QCOMPARE(step["kind"_L1].toString(), u"remove-platform"_s);
            QCOMPARE(step["target"_L1].toString(),
                scene().expand(i == 0 ? u"{all} linux/arm64"_s : u"{all} linux/s390x"_s));
            QCOMPARE(step["state"_L1].toString(), u"done"_s);
            QCOMPARE(step["reported"_L1][0].toString(), "Deleted: "_L1 + deleted[i]);
        }
        QCOMPARE(done["kept"_L1][0]["reason"_L1].toString(), u"other-platforms"_s);
        QCOMPARE(
            done["kept"_L1][0]["platforms"_L1].toVariant().toStringList(), QStringList{u"linux/amd64"_s});
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("platform");
        QTest::addColumn<QString>("reason");
        const QString all = u"index all: all:1 amd64 arm64"_s;
        QTest::newRow("the only one")
            << u"index all: all:1 arm64"_s << u"linux/arm64"_s << u"last-platform"_s;
        QTest::newRow("nothing of it is here") << all << u"linux/arm64"_s << u"platform-absent"_s;
        QTest::newRow("a container") << all + u"\ncontainer web: all:1 created"_s << u"linux/arm64"_s
                                     << u"platform-in-use"_s;
        QTest::newRow("another image")
            << all + u"\nindex two: two:1 arm64 riscv64"_s << u"linux/arm64"_s << u"platform-shared"_s;
        QTest::newRow("another platform") << all + u" alike"_s << u"linux/arm64"_s << u"platform-shared"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, platform);
        QFETCH(QString, reason);
        fill(text);
        const QStringList command{
            u"rm"_s, u"--force"_s, u"--format"_s, u"json"_s, u"--platform"_s, platform, u"all:1"_s};
        if (reason == "platform-absent"_L1) {
            QCOMPARE(jettison(command).exitCode, int(Done));
        }
        const QStringList before = platforms(u"all:1"_s) + state().text();
        const Output done = jettison(command);
        QCOMPARE(done.exitCode, int(Incomplete));
        QVERIFY2(done.errors.startsWith("Error: "_L1 + platform + " of all:1 "_L1), qPrintable(done.errors));
        QCOMPARE(objectOf(done)["kept"_L1][0]["reason"_L1].toString(), reason);
        QVERIFY(objectOf(done)["steps"_L1].toArray().isEmpty());
        QCOMPARE(platforms(u"all:1"_s) + state().text(), before);
    }

    void findsNoSuchPlatform()
    {
        fill(u"index all: all:1 amd64 arm64"_s);
        const Output done = jettison({u"rm"_s, u"--platform"_s, u"linux/riscv64"_s, u"all:1"_s});
        QCOMPARE(done.exitCode, int(Incomplete));
        QVERIFY2(done.errors.contains("linux/riscv64. There are: linux/amd64, linux/arm64."_L1),
            qPrintable(done.errors));
        QCOMPARE(platforms(u"all:1"_s).size(), 2);
    }

    void takesNamesAsDockerDoes()
    {
        fill(u"index all: all:1 amd64 arm64 s390x"_s);
        const Output done =
            jettison({u"rm"_s, u"--platform"_s, u"LINUX/aarch64"_s, u"--platform"_s, u"s390x"_s, u"all:1"_s});
        QVERIFY2(done.exitCode == Done, qPrintable(done.errors));
        QCOMPARE(platforms(u"all:1"_s), QStringList{u"linux/amd64"_s});
    }

    // Its layers stay with the other, and its index is in the engine's account alone.
    void isAsForetoldWhereAnIndexGoes()
    {
        fill(u"index all: all:1 amd64\nindex more: more:1 amd64 arm64"_s);
        const Output done = jettison({u"rm"_s, u"all:1"_s});
        QVERIFY2(done.errors.contains("0 B freed, as predicted"_L1), qPrintable(done.errors));
    }

    void undoes_data()
    {
        QTest::addColumn<QStringList>("removed");
        QTest::newRow("one that is only kept") << QStringList{u"linux/arm64"_s};
        QTest::newRow("the one that runs here") << QStringList{u"linux/amd64"_s};
        QTest::newRow("two") << QStringList{u"linux/amd64"_s, u"linux/s390x"_s};
    }

    void undoes()
    {
        QFETCH(QStringList, removed);
        fill(u"index all: all:1 amd64 arm64 s390x\ndocker tag all:1 all:2"_s);
        const QString before = listed();
        QStringList command{u"rm"_s, u"--backup"_s, u"all:1"_s};
        for (const QString &platform : removed) {
            command << u"--platform"_s << platform;
        }
        const Output done = jettison(command);
        QVERIFY2(done.exitCode == Done, qPrintable(done.errors));
        QVERIFY2(done.errors.contains("Undo brings them back"_L1), qPrintable(done.errors));
        QCOMPARE(platforms(u"all:1"_s).size(), 3 - removed.size());

        const Output undone = jettison({u"undo"_s});
        QVERIFY2(undone.exitCode == Done, qPrintable(undone.errors));
        QCOMPARE(undone.lines().size(), removed.size());
        QCOMPARE(listed(), before);
        QCOMPARE(m_engine.docker({u"run"_s, u"--rm"_s, u"--net"_s, u"none"_s, u"all:1"_s}).exitCode, 0);
        // No record without a name is left behind.
        QCOMPARE(jettison({u"rm"_s, u"all:1"_s}).lines(), QStringList(u"Untagged: all:1"_s));
        QCOMPARE(jettison({u"rm"_s, u"all:2"_s}).lines(),
            scene().expand({u"Untagged: all:2"_s, u"Deleted: {all}"_s}));
        QCOMPARE(state().text(), QStringList());
    }

    void undoesWhatIsThereAlready()
    {
        fill(u"index all: all:1 amd64 arm64"_s);
        const QStringList remove{u"rm"_s, u"--backup"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s};
        QCOMPARE(jettison(remove).exitCode, int(Done));
        const QString id = newestBackup();
        QCOMPARE(jettison({u"undo"_s, id}).exitCode, int(Done));
        const QString before = listed();
        const Output again = jettison({u"undo"_s, id});
        QCOMPARE(again.exitCode, int(Done));
        QVERIFY2(again.errors.contains("1 platform"_L1), qPrintable(again.errors));
        QCOMPARE(listed(), before);
    }

    // The name is another image's by now, and what is left of the image has no name.
    void undoesBesideANameThatMoved()
    {
        fill(u"index all: all:1 amd64 arm64\nindex two: two:1 amd64 riscv64"_s);
        const QStringList remove{u"rm"_s, u"--backup"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s};
        QCOMPARE(jettison(remove).exitCode, int(Done));
        QCOMPARE(m_engine.docker({u"tag"_s, u"two:1"_s, u"all:1"_s}).exitCode, 0);
        const StoreState before = state();
        QCOMPARE(jettison({u"undo"_s}).exitCode, int(Done));
        QCOMPARE(state().text(), before.text());
        QVERIFY(platforms(u"all:1"_s).contains(u"linux/riscv64"_s));
    }

    void undoesWhereTheImageIsGone()
    {
        fill(u"index all: all:1 amd64 arm64"_s);
        const QStringList remove{u"rm"_s, u"--backup"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s};
        QCOMPARE(jettison(remove).exitCode, int(Done));
        const QString id = newestBackup();
        QCOMPARE(jettison({u"rm"_s, u"all:1"_s}).exitCode, int(Done));
        QCOMPARE(jettison({u"undo"_s, id}).exitCode, int(Done));
        QCOMPARE(platforms(u"all:1"_s), QStringList(u"linux/arm64"_s));
        QCOMPARE(state().text(), QStringList(scene().expand(u"{all} all:1"_s)));
    }

    // As after docker pull --platform: the index is there, and what would run here is not.
    void leavesWhatDockerCannotSave()
    {
        fill(u"index all: all:1 amd64 arm64 s390x"_s);
        QCOMPARE(jettison({u"rm"_s, u"--platform"_s, u"linux/amd64"_s, u"all:1"_s}).exitCode, int(Done));
        const QStringList before = platforms(u"all:1"_s) + state().text();
        const QString reason = u"lacks what would run on its own machine: all:1, linux/amd64."_s;
        const ScratchFolder folder;
        for (const QStringList &command : {QStringList{u"rm"_s, u"--backup"_s, u"all:1"_s},
                 QStringList{u"rm"_s, u"--backup"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s},
                 QStringList{u"export"_s, u"-o"_s, folder.path(u"out.tar"_s), u"all:1"_s}}) {
            const Output done = jettison(command);
            QCOMPARE(done.exitCode, int(Incomplete));
            QVERIFY2(done.errors.contains(reason), qPrintable(done.errors));
            QCOMPARE(done.text, QString());
            QCOMPARE(platforms(u"all:1"_s) + state().text(), before);
        }
        QVERIFY(!QFile::exists(folder.path(u"out.tar"_s)));
        QCOMPARE(jettison({u"rm"_s, u"all:1"_s}).exitCode, int(Done));
        QCOMPARE(state().text(), QStringList());
    }

    void showsFilesOfWhatDockerCannotSave()
    {
        fill(u"index all: all:1 amd64 arm64 s390x"_s);
        QCOMPARE(jettison({u"rm"_s, u"--platform"_s, u"linux/amd64"_s, u"all:1"_s}).exitCode, int(Done));
        const Output files = jettison({u"files"_s, u"all:1"_s});
        QVERIFY2(files.exitCode == Done, qPrintable(files.errors));
        QVERIFY2(files.text.contains("/platform\n"_L1), qPrintable(files.text));
        QVERIFY2(files.text.contains("/busybox\n"_L1), qPrintable(files.text));
    }

    // An engine that would not know the parameter would remove the whole image.
    void refusesOlderInterfaces()
    {
        fill(u"index all: all:1 amd64 arm64"_s);
        for (const char *version : {"1.24", "1.47", "1.49"}) {
            qputenv("DOCKER_API_VERSION", version);
            const Output done = jettison({u"rm"_s, u"--platform"_s, u"linux/arm64"_s, u"all:1"_s});
            qunsetenv("DOCKER_API_VERSION");
            QCOMPARE(done.exitCode, int(Incomplete));
            QVERIFY2(
                done.errors.contains("DOCKER_API_VERSION asks for version "_L1 + QLatin1StringView(version)),
                qPrintable(done.errors));
            QCOMPARE(done.text, QString());
            QCOMPARE(platforms(u"all:1"_s).size(), 2);
        }
    }

private:
    QString listed() const { return jettison({u"ls"_s, u"--all"_s, u"--format"_s, u"json"_s}).text; }

    QString newestBackup() const
    {
        const Output list = jettison({u"undo"_s, u"--list"_s, u"--format"_s, u"json"_s});
        return QJsonDocument::fromJson(list.text.toUtf8()).array().first()["id"_L1].toString();
    }

    /// Names of those that are there, as `jettison ls` tells them.
    QStringList platforms(const QString &image) const
    {
        QStringList names;
        const QJsonArray images =
            QJsonDocument::fromJson(jettison({u"ls"_s, u"--format"_s, u"json"_s}).text.toUtf8()).array();
        for (const QJsonValue entry : images) {
            const QJsonArray all = entry["platforms"_L1].toArray();
            for (const QJsonValue platform : all) {
                const bool isOfImage = entry["references"_L1].toArray().contains(image);
                if (isOfImage && platform["present"_L1].toBool()) {
                    names << platform["name"_L1].toString();
                }
            }
        }
        return names;
    }
};

QTEST_GUILESS_MAIN(tst_PlatformCommands)
#include "tst_platformcommands.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/printed.h"
#include "fakes/storetext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

const QString Scene = u"a: app:1 app:2\nb: b:1\nlost:\nweb = a running"_s;

} // namespace

class tst_Commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lists()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"ls"_s, store);
        QCOMPARE(printed.status, ExitStatus::Done);
        const QStringList lines = printed.out.trimmed().split(u'\n');
        QCOMPARE(lines.size(), 5);
        QVERIFY(lines[0].startsWith("REPOSITORY"_L1));
        QVERIFY(lines[1].startsWith("app "_L1));
        QVERIFY(lines[1].contains("web (running)"_L1));
        QVERIFY(lines[4].startsWith("<none>"_L1));
    }

    // As skopeo and umoci name images in a layout.
    void listsBareTagsUnderTagsAndPlatformsBelow()
    {
        QList<Image> images = storeFromText(u"a:"_s)->images();
        images[0].references = {Reference(u"v1"_s)};
        images[0].variants = {{.name = u"linux/amd64"_s}, {.name = u"linux/arm64"_s, .isPresent = false}};
        FakeStore store(std::make_shared<const Snapshot>(StoreInfo(), images, QList<Container>()));
        const QStringList lines = runCommand(u"ls"_s, store).out.split(u'\n');
        QVERIFY(lines[3].startsWith("  linux/arm64"_L1));
        QVERIFY(lines[3].contains("not here"_L1));
        QCOMPARE(lines[1].indexOf(u"v1"_s), lines[0].indexOf(u"TAG"_s));
    }

    void listsIdsOnce()
    {
        FakeStore store(storeFromText(Scene));
        const QStringList lines = runCommand(u"ls -q"_s, store).out.trimmed().split(u'\n');
        QCOMPARE(lines,
            QStringList(
                {shortId(imageIdOf(u"a"_s)), shortId(imageIdOf(u"b"_s)), shortId(imageIdOf(u"lost"_s))}));
    }

    void listsJson()
    {
        FakeStore store(storeFromText(u"base: base:1 base@d1\nmid: < base\napp: app:1 < mid"_s));
        const auto parse = [](const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).array(); };
        const QJsonArray images = parse(runCommand(u"ls --format json"_s, store).out);
        QCOMPARE(images.size(), 2);
        const QJsonObject base = images.first().toObject();
        QCOMPARE(base.keys(),
            QStringList({u"containers"_s, u"created"_s, u"digests"_s, u"estimate"_s, u"id"_s, u"labels"_s,
                u"manifestList"_s, u"packedSize"_s, u"parent"_s, u"platforms"_s, u"readOnly"_s,
                u"references"_s, u"repositories"_s, u"shared"_s, u"size"_s, u"unique"_s, u"unpackedSize"_s}));
        QCOMPARE(base.value("references"_L1).toArray(), QJsonArray{u"base:1"_s});
        QCOMPARE(base.value("digests"_L1).toArray(), QJsonArray{referenceOf(u"base@d1"_s).text()});
        QCOMPARE(parse(runCommand(u"ls -a --format json"_s, store).out).size(), 3);
    }

    void removes()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"rm app:1 b:1"_s, store);
        QCOMPARE(printed.status, ExitStatus::Done);
        QCOMPARE(
            printed.out, u"Untagged: app:1\nUntagged: b:1\nDeleted: %1\n"_s.arg(imageIdOf(u"b"_s).text()));
        QVERIFY(!printed.error.contains("Error"_L1));
    }

    void dryRunPrintsTheSame_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments :
            {"app:1", "--force app:1 app:2", "--all --force", "--dangling", "--unused", "--all"}) {
            QTest::addRow("%s", arguments) << QString::fromLatin1(arguments);
        }
    }

    void dryRunPrintsTheSame()
    {
        QFETCH(QString, arguments);
        FakeStore store(storeFromText(Scene));
        const Printed dry = runCommand("rm --dry-run "_L1 + arguments, store);
        const Printed real = runCommand("rm --yes "_L1 + arguments, store);
        QCOMPARE(dry.out, real.out);
        QCOMPARE(dry.status, real.status);
    }

    void blockedIsAnErrorThatNamesTheContainer()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"rm app:1 app:2 b:1"_s, store);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY(printed.error.startsWith("Error: "_L1));
        QVERIFY(printed.error.contains("web (running)"_L1));
        QVERIFY(printed.out.startsWith("Untagged: b:1"_L1));
    }

    void unknownNameIsAnErrorAndTheRestGoes()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"rm nothing b:1 App"_s, store);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QCOMPARE(printed.error.count("Error: "_L1), 2);
        QVERIFY(printed.out.contains("Deleted: "_L1));
    }

    void removesAsJson()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"rm --format json --force --all"_s, store);
        const QJsonObject object = QJsonDocument::fromJson(printed.out.toUtf8()).object();
        QCOMPARE(object.keys(),
            QStringList({u"backup"_s, u"endpoint"_s, u"freed"_s, u"kept"_s, u"measured"_s, u"predicted"_s,
                u"remarks"_s, u"steps"_s}));
        const QJsonArray steps = object.value("steps"_L1).toArray();
        QCOMPARE(steps.size(), 6);
        const QJsonObject step = steps.first().toObject();
        QCOMPARE(step.value("kind"_L1).toString(), u"stop-container"_s);
        QCOMPARE(step.value("state"_L1).toString(), u"done"_s);
        QCOMPARE(object.value("predicted"_L1).toObject().value("untagged"_L1).toArray().size(), 3);
    }

    void unreachableStore()
    {
        FakeStore store(storeFromText(Scene));
        store.interceptReading = [] {
            return Error{.code = ErrorCode::NotRunning, .detail = u"unix:///x"_s};
        };
        for (const QString &arguments : {u"ls"_s, u"rm app:1"_s, u"pull app:1"_s}) {
            const Printed printed = runCommand(arguments, store);
            QCOMPARE(printed.status, ExitStatus::Unreachable);
            QVERIFY(printed.error.startsWith("Error: "_L1));
            QVERIFY(printed.error.contains("unix:///x"_L1));
            QVERIFY(printed.out.isEmpty());
        }
    }

    void pulls()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"pull new Bad"_s, store);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY(printed.out.contains("0123456789ab: downloading\n"_L1));
        QVERIFY(printed.out.contains("Status: Downloaded newer image for new:latest\n"_L1));
        QVERIFY(printed.error.contains("Bad"_L1));
    }

    void overviewTellsWhatToTry()
    {
        FakeStore store(storeFromText(Scene));
        const Printed printed = runCommand(u"--host x"_s, store);
        QCOMPARE(printed.status, ExitStatus::Done);
        QVERIFY(printed.out.contains("app"_L1));
        QVERIFY(printed.out.contains("jettison rm --dry-run"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_Commands)
#include "tst_commands.moc"

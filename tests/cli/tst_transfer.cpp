// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "stores/archivefixture.h"
#include "stores/storefactory.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::ExitStatus;

namespace {

const fixture::Image App{.names = {u"app:1"_s, u"app:latest"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};
const fixture::Image Newer{.names = {u"app:latest"_s}, .layers = {u"base=5000"_s, u"newer=3000"_s}};

struct Printed
{
    ExitStatus status = ExitStatus::Done;
    QString out = {};
    QString error = {};

    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

/// A store in an archive, and another archive beside it.
struct Bench
{
    QTemporaryDir folder;

    Bench()
    {
        if (!fixture::write(path(u"store.tar"_s), fixture::tar(fixture::oldDocker({App, Tool})))
            || !fixture::write(path(u"other.tar"_s), fixture::tar(fixture::layout({Newer, Tool})))) {
            qFatal("the archives cannot be written");
        }
    }

    QString path(const QString &name) const { return folder.filePath(name); }

    /// `%` stands for the folder. A usage error is what it says on standard error.
    Printed run(const QString &arguments, const QString &store = u"store.tar"_s) const
    {
        Printed printed;
        QTextStream out(&printed.out);
        QTextStream error(&printed.error);
        const QString line = QString(arguments).replace(u'%', folder.path() + u'/');
        const auto options = cli::parseOptions(QStringList(u"jettison"_s) + line.split(u' '));
        if (!options) {
            return {.status = ExitStatus::Usage, .error = options.error().text};
        }
        const StoreFactory factory = [&] { return endpointOfFile(path(store)).and_then(makeStore); };
        printed.status = cli::run(*options, factory, {}, {}, {.out = out, .error = error}, {});
        return printed;
    }
};

} // namespace

class tst_Transfer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage_data()
    {
        QTest::addColumn<QString>("arguments");
        QTest::addColumn<QString>("word");
        QTest::addRow("no target") << u"export app:1"_s << u"-o"_s;
        QTest::addRow("no image") << u"export -o %a.tar"_s << u"images"_s;
        QTest::addRow("a format of its own") << u"export -o %a --format zip app:1"_s << u"zip"_s;
        QTest::addRow("add and replace") << u"export -o %a --add --replace app:1"_s << u"--replace"_s;
        QTest::addRow("add in a format") << u"export -o %a --add --format oci app:1"_s << u"--format"_s;
        QTest::addRow("no archive") << u"import"_s << u"archive"_s;
        QTest::addRow("no such archive") << u"import %none.tar"_s << u"none.tar"_s;
        QTest::addRow("import in a format") << u"import --format oci %other.tar"_s << u"oci"_s;
    }

    void usage()
    {
        QFETCH(QString, arguments);
        QFETCH(QString, word);
        const Printed printed = Bench().run(arguments);
        QCOMPARE(printed.status, ExitStatus::Usage);
        QVERIFY2(printed.error.contains(word), qPrintable(printed.error));
    }

    void helpNamesEveryOption()
    {
        const Bench bench;
        const QString exporting = bench.run(u"export --help"_s).error;
        for (const QString &option : {u"--output"_s, u"--format"_s, u"--add"_s, u"--replace"_s}) {
            QVERIFY2(exporting.contains(option), qPrintable(exporting));
        }
        QVERIFY(bench.run(u"import --help"_s).error.contains(u"--dry-run"_s));
    }

    void exports()
    {
        const Bench bench;
        const Printed printed = bench.run(u"export -o %a.tar app:1 tool:1"_s);
        QCOMPARE(printed.status, ExitStatus::Done);
        QVERIFY2(printed.error.contains(u"2 image(s) exported"_s), qPrintable(printed.error));
        const Printed listed = bench.run(u"ls"_s, u"a.tar"_s);
        QVERIFY(listed.out.contains(u"tool"_s) && !listed.out.contains(u"latest"_s));
    }

    void exportsAllOrNothing()
    {
        const Bench bench;
        const Printed printed = bench.run(u"export -o %a.tar app:1 none:1"_s);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY2(printed.error.startsWith(u"Error: "_s), qPrintable(printed.error));
        QVERIFY(printed.error.contains(u"none:1"_s));
        QVERIFY(!QFile::exists(bench.path(u"a.tar"_s)));
    }

    void leavesWhatIsThereUnlessTold()
    {
        const Bench bench;
        const Printed refused = bench.run(u"export -o %other.tar app:1"_s);
        QCOMPARE(refused.status, ExitStatus::Incomplete);
        QVERIFY2(refused.error.contains(u"already"_s), qPrintable(refused.error));
        const Printed added = bench.run(u"export --add -o %other.tar app:latest"_s);
        QCOMPARE(added.status, ExitStatus::Done);
        QVERIFY2(added.error.startsWith(u"app:latest leaves image "_s), qPrintable(added.error));
        QCOMPARE(bench.run(u"ls -q"_s, u"other.tar"_s).out.count(u'\n'), 3);
        QCOMPARE(bench.run(u"export --replace -o %other.tar app:1"_s).status, ExitStatus::Done);
        QCOMPARE(bench.run(u"ls -q"_s, u"other.tar"_s).out.count(u'\n'), 1);
    }

    void previews()
    {
        const Bench bench;
        const Printed printed = bench.run(u"import --dry-run %other.tar"_s);
        QCOMPARE(printed.status, ExitStatus::Done);
        QVERIFY(printed.out.startsWith(u"NAMES"_s));
        const QString moved = u"app:latest leaves image "_s + shortId(ImageId(fixture::idOf(App)));
        QVERIFY2(printed.out.contains(moved), qPrintable(printed.out));
        QVERIFY2(printed.out.contains(u"1 of 3 layers are new\n"_s), qPrintable(printed.out));
        QVERIFY(printed.out.contains(u"there already"_s));
        QCOMPARE(bench.run(u"ls -q"_s).out.count(u'\n'), 2);
    }

    void previewsAsJson()
    {
        const QJsonObject json =
            Bench().run(u"import --dry-run --format json %other.tar app:latest"_s).json();
        QCOMPARE(json.keys(),
            QStringList({u"bytes"_s, u"estimate"_s, u"images"_s, u"layers"_s, u"moved"_s, u"newLayers"_s,
                u"path"_s}));
        QCOMPARE(json["images"_L1].toArray().size(), 1);
        QCOMPARE(json["layers"_L1].toInt(), 2);
        QCOMPARE(json["newLayers"_L1].toInt(), 1);
        QCOMPARE(json["moved"_L1][0]["from"_L1].toString(), fixture::idOf(App));
    }

    void imports()
    {
        const Bench bench;
        const Printed printed = bench.run(u"import %other.tar"_s);
        QCOMPARE(printed.status, ExitStatus::Done);
        QCOMPARE(printed.out, u"Loaded: %1\nTagged: app:latest\n"_s.arg(fixture::idOf(Newer)));
        QVERIFY2(printed.error.contains(u"1 image(s) imported"_s), qPrintable(printed.error));
        QVERIFY(printed.error.contains(u"1 image(s) were there already"_s));
        QCOMPARE(bench.run(u"ls -q"_s).out.count(u'\n'), 3);
    }

    void importsWhatIsNamed()
    {
        const Bench bench;
        const Printed printed = bench.run(u"import --format json %other.tar tool:1 none:1"_s);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY(printed.error.contains(u"none:1"_s));
        QCOMPARE(printed.json()["present"_L1].toArray(), QJsonArray{fixture::idOf(Tool)});
        QCOMPARE(bench.run(u"ls -q"_s).out.count(u'\n'), 2);
    }

    void refusesADamagedArchive()
    {
        const Bench bench;
        const QByteArray whole = fixture::tar(fixture::oldDocker({Newer}));
        QVERIFY(fixture::write(bench.path(u"cut.tar"_s), whole.first(whole.size() / 2)));
        const Printed printed = bench.run(u"import %cut.tar"_s);
        QCOMPARE(printed.status, ExitStatus::Incomplete);
        QVERIFY2(printed.error.contains(u"damaged"_s), qPrintable(printed.error));
        QVERIFY(printed.out.isEmpty());
    }

    void unreachableStore()
    {
        const Bench bench;
        QCOMPARE(bench.run(u"import %other.tar"_s, u"none.tar"_s).status, ExitStatus::Unreachable);
        QCOMPARE(bench.run(u"export -o %a.tar app:1"_s, u"none.tar"_s).status, ExitStatus::Unreachable);
    }
};

QTEST_GUILESS_MAIN(tst_Transfer)
#include "tst_transfer.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/options.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;
using cli::Options;

namespace {

auto parse(const QString &arguments)
{
    return cli::parseOptions(QStringList(u"jettison"_s) + arguments.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class tst_Options : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void window()
    {
        QCOMPARE(parse({})->command, Options::Command::None);
        const auto options = parse(u"--host tcp://there:1"_s);
        QCOMPARE(options->command, Options::Command::None);
        QCOMPARE(options->host, u"tcp://there:1"_s);
        QCOMPARE(parse(u"-c there"_s)->context, u"there"_s);
    }

    void tls()
    {
        QVERIFY(parse(u"--host tcp://there ls"_s)->tls.isEmpty());
        QCOMPARE(parse(u"--tls ls"_s)->tls, TlsWish({.mode = TlsWish::Mode::Unverified}));
        QCOMPARE(parse(u"--tls ls --tlsverify"_s)->tls, TlsWish({.mode = TlsWish::Mode::Verified}));
        const auto options = parse(u"--tlscacert ls --tlscert c.pem --tlskey=k.pem -H tcp://there ls"_s);
        QCOMPARE(options->command, Options::Command::List);
        QCOMPARE(
            options->tls, TlsWish({.authorities = u"ls"_s, .certificate = u"c.pem"_s, .key = u"k.pem"_s}));
        QCOMPARE(parse(u"--tlscacert= ls"_s)->tls, TlsWish({.authorities = QString()}));
    }

    void list()
    {
        const auto options = parse(u"--host ls ls -aq --format json"_s);
        QCOMPARE(options->command, Options::Command::List);
        QCOMPARE(options->host, u"ls"_s);
        QVERIFY(options->intermediate);
        QVERIFY(options->quiet);
        QCOMPARE(options->format, Options::Format::Json);
        QCOMPARE(parse(u"ls --format table"_s)->format, Options::Format::Text);
    }

    void remove()
    {
        const auto options = parse(u"rm --force a:1 --dry-run --time 3 -y b"_s);
        QCOMPARE(options->command, Options::Command::Remove);
        QCOMPARE(options->names, QStringList({u"a:1"_s, u"b"_s}));
        QVERIFY(options->force);
        QVERIFY(options->dryRun);
        QVERIFY(options->yes);
        QVERIFY(!options->selector);
        QCOMPARE(options->stopTimeout.count(), 3);
        QCOMPARE(parse(u"rm a"_s)->stopTimeout.count(), 10);
        QCOMPARE(parse(u"rm --time 0 a"_s)->stopTimeout.count(), 0);
    }

    void selectors()
    {
        QCOMPARE(parse(u"rm --all"_s)->selector, Selector::All);
        QCOMPARE(parse(u"rm --dangling -f"_s)->selector, Selector::Dangling);
        QCOMPARE(parse(u"rm --unused"_s)->selector, Selector::Unused);
    }

    void backup()
    {
        QVERIFY(!parse(u"rm a"_s)->backup.has_value());
        QCOMPARE(parse(u"rm -b a"_s)->backup, true);
        QCOMPARE(parse(u"rm --no-backup a"_s)->backup, false);
    }

    void undo()
    {
        QCOMPARE(parse(u"undo"_s)->command, Options::Command::Undo);
        QVERIFY(!parse(u"undo"_s)->list);
        QVERIFY(parse(u"undo --list"_s)->list);
        const auto options = parse(u"undo --containers --format json 20260101-000000"_s);
        QVERIFY(options->containers);
        QCOMPARE(options->format, Options::Format::Json);
        QCOMPARE(options->names, QStringList(u"20260101-000000"_s));
    }

    void pull() { QCOMPARE(parse(u"pull a b"_s)->names, QStringList({u"a"_s, u"b"_s})); }

    void usageErrors_data()
    {
        QTest::addColumn<QString>("arguments");
        for (const char *arguments : {"rm", "rm --all a", "rm --all --unused", "rm --time x a",
                 "rm --time -1 a", "rm --format table a", "rm --what a", "ls a", "ls --format text", "pull",
                 "nonsense", "--host a --context b", "--tls --context b ls", "--tlskey k --context b",
                 "--tls /", "rm --backup --no-backup a", "undo a b", "undo --list a", "undo --format table",
                 "--nonsense", "rm --host"}) {
            QTest::addRow("%s", arguments) << QString::fromLatin1(arguments);
        }
    }

    void usageErrors()
    {
        QFETCH(QString, arguments);
        const auto options = parse(arguments);
        QVERIFY(!options);
        QVERIFY(options.error().isError);
        QVERIFY(!options.error().text.isEmpty());
    }

    void helpAndVersion()
    {
        for (const QString &arguments :
            {u"--help"_s, u"-h"_s, u"rm --help"_s, u"ls -h"_s, u"pull --help"_s, u"--version"_s}) {
            const auto options = parse(arguments);
            QVERIFY(!options);
            QVERIFY(!options.error().isError);
        }
        QVERIFY(parse(u"rm --help"_s).error().text.contains("--dry-run"_L1));
        QVERIFY(!parse(u"ls --help"_s).error().text.contains("--dry-run"_L1));
        QVERIFY(parse(u"--help"_s).error().text.contains("pull"_L1));
    }
};

QTEST_GUILESS_MAIN(tst_Options)
#include "tst_options.moc"

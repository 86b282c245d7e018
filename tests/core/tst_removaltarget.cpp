// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaltarget.h"
#include "fakes/storetext.h"

#include <QTest>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

ImageId idFrom(const QString &beginning)
{
    return ImageId("sha256:"_L1 + beginning.leftJustified(64, u'0'));
}

Snapshot store()
{
    return Snapshot({},
        {
            Image{idFrom(u"abcd1"_s), {Reference(u"app:1"_s), Reference(u"app:latest"_s)}, {}, {}, 0, {}},
            Image{idFrom(u"abcd2"_s), {Reference(u"cafe:latest"_s)}, {}, {}, 0, {}},
            Image{idFrom(u"cafe"_s), {Reference(u"nightly"_s), Reference(u"Odd Name"_s)}, {}, {}, 0, {}},
        },
        {});
}

} // namespace

class tst_RemovalTarget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("image");
        QTest::addColumn<QString>("reference");

        QTest::addRow("name") << u"app"_s << u"abcd1"_s << u"app:latest"_s;
        QTest::addRow("name and tag") << u"app:1"_s << u"abcd1"_s << u"app:1"_s;
        QTest::addRow("whole name") << u"docker.io/library/app:1"_s << u"abcd1"_s << u"app:1"_s;
        QTest::addRow("ID") << idFrom(u"abcd1"_s).text() << u"abcd1"_s << QString();
        QTest::addRow("ID without algorithm")
            << idFrom(u"abcd1"_s).text().sliced(7) << u"abcd1"_s << QString();
        QTest::addRow("short ID") << u"abcd1"_s << u"abcd1"_s << QString();
        QTest::addRow("short ID with algorithm") << u"sha256:abcd2"_s << u"abcd2"_s << QString();
        QTest::addRow("upper-case ID") << u"ABCD2"_s << u"abcd2"_s << QString();
        QTest::addRow("a name wins over an ID") << u"cafe"_s << u"abcd2"_s << u"cafe:latest"_s;
        QTest::addRow("bare tag") << u"nightly"_s << u"cafe"_s << u"nightly"_s;
        QTest::addRow("against the grammar") << u"Odd Name"_s << u"cafe"_s << u"Odd Name"_s;
        QTest::addRow("longer beginning") << u"cafe0"_s << u"cafe"_s << QString();
    }

    void findsAsPodmanDoes_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::addRow("made here") << u"app:1"_s << u"localhost/app:1"_s;
        QTest::addRow("made here, with a folder") << u"team/app:1"_s << u"localhost/team/app:1"_s;
        QTest::addRow("made here, in full") << u"localhost/app:1"_s << u"localhost/app:1"_s;
        QTest::addRow("from Docker Hub") << u"busybox"_s << u"docker.io/library/busybox:latest"_s;
        QTest::addRow("Docker Hub's, in full")
            << u"docker.io/library/app:1"_s << u"docker.io/library/app:1"_s;
        QTest::addRow("another registry's, never guessed") << u"tool:1"_s << QString();
        QTest::addRow("another registry's") << u"quay.io/x/tool:1"_s << u"quay.io/x/tool:1"_s;
    }

    void findsAsPodmanDoes()
    {
        QFETCH(QString, typed);
        const SnapshotPtr podman =
            storeFromText(u"podman\na: localhost/app:1 localhost/team/app:1\nb: docker.io/library/app:1\n"
                          "c: docker.io/library/busybox:latest\nd: quay.io/x/tool:1"_s);
        const Result<RemovalTarget> target = findTarget(*podman, typed);
        const QList<Reference> found = target.value_or(RemovalTarget()).references;
        QTEST(found.isEmpty() ? QString() : found.first().text(), "found");
    }

    void finds()
    {
        QFETCH(QString, typed);
        QFETCH(QString, image);
        QFETCH(QString, reference);
        const Result<RemovalTarget> target = findTarget(store(), typed);
        QVERIFY(target.has_value());
        QCOMPARE(target->image, idFrom(image));
        QCOMPARE(target->references.isEmpty(), reference.isEmpty());
        if (!reference.isEmpty()) {
            QCOMPARE(target->references.first().text(), reference);
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<ErrorCode>("code");

        QTest::addRow("ambiguous") << u"abcd"_s << ErrorCode::AmbiguousId;
        QTest::addRow("three digits") << u"abc"_s << ErrorCode::NotFound;
        QTest::addRow("unknown name") << u"nothing:1"_s << ErrorCode::NotFound;
        QTest::addRow("unknown tag") << u"app:2"_s << ErrorCode::NotFound;
        QTest::addRow("unknown ID") << u"beef"_s << ErrorCode::NotFound;
        QTest::addRow("unknown whole ID") << QString(64, u'e') << ErrorCode::NotFound;
        QTest::addRow("unknown digest") << "app@sha256:"_L1 + QString(64, u'a') << ErrorCode::NotFound;
        QTest::addRow("blank") << u" "_s << ErrorCode::InvalidName;
        QTest::addRow("bad grammar") << u"a//b"_s << ErrorCode::InvalidName;
    }

    void refuses()
    {
        QFETCH(QString, typed);
        const Result<RemovalTarget> target = findTarget(store(), typed);
        QVERIFY(!target.has_value());
        QTEST(target.error().code, "code");
    }

    void findsByMadeUpDigests_data()
    {
        QTest::addColumn<QString>("rules");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        for (const QString &rules : {u"containerd"_s, u"podman"_s}) {
            const auto row = [&](const char *what) -> QTestData & {
                return QTest::addRow("%s, %s", qPrintable(rules), what) << rules;
            };
            row("one name") << u"one@d1"_s << QStringList{u"one:1"_s};
            row("in full") << u"docker.io/library/one@d1"_s << QStringList{u"one:1"_s};
            row("tag and digest") << u"one:1@d1"_s << QStringList{u"one:1"_s};
            row("another tag and the digest") << u"one:2@d1"_s << QStringList();
            row("the tag and another digest") << u"one:1@d2"_s << QStringList();
            row("another repository") << u"two@d1"_s << QStringList();
            row("one of two tags") << u"two:2@d2"_s << QStringList{u"two:2"_s};
        }
        QTest::addRow("containerd, all tags of the repository")
            << u"containerd"_s << u"two@d2"_s << QStringList{u"two:1"_s, u"two:2"_s};
        QTest::addRow("containerd, a digest that is not listed")
            << u"containerd"_s << "three@"_L1 + imageIdOf(u"b"_s).text() << QStringList{u"three:1"_s};
        QTest::addRow("podman, an ID")
            << u"podman"_s << "three@"_L1 + imageIdOf(u"b"_s).text() << QStringList();
        QTest::addRow("containerd, a digest that is a name with its tag")
            << u"containerd"_s << u"own@d3"_s << QStringList{u"own:1"_s, u"own@d3"_s};
        QTest::addRow("podman, a digest that is a name")
            << u"podman"_s << u"own@d3"_s << QStringList{u"own@d3"_s};
    }

    void findsByMadeUpDigests()
    {
        QFETCH(QString, rules);
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        const SnapshotPtr s = storeFromText(rules
            + u"\na: one:1 ?one@d1\nb: two:1 two:2 three:1 ?two@d2 ?three@d2\nc: own:1 own@d3 ?own@d3"_s);
        QList<Reference> references;
        std::ranges::transform(found, std::back_inserter(references), referenceOf);
        const bool isWhole = typed.contains("sha256:"_L1);
        const Result<RemovalTarget> target = findRemoval(*s, isWhole ? typed : referenceOf(typed).text());
        QCOMPARE(target.value_or(RemovalTarget()).references, references);
        QCOMPARE(target.has_value(), !found.isEmpty());
    }

    void podmanRemovesNoneOfSeveralByDigest()
    {
        const SnapshotPtr s = storeFromText(u"podman\na: two:1 two:2 ?two@d2"_s);
        const QString typed = referenceOf(u"two@d2"_s).text();
        QCOMPARE(findRemoval(*s, typed).error(),
            (Error{.code = ErrorCode::DigestOfSeveral, .detail = typed + ": two:1, two:2"_L1}));
        // To be looked at it is known all the same.
        QCOMPARE(findTarget(*s, typed).value_or(RemovalTarget()).image, imageIdOf(u"a"_s));
    }

    void ambiguousIdNamesTheCandidates()
    {
        const QString detail = findTarget(store(), u"abcd").error().detail;
        QVERIFY(detail.contains(idFrom(u"abcd1"_s).text()));
        QVERIFY(detail.contains(idFrom(u"abcd2"_s).text()));
    }

    void suggestsNamesThatEndSo_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("suggested");
        QTest::addRow("without the registry") << u"x/tool:1"_s << QStringList{u"quay.io/x/tool:1"_s};
        QTest::addRow("without the folder")
            << u"tool:1"_s << QStringList{u"quay.io/x/tool:1"_s, u"quay.io/y/tool:1"_s};
        QTest::addRow("latest") << u"base"_s << QStringList{u"ghcr.io/z/base:latest"_s};
        QTest::addRow("part of a word") << u"ool:1"_s << QStringList();
        QTest::addRow("another tag") << u"x/tool:2"_s << QStringList();
        QTest::addRow("too many to tell") << u"many:1"_s << QStringList();
    }

    void suggestsNamesThatEndSo()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, suggested);
        for (const QString &rules : {u"podman\n"_s, QString()}) {
            const SnapshotPtr s = storeFromText(rules
                + "a: quay.io/x/tool:1 quay.io/y/tool:1\nb: ghcr.io/z/base:latest\n"
                  "c: a.io/many:1 b.io/many:1 c.io/many:1 d.io/many:1"_L1);
            const Error error = findTarget(*s, typed).error();
            QCOMPARE(error.code, ErrorCode::NotFound);
            QCOMPARE(error.detail.split(u'\n'), QStringList(typed) + suggested);
        }
    }

    void selects()
    {
        const SnapshotPtr s = storeFromText(uR"(
            base: base:1
            mid: < base
            app: app:1 < mid
            lost:
            free: free:1
            web = app created
        )"_s);
        const auto names = [&](Selector selector) { return selectTargets(*s, selector); };
        QCOMPARE(names(Selector::All).size(), 5);
        QCOMPARE(names(Selector::Dangling), targetsFromText({u"lost"_s}));
        QCOMPARE(names(Selector::Unused), targetsFromText({u"lost"_s, u"free"_s}));
    }
};

QTEST_APPLESS_MAIN(tst_RemovalTarget)
#include "tst_removaltarget.moc"

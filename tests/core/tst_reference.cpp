// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/reference.h"

#include <QTest>

using namespace Qt::StringLiterals;
using jettison::ErrorCode;
using jettison::Reference;

namespace {
const QString Digest = "sha256:"_L1 + QString(64, u'a');
}

class tst_Reference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("repository");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<QString>("canonical");

        QTest::addRow("tag") << u"app:1"_s << u"app"_s << u"1"_s << QString() << u"docker.io/library/app:1"_s;
        QTest::addRow("bare tag") << u"latest"_s << QString() << u"latest"_s << QString() << u"latest"_s;
        QTest::addRow("port") << u"localhost:5000/a/b:3"_s << u"localhost:5000/a/b"_s << u"3"_s << QString()
                              << u"localhost:5000/a/b:3"_s;
        QTest::addRow("digest") << "app@"_L1 + Digest << u"app"_s << QString() << Digest
                                << "docker.io/library/app@"_L1 + Digest;
        QTest::addRow("port and digest") << "127.0.0.1:5000/app@"_L1 + Digest << u"127.0.0.1:5000/app"_s
                                         << QString() << Digest << "127.0.0.1:5000/app@"_L1 + Digest;
        QTest::addRow("user") << u"jane/app:1"_s << u"jane/app"_s << u"1"_s << QString()
                              << u"docker.io/jane/app:1"_s;
        QTest::addRow("old hub") << u"index.docker.io/app:1"_s << u"index.docker.io/app"_s << u"1"_s
                                 << QString() << u"docker.io/library/app:1"_s;
        QTest::addRow("whole hub") << u"docker.io/library/app:1"_s << u"docker.io/library/app"_s << u"1"_s
                                   << QString() << u"docker.io/library/app:1"_s;
        QTest::addRow("localhost") << u"localhost/app:1"_s << u"localhost/app"_s << u"1"_s << QString()
                                   << u"localhost/app:1"_s;
    }

    void parts()
    {
        QFETCH(QString, text);
        const Reference reference(text);
        QTEST(reference.repository(), "repository");
        QTEST(reference.tag(), "tag");
        QTEST(reference.digest(), "digest");
        QTEST(reference.canonical(), "canonical");
        QCOMPARE(reference.isDigest(), !reference.digest().isEmpty());
    }

    void typed_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");

        QTest::addRow("name") << u"app"_s << u"app:latest"_s;
        QTest::addRow("spaces") << u" app:1 "_s << u"app:1"_s;
        QTest::addRow("port without tag") << u"localhost:5000/app"_s << u"localhost:5000/app:latest"_s;
        QTest::addRow("digest") << "app@"_L1 + Digest << "app@"_L1 + Digest;
        QTest::addRow("tag and digest") << "app:1@"_L1 + Digest << "app@"_L1 + Digest;
        QTest::addRow("separators") << u"a-b.c__d/e_f:V.1-x"_s << u"a-b.c__d/e_f:V.1-x"_s;
        QTest::addRow("IPv6 host") << u"[::1]:5000/app:1"_s << u"[::1]:5000/app:1"_s;
        QTest::addRow("blank") << u"  "_s << QString();
        QTest::addRow("upper case") << u"App:1"_s << QString();
        QTest::addRow("empty part") << u"a//b:1"_s << QString();
        QTest::addRow("empty tag") << u"a:"_s << QString();
        QTest::addRow("short digest") << u"a@sha256:abc"_s << QString();
        QTest::addRow("three underscores") << u"a___b"_s << QString();
        QTest::addRow("too long") << QString(256, u'a') << QString();
        QTest::addRow("tag too long") << "a:"_L1 + QString(129, u'1') << QString();
        QTest::addRow("path") << u"../a"_s << QString();
        QTest::addRow("query") << u"a?force=1"_s << QString();
        QTest::addRow("new line inside") << u"a\nb"_s << QString();
    }

    void typed()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const auto reference = jettison::parseReference(typed);
        QCOMPARE(reference.has_value(), !expected.isEmpty());
        if (reference) {
            QCOMPARE(reference->text(), expected);
        } else {
            QCOMPARE(reference.error().code, ErrorCode::InvalidName);
        }
    }
};

QTEST_APPLESS_MAIN(tst_Reference)
#include "tst_reference.moc"

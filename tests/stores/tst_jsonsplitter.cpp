// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/jsonsplitter.h"

#include "stores/resulttext.h"
#include "stores/scripteddevice.h"

#include <QTest>

using namespace jettison;

class TestJsonSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void knowsWhetherAValueIsOpen();
    void refusesWhatIsNoJson();
    void refusesAValueWithoutEnd();
};

void TestJsonSplitter::splits_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QList<QByteArray>>("values");
    QTest::addRow("nothing") << QByteArray() << QList<QByteArray>();
    QTest::addRow("lines") << QByteArray("{\"a\":1}\r\n{\"b\":2}\n")
                           << QList<QByteArray>{"{\"a\":1}", "{\"b\":2}"};
    QTest::addRow("no separator") << QByteArray("{}{}[]") << QList<QByteArray>{"{}", "{}", "[]"};
    QTest::addRow("record separator") << QByteArray("\x1e{}\n\x1e{}\n") << QList<QByteArray>{"{}", "{}"};
    QTest::addRow("nested") << QByteArray("{\"a\":[{\"b\":{}}]} {}")
                            << QList<QByteArray>{"{\"a\":[{\"b\":{}}]}", "{}"};
    QTest::addRow("braces in strings") << QByteArray(R"({"a":"}{][\"}"}{"b":"\\"})")
                                       << QList<QByteArray>{R"({"a":"}{][\"}"})", R"({"b":"\\"})"};
    QTest::addRow("blanks inside stay")
        << QByteArray("{ \"a\" :\n1 }") << QList<QByteArray>{"{ \"a\" :\n1 }"};
}

void TestJsonSplitter::splits()
{
    QFETCH(QByteArray, stream);
    QFETCH(QList<QByteArray>, values);
    const QList<QList<QByteArray>> cuts{inOnePiece(stream), byteForByte(stream), inRandomPieces(stream, 1)};
    for (const QList<QByteArray> &pieces : cuts) {
        JsonSplitter splitter;
        QList<QByteArray> seen;
        for (const QByteArray &piece : pieces) {
            const Result<QList<QByteArray>> ended = splitter.feed(piece);
            REQUIRE_VALUE(ended);
            seen << *ended;
        }
        QCOMPARE(seen, values);
        QVERIFY(splitter.isBetweenValues());
    }
}

void TestJsonSplitter::knowsWhetherAValueIsOpen()
{
    JsonSplitter splitter;
    REQUIRE_VALUE(splitter.feed("{\"a\":"));
    QVERIFY(!splitter.isBetweenValues());
    REQUIRE_VALUE(splitter.feed("1}"));
    QVERIFY(splitter.isBetweenValues());
}

void TestJsonSplitter::refusesWhatIsNoJson()
{
    for (const char *text : {"<html>", "null", "\"text\"", "}", "5"}) {
        REQUIRE_ERROR(JsonSplitter().feed(text), ErrorCode::MalformedReply);
    }
}

void TestJsonSplitter::refusesAValueWithoutEnd()
{
    JsonSplitter splitter;
    REQUIRE_VALUE(splitter.feed("{\"a\":\""));
    const QByteArray piece(1024 * 1024, 'x');
    Result<QList<QByteArray>> result;
    for (int i = 0; i < 16 && result; ++i) {
        result = splitter.feed(piece);
    }
    REQUIRE_ERROR(result, ErrorCode::MalformedReply);
}

QTEST_GUILESS_MAIN(TestJsonSplitter)
#include "tst_jsonsplitter.moc"

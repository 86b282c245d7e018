// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/containerjson.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginestream.h"
#include "stores/engine/httpreplyparser.h"
#include "stores/engine/jsonsplitter.h"
#include "stores/scripteddevice.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Bytes changed, taken out and put in at a few places.
QByteArray mutated(QByteArray bytes, QRandomGenerator &random)
{
    const int changes = random.bounded(1, 6);
    for (int i = 0; i < changes && !bytes.isEmpty(); ++i) {
        const qsizetype at = random.bounded(int(bytes.size()));
        switch (random.bounded(4)) {
        case 0:
            bytes[at] = char(random.bounded(256));
            break;
        case 1:
            bytes[at] = "{}[]\",:0x\r\n"[random.bounded(11)];
            break;
        case 2:
            bytes.remove(at, random.bounded(1, 30));
            break;
        default:
            bytes.insert(at, bytes.mid(random.bounded(int(bytes.size())), random.bounded(1, 30)));
        }
    }
    return bytes;
}

} // namespace

/// Recorded replies, damaged: any answer will do, but none may crash, hang or call half a reply a whole one.
class TestMutations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void http();
    void json();
};

void TestMutations::http()
{
    QRandomGenerator random(7);
    for (const QString &name : QDir(QFINDTESTDATA("data")).entryList({u"*.http"_s})) {
        const QByteArray original = recorded(name);
        for (quint32 round = 0; round < 1000; ++round) {
            JsonSplitter splitter;
            HttpReplyParser parser(HttpReplyParser::Body::Expected, [&](QByteArrayView piece) {
                for (const QByteArray &value : splitter.feed(piece).value_or(QList<QByteArray>())) {
                    enginejson::pullMessage(value);
                    enginejson::changesLists(value);
                }
            });
            Result<void> result;
            for (const QByteArray &piece : inRandomPieces(mutated(original, random), round)) {
                result = parser.feed(piece);
                if (!result) {
                    break;
                }
            }
            result = result ? parser.end() : result;
            QCOMPARE(parser.isComplete(), result.has_value());
        }
    }
}

void TestMutations::json()
{
    QRandomGenerator random(11);
    for (const QString &name : QDir(QFINDTESTDATA("data")).entryList({u"*.json"_s})) {
        const QByteArray original = recorded(name);
        for (int round = 0; round < 500; ++round) {
            const QByteArray bytes = mutated(original, random);
            const Result<QList<Image>> images = enginejson::images(bytes);
            const Result<QList<Container>> containers = enginejson::containers(bytes);
            QVERIFY(images || images.error().code == ErrorCode::MalformedReply);
            QVERIFY(containers || containers.error().code == ErrorCode::MalformedReply);
            enginejson::image(bytes);
            enginejson::container(bytes);
            enginejson::removalLines(bytes);
            enginejson::version(bytes);
            enginejson::errorMessage(bytes);
        }
    }
}

QTEST_GUILESS_MAIN(TestMutations)
#include "tst_mutations.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/engineanswer.h"
#include "engines/program.h"
#include "engines/scene.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

// Of the image that has the name, in a list of the program's or of the engine's own.
QJsonObject imageNamed(const QString &name, const QString &list, QLatin1StringView names)
{
    const QJsonArray images = QJsonDocument::fromJson(list.toUtf8()).array();
    for (const QJsonValue image : images) {
        if (image[names].toArray().contains(name)) {
            return image.toObject();
        }
    }
    return {};
}

} // namespace

// What of an image is packed and what unpacked is said as the engine says it, or else that nobody knows.
class tst_StoredSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void platformsAsTheEngineHasThem()
    {
        start(u"docker28-containerd"_s, u"index all: all:1 amd64 arm64 attested"_s);
        const QJsonObject told = imageNamed(
            u"all:1"_s, ask(*m_engine, u"GET /v1.47/images/json?manifests=1"_s).body, "RepoTags"_L1);
        const QJsonObject shown = imageNamed(u"all:1"_s, list({u"--format"_s, u"json"_s}), "references"_L1);
        const QJsonArray manifests = told["Manifests"_L1].toArray();
        QCOMPARE(manifests.size(), 4);
        qint64 packed = 0;
        qint64 unpacked = 0;
        for (qsizetype i = 0; i < manifests.size(); ++i) {
            const QJsonValue platform = shown["platforms"_L1][i];
            const qint64 content = manifests[i]["Size"_L1]["Content"_L1].toInteger();
            const qint64 files = manifests[i]["ImageData"_L1]["Size"_L1]["Unpacked"_L1].toInteger();
            QCOMPARE(platform["packedSize"_L1].toInteger(), content);
            QCOMPARE(platform["unpackedSize"_L1].toInteger(), files);
            packed += content;
            unpacked += files;
        }
        QVERIFY(packed > 0 && unpacked > 0);
        QCOMPARE(shown["packedSize"_L1].toInteger(), packed);
        QCOMPARE(shown["unpackedSize"_L1].toInteger(), unpacked);
        QCOMPARE(shown["size"_L1].toInteger(), packed + unpacked);
        QVERIFY(list({}).contains(" PACKED "_L1));
    }

    void others_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("hasPlatforms");
        QTest::addRow("docker20") << u"docker20"_s << false;
        QTest::addRow("docker26-containerd") << u"docker26-containerd"_s << true;
        QTest::addRow("podman43") << u"podman43"_s << false;
    }

    void others()
    {
        QFETCH(QString, kind);
        QFETCH(bool, hasPlatforms);
        start(kind, u"image a: localhost/a:1"_s);
        const QJsonObject shown =
            imageNamed(u"localhost/a:1"_s, list({u"--format"_s, u"json"_s}), "references"_L1);
        QVERIFY(shown["size"_L1].toInteger() > 0);
        QVERIFY(shown["packedSize"_L1].isNull());
        QVERIFY(shown["unpackedSize"_L1].isNull());
        QCOMPARE(shown["platforms"_L1].isNull(), hasPlatforms);
        QCOMPARE(list({}).contains(" PACKED "_L1), hasPlatforms);
        QCOMPARE(list({}).contains(" unknown "_L1), hasPlatforms);
    }

    void cleanup() { m_engine.reset(); }

private:
    void start(const QString &kind, const QString &scene)
    {
        m_engine = std::make_unique<ContainerEngine>(*EngineKind::named(kind));
        if (const QString reason = m_engine->start(); !reason.isEmpty()) {
            QSKIP(qPrintable(reason));
        }
        QCOMPARE(Scene(*m_engine, {}).setUp(scene), QString());
    }

    QString list(const QStringList &options) const
    {
        return runJettison(m_engine->endpoint(), QStringList(u"ls"_s) + options).text;
    }

    std::unique_ptr<ContainerEngine> m_engine;
};

QTEST_GUILESS_MAIN(tst_StoredSizes)
#include "tst_storedsizes.moc"

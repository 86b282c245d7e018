// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/layerjson.h"

#include "stores/resulttext.h"

#include <QFile>
#include <QTest>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

QByteArray recorded(const QString &name)
{
    QFile file(QFINDTESTDATA("data/"_L1 + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class tst_LayerJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDiffIds()
    {
        const Result<QList<DiffId>> docker = enginejson::diffIds(recorded(u"docker-image.json"_s));
        REQUIRE_VALUE(docker);
        QCOMPARE(docker->size(), 2);
        QCOMPARE(docker->first().text(),
            u"sha256:06013d95426628b7863c90cbc84fe7c396409e7018568bb975142e2da49abd36"_s);
        const Result<QList<DiffId>> podman = enginejson::diffIds(recorded(u"podman-image.json"_s));
        REQUIRE_VALUE(podman);
        QCOMPARE(podman->size(), 3);
    }

    void anImageMayHaveNoLayers()
    {
        for (const QByteArray json : {"{}", R"({"RootFS":{"Type":"layers"}})",
                 R"({"RootFS":{"Layers":null}})", R"({"RootFS":{"Layers":[]}})"}) {
            const Result<QList<DiffId>> layers = enginejson::diffIds(json);
            REQUIRE_VALUE(layers);
            QVERIFY(layers->isEmpty());
        }
    }

    void readsFolders()
    {
        const Result<QStringList> image = enginejson::imageFolders(recorded(u"docker-image.json"_s));
        REQUIRE_VALUE(image);
        QCOMPARE(image->size(), enginejson::diffIds(recorded(u"docker-image.json"_s))->size());
        const Result<QStringList> container =
            enginejson::containerFolders(recorded(u"docker-container.json"_s));
        REQUIRE_VALUE(container);
        QVERIFY(container->size() > 1);
        // Of the layer in which the engine sets a container up.
        QVERIFY(container->last().endsWith("-init/diff"_L1));
        QCOMPARE(
            *enginejson::imageFolders(R"({"GraphDriver":{"Data":{"LowerDir":"/c:/b:/a","UpperDir":"/d"}}})"),
            QStringList({u"/a"_s, u"/b"_s, u"/c"_s, u"/d"_s}));
        for (const QByteArray json : {"{}", R"({"GraphDriver":{"Data":null,"Name":"vfs"}})"}) {
            QCOMPARE(*enginejson::imageFolders(json), QStringList());
            QCOMPARE(*enginejson::containerFolders(json), QStringList());
        }
        REQUIRE_ERROR(enginejson::imageFolders("[]"), ErrorCode::MalformedReply);
    }

    // The engine tells the newest step first.
    void readsAHistory()
    {
        const Result<QList<HistoryEntry>> history = enginejson::history(recorded(u"docker-history.json"_s));
        REQUIRE_VALUE(history);
        QCOMPARE(history->size(), 2);
        QVERIFY(history->first().createdBy.startsWith("/bin/sh -c #(nop) ADD file:37a7"_L1));
        QCOMPARE(history->first().size, 9'682'256);
        QCOMPARE(history->last(),
            (HistoryEntry{
                .createdBy = u"/bin/sh -c apk add --no-cache python3 py3-pip"_s, .size = 12'100'000}));
    }

    void aStepMayHaveACommentAlone()
    {
        const Result<QList<HistoryEntry>> history =
            enginejson::history(R"([{"CreatedBy":"","Comment":"Imported from -","Size":-1},{}])");
        REQUIRE_VALUE(history);
        QCOMPARE(history->at(0), HistoryEntry());
        QCOMPARE(history->at(1), (HistoryEntry{.createdBy = u"Imported from -"_s, .size = 0}));
    }

    void readsTheSizeOfAllLayers()
    {
        const Result<qint64> size = enginejson::layersSize(recorded(u"docker-usage.json"_s));
        REQUIRE_VALUE(size);
        QCOMPARE(*size, 286'492'256);
        const Result<qint64> newer = enginejson::layersSize(R"({"ImageUsage":{"TotalSize":77}})");
        REQUIRE_VALUE(newer);
        QCOMPARE(*newer, 77);
    }

    void refuses()
    {
        for (const QByteArray json :
            {"", "[]", "{\"RootFS\":{\"Layers\":7}}", "{\"RootFS\":{\"Layers\":[\"x\"]}}",
                "{\"RootFS\":{\"Layers\":[\"sha256:12\"]}}", "{\"RootFS\":"}) {
            REQUIRE_ERROR(enginejson::diffIds(json), ErrorCode::MalformedReply);
        }
        for (const QByteArray json : {"", "{}", "[1]", "[{\"Size\":1}"}) {
            REQUIRE_ERROR(enginejson::history(json), ErrorCode::MalformedReply);
        }
        for (const QByteArray json : {"", "[]", "{}", "{\"LayersSize\":\"7\"}"}) {
            REQUIRE_ERROR(enginejson::layersSize(json), ErrorCode::MalformedReply);
        }
    }
};

QTEST_APPLESS_MAIN(tst_LayerJson)
#include "tst_layerjson.moc"

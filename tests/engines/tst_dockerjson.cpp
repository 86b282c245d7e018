// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const QStringList ReportKeys{u"backup"_s, u"endpoint"_s, u"freed"_s, u"kept"_s, u"measured"_s, u"predicted"_s,
    u"remarks"_s, u"steps"_s};
const QStringList StepKeys{u"error"_s, u"kind"_s, u"reported"_s, u"state"_s, u"target"_s};
const QStringList ImageKeys{u"containers"_s, u"created"_s, u"digests"_s, u"estimate"_s, u"id"_s, u"labels"_s,
    u"manifestList"_s, u"packedSize"_s, u"parent"_s, u"platforms"_s, u"readOnly"_s, u"references"_s,
    u"repositories"_s, u"shared"_s, u"size"_s, u"unique"_s, u"unpackedSize"_s};

QJsonDocument document(const Output &output)
{
    return QJsonDocument::fromJson(output.text.toUtf8());
}

QStringList texts(const QJsonValue &array)
{
    return array.toVariant().toStringList();
}

QStringList column(const QJsonValue &objects, const QString &key)
{
    QStringList values;
    const QJsonArray array = objects.toArray();
    for (const QJsonValue &object : array) {
        values << object[key].toVariant().toString();
    }
    return values;
}

} // namespace

// What other programs read.
class tst_DockerJson : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void previewAndReport()
    {
        fill(u"image a: a:1\nimage b: b:1\nimage c: c:1 c:2\n"
             "container web: b:1 created\ncontainer up: c:1 running"_s);
        const StoreState before = state();
        const QStringList options{u"rm"_s, u"--format"_s, u"json"_s};
        const QStringList images{u"a:1"_s, u"b:1"_s, u"c:2"_s};
        const Output preview = jettison(options + QStringList{u"--dry-run"_s} + images);
        QCOMPARE(preview.exitCode, 1);
        QCOMPARE(state().text(), before.text());
        checkReport(preview, u"planned"_s);
        const Output done = jettison(options + images);
        QCOMPARE(done.exitCode, 1);
        const QJsonArray steps = checkReport(done, u"done"_s);
        const QStringList lines = texts(steps[0][u"reported"_s]) + texts(steps[1][u"reported"_s]);
        QCOMPARE(before.withoutLayers(lines),
            scene().expand({u"Untagged: a:1"_s, u"Deleted: {a}"_s, u"Untagged: c:2"_s}));
        QCOMPARE(state().text(), before.after(lines).text());
    }

    void reportOfForce()
    {
        fill(u"image a: a:1\ncontainer web: a:1 paused"_s);
        const Output done = jettison({u"rm"_s, u"--force"_s, u"--format"_s, u"json"_s, u"a:1"_s});
        QCOMPARE(done.exitCode, 0);
        const QJsonValue steps = document(done)[u"steps"_s];
        QCOMPARE(column(steps, u"kind"_s),
            QStringList({u"stop-container"_s, u"remove-container"_s, u"remove-reference"_s}));
        QCOMPARE(column(steps, u"target"_s), QStringList({u"web"_s, u"web"_s, u"a:1"_s}));
        QCOMPARE(texts(steps[0][u"reported"_s]), QStringList(u"Stopped: web"_s));
        QCOMPARE(texts(steps[1][u"reported"_s]), QStringList(u"Removed: web"_s));
    }

    void list()
    {
        fill(u"image a: a:1 b:1\nimage mid: < a\nimage d: {registry}/d:1 < mid\n"
             "container web: {registry}/d:1 created\ndocker push -q {registry}/d:1"_s);
        const Output all = jettison({u"ls"_s, u"-a"_s, u"--format"_s, u"json"_s});
        QCOMPARE(all.exitCode, 0);
        const QJsonArray images = document(all).array();
        StoreState listed;
        for (const QJsonValue &image : images) {
            QCOMPARE(image.toObject().keys(), ImageKeys);
            QStringList references = texts(image[u"references"_s]) + texts(image[u"digests"_s]);
            references.sort();
            listed.images.insert(image[u"id"_s].toString(), references);
            const QJsonArray containers = image[u"containers"_s].toArray();
            for (const QJsonValue &container : containers) {
                listed.containers.insert(container[u"name"_s].toString(), container[u"state"_s].toString());
            }
        }
        QCOMPARE(listed.text(), state().text());
        QCOMPARE(images.size(), 3);
        checkFamily(images);
        const QJsonArray shown = document(jettison({u"ls"_s, u"--format"_s, u"json"_s})).array();
        QCOMPARE(shown.size(), 2);
    }

    void ids()
    {
        fill(u"image a: a:1\nimage b:\nimage c: < b\nimage d: d:1 d:2"_s);
        const auto sorted = [](QStringList lines) {
            lines.removeDuplicates();
            lines.sort();
            return lines;
        };
        QCOMPARE(sorted(jettison({u"ls"_s, u"-q"_s}).lines()),
            sorted(m_engine.docker({u"image"_s, u"ls"_s, u"-q"_s}).lines()));
        QCOMPARE(sorted(jettison({u"ls"_s, u"-qa"_s}).lines()),
            sorted(m_engine.docker({u"image"_s, u"ls"_s, u"-qa"_s}).lines()));
    }

private:
    // Returns the steps.
    QJsonArray checkReport(const Output &output, const QString &stepState)
    {
        const QJsonObject report = document(output).object();
        const auto check = [&] { // QCOMPARE leaves a function without a value
            QCOMPARE(report.keys(), ReportKeys);
            QCOMPARE(report[u"endpoint"_s].toString(), m_engine.endpoint());
            QCOMPARE(column(report[u"steps"_s], u"kind"_s),
                QStringList({u"remove-reference"_s, u"remove-reference"_s}));
            QCOMPARE(column(report[u"steps"_s], u"target"_s), QStringList({u"a:1"_s, u"c:2"_s}));
            QCOMPARE(column(report[u"steps"_s], u"state"_s), QStringList({stepState, stepState}));
            QCOMPARE(report[u"steps"_s][0].toObject().keys(), StepKeys);
            const QJsonValue predicted = report[u"predicted"_s];
            QCOMPARE(texts(predicted[u"untagged"_s]), QStringList({u"a:1"_s, u"c:2"_s}));
            QCOMPARE(texts(predicted[u"deleted"_s]).size(), 2);
            QCOMPARE(texts(predicted[u"deleted"_s]).first(), scene().expand(u"{a}"_s));
            QCOMPARE(column(report[u"kept"_s], u"image"_s), scene().expand({u"{b}"_s, u"{c}"_s}));
            QCOMPARE(
                column(report[u"kept"_s], u"reason"_s), QStringList({u"in-use"_s, u"still-referenced"_s}));
            const QJsonValue users = report[u"kept"_s][0][u"containers"_s];
            QCOMPARE(column(users, u"name"_s), QStringList(u"web"_s));
            QCOMPARE(column(users, u"state"_s), QStringList(u"created"_s));
        };
        check();
        return report[u"steps"_s].toArray();
    }

    void checkFamily(const QJsonArray &images)
    {
        QMap<QString, QJsonObject> byId;
        for (const QJsonValue &image : images) {
            byId.insert(image[u"id"_s].toString(), image.toObject());
        }
        const QJsonObject child = byId[scene().expand(u"{d}"_s)];
        const QString size =
            m_engine.docker({u"image"_s, u"inspect"_s, u"-f"_s, u"{{.Size}}"_s, child[u"id"_s].toString()})
                .text.trimmed();
        QCOMPARE(QString::number(child[u"size"_s].toInteger()), size);
        QCOMPARE(child[u"created"_s].toString(), u"2020-02-20T20:20:20Z"_s);
        QCOMPARE(child[u"parent"_s].toString(), scene().expand(u"{mid}"_s));
        QVERIFY(byId[scene().expand(u"{a}"_s)][u"parent"_s].isNull());
    }
};

QTEST_GUILESS_MAIN(tst_DockerJson)
#include "tst_dockerjson.moc"

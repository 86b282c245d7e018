// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

// What was removed without a backup and comes from a registry again.
class tst_DockerRepull : public EngineTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QDir(programEnvironment().value(u"XDG_DATA_HOME"_s) + u"/Jettison/jettison/backups"_s)
            .removeRecursively();
    }

    void bringsImagesTagsAndDigestsBack()
    {
        fill(u"image a: {registry}/team/a:1 {registry}/team/a:2 {registry}/other:1 local:1\n"
             "image b: {registry}/team/b:1 [x=5000]\nimage own: own:1 [own]\n"
             "docker push -q {registry}/team/a:1\ndocker push -q {registry}/other:1\n"
             "docker push -q {registry}/team/b:1"_s);
        const QStringList before = inspected();
        const Output removed = remove({u"{a}"_s, u"{b}"_s, u"own:1"_s});
        QVERIFY2(removed.errors.contains("Undo gives back 2 images from a registry"_L1),
            qPrintable(removed.errors));
        QCOMPARE(state().images.size(), 0);
        const QJsonArray pullable = QJsonDocument::fromJson(
            jettison({u"undo"_s, u"--list"_s, u"--format"_s, u"json"_s}).text.toUtf8())[0]["pullable"_L1]
                                        .toArray();
        QCOMPARE(pullable.size(), 2);
        const Output undone = jettison({u"undo"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QVERIFY2(undone.errors.contains("2 images will be pulled again"_L1), qPrintable(undone.errors));
        QVERIFY(undone.lines().contains(scene().expand(u"Pulled: {registry}/team/b@{b@}"_s)));
        QStringList expected = before;
        QCOMPARE(expected.removeIf([](const QString &line) { return line.contains("own:1"_L1); }), 1);
        QCOMPARE(inspected(), expected);
        QVERIFY2(jettison({u"undo"_s}).errors.contains("Nothing to undo"_L1), "it can be undone twice");
    }

    void pullsByDigestThoughTheTagHasMoved()
    {
        fill(u"image a: {registry}/moved:1\nimage b: b:1 [x=5000]\ndocker push -q {registry}/moved:1"_s);
        const QStringList before = inspected();
        QCOMPARE(remove({u"{registry}/moved:1"_s}).exitCode, 0);
        const QString name = m_registry.address() + u"/moved:1"_s;
        m_engine.docker({u"tag"_s, u"b:1"_s, name});
        QCOMPARE(m_engine.docker({u"push"_s, u"-q"_s, name}).exitCode, 0);
        m_engine.docker({u"rmi"_s, name});
        const Output undone = jettison({u"undo"_s});
        QVERIFY2(undone.exitCode == 0, qPrintable(undone.errors));
        QCOMPARE(inspected(), before);
    }

    void saysWhatARegistryDoesNotGive()
    {
        fill(u"image a: {registry}/a:1\nimage b: b:1 [x=5000]\ndocker push -q {registry}/a:1"_s);
        m_engine.docker({u"tag"_s, u"b:1"_s, m_registry.address() + u"/b:1"_s});
        m_engine.docker({u"push"_s, u"-q"_s, m_registry.address() + u"/b:1"_s});
        const QStringList before = inspected();
        const QString digest = scene().expand(u"{registry}/a@{a@}"_s);
        QCOMPARE(remove({u"{a}"_s, u"{b}"_s}).exitCode, 0);
        QCOMPARE(m_registry.forget(u"a"_s), QString());
        const Output undone = jettison({u"undo"_s});
        QCOMPARE(undone.exitCode, 1);
        QVERIFY2(undone.errors.contains(digest + " was not given back: "_L1), qPrintable(undone.errors));
        QVERIFY2(undone.errors.contains("1 image still missing"_L1), qPrintable(undone.errors));
        QStringList expected = before;
        QCOMPARE(expected.removeIf([](const QString &line) { return line.contains("/a:1"_L1); }), 1);
        QCOMPARE(inspected(), expected);
    }

    void saysThatTheRegistryIsDown()
    {
        fill(u"image a: {registry}/down:1\nimage b: b:1 b:2 [x=5000]\ndocker push -q {registry}/down:1"_s);
        const QStringList before = inspected();
        QCOMPARE(remove({u"{a}"_s, u"b:1"_s}).exitCode, 0);
        m_registry.stop();
        const Output undone = jettison({u"undo"_s});
        QCOMPARE(m_registry.start(), QString());
        QCOMPARE(undone.exitCode, 1);
        QVERIFY2(undone.errors.contains("connection refused"_L1), qPrintable(undone.errors));
        QCOMPARE(undone.lines(), QStringList(u"Tagged: b:1"_s));
        // The same one again, once it is there.
        const Output again = jettison({u"undo"_s});
        QVERIFY2(again.exitCode == 0, qPrintable(again.errors));
        QCOMPARE(inspected(), before);
    }

private:
    Output remove(const QStringList &targets) const
    {
        return jettison(QStringList{u"rm"_s} + scene().expand(targets));
    }

    /// A line an image, with its names, its digests and its layers, in an order that no engine changes.
    QStringList inspected() const
    {
        QStringList lines;
        const QStringList ids = state().images.keys();
        for (const QString &id : ids) {
            QString line = m_engine
                               .docker({u"image"_s, u"inspect"_s, u"--format"_s,
                                   u"{{.Id}} {{.RepoTags}} {{.RepoDigests}} {{.RootFS.Layers}}"_s, id})
                               .text.trimmed();
            QStringList words = line.replace(u'[', u' ').replace(u']', u' ').split(u' ', Qt::SkipEmptyParts);
            words.sort();
            lines << words.join(u' ');
        }
        return lines;
    }
};

QTEST_GUILESS_MAIN(tst_DockerRepull)
#include "tst_dockerrepull.moc"

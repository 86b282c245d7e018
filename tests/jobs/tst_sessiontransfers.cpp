// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/session.h"
#include "stores/archivefixture.h"
#include "stores/storefactory.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const fixture::Image App{.names = {u"app:1"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};

/// A session on an archive, with its first snapshot.
struct Started
{
    QTemporaryDir folder;
    Session session{[this] { return endpointOfFile(path(u"store.tar"_s)).and_then(makeStore); }};
    QSignalSpy exported{&session, &Session::exported};
    QSignalSpy previewed{&session, &Session::importPreviewed};
    QSignalSpy imported{&session, &Session::imported};
    QSignalSpy busy{&session, &Session::busyChanged};

    Started()
    {
        if (!fixture::write(path(u"store.tar"_s), fixture::tar(fixture::oldDocker({App})))
            || !fixture::write(path(u"other.tar"_s), fixture::tar(fixture::oldDocker({App, Tool})))) {
            qFatal("the archives cannot be written");
        }
        session.start();
    }

    QString path(const QString &name) const { return folder.filePath(name); }
    bool isReady() const
    {
        return QTest::qWaitFor([this] { return session.isConnected(); });
    }
    ExportRequest request() const
    {
        return {.snapshot = session.snapshot(),
            .targets = {{.image = ImageId(fixture::idOf(App))}},
            .path = path(u"out.tar"_s)};
    }
};

} // namespace

class tst_SessionTransfers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsOnce()
    {
        Started s;
        QVERIFY(s.isReady());
        s.session.exportImages(s.request());
        QVERIFY(s.session.isBusy());
        // Ignored: one thing at a time.
        s.session.exportImages(s.request());
        s.session.readArchive(s.path(u"other.tar"_s));
        QTRY_COMPARE(s.exported.size(), 1);
        QVERIFY(!s.session.isBusy());
        QVERIFY(!s.exported.first().first().value<ExportReport>().error);
        QVERIFY(QFile::exists(s.path(u"out.tar"_s)));
        QTRY_VERIFY(!s.session.isBusy());
        QCOMPARE(s.busy.size(), 2);
        QCOMPARE(s.previewed.size(), 0);
    }

    void importsWhatItPreviewed()
    {
        Started s;
        QVERIFY(s.isReady());
        s.session.readArchive(s.path(u"other.tar"_s));
        QTRY_COMPARE(s.previewed.size(), 1);
        const auto preview = s.previewed.first().first().value<ImportPreview>();
        QVERIFY(!preview.error);
        QCOMPARE(preview.sumOf(preview.everything()).newLayers, 1);
        s.session.importImages({.path = preview.path, .targets = preview.everything()});
        QTRY_COMPARE(s.imported.size(), 1);
        QVERIFY(s.imported.first().first().value<ImportReport>().isComplete());
        QTRY_COMPARE(s.session.snapshot()->images().size(), 2);
    }

    void importsWithoutAPreview()
    {
        Started s;
        QVERIFY(s.isReady());
        s.session.importImages(
            {.path = s.path(u"other.tar"_s), .targets = {{.image = ImageId(fixture::idOf(Tool))}}});
        QTRY_COMPARE(s.imported.size(), 1);
        QCOMPARE(
            s.imported.first().first().value<ImportReport>().imported, QList{ImageId(fixture::idOf(Tool))});
    }

    void tellsWhyNothingCanBeShown()
    {
        Started s;
        QVERIFY(s.isReady());
        s.session.readArchive(s.path(u"none.tar"_s));
        QTRY_COMPARE(s.previewed.size(), 1);
        const auto preview = s.previewed.first().first().value<ImportPreview>();
        QCOMPARE(preview.error.value_or(Error()).code, ErrorCode::FileFailed);
        QVERIFY(!s.session.isBusy());
    }

    void endsWhenItIsCancelled()
    {
        Started s;
        QVERIFY(s.isReady());
        s.session.exportImages(s.request());
        s.session.cancel();
        QTRY_COMPARE(s.exported.size(), 1);
        QCOMPARE(s.exported.first().first().value<ExportReport>().error.value_or(Error()).code,
            ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(s.path(u"out.tar"_s)));
    }

    void tellsThatTheStoreIsGone()
    {
        Started s;
        QVERIFY(s.isReady());
        QVERIFY(QFile::remove(s.path(u"store.tar"_s)));
        s.session.exportImages(s.request());
        QTRY_COMPARE(s.exported.size(), 1);
        QVERIFY(s.exported.first().first().value<ExportReport>().error);
    }
};

QTEST_GUILESS_MAIN(tst_SessionTransfers)
#include "tst_sessiontransfers.moc"

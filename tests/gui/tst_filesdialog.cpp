// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/filesdialog.h"

#include "fakes/fakestore.h"
#include "fakes/filestext.h"
#include "fakes/storetext.h"
#include "gui/imageview.h"
#include "gui/layerpane.h"
#include "gui/mainwindow.h"

#include <QAction>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

LayerListing layer(const QString &name, const QString &text)
{
    LayerListing layer = layerFromText({}, text);
    layer.diffId = diffIdOf(name);
    return layer;
}

QStringList namesOf(const QTreeView *view, const QModelIndex &parent = {})
{
    QStringList names;
    for (int row = 0; row < view->model()->rowCount(parent); ++row) {
        const QModelIndex index = view->model()->index(row, 0, parent);
        names << index.data().toString() << namesOf(view, index);
    }
    return names;
}

} // namespace

class tst_FilesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheImage();
    void showsALayer();
    void filtersAllLists();
    void copiesPaths();
    void revealsABigFile();
    void saysThatThereIsNothing();
    void triesAgainAfterAnError();
    void cancels();
    void closingEndsTheReading();
    void isUsedByKeyboard();
    void windowOpensOneForAnImage();
    void layersOpenTheirFiles();

private:
    FilesDialog &open(const QString &image = u"app"_s, int layer = FilesModel::WholeImage);
    template <typename T> T *child(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QString page() const { return child<QStackedWidget>("pages")->currentWidget()->objectName(); }

    std::unique_ptr<Session> m_session;
    std::unique_ptr<FilesDialog> m_dialog;
    std::function<std::optional<Error>(const Call &)> m_onReadLayers;
    QSemaphore m_begun;
};

void tst_FilesDialog::init()
{
    m_onReadLayers = nullptr;
    // Read in this thread: stores written as text are for one alone.
    const SnapshotPtr snapshot =
        storeFromText(u"app: app:1 [base=12 top=6]\nweb: web:1 [base=12]\nnone: none:1 []"_s);
    const LayerListing base = layer(u"base"_s, u"etc/a=5 etc/d=40 b=7"_s);
    const QHash<ImageId, std::vector<LayerListing>> files{
        {imageIdOf(u"app"_s), {base, layer(u"top"_s, u"etc/a=6 c=2 .wh.b"_s)}},
        {imageIdOf(u"web"_s), {base}},
    };
    m_session = std::make_unique<Session>([=, this]() -> Result<std::unique_ptr<Store>> {
        auto store = std::make_unique<FakeStore>(snapshot);
        store->files = files;
        store->onReadLayers = [this](const Call &call) {
            return m_onReadLayers ? m_onReadLayers(call) : std::nullopt;
        };
        return store;
    });
    QSignalSpy scanned(m_session.get(), &Session::scanned);
    m_session->start();
    QVERIFY(scanned.wait());
}

void tst_FilesDialog::cleanup()
{
    m_dialog.reset();
    m_session.reset();
}

FilesDialog &tst_FilesDialog::open(const QString &image, int layer)
{
    m_dialog =
        std::make_unique<FilesDialog>(*m_session, *m_session->snapshot()->image(imageIdOf(image)), layer);
    m_dialog->show();
    return *m_dialog;
}

void tst_FilesDialog::showsTheImage()
{
    open();
    QCOMPARE(page(), u"busyPage"_s);
    QTRY_COMPARE(page(), u"filesPage"_s);

    QCOMPARE(m_dialog->windowTitle(), u"Files of app:1"_s);
    QCOMPARE(namesOf(child<QTreeView>("layers")).size(), 3);
    QCOMPARE(namesOf(child<QTreeView>("files")), QStringList({u"etc"_s, u"d"_s, u"a"_s, u"c"_s}));
    QCOMPARE(namesOf(child<QTreeView>("biggest")), QStringList({u"/etc/d"_s, u"/etc/a"_s, u"/c"_s}));
    QCOMPARE(namesOf(child<QTreeView>("wasted")), QStringList({u"/b"_s, u"/etc/a"_s}));
    QCOMPARE(child<QTabWidget>("tabs")->tabText(2), u"&Wasted: 12 B in 2 file(s)"_s);
    QCOMPARE(child<QLabel>("summary")->text(), u"3 file(s), 60 B; wasted: 12 B in 2 file(s)"_s);
    QVERIFY(!child<QTreeView>("files")->isColumnHidden(FilesModel::LayerColumn));
}

void tst_FilesDialog::showsALayer()
{
    open(u"app"_s, 1);
    QTRY_COMPARE(page(), u"filesPage"_s);

    QCOMPARE(namesOf(child<QTreeView>("files")), QStringList({u"etc"_s, u"a"_s, u"c"_s, u"b"_s}));
    QVERIFY(child<QTreeView>("files")->isColumnHidden(FilesModel::LayerColumn));
    QCOMPARE(child<QTreeView>("layers")->currentIndex().row(), 2);
    child<QTabWidget>("tabs")->setCurrentIndex(2);
    child<QTreeView>("layers")->setCurrentIndex(child<QTreeView>("layers")->model()->index(1, 0));
    QCOMPARE(namesOf(child<QTreeView>("files")), QStringList({u"etc"_s, u"d"_s, u"a"_s, u"b"_s}));
    QCOMPARE(child<QTabWidget>("tabs")->currentIndex(), 0);
}

void tst_FilesDialog::filtersAllLists()
{
    open();
    QTRY_COMPARE(page(), u"filesPage"_s);
    QTest::keyClicks(child<QLineEdit>("filter"), u"/a"_s);

    QTRY_COMPARE(namesOf(child<QTreeView>("files")), QStringList({u"etc"_s, u"a"_s}));
    QCOMPARE(namesOf(child<QTreeView>("biggest")), QStringList({u"/etc/a"_s}));
    QCOMPARE(namesOf(child<QTreeView>("wasted")), QStringList({u"/etc/a"_s}));
    QVERIFY(child<QTreeView>("files")->isExpanded(child<QTreeView>("files")->model()->index(0, 0)));
}

void tst_FilesDialog::copiesPaths()
{
    open();
    QTRY_COMPARE(page(), u"filesPage"_s);
    auto *files = child<QTreeView>("files");
    files->clearSelection();
    QVERIFY(!child<QPushButton>("copyButton")->isEnabled());
    files->setCurrentIndex(files->model()->index(0, 0, files->model()->index(0, 0)));
    QVERIFY(child<QPushButton>("copyButton")->isEnabled());
    child<QPushButton>("copyButton")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/etc/d"_s);

    child<QTabWidget>("tabs")->setCurrentIndex(2);
    QVERIFY(!child<QPushButton>("copyButton")->isEnabled());
    child<QTreeView>("wasted")->selectAll();
    child<QAction>("copyAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/b\n/etc/a"_s);
}

void tst_FilesDialog::revealsABigFile()
{
    open(u"app"_s, 1);
    QTRY_COMPARE(page(), u"filesPage"_s);
    auto *biggest = child<QTreeView>("biggest");
    child<QTabWidget>("tabs")->setCurrentIndex(1);

    Q_EMIT biggest->activated(biggest->model()->index(0, 0));

    QCOMPARE(child<QTabWidget>("tabs")->currentIndex(), 0);
    QCOMPARE(child<QTreeView>("files")->currentIndex().data().toString(), u"d"_s);
    QCOMPARE(child<QTreeView>("layers")->currentIndex().row(), 0);
}

void tst_FilesDialog::saysThatThereIsNothing()
{
    open(u"none"_s);
    QTRY_COMPARE(page(), u"messagePage"_s);

    QCOMPARE(child<QLabel>("message")->text(), u"There are no files in this image."_s);
    QVERIFY(!child<QPushButton>("againButton")->isVisible());
}

void tst_FilesDialog::triesAgainAfterAnError()
{
    std::atomic_bool isBroken = true;
    m_onReadLayers = [&](const Call &) -> std::optional<Error> {
        return isBroken ? std::optional(Error{.code = ErrorCode::BrokenArchive, .detail = u"cut"_s})
                        : std::nullopt;
    };
    open();
    QTRY_COMPARE(page(), u"messagePage"_s);
    QVERIFY(child<QLabel>("message")->text().contains(u"cut"_s));
    isBroken = false;

    child<QPushButton>("againButton")->click();

    QTRY_COMPARE(page(), u"filesPage"_s);
}

void tst_FilesDialog::cancels()
{
    m_onReadLayers = [&](const Call &call) -> std::optional<Error> {
        while (!call.cancel.isRequested()) {
            QThread::yieldCurrentThread();
        }
        return Error{.code = ErrorCode::Cancelled};
    };
    open();
    QTRY_VERIFY(child<QLabel>("busyLabel")->text().startsWith(u"Reading app:1: "_s));

    child<QPushButton>("cancelButton")->click();

    QTRY_COMPARE(page(), u"messagePage"_s);
    QVERIFY(child<QPushButton>("againButton")->isVisible());
}

void tst_FilesDialog::closingEndsTheReading()
{
    m_onReadLayers = [&](const Call &call) -> std::optional<Error> {
        m_begun.release();
        while (!call.cancel.isRequested()) {
            QThread::yieldCurrentThread();
        }
        return Error{.code = ErrorCode::Cancelled};
    };
    QSignalSpy failed(m_session.get(), &Session::filesFailed);
    open();
    m_begun.acquire();

    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);

    QVERIFY(!m_dialog->isVisible());
    QTRY_COMPARE(failed.size(), 1);
}

void tst_FilesDialog::isUsedByKeyboard()
{
    open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    QTRY_COMPARE(page(), u"filesPage"_s);
    QVERIFY(child<QTreeView>("files")->hasFocus());
    QTest::keyClick(m_dialog.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(child<QLineEdit>("filter")->hasFocus());
    for (const char *name : {"layers", "files", "biggest", "wasted", "filter", "progress"}) {
        QVERIFY2(!child<QWidget>(name)->accessibleName().isEmpty(), name);
    }
}

void tst_FilesDialog::windowOpensOneForAnImage()
{
    MainWindow window(*m_session);
    window.show();
    Q_EMIT m_session->scanned(m_session->snapshot());
    auto *action = window.findChild<QAction *>(u"filesAction"_s);
    auto *view = window.findChild<ImageView *>();
    QVERIFY(!action->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    QTRY_VERIFY(action->isEnabled());

    action->trigger();
    action->trigger();

    QCOMPARE(window.findChildren<FilesDialog *>().size(), 1);
    view->selectAll();
    QVERIFY(!action->isEnabled());
}

void tst_FilesDialog::layersOpenTheirFiles()
{
    MainWindow window(*m_session);
    window.show();
    Q_EMIT m_session->scanned(m_session->snapshot());

    Q_EMIT window.findChild<LayerPane *>()->filesRequested(imageIdOf(u"app"_s), 1);

    const QList<FilesDialog *> dialogs = window.findChildren<FilesDialog *>();
    QCOMPARE(dialogs.size(), 1);
    const auto *tree = dialogs.first()->findChild<QTreeView *>(u"layers"_s);
    QTRY_COMPARE(tree->currentIndex().row(), 2);
}

QTEST_MAIN(tst_FilesDialog)
#include "tst_filesdialog.moc"

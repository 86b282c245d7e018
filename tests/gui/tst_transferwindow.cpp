// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/exportdialog.h"
#include "gui/importdialog.h"
#include "gui/windowdriver.h"
#include "stores/archivefixture.h"
#include "stores/storefactory.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const fixture::Image App{.names = {u"app:1"_s}, .layers = {u"base=5000"_s, u"app=70000"_s}};
const fixture::Image Tool{.names = {u"tool:1"_s}, .layers = {u"base=5000"_s, u"tool=3000"_s}};

/// A window on an archive.
struct Shown
{
    QTemporaryDir folder;
    std::unique_ptr<Session> session;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<WindowDriver> driver;

    Shown()
    {
        WindowDriver::forgetSettings();
        if (!fixture::write(path(u"store.tar"_s), fixture::tar(fixture::oldDocker({App})))
            || !fixture::write(path(u"other.tar"_s), fixture::tar(fixture::layout({App, Tool})))) {
            qFatal("the archives cannot be written");
        }
        session = std::make_unique<Session>(
            [file = path(u"store.tar"_s)] { return endpointOfFile(file).and_then(makeStore); });
        window = std::make_unique<MainWindow>(*session);
        driver = std::make_unique<WindowDriver>(*window);
        window->show();
        session->start();
    }

    QString path(const QString &name) const { return folder.filePath(name); }
    bool isFilled() const
    {
        return QTest::qWaitFor([this] { return driver->rows().size() == 1 && !session->isBusy(); });
    }
    bool logHas(const QString &text) const
    {
        return std::ranges::any_of(
            driver->logLines(), [&](const QString &line) { return line.contains(text); });
    }
    ImportDialog *importDialog() const { return window->findChild<ImportDialog *>(); }
    ExportDialog *exportDialog() const { return window->findChild<ExportDialog *>(); }

    void drop(const QString &file, Qt::KeyboardModifiers modifiers) const
    {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file)});
        QDragEnterEvent entering({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(window.get(), &entering);
        QDropEvent event({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(window.get(), &event);
    }
};

QPushButton *buttonIn(const QDialog &dialog, QDialogButtonBox::StandardButton which)
{
    return dialog.findChild<QDialogButtonBox *>()->button(which);
}

} // namespace

class tst_TransferWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importsWhatIsDroppedWithControl()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        QSignalSpy opened(shown.window.get(), &MainWindow::openRequested);
        shown.drop(shown.path(u"other.tar"_s), Qt::ControlModifier);
        QVERIFY(opened.isEmpty());
        QVERIFY(shown.importDialog());
        const auto *added = shown.importDialog()->findChild<QLabel *>(u"addedLabel"_s);
        QTRY_VERIFY2(added->text().contains(u"1 of 3 layers are new"_s), qPrintable(added->text()));
        buttonIn(*shown.importDialog(), QDialogButtonBox::Ok)->click();
        QTRY_COMPARE(shown.driver->rows().size(), 2);
        QVERIFY(shown.driver->row(u"tool 1"_s).isValid());
        QTRY_VERIFY(shown.logHas(u"1 image(s) imported"_s));
    }

    void opensWhatIsDroppedWithoutControl()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        QSignalSpy opened(shown.window.get(), &MainWindow::openRequested);
        shown.drop(shown.path(u"other.tar"_s), {});
        QCOMPARE(opened.size(), 1);
        QVERIFY(!shown.importDialog());
    }

    void saysWhyAFileIsNotImported()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        QVERIFY(fixture::write(shown.path(u"letter"_s), "Dear all"));
        shown.drop(shown.path(u"letter"_s), Qt::ControlModifier);
        const auto *status = shown.importDialog()->findChild<QLabel *>(u"status"_s);
        QTRY_VERIFY(status->text().contains(u"neither"_s));
        // A second one has to wait until that dialog is closed.
        shown.drop(shown.path(u"other.tar"_s), Qt::ControlModifier);
        QVERIFY(shown.logHas(u"other.tar was not imported"_s));
        shown.importDialog()->close();
        QTRY_VERIFY(!shown.importDialog());
        QTRY_VERIFY(shown.driver->action(u"importAction"_s)->isEnabled());
    }

    void exportsWhatIsSelected()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        QAction *action = shown.driver->action(u"exportAction"_s);
        QVERIFY(!action->isEnabled());
        shown.driver->click(u"app 1"_s);
        QTRY_VERIFY(action->isEnabled());
        action->trigger();
        QVERIFY(shown.exportDialog());
        QVERIFY(!action->isEnabled());
        const QString target = shown.path(u"out.tar.gz"_s);
        shown.exportDialog()->findChild<QLineEdit *>(u"path"_s)->setText(target);
        buttonIn(*shown.exportDialog(), QDialogButtonBox::Ok)->click();
        QTRY_VERIFY(shown.logHas(u"1 image(s) exported"_s));
        QVERIFY(QFile::exists(target));
        shown.exportDialog()->close();
        QTRY_VERIFY(!shown.exportDialog());
        QTRY_VERIFY(action->isEnabled());
    }

    void shortcutsAreNoOthers()
    {
        const Shown shown;
        QStringList keys;
        for (const QAction *action : shown.window->findChildren<QAction *>()) {
            // Those of a pane alone may be the same in another.
            if (!action->shortcut().isEmpty() && action->shortcutContext() == Qt::WindowShortcut) {
                keys << action->shortcut().toString();
            }
        }
        QStringList once = keys;
        once.removeDuplicates();
        QCOMPARE(keys.join(u' '), once.join(u' '));
    }
};

QTEST_MAIN(tst_TransferWindow)
#include "tst_transferwindow.moc"

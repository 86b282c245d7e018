// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/savingengine.h"
#include "gui/backupsdialog.h"
#include "gui/removaldialog.h"
#include "gui/undodialog.h"
#include "gui/windowdriver.h"

#include <QAction>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// A window whose store saves and loads archives.
struct Shown
{
    SavingEngine engine{u"app:1 app:2 [debian python]\nold:1 [debian perl]\nweb = old:1 exited"_s};
    QTemporaryDir directory;
    Session session{engine.factory()};
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<WindowDriver> driver;

    explicit Shown(const BackupRules &rules = {})
    {
        WindowDriver::forgetSettings();
        BackupRules here = rules;
        here.folder = directory.filePath(u"backups"_s);
        session.setBackupRules(here);
        window = std::make_unique<MainWindow>(session);
        driver = std::make_unique<WindowDriver>(*window);
        window->show();
        session.start();
    }

    bool isFilled() const
    {
        return QTest::qWaitFor([this] { return driver->rows().size() == 2; });
    }

    bool logHas(const QString &text) const
    {
        return std::ranges::any_of(
            driver->logLines(), [&](const QString &line) { return line.contains(text); });
    }

    QCheckBox *backupBox() const { return driver->removalDialog()->findChild<QCheckBox *>(u"backup"_s); }
    QAction *undo() const { return driver->action(u"undoAction"_s); }
    UndoDialog *undoDialog() const { return window->findChild<UndoDialog *>(); }
};

} // namespace

class tst_UndoWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWithABackupAndUndoes()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        QVERIFY(!shown.undo()->isEnabled());
        shown.driver->click(u"app 2 tag(s)"_s);
        shown.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(shown.driver->removalDialog());
        QVERIFY(!shown.backupBox()->isChecked());
        QVERIFY2(shown.backupBox()->text().contains(u"60 kB"_s), qPrintable(shown.backupBox()->text()));
        shown.backupBox()->click();
        QTest::keyClick(shown.driver->removalDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.logHas(u"was made: 1 image(s)"_s));
        QTRY_COMPARE(shown.driver->rows(), QStringList(u"old 1"_s));
        QTRY_VERIFY(shown.undo()->isEnabled());
        shown.driver->press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(shown.undoDialog());
        QVERIFY(!shown.undo()->isEnabled());
        QTest::keyClick(shown.undoDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.logHas(u"1 image(s) brought back"_s));
        QTRY_COMPARE(shown.driver->rows().size(), 2);
        QTRY_VERIFY(!shown.undo()->isEnabled());
    }

    void namesAreGivenBackWithoutABackup()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        shown.driver->images()->expandAll();
        shown.driver->click(u"  app 2"_s);
        shown.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(shown.driver->removalDialog());
        QVERIFY(!shown.backupBox()->isEnabled());
        QTest::keyClick(shown.driver->removalDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.logHas(u"Undo gives back 1 name(s)"_s));
        QTRY_VERIFY(shown.undo()->isEnabled());
        shown.undo()->trigger();
        QTest::keyClick(shown.undoDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.logHas(u"1 name(s) given back"_s));
        QTRY_VERIFY(shown.driver->row(u"app 2 tag(s)"_s).isValid());
    }

    void tellsWhatAnUndoPassesOver()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        const auto remove = [&](const QString &row) {
            shown.driver->click(row);
            shown.driver->press(Qt::Key_Delete);
            QTRY_VERIFY(shown.driver->removalDialog());
            shown.driver->removalDialog()->accept();
            QTRY_VERIFY(!shown.session.isBusy());
        };
        shown.driver->images()->expandAll();
        remove(u"  app 2"_s);
        QTRY_VERIFY(shown.undo()->isEnabled());
        QTRY_VERIFY(shown.driver->row(u"app 1"_s).isValid());
        remove(u"app 1"_s);
        QTRY_VERIFY(shown.logHas(u"Gone for good, no undo brings back: app:1"_s));
        QTRY_COMPARE(shown.driver->rows(), QStringList(u"old 1"_s));
        QTRY_VERIFY(shown.undo()->isEnabled());
        shown.undo()->trigger();
        QTRY_VERIFY(shown.undoDialog());
        const QString text = shown.undoDialog()->findChild<QPlainTextEdit *>(u"content"_s)->toPlainText();
        QVERIFY2(text.section(u'\n', 0, 0).contains(u"cannot be undone: app:1"_s), qPrintable(text));
        QTest::keyClick(shown.undoDialog(), Qt::Key_Escape);
    }

    void escapeUndoesNothing()
    {
        const Shown shown({.folder = {}, .always = true});
        QVERIFY(shown.isFilled());
        shown.driver->click(u"app 2 tag(s)"_s);
        shown.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(shown.driver->removalDialog());
        QVERIFY(shown.backupBox()->isChecked());
        QTest::keyClick(shown.driver->removalDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.undo()->isEnabled());
        shown.undo()->trigger();
        QTest::keyClick(shown.undoDialog(), Qt::Key_Escape);
        QTRY_VERIFY(!shown.undoDialog());
        QVERIFY(shown.undo()->isEnabled());
        QCOMPARE(shown.driver->rows(), QStringList(u"old 1"_s));
    }

    void backupsAreShownAndDeleted()
    {
        const Shown shown({.folder = {}, .always = true});
        QVERIFY(shown.isFilled());
        shown.driver->click(u"app 2 tag(s)"_s);
        shown.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(shown.driver->removalDialog());
        QTest::keyClick(shown.driver->removalDialog(), Qt::Key_Return);
        QTRY_VERIFY(shown.undo()->isEnabled());
        shown.driver->action(u"backupsAction"_s)->trigger();
        auto *dialog = shown.window->findChild<BackupsDialog *>();
        const auto *view = dialog->findChild<QTreeView *>(u"view"_s);
        QTRY_COMPARE(view->model()->rowCount(), 1);
        dialog->findChild<QPushButton *>(u"verifyButton"_s)->click();
        QTRY_VERIFY(shown.logHas(u"is whole"_s));
        QTRY_VERIFY(dialog->findChild<QPushButton *>(u"restoreButton"_s)->isEnabled());
        dialog->findChild<QPushButton *>(u"restoreButton"_s)->click();
        QTRY_VERIFY(dialog->findChild<UndoDialog *>());
        QTest::keyClick(dialog->findChild<UndoDialog *>(), Qt::Key_Return);
        QTRY_COMPARE(shown.driver->rows().size(), 2);
        QTRY_VERIFY(!shown.session.isBusy());
        Q_EMIT dialog->taskRequested({.kind = BackupTask::Kind::Delete, .id = idsOf(view).first()});
        QTRY_COMPARE(view->model()->rowCount(), 0);
        QVERIFY(shown.logHas(u"was deleted"_s));
    }

    void settingsAreKept()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        shown.driver->action(u"backupsAction"_s)->trigger();
        const auto *dialog = shown.window->findChild<BackupsDialog *>();
        dialog->findChild<QCheckBox *>(u"always"_s)->click();
        QVERIFY(shown.session.backupRules().always);
        QVERIFY(QSettings().value(u"backups/always"_s).toBool());
    }

    void withoutAFolderNothingIsOffered()
    {
        const Shown shown;
        QVERIFY(shown.isFilled());
        RemovalDialog dialog(
            shown.session.snapshot(), {{.image = shown.engine.images.idOf(u"app:1"_s)}}, {.backup = true});
        dialog.setBackupRoom(false, {});
        dialog.show();
        QVERIFY(!dialog.findChild<QCheckBox *>(u"backup"_s)->isVisible());
        QVERIFY(!dialog.plan().options.backup);
    }

private:
    static QStringList idsOf(const QTreeView *view)
    {
        const auto *sorted = qobject_cast<const QAbstractProxyModel *>(view->model());
        QStringList ids;
        for (const Backup &backup : qobject_cast<const BackupModel *>(sorted->sourceModel())->backups()) {
            ids << backup.id;
        }
        return ids;
    }
};

QTEST_MAIN(tst_UndoWindow)
#include "tst_undowindow.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/backupsdialog.h"

#include "fakes/storetext.h"
#include "gui/undodialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

Backup backupOf(const QString &id, const QString &store = u"a: app:1 app@d1\nweb = a exited"_s)
{
    const SnapshotPtr snapshot = storeFromText(store);
    Backup backup{.id = id,
        .time = QDateTime::fromString(id, u"yyyyMMdd-HHmmss"_s),
        .store = {.endpoint = u"unix:///a"_s, .name = u"Docker"_s, .version = u"20"_s, .apiVersion = {}},
        .images = snapshot->images(),
        .untagged = {},
        .containers = {},
        .lines = {},
        .size = 3'000'000,
        .undone = {}};
    for (const Container &container : snapshot->containers()) {
        backup.containers << Backup::KeptContainer{.container = container, .details = {}};
    }
    return backup;
}

Backup recordOf(const QString &id)
{
    Backup record = backupOf(id, u"b: b:1"_s);
    record.untagged = record.images;
    record.images.clear();
    record.size = 1'000;
    return record;
}

struct Open
{
    BackupsDialog dialog{{.folder = u"/folder"_s, .limits = {.size = 5'000'000'000, .days = 7}}};
    QSignalSpy undone{&dialog, &BackupsDialog::undoRequested};
    QSignalSpy asked{&dialog, &BackupsDialog::taskRequested};
    QSignalSpy ruled{&dialog, &BackupsDialog::rulesChanged};

    explicit Open(const QList<Backup> &backups)
    {
        dialog.setBackups(backups);
        dialog.setConnected(true);
        dialog.show();
        QApplication::setActiveWindow(&dialog);
    }

    template <typename T> T *child(const QString &name) const { return dialog.findChild<T *>(name); }
    QPushButton *button(const QString &name) const { return child<QPushButton>(name + u"Button"_s); }
    QTreeView *view() const { return child<QTreeView>(u"view"_s); }
    QString details() const { return child<QPlainTextEdit>(u"details"_s)->toPlainText(); }
    QString enabled() const
    {
        QStringList names;
        for (const QString &name : {u"restore"_s, u"export"_s, u"verify"_s, u"delete"_s}) {
            if (button(name)->isEnabled()) {
                names << name;
            }
        }
        return names.join(u' ');
    }
};

StoreInfo storeAt(const QString &endpoint)
{
    StoreInfo store;
    store.endpoint = endpoint;
    return store;
}

} // namespace

class tst_BackupsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatThereIsNone()
    {
        const Open o({});
        QCOMPARE(o.enabled(), QString());
        QVERIFY(o.details().contains(u"There are no backups yet"_s));
        QCOMPARE(o.child<QLabel>(u"totalLabel"_s)->text(), u"0 backup(s), 0 B"_s);
    }

    void showsTheNewestFirst()
    {
        const Open o({backupOf(u"20260102-000000"_s), recordOf(u"20260101-000000"_s)});
        QCOMPARE(o.view()->model()->rowCount(), 2);
        QCOMPARE(o.view()->currentIndex().row(), 0);
        QVERIFY2(o.details().contains(u"app:1"_s), qPrintable(o.details()));
        QVERIFY2(o.details().contains(u"web (exited)"_s), qPrintable(o.details()));
        QCOMPARE(o.enabled(), u"restore export verify delete"_s);
        QCOMPARE(o.child<QLabel>(u"totalLabel"_s)->text(), u"2 backup(s), 3 MB"_s);
    }

    void recordsHaveNoArchive()
    {
        const Open o({recordOf(u"20260101-000000"_s)});
        QCOMPARE(o.enabled(), u"restore delete"_s);
        QVERIFY2(o.details().contains(u"b:1"_s), qPrintable(o.details()));
    }

    void busyAndLost()
    {
        Open o({backupOf(u"20260102-000000"_s)});
        o.dialog.setBusy(true);
        QCOMPARE(o.enabled(), QString());
        o.dialog.setBusy(false);
        o.dialog.setConnected(false);
        QCOMPARE(o.enabled(), u"export verify delete"_s);
    }

    void keepsTheSelectionWhenTheListChanges()
    {
        Open o({backupOf(u"20260102-000000"_s), recordOf(u"20260101-000000"_s)});
        QTest::keyClick(o.view(), Qt::Key_Down);
        QVERIFY(o.details().contains(u"b:1"_s));
        o.dialog.setBackups(
            {backupOf(u"20260103-000000"_s), backupOf(u"20260102-000000"_s), recordOf(u"20260101-000000"_s)});
        QVERIFY(o.details().contains(u"b:1"_s));
    }

    void asksForWhatIsPressed()
    {
        const Open o({backupOf(u"20260102-000000"_s), recordOf(u"20260101-000000"_s)});
        o.button(u"restore"_s)->click();
        QCOMPARE(o.undone.first().first().value<Backup>().id, u"20260102-000000"_s);
        o.button(u"verify"_s)->click();
        const auto task = o.asked.first().first().value<BackupTask>();
        QCOMPARE(task.kind, BackupTask::Kind::Verify);
        QCOMPARE(task.id, u"20260102-000000"_s);
    }

    void asksBeforeItDeletes()
    {
        const Open o({backupOf(u"20260102-000000"_s)});
        o.button(u"delete"_s)->click();
        QTRY_VERIFY(o.dialog.findChild<QMessageBox *>());
        QPointer<QMessageBox> box = o.dialog.findChild<QMessageBox *>();
        QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!box);
        QVERIFY(o.asked.isEmpty());
        o.button(u"delete"_s)->click();
        QTRY_VERIFY(o.dialog.findChild<QMessageBox *>());
        box = o.dialog.findChild<QMessageBox *>();
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole) {
                button->click();
            }
        }
        QCOMPARE(o.asked.size(), 1);
        QCOMPARE(o.asked.first().first().value<BackupTask>().kind, BackupTask::Kind::Delete);
    }

    void settings()
    {
        const Open o({});
        QCOMPARE(o.child<QSpinBox>(u"size"_s)->text(), u"5 GB"_s);
        QCOMPARE(o.child<QSpinBox>(u"days"_s)->value(), 7);
        QCOMPARE(o.child<QLabel>(u"folder"_s)->text(), u"/folder"_s);
        QVERIFY(o.ruled.isEmpty());
        o.child<QSpinBox>(u"size"_s)->setValue(0);
        QCOMPARE(o.child<QSpinBox>(u"size"_s)->text(), u"off"_s);
        o.child<QCheckBox>(u"always"_s)->click();
        QCOMPARE(o.ruled.last().first().value<BackupRules>(),
            (BackupRules{.folder = u"/folder"_s, .always = true, .limits = {.size = 0, .days = 7}}));
    }

    void undoDialogAsks_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<bool>("elsewhere");
        QTest::addRow("same store") << u"unix:///a"_s << false;
        QTest::addRow("another") << u"unix:///b"_s << true;
    }

    void undoDialogAsks()
    {
        QFETCH(QString, endpoint);
        QFETCH(bool, elsewhere);
        UndoDialog dialog(backupOf(u"20260102-000000"_s), storeAt(endpoint));
        QSignalSpy confirmed(&dialog, &UndoDialog::confirmed);
        dialog.show();
        QCOMPARE(dialog.findChild<QLabel *>(u"elsewhereLabel"_s)->isVisible(), elsewhere);
        const QString content = dialog.findChild<QPlainTextEdit *>(u"content"_s)->toPlainText();
        QVERIFY2(content.contains(u"Does not come back:\nWhat container web wrote\nDigests"_s),
            qPrintable(content));
        QVERIFY(!dialog.findChild<QCheckBox *>(u"containers"_s)->isChecked());
        dialog.findChild<QCheckBox *>(u"containers"_s)->click();
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->click();
        QCOMPARE(confirmed.size(), 1);
        QCOMPARE(confirmed.first()[0].toString(), u"20260102-000000"_s);
        QVERIFY(confirmed.first()[1].value<UndoOptions>().containers);
    }

    void undoDialogKnowsOtherIds()
    {
        Backup backup = backupOf(u"20260102-000000"_s);
        backup.ids = StoreTraits::Ids::Configurations;
        StoreInfo store = storeAt(backup.store.endpoint);
        for (const bool isOther : {false, true}) {
            store.traits.ids = isOther ? StoreTraits::Ids::Manifests : StoreTraits::Ids::Configurations;
            const UndoDialog dialog(backup, store);
            const auto *label = dialog.findChild<QLabel *>(u"elsewhereLabel"_s);
            QCOMPARE(label->text().contains("other IDs in this store"_L1), isOther);
            QCOMPARE(
                dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(), !isOther);
        }
    }

    void undoDialogKnowsWhoTakesPlatforms_data()
    {
        QTest::addColumn<bool>("takesPlatforms");
        QTest::addRow("containerd") << true;
        QTest::addRow("classic") << false;
    }

    void undoDialogKnowsWhoTakesPlatforms()
    {
        QFETCH(bool, takesPlatforms);
        Backup backup = backupOf(u"20260102-000000"_s);
        backup.platforms = backup.images;
        StoreInfo store = storeAt(backup.store.endpoint);
        store.traits.takesPlatforms = takesPlatforms;
        UndoDialog dialog(backup, store);
        dialog.show();
        const auto *label = dialog.findChild<QLabel *>(u"elsewhereLabel"_s);
        QCOMPARE(label->isVisible(), !takesPlatforms);
        QCOMPARE(label->text().contains("single platforms"_L1), !takesPlatforms);
        QCOMPARE(dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled(),
            takesPlatforms);
    }

    void undoDialogWithoutContainers()
    {
        UndoDialog dialog(recordOf(u"20260102-000000"_s), storeAt(u"unix:///a"_s));
        QSignalSpy confirmed(&dialog, &UndoDialog::confirmed);
        dialog.show();
        QVERIFY(!dialog.findChild<QCheckBox *>(u"containers"_s)->isVisible());
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(confirmed.isEmpty());
    }
};

QTEST_MAIN(tst_BackupsDialog)
#include "tst_backupsdialog.moc"

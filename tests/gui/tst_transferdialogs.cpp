// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"
#include "gui/exportdialog.h"
#include "gui/importdialog.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

ImportPreview preview()
{
    const auto entry = [](const QString &id, const QString &name, std::vector<int> layers) {
        Image image;
        image.id = imageIdOf(id);
        return ImportPreview::Entry{.image = image,
            .ids = {imageIdOf(id)},
            .names = {{.inArchive = Reference(name), .inStore = Reference(name)}},
            .platforms = {u"linux/amd64"_s},
            .layers = std::move(layers)};
    };
    ImportPreview preview{.path = u"/images.tar"_s,
        .images = {entry(u"a"_s, u"app:1"_s, {0, 1}), entry(u"b"_s, u"base:1"_s, {0}),
            entry(u"c"_s, u"chart:1"_s, {})},
        .layers = {{.size = 5'000'000, .isNew = false}, {.size = 80'000'000}}};
    preview.images[0].names[0].holder = imageIdOf(u"old"_s);
    preview.images[1].presentId = imageIdOf(u"b"_s);
    preview.images[1].names[0].holder = imageIdOf(u"b"_s);
    preview.images[2].isPossible = false;
    return preview;
}

struct OpenImport
{
    ImportDialog dialog{u"/images.tar"_s};
    QSignalSpy requested{&dialog, &ImportDialog::importRequested};
    QSignalSpy cancelled{&dialog, &ImportDialog::cancelRequested};

    OpenImport() { dialog.show(); }

    QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(which);
    }
    QString text(const QString &name) const { return dialog.findChild<QLabel *>(name)->text(); }
    QTreeView *view() const { return dialog.findChild<QTreeView *>(); }
    QStringList column(int column) const
    {
        QStringList texts;
        for (int i = 0; i < view()->model()->rowCount(); ++i) {
            texts << view()->model()->index(i, column).data().toString();
        }
        return texts;
    }
    void pressSpaceIn(int row) const
    {
        view()->setCurrentIndex(view()->model()->index(row, 0));
        QTest::keyClick(view(), Qt::Key_Space);
    }
};

struct OpenExport
{
    QTemporaryDir folder;
    SnapshotPtr snapshot = storeFromText(u"a: app:1 app:2 [x=5000 y=3000]\nb: b:1 [x=5000 z=7]"_s);
    ExportDialog dialog;
    QSignalSpy requested{&dialog, &ExportDialog::exportRequested};
    QSignalSpy cancelled{&dialog, &ExportDialog::cancelRequested};

    explicit OpenExport(const QStringList &images = {u"a"_s})
        : dialog(snapshot, targetsFromText(images), folder.path())
    {
        dialog.show();
    }

    QPushButton *button(QDialogButtonBox::StandardButton which) const
    {
        return dialog.findChild<QDialogButtonBox *>()->button(which);
    }
    QString text(const QString &name) const { return dialog.findChild<QLabel *>(name)->text(); }
    QLineEdit *path() const { return dialog.findChild<QLineEdit *>(u"path"_s); }
    QComboBox *format() const { return dialog.findChild<QComboBox *>(); }
    QRadioButton *choice(const QString &name) const { return dialog.findChild<QRadioButton *>(name); }
    ExportRequest request() const { return requested.last().first().value<ExportRequest>(); }
};

} // namespace

class tst_TransferDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importShowsWhatWouldCome()
    {
        OpenImport o;
        QVERIFY(!o.button(QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(o.dialog.findChild<QProgressBar *>()->isVisible());
        const QAbstractItemModelTester tester(o.view()->model());
        o.dialog.setPreview(preview());
        QVERIFY(!o.dialog.findChild<QProgressBar *>()->isVisible());
        QCOMPARE(o.column(ImportModel::NamesColumn), (QStringList{u"app:1"_s, u"base:1"_s, u"chart:1"_s}));
        QCOMPARE(o.column(ImportModel::StateColumn).mid(0, 2), (QStringList{u"new"_s, u"there already"_s}));
        QCOMPARE(o.text(u"addedLabel"_s), u"Adds 80 MB: 1 of 2 layers are new"_s);
        QVERIFY(o.dialog.findChild<QPlainTextEdit *>()->toPlainText().startsWith(u"app:1 leaves image"_s));
        QVERIFY(o.button(QDialogButtonBox::Ok)->isEnabled());
    }

    void importFollowsTheChoice()
    {
        OpenImport o;
        o.dialog.setPreview(preview());
        QVERIFY(o.view()->hasFocus() || o.dialog.focusWidget() == o.view());
        o.pressSpaceIn(0);
        QCOMPARE(o.text(u"addedLabel"_s), u"Adds no layers: all are there already"_s);
        QVERIFY(!o.dialog.findChild<QPlainTextEdit *>()->isVisible());
        // What the store cannot have cannot be chosen.
        QAbstractItemModel *model = o.view()->model();
        QVERIFY(!model->setData(model->index(2, 0), Qt::Checked, Qt::CheckStateRole));
        o.pressSpaceIn(1);
        QCOMPARE(o.text(u"addedLabel"_s), u"Nothing is chosen"_s);
        QVERIFY(!o.button(QDialogButtonBox::Ok)->isEnabled());
        o.dialog.findChild<QPushButton *>(u"allButton"_s)->click();
        o.pressSpaceIn(1);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 1);
        const auto request = o.requested.first().first().value<ImportRequest>();
        QCOMPARE(request.path, u"/images.tar"_s);
        QCOMPARE(request.targets, QList{RemovalTarget{.image = imageIdOf(u"a"_s)}});
        // Nothing can be changed any more, nor asked for twice.
        o.pressSpaceIn(1);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 1);
        QCOMPARE(o.text(u"addedLabel"_s), u"Adds 80 MB: 1 of 2 layers are new"_s);
    }

    void importCancelsWhatRunsBeforeItCloses()
    {
        OpenImport o;
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QCOMPARE(o.cancelled.size(), 1);
        QVERIFY(o.dialog.isVisible());
        o.dialog.setPreview({.path = u"/images.tar"_s, .error = Error{.code = ErrorCode::Cancelled}});
        QCOMPARE(o.text(u"status"_s), u"Cancelled"_s);
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QVERIFY(!o.dialog.isVisible());
        QCOMPARE(o.cancelled.size(), 1);
    }

    void importTellsWhatCame()
    {
        OpenImport o;
        o.dialog.setPreview(preview());
        o.button(QDialogButtonBox::Ok)->click();
        o.dialog.showProgress({.phase = BackupProgress::Phase::Loading, .bytes = 50, .expected = 100});
        QCOMPARE(o.dialog.findChild<QProgressBar *>()->value(), 500);
        o.dialog.showReport({.imported = {imageIdOf(u"a"_s)},
            .untagged = {{.reference = Reference(u"app:1"_s), .holder = imageIdOf(u"old"_s)}}});
        QVERIFY(o.text(u"status"_s).contains(u"The name app:1 was not given: image"_s));
        QVERIFY(!o.button(QDialogButtonBox::Ok)->isEnabled());
        o.button(QDialogButtonBox::Cancel)->click();
        QVERIFY(!o.dialog.isVisible());
    }

    void exportProposesAName_data()
    {
        QTest::addColumn<QStringList>("images");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("size");
        QTest::addRow("a reference") << QStringList{u"a/app:2"_s} << u"app-2.tar"_s << u"8 kB"_s;
        QTest::addRow("an image") << QStringList{u"b"_s} << u"b-1.tar"_s << u"5.01 kB"_s;
        QTest::addRow("several share a layer")
            << QStringList{u"a"_s, u"b"_s} << u"images.tar"_s << u"8.01 kB"_s;
    }

    void exportProposesAName()
    {
        QFETCH(QStringList, images);
        QFETCH(QString, name);
        QFETCH(QString, size);
        const OpenExport o(images);
        QCOMPARE(QFileInfo(o.path()->text()).fileName(), name);
        QVERIFY2(o.text(u"imagesLabel"_s).contains(u"about "_s + size), qPrintable(o.text(u"imagesLabel"_s)));
        QVERIFY(o.button(QDialogButtonBox::Ok)->isEnabled());
    }

    void exportAsksForAForm()
    {
        OpenExport o;
        o.format()->setCurrentIndex(1);
        QVERIFY(!o.path()->text().endsWith(u".tar"_s));
        o.format()->setCurrentIndex(2);
        QVERIFY(o.path()->text().endsWith(u".tar"_s));
        o.path()->setText(o.folder.filePath(u"a.tar.zst"_s));
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 1);
        QCOMPARE(o.request().path, o.folder.filePath(u"a.tar.zst"_s));
        QCOMPARE(o.request().format, ExportRequest::Format::Layout);
        QCOMPARE(o.request().existing, ExportRequest::Existing::Refuse);
        QCOMPARE(o.request().targets, targetsFromText({u"a"_s}));
    }

    void exportAsksWhatBecomesOfAFile_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<ExportRequest::Existing>("existing");
        QTest::addRow("add") << u"addButton"_s << ExportRequest::Existing::Add;
        QTest::addRow("replace") << u"replaceButton"_s << ExportRequest::Existing::Replace;
    }

    void exportAsksWhatBecomesOfAFile()
    {
        QFETCH(QString, button);
        QFETCH(ExportRequest::Existing, existing);
        OpenExport o;
        QFile file(o.folder.filePath(u"a.tar"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(!o.choice(button)->isVisible());
        o.path()->setText(file.fileName());
        QVERIFY(o.choice(button)->isVisible());
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 0);
        o.choice(button)->click();
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.request().existing, existing);
    }

    void exportEndsInTheDialog()
    {
        OpenExport o;
        o.button(QDialogButtonBox::Ok)->click();
        QVERIFY(!o.button(QDialogButtonBox::Ok)->isEnabled());
        QVERIFY(!o.path()->isEnabled());
        o.dialog.showProgress({.phase = BackupProgress::Phase::Saving, .bytes = 10, .expected = 40});
        QCOMPARE(o.dialog.findChild<QProgressBar *>()->value(), 250);
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QCOMPARE(o.cancelled.size(), 1);
        QVERIFY(o.dialog.isVisible());
        o.dialog.showReport(
            {.request = o.request(), .error = Error{.code = ErrorCode::NoSpace, .detail = u"/x"_s}});
        QVERIFY(o.text(u"status"_s).contains(u"not enough room"_s));
        // It can be tried again.
        QVERIFY(o.button(QDialogButtonBox::Ok)->isEnabled());
        o.button(QDialogButtonBox::Ok)->click();
        QCOMPARE(o.requested.size(), 2);
        QFile file(o.request().path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        o.dialog.showReport({.request = o.request(), .images = 1, .size = 8000});
        QVERIFY(o.text(u"status"_s).contains(u"8 kB"_s));
        // What was just written is not asked about.
        QVERIFY(!o.choice(u"addButton"_s)->isVisible());
        QVERIFY(!o.button(QDialogButtonBox::Ok)->isEnabled());
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QVERIFY(!o.dialog.isVisible());
    }

    void waitsForWhatElseRuns()
    {
        OpenExport o;
        o.dialog.setAvailable(false);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 0);
        o.dialog.setAvailable(true);
        QTest::keyClick(&o.dialog, Qt::Key_Return);
        QCOMPARE(o.requested.size(), 1);
    }
};

QTEST_MAIN(tst_TransferDialogs)
#include "tst_transferdialogs.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/pulldialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

struct Open
{
    PullDialog dialog;
    QSignalSpy requested{&dialog, &PullDialog::pullRequested};
    QSignalSpy cancelled{&dialog, &PullDialog::cancelRequested};

    Open() { dialog.show(); }

    QLineEdit *name() const { return dialog.findChild<QLineEdit *>(u"name"_s); }
    QPushButton *button(const QString &name) const { return dialog.findChild<QPushButton *>(name); }
    QString status() const { return dialog.findChild<QLabel *>(u"status"_s)->text(); }
    QAbstractItemModel *layers() const { return dialog.findChild<QTreeView *>(u"layers"_s)->model(); }

    void pull(const QString &text)
    {
        name()->setText(text);
        QTest::keyClick(name(), Qt::Key_Return);
    }
};

} // namespace

class tst_PullDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAName()
    {
        Open o;
        QVERIFY(!o.button(u"pullButton"_s)->isEnabled());
        QVERIFY(o.status().isEmpty());
        QTest::keyClick(o.name(), Qt::Key_Return);
        o.pull(u"No Name"_s);
        QVERIFY(o.status().contains(u"No Name"_s));
        QVERIFY(!o.button(u"pullButton"_s)->isEnabled());
        QCOMPARE(o.requested.size(), 0);
        QVERIFY(o.dialog.isVisible());
    }

    void requestsOnce()
    {
        Open o;
        o.pull(u"app"_s);
        QTest::keyClick(o.name(), Qt::Key_Return);
        QCOMPARE(o.requested.size(), 1);
        QCOMPARE(o.requested.first().first().value<Reference>(), Reference(u"app:latest"_s));
        QVERIFY(o.status().contains(u"app:latest"_s));
        QVERIFY(o.name()->isReadOnly());
        QVERIFY(!o.button(u"pullButton"_s)->isEnabled());
    }

    void pullsByClick()
    {
        Open o;
        o.name()->setText(u"app:2"_s);
        o.button(u"pullButton"_s)->click();
        QCOMPARE(o.requested.size(), 1);
    }

    void followsLayers()
    {
        Open o;
        o.pull(u"app:1"_s);
        o.dialog.showProgress({.layer = u"a"_s, .state = PullProgress::State::Waiting});
        o.dialog.showProgress({.layer = u"b"_s, .state = PullProgress::State::Exists});
        o.dialog.showProgress({.layer = u"a"_s, .state = PullProgress::State::Done});
        QCOMPARE(o.layers()->rowCount(), 2);
        o.dialog.showResult(Reference(u"app:1"_s), {.digest = u"sha256:1"_s, .status = u"Status: new"_s});
        QVERIFY(o.status().contains(u"Status: new"_s) && o.status().contains(u"sha256:1"_s));
        QVERIFY(!o.name()->isReadOnly());
        QVERIFY(o.button(u"pullButton"_s)->isEnabled());
        // The next one begins with an empty list.
        o.pull(u"app:2"_s);
        QCOMPARE(o.layers()->rowCount(), 0);
        QCOMPARE(o.requested.size(), 2);
    }

    void cancels()
    {
        Open o;
        QVERIFY(!o.button(u"cancelButton"_s)->isEnabled());
        o.pull(u"app:1"_s);
        o.button(u"cancelButton"_s)->click();
        QCOMPARE(o.cancelled.size(), 1);
        o.dialog.showError(Reference(u"app:1"_s), {.code = ErrorCode::Cancelled});
        QCOMPARE(o.status(), u"Cancelled"_s);
        QVERIFY(!o.button(u"cancelButton"_s)->isEnabled());
    }

    void tellsWhatWentWrong()
    {
        Open o;
        o.pull(u"app:1"_s);
        o.dialog.showError(Reference(u"app:1"_s), {.code = ErrorCode::NotFound, .detail = u"no app"_s});
        QVERIFY(o.status().contains(u"no app"_s));
        QVERIFY(o.button(u"pullButton"_s)->isEnabled());
    }

    void waitsForAnotherJob()
    {
        Open o;
        o.name()->setText(u"app:1"_s);
        o.dialog.setAvailable(false);
        QVERIFY(!o.button(u"pullButton"_s)->isEnabled());
        QTest::keyClick(o.name(), Qt::Key_Return);
        QCOMPARE(o.requested.size(), 0);
        QVERIFY(!o.name()->isReadOnly());
        o.dialog.setAvailable(true);
        QVERIFY(o.button(u"pullButton"_s)->isEnabled());
    }

    void goesOnWhileClosed()
    {
        Open o;
        o.pull(u"app:1"_s);
        QTest::keyClick(&o.dialog, Qt::Key_Escape);
        QVERIFY(!o.dialog.isVisible());
        QCOMPARE(o.cancelled.size(), 0);
        o.dialog.showProgress({.layer = u"a"_s, .state = PullProgress::State::Extracting});
        o.dialog.show();
        QCOMPARE(o.layers()->rowCount(), 1);
        QVERIFY(o.name()->isReadOnly());
    }
};

QTEST_MAIN(tst_PullDialog)
#include "tst_pulldialog.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/enginewindowtest.h"
#include "gui/pulldialog.h"
#include "gui/removaldialog.h"
#include "models/imagemodel.h"
#include "support/registry.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace jettison;

/// That the real window shows what a real engine has, and follows it.
class tst_WindowEngine : public EngineWindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void listsWhatTheEngineHas();
    void followsTheEngine();
    void theEngineGoesAndComesBack();
    void pullsAndRemovesAgain();

private:
    QString docker(const QStringList &arguments) const;
};

// Empty, or what went wrong.
QString tst_WindowEngine::docker(const QStringList &arguments) const
{
    const Output output = m_engine->docker(arguments);
    return output.exitCode == 0 ? QString() : output.text + output.errors;
}

void tst_WindowEngine::listsWhatTheEngineHas()
{
    const auto shown = [this](const QString &row, ImageModel::Column column) {
        return m_driver->row(named(row)).siblingAtColumn(column);
    };
    for (const QString &row : {u"app 1"_s, u"base 1"_s, u"tools 1"_s}) {
        const QString name = named(QString(row).replace(u' ', u':'));
        const Output told = m_engine->docker(
            {u"image"_s, u"ls"_s, u"--no-trunc"_s, u"--format"_s, u"{{.ID}} {{.Size}}"_s, name});
        const QString size = shown(row, ImageModel::SizeColumn).data().toString().remove(u' ');
        const QString id = shown(row, ImageModel::IdColumn).data(Qt::ToolTipRole).toString();
        QCOMPARE(id + u' ' + size, told.text.trimmed());
    }
    m_driver->images()->expandAll();
    QVERIFY(m_driver->row(named(u"app latest"_s).prepend(u"  "_s)).isValid());

    QCOMPARE(docker({u"run"_s, u"-d"_s, u"--net=none"_s, u"--name=web"_s, named(u"base:1"_s), u"/busybox"_s,
                 u"sleep"_s, u"1000"_s}),
        QString());
    // The window hears of it by itself.
    QTRY_COMPARE_WITH_TIMEOUT(
        shown(u"base 1"_s, ImageModel::UsedByColumn).data().toString(), u"web (running)"_s, Patience);
    QCOMPARE(docker({u"rm"_s, u"-f"_s, u"web"_s}), QString());
    QTRY_COMPARE_WITH_TIMEOUT(
        shown(u"base 1"_s, ImageModel::UsedByColumn).data().toString(), QString(), Patience);
}

void tst_WindowEngine::followsTheEngine()
{
    m_driver->click(named(u"tools 1"_s));
    QCOMPARE(docker({u"rmi"_s, named(u"app:1"_s)}), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);
    QCOMPARE(docker({u"tag"_s, named(u"tools:1"_s), named(u"tools:2"_s)}), QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(named(u"tools 2 tag(s)"_s)).isValid(), Patience);
    QCOMPARE(m_driver->selectedRows(), QStringList(named(u"tools 2 tag(s)"_s)));
}

void tst_WindowEngine::theEngineGoesAndComesBack()
{
    m_engine->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->banner().isEmpty(), Patience);
    QVERIFY(!m_driver->action(u"removeAllAction"_s)->isEnabled());
    QCOMPARE(m_engine->start(), QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->banner().isEmpty(), Patience);
    QCOMPARE(m_driver->rows().size(), 4);
    m_driver->click(named(u"app 1"_s));
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    compare(confirm());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);
}

void tst_WindowEngine::pullsAndRemovesAgain()
{
    Registry registry;
    if (const QString problem = registry.start(); !problem.isEmpty()) {
        QSKIP(qPrintable(problem));
    }
    const QString repository = registry.address() + "/tools"_L1;
    const QString name = repository + ":1"_L1;
    QCOMPARE(docker({u"tag"_s, named(u"tools:1"_s), name}), QString());
    QCOMPARE(docker({u"push"_s, name}), QString());
    QCOMPARE(docker({u"rmi"_s, name, named(u"tools:1"_s)}), QString());
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows().size(), 3, Patience);

    m_driver->action(u"pullAction"_s)->trigger();
    auto *dialog = m_window->findChild<PullDialog *>();
    QTRY_VERIFY(dialog->isVisible());
    auto *box = dialog->findChild<QLineEdit *>();
    box->setText(name);
    QTest::keyClick(box, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(repository + " 1"_L1).isValid(), Patience);
    // Containerd speaks of the layers alone that it lacks.
    QVERIFY(dialog->findChild<QTreeView *>()->model()->rowCount() >= 1);
    const bool isPodman = m_engine->kind().isPodman();
    const QString end = isPodman ? u"Download complete"_s : u"Downloaded newer image for "_s + name;
    QTRY_VERIFY(dialog->findChild<QLabel *>(u"status"_s)->text().contains(end));
    QCOMPARE(m_driver->logLines().filter(u"Digest: sha256:"_s).isEmpty(), isPodman);
    dialog->close();

    m_driver->click(repository + " 1"_L1);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    const Removal removal = confirm();
    compare(removal);
    QVERIFY(removal.logged.contains("Untagged: "_L1 + name));
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver->row(repository + " 1"_L1).isValid(), Patience);
}

QTEST_MAIN(tst_WindowEngine)
#include "tst_windowengine.moc"

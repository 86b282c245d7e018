// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/enginewindowtest.h"

#include "engines/conformance/engineevents.h"
#include "engines/conformance/expectedresult.h"
#include "engines/imagenames.h"
#include "engines/storestate.h"
#include "gui/removaldialog.h"
#include "models/messages.h"
#include "stores/storefactory.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QTest>
#include <QTreeView>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QStringList Kinds{
    u"docker20"_s, u"docker26-containerd"_s, u"docker28-containerd"_s, u"podman43"_s, u"podman54-rootless"_s};
const QString Images = u"image base: base:1 [debian=70000]\n"
                       "image one: app:1 [own=3000] on base\n"
                       "image two: app:2 app:latest [other=2000] on base\n"
                       "image tools: tools:1 [tools=9000]"_s;

QStringList foretoldBy(const RemovalPlan &plan)
{
    QStringList texts;
    for (const RemovalLine &line : plan.predictedLines()) {
        texts << lineText(line);
    }
    return texts;
}

// Of a removal, whose first line says what begins.
QStringList engineLines(const QStringList &log)
{
    static const QStringList beginnings{u"Stopped: "_s, u"Removed: "_s, u"Untagged: "_s, u"Deleted: "_s};
    QStringList lines = log;
    lines.removeIf([](const QString &line) {
        return std::ranges::none_of(
            beginnings, [&](const QString &beginning) { return line.startsWith(beginning); });
    });
    return lines;
}

} // namespace

void EngineWindowTest::initTestCase_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : Kinds) {
        QTest::addRow("%s", qPrintable(kind)) << kind;
    }
}

void EngineWindowTest::init()
{
    QFETCH_GLOBAL(QString, kind);
    const auto engine = m_engines.of(kind);
    if (!engine) {
        QSKIP(qPrintable(engine.error()));
    }
    m_engine = *engine;
    QCOMPARE(m_engine->reset(), QString());
    QCOMPARE(Scene(*m_engine, {}).setUp(Images), QString());
    openWindow();
    m_driver->images()->sortByColumn(0, Qt::AscendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_driver->rows(), named({u"app 1"_s, u"app 2 tag(s)"_s, u"base 1"_s, u"tools 1"_s}), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->snapshot()->layers().isRead(), Patience);
}

void EngineWindowTest::openWindow()
{
    WindowDriver::forgetSettings();
    m_backups = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<Session>(storeFactory(
        {.host = m_engine->endpoint(), .environment = QProcessEnvironment::systemEnvironment()}));
    m_session->setBackupRules({.folder = m_backups->path()});
    m_window = std::make_unique<MainWindow>(*m_session);
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(900, 700);
    m_window->show();
    m_session->start();
}

void EngineWindowTest::cleanup()
{
    m_driver.reset();
    m_window.reset();
    m_session.reset();
    m_backups.reset();
}

QString EngineWindowTest::named(const QString &name) const
{
    return m_engine->kind().isPodman() ? wholeName(name) : name;
}

QStringList EngineWindowTest::named(QStringList names) const
{
    std::ranges::transform(names, names.begin(), [this](const QString &name) { return named(name); });
    return names;
}

QStringList EngineWindowTest::state() const
{
    return StoreState::of(*m_engine).text();
}

EngineWindowTest::Removal EngineWindowTest::confirm() const
{
    RemovalDialog *dialog = m_driver->removalDialog();
    QPushButton *remove = dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
    // Where containers go, it waits for what is known of them.
    if (!QTest::qWaitFor([&] { return remove->isEnabled(); }, Patience)) {
        return {.contradictions = {u"the preview cannot be confirmed"_s}};
    }
    Removal removal{.foretold = foretoldBy(dialog->plan())};
    const StoreState before = StoreState::of(*m_engine);
    EngineEvents events(*m_engine);
    const qsizetype linesBefore = m_driver->logLines().size();
    QTest::mouseClick(remove, Qt::LeftButton);
    const auto newLines = [&] { return m_driver->logLines().sliced(linesBefore); };
    const bool hasEnded = QTest::qWaitFor(
        [&] { return !newLines().filter(u" deleted, "_s).isEmpty() && !m_session->isBusy(); }, Patience);
    removal.logged = engineLines(newLines());
    const QStringList lines = before.withoutLayers(removal.logged);
    removal.contradictions =
        contradictions(before, lines, events.take(eventsExpected(before, lines)), m_engine->kind());
    if (!hasEnded) {
        removal.contradictions << u"the removal does not end"_s;
    }
    if (state() != before.after(removal.logged).text()) {
        removal.contradictions << u"the store is not as the log says"_s << state();
    }
    return removal;
}

void EngineWindowTest::compare(const Removal &removal)
{
    QVERIFY(!removal.foretold.isEmpty());
    QCOMPARE(removal.logged, removal.foretold);
    QCOMPARE(removal.contradictions, QStringList());
}

} // namespace jettison

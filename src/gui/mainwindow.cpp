// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/mainwindow.h"

#include "gui/aboutbox.h"
#include "gui/backupactions.h"
#include "gui/busybar.h"
#include "gui/choosefiles.h"
#include "gui/elidedlabel.h"
#include "gui/filesactions.h"
#include "gui/filterbar.h"
#include "gui/imagepane.h"
#include "gui/layerpane.h"
#include "gui/nodeactions.h"
#include "gui/pullactions.h"
#include "gui/removalactions.h"
#include "gui/transferactions.h"
#include "models/messages.h"
#include "ui_mainwindow.h"

#include <QClipboard>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStyle>
#include <QUrl>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString StateKey = u"window/state"_s;
const QString SplitterKey = u"window/splitter"_s;
const QString LayersShownKey = u"layers/shown"_s;
const QString LogShownKey = u"log/shown"_s;

} // namespace

MainWindow::MainWindow(Session &session, QWidget *parent)
    : QMainWindow(parent),
      m_session(session),
      m_ui(std::make_unique<Ui::MainWindow>()),
      m_filter(new FilterBar(this))
{
    m_ui->setupUi(this);
    m_ui->banner->hide();
    const int iconSize = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_ui->bannerIcon->setPixmap(style()->standardIcon(QStyle::SP_MessageBoxWarning).pixmap(iconSize));
    buildToolBar();
    buildStatusBar();
    auto *menu = new QMenu(this);
    menu->addActions({m_ui->removeAction, m_ui->forceRemoveAction, m_ui->removeAllAction});
    menu->addSeparator();
    menu->addActions({m_ui->filesAction, m_ui->exportAction});
    menu->addSeparator();
    menu->addActions({m_ui->copyIdAction, m_ui->copyNameAction});
    m_ui->store->images()->setContextMenu(menu);
    m_ui->store->images()->addActions({m_ui->removeAction, m_ui->forceRemoveAction, m_ui->copyNameAction});
    m_removals = new RemovalActions(m_session, this);
    m_pulls = new PullActions(m_session, m_ui->pullAction, this);
    m_backups = new BackupActions(m_session, m_ui->undoAction, m_ui->backupsAction, this);
    m_transfers = new TransferActions(
        m_session, m_ui->exportAction, m_ui->importAction,
        [this] { return m_ui->store->images()->selectedTargets(); }, this);
    m_files =
        new FilesActions(m_session, m_ui->filesAction, *m_ui->store->images(), *m_ui->store->layers(), this);
    m_nodes = new NodeActions(m_session, m_ui->nodesAction, this);
    connectActions();
    connectSession();
    restore();
    showBusy(false);
}

MainWindow::~MainWindow() = default;

void MainWindow::buildToolBar()
{
    auto *spacer = new QWidget(this);
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_ui->toolBar->addWidget(spacer);
    m_ui->toolBar->addWidget(m_filter);
    m_ui->toolBar->addAction(m_ui->refreshAction);
}

void MainWindow::buildStatusBar()
{
    m_selectionLabel = new ElidedLabel(this);
    // What stands beside it comes and goes, and must not make the window wider.
    m_selectionLabel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_storeLabel = new QLabel(this);
    m_busyBar = new BusyBar(m_ui->cancelAction, this);
    statusBar()->addWidget(m_selectionLabel, 1);
    statusBar()->addPermanentWidget(m_busyBar);
    statusBar()->addPermanentWidget(m_storeLabel);
}

void MainWindow::connectActions()
{
    connect(m_ui->removeAction, &QAction::triggered, this,
        [this] { ask(m_ui->store->images()->selectedTargets(), {}); });
    connect(m_ui->forceRemoveAction, &QAction::triggered, this,
        [this] { ask(m_ui->store->images()->selectedTargets(), {.force = true}); });
    connect(m_ui->removeAllAction, &QAction::triggered, this,
        [this] { ask(selectTargets(*m_session.snapshot(), Selector::All), {}); });
    connect(m_ui->refreshAction, &QAction::triggered, &m_session, &Session::refresh);
    connect(m_ui->cancelAction, &QAction::triggered, &m_session, &Session::cancel);
    connect(m_ui->copyIdAction, &QAction::triggered, this,
        [this] { QGuiApplication::clipboard()->setText(m_ui->store->images()->selectedIds().join(u'\n')); });
    connect(m_ui->copyNameAction, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(m_ui->store->images()->selectedNames().join(u'\n'));
    });
    connect(m_ui->openArchiveAction, &QAction::triggered, this, &MainWindow::openArchive);
    connect(m_ui->openLayoutAction, &QAction::triggered, this,
        [this] { chooseLayout(this, [this](const QString &path) { Q_EMIT openRequested(path); }); });
    connect(m_ui->switchAction, &QAction::triggered, this, &MainWindow::switchRequested);
    connect(m_ui->connectAction, &QAction::triggered, this, &MainWindow::connectRequested);
    connect(m_ui->closeAction, &QAction::triggered, this, &MainWindow::closeRequested);
    connect(m_ui->quitAction, &QAction::triggered, qApp, &QApplication::closeAllWindows);
    connect(m_ui->findAction, &QAction::triggered, m_filter, &FilterBar::focusSearch);
    connect(m_ui->findInLogAction, &QAction::triggered, m_ui->log, &LogPane::focusSearch);
    connect(m_ui->saveLogAction, &QAction::triggered, m_ui->log, &LogPane::save);
    connect(m_ui->showLogAction, &QAction::toggled, m_ui->log, &QWidget::setVisible);
    connect(m_ui->showLayersAction, &QAction::toggled, m_ui->store->layers(), &QWidget::setVisible);
    connect(
        m_ui->intermediateAction, &QAction::toggled, m_ui->store->images(), &ImagePane::setIntermediateShown);
    connect(m_ui->aboutAction, &QAction::triggered, this, [this] { showAbout(this); });
    connect(m_filter, &FilterBar::searchChanged, m_ui->store->images(), &ImagePane::setSearch);
    connect(m_filter, &FilterBar::showChanged, m_ui->store->images(), &ImagePane::setShow);
    connect(m_ui->store->images(), &ImagePane::selectionChanged, this, &MainWindow::updateActions);
    connect(m_ui->store->images(), &ImagePane::retryRequested, &m_session, &Session::refresh);
    connect(m_ui->store, &StorePane::effectChanged, m_selectionLabel, &QLabel::setText);
    connect(m_ui->store, &StorePane::searchRequested, m_filter, &FilterBar::search);
    connect(m_ui->store->layers(), &LayerPane::removalRequested, this,
        [this](const QList<RemovalTarget> &targets) { ask(targets, {}); });
}

void MainWindow::connectSession()
{
    connect(&m_session, &Session::scanned, this, &MainWindow::showSnapshot);
    connect(&m_session, &Session::layersProgressed, m_ui->store->layers(), &LayerPane::setProgress);
    connect(&m_session, &Session::disconnected, this, &MainWindow::showLoss);
    connect(&m_session, &Session::reconnected, m_ui->log,
        [this] { m_ui->log->append(Message::Kind::Info, tr("The connection is back")); });
    connect(&m_session, &Session::busyChanged, this, &MainWindow::showBusy);
    connect(&m_session, &Session::backupProgressed, m_busyBar, &BusyBar::setBackup);
    connect(m_removals, &RemovalActions::progressed, m_busyBar, &BusyBar::setSteps);
    connect(m_removals, &RemovalActions::askingChanged, this, &MainWindow::updateActions);
    const auto say = qOverload<const QList<Message> &>(&LogPane::append);
    connect(m_removals, &RemovalActions::said, m_ui->log, say);
    connect(m_pulls, &PullActions::said, m_ui->log, say);
    connect(m_backups, &BackupActions::said, m_ui->log, say);
    connect(m_transfers, &TransferActions::said, m_ui->log, say);
}

void MainWindow::restore()
{
    const QSettings settings;
    restoreState(settings.value(StateKey).toByteArray());
    m_ui->store->restore(settings);
    m_ui->showLayersAction->setChecked(settings.value(LayersShownKey, true).toBool());
    m_ui->showLogAction->setChecked(settings.value(LogShownKey, true).toBool());
    if (!m_ui->splitter->restoreState(settings.value(SplitterKey).toByteArray())) {
        m_ui->splitter->setSizes({3 * height() / 4, height() / 4});
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && std::ranges::all_of(urls, &QUrl::isLocalFile)) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    event->acceptProposedAction();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_transfers->importArchive(urls.first().toLocalFile());
        return;
    }
    for (const QUrl &url : urls) {
        Q_EMIT openRequested(url.toLocalFile());
    }
}

void MainWindow::endForClosing()
{
    m_ui->log->append(Message::Kind::Warning, tr("The window closes as soon as the current step has ended"));
    m_session.cancel();
}

void MainWindow::saveLayout() const
{
    QSettings settings;
    settings.setValue(StateKey, saveState());
    settings.setValue(SplitterKey, m_ui->splitter->saveState());
    m_ui->store->save(settings);
    settings.setValue(LayersShownKey, m_ui->showLayersAction->isChecked());
    settings.setValue(LogShownKey, m_ui->showLogAction->isChecked());
}

void MainWindow::addSwitcher(QWidget *switcher)
{
    m_ui->toolBar->insertWidget(m_ui->removeAction, switcher);
    m_ui->toolBar->insertSeparator(m_ui->removeAction);
}

void MainWindow::openArchive()
{
    chooseArchives(this, [this](const QString &path) { Q_EMIT openRequested(path); });
}

void MainWindow::ask(const QList<RemovalTarget> &targets, const RemovalOptions &options)
{
    m_removals->ask(targets, options, m_backups->freeSpace());
}

void MainWindow::showSnapshot(const SnapshotPtr &snapshot)
{
    const bool isFirst = m_storeLabel->text().isEmpty();
    showNote(snapshot->store());
    m_ui->store->setSnapshot(snapshot);
    const QString store = messages::storeName(snapshot->store());
    m_storeLabel->setText(tr("%1 — %2").arg(store, messages::totals(*snapshot)));
    setWindowTitle(tr("%1 — Jettison").arg(store));
    if (isFirst) {
        m_ui->log->append(
            Message::Kind::Info, tr("Connected to %1 at %2").arg(store, snapshot->store().endpoint));
    }
    m_removals->setSnapshot(snapshot);
    updateActions();
}

// It stays as long as the store does: nobody should forget that a store is a sample, or unverified.
void MainWindow::showNote(const StoreInfo &store)
{
    const QString note = messages::storeBanner(store);
    m_ui->bannerIcon->setVisible(store.isUnverified);
    m_ui->bannerLabel->setText(note);
    m_ui->banner->setVisible(!note.isEmpty());
    m_storeLabel->setToolTip(store.isUnverified ? note : store.endpoint);
}

void MainWindow::showLoss(const Error &error)
{
    const QString text = m_session.snapshot() ? messages::loss(error) : messages::error(error);
    m_ui->log->append(Message::Kind::Error, text);
    m_ui->bannerLabel->setText(
        (waitsForPerson(error) ? tr("%1 Refresh tries again.") : tr("%1 Trying again…")).arg(text));
    m_ui->banner->setVisible(m_session.snapshot() != nullptr);
    if (!m_session.snapshot()) {
        m_ui->store->images()->setProblem(text);
    }
    updateActions();
}

void MainWindow::showBusy(bool busy)
{
    m_busyBar->setBusy(busy);
    updateActions();
}

void MainWindow::updateActions()
{
    const bool isReady = m_session.isConnected() && !m_session.isBusy();
    const bool hasSelection = m_ui->store->images()->hasSelection();
    m_ui->removeAction->setEnabled(isReady && hasSelection);
    m_ui->removeAction->setText(
        m_ui->store->images()->hasOnlyPlatforms() ? tr("&Remove platform…") : tr("&Remove…"));
    m_ui->forceRemoveAction->setEnabled(isReady && hasSelection);
    m_ui->removeAllAction->setEnabled(isReady && !m_session.snapshot()->images().isEmpty());
    m_ui->store->layers()->setRemovalAllowed(isReady);
    const bool isEngine =
        !m_session.snapshot() || m_session.snapshot()->store().kind == StoreInfo::Kind::Engine;
    m_ui->forceRemoveAction->setVisible(isEngine);
    // A pull that begins under an open preview would make its confirmation come to nothing.
    m_pulls->update(!m_removals->isAsking());
    m_ui->cancelAction->setEnabled(m_session.isBusy());
    m_backups->update();
    m_files->update();
    m_transfers->update();
    m_nodes->update();
    m_ui->copyIdAction->setEnabled(hasSelection);
    m_ui->copyNameAction->setEnabled(hasSelection);
}

} // namespace jettison

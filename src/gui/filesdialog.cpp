// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/filesdialog.h"

#include "gui/fitscreen.h"
#include "gui/rowdelegate.h"
#include "models/filestext.h"
#include "models/formatting.h"
#include "models/messages.h"
#include "ui_filesdialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds FilterDelay{200};
// As many rows are opened to show what fits a filter.
constexpr int FewRows = 300;
constexpr int ProgressSteps = 1000;

class FilesDelegate : public RowDelegate
{
public:
    using RowDelegate::RowDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        RowDelegate::initStyleOption(option, index);
        const auto *model = static_cast<const FilesModel *>(index.model());
        option->font.setStrikeOut(index.column() == FilesModel::NameColumn && model->isHiding(index));
    }
};

} // namespace

FilesDialog::FilesDialog(Session &session, const Image &image, int layer, QWidget *parent)
    : QDialog(parent),
      m_session(session),
      m_image(image),
      m_layer(layer),
      m_ui(std::make_unique<Ui::FilesDialog>())
{
    m_ui->setupUi(this);
    fitScreen(*this);
    setWindowTitle(tr("Files of %1").arg(messages::imageName(image)));
    prepareViews();
    connectViews();
    connect(&m_session, &Session::filesProgressed, this, &FilesDialog::showProgress);
    connect(&m_session, &Session::filesRead, this, &FilesDialog::showFiles);
    connect(&m_session, &Session::filesFailed, this, &FilesDialog::showError);
}

FilesDialog::~FilesDialog() = default;

void FilesDialog::prepareViews()
{
    const auto width = [this](int digits) { return fontMetrics().horizontalAdvance(u'0') * digits; };
    prepareView(m_ui->layers, m_layersModel);
    prepareView(m_ui->files, m_filesModel);
    prepareView(m_ui->biggest, m_biggestModel);
    prepareView(m_ui->wasted, m_wastedModel);
    m_ui->files->setItemDelegate(new FilesDelegate(m_ui->files));
    m_ui->files->sortByColumn(FilesModel::SizeColumn, Qt::DescendingOrder);
    QHeaderView *files = m_ui->files->header();
    files->resizeSection(FilesModel::NameColumn, width(28));
    files->resizeSection(FilesModel::SizeColumn, width(9));
    files->resizeSection(FilesModel::ModeColumn, width(13));
    files->resizeSection(FilesModel::LayerColumn, width(6));
    for (QTreeView *view : {m_ui->layers, m_ui->biggest, m_ui->wasted}) {
        view->header()->setStretchLastSection(false);
        view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
        view->header()->resizeSection(1, width(9));
        view->header()->resizeSection(2, width(9));
    }
    m_ui->filesPage->setSizes({this->width() / 3, 2 * this->width() / 3});
    m_filtering.setSingleShot(true);
    m_filtering.setInterval(FilterDelay);
}

void FilesDialog::prepareView(QTreeView *view, QAbstractItemModel &model)
{
    view->setModel(&model);
    view->setItemDelegate(new RowDelegate(view));
    if (view != m_ui->layers) {
        view->addAction(m_ui->copyAction);
        connect(
            view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilesDialog::updateCopy);
        connect(&model, &QAbstractItemModel::modelReset, this, &FilesDialog::updateCopy);
    }
}

void FilesDialog::connectViews()
{
    connect(m_ui->layers->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid()) {
                showLayer(FileLayersModel::layer(current));
                m_ui->tabs->setCurrentWidget(m_ui->filesTab);
            }
        });
    addAction(m_ui->findAction);
    connect(m_ui->findAction, &QAction::triggered, m_ui->filter, [this] {
        m_ui->filter->setFocus(Qt::ShortcutFocusReason);
        m_ui->filter->selectAll();
    });
    connect(m_ui->filter, &QLineEdit::textChanged, &m_filtering, qOverload<>(&QTimer::start));
    connect(&m_filtering, &QTimer::timeout, this, &FilesDialog::applyFilter);
    connect(m_ui->tabs, &QTabWidget::currentChanged, this, &FilesDialog::updateCopy);
    connect(m_ui->copyAction, &QAction::triggered, this, &FilesDialog::copyPaths);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &FilesDialog::copyPaths);
    connect(m_ui->biggest, &QTreeView::activated, this, &FilesDialog::revealBiggest);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, [this] { m_session.cancelFiles(m_image.id); });
    connect(m_ui->againButton, &QPushButton::clicked, this, &FilesDialog::read);
    updateCopy();
}

void FilesDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (!m_files && !m_isReading) {
        read();
    }
}

void FilesDialog::done(int result)
{
    if (m_isReading) {
        m_session.cancelFiles(m_image.id);
    }
    QDialog::done(result);
}

void FilesDialog::read()
{
    m_isReading = true;
    m_ui->progress->setRange(0, 0);
    m_ui->busyLabel->setText(tr("Waiting for the engine to send %1 (%2)…")
            .arg(messages::imageName(m_image), formatSize(m_image.size)));
    m_ui->pages->setCurrentWidget(m_ui->busyPage);
    m_session.readFiles(m_image.id);
}

// An engine may take its time before the second byte, and an archive is bigger than what is in it: the bar
// has an end only where it means something.
void FilesDialog::showProgress(const ImageId &image, qint64 bytes)
{
    if (image != m_image.id || !m_isReading) {
        return;
    }
    const bool isKnown = bytes <= m_image.size && bytes * 100 >= m_image.size;
    const QString name = messages::imageName(m_image);
    m_ui->busyLabel->setText(bytes <= m_image.size
            ? tr("Reading %1: %2 of about %3").arg(name, formatSize(bytes), formatSize(m_image.size))
            : tr("Reading %1: %2").arg(name, formatSize(bytes)));
    m_ui->progress->setRange(0, isKnown ? ProgressSteps : 0);
    if (isKnown) {
        m_ui->progress->setValue(int(bytes * ProgressSteps / qMax<qint64>(1, m_image.size)));
    }
}

void FilesDialog::showFiles(const ImageFilesPtr &files)
{
    if (files->image() != m_image.id || !m_isReading) {
        return;
    }
    m_isReading = false;
    m_files = files;
    if (files->layers().empty()) {
        showMessage(tr("There are no files in this image."), false);
        return;
    }
    const SnapshotPtr snapshot = m_session.snapshot();
    m_layersModel.setFiles(files, filestext::layerTitles(*files, snapshot ? *snapshot : Snapshot()));
    m_biggestModel.setFiles(files);
    m_wastedModel.setFiles(files);
    m_ui->summary->setText(filestext::summary(*files));
    m_ui->wastedLabel->setText(files->wasted().empty()
            ? tr("Nothing is wasted: no layer overwrites or hides a file of one below it.")
            : tr("These take %1 in lower layers, and are never seen: upper layers overwrite or hide them.")
                  .arg(formatSize(files->wastedBytes())));
    m_ui->tabs->setTabText(m_ui->tabs->indexOf(m_ui->wastedTab),
        files->wasted().empty() ? tr("&Wasted: nothing")
                                : tr("&Wasted: %1 in %Ln file(s)", nullptr, int(files->wasted().size()))
                                      .arg(formatSize(files->wastedBytes())));
    // A list that comes into sight may get the focus, and with it a current row of its own.
    const int layer = m_layer;
    m_ui->pages->setCurrentWidget(m_ui->filesPage);
    selectLayer(layer);
    m_ui->files->setFocus();
}

void FilesDialog::showError(const ImageId &image, const Error &error)
{
    if (image == m_image.id && m_isReading) {
        m_isReading = false;
        showMessage(messages::error(error), true);
    }
}

void FilesDialog::showMessage(const QString &text, bool canRetry)
{
    m_ui->message->setText(text);
    m_ui->againButton->setVisible(canRetry);
    m_ui->pages->setCurrentWidget(m_ui->messagePage);
}

void FilesDialog::selectLayer(int layer)
{
    m_layer = layer;
    if (m_files) {
        const QModelIndex index = m_layersModel.index(layer + 1, 0);
        m_ui->layers->setCurrentIndex(index.isValid() ? index : m_layersModel.index(0, 0));
    }
}

void FilesDialog::showLayer(int layer)
{
    m_layer = layer;
    m_filesModel.setFiles(m_files, layer);
    m_ui->files->setColumnHidden(FilesModel::LayerColumn, layer != FilesModel::WholeImage);
    expandFew();
}

void FilesDialog::applyFilter()
{
    const QString text = m_ui->filter->text();
    m_filesModel.setFilter(text);
    m_biggestModel.setFilter(text);
    m_wastedModel.setFilter(text);
    expandFew();
}

// All, if that is few; of what fits a filter at least as much as can be looked through.
void FilesDialog::expandFew()
{
    if (m_filesModel.shownRows() <= FewRows) {
        m_ui->files->expandAll();
        return;
    }
    int rows = m_filesModel.rowCount();
    QModelIndex folder = m_ui->filter->text().isEmpty() ? QModelIndex() : m_filesModel.index(0, 0);
    for (; folder.isValid() && rows < FewRows; folder = m_ui->files->indexBelow(folder)) {
        rows += m_filesModel.rowCount(folder);
        m_ui->files->expand(folder);
    }
}

// Where the rest of its folder can be seen.
void FilesDialog::revealBiggest(const QModelIndex &index)
{
    const PathTree::Index path = m_biggestModel.pathIndex(index);
    selectLayer(FilesModel::WholeImage);
    m_ui->tabs->setCurrentWidget(m_ui->filesTab);
    if (const QModelIndex file = m_filesModel.indexOf(path); file.isValid()) {
        m_ui->files->setCurrentIndex(file);
        m_ui->files->scrollTo(file, QAbstractItemView::PositionAtCenter);
        m_ui->files->setFocus();
    }
}

QStringList FilesDialog::selectedPaths() const
{
    const QTreeView *view = m_ui->tabs->currentWidget() == m_ui->filesTab ? m_ui->files
        : m_ui->tabs->currentWidget() == m_ui->biggestTab                 ? m_ui->biggest
                                                                          : m_ui->wasted;
    QStringList paths;
    for (const QModelIndex &index : view->selectionModel()->selectedIndexes()) {
        if (index.column() == 0) {
            paths << (view == m_ui->files   ? m_filesModel.path(index)
                    : view == m_ui->biggest ? m_biggestModel.path(index)
                                            : m_wastedModel.path(index));
        }
    }
    return paths;
}

void FilesDialog::updateCopy()
{
    const bool hasSelection = !selectedPaths().isEmpty();
    m_ui->copyAction->setEnabled(hasSelection);
    m_ui->copyButton->setEnabled(hasSelection);
}

void FilesDialog::copyPaths()
{
    QGuiApplication::clipboard()->setText(selectedPaths().join(u'\n'));
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/exportdialog.h"

#include "core/backupsize.h"
#include "gui/fitscreen.h"
#include "gui/progressparts.h"
#include "models/formatting.h"
#include "models/imagetext.h"
#include "models/transfertext.h"
#include "models/undotext.h"
#include "ui_exportdialog.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QPushButton>
#include <QRegularExpression>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &ending()
{
    static const QRegularExpression expression(
        u"\\.(tar(\\.(gz|bz2|xz|zst))?|tgz)$"_s, QRegularExpression::CaseInsensitiveOption);
    return expression;
}

// Such as `app-1` for the image app:1.
QString proposedName(const ExportRequest &request)
{
    static const QRegularExpression other(u"[^A-Za-z0-9._-]+"_s);
    const RemovalTarget &target = request.targets.first();
    const Image *image = request.snapshot->image(target.image);
    const QStringList names = image ? namesOf(*image) : QStringList();
    const bool isOne = request.targets.size() == 1 && image && !image->references.isEmpty();
    const QString name =
        !target.references.isEmpty() ? target.references.first().text() : names.value(0).section(u'@', 0, 0);
    return isOne ? name.section(u'/', -1).replace(other, u"-"_s) : u"images"_s;
}

} // namespace

ExportDialog::ExportDialog(
    const SnapshotPtr &snapshot, const QList<RemovalTarget> &targets, const QString &folder, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::ExportDialog>()),
      m_request{.snapshot = snapshot, .targets = targets}
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->imagesLabel->setText(describeImages());
    m_ui->format->addItems({tr("Archive as \"docker save\" makes it"), tr("OCI layout in a folder"),
        tr("OCI layout in an archive")});
    m_ui->path->setText(QDir::toNativeSeparators(folder + u'/' + proposedName(m_request) + ".tar"_L1));
    m_ui->existingLabel->setAccessibleName(m_ui->existingLabel->text());
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Export"));
    // Neither is chosen until a person does.
    auto *choice = new QButtonGroup(this);
    choice->addButton(m_ui->addButton);
    choice->addButton(m_ui->replaceButton);
    connect(choice, &QButtonGroup::idToggled, this, &ExportDialog::check);
    connect(m_ui->format, &QComboBox::currentIndexChanged, this, &ExportDialog::changeEnding);
    connect(m_ui->path, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_ui->browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    setRunning(false);
    m_ui->path->setFocus();
    m_ui->path->selectAll();
}

ExportDialog::~ExportDialog() = default;

QString ExportDialog::describeImages() const
{
    std::vector<Snapshot::Index> images;
    QStringList names;
    for (const RemovalTarget &target : m_request.targets) {
        const Snapshot::Index index = m_request.snapshot->find(target.image);
        if (index != Snapshot::None) {
            images.push_back(index);
            names << (target.references.isEmpty() ? messages::imageName(m_request.snapshot->images()[index])
                                                  : target.references.first().text());
        }
    }
    constexpr qsizetype MaxNames = 3;
    const QString size = formatSize(savedSize(*m_request.snapshot, images));
    const QString text = names.first(std::min(MaxNames, names.size())).join(tr(", "));
    return names.size() > MaxNames
        ? tr("%1 and %n more, about %2 unpacked", nullptr, int(names.size() - MaxNames)).arg(text, size)
        : tr("%1, about %2 unpacked").arg(text, size);
}

ExportDialog::Form ExportDialog::form() const
{
    return Form(m_ui->format->currentIndex());
}

// A folder has no ending, a file has one.
void ExportDialog::changeEnding()
{
    QString path = m_ui->path->text();
    const bool hasEnding = path.contains(ending());
    if (form() == LayoutFolder) {
        path.remove(ending());
    } else if (!hasEnding && !path.isEmpty()) {
        path += ".tar"_L1;
    }
    m_ui->path->setText(path);
    check();
}

void ExportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Export to"), QFileInfo(m_ui->path->text()).path());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    // This dialog asks itself what shall become of a file that is there.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    if (form() == LayoutFolder) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setAcceptMode(QFileDialog::AcceptOpen);
    } else {
        dialog->setNameFilters({tr("Archives (*.tar *.tar.gz *.tar.xz *.tar.zst)"), tr("All files (*)")});
        dialog->selectFile(QFileInfo(m_ui->path->text()).fileName());
    }
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_ui->path->setText(QDir::toNativeSeparators(path));
        changeEnding();
    });
    dialog->open();
}

void ExportDialog::check()
{
    const QString path = m_ui->path->text().trimmed();
    const QFileInfo target(path);
    const bool isWritten = !path.isEmpty() && path == m_written;
    const bool isEmptyFolder = target.isDir() && QDir(target.filePath()).isEmpty();
    const bool isThere = !path.isEmpty() && target.exists() && !isEmptyFolder && !isWritten;
    m_ui->existing->setVisible(isThere);
    const bool isSettled = !isThere || m_ui->addButton->isChecked() || m_ui->replaceButton->isChecked();
    const bool hasName = !target.fileName().isEmpty() && !isWritten;
    QPushButton *button = m_ui->buttons->button(QDialogButtonBox::Ok);
    button->setEnabled(hasName && isSettled && m_isAvailable && !m_isRunning);
    button->setDefault(true);
}

void ExportDialog::setAvailable(bool available)
{
    m_isAvailable = available;
    check();
}

void ExportDialog::setRunning(bool running)
{
    m_isRunning = running;
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->format), static_cast<QWidget *>(m_ui->path),
             static_cast<QWidget *>(m_ui->browseButton), m_ui->existing}) {
        widget->setEnabled(!running);
    }
    m_ui->bar->setVisible(running);
    m_ui->bar->setRange(0, 0);
    check();
}

void ExportDialog::showProgress(const BackupProgress &progress)
{
    if (m_isRunning) {
        m_ui->status->setText(undotext::progress(progress));
        showParts(*m_ui->bar, progress);
    }
}

void ExportDialog::showReport(const ExportReport &report)
{
    if (!m_isRunning) {
        return;
    }
    QStringList lines;
    for (const Message &remark : transfertext::remarks(report)) {
        lines << remark.text;
    }
    lines << transfertext::summary(report).text;
    m_ui->status->setText(lines.join(u'\n'));
    if (!report.error) {
        m_written = m_ui->path->text().trimmed();
        m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Close"));
    }
    setRunning(false);
}

void ExportDialog::accept()
{
    if (!m_ui->buttons->button(QDialogButtonBox::Ok)->isEnabled()) {
        return;
    }
    const bool isThere = m_ui->existing->isVisibleTo(this);
    const bool isAdding = isThere && m_ui->addButton->isChecked();
    m_request.path = QDir::fromNativeSeparators(m_ui->path->text().trimmed());
    m_request.existing = isAdding ? ExportRequest::Existing::Add
        : isThere                 ? ExportRequest::Existing::Replace
                                  : ExportRequest::Existing::Refuse;
    m_request.format = form() == DockerFile ? ExportRequest::Format::Docker : ExportRequest::Format::Layout;
    m_ui->buttons->button(QDialogButtonBox::Cancel)->setText(tr("&Cancel"));
    m_ui->status->clear();
    setRunning(true);
    Q_EMIT exportRequested(m_request);
}

void ExportDialog::reject()
{
    if (m_isRunning) {
        m_ui->status->setText(tr("Cancelling…"));
        Q_EMIT cancelRequested();
        return;
    }
    QDialog::reject();
}

} // namespace jettison

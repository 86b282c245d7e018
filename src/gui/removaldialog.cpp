// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/removaldialog.h"

#include "core/backupsize.h"
#include "gui/fitscreen.h"
#include "gui/rowdelegate.h"
#include "models/formatting.h"
#include "models/removalcommand.h"
#include "ui_removaldialog.h"

#include <QClipboard>
#include <QPushButton>
#include <QSet>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// After the preview changed by itself.
constexpr std::chrono::seconds ReadingTime{1};

// Without those of layers: what is removed is the same, whatever that frees by now.
QList<RemovalLine> chosenLines(const RemovalPlan &plan)
{
    QList<RemovalLine> lines = plan.predictedLines();
    lines.removeIf([&](const RemovalLine &line) {
        return plan.snapshot->layers().find(ChainId(line.target)) != LayerGraph::None;
    });
    return lines;
}

bool isSame(const RemovalPlan &now, const RemovalPlan &before)
{
    const bool sameStay =
        std::ranges::equal(now.kept, before.kept, [](const KeptImage &left, const KeptImage &right) {
            return left.image == right.image && left.containers == right.containers
                && left.children == right.children;
        });
    return sameStay && chosenLines(now) == chosenLines(before);
}

} // namespace

RemovalDialog::RemovalDialog(
    SnapshotPtr snapshot, QList<RemovalTarget> targets, const RemovalOptions &options, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::RemovalDialog>()),
      m_snapshot(std::move(snapshot)),
      m_targets(std::move(targets))
{
    m_ui->setupUi(this);
    fitScreen(*this);
    m_ui->changedLabel->hide();
    m_ui->planView->setModel(&m_model);
    m_ui->planView->setItemDelegate(new RowDelegate(m_ui->planView));
    m_ui->force->setChecked(options.force);
    const bool hasContainers = m_snapshot->store().kind == StoreInfo::Kind::Engine;
    m_ui->force->setVisible(hasContainers);
    m_ui->stopLabel->setVisible(hasContainers);
    m_ui->stopTimeout->setVisible(hasContainers);
    m_ui->stopTimeout->setValue(int(options.stopTimeout.count()));
    m_ui->backup->setChecked(options.backup);
    connect(m_ui->force, &QCheckBox::toggled, this, &RemovalDialog::renew);
    connect(m_ui->backup, &QCheckBox::toggled, this, &RemovalDialog::renew);
    connect(m_ui->stopTimeout, &QSpinBox::valueChanged, this, &RemovalDialog::renew);
    m_readingTime.setSingleShot(true);
    m_readingTime.setInterval(ReadingTime);
    connect(&m_readingTime, &QTimer::timeout, this, &RemovalDialog::allowRemoval);
    connect(m_ui->copyButton, &QPushButton::clicked, this, &RemovalDialog::copyCommand);
    renew();
}

RemovalDialog::~RemovalDialog() = default;

void RemovalDialog::renew()
{
    showPlan(makePlan());
}

void RemovalDialog::setSnapshot(SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
    RemovalPlan plan = makePlan();
    const bool isSamePlan = isSame(plan, m_plan);
    if (isSamePlan && plan.predictedLines() == m_plan.predictedLines()) {
        m_plan = std::move(plan);
        return;
    }
    showPlan(std::move(plan));
    if (isSamePlan) {
        return;
    }
    m_ui->changedLabel->show();
    // What is pressed in this moment was meant for the old preview.
    QPushButton *cancel = m_ui->buttons->button(QDialogButtonBox::Cancel);
    cancel->setDefault(true);
    cancel->setFocus();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(false);
    m_readingTime.start();
}

QList<Container> RemovalDialog::concernedContainers() const
{
    QList<Container> all;
    QSet<ContainerId> known;
    for (const bool force : {false, true}) {
        RemovalOptions options = this->options();
        options.force = force;
        const QList<Container> containers =
            jettison::concernedContainers(RemovalPlan::make(m_snapshot, m_targets, options));
        for (const Container &container : containers) {
            if (!known.contains(container.id)) {
                known.insert(container.id);
                all << container;
            }
        }
    }
    return all;
}

void RemovalDialog::expectSurroundings()
{
    m_isExpecting = std::ranges::any_of(concernedContainers(),
        [this](const Container &container) { return !m_surroundings.fates.contains(container.id); });
    allowRemoval();
}

void RemovalDialog::setSurroundings(const Surroundings &surroundings)
{
    m_isExpecting = false;
    if (m_surroundings != surroundings) {
        m_surroundings = surroundings;
        renew();
    }
    allowRemoval();
}

void RemovalDialog::setBackupRoom(bool isAvailable, std::optional<qint64> freeSpace)
{
    m_freeSpace = freeSpace;
    m_ui->backup->setVisible(isAvailable);
    if (!isAvailable) {
        m_ui->backup->setChecked(false);
    }
    showBackupSize();
}

void RemovalDialog::accept()
{
    Q_EMIT confirmed(m_plan);
    QDialog::accept();
}

RemovalOptions RemovalDialog::options() const
{
    return {.force = m_ui->force->isChecked(),
        .stopTimeout = std::chrono::seconds(m_ui->stopTimeout->value()),
        .backup = m_ui->backup->isChecked()};
}

RemovalPlan RemovalDialog::makePlan() const
{
    return RemovalPlan::make(m_snapshot, m_targets, options());
}

void RemovalDialog::showPlan(RemovalPlan plan)
{
    m_plan = std::move(plan);
    m_model.setPlan(m_plan, m_surroundings);
    m_ui->planView->expandAll();
    const QList<RemovalLine> lines = m_plan.predictedLines();
    const int images = m_plan.deletedImages();
    const int references = countLines(lines, RemovalLine::Kind::Untagged);
    const bool containersGo = countLines(lines, RemovalLine::Kind::Removed) > 0;
    QPushButton *button = m_ui->buttons->button(QDialogButtonBox::Ok);
    button->setText(removeText(images, references));
    allowRemoval();
    const bool usersMatter =
        m_ui->force->isChecked() || std::ranges::any_of(m_plan.kept, [](const KeptImage &kept) {
            return !kept.containers.isEmpty() && kept.reason != KeptImage::Reason::DigestGuarded
                && kept.reason != KeptImage::Reason::PlatformInUse;
        });
    m_ui->force->setEnabled(usersMatter);
    m_ui->stopTimeout->setEnabled(containersGo);
    showBackupSize();
    focusButton(containersGo);
}

void RemovalDialog::allowRemoval()
{
    const bool containersGo = std::ranges::any_of(m_plan.steps,
        [](const RemovalStep &step) { return step.kind == RemovalStep::Kind::RemoveContainer; });
    m_ui->buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(
            !m_plan.steps.isEmpty() && !m_readingTime.isActive() && !(m_isExpecting && containersGo));
}

// Names are remembered in any case, so there must be images or platforms to keep.
void RemovalDialog::showBackupSize()
{
    const bool isNeeded = !m_plan.deletions.empty() || m_plan.deletedPlatforms() > 0;
    m_ui->backup->setEnabled(isNeeded);
    if (!isNeeded) {
        m_ui->backup->setText(tr("Keep a &backup first (not needed: undo gives names back without one)"));
        return;
    }
    const QString size = formatSize(backupSize(m_plan));
    m_ui->backup->setText(m_freeSpace
            ? tr("Keep a &backup first (up to %1; %2 free)").arg(size, formatSize(*m_freeSpace))
            : tr("Keep a &backup first (up to %1)").arg(size));
}

QString RemovalDialog::removeText(int images, int references) const
{
    const std::optional<ByteCount> freed = m_plan.freedBytes();
    if (images > 0 && freed) {
        return tr("&Remove %n image(s), free %1", nullptr, images).arg(formatSize(*freed));
    }
    if (images > 0) {
        return tr("&Remove %n image(s)", nullptr, images);
    }
    if (const int platforms = m_plan.deletedPlatforms(); platforms > 0) {
        return tr("&Remove %n platform(s), free %1", nullptr, platforms)
            .arg(formatSize(freed.value_or(ByteCount())));
    }
    return references > 0 ? tr("&Untag %n reference(s)", nullptr, references) : tr("Nothing to remove");
}

// One press confirms, but never by habit where containers would go.
void RemovalDialog::focusButton(bool containersGo)
{
    QPushButton *remove = m_ui->buttons->button(QDialogButtonBox::Ok);
    QPushButton *cancel = m_ui->buttons->button(QDialogButtonBox::Cancel);
    QPushButton *chosen = containersGo || !remove->isEnabled() ? cancel : remove;
    chosen->setDefault(true);
    if (!m_ui->force->hasFocus() && !m_ui->stopTimeout->hasFocus() && !m_ui->backup->hasFocus()) {
        chosen->setFocus();
    }
}

void RemovalDialog::copyCommand()
{
    QGuiApplication::clipboard()->setText(removalCommand(*m_snapshot, m_targets, options()));
}

} // namespace jettison

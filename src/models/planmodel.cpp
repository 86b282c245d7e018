// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/planmodel.h"

#include "models/formatting.h"
#include "models/layertext.h"
#include "models/messages.h"
#include "models/undotext.h"

#include <algorithm>

namespace jettison {

namespace {

// An image that goes is told with its names: the digest alone says nothing to people.
QString deletedText(const UndoGrade &grade, const Snapshot &snapshot)
{
    const Image &image = *snapshot.image(grade.image);
    const QString name = image.references.isEmpty()
        ? image.id.text()
        : PlanModel::tr("%1 (%2)").arg(image.id.text(), messages::imageName(image));
    return PlanModel::tr("%1: %2").arg(name, undotext::grade(grade));
}

QStringList deletedLines(const RemovalPlan &plan)
{
    QStringList lines;
    const QList<UndoGrade> grades = undoGrades(plan);
    for (const UndoGrade &grade : grades) {
        if (grade.way != UndoGrade::Way::ReTag) {
            lines << deletedText(grade, *plan.snapshot);
        }
    }
    return lines;
}

QString untaggedText(const RemovalLine &line, const RemovalStep &step)
{
    return step.deletes.contains(step.image)
        ? PlanModel::tr("%1 (the last name: its image goes with it)").arg(line.target)
        : line.target;
}

QStringList containerLines(const RemovalPlan &plan)
{
    QStringList lines;
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemoveContainer) {
            const QString name = messages::containerName(step.container);
            lines << (mustBeStopped(step.container.state)
                    ? PlanModel::tr("%1: stopped, then removed").arg(name)
                    : PlanModel::tr("%1: removed").arg(name));
        }
    }
    return lines;
}

QStringList layerLines(const RemovalPlan &plan)
{
    QStringList lines;
    for (const LayerGraph::Index index : plan.freedLayers) {
        const Layer &layer = plan.snapshot->layers().layer(index);
        lines << PlanModel::tr("%1 (%2, %3)")
                     .arg(layer.chainId.text(), layertext::size(layer), layertext::title(layer));
    }
    return lines;
}

QString layersTitle(const RemovalPlan &plan)
{
    const auto count = int(plan.freedLayers.size());
    return plan.snapshot->store().traits.reportsLayers
        ? PlanModel::tr("Layers deleted: %n", nullptr, count)
        : PlanModel::tr(
              "Layers no longer needed (computed: this engine does not report them): %n", nullptr, count);
}

// Before the layers are read nobody knows.
QString deletedTitle(const RemovalPlan &plan)
{
    const std::optional<ByteCount> freed = plan.freedBytes();
    const QString count = PlanModel::tr("Images deleted: %n", nullptr, plan.deletedImages());
    return freed ? PlanModel::tr("%1, freeing %2").arg(count, formatSize(*freed)) : count;
}

} // namespace

void PlanModel::setPlan(const RemovalPlan &plan)
{
    QStringList untagged;
    for (const RemovalStep &step : plan.steps) {
        for (const RemovalLine &line : step.predicted) {
            if (line.kind == RemovalLine::Kind::Untagged) {
                untagged << untaggedText(line, step);
            }
        }
    }
    QStringList kept;
    std::ranges::transform(plan.kept, std::back_inserter(kept),
        [&](const KeptImage &image) { return messages::kept(image, *plan.snapshot); });
    const QStringList containers = containerLines(plan);

    beginResetModel();
    m_groups.clear();
    add(tr("Containers stopped and removed: %n", nullptr, int(containers.size())), containers);
    add(tr("References untagged: %n", nullptr, int(untagged.size())), untagged);
    add(deletedTitle(plan), deletedLines(plan));
    add(layersTitle(plan), layerLines(plan));
    add(tr("Images that stay: %n", nullptr, int(kept.size())), kept);
    if (plan.options.backup) {
        const QStringList losses = undotext::losses(plan);
        add(tr("What undo will not bring back: %n", nullptr, int(losses.size())), losses);
    }
    endResetModel();
}

void PlanModel::add(const QString &title, const QStringList &lines)
{
    if (!lines.isEmpty()) {
        m_groups << Group{.title = title, .lines = lines};
    }
}

// A group's own index carries 0, a line's the row of its group plus 1.
QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) + 1 : 0);
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != 0
        ? createIndex(int(child.internalId()) - 1, 0, quintptr(0))
        : QModelIndex();
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_groups.size());
    }
    return parent.internalId() == 0 ? int(m_groups[parent.row()].lines.size()) : 0;
}

int PlanModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return index.internalId() == 0 ? m_groups[index.row()].title
                                   : m_groups[int(index.internalId()) - 1].lines[index.row()];
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/planmodel.h"

#include "models/formatting.h"
#include "models/layertext.h"
#include "models/messages.h"
#include "models/remarktext.h"
#include "models/undotext.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

// A group's own index carries 0, a line's the row of its group plus 1; that of a detail also the row of its
// line plus 1, in the upper bits.
constexpr int LineShift = 4;
constexpr quintptr GroupMask = (quintptr(1) << LineShift) - 1;

// The name comes first, and the ID is short: else the middle, which views leave out, is what people need.
QString deletedText(const UndoGrade &grade, const Snapshot &snapshot)
{
    const Image &image = *snapshot.image(grade.image);
    const QString name = image.references.isEmpty()
        ? image.id.text()
        : PlanModel::tr("%1 (%2)").arg(messages::imageName(image), shortId(image.id));
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

QStringList platformLines(const RemovalPlan &plan)
{
    QStringList lines;
    for (const RemovalStep &step : plan.steps) {
        if (step.kind == RemovalStep::Kind::RemovePlatform) {
            const QString platform =
                PlanModel::tr("%1 of %2 (%3)")
                    .arg(step.platform.name, messages::imageName(*plan.snapshot->image(step.image)),
                        shortId(ImageId(step.platform.digest)));
            lines << PlanModel::tr("%1: %2").arg(platform, undotext::platformGrade(plan));
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

void PlanModel::setPlan(const RemovalPlan &plan, const Surroundings &surroundings)
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
    QSet<ImageId> keptImages;
    for (const KeptImage &image : plan.kept) {
        kept << messages::kept(image, *plan.snapshot);
        keptImages.insert(image.image);
    }
    const QStringList containers = containerLines(plan);
    const QList<RemovalRemark> remarks = removalRemarks(plan, surroundings);
    const QList<Line> around = remarkLines(remarks, true, plan.snapshot->store());
    const QList<Line> inTheWay = remarkLines(remarks, false, plan.snapshot->store());

    beginResetModel();
    m_groups.clear();
    add(tr("Containers stopped and removed: %n", nullptr, int(containers.size())), containers);
    addRemarks(tr("What else will happen: %n", nullptr, int(around.size())), around);
    add(tr("References untagged: %n", nullptr, int(untagged.size())), untagged);
    add(deletedTitle(plan), deletedLines(plan));
    add(tr("Platforms deleted: %n", nullptr, plan.deletedPlatforms()), platformLines(plan));
    add(layersTitle(plan), layerLines(plan));
    add(tr("Images that stay: %n", nullptr, int(keptImages.size())), kept);
    addRemarks(tr("What keeps them: %n", nullptr, int(inTheWay.size())), inTheWay);
    if (plan.options.backup) {
        const QStringList losses = undotext::losses(plan);
        add(tr("What undo will not bring back: %n", nullptr, int(losses.size())), losses);
    }
    endResetModel();
}

void PlanModel::add(const QString &title, const QStringList &lines)
{
    QList<Line> plain;
    std::ranges::transform(
        lines, std::back_inserter(plain), [](const QString &text) { return Line{.text = text}; });
    addRemarks(title, plain);
}

void PlanModel::addRemarks(const QString &title, const QList<Line> &lines)
{
    if (!lines.isEmpty()) {
        m_groups << Group{.title = title, .lines = lines};
    }
}

// A command has a row of its own, from where it can be copied.
QList<PlanModel::Line> PlanModel::remarkLines(
    const QList<RemovalRemark> &remarks, bool goes, const StoreInfo &store)
{
    QList<Line> lines;
    for (const RemovalRemark &remark : remarks) {
        if (remark.goes == goes) {
            const QStringList whom =
                remark.containers.isEmpty() ? QStringList() : QStringList(remarktext::names(remark));
            lines << Line{
                .text = remarktext::fact(remark), .details = whom + remarktext::advice(remark, store)};
        }
    }
    return lines;
}

QModelIndex PlanModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    if (!parent.isValid()) {
        return createIndex(row, column, quintptr(0));
    }
    return parent.internalId() == 0
        ? createIndex(row, column, quintptr(parent.row()) + 1)
        : createIndex(row, column, parent.internalId() | ((quintptr(parent.row()) + 1) << LineShift));
}

QModelIndex PlanModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0) {
        return {};
    }
    const quintptr group = child.internalId() & GroupMask;
    const quintptr line = child.internalId() >> LineShift;
    return line == 0 ? createIndex(int(group) - 1, 0, quintptr(0)) : createIndex(int(line) - 1, 0, group);
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_groups.size());
    }
    if (parent.internalId() == 0) {
        return int(m_groups[parent.row()].lines.size());
    }
    const bool isLine = parent.internalId() >> LineShift == 0;
    return isLine ? int(m_groups[int(parent.internalId()) - 1].lines[parent.row()].details.size()) : 0;
}

int PlanModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

const QString &PlanModel::textAt(const QModelIndex &index) const
{
    if (index.internalId() == 0) {
        return m_groups[index.row()].title;
    }
    const QList<Line> &lines = m_groups[int(index.internalId() & GroupMask) - 1].lines;
    const auto line = int(index.internalId() >> LineShift);
    return line == 0 ? lines[index.row()].text : lines[line - 1].details[index.row()];
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    return textAt(index);
}

} // namespace jettison

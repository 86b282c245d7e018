// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/removaljson.h"

#include "cli/json.h"
#include "models/messages.h"
#include "models/remarktext.h"

namespace jettison::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonArray linesOf(const QList<RemovalLine> &lines, RemovalLine::Kind kind)
{
    QJsonArray array;
    for (const RemovalLine &line : lines) {
        if (line.kind == kind) {
            array << line.target;
        }
    }
    return array;
}

QJsonArray linesToJson(const QList<RemovalLine> &lines)
{
    QJsonArray array;
    for (const RemovalLine &line : lines) {
        array << lineText(line);
    }
    return array;
}

QString reasonName(KeptImage::Reason reason)
{
    switch (reason) {
    case KeptImage::Reason::InUse:
        return u"in-use"_s;
    case KeptImage::Reason::HasChildImages:
        return u"has-child-images"_s;
    case KeptImage::Reason::DigestGuarded:
        return u"digest-guarded"_s;
    case KeptImage::Reason::DigestTakesTags:
        return u"digest-takes-tags"_s;
    case KeptImage::Reason::ReadOnlyStore:
        return u"read-only-store"_s;
    case KeptImage::Reason::NoPlatforms:
        return u"no-platforms"_s;
    case KeptImage::Reason::PlatformAbsent:
        return u"platform-absent"_s;
    case KeptImage::Reason::PlatformInUse:
        return u"platform-in-use"_s;
    case KeptImage::Reason::LastPlatform:
        return u"last-platform"_s;
    case KeptImage::Reason::PlatformShared:
        return u"platform-shared"_s;
    case KeptImage::Reason::PlatformUnread:
        return u"platform-unread"_s;
    case KeptImage::Reason::OtherPlatforms:
        return u"other-platforms"_s;
    case KeptImage::Reason::StillReferenced:
        return u"still-referenced"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject stepToJson(const RemovalStep &step, const QString &state, const StepOutcome &outcome)
{
    return {
        {u"kind"_s, stepName(step.kind)},
        {u"target"_s, stepTarget(step)},
        {u"state"_s, state},
        {u"reported"_s, linesToJson(outcome.reported)},
        {u"error"_s, outcome.error ? QJsonValue(messages::error(*outcome.error)) : QJsonValue()},
    };
}

// An entry for each container; null for what concerns none that is here.
QJsonArray remarksToJson(const QList<RemovalRemark> &remarks, const StoreInfo &store)
{
    QJsonArray array;
    for (const RemovalRemark &remark : remarks) {
        QJsonObject entry{
            {u"container"_s, QJsonValue()},
            {u"kind"_s, kindName(remark)},
            {u"name"_s, remark.owner.name.isEmpty() ? QJsonValue() : QJsonValue(remark.owner.name)},
            {u"goes"_s, remark.goes},
            {u"text"_s, remarktext::fact(remark)},
            {u"advice"_s, QJsonArray::fromStringList(remarktext::advice(remark, store))},
        };
        if (remark.containers.isEmpty()) {
            array << entry;
        }
        for (const Container &container : remark.containers) {
            entry.insert(u"container"_s, container.name);
            array << entry;
        }
    }
    return array;
}

// Of the images and layers that go no line tells where the store is silent about them.
QJsonObject predictionOf(const RemovalPlan &plan)
{
    const QList<RemovalLine> lines = plan.predictedLines();
    const Snapshot &snapshot = *plan.snapshot;
    QJsonArray images;
    for (const Deletion &deletion : plan.deletions) {
        images << snapshot.images()[deletion.image].id.text();
    }
    QJsonArray layers;
    for (const LayerGraph::Index layer : plan.freedLayers) {
        layers << snapshot.layers().layer(layer).chainId.text();
    }
    return {
        {u"untagged"_s, linesOf(lines, RemovalLine::Kind::Untagged)},
        {u"deleted"_s, linesOf(lines, RemovalLine::Kind::Deleted)},
        {u"images"_s, images},
        {u"layers"_s, layers},
        {u"bytes"_s, bytesToJson(plan.freedBytes())},
        {u"estimate"_s, plan.freedBytes().value_or(ByteCount()).isEstimate},
    };
}

QJsonObject toJson(const RemovalPlan &plan, const QList<RemovalRemark> &remarks, const QJsonArray &steps,
    const std::optional<ByteCount> &freed, const std::optional<qint64> &measured)
{
    QJsonArray kept;
    for (const KeptImage &image : plan.kept) {
        kept << QJsonObject{
            {u"image"_s, image.image.text()},
            {u"reason"_s, reasonName(image.reason)},
            {u"platforms"_s, QJsonArray::fromStringList(image.platforms)},
            {u"containers"_s, containersToJson(image.containers)},
        };
    }
    return {
        {u"endpoint"_s, plan.snapshot->store().endpoint},
        {u"steps"_s, steps},
        {u"kept"_s, kept},
        {u"remarks"_s, remarksToJson(remarks, plan.snapshot->store())},
        {u"predicted"_s, predictionOf(plan)},
        {u"freed"_s, bytesToJson(freed)},
        {u"measured"_s, measured ? QJsonValue(*measured) : QJsonValue()},
        {u"backup"_s, QJsonValue()},
    };
}

} // namespace

QJsonObject reportToJson(const RemovalReport &report, const QList<RemovalRemark> &remarks)
{
    QJsonArray steps;
    for (qsizetype i = 0; i < report.outcomes.size(); ++i) {
        const StepOutcome &outcome = report.outcomes[i];
        steps << stepToJson(report.plan.steps[i], stateName(outcome.state), outcome);
    }
    QJsonObject object = toJson(report.plan, remarks, steps, report.freedBytes(), report.measurement.byStore);
    object.insert(u"backup"_s, report.backup ? QJsonValue(report.backup->id) : QJsonValue());
    return object;
}

QJsonObject planToJson(const RemovalPlan &plan, const QList<RemovalRemark> &remarks)
{
    QJsonArray steps;
    for (const RemovalStep &step : plan.steps) {
        steps << stepToJson(step, u"planned"_s, {});
    }
    return toJson(plan, remarks, steps, {}, {});
}

} // namespace jettison::cli

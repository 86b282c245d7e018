// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/json.h"

#include "models/messages.h"

#include <QJsonValue>

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

QJsonArray containersToJson(const QList<Container> &containers)
{
    QJsonArray array;
    for (const Container &container : containers) {
        array << QJsonObject{
            {u"id"_s, container.id.text()},
            {u"name"_s, container.name},
            {u"state"_s, stateName(container.state)},
        };
    }
    return array;
}

QJsonArray referencesToJson(const Image &image, bool digests)
{
    QJsonArray array;
    for (const Reference &reference : image.references) {
        if (reference.isDigest() == digests) {
            array << reference.text();
        }
    }
    return array;
}

QJsonObject imageToJson(const Snapshot &snapshot, Snapshot::Index index)
{
    const Image &image = snapshot.images()[index];
    QList<Container> containers;
    for (const int position : snapshot.containersOf(index)) {
        containers << snapshot.containers()[position];
    }
    QJsonObject labels;
    for (auto label = image.labels.cbegin(); label != image.labels.cend(); ++label) {
        labels.insert(label.key(), label.value());
    }
    return {
        {u"id"_s, image.id.text()},
        {u"references"_s, referencesToJson(image, false)},
        {u"digests"_s, referencesToJson(image, true)},
        {u"created"_s, image.created.isValid() ? image.created.toUTC().toString(Qt::ISODate) : QJsonValue()},
        {u"size"_s, image.size},
        {u"unique"_s, QJsonValue()},
        {u"shared"_s, QJsonValue()},
        {u"containers"_s, containersToJson(containers)},
        {u"parent"_s, image.parent.isEmpty() ? QJsonValue() : QJsonValue(image.parent.text())},
        {u"labels"_s, labels},
    };
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

QJsonObject toJson(const RemovalPlan &plan, const QJsonArray &steps)
{
    QJsonArray kept;
    for (const KeptImage &image : plan.kept) {
        kept << QJsonObject{
            {u"image"_s, image.image.text()},
            {u"reason"_s, reasonName(image.reason)},
            {u"containers"_s, containersToJson(image.containers)},
        };
    }
    const QList<RemovalLine> lines = plan.predictedLines();
    return {
        {u"endpoint"_s, plan.snapshot->store().endpoint},
        {u"steps"_s, steps},
        {u"kept"_s, kept},
        {u"predicted"_s,
            QJsonObject{
                {u"untagged"_s, linesOf(lines, RemovalLine::Kind::Untagged)},
                {u"deleted"_s, linesOf(lines, RemovalLine::Kind::Deleted)},
                {u"bytes"_s, QJsonValue()},
            }},
        {u"freed"_s, QJsonValue()},
        {u"backup"_s, QJsonValue()},
    };
}

} // namespace

QJsonArray imagesToJson(const Snapshot &snapshot, bool withIntermediate)
{
    QJsonArray array;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (withIntermediate || !snapshot.isIntermediate(i)) {
            array << imageToJson(snapshot, i);
        }
    }
    return array;
}

QJsonObject reportToJson(const RemovalReport &report)
{
    QJsonArray steps;
    for (qsizetype i = 0; i < report.outcomes.size(); ++i) {
        const StepOutcome &outcome = report.outcomes[i];
        steps << stepToJson(report.plan.steps[i], stateName(outcome.state), outcome);
    }
    return toJson(report.plan, steps);
}

QJsonObject planToJson(const RemovalPlan &plan)
{
    QJsonArray steps;
    for (const RemovalStep &step : plan.steps) {
        steps << stepToJson(step, u"planned"_s, {});
    }
    return toJson(plan, steps);
}

} // namespace jettison::cli

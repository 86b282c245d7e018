// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/json.h"

#include "core/dockerfile.h"
#include "core/imageshares.h"
#include "models/messages.h"
#include "models/remarktext.h"

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

QJsonArray tagsToJson(const Image &image)
{
    QJsonArray array;
    for (const Reference &reference : image.references) {
        if (!reference.isDigest()) {
            array << reference.text();
        }
    }
    return array;
}

QJsonArray digestsToJson(const Image &image)
{
    QJsonArray array;
    const QList<Reference> digests = registryDigests(image);
    for (const Reference &reference : digests) {
        array << reference.text();
    }
    return array;
}

// null where nobody knows; an estimate says so in a field of its own.
QJsonValue bytesToJson(const std::optional<ByteCount> &count)
{
    return count ? QJsonValue(count->bytes) : QJsonValue();
}

// What all images of a repository are together.
QJsonObject repositoryToJson(const QString &name, const Share &share)
{
    return {
        {u"name"_s, name},
        {u"images"_s, share.images},
        {u"unique"_s, share.unique.bytes},
        {u"shared"_s, share.shared.bytes},
        {u"estimate"_s, share.unique.isEstimate || share.shared.isEstimate},
    };
}

QJsonArray repositoriesToJson(const Image &image, const ImageShares &shares)
{
    QStringList names;
    for (const Reference &reference : image.references) {
        names << reference.repository();
    }
    names.removeDuplicates();
    QJsonArray array;
    for (const QString &name : std::as_const(names)) {
        array << repositoryToJson(name, shares.repository(name));
    }
    return array;
}

QString variantName(ImageVariant::Kind kind)
{
    switch (kind) {
    case ImageVariant::Kind::Platform:
        return u"platform"_s;
    case ImageVariant::Kind::Attestation:
        return u"attestation"_s;
    case ImageVariant::Kind::Foreign:
        return u"foreign"_s;
    }
    Q_UNREACHABLE();
}

QJsonArray platformsToJson(const Image &image)
{
    QJsonArray array;
    for (const ImageVariant &variant : image.variants) {
        array << QJsonObject{
            {u"kind"_s, variantName(variant.kind)},
            {u"name"_s, variant.name},
            {u"digest"_s, variant.digest},
            {u"size"_s, variant.size},
            {u"present"_s, variant.isPresent},
            {u"image"_s, variant.image.isEmpty() ? QJsonValue() : QJsonValue(variant.image.text())},
        };
    }
    return array;
}

QJsonObject imageToJson(const Snapshot &snapshot, const ImageShares &shares, Snapshot::Index index)
{
    const Share &share = shares.image(index);
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
        {u"references"_s, tagsToJson(image)},
        {u"digests"_s, digestsToJson(image)},
        {u"created"_s, image.created.isValid() ? image.created.toUTC().toString(Qt::ISODate) : QJsonValue()},
        {u"size"_s, image.size},
        {u"unique"_s, share.unique.bytes},
        {u"shared"_s, share.shared.bytes},
        {u"estimate"_s, share.unique.isEstimate || share.shared.isEstimate},
        {u"repositories"_s, repositoriesToJson(image, shares)},
        {u"containers"_s, containersToJson(containers)},
        {u"parent"_s, image.parent.isEmpty() ? QJsonValue() : QJsonValue(image.parent.text())},
        {u"labels"_s, labels},
        {u"platforms"_s, platformsToJson(image)},
        {u"manifestList"_s, image.isList},
        {u"readOnly"_s, image.isReadOnly},
    };
}

QJsonArray idsToJson(const Snapshot &snapshot, const std::vector<int> &images)
{
    QJsonArray array;
    for (const int image : images) {
        array << snapshot.images()[image].id.text();
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
    const QList<RemovalLine> lines = plan.predictedLines();
    return {
        {u"endpoint"_s, plan.snapshot->store().endpoint},
        {u"steps"_s, steps},
        {u"kept"_s, kept},
        {u"remarks"_s, remarksToJson(remarks, plan.snapshot->store())},
        {u"predicted"_s,
            QJsonObject{
                {u"untagged"_s, linesOf(lines, RemovalLine::Kind::Untagged)},
                {u"deleted"_s, linesOf(lines, RemovalLine::Kind::Deleted)},
                {u"bytes"_s, bytesToJson(plan.freedBytes())},
                {u"estimate"_s, plan.freedBytes().value_or(ByteCount()).isEstimate},
            }},
        {u"freed"_s, bytesToJson(freed)},
        {u"measured"_s, measured ? QJsonValue(*measured) : QJsonValue()},
        {u"backup"_s, QJsonValue()},
    };
}

} // namespace

QJsonArray imagesToJson(const Snapshot &snapshot, bool withIntermediate)
{
    const ImageShares shares(snapshot);
    QJsonArray array;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (withIntermediate || !snapshot.isIntermediate(i)) {
            array << imageToJson(snapshot, shares, i);
        }
    }
    return array;
}

QJsonArray layersToJson(
    const Snapshot &snapshot, const std::vector<LayerGraph::Index> &layers, bool withNeeding)
{
    QJsonArray array;
    for (const LayerGraph::Index index : layers) {
        const Layer &layer = snapshot.layers().layer(index);
        const bool isBase = layer.parent == LayerGraph::None;
        QJsonObject object{
            {u"chainId"_s, layer.chainId.text()},
            {u"diffId"_s, layer.diffId.text()},
            {u"parent"_s, isBase ? QJsonValue() : snapshot.layers().layer(layer.parent).chainId.text()},
            {u"size"_s, layer.size},
            {u"estimate"_s, layer.isAbout()},
            {u"command"_s, dockerfile::instruction(layer.createdBy)},
            {u"images"_s, idsToJson(snapshot, layer.images)},
            {u"imageCount"_s, layer.imageCount},
        };
        if (withNeeding) {
            object.insert(u"neededBy"_s, idsToJson(snapshot, snapshot.layers().imagesOf(index)));
        }
        array << object;
    }
    return array;
}

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

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/imagetooltip.h"

#include "core/storedparts.h"
#include "models/formatting.h"
#include "models/imagetext.h"
#include "models/messages.h"
#include "models/remarktext.h"

#include <QCoreApplication>
#include <QLocale>

namespace jettison {

namespace {

struct ImageToolTip
{
    Q_DECLARE_TR_FUNCTIONS(jettison::ImageToolTip)
};

// The names, and what all images of each repository are together.
QString repositoryToolTip(
    const Snapshot &snapshot, const ImageShares &shares, const Image &image, const QStringList &names)
{
    QStringList lines = names;
    if (image.isList) {
        lines << ImageToolTip::tr("A manifest list: it names the images below, and has no layers of its own");
    }
    if (hidesPlatforms(snapshot.store().traits)) {
        lines << ImageToolTip::tr(
            "For which platforms it is here this engine does not tell: Docker 27.2 and newer do");
    }
    if (image.isReadOnly) {
        lines << ImageToolTip::tr("It lies in an additional store, which the engine only reads");
    }
    QStringList repositories;
    for (const Reference &reference : image.references) {
        repositories << reference.repository();
    }
    repositories.removeDuplicates();
    for (const QString &name : snapshot.layers().isRead() ? repositories : QStringList()) {
        const Share share = shares.repository(name);
        lines << ImageToolTip::tr(
            "All of %1: %n image(s), %2 unique to them, %3 shared", nullptr, share.images)
                     .arg(name, formatSize(share.unique), formatSize(share.shared));
    }
    return lines.join(u'\n');
}

// A line for each container, with what makes it again.
QString usersToolTip(const Snapshot &snapshot, Snapshot::Index image)
{
    QStringList lines;
    for (const int position : snapshot.containersOf(image)) {
        const Container &container = snapshot.containers()[position];
        const QString owner = remarktext::belonging(container.owner);
        const QString name = messages::containerName(container);
        lines << (owner.isEmpty() ? name : ImageToolTip::tr("%1, %2").arg(name, owner));
    }
    return lines.join(u'\n');
}

QString partsText(const std::optional<StoredParts> &parts)
{
    if (!parts) {
        return {};
    }
    const QString packed = formatSize(parts->packed);
    return parts->unpacked > 0
        ? ImageToolTip::tr("%1 packed, as it is pulled, and %2 unpacked for containers")
              .arg(packed, formatSize(parts->unpacked))
        : ImageToolTip::tr("%1 packed, as it is pulled; nothing is unpacked for containers").arg(packed);
}

QString sizeToolTip(const Snapshot &snapshot, const Image &image)
{
    const StoreTraits &traits = snapshot.store().traits;
    const QString unknown = hidesPlatforms(traits)
        ? ImageToolTip::tr("How much of it is packed this engine does not tell: Docker 27.2 and newer do")
        : QString();
    QStringList lines{ImageToolTip::tr("%L1 bytes, layers that other images share included").arg(image.size)};
    lines << partsText(storedParts(image, traits)) << unknown;
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

QString imageToolTip(const Snapshot &snapshot, const ImageShares &shares, Snapshot::Index index,
    const QStringList &names, ImageModel::Column column)
{
    const Image &image = snapshot.images()[index];
    switch (column) {
    case ImageModel::RepositoryColumn:
        return repositoryToolTip(snapshot, shares, image, names);
    case ImageModel::TagColumn:
        return names.join(u'\n');
    case ImageModel::IdColumn:
        return image.id.text();
    case ImageModel::CreatedColumn:
        return QLocale().toString(image.created.toLocalTime(), QLocale::LongFormat);
    case ImageModel::SizeColumn:
        return sizeToolTip(snapshot, image);
    case ImageModel::UniqueColumn:
        return snapshot.layers().isRead()
            ? ImageToolTip::tr("%1 that no other image needs, %2 shared")
                  .arg(formatSize(shares.image(index).unique), formatSize(shares.image(index).shared))
            : ImageToolTip::tr("The layers are being read");
    case ImageModel::UsedByColumn:
        return usersToolTip(snapshot, index);
    case ImageModel::ColumnCount:
        break;
    }
    return {};
}

QString variantToolTip(const ImageVariant &variant, const StoreTraits &traits)
{
    QStringList lines{variantText(variant)};
    if (variant.isPresent) {
        lines << ImageToolTip::tr("%L1 bytes").arg(variant.size) << partsText(storedParts(variant, traits));
    }
    lines << variant.digest << variant.image.text();
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/platformtext.h"

#include "models/messages.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace jettison::messages {

namespace {

struct PlatformText
{
    Q_DECLARE_TR_FUNCTIONS(jettison::PlatformText)
};

QString sharersText(const KeptImage &kept, const Snapshot &snapshot)
{
    QStringList names;
    for (const ImageId &id : kept.children) {
        names << (id == kept.image ? PlatformText::tr("other platforms of the image")
                                   : imageName(*snapshot.image(id)));
    }
    return names.join(PlatformText::tr(", "));
}

} // namespace

QString keptPlatform(const KeptImage &kept, const Snapshot &snapshot)
{
    const QString image = imageName(*snapshot.image(kept.image));
    const QString platforms = kept.platforms.join(PlatformText::tr(", "));
    switch (kept.reason) {
    case KeptImage::Reason::NoPlatforms:
        if (snapshot.store().traits.couldRemovePlatforms) {
            return PlatformText::tr("%1 of %2 stays: DOCKER_API_VERSION asks for version %3 of the engine's "
                                    "API, which cannot remove one platform alone. Unset that variable")
                .arg(platforms, image, snapshot.store().apiVersion);
        }
        return PlatformText::tr(
            "%1 of %2 stays: only Docker 28.2 and newer, with the containerd image store, "
            "can remove one platform alone. Remove the whole image instead")
            .arg(platforms, image);
    case KeptImage::Reason::PlatformAbsent:
        return PlatformText::tr("%1 of %2 is not here: the image names this platform, but nothing of it was "
                                "pulled or it is removed already")
            .arg(platforms, image);
    case KeptImage::Reason::PlatformInUse: {
        QStringList names;
        std::ranges::transform(kept.containers, std::back_inserter(names), containerName);
        return PlatformText::tr("%1 of %2 stays: containers use the image: %3. Remove them first")
            .arg(platforms, image, names.join(PlatformText::tr(", ")));
    }
    case KeptImage::Reason::LastPlatform:
        return PlatformText::tr("%1 of %2 stays: without it nothing of the image would be left but its name. "
                                "Remove the whole image instead")
            .arg(platforms, image);
    case KeptImage::Reason::PlatformShared:
        return kept.children.isEmpty()
            ? PlatformText::tr("%1 of %2 stays: the image has it more than once").arg(platforms, image)
            : PlatformText::tr("%1 of %2 stays: the engine would take layers along that others need: %3")
                  .arg(platforms, image, sharersText(kept, snapshot));
    case KeptImage::Reason::PlatformUnread:
        return PlatformText::tr("%1 of %2 stays: not all layers of this store could be read, so nobody knows "
                                "which others need the same")
            .arg(platforms, image);
    default:
        return PlatformText::tr("%1 stays for %2. What attests how a platform was made goes with the whole "
                                "image only")
            .arg(image, platforms);
    }
}

} // namespace jettison::messages

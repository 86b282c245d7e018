// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Which images containers mount. Docker knows, and guards them by their IDs, but tells the names that were
// typed; Podman tells the same, and guards nothing: it looks for the name anew at each start. In containerd's
// store an image that has such a name, and got none since the container was made, had it then, too. The
// classic store notes no time for a name that comes by a pull or a load.

#include "stores/engine/containerjson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/mountjson.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

bool isNameless(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::BadRequest;
}

// Digits of its ID, with the algorithm or without; so many that they are no name by chance.
bool isIdOf(const QString &typed, const ImageId &id)
{
    constexpr qsizetype Enough = 12;
    return typed.size() >= Enough
        && (id.text().startsWith(typed) || id.text().section(u':', 1).startsWith(typed));
}

} // namespace

bool EngineStore::tellsNameTimes() const
{
    return m_info->traits.rules == StoreTraits::Rules::Containerd;
}

// Podman's own list has the containers of builders as well, but of mounts the paths alone.
Result<QList<Container>> EngineStore::podmanContainers(const Call &call)
{
    const Result<QByteArray> body = read("/libpod/containers/json?all=true&external=true", call);
    if (!body) {
        return tl::unexpected(body.error());
    }
    Result<QList<Container>> containers = enginejson::podmanContainers(*body);
    if (!containers || !enginejson::haveMounts(*body)) {
        return containers;
    }
    const Result<QList<Container>> told =
        ask(HttpRequest::Method::Get, "/containers/json?all=1", enginejson::containers, call);
    if (!told) {
        return told;
    }
    for (Container &container : *containers) {
        const auto same = std::ranges::find(*told, container.id, &Container::id);
        if (same != told->cend()) {
            container.imageMounts = same->imageMounts;
        }
    }
    return containers;
}

Result<QList<Container>> EngineStore::withMounts(QList<Container> containers, const Call &call)
{
    for (Container &container : containers) {
        if (container.imageMounts.isEmpty()) {
            continue;
        }
        const Result<qint64> made = tellsNameTimes()
            ? read(enginepaths::container(container.id) + "/json", call).and_then(enginejson::creationTime)
            : Result<qint64>(0);
        if (!made && made.error().code != ErrorCode::NotFound) {
            return tl::unexpected(made.error());
        }
        for (ImageMount &mount : container.imageMounts) {
            const Result<ImageId> image = mountedImage(mount.name, made.value_or(0), call);
            if (!image) {
                return tl::unexpected(image.error());
            }
            mount.image = *image;
        }
    }
    return containers;
}

// Empty where it does not follow.
Result<ImageId> EngineStore::mountedImage(const QString &name, qint64 made, const Call &call)
{
    const auto image = read(enginepaths::image(name) + "/json", call).and_then(enginejson::namedImage);
    if (!image) {
        return isNameless(image.error()) ? Result<ImageId>() : tl::unexpected(image.error());
    }
    const bool hadName = image->named > 0 && image->named < made;
    return hadName || isIdOf(name, image->id) ? image->id : ImageId();
}

} // namespace jettison

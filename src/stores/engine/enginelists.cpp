// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What EngineStore does about Podman's manifest lists. The API that Podman shares with Docker does not show
// them, and takes each for the image in it that fits the machine.

#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/listjson.h"

#include <QVersionNumber>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

// Before, they are told from images by nothing.
const QVersionNumber FirstWithLists(4, 0);

bool saysNoList(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.detail.contains("not a manifest list"_L1);
}

} // namespace

bool EngineStore::keepsLists() const
{
    return isPodman() && QVersionNumber::fromString(m_info->version) >= FirstWithLists;
}

Result<bool> EngineStore::isList(const QString &name, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    if (!keepsLists()) {
        return false;
    }
    const Result<QByteArray> found = read(enginepaths::manifestList(name) + "/exists", call);
    return !found && !saysNoList(found.error()) ? Result<bool>(tl::unexpected(found.error()))
                                                : Result<bool>(found.has_value());
}

Result<QList<Image>> EngineStore::manifestLists(const QByteArray &json, const Call &call)
{
    if (!keepsLists()) {
        return QList<Image>();
    }
    const QByteArray filter = R"({"manifest":["true"]})";
    const QByteArray path = "/libpod/images/json?all=true&filters=" + filter.toPercentEncoding();
    Result<QList<Image>> lists = ask(Method::Get, path, enginejson::manifestLists, call);
    if (!lists || lists->isEmpty()) {
        return lists;
    }
    const Result<QHash<QString, Image>> byManifest = enginejson::imagesByManifest(json);
    if (!byManifest) {
        return tl::unexpected(byManifest.error());
    }
    for (Image &list : *lists) {
        // It may be gone by now.
        const Result<void> read = readInstances(list, *byManifest, call);
        if (!read && !concernsOne(read.error())) {
            return tl::unexpected(read.error());
        }
    }
    return lists;
}

Result<void> EngineStore::readInstances(
    Image &list, const QHash<QString, Image> &byManifest, const Call &call)
{
    const QByteArray path = enginepaths::manifestList(list.id.text()) + "/json";
    const Result<QList<ImageVariant>> named = ask(Method::Get, path, enginejson::instances, call);
    if (!named) {
        return tl::unexpected(named.error());
    }
    list.variants = *named;
    for (ImageVariant &variant : list.variants) {
        const auto image = byManifest.constFind(variant.digest);
        variant.isPresent = image != byManifest.cend();
        variant.image = variant.isPresent ? image->id : ImageId();
        variant.size = variant.isPresent ? image->size : 0;
    }
    return {};
}

} // namespace jettison

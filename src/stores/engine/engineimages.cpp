// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// How EngineStore reads images.

#include "stores/engine/enginejson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Method = HttpRequest::Method;

// An image in an additional store and its record in the engine's own, which may repeat names.
Image together(const Image &one, const Image &other)
{
    const bool isFirstFixed = one.isReadOnly;
    Image image = isFirstFixed ? one : other;
    const Image &own = isFirstFixed ? other : one;
    for (const Reference &reference : own.references) {
        const bool isRepeated = image.references.contains(reference);
        (isRepeated ? image.repeatedReferences : image.ownReferences) << reference;
    }
    image.references << image.ownReferences;
    return image;
}

// Podman lists both.
QList<Image> onceEach(const QList<Image> &listed)
{
    QList<Image> images;
    QHash<ImageId, qsizetype> places;
    for (const Image &image : listed) {
        const auto known = places.constFind(image.id);
        if (known == places.cend()) {
            places.insert(image.id, images.size());
            images << image;
        } else {
            images[*known] = together(images[*known], image);
        }
    }
    return images;
}

bool isCalled(const Image &image, const QString &name)
{
    return image.id.text() == name || image.references.contains(Reference(name));
}

} // namespace

// Newest first, as the engine lists them; but it shuffles those of the same age anew at each call.
Result<QList<Image>> EngineStore::images(const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const QByteArray path =
        m_info->traits.listsPlatforms ? "/images/json?all=1&manifests=1" : "/images/json?all=1";
    const Result<QByteArray> json = read(path, call);
    if (!json) {
        return tl::unexpected(json.error());
    }
    Result<QList<Image>> images = enginejson::images(*json);
    const Result<QList<Image>> lists = manifestLists(*json, call);
    if (!images || !lists) {
        Error error = images ? lists.error() : images.error();
        error.detail.prepend(QString::fromUtf8(path + ": "));
        return tl::unexpected(error);
    }
    std::ranges::transform(*images, images->begin(), [this](const Image &i) { return withNames(i); });
    *images = onceEach(*images + *lists);
    std::ranges::sort(*images, [](const Image &one, const Image &other) {
        return one.created != other.created ? one.created > other.created : one.id < other.id;
    });
    const Result<void> found = findNamelessRecords(*images, call);
    return found ? images : tl::unexpected(found.error());
}

Result<Image> EngineStore::image(const ImageId &id, const Call &call)
{
    return imageNamed(id.text(), call);
}

Result<Image> EngineStore::image(const Reference &reference, const Call &call)
{
    return imageNamed(reference.text(), call);
}

Result<Image> EngineStore::imageNamed(const QString &name, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const QByteArray path =
        enginepaths::image(name) + (canInspectPlatforms() ? "/json?manifests=1" : "/json");
    const Result<Image> image = ask(Method::Get, path, enginejson::image, call);
    if (!isPodman()) {
        return image.map([this](const Image &found) { return withNames(found); });
    }
    const Result<Image> listed = image.and_then([&](const Image &i) { return listedImage(i.id, call); });
    const bool isAnswer = listed ? isCalled(*listed, name) : !concernsOne(listed.error());
    if (isAnswer || !keepsLists()) {
        return listed;
    }
    // Asked for a manifest list, Podman tells of an image in it, or finds none.
    const Result<QList<Image>> lists = manifestLists("[]", call);
    if (!lists) {
        return tl::unexpected(lists.error());
    }
    const auto list = std::ranges::find_if(*lists, [&](const Image &i) { return isCalled(i, name); });
    return list == lists->cend() ? listed : Result<Image>(*list);
}

Result<Image> EngineStore::listedImage(const ImageId &id, const Call &call)
{
    const QByteArray filter = R"({"id":[")" + id.text().section(u':', 1).toLatin1() + R"("]})";
    const Result<QList<Image>> listed = ask(
        Method::Get, "/images/json?all=1&filters=" + filter.toPercentEncoding(), enginejson::images, call);
    if (!listed) {
        return tl::unexpected(listed.error());
    }
    const QList<Image> images = onceEach(*listed);
    const auto found = std::ranges::find(images, id, &Image::id);
    return found == images.cend() ? fail(ErrorCode::NotFound, id.text()) : Result<Image>(*found);
}

// An image is listed with its names alone. This filter is for records (daemon/containerd/image_list.go): it
// finds the one without a name whatever others the image has, and needs not a question for each.
Result<void> EngineStore::findNamelessRecords(QList<Image> &images, const Call &call)
{
    if (m_info->traits.rules != StoreTraits::Rules::Containerd) {
        return {};
    }
    QSet<ImageId> parents;
    std::ranges::for_each(images, [&](const Image &image) { parents << image.parent; });
    const auto isConcerned = [&](const Image &image) {
        const bool isRelated = !image.parent.isEmpty() || parents.contains(image.id);
        return image.references.size() > 1 || (image.references.size() == 1 && isRelated);
    };
    if (std::ranges::none_of(images, isConcerned)) {
        return {};
    }
    const QByteArray filter = R"({"dangling":["true"]})";
    const Result<QList<Image>> records = ask(
        Method::Get, "/images/json?all=1&filters=" + filter.toPercentEncoding(), enginejson::images, call);
    if (!records) {
        return tl::unexpected(records.error());
    }
    QSet<ImageId> nameless;
    for (const Image &record : *records) {
        // Whatever is between may not know the filter.
        if (record.references.isEmpty()) {
            nameless << record.id;
        }
    }
    for (Image &image : images) {
        image.hasNamelessRecord = !image.references.isEmpty() && nameless.contains(image.id);
    }
    return {};
}

// In Docker's classic store digests are names like others; elsewhere they come from the image itself.
Image EngineStore::withNames(Image image) const
{
    if (m_info->traits.rules == StoreTraits::Rules::Classic) {
        std::ranges::remove_copy_if(std::exchange(image.digests, {}), std::back_inserter(image.references),
            [&](const Reference &digest) { return image.references.contains(digest); });
    }
    return image;
}

} // namespace jettison

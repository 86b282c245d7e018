// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What EngineStore asks where an image may be there for several platforms.

#include "stores/engine/apiversion.h"
#include "stores/engine/enginejson.h"
#include "stores/engine/enginepaths.h"
#include "stores/engine/enginestore.h"
#include "stores/engine/layerjson.h"
#include "stores/engine/platformjson.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// What is kept beside the platforms stands among the layers as one.
ImageContent besides(const ImageVariant &variant)
{
    return {.manifest = variant.digest,
        .diffIds = {DiffId(variant.digest)},
        .history = QList<HistoryEntry>(),
        .sizes = {variant.size}};
}

} // namespace

bool EngineStore::canInspectPlatforms() const
{
    return m_info && m_info->traits.rules == StoreTraits::Rules::Containerd
        && apiversion::inspectsPlatforms(m_info->apiVersion);
}

Result<ImageContent> EngineStore::content(const ImageId &id, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    const QByteArray path = enginepaths::image(id.text()) + "/json";
    if (!canInspectPlatforms()) {
        return read(path, call).and_then(enginejson::diffIds).map([](const QList<DiffId> &diffIds) {
            return ImageContent{.diffIds = diffIds};
        });
    }
    const auto told = read(path + "?manifests=1", call).and_then(enginejson::platformLayers);
    return told ? contentOf(id, *told, call) : tl::unexpected(told.error());
}

// The platform that the engine takes if none is named comes first: history() asks for that one.
Result<ImageContent> EngineStore::contentOf(
    const ImageId &id, const enginejson::PlatformLayers &told, const Call &call)
{
    ImageContent content{.diffIds = told.diffIds};
    const qsizetype platforms = std::ranges::count_if(told.variants, isPresentPlatform);
    for (const ImageVariant &variant : told.variants) {
        if (!isPresentPlatform(variant)) {
            if (variant.isPresent && variant.size > 0) {
                content.others.push_back(besides(variant));
            }
            continue;
        }
        Result<ImageContent> platform = platforms == 1
            ? Result<ImageContent>(ImageContent{.manifest = variant.digest, .diffIds = told.diffIds})
            : platformContent(id, variant, call);
        if (!platform) {
            return platform;
        }
        if (content.manifest.isEmpty() && platform->diffIds == told.diffIds) {
            content.manifest = platform->manifest;
        } else {
            content.others.push_back(std::move(*platform));
        }
    }
    return content;
}

Result<ImageContent> EngineStore::platformContent(
    const ImageId &id, const ImageVariant &variant, const Call &call)
{
    const QByteArray path = enginepaths::image(id.text());
    const QByteArray platform = "?platform=" + enginejson::platformParameter(variant.name);
    const auto diffIds = read(path + "/json" + platform, call).and_then(enginejson::diffIds);
    if (!diffIds) {
        return tl::unexpected(diffIds.error());
    }
    ImageContent content{.manifest = variant.digest, .diffIds = *diffIds};
    if (variant.unpacked > 0) {
        const auto history = read(path + "/history" + platform, call).and_then(enginejson::history);
        if (!history) {
            return tl::unexpected(history.error());
        }
        content.history = *history;
    }
    return content;
}

// If the index names what would run on the machine, containerd looks for that to name it in the archive, even
// where the store has other platforms only, and says which digest it does not find
// (core/images/archive/exporter.go).
Error EngineStore::whyNotSaved(const Error &refusal, const QStringList &images, const Call &call)
{
    if (refusal.code != ErrorCode::NotFound || !m_info->traits.listsPlatforms) {
        return refusal;
    }
    const auto isLacking = [&](const ImageVariant &variant) {
        return !variant.isPresent && refusal.detail.contains(variant.digest);
    };
    const QList<Image> listed = this->images(call).value_or(QList<Image>());
    for (const Image &image : listed) {
        QStringList names{image.id.text()};
        std::ranges::transform(image.references, std::back_inserter(names), &Reference::text);
        const auto lacking = std::ranges::find_if(image.variants, isLacking);
        const bool isMeant =
            std::ranges::any_of(names, [&](const QString &name) { return images.contains(name); });
        if (isMeant && lacking != image.variants.cend()) {
            return {.code = ErrorCode::LacksPlatform,
                .detail = names.value(1, names[0]) + ", "_L1 + lacking->name};
        }
    }
    return refusal;
}

// Without the index it is another image, but its layers are the same.
Result<void> EngineStore::saveFirstPlatform(const ImageId &id, const PieceSink &sink, const Call &call)
{
    const Result<ImageContent> content = this->content(id, call);
    const Result<Image> image = content ? imageNamed(id.text(), call) : tl::unexpected(content.error());
    if (!image) {
        return tl::unexpected(image.error());
    }
    const auto first = std::ranges::find(image->variants, content->manifest, &ImageVariant::digest);
    if (first == image->variants.cend()) {
        return fail(ErrorCode::LacksPlatform, id.text());
    }
    const QByteArray path = "/images/get?names=" + QUrl::toPercentEncoding(id.text(), ":")
        + "&platform=" + enginejson::platformParameter(first->name);
    return ask({.method = HttpRequest::Method::Get, .target = path}, {.begun = {}, .body = sink}, call)
        .map([](const HttpReply &) { });
}

// What does not know the parameter removes the whole image.
Result<QList<RemovalLine>> EngineStore::removePlatform(
    const ImageId &id, const ImageVariant &platform, const Call &call)
{
    if (const Result<void> opened = ensureOpen(call); !opened) {
        return tl::unexpected(opened.error());
    }
    if (!m_info->traits.removesPlatforms || platform.name.isEmpty()) {
        return fail(ErrorCode::NoPlatforms);
    }
    const HttpRequest request{.method = HttpRequest::Method::Delete,
        .target = enginepaths::image(id.text())
            + "?force=1&platforms=" + enginejson::platformParameter(platform.name)};
    return ask(request, HttpStream(), call).and_then([](const HttpReply &reply) {
        return enginejson::removalLines(reply.body);
    });
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "models/removalcommand.h"

#include "models/shelltext.h"

#include <QStringList>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QStringList commonWords(const StoreInfo &store, const RemovalOptions &options)
{
    // Always: which engine the terminal would take is not known here.
    QStringList words{u"jettison"_s, u"--host"_s, shelltext::word(store.endpoint), u"rm"_s};
    if (options.force) {
        words << u"--force"_s << u"--time"_s << QString::number(options.stopTimeout.count());
    }
    if (options.backup) {
        words << u"--backup"_s;
    }
    return words;
}

QStringList platformWords(const Image &image, const QStringList &digests)
{
    QStringList words;
    for (const QString &digest : digests) {
        const auto variant = std::ranges::find(image.variants, digest, &ImageVariant::digest);
        words << u"--platform"_s << (variant == image.variants.cend() ? digest : variant->name);
    }
    return words;
}

QStringList imageWords(const RemovalTarget &target)
{
    QStringList words;
    std::ranges::transform(target.references, std::back_inserter(words), &Reference::text);
    return words.isEmpty() ? QStringList(target.image.text()) : words;
}

// All platforms that go of an image stand in one target.
QList<RemovalTarget> gathered(const QList<RemovalTarget> &targets)
{
    QList<RemovalTarget> list;
    for (const RemovalTarget &target : targets) {
        const auto same = std::ranges::find_if(list, [&](const RemovalTarget &other) {
            return other.image == target.image && !other.platforms.isEmpty() && !target.platforms.isEmpty();
        });
        if (same == list.end()) {
            list << target;
        } else {
            same->platforms << target.platforms;
        }
    }
    return list;
}

} // namespace

QString removalCommand(
    const Snapshot &snapshot, const QList<RemovalTarget> &targets, const RemovalOptions &options)
{
    QList<std::pair<QStringList, QStringList>> lines;
    for (const RemovalTarget &target : gathered(targets)) {
        const Image *image = snapshot.image(target.image);
        const QStringList platforms = image ? platformWords(*image, target.platforms) : QStringList();
        const auto line = std::ranges::find(lines, platforms, &std::pair<QStringList, QStringList>::first);
        if (line == lines.end()) {
            lines.emplaceBack(platforms, imageWords(target));
        } else {
            line->second << imageWords(target);
        }
    }
    QStringList commands;
    for (const auto &[platforms, images] : std::as_const(lines)) {
        commands << (commonWords(snapshot.store(), options) + platforms + images).join(u' ');
    }
    return commands.join(u'\n');
}

} // namespace jettison

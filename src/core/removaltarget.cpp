// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaltarget.h"

#include "core/platformname.h"

#include <QStringList>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MinPrefixLength = 4;
constexpr qsizetype DigestLength = 64;
constexpr auto Algorithm = "sha256:"_L1;

bool isHexadecimal(QStringView text)
{
    return std::ranges::all_of(
        text, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

// The digits of something that can be an ID or the beginning of one, else empty.
QString idDigits(QStringView typed)
{
    const QString digits = typed.mid(typed.startsWith(Algorithm) ? Algorithm.size() : 0).toString().toLower();
    const bool fits = digits.size() >= MinPrefixLength && digits.size() <= DigestLength;
    return fits && isHexadecimal(digits) ? digits : QString();
}

// The references that a typed name may stand for, the most likely one first.
QList<Reference> meaningsOf(
    const QString &text, const Result<Reference> &reference, const StoreTraits &traits)
{
    QList<Reference> meanings;
    if (reference && traits.namesAreLocal) {
        // So it calls what was made here; with a registry in it the name stays what it is.
        const Reference local("localhost/"_L1 + reference->text());
        if (reference->canonical() != reference->text()) {
            meanings << local;
        }
    }
    // Files may hold bare tags, and names that follow no grammar.
    return meanings << reference.value_or(Reference(text)) << Reference(text);
}

Result<RemovalTarget> findByIdPrefix(const Snapshot &snapshot, const QString &digits, const QString &typed)
{
    QStringList candidates;
    for (const Image &image : snapshot.images()) {
        if (QStringView(image.id.text()).sliced(image.id.text().indexOf(u':') + 1).startsWith(digits)) {
            candidates << image.id.text();
        }
    }
    if (candidates.isEmpty()) {
        return fail(ErrorCode::NotFound, typed);
    }
    if (candidates.size() > 1) {
        return fail(ErrorCode::AmbiguousId, typed + ": "_L1 + candidates.join(", "_L1));
    }
    return RemovalTarget{.image = ImageId(candidates.first())};
}

// Of `app:1@sha256:…` the 1.
QString tagBesideDigest(const QString &text)
{
    const QString named = text.section(u'@', 0, 0);
    const Result<Reference> reference = parseReference(named);
    // Else the tag is one that was only added.
    return text.contains(u'@') && reference && reference->text() == named ? reference->tag() : QString();
}

// Where stores make digests up for the names of an image, one stands for all names of its repository, and
// with a tag beside it for that tag alone, if it has the digest.
RemovalTarget findByDigest(const Snapshot &snapshot, const Reference &digest, const QString &tag)
{
    const auto repositoryOf = [](const Reference &r) { return Reference(r.canonical()).repository(); };
    for (const Image &image : snapshot.images()) {
        // Where an image has names in several repositories, Docker need not list one for each.
        const bool isListed =
            std::ranges::count(image.digests, digest.canonical(), &Reference::canonical) > 0;
        const bool isItsId =
            snapshot.store().traits.ids == StoreTraits::Ids::Manifests && image.id.text() == digest.digest();
        if (!isListed && !isItsId) {
            continue;
        }
        RemovalTarget target{.image = image.id};
        std::ranges::copy_if(
            image.references, std::back_inserter(target.references), [&](const Reference &name) {
                return repositoryOf(name) == repositoryOf(digest) && (tag.isEmpty() || name.tag() == tag);
            });
        if (!target.references.isEmpty()) {
            return target;
        }
    }
    return {};
}

// Empty if there is no such name.
RemovalTarget findByName(const Snapshot &snapshot, const Reference &name)
{
    const Snapshot::Index found = snapshot.find(name);
    if (found == Snapshot::None) {
        return {};
    }
    const Image &image = snapshot.images()[found];
    const auto exact = std::ranges::find(image.references, name.canonical(), &Reference::canonical);
    return {.image = image.id, .references = {*exact}};
}

RemovalTarget findMeaning(const Snapshot &snapshot, const Reference &name, const QString &tagBeside)
{
    const StoreTraits &traits = snapshot.store().traits;
    // Where a digest is a name like others, a tag beside it says nothing.
    if (!name.isDigest() || !traits.digestsAreMadeUp) {
        return findByName(snapshot, name);
    }
    // Names can have that form all the same.
    const RemovalTarget named =
        !traits.digestsTakeTags && tagBeside.isEmpty() ? findByName(snapshot, name) : RemovalTarget();
    return named.references.isEmpty() ? findByDigest(snapshot, name, tagBeside) : named;
}

// No image has this name. Where the names of a few end so, one of them may be meant: Podman would look for
// it, and remove what it finds first.
tl::unexpected<Error> unknownName(const Snapshot &snapshot, const QString &typed, const Reference &reference)
{
    constexpr qsizetype AFew = 3;
    QStringList lines{typed};
    for (const Image &image : snapshot.images()) {
        for (const Reference &name : image.references) {
            if (name.text().endsWith(u'/' + reference.text())) {
                lines << name.text();
            }
        }
    }
    return fail(ErrorCode::NotFound, lines.size() - 1 > AFew ? typed : lines.join(u'\n'));
}

// The digests of those that have the name, or, if none has, of those that have it with a variant.
QStringList platformsNamed(const QString &name, const Image &image)
{
    const QString usual = usualPlatform(name);
    QStringList same;
    QStringList variants;
    for (const ImageVariant &variant : image.variants) {
        if (variant.kind != ImageVariant::Kind::Platform) {
            continue;
        }
        const QString other = usualPlatform(variant.name);
        if (other == usual) {
            same << variant.digest;
        } else if (usual.count(u'/') == 1 && other.startsWith(usual + u'/')) {
            variants << variant.digest;
        }
    }
    return same.isEmpty() ? variants : same;
}

} // namespace

Result<RemovalTarget> findTarget(const Snapshot &snapshot, QStringView typed)
{
    const QString text = typed.trimmed().toString();
    const ImageId id(text.size() == DigestLength ? Algorithm + text : text);
    if (snapshot.image(id)) {
        return RemovalTarget{.image = id};
    }
    const Result<Reference> reference = parseReference(text);
    const QList<Reference> meanings = meaningsOf(text, reference, snapshot.store().traits);
    for (const Reference &name : meanings) {
        const RemovalTarget target = findMeaning(snapshot, name, tagBesideDigest(text));
        if (!target.references.isEmpty()) {
            return target;
        }
    }
    const QString digits = idDigits(text);
    if (!digits.isEmpty()) {
        return findByIdPrefix(snapshot, digits, text);
    }
    return reference ? unknownName(snapshot, text, *reference) : tl::unexpected(reference.error());
}

Result<RemovalTarget> findRemoval(const Snapshot &snapshot, QStringView typed)
{
    const Result<RemovalTarget> target = findTarget(snapshot, typed);
    const StoreTraits &traits = snapshot.store().traits;
    if (!target || target->references.isEmpty() || !traits.digestsAreMadeUp || traits.digestsTakeTags) {
        return target;
    }
    const QString text = typed.trimmed().toString();
    const bool isByDigest = text.contains(u'@') && tagBesideDigest(text).isEmpty();
    const QList<Reference> &names = snapshot.image(target->image)->references;
    if (!isByDigest || target->references.first().isDigest() || names.size() == 1) {
        return target;
    }
    QStringList texts;
    std::ranges::transform(names, std::back_inserter(texts), &Reference::text);
    return fail(ErrorCode::DigestOfSeveral, text + ": "_L1 + texts.join(", "_L1));
}

Result<RemovalTarget> withPlatforms(
    const RemovalTarget &target, const QStringList &names, const Snapshot &snapshot)
{
    const Image &image = *snapshot.image(target.image);
    RemovalTarget chosen{.image = target.image};
    for (const QString &name : names) {
        const QStringList found = platformsNamed(name, image);
        // Where the store tells of no platforms, the plan says so.
        if (found.size() != 1 && snapshot.store().traits.removesPlatforms) {
            QStringList lines{name};
            const QList<ImageVariant> present = presentPlatforms(image);
            std::ranges::transform(present, std::back_inserter(lines), &ImageVariant::name);
            return fail(ErrorCode::NoPlatform, lines.join(u'\n'));
        }
        chosen.platforms << (found.size() == 1 ? found.first() : name);
    }
    return chosen;
}

QList<RemovalTarget> selectTargets(const Snapshot &snapshot, Selector selector)
{
    QList<RemovalTarget> targets;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        const bool chosen = selector == Selector::All
            || (selector == Selector::Dangling && snapshot.isDangling(i))
            || (selector == Selector::Unused && !snapshot.isUsed(i));
        if (chosen) {
            targets << RemovalTarget{.image = snapshot.images()[i].id};
        }
    }
    return targets;
}

} // namespace jettison

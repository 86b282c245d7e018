// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Digests back to the names that they were made from; tests print these.
QHash<QString, QString> &knownNames()
{
    static QHash<QString, QString> names;
    return names;
}

QString digestOf(const QString &name)
{
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex();
    const QString digest = "sha256:"_L1 + QString::fromLatin1(hash);
    knownNames().insert(digest, name);
    return digest;
}

QString withNames(QString text)
{
    for (auto name = knownNames().cbegin(); name != knownNames().cend(); ++name) {
        text.replace(name.key(), name.value());
    }
    return text;
}

Image imageFromText(const QString &name, const QString &rest)
{
    Image image{.id = imageIdOf(name),
        .references = {},
        .parent = {},
        .created = {},
        .size = 1'000'000,
        .labels = {}};
    const QStringList sides = rest.split(u'<');
    for (const QString &reference : sides.first().split(u' ', Qt::SkipEmptyParts)) {
        image.references << referenceOf(reference);
    }
    if (sides.size() > 1) {
        image.parent = imageIdOf(sides[1].trimmed());
    }
    return image;
}

template <typename T, typename Text> QString joined(const QList<T> &values, Text text)
{
    QStringList texts;
    std::ranges::transform(values, std::back_inserter(texts), text);
    return texts.join(u' ');
}

QString keptText(const KeptImage &kept)
{
    const QString image = "Kept: "_L1 + kept.image.text();
    const QString containers =
        joined(kept.containers, [](const Container &c) { return c.name + u'/' + stateName(c.state); });
    switch (kept.reason) {
    case KeptImage::Reason::InUse:
        return image + " used by "_L1 + containers;
    case KeptImage::Reason::HasChildImages:
        return image + " below "_L1 + joined(kept.children, &ImageId::text)
            + (containers.isEmpty() ? QString() : " used by "_L1 + containers);
    case KeptImage::Reason::DigestGuarded:
        return image + " guarded by "_L1 + containers;
    case KeptImage::Reason::StillReferenced:
        return image + " named "_L1 + joined(kept.references, &Reference::text);
    }
    Q_UNREACHABLE();
}

} // namespace

ImageId imageIdOf(const QString &name)
{
    return ImageId(digestOf(name));
}

Reference referenceOf(const QString &text)
{
    const qsizetype at = text.indexOf(u'@');
    return Reference(at < 0 ? text : text.first(at + 1) + digestOf(text.sliced(at + 1)));
}

SnapshotPtr storeFromText(const QString &text)
{
    QList<Image> images;
    QList<Container> containers;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        const qsizetype equals = line.indexOf(" = "_L1);
        if (equals >= 0) {
            const QStringList words = line.sliced(equals + 3).split(u' ', Qt::SkipEmptyParts);
            const QString name = line.first(equals).trimmed();
            containers << Container{.id = ContainerId(digestOf(name).sliced(7)),
                .name = name,
                .image = imageIdOf(words[0]),
                .state = stateFromName(words[1])};
        } else if (colon >= 0) {
            images << imageFromText(line.first(colon).trimmed(), line.sliced(colon + 1));
        }
    }
    return std::make_shared<const Snapshot>(StoreInfo{}, images, containers);
}

QList<RemovalTarget> targetsFromText(const QStringList &texts)
{
    QList<RemovalTarget> targets;
    for (const QString &text : texts) {
        const qsizetype slash = text.indexOf(u'/');
        RemovalTarget target{.image = imageIdOf(text.first(slash < 0 ? text.size() : slash))};
        const QString references = slash < 0 ? QString() : text.sliced(slash + 1);
        for (const QString &reference : references.split(u' ', Qt::SkipEmptyParts)) {
            target.references << referenceOf(reference);
        }
        targets << target;
    }
    return targets;
}

QString linesText(const QList<RemovalLine> &lines)
{
    QStringList texts;
    std::ranges::transform(lines, std::back_inserter(texts), lineText);
    return withNames(texts.join(u'\n'));
}

QString planText(const RemovalPlan &plan)
{
    QStringList texts{linesText(plan.predictedLines())};
    std::ranges::transform(plan.kept, std::back_inserter(texts), keptText);
    texts.removeAll(QString());
    return withNames(texts.join(u'\n'));
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "fakes/storetext.h"

#include <QCryptographicHash>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// Digests back to the names that they were made from; tests print these. Stores are written in any thread.
class KnownNames
{
public:
    void insert(const QString &digest, const QString &name)
    {
        const QMutexLocker locker(&m_mutex);
        m_names.insert(digest, name);
    }
    QHash<QString, QString> all() const
    {
        const QMutexLocker locker(&m_mutex);
        return m_names;
    }

private:
    mutable QMutex m_mutex;
    QHash<QString, QString> m_names;
};

KnownNames &knownNames()
{
    static KnownNames names;
    return names;
}

QString digestOf(const QString &name, const QString &kind = {})
{
    const QByteArray text = (kind + name).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    const QString digest = "sha256:"_L1 + QString::fromLatin1(hash);
    knownNames().insert(digest, name);
    return digest;
}

QString withNames(QString text)
{
    const QHash<QString, QString> names = knownNames().all();
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        text.replace(name.key(), name.value());
    }
    return text;
}

// What a line of an image says.
struct ImageText
{
    Image image;
    std::optional<ImageContent> content = {};
    /// Its content alone is known.
    bool isGone = false;
};

// Of `debian=70 python~12`. The names of the chains are kept, so that they can be printed.
ImageContent chainFromText(const QString &text, qint64 &size)
{
    ImageContent content;
    QList<HistoryEntry> history;
    ChainId chain;
    QString chainName;
    for (const QString &layer : text.split(u' ', Qt::SkipEmptyParts)) {
        const qsizetype mark = layer.indexOf(text.contains(u'~') && !layer.contains(u'=') ? u'~' : u'=');
        const QString name = layer.first(mark);
        history << HistoryEntry{.createdBy = "COPY "_L1 + name, .size = layer.sliced(mark + 1).toLongLong()};
        content.diffIds << diffIdOf(name);
        chain = chainIdOf(chain, content.diffIds.last());
        chainName += (chainName.isEmpty() ? u""_s : u"/"_s) + name;
        knownNames().insert(chain.text(), chainName);
        size += history.last().size;
    }
    if (!text.contains(u'~')) {
        content.history = history;
    }
    return content;
}

// Who has several platforms tells the sizes of their layers.
ImageContent contentFromText(const QString &text, qint64 &size)
{
    std::vector<ImageContent> chains;
    const QStringList platforms = text.split(u'|');
    for (const QString &platform : platforms) {
        chains.push_back(chainFromText(platform, size));
        for (qsizetype i = 0; platforms.size() > 1 && i < chains.back().history->size(); ++i) {
            chains.back().sizes << (*chains.back().history)[i].size;
        }
    }
    ImageContent content = chains.front();
    content.others.assign(chains.begin() + 1, chains.end());
    return content;
}

ImageText imageFromText(const QString &name, const QString &rest)
{
    static const QRegularExpression layers(u"\\[(.*)\\](?:=(\\d+))?"_s);
    const bool isGone = name.startsWith(u'(');
    ImageText result{.image = {.id = imageIdOf(isGone ? name.sliced(1).chopped(1) : name),
                         .references = {},
                         .parent = {},
                         .created = {},
                         .size = 1'000'000,
                         .labels = {}},
        .isGone = isGone};
    if (const QRegularExpressionMatch match = layers.match(rest); match.hasMatch()) {
        qint64 sum = 0;
        result.content = contentFromText(match.captured(1), sum);
        result.image.size = match.hasCaptured(2) ? match.captured(2).toLongLong() : sum;
    }
    const QStringList sides = QString(rest).remove(layers).split(u'<');
    for (const QString &reference : sides.first().split(u' ', Qt::SkipEmptyParts)) {
        if (reference == "*"_L1) {
            result.image.hasNamelessRecord = true;
            continue;
        }
        const bool isMadeUp = reference.startsWith(u'?');
        (isMadeUp ? result.image.digests : result.image.references)
            << referenceOf(isMadeUp ? reference.sliced(1) : reference);
    }
    result.image.isReadOnly = name.startsWith("ro-"_L1);
    if (sides.size() > 1) {
        result.image.parent = imageIdOf(sides[1].trimmed());
    }
    return result;
}

ContainerOwner ownerFromText(const QStringList &words)
{
    constexpr std::array Kinds{ContainerOwner::Kind::SwarmService, ContainerOwner::Kind::KubernetesPod,
        ContainerOwner::Kind::ComposeProject, ContainerOwner::Kind::PodmanCompose,
        ContainerOwner::Kind::SystemdUnit, ContainerOwner::Kind::DevContainer};
    ContainerOwner owner;
    for (const QString &word : words) {
        const QString mark = word.section(u':', 0, 0);
        const QString value = word.section(u':', 1);
        const auto kind = std::ranges::find_if(Kinds, [&](auto known) { return kindName(known) == mark; });
        if (mark == "in"_L1) {
            owner.group = value;
        } else if (kind != Kinds.end()) {
            owner.kind = *kind;
            owner.name = value;
        }
    }
    return owner;
}

QList<ImageMount> mountsFromText(const QStringList &words)
{
    QList<ImageMount> mounts;
    for (const QString &word : words) {
        const QString mounted = word.section(u':', 1);
        if (word.startsWith("mount:"_L1)) {
            mounts << ImageMount{.name = mounted};
        } else if (word.startsWith("mounts:"_L1)) {
            mounts << ImageMount{.name = mounted, .image = imageIdOf(mounted)};
        }
    }
    return mounts;
}

Container containerFromText(const QString &name, const QString &rest)
{
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    return {.id = containerIdOf(name),
        .name = name,
        .image = imageIdOf(words[0]),
        .state = stateFromName(words[1]),
        .isInfra = words.contains(u"infra"_s),
        .owner = ownerFromText(words.mid(2)),
        .imageMounts = mountsFromText(words)};
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
    const QString platforms = kept.platforms.join(u' ');
    switch (kept.reason) {
    case KeptImage::Reason::InUse:
        return image + " used by "_L1 + containers;
    case KeptImage::Reason::HasChildImages:
        return image + " below "_L1 + joined(kept.children, &ImageId::text)
            + (containers.isEmpty() ? QString() : " used by "_L1 + containers);
    case KeptImage::Reason::DigestGuarded:
        return image + " guarded by "_L1 + containers;
    case KeptImage::Reason::DigestTakesTags:
        return image + " takes tags"_L1;
    case KeptImage::Reason::ReadOnlyStore:
        return image + " read-only"_L1;
    case KeptImage::Reason::NoPlatforms:
        return image + " no platforms"_L1;
    case KeptImage::Reason::PlatformAbsent:
        return image + u' ' + platforms + " absent"_L1;
    case KeptImage::Reason::PlatformInUse:
        return image + u' ' + platforms + " used by "_L1 + containers;
    case KeptImage::Reason::LastPlatform:
        return image + u' ' + platforms + " is the last"_L1;
    case KeptImage::Reason::PlatformShared:
        return image + u' ' + platforms + " shared with "_L1 + joined(kept.children, &ImageId::text);
    case KeptImage::Reason::PlatformUnread:
        return image + u' ' + platforms + " unread"_L1;
    case KeptImage::Reason::OtherPlatforms:
        return image + " for "_L1 + platforms;
    case KeptImage::Reason::StillReferenced:
        return image + " named "_L1 + joined(kept.references, &Reference::text);
    }
    Q_UNREACHABLE();
}

QString sizeText(qint64 bytes, bool isEstimate)
{
    return (isEstimate ? u"~"_s : QString()) + QString::number(bytes);
}

QString sizeText(const ByteCount &count)
{
    return sizeText(count.bytes, count.isEstimate);
}

// `stays debian`, or nothing if no layer does.
QString fateText(const RemovalEffect &effect, const LayerGraph &graph, RemovalEffect::Fate fate, QString line)
{
    const qsizetype empty = line.size();
    for (size_t i = 0; i < effect.fates.size(); ++i) {
        if (effect.fates[i] == fate) {
            line += u' ' + graph.layers()[i].chainId.text();
        }
    }
    return line.size() == empty ? QString() : line;
}

void addLayers(QStringList &lines, const Snapshot &snapshot, const std::vector<LayerGraph::Index> &layers)
{
    for (const LayerGraph::Index index : layers) {
        const Layer &layer = snapshot.layers().layer(index);
        QString line = QString(layer.depth * 2, u' ') + layer.diffId.text() + u' '
            + sizeText(layer.size, layer.isAbout()) + " x"_L1 + QString::number(layer.imageCount);
        for (const int image : layer.images) {
            line += u' ' + snapshot.images()[image].id.text();
        }
        lines << line;
        addLayers(lines, snapshot, layer.children);
    }
}

} // namespace

ContainerId containerIdOf(const QString &name)
{
    return ContainerId(digestOf(name).sliced(7));
}

ImageId imageIdOf(const QString &name)
{
    return ImageId(digestOf(name));
}

DiffId diffIdOf(const QString &name)
{
    return DiffId(digestOf(name, u"layer "_s));
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
    ImageContents contents;
    StoreInfo store;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype colon = line.indexOf(u':');
        const qsizetype equals = line.indexOf(" = "_L1);
        if (equals >= 0) {
            containers << containerFromText(line.first(equals).trimmed(), line.sliced(equals + 3));
        } else if (colon >= 0) {
            const ImageText read = imageFromText(line.first(colon).trimmed(), line.sliced(colon + 1));
            if (read.content) {
                contents.insert(read.image.id, *read.content);
            }
            if (!read.isGone) {
                images << read.image;
            }
        } else if (line.trimmed() == "archive"_L1) {
            store.kind = StoreInfo::Kind::Archive;
            store.traits = {.keepsContentOnce = true, .isTransactional = true};
        } else if (line.trimmed() == "containerd"_L1) {
            store.traits = containerdTraits();
        } else if (line.trimmed() == "podman"_L1) {
            store.traits = podmanTraits();
        }
    }
    return contents.isEmpty() ? std::make_shared<const Snapshot>(store, images, containers)
                              : std::make_shared<const Snapshot>(store, images, containers, contents);
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

QString graphText(const Snapshot &snapshot)
{
    QStringList lines;
    addLayers(lines, snapshot, snapshot.layers().roots());
    return withNames(lines.join(u'\n'));
}

QString effectText(const RemovalEffect &effect, const Snapshot &snapshot)
{
    const QString counts = u"%1 of %2, frees %3, keeps %4 for %5"_s.arg(effect.images)
                               .arg(sizeText(effect.size), sizeText(effect.freed), sizeText(effect.kept))
                               .arg(effect.keepers);
    QString removed;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        if (effect.imageGoes[size_t(i)]) {
            removed += u' ' + snapshot.images()[i].id.text();
        }
    }
    const LayerGraph &graph = snapshot.layers();
    QStringList lines{counts, removed.isEmpty() ? QString() : "removes"_L1 + removed,
        fateText(effect, graph, RemovalEffect::Fate::Goes, u"goes"_s),
        fateText(effect, graph, RemovalEffect::Fate::Stays, u"stays"_s)};
    lines.removeAll(QString());
    return withNames(lines.join(u'\n'));
}

} // namespace jettison

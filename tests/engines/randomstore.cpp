// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/randomstore.h"

#include "engines/imagenames.h"
#include "engines/scene.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxLayerSize = 60'000;
// As many as one command line may name.
constexpr int MaxChosen = 60;
// So that no load takes longer than a command may.
constexpr qsizetype LoadedAtOnce = 100;

} // namespace

RandomStore::RandomStore(const ContainerEngine &engine, const QString &registry, int images, quint32 seed)
    : m_engine(engine),
      m_registry(registry),
      m_random(seed)
{
    while (m_members.size() < images) {
        const ImageArchive::Image image = makeImage();
        const QString id = m_archive.add(image);
        const QString below = image.base + image.parent;
        const auto base = std::ranges::find(m_members, below, &Member::archiveId);
        const bool isBare = base == m_members.end() ? image.isBare : base->isBare;
        Member member{.archiveId = id, .id = id, .tags = image.tags, .isBare = isBare};
        if (chance(0.15)) {
            member.container = u"c%1"_s.arg(m_members.size());
            member.state = stateFor(isBare);
        }
        if (!m_registry.isEmpty() && !member.tags.isEmpty() && chance(0.15)) {
            member.isPushed = true;
            member.tags << u"%1/r%2:%3"_s.arg(m_registry).arg(this->below(5)).arg(m_members.size());
        }
        m_members << member;
    }
}

// There is nothing in a bare image that could run.
QString RandomStore::stateFor(bool isBare)
{
    QStringList states{u"created"_s};
    if (!isBare) {
        states << u"running"_s << u"stopped"_s;
        // Without root no container can be paused where cgroups are of the first version.
        states << (m_engine.kind().isRootless ? QStringList() : QStringList(u"paused"_s));
    }
    return states[below(states.size())];
}

ImageArchive::Image RandomStore::makeImage()
{
    const qsizetype number = m_members.size();
    ImageArchive::Image image{.comment = QString::number(number), .labels = nameLabel(u"m%1"_s.arg(number))};
    const QString below = number > 0 && chance(0.8) ? m_members[this->below(number)].archiveId : QString();
    if (below.isEmpty()) {
        image.isBare = chance(0.4);
    } else if (chance(0.3)) {
        image.parent = below;
    } else {
        image.base = below;
    }
    const int fewest = m_engine.kind().isPodman() ? 1 : 0; // see newLayer()
    // Docker takes for a child only what is one step further.
    const int layers = !image.parent.isEmpty() ? 1
        : below.isEmpty()                      ? 1 + this->below(3)
                                               : fewest + this->below(4);
    for (int i = 0; i < layers; ++i) {
        image.layers << newLayer();
    }
    for (int i = chance(0.1) ? 0 : chance(0.7) ? 1 : 2 + this->below(2); i > 0; --i) {
        image.tags << u"docker.io/team/r%1:%2.%3"_s.arg(this->below(40)).arg(number).arg(i);
    }
    return image;
}

// Now and then one that is there already, but in Podman: where several images have the same layers, it takes
// all of them for parents and names one.
QString RandomStore::newLayer()
{
    if (!m_layers.isEmpty() && chance(0.1) && !m_engine.kind().isPodman()) {
        return m_layers[below(m_layers.size())];
    }
    m_layers << u"l%1=%2"_s.arg(m_layers.size()).arg(1 + below(MaxLayerSize));
    return m_layers.last();
}

QStringList RandomStore::idsInEngine() const
{
    QStringList ids = m_engine.docker({u"image"_s, u"ls"_s, u"-aq"_s, u"--no-trunc"_s}).lines();
    ids.removeDuplicates();
    ids.sort();
    return ids;
}

bool RandomStore::isDrained() const
{
    return idsInEngine().size() < m_members.size() / 2;
}

QString RandomStore::fill()
{
    // Parents come before their children.
    for (qsizetype first = 0; first < m_members.size(); first += LoadedAtOnce) {
        if (const QString failure = loadMembers(m_members.mid(first, LoadedAtOnce)); !failure.isEmpty()) {
            return failure;
        }
    }
    const QMap<QString, QString> ids = idsByName(m_engine);
    const QStringList there = m_engine.docker({u"ps"_s, u"-a"_s, u"--format"_s, u"{{.Names}}"_s}).lines();
    for (qsizetype i = 0; i < m_members.size(); ++i) {
        Member &member = m_members[i];
        member.id = ids.value(u"m%1"_s.arg(i), member.id);
        QString failure = member.isPushed ? push(member) : QString();
        if (failure.isEmpty() && !member.container.isEmpty() && !there.contains(member.container)) {
            failure = startContainer(member);
        }
        if (!failure.isEmpty()) {
            return failure;
        }
    }
    return {};
}

QString RandomStore::loadMembers(const QList<Member> &members) const
{
    QStringList ids;
    std::ranges::transform(members, std::back_inserter(ids), &Member::archiveId);
    const QString path = m_folder.path(u"images.tar"_s);
    if (const QString failure = m_archive.write(path, ids); !failure.isEmpty()) {
        return failure;
    }
    const Output loaded = m_engine.docker({u"load"_s, u"-q"_s, u"-i"_s, path});
    return loaded.exitCode == 0 ? QString() : loaded.errors;
}

QString RandomStore::push(const Member &member) const
{
    const QString name = member.tags.constLast();
    const Output tagged = m_engine.docker({u"tag"_s, member.id, name});
    const Output pushed = m_engine.docker({u"push"_s, u"-q"_s, name});
    return tagged.exitCode + pushed.exitCode == 0 ? QString() : tagged.errors + pushed.errors;
}

QString RandomStore::startContainer(const Member &member) const
{
    Scene scene(m_engine, m_registry);
    return scene.setUp(u"container %1: %2 %3"_s.arg(member.container, member.id, member.state));
}

QStringList RandomStore::choose()
{
    const QStringList there = idsInEngine();
    QList<Member> candidates;
    std::ranges::copy_if(m_members, std::back_inserter(candidates),
        [&](const Member &member) { return std::ranges::binary_search(there, member.id); });
    std::ranges::shuffle(candidates, m_random);
    const int most = chance(0.8) ? 8 : MaxChosen;
    candidates.resize(std::min(candidates.size(), qsizetype(1 + below(most))));
    QStringList arguments;
    if (chance(0.3)) {
        arguments << u"--force"_s;
    }
    for (const Member &member : std::as_const(candidates)) {
        // By its ID, by one of its names or by all of them.
        const bool byName = !member.tags.isEmpty() && chance(0.7);
        arguments << (!byName ? QStringList(member.id)
                : chance(0.3) ? QStringList(member.tags[below(member.tags.size())])
                              : member.tags);
    }
    return arguments;
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/randomstore.h"

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

RandomStore::RandomStore(const ContainerEngine &engine, int images, quint32 seed)
    : m_engine(engine),
      m_random(seed)
{
    while (m_members.size() < images) {
        const ImageArchive::Image image = makeImage();
        const QString id = m_archive.add(image);
        const QString below = image.base + image.parent;
        const auto base = std::ranges::find(m_members, below, &Member::id);
        const bool isBare = base == m_members.end() ? image.isBare : base->isBare;
        Member member{.id = id, .tags = image.tags, .isBare = isBare};
        if (chance(0.15)) {
            member.container = u"c%1"_s.arg(m_members.size());
            member.isRunning = !isBare && chance(0.1);
        }
        m_members << member;
    }
}

ImageArchive::Image RandomStore::makeImage()
{
    const qsizetype number = m_members.size();
    ImageArchive::Image image{.comment = QString::number(number)};
    const QString below = number > 0 && chance(0.8) ? m_members[this->below(number)].id : QString();
    if (below.isEmpty()) {
        image.isBare = chance(0.4);
    } else if (chance(0.3)) {
        image.parent = below;
    } else {
        image.base = below;
    }
    // Docker takes for a child only what is one step further.
    const int layers = !image.parent.isEmpty() ? 1 : below.isEmpty() ? 1 + this->below(3) : this->below(4);
    for (int i = 0; i < layers; ++i) {
        image.layers << newLayer();
    }
    for (int i = chance(0.1) ? 0 : chance(0.7) ? 1 : 2 + this->below(2); i > 0; --i) {
        image.tags << u"team/r%1:%2.%3"_s.arg(this->below(40)).arg(number).arg(i);
    }
    return image;
}

// Now and then one that is there already.
QString RandomStore::newLayer()
{
    if (!m_layers.isEmpty() && chance(0.1)) {
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
        QStringList ids;
        std::ranges::transform(m_members.mid(first, LoadedAtOnce), std::back_inserter(ids), &Member::id);
        const QString path = m_folder.path(u"images.tar"_s);
        if (const QString failure = m_archive.write(path, ids); !failure.isEmpty()) {
            return failure;
        }
        const Output loaded = m_engine.docker({u"load"_s, u"-q"_s, u"-i"_s, path});
        if (loaded.exitCode != 0) {
            return loaded.errors;
        }
    }
    const QStringList there = m_engine.docker({u"ps"_s, u"-a"_s, u"--format"_s, u"{{.Names}}"_s}).lines();
    for (const Member &member : std::as_const(m_members)) {
        if (!member.container.isEmpty() && !there.contains(member.container)) {
            if (const QString failure = startContainer(member); !failure.isEmpty()) {
                return failure;
            }
        }
    }
    return {};
}

QString RandomStore::startContainer(const Member &member) const
{
    const QStringList start = member.isRunning ? QStringList{u"run"_s, u"-d"_s} : QStringList(u"create"_s);
    const Output made = m_engine.docker(start
        + QStringList{u"--name"_s, member.container, u"--net"_s, u"none"_s, u"--stop-signal"_s, u"KILL"_s,
            member.id, u"/busybox"_s, u"sleep"_s, u"1000"_s});
    return made.exitCode == 0 ? QString() : made.errors;
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

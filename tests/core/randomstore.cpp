// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/randomstore.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

class Maker
{
public:
    explicit Maker(unsigned seed)
        : m_random(seed)
    {
    }

    RandomStore make();

private:
    int below(int end) { return int(m_random() % unsigned(end)); }
    bool oneIn(int count) { return below(count) == 0; }

    void addImage(int position);
    void addLayers(QStringList &layers);
    void addTargets();
    QString line(const RandomStore::MadeImage &image) const;

    std::mt19937 m_random;
    RandomStore m_store;
};

// Few names, so that chains meet, and one change stands on several parents and twice in one chain.
void Maker::addLayers(QStringList &layers)
{
    const QStringList names = RandomStore::layerNames();
    for (int more = below(4); more > 0; --more) {
        layers << names[below(int(names.size()))];
    }
}

void Maker::addImage(int position)
{
    RandomStore::MadeImage image{.name = u"i%1"_s.arg(position)};
    image.isGone = oneIn(8);
    if (position > 0 && !image.isGone && oneIn(2)) {
        const int parent = below(position);
        if (!m_store.images[parent].isGone) {
            image.parent = parent;
        }
    }
    // Now and then a child has dropped its parent's layers.
    if (image.parent >= 0 && !oneIn(6)) {
        image.layers = m_store.images[image.parent].layers;
    }
    addLayers(image.layers);
    if (!image.isGone && oneIn(25)) {
        image.isRead = false;
        image.layers.clear();
    }
    for (int i = image.isGone ? 0 : below(3); i > 0; --i) {
        image.references << u"r%1:%2-%3"_s.arg(below(3)).arg(position).arg(i);
    }
    m_store.images << image;
}

QString Maker::line(const RandomStore::MadeImage &image) const
{
    QStringList layers;
    for (const QString &layer : image.layers) {
        layers << layer + u'=' + QString::number(RandomStore::sizeOf(layer));
    }
    return (image.isGone ? u"(%1)"_s : u"%1"_s).arg(image.name) + ": "_L1 + image.references.join(u' ')
        + (image.isRead ? u" [%1]"_s.arg(layers.join(u' ')) : QString())
        + (image.parent < 0 ? QString() : " < "_L1 + m_store.images[image.parent].name) + u'\n';
}

void Maker::addTargets()
{
    for (const RandomStore::MadeImage &image : std::as_const(m_store.images)) {
        if (image.isGone || oneIn(2)) {
            continue;
        }
        const bool isByName = !image.references.isEmpty() && oneIn(3);
        m_store.targets << (isByName ? image.name + u'/' + image.references.first() : image.name);
    }
    std::ranges::shuffle(m_store.targets, m_random);
    if (!m_store.targets.isEmpty() && oneIn(3)) {
        m_store.targets << m_store.targets.first();
    }
}

RandomStore Maker::make()
{
    const int images = 1 + below(9);
    for (int i = 0; i < images; ++i) {
        addImage(i);
    }
    for (int i = below(4); i > 0; --i) {
        m_store.containers << RandomStore::MadeContainer{.name = u"c%1"_s.arg(i), .image = below(images)};
    }
    for (const RandomStore::MadeImage &image : std::as_const(m_store.images)) {
        m_store.text += line(image);
    }
    for (const RandomStore::MadeContainer &container : std::as_const(m_store.containers)) {
        m_store.text += u"%1 = %2 %3\n"_s.arg(
            container.name, m_store.images[container.image].name, oneIn(2) ? u"running"_s : u"exited"_s);
    }
    addTargets();
    m_store.force = oneIn(2);
    return m_store;
}

} // namespace

Chains RandomStore::MadeImage::chains() const
{
    Chains chains;
    for (qsizetype i = 1; i <= layers.size(); ++i) {
        chains.insert(layers.first(i).join(u'/'));
    }
    return chains;
}

RandomStore RandomStore::make(unsigned seed)
{
    return Maker(seed).make();
}

qint64 RandomStore::sizeOf(const QString &chain)
{
    // Far apart, so that a sum tells which layers it is of.
    return qint64(1) << (2 * layerNames().indexOf(chain.mid(chain.lastIndexOf(u'/') + 1)));
}

qint64 RandomStore::sizeOf(const Chains &chains)
{
    qint64 sum = 0;
    for (const QString &chain : chains) {
        sum += sizeOf(chain);
    }
    return sum;
}

QStringList RandomStore::layerNames()
{
    return {u"v"_s, u"w"_s, u"x"_s, u"y"_s, u"z"_s};
}

} // namespace jettison

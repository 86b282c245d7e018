// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/randomremoval.h"

#include "engines/imagenames.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int Few = 8;
// As many as one command line may name.
constexpr int Many = 60;
// Of an ID. The fewest may be those of several images.
constexpr int FewestDigits = 4;
constexpr int Digits = 64;

class Typist
{
public:
    explicit Typist(QRandomGenerator &random)
        : m_random(random)
    {
    }

    QStringList selector();
    QStringList names(QList<ShownImage> images);

private:
    bool chance(double probability) { return m_random.generateDouble() < probability; }
    qsizetype below(qsizetype limit) { return qsizetype(m_random.bounded(qint64(limit))); }
    const QString &oneOf(const QStringList &texts) { return texts[below(texts.size())]; }
    QStringList wordsFor(const ShownImage &image);
    QString idOf(const ShownImage &image);

    QRandomGenerator &m_random;
};

// That empties the store all but for what is used: not often.
QStringList Typist::selector()
{
    if (chance(0.08)) {
        return {u"--dangling"_s};
    }
    if (chance(0.02)) {
        return {u"--unused"_s};
    }
    return chance(0.01) ? QStringList{u"--all"_s, u"--yes"_s} : QStringList();
}

QStringList Typist::names(QList<ShownImage> images)
{
    std::ranges::sort(images, {}, &ShownImage::id);
    std::ranges::shuffle(images, m_random);
    images.resize(std::min(images.size(), 1 + below(chance(0.8) ? Few : Many)));
    QStringList words;
    for (const ShownImage &image : std::as_const(images)) {
        words << wordsFor(image);
        words << (chance(0.1) ? wordsFor(image) : QStringList());
    }
    return words << (chance(0.03) ? QStringList(u"team/nothing:1"_s) : QStringList());
}

QStringList Typist::wordsFor(const ShownImage &image)
{
    QList<QStringList> ways{{idOf(image)}};
    if (!image.tags.isEmpty()) {
        ways << image.tags << QStringList(oneOf(image.tags));
    }
    if (!image.digests.isEmpty()) {
        ways << QStringList(oneOf(image.digests));
    }
    if (!image.tags.isEmpty() && !image.digests.isEmpty()) {
        ways << QStringList(oneOf(image.tags) + u'@' + oneOf(image.digests).section(u'@', 1));
    }
    return ways[below(ways.size())];
}

QString Typist::idOf(const ShownImage &image)
{
    return chance(0.5) ? image.id
                       : image.id.section(u':', 1).first(FewestDigits + below(Digits - FewestDigits + 1));
}

} // namespace

QStringList randomRemoval(const ContainerEngine &engine, QRandomGenerator &random)
{
    Typist typist(random);
    const QStringList force = random.bounded(10) < 3 ? QStringList(u"--force"_s) : QStringList();
    const QStringList selector = typist.selector();
    return force + (selector.isEmpty() ? typist.names(shownImages(engine)) : selector);
}

} // namespace jettison

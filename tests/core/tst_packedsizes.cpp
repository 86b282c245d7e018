// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/packedsizes.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

/// `0,1=30 0=10`: chains of contents and their bytes.
std::vector<PackedChain> chainsFrom(const QString &text)
{
    std::vector<PackedChain> chains;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        PackedChain chain{.contents = {}, .bytes = part.section(u'=', 1).toLongLong()};
        for (const QString &content : part.section(u'=', 0, 0).split(u',')) {
            chain.contents.push_back(content.toInt());
        }
        chains.push_back(chain);
    }
    return chains;
}

/// `10 ~20`: of each content; with the number of its group behind it, if it has one.
QString text(const PackedSizes &sizes)
{
    QStringList texts;
    for (size_t i = 0; i < sizes.bytes.size(); ++i) {
        const QString group =
            sizes.groups[i] == PackedSizes::NoGroup ? QString() : u'/' + QString::number(sizes.groups[i]);
        texts << (sizes.isCertain[i] ? QString() : u"~"_s) + QString::number(sizes.bytes[i]) + group;
    }
    return texts.join(u' ');
}

qint64 sum(const PackedSizes &sizes, const std::vector<int> &contents)
{
    qint64 bytes = 0;
    for (const int content : contents) {
        bytes += sizes.bytes[size_t(content)];
    }
    return bytes;
}

} // namespace

class tst_PackedSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizes_data();
    void sizes();
    void chainsAddUp();
    void certainOnesAreTrue();
};

void tst_PackedSizes::sizes_data()
{
    QTest::addColumn<QString>("chains");
    QTest::addColumn<QString>("weights");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &chains, const QString &weights,
                         const QString &expected) {
        QTest::addRow("%s", name) << chains << weights << expected;
    };

    row("nothing", {}, {}, {});
    row("one content is its chain", u"0=30"_s, u"70"_s, u"30"_s);
    row("no chain tells", {}, u"70"_s, u"~0"_s);
    row("a sum is shared out by weight", u"0,1=30"_s, u"10 20"_s, u"~10/0 ~20/0"_s);
    row("and without weights in equal parts", u"0,1,2=31"_s, u"0 0 0"_s, u"~11/0 ~10/0 ~10/0"_s);
    row("what ends lower tells the difference", u"0,1=30 0=12"_s, u"10 20"_s, u"12 18"_s);
    row("also of several", u"0,1,2=30 0=12"_s, u"10 20 10"_s, u"12 ~12/0 ~6/0"_s);
    row("and above a group", u"0,1=30 0,1,2=35"_s, u"10 20 1"_s, u"~10/0 ~20/0 5"_s);
    row("two chains on one base pull at it", u"0,1=101 0,2=2"_s, u"100 100 1"_s, u"~2/0 ~99/0 ~0"_s);
    row("images of the same contents", u"0,1=30 0,1=31"_s, u"10 20"_s, u"~10/0 ~20/0"_s);
    row("a shorter chain that is larger", u"0=40 0,1=30"_s, u"10 20"_s, u"40 ~0"_s);
    row("nothing packed", u"0,1=0"_s, u"10 20"_s, u"~0/0 ~0/0"_s);
}

void tst_PackedSizes::sizes()
{
    QFETCH(QString, chains);
    QFETCH(QString, weights);
    QFETCH(QString, expected);
    std::vector<qint64> numbers;
    for (const QString &weight : weights.split(u' ', Qt::SkipEmptyParts)) {
        numbers.push_back(weight.toLongLong());
    }
    QCOMPARE(text(PackedSizes::estimate(chainsFrom(chains), numbers)), expected);
}

// Chains that were made from real sizes, however they lie on one another.
void tst_PackedSizes::chainsAddUp()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        std::vector<qint64> truth;
        std::vector<qint64> weights;
        for (int i = 0; i < 12; ++i) {
            weights.push_back(random.bounded(1, 1'000'000));
            truth.push_back(weights.back() * random.bounded(20, 60) / 100);
        }
        std::vector<PackedChain> chains;
        for (int i = 0; i < 5; ++i) {
            std::set<int> contents;
            for (int at = 0; at < random.bounded(1, 6); ++at) {
                contents.insert(random.bounded(12));
            }
            PackedChain chain{.contents = {contents.cbegin(), contents.cend()}};
            for (const int content : chain.contents) {
                chain.bytes += truth[size_t(content)];
            }
            chains.push_back(chain);
        }
        const PackedSizes sizes = PackedSizes::estimate(chains, weights);
        QVERIFY(std::ranges::all_of(sizes.bytes, [](qint64 bytes) { return bytes >= 0; }));
        for (const PackedChain &chain : chains) {
            const qint64 difference = std::abs(sum(sizes, chain.contents) - chain.bytes);
            QVERIFY2(difference * 20 <= chain.bytes + 100,
                qPrintable(u"round %1: %2 of %3"_s.arg(round).arg(difference).arg(chain.bytes)));
        }
    }
}

void tst_PackedSizes::certainOnesAreTrue()
{
    QRandomGenerator random(11);
    int certain = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<qint64> truth(8);
        std::ranges::generate(truth, [&] { return random.bounded(1, 1'000); });
        std::vector<PackedChain> chains;
        for (int i = 0; i < 6; ++i) {
            PackedChain chain;
            for (int content = 0; content < random.bounded(1, 9); ++content) {
                chain.contents.push_back(content);
                chain.bytes += truth[size_t(content)];
            }
            chains.push_back(chain);
        }
        const PackedSizes sizes = PackedSizes::estimate(chains, std::vector<qint64>(8, 1));
        std::vector<qint64> groupBytes(sizes.groupSizes.size());
        std::vector<qint64> groupTruth(sizes.groupSizes.size());
        for (size_t i = 0; i < truth.size(); ++i) {
            if (sizes.isCertain[i]) {
                QCOMPARE(sizes.bytes[i], truth[i]);
                ++certain;
            } else if (sizes.groups[i] != PackedSizes::NoGroup) {
                groupBytes[size_t(sizes.groups[i])] += sizes.bytes[i];
                groupTruth[size_t(sizes.groups[i])] += truth[i];
            }
        }
        QCOMPARE(groupBytes, groupTruth);
    }
    QVERIFY(certain > 200);
}

QTEST_APPLESS_MAIN(tst_PackedSizes)
#include "tst_packedsizes.moc"

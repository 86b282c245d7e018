// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/imageshares.h"
#include "core/randomremoval.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr unsigned Rounds = 600;

using MadeImage = RandomStore::MadeImage;

} // namespace

class tst_LayerProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freesWhatNobodyNeeds();
    void effectTellsFates();
    void imagesShare();
    void repositoriesShare();
};

void tst_LayerProperties::freesWhatNobodyNeeds()
{
    qsizetype freed = 0;
    for (unsigned seed = 0; seed < Rounds; ++seed) {
        const RandomRemoval round(seed);
        const QStringList expected = round.layersThatGo();
        QStringList actual;
        for (const LayerGraph::Index layer : round.plan.freedLayers) {
            actual << round.chainOf(layer);
        }
        QVERIFY2(actual == expected, round.note + "\nfrees " + qPrintable(actual.join(u' ')));
        const Chains distinct(actual.cbegin(), actual.cend());
        QVERIFY2(qsizetype(distinct.size()) == actual.size(), round.note);
        const ByteCount bytes = round.plan.freedBytes().value_or(ByteCount());
        QVERIFY2(bytes.bytes == RandomStore::sizeOf(distinct), round.note);
        freed += actual.size();
    }
    QVERIFY(freed > qsizetype(Rounds));
}

void tst_LayerProperties::effectTellsFates()
{
    for (unsigned seed = 0; seed < Rounds; ++seed) {
        const RandomRemoval round(seed);
        const RemovalEffect effect = RemovalEffect::of(round.plan);
        const QStringList going = round.imagesThatGo();
        Chains all;
        Chains ofChosen;
        int chosen = 0;
        for (Snapshot::Index i = 0; i < round.snapshot->images().size(); ++i) {
            const MadeImage &image = round.madeImage(round.nameOf(i));
            QVERIFY2(effect.imageGoes[size_t(i)] == going.contains(image.name), round.note);
            all.merge(image.chains());
            if (round.isChosen(image)) {
                ofChosen.merge(image.chains());
                ++chosen;
            }
        }
        const Chains freed = without(all, round.neededBeside(going, round.containersThatGo()));
        const Chains kept = without(ofChosen, freed);
        QVERIFY2(round.hasFates(effect, freed, kept), round.note);
        QVERIFY2(effect.images == chosen, round.note);
        QVERIFY2(effect.keepers == round.keepers(kept), round.note);
        QVERIFY2(effect.freed == round.bytes(freed), round.note);
        QVERIFY2(effect.kept == round.bytes(kept), round.note);
        QVERIFY2(effect.size.bytes == effect.freed.bytes + effect.kept.bytes, round.note);
    }
}

void tst_LayerProperties::imagesShare()
{
    for (unsigned seed = 0; seed < Rounds; ++seed) {
        const RandomRemoval round(seed);
        const ImageShares shares(*round.snapshot);
        for (Snapshot::Index i = 0; i < round.snapshot->images().size(); ++i) {
            const MadeImage &image = round.madeImage(round.nameOf(i));
            const bool isHolder = round.isHolder(image);
            const Chains unique =
                isHolder ? without(image.chains(), round.heldBeside({image.name})) : Chains();
            const Chains shared = without(image.chains(), unique);
            const Share &share = shares.image(i);
            QVERIFY2(share.unique.bytes == RandomStore::sizeOf(unique),
                round.note + "\n" + qPrintable(image.name));
            QVERIFY2(share.shared.bytes == RandomStore::sizeOf(shared),
                round.note + "\n" + qPrintable(image.name));
        }
    }
}

void tst_LayerProperties::repositoriesShare()
{
    for (unsigned seed = 0; seed < Rounds; ++seed) {
        const RandomRemoval round(seed);
        const ImageShares shares(*round.snapshot);
        for (const QString &repository : {u"r0"_s, u"r1"_s, u"r2"_s}) {
            const auto isIn = [&](const QString &name) { return name.startsWith(repository + u':'); };
            Chains all;
            QStringList going;
            int images = 0;
            for (const MadeImage &image : round.made.images) {
                if (!std::ranges::any_of(image.references, isIn)) {
                    continue;
                }
                ++images;
                all.merge(image.chains());
                if (std::ranges::all_of(image.references, isIn)) {
                    going << image.name;
                }
            }
            const Chains unique = without(all, round.heldBeside(going));
            const Share share = shares.repository(repository);
            QVERIFY2(images == 0 || share.images == images, round.note);
            QVERIFY2(share.unique.bytes == RandomStore::sizeOf(unique), round.note);
            QVERIFY2(share.shared.bytes == RandomStore::sizeOf(without(all, unique)), round.note);
        }
    }
}

QTEST_APPLESS_MAIN(tst_LayerProperties)
#include "tst_layerproperties.moc"

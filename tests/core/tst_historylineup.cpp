// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/historylineup.h"
#include "fakes/storetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

const DiffId EmptyLayer(u"sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"_s);

// `a b empty`, where `empty` is the archive of nothing.
QList<DiffId> diffIds(const QString &text)
{
    QList<DiffId> result;
    for (const QString &name : text.split(u' ', Qt::SkipEmptyParts)) {
        result << (name == "empty"_L1 ? EmptyLayer : diffIdOf(name));
    }
    return result;
}

// `RUN make=12, ENV A=0`: what stands behind the last `=` is the size.
QList<HistoryEntry> history(const QString &text)
{
    QList<HistoryEntry> result;
    for (const QString &entry : text.split(u", "_s, Qt::SkipEmptyParts)) {
        const qsizetype equals = entry.lastIndexOf(u'=');
        result << HistoryEntry{
            .createdBy = entry.first(equals), .size = entry.sliced(equals + 1).toLongLong()};
    }
    return result;
}

// `70 ? 3`: certain sizes of the lowest layers; nothing is known of the others.
std::vector<std::optional<qint64>> known(const QString &text, qsizetype layers)
{
    std::vector<std::optional<qint64>> result;
    for (const QString &size : text.split(u' ', Qt::SkipEmptyParts)) {
        result.push_back(size == "?"_L1 ? std::nullopt : std::optional(size.toLongLong()));
    }
    result.resize(size_t(layers));
    return result;
}

QString text(const std::optional<std::vector<LinedUpLayer>> &layers, const QList<HistoryEntry> &entries)
{
    if (!layers) {
        return u"none"_s;
    }
    QStringList texts;
    for (const LinedUpLayer &layer : *layers) {
        texts << entries[layer.entry].createdBy + (layer.isCertain ? u'=' : u'~')
                + QString::number(layer.size);
    }
    return texts.join(u", "_s);
}

} // namespace

class tst_HistoryLineUp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesUp_data();
    void linesUp();
    void takesLongHistories();
};

void tst_HistoryLineUp::linesUp_data()
{
    QTest::addColumn<QString>("layers");
    QTest::addColumn<QString>("entries");
    QTest::addColumn<QString>("knownSizes");
    QTest::addColumn<QString>("expected");

    const auto row = [](const char *name, const QString &layers, const QString &entries,
                         const QString &knownSizes, const QString &expected) {
        QTest::addRow("%s", name) << layers << entries << knownSizes << expected;
    };

    row("nothing", {}, {}, {}, {});
    row("no layers", {}, u"ENV A=0, CMD b=0"_s, {}, {});
    row("one for one", u"a b"_s, u"ADD x=70, RUN y=12"_s, {}, u"ADD x=70, RUN y=12"_s);
    row("entries without a layer", u"a b"_s, u"ADD x=70, ENV A=0, RUN y=12, CMD b=0"_s, {},
        u"ADD x=70, RUN y=12"_s);
    row("a step that added nothing", u"a b"_s, u"ADD x=70, ENV A=0, RUN rm y=0"_s, {},
        u"ADD x=70, RUN rm y=0"_s);
    row("which of two steps made the layer does not matter to its size", u"a b"_s,
        u"ADD x=70, RUN y=0, RUN z=0"_s, {}, u"ADD x=70, RUN y=0"_s);
    row("the layer in doubt lies below or above", u"a b"_s, u"RUN x=0, ADD y=70, RUN z=0"_s, {},
        u"RUN x~0, ADD y~70"_s);
    row("what is certain elsewhere settles it", u"a b"_s, u"RUN x=0, ADD y=70, RUN z=0"_s, u"70"_s,
        u"ADD y=70, RUN z=0"_s);
    row("the archive of nothing settles it", u"a empty"_s, u"RUN x=0, ADD y=70, RUN z=0"_s, {},
        u"ADD y=70, RUN z=0"_s);
    row("the archive of nothing has no size", u"empty a"_s, u"ADD x=70, RUN y=0"_s, {}, u"none"_s);
    row("only part is in doubt", u"a b c d"_s, u"ADD w=50, RUN x=0, COPY y=3, RUN z=0, COPY e=9"_s, {},
        u"ADD w=50, RUN x~0, COPY y~3, COPY e=9"_s);
    row("a size that is known to be another", u"a b"_s, u"ADD x=70, RUN y=12"_s, u"71"_s, u"none"_s);
    row("a known size further up", u"a b"_s, u"ADD x=70, RUN y=12"_s, u"? 12"_s, u"ADD x=70, RUN y=12"_s);
    row("fewer entries than layers", u"a b c"_s, u"ADD x=70, RUN y=12"_s, {}, u"none"_s);
    row("no entries", u"a"_s, {}, {}, u"none"_s);
    row("more entries with a size than layers", u"a"_s, u"ADD x=70, RUN y=12"_s, {}, u"none"_s);
    row("lenient: an ENV that made a layer", u"a b"_s, u"ADD x=70, ENV A=0"_s, {}, u"ADD x=70, ENV A=0"_s);
    row("lenient only if it must be", u"a b"_s, u"ADD x=70, ENV A=0, RUN y=0"_s, {}, u"ADD x=70, RUN y=0"_s);
    row("an ENV with a size", u"a b"_s, u"ADD x=70, ENV A=5"_s, {}, u"ADD x=70, ENV A=5"_s);
    row("wrapped as builders do", u"a b"_s,
        u"/bin/sh -c #(nop) ADD x=70, /bin/sh -c #(nop)  ENV A=0, /bin/sh -c true=0"_s, {},
        u"/bin/sh -c #(nop) ADD x=70, /bin/sh -c true=0"_s);
    row("the same layer twice", u"a a"_s, u"ADD x=5, ENV A=0, ADD x=5"_s, {}, u"ADD x=5, ADD x=5"_s);
}

void tst_HistoryLineUp::linesUp()
{
    QFETCH(QString, layers);
    QFETCH(QString, entries);
    QFETCH(QString, knownSizes);
    const QList<DiffId> chain = diffIds(layers);
    const QList<HistoryEntry> read = history(entries);
    const auto lines = lineUp(chain, read, known(knownSizes, chain.size()));
    QTEST(text(lines, read), "expected");
}

// Docker stops at 127 layers, other builders do not; a search of all ways would never end here.
void tst_HistoryLineUp::takesLongHistories()
{
    QList<DiffId> chain;
    QList<HistoryEntry> entries;
    for (int i = 0; i < 300; ++i) {
        if (i % 3 > 0) {
            chain << diffIdOf(QString::number(i));
        }
        entries << HistoryEntry{.createdBy = u"RUN make"_s, .size = i % 2 == 0 ? 0 : i};
    }
    const auto lines = lineUp(chain, entries, known({}, chain.size()));
    QVERIFY(lines);
    QCOMPARE(lines->size(), size_t(200));
    qint64 sum = 0;
    for (const LinedUpLayer &layer : *lines) {
        sum += layer.size;
    }
    QCOMPARE(sum, qint64(150 * 150));
}

QTEST_APPLESS_MAIN(tst_HistoryLineUp)
#include "tst_historylineup.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removaleffect.h"
#include "core/removalplan.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

QString digestOf(const QString &name)
{
    return "sha256:"_L1
        + QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// A store of images whose platforms are written as `linux/arm64=base app`: layers of one byte unpacked and
/// one packed, by their names. `-` before a platform: it is not there.
class PlatformStore
{
public:
    void add(const QString &image, const QStringList &platforms)
    {
        Image made{.id = ImageId(digestOf(image)),
            .references = {Reference(image + ":1"_L1)},
            .parent = {},
            .created = {},
            .size = 0,
            .labels = {}};
        std::vector<ImageContent> contents;
        for (const QString &text : platforms) {
            const bool isAway = text.startsWith(u'-');
            const QString name = text.section(u'=', 0, 0).mid(isAway ? 1 : 0);
            const QStringList layers = text.section(u'=', 1).split(u' ', Qt::SkipEmptyParts);
            // The same layers make the same manifest.
            const QString digest = digestOf(text);
            made.variants << ImageVariant{.name = name,
                .digest = digest,
                .size = 2 * layers.size(),
                .unpacked = layers.size(),
                .isPresent = !isAway};
            ImageContent content{.manifest = digest, .history = QList<HistoryEntry>()};
            for (const QString &layer : layers) {
                content.diffIds << DiffId(digestOf(layer));
                content.history->append({.createdBy = "COPY "_L1 + layer, .size = 1});
            }
            if (!isAway) {
                contents.push_back(content);
            }
        }
        ImageContent first = contents.front();
        first.others.assign(contents.begin() + 1, contents.end());
        m_contents.insert(made.id, first);
        m_images << made;
    }

    void use(const QString &image)
    {
        Container container;
        container.id = ContainerId(QString(64, u'c'));
        container.name = u"web"_s;
        container.image = ImageId(digestOf(image));
        m_containers << container;
    }

    SnapshotPtr snapshot(bool canRemove = true) const
    {
        StoreInfo store;
        store.traits = containerdTraits();
        store.traits.removesPlatforms = canRemove;
        return std::make_shared<const Snapshot>(store, m_images, m_containers, m_contents);
    }

private:
    QList<Image> m_images;
    QList<Container> m_containers;
    ImageContents m_contents;
};

RemovalPlan planOf(const SnapshotPtr &snapshot, const QString &image, const QStringList &platforms)
{
    RemovalTarget target{.image = ImageId(digestOf(image))};
    for (const QString &platform : platforms) {
        target.platforms << digestOf(platform);
    }
    return RemovalPlan::make(snapshot, {target}, {});
}

QList<KeptImage::Reason> reasonsOf(const RemovalPlan &plan)
{
    QList<KeptImage::Reason> reasons;
    std::ranges::transform(plan.kept, std::back_inserter(reasons), &KeptImage::reason);
    return reasons;
}

const QString Amd = u"linux/amd64=a b"_s;
const QString Arm = u"linux/arm64/v8=c d e"_s;
const QString Old = u"linux/arm/v7=f"_s;

} // namespace

class tst_PlatformRemoval : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesOnePlatform();
    void removesSeveral();
    void wholeImageWins();
    void refuses_data();
    void refuses();
    void refusesOlderEngines();
    void refusesWhatAContainerUses();
    void knowsPlatformsByName_data();
    void knowsPlatformsByName();
};

void tst_PlatformRemoval::removesOnePlatform()
{
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm, Old});
    const RemovalPlan plan = planOf(store.snapshot(), u"app"_s, {Arm});
    QCOMPARE(plan.steps.size(), 1);
    QCOMPARE(plan.steps[0].kind, RemovalStep::Kind::RemovePlatform);
    QCOMPARE(plan.steps[0].platform.name, u"linux/arm64/v8"_s);
    QCOMPARE(plan.predictedLines(), (QList<RemovalLine>{{RemovalLine::Kind::Deleted, digestOf(Arm)}}));
    QCOMPARE(plan.deletedImages(), 0);
    QCOMPARE(plan.deletedPlatforms(), 1);
    QCOMPARE(plan.freedLayers.size(), 3);
    // Three layers of a byte each, once packed and once unpacked: the sum is certain.
    QCOMPARE(plan.freedBytes(), ByteCount{.bytes = 6});
    QVERIFY(!plan.hasBlocked());
    QCOMPARE(plan.kept[0].platforms, (QStringList{u"linux/amd64"_s, u"linux/arm/v7"_s}));
    const RemovalEffect effect = RemovalEffect::of(plan);
    QCOMPARE(effect.size.bytes, 6);
    QCOMPARE(effect.kept.bytes, 0);
    QVERIFY(!effect.imageGoes[0]);
}

void tst_PlatformRemoval::removesSeveral()
{
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm, Old});
    const RemovalPlan plan = planOf(store.snapshot(), u"app"_s, {Arm, Old});
    QCOMPARE(plan.deletedPlatforms(), 2);
    QCOMPARE(plan.freedBytes(), ByteCount{.bytes = 8});
}

void tst_PlatformRemoval::wholeImageWins()
{
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm});
    const RemovalTarget whole{.image = ImageId(digestOf(u"app"_s))};
    RemovalTarget platform = whole;
    platform.platforms << digestOf(Arm);
    for (const auto &targets : {QList{whole, platform}, QList{platform, whole}}) {
        const RemovalPlan plan = RemovalPlan::make(store.snapshot(), targets, {});
        QCOMPARE(plan.deletedImages(), 1);
        QCOMPARE(plan.deletedPlatforms(), 0);
    }
}

void tst_PlatformRemoval::refuses_data()
{
    QTest::addColumn<QStringList>("app");
    QTest::addColumn<QStringList>("other");
    QTest::addColumn<QStringList>("removed");
    QTest::addColumn<KeptImage::Reason>("reason");
    QTest::addColumn<QStringList>("sharers");

    using Reason = KeptImage::Reason;
    const auto row = [](const char *name, const QStringList &app, const QStringList &other,
                         const QStringList &removed, Reason reason, const QStringList &sharers) {
        QTest::addRow("%s", name) << app << other << removed << reason << sharers;
    };
    row("the last platform", {Amd}, {}, {Amd}, Reason::LastPlatform, {});
    row("the last that is there", {Amd, u'-' + Arm}, {}, {Amd}, Reason::LastPlatform, {});
    row("all platforms", {Amd, Arm}, {}, {Amd, Arm}, Reason::LastPlatform, {});
    row("one that is not there", {Amd, u'-' + Arm}, {}, {u'-' + Arm}, Reason::PlatformAbsent, {});
    row("another image has the manifest", {Amd, Arm}, {Arm}, {Arm}, Reason::PlatformShared, {u"other"_s});
    row("another image has a layer", {Amd, Arm}, {u"linux/arm64=c x"_s}, {Arm}, Reason::PlatformShared,
        {u"other"_s});
    row("on another layer", {Amd, Arm}, {u"linux/arm64=x d"_s}, {Arm}, Reason::PlatformShared, {u"other"_s});
    row("another platform has a layer", {u"linux/amd64=c z"_s, Arm}, {}, {Arm}, Reason::PlatformShared,
        {u"app"_s});
    row("another platform has the same", {u"linux/amd64=c d e"_s, Arm}, {}, {Arm}, Reason::PlatformShared,
        {u"app"_s});
    row("the engine takes two for one", {u"linux/arm64=x"_s, Arm}, {}, {Arm}, Reason::PlatformShared, {});
}

void tst_PlatformRemoval::refuses()
{
    QFETCH(QStringList, app);
    QFETCH(QStringList, other);
    QFETCH(QStringList, removed);
    QFETCH(QStringList, sharers);
    PlatformStore store;
    store.add(u"app"_s, app);
    if (!other.isEmpty()) {
        store.add(u"other"_s, other);
    }
    const RemovalPlan plan = planOf(store.snapshot(), u"app"_s, removed);
    QVERIFY(plan.steps.isEmpty());
    QVERIFY(plan.freedLayers.empty());
    QTEST(reasonsOf(plan).first(), "reason");
    QVERIFY(plan.hasBlocked());
    QList<ImageId> ids;
    std::ranges::transform(
        sharers, std::back_inserter(ids), [](const QString &name) { return ImageId(digestOf(name)); });
    QCOMPARE(plan.kept[0].children, ids);
}

void tst_PlatformRemoval::refusesOlderEngines()
{
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm});
    const RemovalPlan plan = planOf(store.snapshot(false), u"app"_s, {Arm});
    QVERIFY(plan.steps.isEmpty());
    QCOMPARE(reasonsOf(plan), QList{KeptImage::Reason::NoPlatforms});
}

void tst_PlatformRemoval::refusesWhatAContainerUses()
{
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm});
    store.use(u"app"_s);
    const RemovalTarget target{
        .image = ImageId(digestOf(u"app"_s)), .references = {}, .platforms = {digestOf(Arm)}};
    for (const bool force : {false, true}) {
        const RemovalPlan plan = RemovalPlan::make(store.snapshot(), {target}, {.force = force});
        QVERIFY(plan.steps.isEmpty());
        QCOMPARE(reasonsOf(plan), QList{KeptImage::Reason::PlatformInUse});
        QCOMPARE(plan.kept[0].containers[0].name, u"web"_s);
    }
}

void tst_PlatformRemoval::knowsPlatformsByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("found");
    for (const QString &name : {u"linux/arm64/v8"_s, u"linux/arm64"_s, u"arm64"_s, u"aarch64"_s,
             u"LINUX/ARM64"_s, u"linux/aarch64"_s, u"linux/arm64/8"_s}) {
        QTest::addRow("%s", qPrintable(name)) << name << digestOf(Arm);
    }
    for (const QString &name :
        {u"linux/amd64"_s, u"amd64"_s, u"linux/x86_64"_s, u"linux/x86-64"_s, u"linux/amd64/v1"_s}) {
        QTest::addRow("%s", qPrintable(name)) << name << digestOf(Amd);
    }
    const QString machine = QSysInfo::currentCpuArchitecture();
    QTest::addRow("linux") << u"linux"_s
                           << (machine == "x86_64"_L1         ? digestOf(Amd)
                                      : machine == "arm64"_L1 ? digestOf(Arm)
                                                              : QString());
    for (const QString &name : {u"linux/arm"_s, u"arm"_s, u"armhf"_s, u"linux/armhf"_s, u"linux/arm/7"_s}) {
        QTest::addRow("%s", qPrintable(name)) << name << digestOf(Old);
    }
    for (const QString &name : {u"linux/arm64/v9"_s, u"linux/armel"_s, u"i386"_s, u"windows/amd64"_s,
             u"windows"_s, u"linux/"_s, u"arm/v7"_s, u"li"_s, QString()}) {
        QTest::addRow("not %s", qPrintable(name)) << name << QString();
    }
}

void tst_PlatformRemoval::knowsPlatformsByName()
{
    QFETCH(QString, name);
    QFETCH(QString, found);
    PlatformStore store;
    store.add(u"app"_s, {Amd, Arm, Old});
    const auto target = withPlatforms({.image = ImageId(digestOf(u"app"_s))}, {name}, *store.snapshot());
    QCOMPARE(target.has_value(), !found.isEmpty());
    if (target) {
        QCOMPARE(target->platforms, QStringList{found});
    } else {
        QCOMPARE(target.error(),
            (Error{.code = ErrorCode::NoPlatform,
                .detail = name + "\nlinux/amd64\nlinux/arm64/v8\nlinux/arm/v7"_L1}));
    }
}

QTEST_APPLESS_MAIN(tst_PlatformRemoval)
#include "tst_platformremoval.moc"

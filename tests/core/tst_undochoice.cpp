// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/undochoice.h"

#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

using Ids = StoreTraits::Ids;

const QDateTime Start(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC);

StoreInfo store(const QString &endpoint)
{
    StoreInfo store;
    store.endpoint = endpoint;
    return store;
}

QList<Image> imageOf(const QString &id)
{
    Image image;
    image.id = ImageId(id);
    return {image};
}

Backup backup(const QString &id, const QString &endpoint = u"a"_s)
{
    Backup backup;
    backup.id = id;
    backup.store = store(endpoint);
    backup.images = imageOf(id);
    return backup;
}

Backup undone(const QString &id)
{
    Backup backup = ::backup(id);
    backup.undone = Start;
    return backup;
}

Backup loss(const QString &id, const QString &endpoint = u"a"_s)
{
    Backup loss = backup(id, endpoint);
    loss.goneImages = std::exchange(loss.images, {});
    return loss;
}

Backup ofManifests(const QString &id)
{
    Backup backup = ::backup(id);
    backup.ids = Ids::Manifests;
    return backup;
}

QString passed(const UndoChoice &choice)
{
    QStringList ids;
    for (const Backup &backup : choice.passedOver) {
        ids << backup.id;
    }
    return ids.join(u' ');
}

} // namespace

class TestUndoChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheNewest_data();
    void takesTheNewest();
};

void TestUndoChoice::takesTheNewest_data()
{
    QTest::addColumn<QList<Backup>>("backups");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("passedOver");
    QTest::addRow("none") << QList<Backup>() << QString() << QString();
    QTest::addRow("of this store") << QList<Backup>{backup(u"3"_s, u"b"_s), backup(u"2"_s), backup(u"1"_s)}
                                   << u"2"_s << QString();
    QTest::addRow("not undone yet") << QList<Backup>{undone(u"2"_s), backup(u"1"_s)} << u"1"_s << QString();
    QTest::addRow("not hopeless") << QList<Backup>{loss(u"4"_s, u"b"_s), loss(u"3"_s), backup(u"2"_s),
        loss(u"1"_s)} << u"2"_s << u"3"_s;
    QTest::addRow("hopeless alone") << QList<Backup>{loss(u"2"_s), loss(u"1"_s)} << QString() << u"2 1"_s;
    QTest::addRow("with IDs of this store")
        << QList<Backup>{ofManifests(u"2"_s), backup(u"1"_s)} << u"1"_s << u"2"_s;
    // Why that cannot be undone says what to do instead.
    QTest::addRow("others alone") << QList<Backup>{loss(u"4"_s), ofManifests(u"3"_s), loss(u"2"_s),
        ofManifests(u"1"_s)} << u"3"_s
                                  << u"4"_s;
}

void TestUndoChoice::takesTheNewest()
{
    QFETCH(QList<Backup>, backups);
    QFETCH(QString, chosen);
    QFETCH(QString, passedOver);
    const UndoChoice choice = chooseUndo(backups, store(u"a"_s));
    QCOMPARE(choice.backup ? choice.backup->id : QString(), chosen);
    QCOMPARE(passed(choice), passedOver);
}

QTEST_GUILESS_MAIN(TestUndoChoice)
#include "tst_undochoice.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/removaldialog.h"
#include "gui/windowdriver.h"
#include "stores/playedengine.h"
#include "stores/storefactory.h"
#include "stores/testserver.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMutex>
#include <QPushButton>
#include <QTest>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

constexpr int Patience = 30'000;
const QByteArray ImageDigest = "sha256:" + QByteArray(64, '1');
const QList<QByteArray> Architectures{"amd64", "arm64", "s390x"};

QString digestOf(const QByteArray &architecture)
{
    return u"sha256:"_s + QString(64, QLatin1Char("abc"[Architectures.indexOf(architecture)]));
}

/// Answers as Docker 28.5 does where it keeps one image of three platforms in containerd.
class PlatformEngine
{
public:
    QByteArray answer(const QByteArray &request)
    {
        const QByteArray line = request.left(request.indexOf("\r\n"));
        const QByteArray target = QByteArray::fromPercentEncoding(line.split(' ').value(1));
        if (target.endsWith("/_ping")) {
            return pong("1.51");
        }
        if (line.startsWith("DELETE ")) {
            return remove(target);
        }
        return get(target);
    }

    QList<QByteArray> removals() const
    {
        const QMutexLocker lock(&m_mutex);
        return m_removals;
    }

private:
    QByteArray get(const QByteArray &target) const
    {
        if (target.endsWith("/version")) {
            return version();
        }
        if (target.endsWith("/info")) {
            return reply(
                "200 OK", R"({"ID":"one","DriverStatus":[["driver-type","io.containerd.snapshotter.v1"]]})");
        }
        if (target.contains("/images/json")) {
            return reply("200 OK", QJsonDocument(QJsonArray{image()}).toJson());
        }
        if (target.contains("/containers/json")) {
            return reply("200 OK", "[]");
        }
        if (target.contains("/history")) {
            return reply("200 OK", R"([{"CreatedBy":"COPY busybox","Size":1000}])");
        }
        if (target.contains("/json?")) {
            return reply("200 OK", QJsonDocument(inspected(target)).toJson());
        }
        return reply("404 Not Found", R"({"message":"not in this test"})");
    }

    QByteArray remove(const QByteArray &target)
    {
        const QMutexLocker lock(&m_mutex);
        m_removals << target.sliced(target.indexOf("/images/"));
        for (const QByteArray &architecture : Architectures) {
            if (target.contains('"' + architecture + '"')) {
                m_gone << architecture;
                return reply("200 OK", R"([{"Deleted":")" + digestOf(architecture).toLatin1() + R"("}])");
            }
        }
        return reply("404 Not Found", R"({"message":"no such platform"})");
    }

    QJsonArray manifests() const
    {
        const QMutexLocker lock(&m_mutex);
        QJsonArray array;
        for (const QByteArray &architecture : Architectures) {
            const bool isHere = !m_gone.contains(architecture);
            const int unpacked = isHere && architecture == "amd64" ? 1000 : 0;
            const QJsonObject platform{
                {u"os"_s, u"linux"_s}, {u"architecture"_s, QString::fromLatin1(architecture)}};
            array << QJsonObject{{u"ID"_s, digestOf(architecture)}, {u"Kind"_s, u"image"_s},
                {u"Available"_s, isHere}, {u"Descriptor"_s, QJsonObject{{u"platform"_s, platform}}},
                {u"Size"_s, QJsonObject{{u"Total"_s, (isHere ? 600 : 0) + unpacked}}},
                {u"ImageData"_s,
                    QJsonObject{
                        {u"Platform"_s, platform}, {u"Size"_s, QJsonObject{{u"Unpacked"_s, unpacked}}}}}};
        }
        return array;
    }

    QJsonObject image() const
    {
        return {{u"Id"_s, QString::fromLatin1(ImageDigest)}, {u"ParentId"_s, QString()}, {u"Created"_s, 1},
            {u"Size"_s, 2800}, {u"RepoTags"_s, QJsonArray{u"all:1"_s}},
            {u"RepoDigests"_s, QJsonArray{u"all@"_s + QString::fromLatin1(ImageDigest)}},
            {u"Manifests"_s, manifests()}};
    }

    QJsonObject inspected(const QByteArray &target) const
    {
        QByteArray asked = "amd64";
        for (const QByteArray &architecture : Architectures) {
            asked = target.contains('"' + architecture + '"') ? architecture : asked;
        }
        QJsonObject object = image();
        // Each platform is one layer of its own.
        object[u"RootFS"_s] = QJsonObject{{u"Layers"_s, QJsonArray{digestOf(asked).replace(7, 1, u"f"_s)}}};
        return object;
    }

    mutable QMutex m_mutex;
    QList<QByteArray> m_gone;
    QList<QByteArray> m_removals;
};

} // namespace

/// The window in front of an engine that has one image for three platforms, as a person uses it.
class tst_PlatformWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void removesASelectedPlatform();
    void keepsTheLastOne();
    void copiesTheCommand();

private:
    void open(const QString &row) const;
    QPushButton *removeButton() const;

    std::unique_ptr<PlatformEngine> m_engine;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;
};

void tst_PlatformWindow::init()
{
    m_engine = std::make_unique<PlatformEngine>();
    m_server = std::make_unique<TestServer>(TestServer::Kind::Local, [this](QIODevice &connection, int) {
        for (QByteArray request = readRequest(connection); !request.isEmpty();
            request = readRequest(connection)) {
            say(connection, m_engine->answer(request));
        }
    });
    WindowDriver::forgetSettings();
    const Endpoint endpoint = m_server->endpoint();
    m_session = std::make_unique<Session>([endpoint] { return makeStore(endpoint); });
    m_window = std::make_unique<MainWindow>(*m_session);
    m_driver = std::make_unique<WindowDriver>(*m_window);
    m_window->resize(900, 700);
    m_window->show();
    m_session->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->rows(), QStringList(u"all 1"_s), Patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_session->snapshot()->layers().isRead(), Patience);
    m_driver->images()->expandAll();
}

void tst_PlatformWindow::cleanup()
{
    m_driver.reset();
    m_window.reset();
    m_session.reset();
    m_server.reset();
}

void tst_PlatformWindow::open(const QString &row) const
{
    m_driver->click(row);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
}

QPushButton *tst_PlatformWindow::removeButton() const
{
    return m_driver->removalDialog()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok);
}

void tst_PlatformWindow::removesASelectedPlatform()
{
    open(u"  linux/arm64 packed only"_s);
    const QAbstractItemModel *plan =
        m_driver->removalDialog()->findChild<QTreeView *>(u"planView"_s)->model();
    QCOMPARE(plan->index(0, 0).data().toString(), u"Platforms deleted: 1"_s);
    const QModelIndex first = plan->index(0, 0, plan->index(0, 0));
    QVERIFY2(
        first.data().toString().startsWith("linux/arm64 of all:1"_L1), qPrintable(first.data().toString()));
    QCOMPARE(removeButton()->text(), u"&Remove 1 platform(s), free 600 B"_s);
    QTest::mouseClick(removeButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->logLines().last().startsWith("Gone for good"_L1), Patience);
    const QStringList lines = m_driver->logLines();
    QVERIFY2(lines.at(lines.size() - 2).contains("1 platform(s) deleted"_L1), qPrintable(lines.join(u'\n')));
    QVERIFY(m_driver->logLines().contains("Deleted: "_L1 + digestOf("arm64")));
    QCOMPARE(m_engine->removals(),
        QList<QByteArray>{
            "/images/" + ImageDigest + R"(?force=1&platforms={"architecture":"arm64","os":"linux"})"});
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->row(u"  linux/arm64 not here"_s).isValid(), Patience);
}

void tst_PlatformWindow::keepsTheLastOne()
{
    m_driver->click(u"  linux/amd64 "_s);
    m_driver->click(u"  linux/arm64 packed only"_s, Qt::ControlModifier);
    m_driver->click(u"  linux/s390x packed only"_s, Qt::ControlModifier);
    m_driver->press(Qt::Key_Delete);
    QTRY_VERIFY(m_driver->removalDialog());
    QVERIFY(!removeButton()->isEnabled());
    QCOMPARE(m_driver->removalDialog()->plan().kept.first().reason, KeptImage::Reason::LastPlatform);
    QVERIFY(m_engine->removals().isEmpty());
}

// It must name the platform: the ID alone would remove the whole image.
void tst_PlatformWindow::copiesTheCommand()
{
    open(u"  linux/arm64 packed only"_s);
    m_driver->removalDialog()->findChild<QPushButton *>(u"copyButton"_s)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(),
        u"jettison --host %1 rm --platform linux/arm64 %2"_s.arg(
            m_server->endpoint().text(), QString::fromLatin1(ImageDigest)));
}

QTEST_MAIN(tst_PlatformWindow)
#include "tst_platformwindow.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/connectdialog.h"
#include "gui/hostbutton.h"
#include "gui/hostpopup.h"
#include "models/hostmodel.h"

#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace jettison;

namespace {

Host hostAt(const QString &name, Host::Source source = Host::Source::DockerContext)
{
    const QString endpoint = u"tcp://%1:1"_s.arg(name);
    return {.key = endpoint, .names = {{.text = name, .source = source}}, .endpoint = endpoint};
}

HostAnswer docker()
{
    return {.store = StoreInfo{.endpoint = {}, .name = u"Docker"_s, .version = u"26.1"_s, .apiVersion = {}}};
}

} // namespace

/// The list of hosts, and the dialog that adds to it.
class tst_HostPopup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void beginsAtTheStoreThatIsShown();
    void choosesWithTheKeyboard();
    void itsButtonsHaveKeys();
    void choosesWithTheMouse();
    void findsByTyping();
    void findsByAnyName();
    void everythingHasAName();
    void answersMoveNothing();
    void forgetsOnlyWhatWasBrought();
    void fitsOnTheScreen();
    void connectsToWhatAnswers();
    void keepsWhatDoesNotAnswer();
    void aChangeMakesTheAnswerVoid();
    void tlsIsForTcp();

private:
    QListView *list() const { return m_popup->findChild<QListView *>(); }

    std::unique_ptr<HostModel> m_model;
    std::unique_ptr<HostButton> m_button;
    std::unique_ptr<HostPopup> m_popup;
};

void tst_HostPopup::init()
{
    m_model = std::make_unique<HostModel>();
    m_model->setHosts(
        {hostAt(u"alpha"_s), hostAt(u"beta"_s), hostAt(u"gamma"_s, Host::Source::Remembered)}, {});
    m_button = std::make_unique<HostButton>();
    m_button->show();
    m_popup = std::make_unique<HostPopup>(*m_model);
    m_popup->showBelow(*m_button, u"tcp://beta:1"_s);
}

void tst_HostPopup::cleanup()
{
    m_popup.reset();
    m_button.reset();
    m_model.reset();
}

void tst_HostPopup::beginsAtTheStoreThatIsShown()
{
    QCOMPARE(list()->currentIndex().data().toString(), u"beta"_s);
    m_popup->hide();
    m_popup->showBelow(*m_button, u"tcp://nobody:1"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"alpha"_s);
}

void tst_HostPopup::choosesWithTheKeyboard()
{
    QSignalSpy chosen(m_popup.get(), &HostPopup::chosen);
    QSignalSpy newWindow(m_popup.get(), &HostPopup::newWindowRequested);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"tcp://gamma:1"_s);
    QVERIFY(!m_popup->isVisible());
    m_popup->showBelow(*m_button, u"tcp://beta:1"_s);
    QTest::keyClick(list(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(newWindow.size(), 1);
    QCOMPARE(newWindow[0][0].toString(), u"tcp://beta:1"_s);
    QCOMPARE(chosen.size(), 1);
    m_popup->showBelow(*m_button, u"tcp://beta:1"_s);
    QTest::keyClick(list(), Qt::Key_Escape);
    QVERIFY(!m_popup->isVisible());
    QCOMPARE(chosen.size(), 1);
}

void tst_HostPopup::itsButtonsHaveKeys()
{
    QVERIFY(QTest::qWaitForWindowActive(m_popup.get()));
    QSignalSpy check(m_popup.get(), &HostPopup::checkRequested);
    QTest::keyClick(list(), Qt::Key_K, Qt::AltModifier);
    QTRY_COMPARE(check.size(), 1);
    QSignalSpy connectTo(m_popup.get(), &HostPopup::connectRequested);
    QTest::keyClick(list(), Qt::Key_C, Qt::AltModifier);
    QTRY_COMPARE(connectTo.size(), 1);
}

void tst_HostPopup::choosesWithTheMouse()
{
    QSignalSpy chosen(m_popup.get(), &HostPopup::chosen);
    const QRect row = list()->visualRect(m_model->index(0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"tcp://alpha:1"_s);
}

void tst_HostPopup::findsByTyping()
{
    QTest::keyClicks(list(), u"gam"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"gamma"_s);
}

void tst_HostPopup::findsByAnyName()
{
    m_popup->hide();
    Host twin = hostAt(u"lower"_s);
    twin.names << Host::Name{.text = u"twenty"_s, .source = Host::Source::DockerContext};
    m_model->setHosts({hostAt(u"other"_s), hostAt(u"tango"_s), twin}, {});
    m_popup->showBelow(*m_button, u"tcp://other:1"_s);
    QTest::keyClicks(list(), u"twe"_s);
    QCOMPARE(list()->currentIndex().data().toString(), u"lower"_s);
}

void tst_HostPopup::everythingHasAName()
{
    QVERIFY(!list()->accessibleName().isEmpty());
    for (const QToolButton *button : m_popup->findChildren<QToolButton *>()) {
        QVERIFY(!button->text().isEmpty() && !button->toolTip().isEmpty());
        QVERIFY(button->focusPolicy() & Qt::TabFocus);
    }
    m_button->setStore(u"a & b: Docker 26.1"_s, u"tcp://ab:1"_s);
    QCOMPARE(m_button->accessibleName(), u"Store: a & b: Docker 26.1"_s);
    QVERIFY(m_button->toolTip().contains("tcp://ab:1"_L1));
    const int width = m_button->sizeHint().width();
    m_button->setStore(QString(300, u'x'), {});
    QVERIFY(m_button->sizeHint().width() < 4 * width);
}

void tst_HostPopup::answersMoveNothing()
{
    const auto places = [this] {
        QList<QRect> rects{m_popup->geometry()};
        for (int row = 0; row < m_model->rowCount(); ++row) {
            rects << list()->visualRect(m_model->index(row));
        }
        return rects;
    };
    const QList<QRect> before = places();
    m_model->setAsking(u"tcp://alpha:1"_s);
    m_model->setAnswer(u"tcp://alpha:1"_s, docker());
    m_model->setAnswer(u"tcp://beta:1"_s, {.error = Error{.code = ErrorCode::NotRunning, .detail = u"x"_s}});
    m_model->setHosts({hostAt(u"new"_s), hostAt(u"alpha"_s)}, {});
    QCoreApplication::processEvents();
    QCOMPARE(places(), before);
    QCOMPARE(list()->currentIndex().data().toString(), u"beta"_s);
    m_popup->hide();
    QCOMPARE(m_model->rowCount(), 2);
}

void tst_HostPopup::forgetsOnlyWhatWasBrought()
{
    QSignalSpy forgotten(m_popup.get(), &HostPopup::forgetRequested);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(forgotten.size(), 0);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Delete);
    QCOMPARE(forgotten.size(), 1);
    QCOMPARE(forgotten[0][0].toString(), u"tcp://gamma:1"_s);
}

void tst_HostPopup::fitsOnTheScreen()
{
    m_popup->hide();
    QList<Host> hosts;
    for (int i = 0; i < 300; ++i) {
        hosts << hostAt(u"h%1"_s.arg(i) + QString(i, u'x'));
    }
    m_model->setHosts(hosts, {});
    m_popup->showBelow(*m_button, hosts.last().key);
    const QRect screen = m_button->screen()->availableGeometry();
    QVERIFY(screen.contains(m_popup->geometry()));
    QVERIFY(list()->viewport()->rect().intersects(list()->visualRect(list()->currentIndex())));
}

void tst_HostPopup::connectsToWhatAnswers()
{
    m_popup->hide();
    ConnectDialog dialog;
    QSignalSpy checks(&dialog, &ConnectDialog::checkRequested);
    QSignalSpy connected(&dialog, &ConnectDialog::connected);
    dialog.show();
    auto *button = dialog.findChild<QPushButton *>(u"connectButton"_s);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"endpoint"_s), u" tcp://far:1 "_s);
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(checks.size(), 1);
    const auto typed = checks[0][0].value<TypedHost>();
    QCOMPARE(typed, TypedHost{.endpoint = u"tcp://far:1"_s});
    QVERIFY(!button->isEnabled());
    // An answer about something else is none.
    dialog.showAnswer({.endpoint = u"tcp://near:1"_s}, docker());
    QVERIFY(connected.isEmpty());
    dialog.showAnswer(typed, docker());
    QCOMPARE(connected.size(), 1);
    QVERIFY(!dialog.isVisible());
}

void tst_HostPopup::keepsWhatDoesNotAnswer()
{
    m_popup->hide();
    ConnectDialog dialog;
    QSignalSpy kept(&dialog, &ConnectDialog::kept);
    dialog.show();
    auto *keep = dialog.findChild<QPushButton *>(u"keepButton"_s);
    const auto *status = dialog.findChild<QTextEdit *>(u"status"_s);
    const auto answer = [&](const QString &endpoint, ErrorCode code) {
        dialog.findChild<QLineEdit *>(u"endpoint"_s)->setText(endpoint);
        QTest::keyClick(&dialog, Qt::Key_Return);
        dialog.showAnswer({.endpoint = endpoint}, {.error = Error{.code = code, .detail = u"the reason"_s}});
    };
    answer(u"gopher://far"_s, ErrorCode::InvalidEndpoint);
    QVERIFY(status->toPlainText().contains("the reason"_L1));
    // Nothing can ever be there.
    QVERIFY(!keep->isEnabled());
    answer(u"tcp://far:1"_s, ErrorCode::NotRunning);
    QVERIFY(status->toPlainText().contains("the reason"_L1));
    QVERIFY(keep->isEnabled());
    keep->click();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][0].value<TypedHost>().endpoint, u"tcp://far:1"_s);
    QVERIFY(!dialog.isVisible());
}

void tst_HostPopup::aChangeMakesTheAnswerVoid()
{
    m_popup->hide();
    ConnectDialog dialog;
    QSignalSpy connected(&dialog, &ConnectDialog::connected);
    auto *endpoint = dialog.findChild<QLineEdit *>(u"endpoint"_s);
    auto *button = dialog.findChild<QPushButton *>(u"connectButton"_s);
    endpoint->setText(u"tcp://far:1"_s);
    button->click();
    endpoint->setText(u"tcp://far:12"_s);
    dialog.showAnswer({.endpoint = u"tcp://far:1"_s}, docker());
    QVERIFY(connected.isEmpty());
    QVERIFY(button->isEnabled());
}

void tst_HostPopup::tlsIsForTcp()
{
    m_popup->hide();
    ConnectDialog dialog;
    QSignalSpy checks(&dialog, &ConnectDialog::checkRequested);
    auto *endpoint = dialog.findChild<QLineEdit *>(u"endpoint"_s);
    auto *tls = dialog.findChild<QGroupBox *>(u"tls"_s);
    auto *button = dialog.findChild<QPushButton *>(u"connectButton"_s);
    endpoint->setText(u"tcp://far:1"_s);
    tls->setChecked(true);
    dialog.findChild<QLineEdit *>(u"authorities"_s)->setText(u"/k/ca.pem"_s);
    button->click();
    QCOMPARE(checks.last()[0].value<TypedHost>(),
        TypedHost({.endpoint = u"tcp://far:1"_s, .isTls = true, .authorities = u"/k/ca.pem"_s}));
    endpoint->setText(u"unix:///far"_s);
    QVERIFY(!tls->isEnabled());
    button->click();
    QCOMPARE(checks.last()[0].value<TypedHost>(), TypedHost{.endpoint = u"unix:///far"_s});
}

QTEST_MAIN(tst_HostPopup)
#include "tst_hostpopup.moc"

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/wrappedtext.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace jettison;
using namespace Qt::StringLiterals;

namespace {

const QString Path = u"/a/"_s + QString(300, u'b') + u"/meta.json: no address"_s;

} // namespace

class tst_WrappedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsNarrowAsItsPlace()
    {
        WrappedText text;
        text.setText(Path);
        const int line = text.heightForWidth(100'000);
        QVERIFY(line > 0);
        QVERIFY(text.heightForWidth(200) > 4 * line);
        QVERIFY(text.minimumSizeHint().width() < 100);
        text.resize(200, text.heightForWidth(200));
        text.show();
        QVERIFY(text.document()->size().width() <= 200);
    }

    void needsNoScrollBarWhereThereIsRoom()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *text = new WrappedText(&window);
        text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
        layout->addWidget(text);
        layout->addStretch(1);
        text->setText(Path);
        window.resize(300, 40);
        window.show();
        for (int width = 200; width < 400; width += 7) {
            window.resize(width, 40);
            QCoreApplication::processEvents();
            window.resize(width, 900);
            QCoreApplication::processEvents();
            QVERIFY2(!text->verticalScrollBar()->isVisible(), qPrintable(QString::number(width)));
        }
    }

    void copiesWhatItWasGiven()
    {
        WrappedText text;
        text.setText(Path);
        text.resize(200, 400);
        text.show();
        text.setFocus();
        QTest::keyClick(&text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&text, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), Path);
        QCOMPARE(text.accessibleName(), Path);
    }

    void takesNothingForHtml()
    {
        WrappedText text;
        text.setText(u"<b>404</b> & more"_s);
        QCOMPARE(text.toPlainText(), u"<b>404</b> & more"_s);
    }

    void changesNoText()
    {
        WrappedText text;
        text.setText(Path);
        QTest::keyClick(&text, Qt::Key_X);
        QTest::keyClick(&text, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(text.toPlainText(), Path);
    }
};

QTEST_MAIN(tst_WrappedText)
#include "tst_wrappedtext.moc"

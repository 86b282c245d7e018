// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/elidedlabel.h"

#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace jettison;
using namespace Qt::StringLiterals;

class tst_ElidedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasAToolTipWhereSomethingIsLeftOut();
    void paintsNothingBeyondItsEnd();
};

namespace {

const QString Text = u"5 selected, 4.83 MB in size, frees 611 kB; 2 images keep 4.22 MB of it"_s;

QString toolTip(ElidedLabel &label)
{
    QToolTip::hideText();
    QHelpEvent event(QEvent::ToolTip, QPoint(1, 1), label.mapToGlobal(QPoint(1, 1)));
    QCoreApplication::sendEvent(&label, &event);
    return QToolTip::isVisible() ? QToolTip::text() : QString();
}

} // namespace

void tst_ElidedLabel::hasAToolTipWhereSomethingIsLeftOut()
{
    ElidedLabel label(Text);
    label.resize(label.sizeHint());
    label.show();
    QCOMPARE(toolTip(label), QString());
    label.resize(label.width() / 2, label.height());
    QCOMPARE(toolTip(label), Text);
}

// The end that a label would cut off is replaced, so the two look different.
void tst_ElidedLabel::paintsNothingBeyondItsEnd()
{
    ElidedLabel elided(Text);
    QLabel cut(Text);
    const QSize whole = cut.sizeHint();
    elided.resize(whole);
    cut.resize(whole);
    QCOMPARE(elided.grab().toImage(), cut.grab().toImage());
    elided.resize(whole.width() / 2, whole.height());
    cut.resize(elided.size());
    QVERIFY(elided.grab().toImage() != cut.grab().toImage());
}

QTEST_MAIN(tst_ElidedLabel)
#include "tst_elidedlabel.moc"

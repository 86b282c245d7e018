// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/hostpopup.h"

#include "gui/hostdelegate.h"
#include "models/hostmodel.h"

#include <QAction>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListView>
#include <QScreen>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr int MinRows = 3;
// In characters.
constexpr int MinWidth = 72;
constexpr int MaxWidth = 130;

} // namespace

HostPopup::HostPopup(HostModel &hosts, QWidget *parent)
    : QFrame(parent, Qt::Popup),
      m_hosts(hosts),
      m_list(new QListView(this)),
      m_delegate(new HostDelegate(this))
{
    // The click on the button that closes the list must not open it again.
    setAttribute(Qt::WA_NoMouseReplay);
    setFrameShape(QFrame::StyledPanel);
    setObjectName(u"hostPopup"_s);
    setAccessibleName(tr("Stores"));
    m_list->setModel(&hosts);
    m_list->setItemDelegate(m_delegate);
    m_list->setObjectName(u"hosts"_s);
    m_list->setAccessibleName(tr("Stores that can be used"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::clicked, this,
        [this](const QModelIndex &index) { choose(index, QGuiApplication::keyboardModifiers()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &HostPopup::updateActions);
    connect(&hosts, &QAbstractItemModel::modelReset, this, &HostPopup::updateActions);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_list);
    layout->addWidget(makeButtons());
    updateActions();
}

QWidget *HostPopup::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(4, 2, 4, 4);
    const auto add = [&](const QString &text, const QString &toolTip, auto &&triggered) {
        auto *action = new QAction(text, this);
        action->setToolTip(toolTip);
        // Buttons of tools leave the underlined letter out, and with it the key.
        action->setIconText(text);
        connect(action, &QAction::triggered, this, triggered);
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
        return action;
    };
    add(tr("&Open archive…"), tr("Show an archive made by \"docker save\", or a layout in a tar file"),
        [this] {
            hide();
            Q_EMIT openArchiveRequested();
        });
    add(tr("&Connect to…"), tr("Type the address of an engine"), [this] {
        hide();
        Q_EMIT connectRequested();
    });
    layout->addStretch();
    m_newWindow = add(tr("&New window"), tr("Show the chosen store in a window of its own (Ctrl+Enter)"),
        [this] { choose(m_list->currentIndex(), Qt::ControlModifier); });
    m_forget = add(tr("&Forget"), tr("Take the chosen store out of the list (Delete)"),
        [this] { Q_EMIT forgetRequested(currentKey()); });
    add(tr("Chec&k again"), tr("Ask every host anew who is there (F5)"), [this] { Q_EMIT checkRequested(); });
    return bar;
}

void HostPopup::showBelow(const QWidget &button, const QString &shown)
{
    m_hosts.hold(true);
    m_delegate->setShown(shown);
    const QModelIndex index = m_hosts.indexOf(shown);
    m_list->setCurrentIndex(index.isValid() ? index : m_hosts.index(0));
    const QRect screen = button.screen()->availableGeometry();
    const int rows = std::max(MinRows, m_hosts.rowCount());
    const int rowHeight =
        m_list->sizeHintForRow(0) > 0 ? m_list->sizeHintForRow(0) : 2 * fontMetrics().height();
    const QPoint below = button.mapToGlobal(QPoint(0, button.height()));
    const int others = layout()->minimumSize().height() - m_list->minimumSizeHint().height();
    // As wide as the longest names, within reason.
    const int row = std::min(m_list->sizeHintForColumn(0) + m_list->verticalScrollBar()->sizeHint().width(),
        fontMetrics().averageCharWidth() * MaxWidth);
    const int width =
        std::min(std::max({row, fontMetrics().averageCharWidth() * MinWidth, minimumSizeHint().width()}),
            screen.width());
    const int height = std::min(rows * rowHeight + others + 2, screen.bottom() - below.y());
    resize(width, height);
    move(std::max(screen.left(), std::min(below.x(), screen.right() - width)), below.y());
    show();
    m_list->scrollTo(m_list->currentIndex());
    m_list->setFocus(Qt::PopupFocusReason);
}

// Rows that wait come when nobody reads the list any more.
void HostPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_hosts.hold(false);
}

QString HostPopup::currentKey() const
{
    return m_list->currentIndex().data(HostModel::KeyRole).toString();
}

void HostPopup::choose(const QModelIndex &index, Qt::KeyboardModifiers modifiers)
{
    // Kept, because hiding lets the rows change.
    const QString key = index.data(HostModel::KeyRole).toString();
    if (!index.isValid() || !isVisible()) {
        return;
    }
    hide();
    if (modifiers.testFlag(Qt::ControlModifier)) {
        Q_EMIT newWindowRequested(key);
    } else {
        Q_EMIT chosen(key);
    }
}

bool HostPopup::pressKey(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex(), modifiers);
        return true;
    case Qt::Key_Delete:
        m_forget->trigger();
        return true;
    case Qt::Key_F5:
        Q_EMIT checkRequested();
        return true;
    default:
        return false;
    }
}

bool HostPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if (pressKey(press->key(), press->modifiers())) {
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void HostPopup::updateActions()
{
    const QModelIndex index = m_list->currentIndex();
    m_newWindow->setEnabled(index.isValid() && !index.data(HostModel::OpenRole).toBool());
    m_forget->setEnabled(index.data(HostModel::ForgettableRole).toBool());
}

} // namespace jettison

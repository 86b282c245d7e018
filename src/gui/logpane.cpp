// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "gui/logpane.h"

#include "gui/logdelegate.h"
#include "ui_logpane.h"

#include <QClipboard>
#include <QFileDialog>
#include <QMenu>
#include <QSaveFile>
#include <QScrollBar>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

LogPane::LogPane(QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::LogPane>())
{
    m_ui->setupUi(this);
    m_filter.setSourceModel(&m_model);
    m_ui->view->setModel(&m_filter);
    m_ui->view->setItemDelegate(new LogDelegate(m_ui->view));
    m_ui->view->header()->resizeSection(
        LogModel::TimeColumn, m_ui->view->fontMetrics().horizontalAdvance(u"00:00:00"_s) + 24);
    m_ui->view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_ui->view->addAction(m_ui->copyAction);
    auto *menu = new QMenu(this);
    menu->addActions({m_ui->copyAction, m_ui->saveAction, m_ui->clearAction});
    connect(m_ui->view, &QWidget::customContextMenuRequested, menu,
        [this, menu](QPoint position) { menu->popup(m_ui->view->viewport()->mapToGlobal(position)); });
    // Once for all lines of a burst: to scroll, the view lays out every row.
    m_scrollSoon.setSingleShot(true);
    connect(&m_scrollSoon, &QTimer::timeout, m_ui->view, &QAbstractItemView::scrollToBottom);
    connect(m_ui->search, &QLineEdit::textChanged, &m_filter, &LogFilterModel::setSearch);
    connect(m_ui->kind, &QComboBox::currentIndexChanged, this, &LogPane::setKind);
    connect(m_ui->copyAction, &QAction::triggered, this, &LogPane::copySelection);
    connect(m_ui->saveAction, &QAction::triggered, this, &LogPane::save);
    connect(m_ui->clearAction, &QAction::triggered, &m_model, &LogModel::clear);
    m_ui->copyButton->setDefaultAction(m_ui->copyAction);
    m_ui->saveButton->setDefaultAction(m_ui->saveAction);
    m_ui->clearButton->setDefaultAction(m_ui->clearAction);
}

LogPane::~LogPane() = default;

void LogPane::append(const QList<Message> &messages)
{
    const QScrollBar *bar = m_ui->view->verticalScrollBar();
    const bool wasAtEnd = m_scrollSoon.isActive() || bar->value() == bar->maximum();
    m_model.append(messages);
    if (wasAtEnd) {
        m_scrollSoon.start();
    }
}

void LogPane::append(Message::Kind kind, const QString &text)
{
    append({Message{.kind = kind, .text = text}});
}

void LogPane::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

void LogPane::setKind(int item)
{
    using Kind = Message::Kind;
    static const QList<QSet<Kind>> kinds{
        {},
        {Kind::Stopped, Kind::Removed, Kind::Untagged, Kind::Deleted},
        {Kind::Warning, Kind::Error},
    };
    m_filter.setKinds(kinds.value(item));
}

void LogPane::copySelection()
{
    QModelIndexList rows = m_ui->view->selectionModel()->selectedRows(LogModel::TextColumn);
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        lines << row.data().toString();
    }
    if (!lines.isEmpty()) {
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    }
}

void LogPane::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the log"), {}, tr("Text files (*.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"jettison-log.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &LogPane::saveTo);
    dialog->open();
}

void LogPane::saveTo(const QString &fileName)
{
    QSaveFile file(fileName);
    const QByteArray text = m_model.toText().toUtf8();
    const bool saved = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
    if (saved) {
        append(Message::Kind::Info, tr("The log was saved to %1").arg(fileName));
    } else {
        append(Message::Kind::Error,
            tr("The log could not be saved to %1: %2. Choose another folder or free some room.")
                .arg(fileName, file.errorString()));
    }
}

} // namespace jettison

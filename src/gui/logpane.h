// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "models/logfiltermodel.h"
#include "models/logmodel.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class LogPane;
}

namespace jettison {

/// Everything that was done, line by line; stays at its end while that is in sight.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    explicit LogPane(QWidget *parent = nullptr);
    ~LogPane() override;

    void append(const QList<Message> &messages);
    void append(Message::Kind kind, const QString &text);
    void focusSearch();

    /// Asks for a file and writes the whole log to it as text.
    void save();
    /// Writes the whole log; what went wrong is a line in it.
    void saveTo(const QString &fileName);

private:
    void copySelection();
    void setKind(int item);

    std::unique_ptr<Ui::LogPane> m_ui;
    LogModel m_model;
    LogFilterModel m_filter;
    QTimer m_scrollSoon;
};

} // namespace jettison

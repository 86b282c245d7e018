// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QToolButton>

namespace jettison {

/// Says which store the window shows, and opens the list of the others.
class HostButton : public QToolButton
{
    Q_OBJECT

public:
    explicit HostButton(QWidget *parent = nullptr);

    /// `endpoint` is where it is reached; empty if that is not known.
    void setStore(const QString &label, const QString &endpoint);
};

} // namespace jettison

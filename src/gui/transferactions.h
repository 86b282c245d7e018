// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "jobs/session.h"
#include "models/messages.h"

#include <QAction>
#include <QPointer>

#include <functional>

namespace jettison {

class ExportDialog;
class ImportDialog;

/// Everything about export and import in a window: two actions, their dialogs, and what the session says.
class TransferActions : public QObject
{
    Q_OBJECT

public:
    using Selection = std::function<QList<RemovalTarget>()>;

    /// The session, the actions and the window outlive this. `selection`: what there is to export.
    TransferActions(
        Session &session, QAction *exporting, QAction *importing, Selection selection, QWidget *window);

    /// After the session became busy or idle, lost or found its store, or something else was selected.
    void update();
    /// Shows what would come of an archive. Does nothing, and says so, while something runs.
    void importArchive(const QString &path);

Q_SIGNALS:
    void said(const QList<jettison::Message> &messages);

private:
    void connectSession();
    void showExport();
    void chooseArchive();
    void startExport(const ExportRequest &request);

    Session &m_session;
    QAction *m_export = nullptr;
    QAction *m_import = nullptr;
    Selection m_selection;
    QWidget *m_window = nullptr;
    QPointer<ExportDialog> m_exportDialog;
    QPointer<ImportDialog> m_importDialog;
};

} // namespace jettison

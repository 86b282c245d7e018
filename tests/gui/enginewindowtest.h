// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/scene.h"
#include "gui/windowdriver.h"
#include "support/startedengines.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace jettison {

/// A test of the real window: each function on a real engine of several kinds, with Docker's classic and
/// containerd stores and Podman. Where one cannot run, its functions are skipped with the reason. Before each
/// function the store has four images, shown in a window: tools:1, base:1, and on the layer of base app:1 and
/// app:2, which is app:latest as well.
class EngineWindowTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int Patience = 60'000;

    /// What a removal was to say, what it said, and where the engine's events say otherwise.
    struct Removal
    {
        QStringList foretold = {};
        QStringList logged = {};
        QStringList contradictions = {};
    };

    /// `app 1` or `app:1` as this engine calls that: Podman's names are whole.
    QString named(const QString &name) const;
    QStringList named(QStringList names) const;
    /// What the engine says of itself, by another program.
    QStringList state() const;
    /// Confirms the preview that is open, and waits until the removal has ended.
    Removal confirm() const;
    /// Fails the test function if the log is not what the plan and the engine say.
    static void compare(const Removal &removal);

    ContainerEngine *m_engine = nullptr;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WindowDriver> m_driver;

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();

private:
    void openWindow();

    StartedEngines m_engines;
    std::unique_ptr<QTemporaryDir> m_backups;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "engines/program.h"
#include "engines/scene.h"
#include "support/startedengines.h"

#include <QJsonArray>

#include <memory>

namespace jettison {

/// A test of what happens around a removal, each function on engines of several kinds. Where one cannot run,
/// its functions are skipped with the reason.
class SurroundingsTest : public QObject
{
    Q_OBJECT

public:
    explicit SurroundingsTest(const QStringList &kinds)
        : m_kinds(kinds)
    {
    }

protected:
    /// A line for fill() that starts a container of a:1 which ends at once when it is told to.
    static QString run(const QString &name, const QString &options);
    static QJsonArray remarksOf(const Output &output);
    /// `goes auto-removal job`, a word for each remark of a kind.
    static QStringList briefly(const QJsonArray &remarks);
    /// The notes that the terminal shows.
    static QStringList notes(const Output &output);

    /// Fails the test function if the scene cannot be set up.
    void fill(const QString &text);
    Output docker(const QString &arguments) const;
    Output jettison(const QString &arguments) const;
    QString stateOf(const QString &container) const;

    ContainerEngine *m_engine = nullptr;

private Q_SLOTS:
    void initTestCase_data();
    void init();

private:
    QStringList m_kinds;
    StartedEngines m_engines;
};

} // namespace jettison

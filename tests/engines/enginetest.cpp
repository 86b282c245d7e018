// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/enginetest.h"

#include <QTest>

namespace jettison {

void EngineTest::initTestCase()
{
    const QString engineFailure = m_engine.start();
    if (!engineFailure.isEmpty()) {
        QSKIP(qPrintable(engineFailure));
    }
    const QString registryFailure = m_registry.start();
    if (!registryFailure.isEmpty()) {
        QSKIP(qPrintable(registryFailure));
    }
}

void EngineTest::init()
{
    QCOMPARE(m_engine.reset(), QString());
}

void EngineTest::fill(const QString &text)
{
    m_scene = std::make_unique<Scene>(m_engine, m_registry.address());
    QCOMPARE(m_scene->setUp(text), QString());
}

Output EngineTest::jettison(const QStringList &arguments) const
{
    return runJettison(m_engine.endpoint(), arguments);
}

} // namespace jettison

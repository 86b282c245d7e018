// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/scenemeanwhile.h"

#include "engines/scenebuild.h"

namespace jettison {

using namespace Qt::StringLiterals;

SceneMeanwhile::SceneMeanwhile(const ContainerEngine &engine, SceneNames &names, const QString &buildFolder)
    : m_engine(engine),
      m_names(names),
      m_buildFolder(buildFolder)
{
}

SceneMeanwhile::~SceneMeanwhile()
{
    if (m_begun) {
        endProgram(*m_begun);
    }
}

std::optional<QString> SceneMeanwhile::run(const QString &line)
{
    if (line.startsWith("begin "_L1)) {
        return begin(line.section(u' ', 1));
    }
    if (line == "end"_L1) {
        return waitForEnd();
    }
    if (line == "stall"_L1) {
        return stall();
    }
    if (line == "held"_L1) {
        return m_proxy.holds() ? QString() : u"nobody waits"_s;
    }
    if (line == "release"_L1) {
        m_proxy.letGo();
        return QString();
    }
    return {};
}

// `build img:1 < …` or `docker pull app:1`
QString SceneMeanwhile::begin(const QString &line)
{
    const QString rest = line.section(u' ', 1);
    m_begun = std::make_unique<QProcess>();
    m_engine.beginDocker(*m_begun,
        line.startsWith("build "_L1) ? buildArguments(rest, m_buildFolder) : QProcess::splitCommand(rest));
    return {};
}

QString SceneMeanwhile::waitForEnd()
{
    if (!m_begun) {
        return u"nothing was begun"_s;
    }
    const Output output = jettison::waitForEnd(*m_begun);
    return output.exitCode == 0 ? QString() : output.text + output.errors;
}

QString SceneMeanwhile::stall()
{
    const QString failure = m_proxy.start(m_names.expand(u"{registry}"_s));
    m_names.define(u"stalled"_s, m_proxy.address());
    return failure;
}

} // namespace jettison

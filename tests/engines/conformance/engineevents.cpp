// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/engineevents.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds Lateness{5000};
constexpr std::chrono::seconds Patience{10};

// In Docker's words.
QString lineOf(const QJsonObject &event)
{
    const QString action = event["Action"_L1].toString();
    const QJsonObject actor = event["Actor"_L1].toObject();
    const QString id = actor["ID"_L1].toString();
    const QString name = actor["Attributes"_L1]["name"_L1].toString();
    if (event["Type"_L1] == "image"_L1 && (action == "untag"_L1 || action == "delete"_L1)) {
        return action + u' ' + (id.contains(u':') ? id : u"sha256:"_s + id);
    }
    if (event["Type"_L1] != "container"_L1) {
        return {};
    }
    if (action == "destroy"_L1 || action == "remove"_L1) {
        return u"destroy "_s + name;
    }
    return action == "die"_L1 ? u"die "_s + name : QString();
}

} // namespace

EngineEvents::EngineEvents(const ContainerEngine &engine)
    : m_engine(engine)
{
    m_process.setProcessEnvironment(QProcessEnvironment::systemEnvironment());
    endWithUs(m_process);
    m_process.start(
        u"docker"_s, {u"--host"_s, engine.endpoint(), u"events"_s, u"--format"_s, u"{{json .}}"_s});
    // Until it listens, marks pass unseen.
    const QDeadlineTimer deadline(Patience);
    while (!deadline.hasExpired() && !readUntil(u"begin-%1"_s.arg(++m_marks))) { }
    m_lines.clear();
}

EngineEvents::~EngineEvents()
{
    endProgram(m_process);
}

QStringList EngineEvents::take(qsizetype expected)
{
    readUntil(u"mark-%1"_s.arg(++m_marks));
    const QDeadlineTimer deadline(Lateness);
    while (m_lines.size() < expected && !deadline.hasExpired()) {
        m_process.waitForReadyRead(50);
        while (m_process.canReadLine()) {
            read(m_process.readLine());
        }
    }
    QStringList lines = std::exchange(m_lines, {});
    lines.sort();
    return lines;
}

// A volume is made, since nobody else makes any, and its event waited for.
bool EngineEvents::readUntil(const QString &mark)
{
    m_engine.docker({u"volume"_s, u"create"_s, mark});
    const QDeadlineTimer deadline(Lateness);
    while (m_lastMark != mark && !deadline.hasExpired()) {
        if (m_process.canReadLine() || m_process.waitForReadyRead(50)) {
            while (m_process.canReadLine()) {
                read(m_process.readLine());
            }
        }
    }
    m_engine.docker({u"volume"_s, u"rm"_s, mark});
    return m_lastMark == mark;
}

void EngineEvents::read(const QByteArray &line)
{
    const QJsonObject event = QJsonDocument::fromJson(line).object();
    if (event["Type"_L1] == "volume"_L1 && event["Action"_L1] == "create"_L1) {
        const QJsonObject actor = event["Actor"_L1].toObject();
        const QString name = actor["Attributes"_L1]["name"_L1].toString();
        m_lastMark = name.isEmpty() ? actor["ID"_L1].toString() : name;
    } else if (const QString text = lineOf(event); !text.isEmpty()) {
        m_lines << text;
    }
}

} // namespace jettison

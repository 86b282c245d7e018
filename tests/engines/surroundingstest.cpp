// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/surroundingstest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace jettison {

using namespace Qt::StringLiterals;

void SurroundingsTest::initTestCase_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : std::as_const(m_kinds)) {
        QTest::addRow("%s", qPrintable(kind)) << kind;
    }
}

void SurroundingsTest::init()
{
    QFETCH_GLOBAL(QString, kind);
    const auto engine = m_engines.of(kind);
    if (!engine) {
        QSKIP(qPrintable(engine.error()));
    }
    m_engine = *engine;
    QCOMPARE(m_engine->reset(), QString());
}

QString SurroundingsTest::run(const QString &name, const QString &options)
{
    return u"docker run -d --net none --stop-signal KILL --name %1 %2 a:1 /busybox sleep 1000\n"_s.arg(
        name, options);
}

QJsonArray SurroundingsTest::remarksOf(const Output &output)
{
    return QJsonDocument::fromJson(output.text.toUtf8())[u"remarks"_s].toArray();
}

QStringList SurroundingsTest::briefly(const QJsonArray &remarks)
{
    QStringList texts;
    for (const QJsonValue remark : remarks) {
        texts << (remark[u"goes"_s].toBool() ? u"goes "_s : u"stays "_s) + remark[u"kind"_s].toString() + u' '
                + remark[u"container"_s].toString(u"-"_s);
    }
    texts.sort();
    return texts;
}

QStringList SurroundingsTest::notes(const Output &output)
{
    return output.errors.split(u'\n').filter(u"Note: "_s);
}

void SurroundingsTest::fill(const QString &text)
{
    QCOMPARE(Scene(*m_engine, {}).setUp(text), QString());
}

Output SurroundingsTest::docker(const QString &arguments) const
{
    return m_engine->docker(arguments.split(u' '));
}

Output SurroundingsTest::jettison(const QString &arguments) const
{
    return runJettison(m_engine->endpoint(), arguments.split(u' '));
}

QString SurroundingsTest::stateOf(const QString &container) const
{
    return m_engine->docker({u"inspect"_s, u"-f"_s, u"{{.State.Status}}"_s, container}).text.trimmed();
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "support/stallingproxy.h"

#include "support/process.h"

#include <QDeadlineTimer>
#include <QFile>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds StartPatience{30};

} // namespace

StallingProxy::~StallingProxy()
{
    endProgram(m_proxy);
}

QString StallingProxy::start(const QString &registry)
{
    endWithUs(m_proxy);
    m_proxy.start(u"python3"_s,
        {QStringLiteral(JETTISON_SUPPORT "/stallingproxy.py"), registry.section(u':', 1), m_folder.path({})});
    QFile port(m_folder.path(u"port"_s));
    const QDeadlineTimer deadline(StartPatience);
    while (!port.open(QIODevice::ReadOnly)) {
        if (m_proxy.waitForFinished(50) || m_proxy.state() == QProcess::NotRunning || deadline.hasExpired()) {
            return u"no proxy starts here: %1"_s.arg(QString::fromUtf8(m_proxy.readAllStandardError()));
        }
    }
    m_address = u"127.0.0.1:%1"_s.arg(QString::fromUtf8(port.readAll()));
    return {};
}

bool StallingProxy::holds() const
{
    return QFile::exists(m_folder.path(u"held"_s));
}

void StallingProxy::letGo() const
{
    QFile go(m_folder.path(u"go"_s));
    if (!go.open(QIODevice::WriteOnly)) {
        qWarning("The proxy goes on holding back: %s", qPrintable(go.errorString()));
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/sshprocess.h"

#include "stores/engine/sshcommand.h"
#include "stores/engine/waiting.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// For what ssh says last; with debugging switched on it says much.
constexpr qsizetype MaxErrors = 8 * 1024;
// Beyond any login script's output.
constexpr qint64 MaxNoise = 1024 * 1024;
constexpr int EndPatienceMs = 1000;

bool showsWindows()
{
    return QCoreApplication::instance() && QCoreApplication::instance()->inherits("QGuiApplication");
}

bool saysOne(const QString &words, std::initializer_list<QLatin1StringView> phrases)
{
    return std::ranges::any_of(
        phrases, [&](QLatin1StringView phrase) { return words.contains(phrase, Qt::CaseInsensitive); });
}

} // namespace

SshProcess::SshProcess(const Endpoint &endpoint)
    : m_endpoint(endpoint)
{
    connect(this, &QProcess::readyReadStandardError, this, &SshProcess::keepWords);
}

SshProcess::~SshProcess()
{
    if (state() == NotRunning) {
        return;
    }
    // Both: the first ends it where a console program cannot be told to.
    closeWriteChannel();
    terminate();
    if (!waitForFinished(EndPatienceMs)) {
        kill();
        waitForFinished(-1);
    }
}

Result<void> SshProcess::arrive(const Call &call)
{
    const bool canAsk = sshcommand::directQuestions(*this, showsWindows());
    start(u"ssh"_s, sshcommand::arguments(m_endpoint, call.isQuiet || !canAsk));
    for (;;) {
        if (const std::optional<Error> error = interruption(call, m_endpoint.text())) {
            return tl::unexpected(*error);
        }
        m_arrived = m_arrived || hasArrived();
        if (state() == NotRunning || bytesAvailable() > MaxNoise) {
            return tl::unexpected(ending());
        }
        if (m_arrived) {
            return {};
        }
        waitForReadyRead(waitSlice(call));
    }
}

bool SshProcess::hasArrived()
{
    while (canReadLine()) {
        // Login scripts may have printed in front of it, without a line's end.
        if (readLine().trimmed().endsWith(sshcommand::greeting())) {
            return true;
        }
    }
    return false;
}

void SshProcess::keepWords()
{
    m_errors = (m_errors + readAllStandardError()).right(MaxErrors);
}

Error SshProcess::ending()
{
    if (error() == FailedToStart) {
        return {.code = ErrorCode::SshMissing, .detail = m_endpoint.text() + " ("_L1 + errorString() + u')'};
    }
    // Its streams end a little before it does.
    waitForFinished(EndPatienceMs);
    keepWords();
    if (state() == NotRunning && exitStatus() == NormalExit) {
        return exitCode() == sshcommand::OwnFailure ? failureOfSsh() : failureOfProgram();
    }
    return failure(m_arrived ? ErrorCode::ConnectionLost : ErrorCode::SshFailed);
}

// They are never translated.
Error SshProcess::failureOfSsh()
{
    const QString said = words();
    if (saysOne(said, {"Host key verification failed"_L1, "HOST IDENTIFICATION HAS CHANGED"_L1})) {
        return failure(ErrorCode::SshUntrusted);
    }
    if (saysOne(said, {"Permission denied"_L1, "Too many authentication failures"_L1})) {
        return failure(ErrorCode::SshDenied);
    }
    return failure(m_arrived && said.isEmpty() ? ErrorCode::ConnectionLost : ErrorCode::SshFailed);
}

Error SshProcess::failureOfProgram()
{
    if (!m_arrived) {
        return failure(
            exitCode() == sshcommand::NoProgram ? ErrorCode::NoRemoteProgram : ErrorCode::SshFailed);
    }
    if (exitCode() == 0) {
        return failure(ErrorCode::ConnectionLost);
    }
    return failure(
        saysOne(words(), {"permission denied"_L1}) ? ErrorCode::NoPermission : ErrorCode::NotRunning);
}

Error SshProcess::failure(ErrorCode code)
{
    const QString said = words();
    const QString text = m_endpoint.text();
    return {.code = code, .detail = said.isEmpty() ? text : text + " ("_L1 + said + u')'};
}

// All of them, on one line: without what would move a terminal's cursor, and without the frame of at signs.
QString SshProcess::words()
{
    static const QRegularExpression frame(u"^@+\\s*|\\s*@+\\s*$"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression unprintable(u"\\p{C}+"_s);
    // What a host says to everybody who logs in is no reason for what comes later.
    const qsizetype greeted = m_errors.lastIndexOf(sshcommand::greeting());
    const qsizetype begin = greeted < 0 ? 0 : greeted + sshcommand::greeting().size();
    return QString::fromUtf8(m_errors.sliced(begin))
        .replace(frame, u" "_s)
        .replace(unprintable, u" "_s)
        .simplified();
}

} // namespace jettison

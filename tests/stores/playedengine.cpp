// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/playedengine.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

HttpClient clientOf(const std::shared_ptr<Script> &script)
{
    const auto connect = [script](const Call &) -> Result<std::unique_ptr<QIODevice>> {
        return std::make_unique<ScriptedDevice>(script);
    };
    return HttpClient(connect, u"played"_s, "localhost");
}

} // namespace

QByteArray reply(const QByteArray &status, const QByteArray &body, const QByteArray &type)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray pong(const QByteArray &apiVersion)
{
    return "HTTP/1.1 200 OK\r\nApi-Version: " + apiVersion + "\r\nContent-Length: 0\r\n\r\n";
}

QByteArray version(const QByteArray &minimum, const QByteArray &engine)
{
    return reply("200 OK",
        "{\"Components\":[{\"Name\":\"" + engine + "\"}],\"Version\":\"20.10\",\"MinAPIVersion\":\"" + minimum
            + "\"}");
}

QByteArray chunked(const QByteArray &body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
        + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
}

PlayedEngine::PlayedEngine(
    const QList<QByteArray> &replies, const QByteArray &pathPrefix, const QString &wishedVersion)
    : store(clientOf(m_script), u"played"_s, pathPrefix, EngineStore::Peer::Known, wishedVersion)
{
    for (const QByteArray &bytes : replies) {
        m_script->replies << inOnePiece(bytes);
    }
}

PlayedEngine PlayedEngine::opened(const QList<QByteArray> &replies, const QByteArray &engine)
{
    return PlayedEngine(QList<QByteArray>{pong("1.41"), version("1.12", engine)} + replies);
}

QStringList PlayedEngine::asked() const
{
    QStringList lines;
    for (const QByteArray &request : m_script->requests) {
        lines << QString::fromUtf8(request.first(request.indexOf(" HTTP/1.1\r\n")));
    }
    return lines;
}

} // namespace jettison

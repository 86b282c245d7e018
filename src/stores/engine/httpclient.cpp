// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpclient.h"

#include "stores/engine/httpreplyparser.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/serializer.hpp>

namespace jettison {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;

namespace {

// Far beyond any list of an engine, but not all of the memory.
constexpr qsizetype MaxBodySize = 512 * 1024 * 1024;

http::verb verb(HttpRequest::Method method)
{
    switch (method) {
    case HttpRequest::Method::Get:
        return http::verb::get;
    case HttpRequest::Method::Head:
        return http::verb::head;
    case HttpRequest::Method::Post:
        return http::verb::post;
    case HttpRequest::Method::Delete:
        return http::verb::delete_;
    }
    Q_UNREACHABLE();
}

QByteArray serialize(const HttpRequest &request, const QByteArray &host, const HttpHeaders &headers)
{
    http::request<http::empty_body> message(verb(request.method), request.target.toStdString(), 11);
    message.set(http::field::host, host.toStdString());
    message.set(http::field::user_agent, "jettison/" JETTISON_VERSION);
    for (auto header = headers.begin(); header != headers.end(); ++header) {
        message.set(header.key().toStdString(), header->toStdString());
    }
    if (request.body) {
        message.chunked(true);
        message.set(http::field::content_type, request.contentType.toStdString());
    } else if (request.method == HttpRequest::Method::Post) {
        message.content_length(0);
    }
    http::serializer<true, http::empty_body> serializer(message);
    // The head alone: the serializer would end a chunked body at once.
    serializer.split(true);
    QByteArray bytes;
    while (!serializer.is_header_done()) {
        boost::system::error_code error;
        serializer.next(error, [&](boost::system::error_code &, const auto &buffers) {
            for (const boost::asio::const_buffer buffer : boost::beast::buffers_range_ref(buffers)) {
                bytes.append(static_cast<const char *>(buffer.data()), qsizetype(buffer.size()));
            }
            serializer.consume(boost::beast::buffer_bytes(buffers));
        });
        Q_ASSERT(!error);
    }
    return bytes;
}

// An empty one ends the body.
QByteArray chunkOf(const QByteArray &piece)
{
    return QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
}

bool isSafe(HttpRequest::Method method)
{
    return method == HttpRequest::Method::Get || method == HttpRequest::Method::Head;
}

// Sends the parts of one reply where they belong.
class Receiver
{
public:
    Receiver(const HttpRequest &request, const HttpStream &stream, const QString &peer)
        : parser(request.method == HttpRequest::Method::Head ? HttpReplyParser::Body::Absent
                                                             : HttpReplyParser::Body::Expected,
              [this](QByteArrayView piece) { takeBody(piece); }),
          m_stream(stream),
          m_peer(peer)
    {
    }

    Result<void> take(const QByteArray &bytes)
    {
        if (const Result<void> parsed = parser.feed(bytes); !parsed) {
            return describe(parsed.error());
        }
        if (parser.isHeadDone()) {
            begin();
        }
        return m_taken;
    }

    Result<void> end()
    {
        const Result<void> ended = parser.end();
        return ended ? ended : describe(ended.error());
    }

    HttpReply reply()
    {
        return {.status = parser.status(),
            .contentType = parser.header("Content-Type"),
            .apiVersion = parser.header("Api-Version"),
            .body = std::move(m_body),
            .server = parser.header("Server"),
            .libpodVersion = parser.header("Libpod-Api-Version")};
    }

    HttpReplyParser parser;

private:
    bool isStreamed() const { return m_stream.body && parser.status() / 100 == 2; }

    void begin()
    {
        if (!m_begun && isStreamed() && m_stream.begun) {
            m_stream.begun();
        }
        m_begun = true;
    }

    void takeBody(QByteArrayView piece)
    {
        begin();
        if (!m_taken) {
            return;
        }
        if (isStreamed()) {
            m_taken = m_stream.body(piece);
        } else if (m_body.size() + piece.size() > MaxBodySize) {
            m_taken = fail(ErrorCode::MalformedReply, m_peer + " (too long an answer)"_L1);
        } else {
            m_body.append(piece);
        }
    }

    Result<void> describe(const Error &error) const
    {
        return fail(error.code, error.detail.isEmpty() ? m_peer : m_peer + " ("_L1 + error.detail + u')');
    }

    const HttpStream &m_stream;
    const QString &m_peer;
    QByteArray m_body;
    Result<void> m_taken;
    bool m_begun = false;
};

} // namespace

HttpClient::HttpClient(Connect connect, QString peer, QByteArray host, QString context, HttpHeaders headers)
    : m_connect(std::move(connect)),
      m_peer(std::move(peer)),
      m_host(std::move(host)),
      m_context(std::move(context)),
      m_headers(std::move(headers))
{
}

Error HttpClient::explained(Error error) const
{
    error.context = m_context;
    return error;
}

Result<HttpReply> HttpClient::send(const HttpRequest &request, const Call &call)
{
    return send(request, {}, call);
}

Result<HttpReply> HttpClient::send(const HttpRequest &request, const HttpStream &stream, const Call &call)
{
    for (;;) {
        if (m_connection && !m_connection->isIdle()) {
            m_connection.reset();
        }
        const bool reused = m_connection != nullptr;
        if (!reused) {
            Result<std::unique_ptr<QIODevice>> device = m_connect(call);
            if (!device) {
                return tl::unexpected(explained(device.error()));
            }
            m_connection = std::make_unique<Connection>(std::move(*device), m_peer);
        }
        bool answered = false;
        Result<HttpReply> reply = exchange(request, stream, call, answered);
        if (reply) {
            return reply;
        }
        // A server may close an idle connection just as we write to it (RFC 9112, 9.3.1).
        const bool askAgain = reused && !answered && reply.error().code == ErrorCode::ConnectionLost
            && (isSafe(request.method) || m_connection->sentNothing());
        const Error error = m_connection->explained(reply.error(), answered || !isSafe(request.method));
        m_connection.reset();
        if (!askAgain) {
            return tl::unexpected(explained(error));
        }
    }
}

Result<HttpReply> HttpClient::exchange(
    const HttpRequest &request, const HttpStream &stream, const Call &call, bool &answered)
{
    if (const Result<void> written = m_connection->write(serialize(request, m_host, m_headers), call);
        !written) {
        return tl::unexpected(written.error());
    }
    const Result<void> sent = request.body ? sendBody(request.body, call) : Result<void>();
    // Who refuses a body ends the connection in the middle of it, and says why before.
    if (!sent && sent.error().code != ErrorCode::ConnectionLost) {
        return tl::unexpected(sent.error());
    }
    Receiver receiver(request, stream, m_peer);
    while (!receiver.parser.isComplete()) {
        const Result<QByteArray> bytes = m_connection->read(call);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const Result<void> taken = bytes->isEmpty() ? receiver.end() : receiver.take(*bytes);
        answered = receiver.parser.hasBegun();
        if (!taken) {
            return tl::unexpected(taken.error());
        }
    }
    if (!receiver.parser.keepsConnection() || !sent) {
        m_connection.reset();
    }
    return receiver.reply();
}

// What the other side says meanwhile waits in the device.
Result<void> HttpClient::sendBody(const PieceSource &body, const Call &call)
{
    for (;;) {
        const Result<QByteArray> piece = body();
        if (!piece) {
            return tl::unexpected(piece.error());
        }
        const Result<void> written = m_connection->write(chunkOf(*piece), call);
        if (!written || piece->isEmpty()) {
            return written;
        }
    }
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/httpreplyparser.h"

#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>
#include <limits>
#include <optional>

namespace jettison {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;
using boost::system::error_code;

namespace {

constexpr std::uint32_t MaxHeadSize = 64 * 1024;
constexpr QByteArrayView ProtocolName = "HTTP/";

// Hands the body on instead of keeping it: an events stream never ends.
struct SinkBody
{
    using value_type = HttpReplyParser::BodySink;

    class reader
    {
    public:
        template <bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &sink)
            : m_sink(sink)
        {
        }
        void init(const boost::optional<std::uint64_t> &, error_code &error) { error = {}; }
        template <class Buffers> std::size_t put(const Buffers &buffers, error_code &error)
        {
            error = {};
            std::size_t size = 0;
            for (const boost::asio::const_buffer buffer : boost::beast::buffers_range_ref(buffers)) {
                m_sink(QByteArrayView(static_cast<const char *>(buffer.data()), qsizetype(buffer.size())));
                size += buffer.size();
            }
            return size;
        }
        void finish(error_code &error) { error = {}; }

    private:
        value_type &m_sink;
    };
};

QString words(const error_code &error)
{
    return QString::fromStdString(error.message());
}

} // namespace

struct HttpReplyParser::Private
{
    void begin()
    {
        parser.emplace();
        startLineDone = false;
        parser->get().body() = sink;
        parser->eager(true);
        parser->skip(body == Body::Absent);
        parser->header_limit(MaxHeadSize);
        // A store of ten thousand images lists more than Beast's 8 MB; the client bounds what it keeps. Not
        // `none`, which Boost 1.74 takes for zero.
        parser->body_limit(std::numeric_limits<std::uint64_t>::max());
    }

    Body body;
    BodySink sink;
    std::optional<http::response_parser<SinkBody>> parser;
    /// What the parser cannot use before more comes.
    QByteArray pending;
    bool startLineDone = false;
};

HttpReplyParser::HttpReplyParser(Body body, BodySink sink)
    : d(std::make_unique<Private>())
{
    d->body = body;
    d->sink = std::move(sink);
    d->begin();
}

HttpReplyParser::~HttpReplyParser() = default;

Result<void> HttpReplyParser::feed(QByteArrayView bytes)
{
    d->pending.append(bytes);
    while (!d->pending.isEmpty() && !isComplete()) {
        error_code error;
        const std::size_t used = d->parser->put(
            boost::asio::buffer(d->pending.constData(), std::size_t(d->pending.size())), error);
        d->pending.remove(0, qsizetype(used));
        d->startLineDone |= used > 0;
        if (error && error != http::error::need_more) {
            return fail(ErrorCode::MalformedReply, words(error));
        }
        // `100 Continue` and its kind stand before the real reply.
        if (isComplete() && status() / 100 == 1) {
            d->begin();
            continue;
        }
        if (error) {
            break;
        }
    }
    // Beast bounds the head, but not the line in front of a chunk (boostorg/beast#3077).
    if (!isComplete() && d->pending.size() > MaxHeadSize) {
        return fail(ErrorCode::MalformedReply, u"a line without end"_s);
    }
    return {};
}

Result<void> HttpReplyParser::end()
{
    if (isComplete()) {
        return {};
    }
    // RFC 8446, 5.1 and 6: an alert, in the version's first byte.
    if (!d->startLineDone && d->pending.startsWith("\x15\x03")) {
        return fail(ErrorCode::WantsTls, u"an alert of TLS instead of an answer"_s);
    }
    // Too short for Beast to judge.
    const qsizetype comparable = std::min(d->pending.size(), ProtocolName.size());
    if (!d->startLineDone && d->pending.first(comparable) != ProtocolName.first(comparable)) {
        return fail(ErrorCode::MalformedReply, words(http::make_error_code(http::error::bad_version)));
    }
    if (!hasBegun()) {
        return fail(ErrorCode::ConnectionLost);
    }
    error_code error;
    d->parser->put_eof(error);
    if (error == http::error::partial_message) {
        return fail(ErrorCode::ConnectionLost);
    }
    if (error) {
        return fail(ErrorCode::MalformedReply, words(error));
    }
    return {};
}

bool HttpReplyParser::hasBegun() const
{
    return d->parser->got_some();
}

bool HttpReplyParser::isHeadDone() const
{
    return d->parser->is_header_done();
}

bool HttpReplyParser::isComplete() const
{
    return d->parser->is_done();
}

bool HttpReplyParser::keepsConnection() const
{
    return d->parser->keep_alive() && d->pending.isEmpty();
}

int HttpReplyParser::status() const
{
    return int(d->parser->get().result_int());
}

QByteArray HttpReplyParser::header(QByteArrayView name) const
{
    const auto value = d->parser->get()[boost::beast::string_view(name.data(), std::size_t(name.size()))];
    return QByteArray(value.data(), qsizetype(value.size()));
}

} // namespace jettison

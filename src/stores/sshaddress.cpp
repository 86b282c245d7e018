// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/sshaddress.h"

#include <QUrl>

#include <algorithm>

namespace jettison::sshaddress {

using namespace Qt::StringLiterals;

namespace {

// ProxyCommand and its kind hand names to a shell (CVE-2023-51385); newer versions of ssh refuse these, too.
constexpr auto UnsafeInUser = "'`\"$;&<>|(){}"_L1;
constexpr auto UnsafeInHost = "'`\"$;&<>|(){},\\"_L1;
// The path stands in single quotes, which the shells of the world read differently when it holds these.
constexpr auto UnsafeInPath = "'`\"$!\\"_L1;

tl::unexpected<QString> because(const QString &reason)
{
    return tl::unexpected<QString>(reason);
}

QString decoded(QStringView text)
{
    return QUrl::fromPercentEncoding(text.toUtf8());
}

bool isUnsafe(const QString &text, QLatin1StringView unsafe)
{
    return std::ranges::any_of(
        text, [&](QChar c) { return c.category() == QChar::Other_Control || unsafe.contains(c); });
}

bool isUnsafeName(const QString &text, QLatin1StringView unsafe)
{
    // ssh would take it for an option.
    return text.startsWith(u'-') || isUnsafe(text, unsafe)
        || std::ranges::any_of(text, [](QChar c) { return c.isSpace(); });
}

// `host`, `host:port`, `[address]` or `[address]:port`. QUrl would make the host lower-case, but the names in
// ssh's configuration tell cases apart.
tl::expected<Endpoint, QString> parseHost(QStringView text)
{
    const qsizetype bracket = text.startsWith(u'[') ? text.indexOf(u']') : 0;
    const qsizetype colon = bracket < 0 ? -1 : text.indexOf(u':', bracket);
    const QStringView host = colon < 0 ? text : text.first(colon);
    const QStringView port = colon < 0 ? QStringView() : text.sliced(colon + 1);
    const bool isBracketed = bracket > 0 && host.size() == bracket + 1;
    if (text.startsWith(u'[') && !isBracketed) {
        return because(u"an IPv6 address is written as [::1]"_s);
    }
    Endpoint endpoint{.scheme = Endpoint::Scheme::Ssh,
        .path = {},
        .host = decoded(isBracketed ? host.sliced(1, bracket - 1) : host)};
    if (endpoint.host.isEmpty()) {
        return because(u"no host"_s);
    }
    bool isNumber = true;
    endpoint.port = port.isEmpty() ? 0 : port.toUShort(&isNumber);
    const bool isDecimal = std::ranges::all_of(port, [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isNumber || !isDecimal || (!port.isEmpty() && endpoint.port == 0)) {
        return because(u"no such port"_s);
    }
    return endpoint;
}

} // namespace

tl::expected<Endpoint, QString> parse(const QString &address)
{
    if (address.contains(u'?') || address.contains(u'#')) {
        return because(u"only a user, a host, a port and the path of a socket may be given"_s);
    }
    const qsizetype slash = address.indexOf(u'/');
    const QStringView authority = QStringView(address).first(slash < 0 ? address.size() : slash);
    const qsizetype at = authority.lastIndexOf(u'@');
    tl::expected<Endpoint, QString> endpoint = parseHost(authority.sliced(at + 1));
    if (!endpoint) {
        return endpoint;
    }
    const QStringView user = authority.first(std::max<qsizetype>(at, 0));
    if (user.contains(u':')) {
        return because(u"a password cannot be given here: use a key, or let ssh ask for it"_s);
    }
    endpoint->user = decoded(user);
    if (isUnsafeName(endpoint->user, UnsafeInUser) || isUnsafeName(endpoint->host, UnsafeInHost)) {
        return because(u"the user or the host has characters that no name has"_s);
    }
    const QString path = slash < 0 ? QString() : decoded(QStringView(address).sliced(slash));
    // docker takes a lone slash for no path.
    endpoint->path = std::ranges::all_of(path, [](QChar c) { return c == u'/'; }) ? QString() : path;
    if (isUnsafe(endpoint->path, UnsafeInPath)) {
        return because(u"the path of the socket has quotes or other characters that shells read"_s);
    }
    return endpoint;
}

QString text(const Endpoint &endpoint)
{
    const QString user = QString::fromLatin1(QUrl::toPercentEncoding(endpoint.user));
    QString host = endpoint.host;
    host.replace(u'%', "%25"_L1);
    const QString path = QString::fromLatin1(QUrl::toPercentEncoding(endpoint.path, "/:@+,="));
    return "ssh://"_L1 + (user.isEmpty() ? user : user + u'@')
        + (host.contains(u':') ? u'[' + host + u']' : host)
        + (endpoint.port == 0 ? QString() : u':' + QString::number(endpoint.port)) + path;
}

} // namespace jettison::sshaddress

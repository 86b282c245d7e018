// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/endpoint.h"

#include "stores/sshaddress.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr auto PipePrefix = "//./pipe/"_L1;
constexpr std::array FilePrefixes{
    std::pair{"archive:"_L1, Endpoint::Scheme::Archive}, std::pair{"layout:"_L1, Endpoint::Scheme::Layout}};

tl::unexpected<Error> invalid(const QString &text, const QString &reason)
{
    return fail(ErrorCode::InvalidEndpoint, text.isEmpty() ? reason : text + " ("_L1 + reason + u')');
}

bool isLaterScheme(const QString &text)
{
    constexpr std::array Later{"http://"_L1, "https://"_L1, "fd://"_L1};
    return std::ranges::any_of(Later, [&](QLatin1StringView scheme) { return text.startsWith(scheme); });
}

Result<Endpoint> parseUnix(const QString &text, const QString &path)
{
    if (!path.startsWith(u'/')) {
        return invalid(text, u"the path must be absolute, as in unix:///var/run/docker.sock"_s);
    }
    return Endpoint{.scheme = Endpoint::Scheme::Unix, .path = path, .host = {}};
}

Result<Endpoint> parsePipe(const QString &text, QString path)
{
    path.replace(u'\\', u'/');
    const QString name = path.mid(PipePrefix.size());
    if (!path.startsWith(PipePrefix) || name.isEmpty() || name.contains(u'/')) {
        return invalid(text, u"a pipe is written as npipe:////./pipe/docker_engine"_s);
    }
    return Endpoint{.scheme = Endpoint::Scheme::NamedPipe, .path = path, .host = {}};
}

Result<Endpoint> parseTcp(const QString &text, const QString &address, quint16 port)
{
    const QUrl url("tcp://"_L1 + address, QUrl::StrictMode);
    // A bare path is a socket whose scheme was forgotten.
    if (address.startsWith(u'/') || !url.isValid() || url.port(port) == 0) {
        return invalid(text, u"no host and port"_s);
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return invalid(text, u"only a host, a port and a path may be given"_s);
    }
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    return Endpoint{.scheme = Endpoint::Scheme::Tcp,
        .path = path,
        .host = url.host().isEmpty() ? u"localhost"_s : url.host(),
        .port = quint16(url.port(port))};
}

bool isFileAddress(const QString &text)
{
    return std::ranges::any_of(FilePrefixes, [&](const auto &known) { return text.startsWith(known.first); });
}

Result<Endpoint> parseFile(const QString &text)
{
    const auto [prefix, scheme] =
        *std::ranges::find_if(FilePrefixes, [&](const auto &known) { return text.startsWith(known.first); });
    const QString path = text.sliced(prefix.size());
    if (path.isEmpty()) {
        return invalid(text, u"no path"_s);
    }
    return Endpoint{.scheme = scheme, .path = QFileInfo(path).absoluteFilePath(), .host = {}};
}

} // namespace

QString Endpoint::text() const
{
    switch (scheme) {
    case Scheme::Unix:
        return "unix://"_L1 + path;
    case Scheme::NamedPipe:
        return "npipe://"_L1 + path;
    case Scheme::Archive:
        return "archive:"_L1 + path;
    case Scheme::Layout:
        return "layout:"_L1 + path;
    case Scheme::Ssh:
        return sshaddress::text(*this);
    case Scheme::Tcp:
        break;
    }
    const QString bracketed = host.contains(u':') ? u'[' + host + u']' : host;
    return "tcp://"_L1 + bracketed + u':' + QString::number(port) + path;
}

Result<Endpoint> spokenAsWished(Result<Endpoint> endpoint, const QProcessEnvironment &environment)
{
    if (!endpoint || endpoint->isFile()) {
        return endpoint;
    }
    endpoint->apiVersion = environment.value(u"DOCKER_API_VERSION"_s);
    if (endpoint->isOfPodman) {
        return endpoint;
    }
    return customHeaders(environment).map([&](const HttpHeaders &headers) {
        endpoint->headers = headers;
        return *endpoint;
    });
}

Result<Endpoint> parseEndpoint(const QString &text, quint16 port)
{
    const QString trimmed = text.trimmed();
    if (isLaterScheme(trimmed)) {
        return invalid(trimmed, u"this kind of address is not supported yet"_s);
    }
    if (isFileAddress(trimmed)) {
        return parseFile(trimmed);
    }
    const qsizetype end = trimmed.indexOf("://"_L1);
    const QString scheme = end < 0 ? u"tcp"_s : trimmed.first(end);
    const QString rest = end < 0 ? trimmed : trimmed.sliced(end + 3);
    if (rest.isEmpty()) {
        return invalid(trimmed, u"no address"_s);
    }
    if (scheme == "unix"_L1) {
        return parseUnix(trimmed, rest);
    }
    if (scheme == "npipe"_L1) {
        return parsePipe(trimmed, rest);
    }
    if (scheme == "tcp"_L1) {
        return parseTcp(trimmed, rest, port);
    }
    if (scheme == "ssh"_L1) {
        return sshaddress::parse(rest).map_error(
            [&](const QString &reason) { return invalid(trimmed, reason).value(); });
    }
    return invalid(trimmed, "unknown scheme "_L1 + scheme);
}

Result<Endpoint> endpointOfFile(const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists()) {
        return fail(ErrorCode::FileFailed, path + ": no such file or folder"_L1);
    }
    return Endpoint{.scheme = file.isDir() ? Endpoint::Scheme::Layout : Endpoint::Scheme::Archive,
        .path = file.absoluteFilePath(),
        .host = {}};
}

} // namespace jettison

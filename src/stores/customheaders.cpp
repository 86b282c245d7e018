// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/customheaders.h"

#include "stores/configfile.h"
#include "stores/contexts.h"

#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cctype>
#include <optional>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr auto Variable = "DOCKER_CUSTOM_HEADERS"_L1;

// What says how a message is sent, and what this program could not read in the answer.
const QList<QByteArray> Reserved{"Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Expect",
    "Host", "Keep-Alive", "Range", "Te", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent"};

// As Go's CanonicalMIMEHeaderKey: names differ in nothing but their letters' case.
QByteArray canonicalName(const QString &name)
{
    QByteArray canonical = name.toLatin1().toLower();
    for (qsizetype i = 0; i < canonical.size(); ++i) {
        if (i == 0 || canonical[i - 1] == '-') {
            canonical[i] = char(std::toupper(uchar(canonical[i])));
        }
    }
    return canonical;
}

// RFC 9110, 5.1 and 5.5. Else a value could end the head of the request.
bool isValid(const QString &name, const QString &value)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s);
    return token.match(name).hasMatch()
        && std::ranges::none_of(value, [](QChar c) { return (c < u' ' && c != u'\t') || c == QChar(0x7f); });
}

std::optional<Error> add(
    HttpHeaders &headers, const QString &name, const QString &value, const QString &place)
{
    if (!isValid(name, value)) {
        return Error{.code = ErrorCode::InvalidHeaders, .detail = place + ": "_L1 + name};
    }
    const QByteArray canonical = canonicalName(name);
    if (!value.isEmpty() && !Reserved.contains(canonical)) {
        headers.insert(canonical, value.toUtf8());
    }
    return {};
}

// The fields of a line as RFC 4180 has them; nothing if it is none.
std::optional<QStringList> fieldsOf(const QString &line)
{
    static const QRegularExpression field(u"\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|\\z)"_s);
    QStringList fields;
    qsizetype at = 0;
    for (;;) {
        const QRegularExpressionMatch match = field.match(line, at);
        if (!match.hasMatch()) {
            return {};
        }
        fields << (match.hasCaptured(1) ? match.captured(1).replace("\"\""_L1, "\""_L1) : match.captured(2));
        if (match.captured(3).isEmpty()) {
            return fields;
        }
        at = match.capturedEnd();
    }
}

Result<HttpHeaders> headersOfVariable(const QString &text)
{
    const std::optional<QStringList> fields = fieldsOf(text);
    // Without the text, which may hold secrets.
    const auto malformed = [] {
        return fail(ErrorCode::InvalidHeaders, Variable + " (no list of name=value)"_L1);
    };
    if (!fields) {
        return malformed();
    }
    HttpHeaders headers;
    for (const QString &field : *fields) {
        const qsizetype end = field.indexOf(u'=');
        const QString name = field.first(std::max(end, qsizetype(0))).trimmed();
        const QString value = field.sliced(end + 1);
        if (name.isEmpty()) {
            return malformed();
        }
        if (const std::optional<Error> error = add(headers, name, value, Variable)) {
            return tl::unexpected(*error);
        }
    }
    return headers;
}

} // namespace

Result<HttpHeaders> customHeaders(const QProcessEnvironment &environment)
{
    if (const QString variable = environment.value(Variable); !variable.isEmpty()) {
        return headersOfVariable(variable);
    }
    const QString path = dockerConfigFolder(environment).filePath(u"config.json"_s);
    const Result<QJsonObject> config = configfile::readObject(path);
    HttpHeaders headers;
    if (!config) {
        return headers;
    }
    const QJsonObject entries = configfile::member(*config, "HttpHeaders"_L1).toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        const std::optional<Error> error = add(headers, entry.key(), entry->toString(), path);
        if (error) {
            return tl::unexpected(*error);
        }
    }
    return headers;
}

} // namespace jettison

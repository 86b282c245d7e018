// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/reference.h"

#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxNameLength = 255;

struct Parts
{
    qsizetype nameEnd = 0;
    qsizetype digestStart = -1;
};

// The tag's colon is the one after the last slash: localhost:5000/app has none.
Parts split(QStringView text)
{
    Parts parts;
    const qsizetype at = text.indexOf(u'@');
    const QStringView named = at < 0 ? text : text.first(at);
    const qsizetype colon = named.indexOf(u':', named.lastIndexOf(u'/') + 1);
    parts.nameEnd = colon < 0 ? named.size() : colon;
    parts.digestStart = at < 0 ? -1 : at + 1;
    return parts;
}

bool isBareTag(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) { return c == u'/' || c == u':' || c == u'@'; });
}

bool isDomain(QStringView firstComponent)
{
    return firstComponent.contains(u'.') || firstComponent.contains(u':') || firstComponent == "localhost"_L1
        || firstComponent != firstComponent.toString().toLower();
}

QString canonicalRepository(const QString &repository)
{
    const qsizetype slash = repository.indexOf(u'/');
    if (slash < 0) {
        return "docker.io/library/"_L1 + repository;
    }
    const QString domain = repository.first(slash);
    const QString path = repository.sliced(slash + 1);
    if (!isDomain(domain)) {
        return "docker.io/"_L1 + repository;
    }
    if (domain != "docker.io"_L1 && domain != "index.docker.io"_L1) {
        return repository;
    }
    return path.contains(u'/') ? "docker.io/"_L1 + path : "docker.io/library/"_L1 + path;
}

const QRegularExpression &grammar()
{
    static const QRegularExpression expression(QRegularExpression::anchoredPattern(
        u"(?:(?:(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])(?:\\.(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-"
        u"9-]*[a-zA-Z0-9]))*"
        "|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?/)?"
        "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*)*"
        "(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?"
        "(?:@sha256:[a-f0-9]{64})?"_s));
    return expression;
}

} // namespace

QString Reference::repository() const
{
    return isBareTag(m_text) ? QString() : m_text.first(split(m_text).nameEnd);
}

QString Reference::tag() const
{
    const Parts parts = split(m_text);
    if (isBareTag(m_text)) {
        return m_text;
    }
    return parts.digestStart >= 0 ? QString() : m_text.mid(parts.nameEnd + 1);
}

QString Reference::digest() const
{
    const Parts parts = split(m_text);
    return parts.digestStart < 0 ? QString() : m_text.sliced(parts.digestStart);
}

QString Reference::canonical() const
{
    const Parts parts = split(m_text);
    if (isBareTag(m_text)) {
        return m_text;
    }
    return canonicalRepository(m_text.first(parts.nameEnd)) + m_text.sliced(parts.nameEnd);
}

bool Reference::isOfDockerHub() const
{
    return canonical().startsWith("docker.io/"_L1);
}

Result<Reference> parseReference(QStringView typed)
{
    const QString text = typed.trimmed().toString();
    const Parts parts = split(text);
    if (parts.nameEnd > MaxNameLength || !grammar().match(text).hasMatch()) {
        return fail(ErrorCode::InvalidName, text);
    }
    const QString name = text.first(parts.nameEnd);
    if (parts.digestStart >= 0) {
        return Reference(name + u'@' + text.sliced(parts.digestStart));
    }
    return Reference(parts.nameEnd == text.size() ? name + ":latest"_L1 : text);
}

} // namespace jettison

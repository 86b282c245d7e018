// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/comparison.h"

#include "engines/imagenames.h"

#include <QRegularExpression>

namespace jettison {

using namespace Qt::StringLiterals;

QString shortened(QString text)
{
    static const QRegularExpression id(u"([0-9a-f]{12})[0-9a-f]{52}"_s);
    return text.replace(id, u"\\1"_s);
}

QString listed(const QStringList &lines)
{
    return lines.isEmpty() ? u"nothing"_s : lines.join(u", "_s);
}

QStringList compared(const QString &what, const QStringList &expected, const QStringList &got)
{
    if (expected == got) {
        return {};
    }
    return {u"%1: expected %2"_s.arg(what, listed(expected)), u"%1: got      %2"_s.arg(what, listed(got))};
}

QString withWholeNames(const QString &token)
{
    static const QRegularExpression speaksOfNames(u"^((skipped )?Untagged:|gone|kept|sha256:\\S+) "_s);
    if (!speaksOfNames.match(token).hasMatch()) {
        return token;
    }
    QStringList words = token.split(u' ');
    for (QString &word : words) {
        const bool isName = word.contains(u':') && !word.endsWith(u':') && !word.startsWith("sha256:"_L1);
        word = isName ? wholeName(word) : word;
    }
    return words.join(u' ');
}

QStringList inAnyOrder(QStringList lines, const QString &request)
{
    if (request.contains("/prune"_L1)) {
        lines.sort();
    }
    return lines;
}

QStringList inPodmansOrder(QStringList lines)
{
    const auto says = [&](qsizetype at, const QString &word) {
        return lines[at].startsWith(word) || lines[at].startsWith("skipped "_L1 + word);
    };
    for (qsizetype i = 0; i < lines.size(); ++i) {
        qsizetype at = i;
        while (says(i, u"Untagged: "_s) && at + 1 < lines.size() && says(at + 1, u"Deleted: "_s)) {
            ++at;
        }
        lines.move(i, at);
    }
    return lines;
}

} // namespace jettison

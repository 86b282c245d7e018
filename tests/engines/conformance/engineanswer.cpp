// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/engineanswer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <memory>
#include <vector>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Version = u"/v1.41"_s;

// Podman leaves the algorithm out.
QString fullId(const QString &id)
{
    static const QRegularExpression bare(u"^[0-9a-f]{64}$"_s);
    return bare.match(id).hasMatch() ? u"sha256:"_s + id : id;
}

QStringList curlArguments(const ContainerEngine &engine, const QString &request)
{
    static const QRegularExpression versioned(u"^/v\\d"_s);
    const QString path = request.section(u' ', 1);
    const QString url = u"http://engine"_s + (versioned.match(path).hasMatch() ? QString() : Version) + path;
    const QString socket = QString(engine.endpoint()).remove(u"unix://"_s);
    return {u"--silent"_s, u"--show-error"_s, u"--globoff"_s, u"--path-as-is"_s, u"--max-time"_s, u"50"_s,
        u"--unix-socket"_s, socket, u"--request"_s, request.section(u' ', 0, 0), u"--write-out"_s,
        u"\n%{http_code}"_s, url};
}

} // namespace

QStringList EngineAnswer::lines() const
{
    const QJsonDocument document = QJsonDocument::fromJson(body.toUtf8());
    const QJsonArray items =
        document.isArray() ? document.array() : document.object()["ImagesDeleted"_L1].toArray();
    QStringList lines;
    for (const QJsonValue &item : items) {
        const QString untagged = item["Untagged"_L1].toString();
        lines << (untagged.isEmpty() ? u"Deleted: "_s + fullId(item["Deleted"_L1].toString())
                                     : u"Untagged: "_s + untagged);
    }
    return lines;
}

EngineAnswer ask(const ContainerEngine &engine, const QString &request)
{
    return askAtOnce(engine, {request}).constFirst();
}

QList<EngineAnswer> askAtOnce(const ContainerEngine &engine, const QStringList &requests)
{
    std::vector<std::unique_ptr<QProcess>> processes;
    for (const QString &request : requests) {
        processes.push_back(std::make_unique<QProcess>());
        processes.back()->start(u"curl"_s, curlArguments(engine, request));
    }
    QList<EngineAnswer> answers;
    for (const auto &process : processes) {
        const Output output = waitForEnd(*process);
        answers << (output.exitCode != 0
                ? EngineAnswer{.body = output.errors}
                : EngineAnswer{output.text.section(u'\n', -1).toInt(), output.text.section(u'\n', 0, -2)});
    }
    return answers;
}

} // namespace jettison

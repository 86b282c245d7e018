// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/scenenames.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

const QString Algorithm = u"sha256:"_s;

} // namespace

SceneNames::SceneNames(const ContainerEngine &engine, const QString &registry, const QString &folder)
    : m_engine(engine),
      m_registry(registry),
      m_folder(folder)
{
}

void SceneNames::define(const QString &name, const QString &text)
{
    m_texts.insert(name, text);
    m_ids.insert(name, text);
}

QStringList SceneNames::expand(const QStringList &texts) const
{
    QStringList result;
    for (const QString &text : texts) {
        result << expand(text);
    }
    return result;
}

QString SceneNames::expand(const QString &text) const
{
    static const QRegularExpression word(u"\\{([^{}\"]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : word.globalMatch(text)) {
        result += text.sliced(end, match.capturedStart() - end) + lookUp(match.captured(1));
        end = match.capturedEnd();
    }
    return result + text.sliced(end);
}

QString SceneNames::lookUp(QString word) const
{
    if (m_texts.contains(word)) {
        return m_texts[word];
    }
    if (word == "registry"_L1) {
        return m_registry;
    }
    if (word == "folder"_L1) {
        return m_folder;
    }
    if (word == "shared"_L1) {
        return QFileInfo(m_engine.dataFolder()).path() + u"/shared"_s;
    }
    if (word.endsWith(u'*')) {
        const QStringList names = m_engine.docker({u"ps"_s, u"--format"_s, u"{{.Names}}"_s}).lines();
        const auto found = std::ranges::find_if(
            names, [&](const QString &name) { return name.startsWith(word.chopped(1)); });
        return found == names.cend() ? QString() : *found;
    }
    if (word.endsWith(u'@')) {
        const QString digest = inspect(word.chopped(1), u"{{index .RepoDigests 0}}"_s);
        return digest.section(u'@', 1);
    }
    if (word.endsWith(u'^')) {
        // Podman leaves the algorithm out here.
        const QString parent = inspect(lookUp(word.chopped(1)), u"{{.Parent}}"_s);
        return parent.isEmpty() || parent.startsWith(Algorithm) ? parent : Algorithm + parent;
    }
    static const QRegularExpression shortened(u"^(.+)/(\\d+)$"_s);
    const QRegularExpressionMatch match = shortened.match(word);
    if (match.hasMatch()) {
        return lookUp(match.captured(1)).mid(Algorithm.size(), match.captured(2).toInt());
    }
    return inspect(word, u"{{.Id}}"_s);
}

QString SceneNames::inspect(const QString &image, const QString &format) const
{
    const QString id = m_ids.value(image, image);
    if (format == "{{.Id}}"_L1 && id.startsWith(Algorithm)) {
        return id;
    }
    return m_engine.docker({u"image"_s, u"inspect"_s, u"-f"_s, format, id}).text.trimmed();
}

} // namespace jettison

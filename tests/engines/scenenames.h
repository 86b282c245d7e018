// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "support/containerengine.h"

#include <QMap>

namespace jettison {

/// What the words in braces stand for in a scene; see Scene.
class SceneNames
{
public:
    SceneNames(const ContainerEngine &engine, const QString &registry, const QString &folder);

    void insert(const QString &name, const QString &id) { m_ids.insert(name, id); }
    /// It stands for this text.
    void define(const QString &name, const QString &text);
    void insert(const QMap<QString, QString> &ids) { m_ids.insert(ids); }
    /// Empty if it is not known here.
    QString id(const QString &name) const { return m_ids.value(name); }

    QString expand(const QString &text) const;
    QStringList expand(const QStringList &texts) const;

private:
    QString inspect(const QString &image, const QString &format) const;
    QString lookUp(QString word) const;

    const ContainerEngine &m_engine;
    QString m_registry;
    QString m_folder;
    QMap<QString, QString> m_ids;
    QMap<QString, QString> m_texts;
};

} // namespace jettison

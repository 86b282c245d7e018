// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <random>
#include <set>

namespace jettison {

/// Layers by their whole chain, `x/y` being `y` on `x`.
using Chains = std::set<QString>;

/// A made-up store as text for storeFromText(), and what it was made from.
struct RandomStore
{
    struct MadeImage
    {
        QString name;
        /// Layers, base first. None of an image that was not read.
        QStringList layers = {};
        QStringList references = {};
        int parent = -1;
        bool isRead = true;
        /// Only containers know it.
        bool isGone = false;

        /// Its layers, each with those below it.
        Chains chains() const;
    };
    struct MadeContainer
    {
        QString name;
        int image = 0;
    };

    QList<MadeImage> images;
    QList<MadeContainer> containers;
    QString text;
    /// For targetsFromText().
    QStringList targets;
    bool force = false;

    static RandomStore make(unsigned seed);
    /// Bytes of the layer that the chain ends with.
    static qint64 sizeOf(const QString &chain);
    static qint64 sizeOf(const Chains &chains);
    static QStringList layerNames();
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QJsonArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace jettison {

/// Images to be made by one `docker load`, fast and with the same IDs each time. The first layer of each is
/// busybox, so that all can run a container and all share it, unless it is bare.
class ImageArchive
{
public:
    struct Image
    {
        QStringList tags = {};
        /// The names of its own layers, which are also what is in them: the same name, the same layer. With
        /// `name=5000` there are as many bytes in it.
        QStringList layers = {};
        /// The ID of an image of this archive on whose layers it stands, without being its child.
        QString base = {};
        bool isBare = false;
        /// The ID of an image of this archive, or empty.
        QString parent = {};
        /// Part of the ID and of nothing else.
        QString comment = {};
        QMap<QString, QString> labels = {};
        /// What its history says of its last step, so that it is no other image's; one that makes no layer if
        /// the image has none of its own.
        QString step = {};
    };

    /// Returns the image's ID, `sha256:…`. An image with a parent has the parent's layers and one of its own.
    QString add(const Image &image);
    /// Writes the archive, with these images or with all. Empty, or why it could not.
    QString write(const QString &path) const;
    QString write(const QString &path, const QStringList &ids) const;

private:
    struct Layer
    {
        QByteArray content = {};
        QString diffId = {};
    };
    struct Entry
    {
        QByteArray config = {};
        QJsonArray history = {};
        QStringList tags = {};
        QStringList layers = {};
        QString parent = {};
    };

    QJsonArray historyOf(const Image &image, const QStringList &bottom) const;

    QMap<QString, Entry> m_entries;
    QMap<QString, Layer> m_layers;
};

} // namespace jettison

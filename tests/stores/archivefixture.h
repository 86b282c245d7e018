// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace jettison {

/// A file of an archive, or a symbolic link.
struct FixtureFile
{
    QString path = {};
    QByteArray content = {};
    QString linkTarget = {};
};

using FixtureFiles = QList<FixtureFile>;

/// Small images in all forms in which archives hold them, made without the code under test.
namespace fixture {

struct Image
{
    QStringList names = {};
    /// Of its layers, which are also what is in them: the same name, the same layer. `name=5000`: so many
    /// bytes of it.
    QStringList layers = {};
    QString platform = QStringLiteral("linux/amd64");
};

QString digestOf(const QByteArray &bytes);
QString blobPath(const QByteArray &bytes);

/// The tar archive of a layer; what it is packed to by `gzip`, `zstd` or another kind of KCompressionDevice.
QByteArray layer(const QString &name);
QByteArray packed(const QByteArray &bytes, const QString &kind);
QByteArray configOf(const Image &image);
/// The ID of the image where images are called by their configuration.
QString idOf(const Image &image);

QByteArray json(const QJsonObject &object);
QJsonObject descriptorOf(const QString &mediaType, const QByteArray &bytes);
/// Its layers packed, if a kind is given.
QByteArray manifestOf(const Image &image, const QString &packing = {});

/// As `docker save` wrote before version 25, with a link where a layer is there already.
FixtureFiles oldDocker(const QList<Image> &images);
/// As it writes since: a layout with a manifest.json beside.
FixtureFiles newDocker(const QList<Image> &images);
/// As skopeo and umoci write.
FixtureFiles layout(const QList<Image> &images, const QString &packing = {});
/// An index of several platforms, all of one name. Those without a file are left out.
FixtureFiles platforms(const QList<Image> &images, const QStringList &absent = {});

const FixtureFile *find(const FixtureFiles &files, const QString &path);
FixtureFiles without(FixtureFiles files, const QString &path);
FixtureFiles with(FixtureFiles files, const FixtureFile &file);

QByteArray tar(const FixtureFiles &files);
bool write(const QString &path, const QByteArray &bytes);
/// False if it could not.
bool writeFolder(const QString &folder, const FixtureFiles &files);

} // namespace fixture

} // namespace jettison

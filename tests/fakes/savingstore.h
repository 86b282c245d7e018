// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "fakes/fakestore.h"

#include <QByteArray>

namespace jettison {

/// Images whose IDs and diff IDs are true digests, so that archives of them can be verified. Written as text,
/// a line an image or a container:
///
///     app:1 app:2 [debian python]
///     web = app:1 exited
struct SavedImages
{
    explicit SavedImages(const QString &text);

    ImageId idOf(const QString &reference) const;
    /// In the format of `docker save`: a reference brings its name, an ID none.
    QByteArray archive(const QStringList &names) const;

    SnapshotPtr snapshot;
    QHash<QString, QByteArray> configs;
    QHash<QString, QStringList> layers;
};

/// A store in memory that saves and loads archives.
class SavingStore : public FakeStore
{
public:
    explicit SavingStore(const SavedImages &images);

    /// Cancelled between two pieces.
    Result<void> save(const QStringList &images, const PieceSink &sink, const Call &call) override;
    /// Adds what is in the archive; the pieces that came before an error count for nothing.
    Result<void> load(const PieceSource &source, const Call &call) override;

    /// What becomes of an archive on its way.
    std::function<QByteArray(const QByteArray &archive)> damage;
    /// Asked before each piece that is sent.
    std::function<void(qint64 bytes)> onPiece;

private:
    const SavedImages &m_images;
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/repull.h"

#include "core/undograde.h"
#include "jobs/patience.h"

#include <numeric>

namespace jettison {

Repull::Repull(Store &store, const StoreTraits &traits, BackupTeller &teller, const CancelToken &cancel,
    const UndoOptions &options)
    : m_store(store),
      m_traits(traits),
      m_teller(teller),
      m_cancel(cancel),
      m_options(options)
{
    // How much it will be no registry says beforehand.
    m_teller.begin(BackupProgress::Phase::Pulling, 0);
}

bool Repull::pull(const Image &image, UndoReport &report)
{
    bool isBack = false;
    QList<UndoReport::FailedName> guesses;
    const QList<Reference> digests = registryDigests(image, m_traits);
    for (const Reference &reference : digests) {
        const bool isName = !isGuess(reference, image);
        if (m_cancel.isRequested() || (isBack && !isName)) {
            continue;
        }
        const Result<void> pulled = m_options.dryRun ? Result<void>() : pullBy(reference, image.id);
        if (pulled) {
            report.pulled << reference;
            isBack = true;
        } else if (pulled.error().code != ErrorCode::Cancelled) {
            (isName ? report.untagged : guesses)
                << UndoReport::FailedName{.reference = reference, .error = pulled.error()};
        }
    }
    // Of these one is enough.
    report.untagged << (isBack ? QList<UndoReport::FailedName>() : guesses);
    return isBack;
}

bool Repull::isGuess(const Reference &digest, const Image &image) const
{
    return m_traits.ids == StoreTraits::Ids::Manifests && !image.references.contains(digest);
}

// A digest names the manifest, or an index of several: another platform would get another image of it.
Result<void> Repull::pullBy(const Reference &digest, const ImageId &id)
{
    const Result<PullResult> pulled =
        m_store.pull(digest, [this](const PullProgress &progress) { tell(progress); },
            {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_cancel});
    if (!pulled) {
        return tl::unexpected(pulled.error());
    }
    const Result<Image> came = m_store.image(digest, callWith(m_cancel));
    if (!came) {
        return tl::unexpected(came.error());
    }
    return came->id == id ? Result<void>() : fail(ErrorCode::OtherImage, came->id.text());
}

void Repull::tell(const PullProgress &progress)
{
    if (progress.state == PullProgress::State::Downloading) {
        m_layers.insert(progress.layer, progress.current);
    }
    m_teller.tell(std::accumulate(m_layers.cbegin(), m_layers.cend(), qint64(0)));
}

} // namespace jettison

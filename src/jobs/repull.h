// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "core/pull.h"
#include "core/undoreport.h"
#include "jobs/backupteller.h"
#include "stores/store.h"

#include <QHash>

namespace jettison {

/// Pulls images again by the digests under which registries had them. Worker thread.
class Repull
{
public:
    /// Store and teller outlive this. In a dry run whatever may come is taken for what comes.
    Repull(Store &store, const StoreTraits &traits, BackupTeller &teller, const CancelToken &cancel,
        const UndoOptions &options);

    /// By each of its digests, since a registry's answer alone gives a digest back; by those that were no
    /// names of its own and follow from its ID only until it is there. The report is told which came and
    /// which did not: the store's codes; OtherImage, which is left alone. True: the same image is there
    /// again.
    bool pull(const Image &image, UndoReport &report);

private:
    bool isGuess(const Reference &digest, const Image &image) const;
    Result<void> pullBy(const Reference &digest, const ImageId &id);
    void tell(const PullProgress &progress);

    Store &m_store;
    StoreTraits m_traits;
    BackupTeller &m_teller;
    CancelToken m_cancel;
    UndoOptions m_options;
    /// Bytes of each layer that was downloaded.
    QHash<QString, qint64> m_layers;
};

} // namespace jettison

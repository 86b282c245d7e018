// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// What is said of a store.

#include "models/formatting.h"
#include "models/messages.h"

#include <QCoreApplication>

namespace jettison::messages {

using namespace Qt::StringLiterals;

namespace {

struct Messages
{
    Q_DECLARE_TR_FUNCTIONS(jettison::Messages)
};

} // namespace

QString storeName(const StoreInfo &store)
{
    switch (store.kind) {
    case StoreInfo::Kind::Engine:
        return store.isUnverified ? Messages::tr("%1 %2 (not verified)").arg(store.name, store.version)
                                  : Messages::tr("%1 %2").arg(store.name, store.version);
    case StoreInfo::Kind::Archive:
        return Messages::tr("Archive %1").arg(store.name);
    case StoreInfo::Kind::Layout:
        return Messages::tr("OCI layout %1").arg(store.name);
    case StoreInfo::Kind::Sample:
        return Messages::tr("Sample store");
    }
    Q_UNREACHABLE();
}

QString storeNote(const StoreInfo &store)
{
    if (store.isUnverified) {
        return Messages::tr(
            "Nobody verifies who answers at %1: whoever sits on the way there can read and change "
            "everything. To have it verified, use --tlsverify with the ca.pem of the engine, or "
            "take skip-tls-verify out of the context.")
            .arg(store.endpoint);
    }
    return store.kind == StoreInfo::Kind::Sample
        ? Messages::tr(
              "No container engine was found. These are sample images in %1, to try everything with. To "
              "see your own, start Docker or Podman and Jettison again, or name the engine: \"jettison "
              "--host URL\", or the variable DOCKER_HOST.")
              .arg(store.endpoint)
        : QString();
}

QString storeBanner(const StoreInfo &store)
{
    if (store.isUnverified) {
        return Messages::tr(
            "Nobody verifies who answers at %1: whoever sits on the way there can read and change "
            "everything. To have it verified, connect to it with the certificate of its authority, or take "
            "skip-tls-verify out of the context.")
            .arg(store.endpoint);
    }
    return store.kind == StoreInfo::Kind::Sample
        ? Messages::tr("These are sample images in %1, to try everything with. To see your own, start Docker "
                       "or Podman and choose it in the list of stores (Ctrl+K).")
              .arg(store.endpoint)
        : QString();
}

QString totals(const Snapshot &snapshot)
{
    int images = 0;
    for (Snapshot::Index i = 0; i < snapshot.images().size(); ++i) {
        images += snapshot.isIntermediate(i) ? 0 : 1;
    }
    const QString count = Messages::tr("%n image(s)", nullptr, images);
    return snapshot.layers().isRead()
        ? Messages::tr("%1, %2").arg(count, formatSize(snapshot.layers().totalSize()))
        : count;
}

QString pullState(PullProgress::State state)
{
    switch (state) {
    case PullProgress::State::Waiting:
        return Messages::tr("waiting");
    case PullProgress::State::Downloading:
        return Messages::tr("downloading");
    case PullProgress::State::Verifying:
        return Messages::tr("verifying");
    case PullProgress::State::Downloaded:
        return Messages::tr("downloaded");
    case PullProgress::State::Extracting:
        return Messages::tr("extracting");
    case PullProgress::State::Exists:
        return Messages::tr("exists");
    case PullProgress::State::Done:
        return Messages::tr("done");
    }
    Q_UNREACHABLE();
}

} // namespace jettison::messages

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/filesworker.h"

#include "jobs/filesreading.h"

#include <QElapsedTimer>

namespace jettison {

namespace {

constexpr qint64 ProgressInterval = 100; // milliseconds

} // namespace

FilesWorker::FilesWorker(StoreFactory factory)
    : m_factory(std::move(factory))
{
}

void FilesWorker::read(const ImageId &image, const CancelToken &cancel)
{
    if (cancel.isRequested()) {
        Q_EMIT failed(image, {.code = ErrorCode::Cancelled});
        return;
    }
    if (!m_store) {
        Result<std::unique_ptr<Store>> made = m_factory();
        if (!made) {
            Q_EMIT failed(image, made.error());
            return;
        }
        m_store = std::move(*made);
    }
    QElapsedTimer sinceLast;
    const auto progress = [&](qint64 bytes) {
        if (!sinceLast.isValid() || sinceLast.hasExpired(ProgressInterval)) {
            sinceLast.start();
            Q_EMIT progressed(image, bytes);
        }
    };
    const Result<ImageFilesPtr> files = readImageFiles(*m_store, image, progress, cancel);
    if (files) {
        Q_EMIT filesRead(*files);
        return;
    }
    m_store.reset();
    Q_EMIT failed(image, files.error());
}

} // namespace jettison

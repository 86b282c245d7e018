// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/filesqueue.h"

#include "jobs/filesworker.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxImages = 8;
// Some hundred bytes each.
constexpr size_t MaxEntries = 1'000'000;

} // namespace

FilesQueue::FilesQueue(StoreFactory factory, QObject *parent)
    : QObject(parent),
      m_worker(new FilesWorker(std::move(factory)))
{
    m_thread.setObjectName(u"store files"_s);
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &FilesWorker::progressed, this, &FilesQueue::progressed);
    connect(m_worker, &FilesWorker::filesRead, this, &FilesQueue::take);
    connect(m_worker, &FilesWorker::failed, this, &FilesQueue::tellFailure);
    m_thread.start();
}

FilesQueue::~FilesQueue()
{
    for (const CancelToken &cancel : std::as_const(m_waiting)) {
        cancel.request();
    }
    m_thread.quit();
    m_thread.wait();
}

void FilesQueue::read(const ImageId &image)
{
    const auto known = std::ranges::find(m_kept, image, [](const auto &files) { return files->image(); });
    if (known != m_kept.end()) {
        const ImageFilesPtr files = *known;
        keep(files);
        QMetaObject::invokeMethod(this, [this, files] { Q_EMIT filesRead(files); }, Qt::QueuedConnection);
        return;
    }
    if (const auto waiting = m_waiting.constFind(image);
        waiting != m_waiting.cend() && !waiting->isRequested()) {
        return;
    }
    const CancelToken cancel;
    m_waiting.insert(image, cancel);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, image, cancel] { worker->read(image, cancel); });
}

void FilesQueue::cancel(const ImageId &image)
{
    if (const auto waiting = m_waiting.constFind(image); waiting != m_waiting.cend()) {
        waiting->request();
    }
}

// A reading that was cancelled says nothing about one that was asked for after it.
void FilesQueue::tellFailure(const ImageId &image, const Error &error)
{
    const auto waiting = m_waiting.constFind(image);
    if (error.code == ErrorCode::Cancelled && waiting != m_waiting.cend() && !waiting->isRequested()) {
        return;
    }
    m_waiting.remove(image);
    Q_EMIT failed(image, error);
}

void FilesQueue::take(const ImageFilesPtr &files)
{
    m_waiting.remove(files->image());
    keep(files);
    Q_EMIT filesRead(files);
}

void FilesQueue::keep(const ImageFilesPtr &files)
{
    m_kept.removeOne(files);
    m_kept << files;
    size_t entries = 0;
    for (const ImageFilesPtr &kept : std::as_const(m_kept)) {
        entries += kept->entries().size();
    }
    while (m_kept.size() > 1 && (entries > MaxEntries || m_kept.size() > MaxImages)) {
        entries -= m_kept.first()->entries().size();
        m_kept.removeFirst();
    }
}

} // namespace jettison

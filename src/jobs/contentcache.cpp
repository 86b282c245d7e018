// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/contentcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// The number is that of the format.
const QByteArray Magic = "jettison image contents 1\n";
constexpr qsizetype CheckLength = 16;
constexpr auto StreamVersion = QDataStream::Qt_6_4;
constexpr auto Algorithm = "sha256:"_L1;

QByteArray check(const QByteArray &payload)
{
    return QCryptographicHash::hash(payload, QCryptographicHash::Md5);
}

// Digests take half the room without their hexadecimal digits.
QByteArray packed(const QString &digest)
{
    return QByteArray::fromHex(QStringView(digest).sliced(Algorithm.size()).toLatin1());
}

QString unpacked(const QByteArray &digest)
{
    return Algorithm + QString::fromLatin1(digest.toHex());
}

} // namespace

ContentCache::ContentCache(QString path, qint64 limit)
    : m_path(std::move(path)),
      m_limit(limit)
{
}

std::optional<ImageContent> ContentCache::find(const Image &image)
{
    const std::optional<ImageContent> content = find(image.id);
    return content && m_entries[image.id].imageSize == image.size ? content : std::nullopt;
}

std::optional<ImageContent> ContentCache::find(const ImageId &id)
{
    load();
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.cend()) {
        return {};
    }
    m_used.insert(id);
    return entry->content;
}

void ContentCache::insert(const Image &image, const ImageContent &content)
{
    load();
    m_entries.insert(image.id, {.imageSize = image.size, .content = content});
    m_used.insert(image.id);
    m_unsaved << image.id;
}

void ContentCache::save()
{
    if (m_path.isEmpty() || m_unsaved.isEmpty()) {
        return;
    }
    if (m_isDamaged || m_fileSize == 0 || !append()) {
        rewrite();
    }
    m_unsaved.clear();
    m_fileSize = QFileInfo(m_path).size();
    m_isDamaged = false;
}

QByteArray ContentCache::toRecord(const ImageId &id, const Entry &entry)
{
    QByteArray payload;
    QDataStream out(&payload, QIODevice::WriteOnly);
    out.setVersion(StreamVersion);
    out << packed(id.text()) << entry.imageSize << qint32(entry.content.diffIds.size());
    for (const DiffId &diffId : entry.content.diffIds) {
        out << packed(diffId.text());
    }
    out << qint32(entry.content.history ? entry.content.history->size() : -1);
    for (const HistoryEntry &step : entry.content.history.value_or(QList<HistoryEntry>())) {
        out << step.createdBy.toUtf8() << step.size;
    }
    QByteArray record;
    QDataStream(&record, QIODevice::WriteOnly) << quint32(payload.size());
    return record + check(payload) + payload;
}

bool ContentCache::readRecord(const QByteArray &payload)
{
    QDataStream in(payload);
    in.setVersion(StreamVersion);
    QByteArray digest;
    Entry entry;
    qint32 count = 0;
    in >> digest >> entry.imageSize >> count;
    const ImageId id(unpacked(digest));
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        in >> digest;
        entry.content.diffIds << DiffId(unpacked(digest));
    }
    in >> count;
    if (count >= 0) {
        entry.content.history.emplace();
    }
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray createdBy;
        qint64 size = 0;
        in >> createdBy >> size;
        *entry.content.history << HistoryEntry{.createdBy = QString::fromUtf8(createdBy), .size = size};
    }
    if (in.status() != QDataStream::Ok) {
        return false;
    }
    m_entries.insert(id, entry);
    return true;
}

// A newer record of an image stands behind the older one.
void ContentCache::load()
{
    if (m_isLoaded) {
        return;
    }
    m_isLoaded = true;
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly)) {
        return;
    }
    m_fileSize = file.size();
    const QByteArray bytes = m_fileSize <= 2 * m_limit ? file.readAll() : QByteArray();
    qsizetype at = Magic.size();
    m_isDamaged = !bytes.startsWith(Magic);
    while (!m_isDamaged && at < bytes.size()) {
        quint32 length = 0;
        QDataStream(bytes.mid(at, sizeof(length))) >> length;
        const qsizetype start = at + qsizetype(sizeof(length)) + CheckLength;
        const QByteArray payload = bytes.mid(start, length);
        m_isDamaged = payload.size() != qsizetype(length)
            || bytes.mid(start - CheckLength, CheckLength) != check(payload) || !readRecord(payload);
        at = start + length;
    }
}

// One write, so that another program's records stay whole.
bool ContentCache::append() const
{
    QByteArray records;
    for (const ImageId &id : m_unsaved) {
        records += toRecord(id, m_entries[id]);
    }
    QFile file(m_path);
    return m_fileSize + records.size() <= m_limit
        && file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)
        && file.write(records) == records.size();
}

// What was used last comes first, until half of the room is taken: the other half is for what is appended.
void ContentCache::rewrite() const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) {
        return;
    }
    file.write(Magic);
    qint64 size = Magic.size();
    for (const bool used : {true, false}) {
        for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
            if (m_used.contains(entry.key()) != used) {
                continue;
            }
            const QByteArray record = toRecord(entry.key(), *entry);
            if (size + record.size() <= m_limit / 2) {
                file.write(record);
                size += record.size();
            }
        }
    }
    file.commit();
}

} // namespace jettison

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
const QByteArray Magic = "jettison image contents 2\n";
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
    return digest.isEmpty() ? QByteArray()
                            : QByteArray::fromHex(QStringView(digest).sliced(Algorithm.size()).toLatin1());
}

QString unpacked(const QByteArray &digest)
{
    return digest.isEmpty() ? QString() : Algorithm + QString::fromLatin1(digest.toHex());
}

// Whatever of an image comes or goes, this changes.
QByteArray presentOf(const Image &image)
{
    QCryptographicHash hash(QCryptographicHash::Md5);
    for (const ImageVariant &variant : image.variants) {
        hash.addData(variant.isPresent ? variant.digest.toLatin1() : QByteArray());
        hash.addData(QByteArray::number(variant.unpacked) + '\n');
    }
    return hash.result();
}

void write(QDataStream &out, const ImageContent &content)
{
    out << packed(content.manifest) << qint32(content.diffIds.size());
    for (const DiffId &diffId : content.diffIds) {
        out << packed(diffId.text());
    }
    out << qint32(content.history ? content.history->size() : -1);
    for (const HistoryEntry &step : content.history.value_or(QList<HistoryEntry>())) {
        out << step.createdBy.toUtf8() << step.size;
    }
    out << content.sizes << qint32(content.others.size());
    for (const ImageContent &other : content.others) {
        write(out, other);
    }
}

// Others have no others.
ImageContent readContent(QDataStream &in, bool isOther = false)
{
    ImageContent content;
    QByteArray digest;
    qint32 count = 0;
    in >> digest >> count;
    content.manifest = unpacked(digest);
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        in >> digest;
        content.diffIds << DiffId(unpacked(digest));
    }
    in >> count;
    if (count >= 0) {
        content.history.emplace();
    }
    for (qint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        QByteArray createdBy;
        qint64 size = 0;
        in >> createdBy >> size;
        *content.history << HistoryEntry{.createdBy = QString::fromUtf8(createdBy), .size = size};
    }
    in >> content.sizes >> count;
    for (qint32 i = 0; i < count && !isOther && in.status() == QDataStream::Ok; ++i) {
        content.others.push_back(readContent(in, true));
    }
    return content;
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
    const Entry entry = m_entries.value(image.id);
    const bool isSame = entry.imageSize == image.size && entry.present == presentOf(image);
    return content && isSame ? content : std::nullopt;
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
    m_entries.insert(image.id, {.imageSize = image.size, .present = presentOf(image), .content = content});
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
    out << packed(id.text()) << entry.imageSize << entry.present;
    write(out, entry.content);
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
    in >> digest >> entry.imageSize >> entry.present;
    entry.content = readContent(in);
    if (in.status() != QDataStream::Ok) {
        return false;
    }
    m_entries.insert(ImageId(unpacked(digest)), entry);
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

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/conformance/expectedresult.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

QString wordAfter(const QString &token)
{
    return token.section(u' ', 1);
}

// Of the image that a reference points at.
QString ownerOf(const StoreState &before, const QString &reference)
{
    for (const auto &names : {before.images, before.digests}) {
        for (auto image = names.cbegin(); image != names.cend(); ++image) {
            if (image->contains(reference)) {
                return image.key();
            }
        }
    }
    return {};
}

// What an engine has to send for a line, `untag sha256:…`; empty if nothing.
QString eventOf(const StoreState &before, const QString &line)
{
    const QString target = wordAfter(line);
    if (line.startsWith("Untagged: "_L1)) {
        // With the last tag of a repository its digests go, in Docker's classic store without a word.
        const QString owner = target.contains(u'@') ? QString() : ownerOf(before, target);
        return owner.isEmpty() ? QString() : u"untag "_s + owner;
    }
    if (line.startsWith("Deleted: "_L1)) {
        return before.images.contains(target) ? u"delete "_s + target : QString();
    }
    if (line.startsWith("Stopped: "_L1)) {
        // One that waits to be started again has died already.
        return before.restarting.contains(target) ? QString() : u"die "_s + target;
    }
    // Of containers of builders Podman says nothing.
    const QString state = before.containers.value(target);
    return state.isEmpty() || state == "storage"_L1 ? QString() : u"destroy "_s + target;
}

// What an engine may send for a line: others than the classic store tell of digests.
QString possibleEventOf(const StoreState &before, const QString &line)
{
    const QString owner = line.contains(u'@') ? ownerOf(before, wordAfter(line)) : QString();
    return owner.isEmpty() ? QString() : u"untag "_s + owner;
}

// An image that a line speaks of, or one that this is built on.
bool concerns(const QString &line, const QString &image, const StoreState &before)
{
    const QString target = wordAfter(line);
    const QString owner = ownerOf(before, target);
    for (QString id = owner.isEmpty() ? target : owner; !id.isEmpty(); id = before.parents.value(id)) {
        if (id == image) {
            return true;
        }
    }
    return false;
}

// Events that may come without a line of their own.
bool mayCome(const QString &event, const StoreState &before, const QStringList &lines, const EngineKind &kind)
{
    const QString target = wordAfter(event);
    // A container that is always restarted dies again and again.
    if (event.startsWith("die "_L1)) {
        return before.restarting.contains(target);
    }
    // Podman sends it of what goes without a word, and of parents even if they stay: what is left tells.
    return event.startsWith("delete "_L1) && kind.isPodman()
        && std::ranges::any_of(lines, [&](const QString &line) { return concerns(line, target, before); });
}

} // namespace

ExpectedResult::ExpectedResult(const QStringList &tokens)
{
    for (const QString &token : tokens) {
        if (token.startsWith(u'"')) {
            parts << token.mid(1).chopped(1);
        } else if (token.startsWith("whole "_L1)) {
            m_whole = wordAfter(token).mid(1).chopped(1);
        } else if (token.startsWith("skipped "_L1)) {
            lines << wordAfter(token);
        } else if (token == "refused"_L1) {
            isRefused = true;
        } else if (token.startsWith("layers "_L1)) {
            layers = wordAfter(token).toLongLong();
        } else if (token.startsWith("gone "_L1)) {
            m_gone << wordAfter(token);
        } else if (token.startsWith("kept "_L1)) {
            m_kept << wordAfter(token);
        } else if (token.startsWith("now "_L1)) {
            m_states.insert(token.section(u' ', 1, 1), token.section(u' ', 2));
        } else if (!token.isEmpty()) {
            lines << token;
            doneLines << token;
        }
    }
    doneLines = isRefused ? QStringList() : doneLines;
}

StoreState ExpectedResult::after(const StoreState &before, const QStringList &said) const
{
    StoreState state = before.after(said);
    for (const QString &target : m_gone) {
        state.images.remove(target);
        state.containers.remove(target);
        for (QStringList &references : state.images) {
            references.removeAll(target);
        }
    }
    for (const QString &kept : m_kept) {
        const QStringList words = kept.split(u' ');
        state.images[words[0]] = words.mid(1);
    }
    for (auto container = m_states.cbegin(); container != m_states.cend(); ++container) {
        state.containers[container.key()] = *container;
    }
    return state;
}

QStringList ExpectedResult::wrongLayers(qsizetype got) const
{
    return layers < 0 || layers == got ? QStringList()
                                       : QStringList(u"layers: expected %1, got %2"_s.arg(layers).arg(got));
}

QStringList ExpectedResult::wrongWhole(const QString &text) const
{
    return m_whole.isEmpty() || m_whole == text.trimmed()
        ? QStringList()
        : QStringList(u"the answer is not %1"_s.arg(m_whole));
}

QStringList ExpectedResult::missingParts(const QString &text) const
{
    QStringList missing = parts;
    missing.removeIf([&](const QString &part) { return text.contains(part, Qt::CaseInsensitive); });
    return missing;
}

QStringList contradictions(
    const StoreState &before, const QStringList &lines, const QStringList &events, const EngineKind &kind)
{
    QStringList wrong;
    QStringList unexplained = events;
    for (const QString &line : lines) {
        const QString event = eventOf(before, line);
        if (!event.isEmpty() && !unexplained.removeOne(event)) {
            wrong << u"no event says: "_s + line;
        }
        unexplained.removeOne(possibleEventOf(before, line));
    }
    for (const QString &event : std::as_const(unexplained)) {
        if (!mayCome(event, before, lines, kind)) {
            wrong << u"no line says: "_s + event;
        }
    }
    return wrong;
}

qsizetype eventsExpected(const StoreState &before, const QStringList &lines)
{
    return std::ranges::count_if(
        lines, [&](const QString &line) { return !eventOf(before, line).isEmpty(); });
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/historylineup.h"

#include "core/dockerfile.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

/// A table of yes and no, layers down and entries across.
class Grid
{
public:
    Grid(size_t layers, size_t entries)
        : m_entries(entries),
          m_cells(layers * entries)
    {
    }

    bool at(size_t layer, size_t entry) const { return m_cells[layer * m_entries + entry]; }
    void set(size_t layer, size_t entry) { m_cells[layer * m_entries + entry] = true; }

private:
    size_t m_entries = 0;
    std::vector<bool> m_cells;
};

LinedUpLayer lined(const QList<HistoryEntry> &history, qsizetype entry)
{
    return {.size = history[entry].size, .entry = entry, .isCertain = true};
}

// The usual case: as many entries with a size as there are layers, and no size that is known to be another.
std::optional<std::vector<LinedUpLayer>> lineUpBySize(
    const QList<HistoryEntry> &history, const std::vector<std::optional<qint64>> &known)
{
    std::vector<LinedUpLayer> result;
    result.reserve(known.size());
    for (qsizetype entry = 0; entry < history.size(); ++entry) {
        const qint64 size = history[entry].size;
        if (size == 0) {
            continue;
        }
        if (result.size() == known.size() || known[result.size()].value_or(size) != size) {
            return {};
        }
        result.push_back(lined(history, entry));
    }
    return result.size() == known.size() ? std::optional(std::move(result)) : std::nullopt;
}

class LineUp
{
public:
    LineUp(const QList<DiffId> &diffIds, const QList<HistoryEntry> &history,
        const std::vector<std::optional<qint64>> &known)
        : m_diffIds(diffIds),
          m_history(history),
          m_known(known),
          m_layers(size_t(diffIds.size())),
          m_entries(size_t(history.size())),
          m_fits(m_layers, m_entries),
          m_canEnd(m_layers + 1, m_entries + 1)
    {
    }

    /// Lenient: an instruction that should not have made a layer may have.
    std::optional<std::vector<LinedUpLayer>> layers(bool isLenient);

private:
    void findFits(bool isLenient);
    void findEnds();
    Grid startsFound() const;
    std::vector<LinedUpLayer> firstWay() const;

    qint64 sizeOf(size_t entry) const { return m_history[qsizetype(entry)].size; }
    // A step that added bytes made a layer, so it cannot be passed over.
    bool canSkip(size_t entry) const { return sizeOf(entry) == 0; }

    const QList<DiffId> &m_diffIds;
    const QList<HistoryEntry> &m_history;
    const std::vector<std::optional<qint64>> &m_known;
    size_t m_layers = 0;
    size_t m_entries = 0;
    /// The layer may be what the entry made.
    Grid m_fits;
    /// The layers and the entries from here on can be lined up.
    Grid m_canEnd;
};

void LineUp::findFits(bool isLenient)
{
    // An archive of nothing: what a step leaves that changed no file.
    static const DiffId empty(u"sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"_s);
    for (size_t entry = 0; entry < m_entries; ++entry) {
        const QString &createdBy = m_history[qsizetype(entry)].createdBy;
        if (canSkip(entry) && !isLenient && dockerfile::isMetadata(dockerfile::instruction(createdBy))) {
            continue;
        }
        for (size_t layer = 0; layer < m_layers; ++layer) {
            const bool isKnownOther = m_known[layer] && *m_known[layer] != sizeOf(entry);
            const bool isEmpty = m_diffIds[qsizetype(layer)] == empty;
            if (!isKnownOther && (!isEmpty || sizeOf(entry) == 0)) {
                m_fits.set(layer, entry);
            }
        }
    }
}

void LineUp::findEnds()
{
    m_canEnd.set(m_layers, m_entries);
    for (size_t entry = m_entries; entry-- > 0;) {
        for (size_t layer = 0; layer <= m_layers; ++layer) {
            const bool skipped = canSkip(entry) && m_canEnd.at(layer, entry + 1);
            if (skipped
                || (layer < m_layers && m_fits.at(layer, entry) && m_canEnd.at(layer + 1, entry + 1))) {
                m_canEnd.set(layer, entry);
            }
        }
    }
}

// The layers and the entries before each place can be lined up.
Grid LineUp::startsFound() const
{
    Grid starts(m_layers + 1, m_entries + 1);
    starts.set(0, 0);
    for (size_t entry = 0; entry < m_entries; ++entry) {
        for (size_t layer = 0; layer <= m_layers; ++layer) {
            if (!starts.at(layer, entry)) {
                continue;
            }
            if (canSkip(entry)) {
                starts.set(layer, entry + 1);
            }
            if (layer < m_layers && m_fits.at(layer, entry)) {
                starts.set(layer + 1, entry + 1);
            }
        }
    }
    return starts;
}

std::vector<LinedUpLayer> LineUp::firstWay() const
{
    std::vector<LinedUpLayer> result;
    result.reserve(m_layers);
    for (size_t entry = 0; entry < m_entries && result.size() < m_layers; ++entry) {
        const size_t layer = result.size();
        if (m_fits.at(layer, entry) && m_canEnd.at(layer + 1, entry + 1)) {
            result.push_back(lined(m_history, qsizetype(entry)));
        }
    }
    return result;
}

std::optional<std::vector<LinedUpLayer>> LineUp::layers(bool isLenient)
{
    findFits(isLenient);
    findEnds();
    if (!m_canEnd.at(0, 0)) {
        return {};
    }
    std::vector<LinedUpLayer> result = firstWay();
    const Grid starts = startsFound();
    for (size_t layer = 0; layer < m_layers; ++layer) {
        for (size_t entry = layer; entry < m_entries; ++entry) {
            if (sizeOf(entry) != result[layer].size && m_fits.at(layer, entry) && starts.at(layer, entry)
                && m_canEnd.at(layer + 1, entry + 1)) {
                result[layer].isCertain = false;
            }
        }
    }
    return result;
}

} // namespace

std::optional<std::vector<LinedUpLayer>> lineUp(const QList<DiffId> &diffIds,
    const QList<HistoryEntry> &history, const std::vector<std::optional<qint64>> &known)
{
    if (std::optional<std::vector<LinedUpLayer>> layers = lineUpBySize(history, known)) {
        return layers;
    }
    LineUp lining(diffIds, history, known);
    std::optional<std::vector<LinedUpLayer>> layers = lining.layers(false);
    return layers ? layers : lining.layers(true);
}

} // namespace jettison

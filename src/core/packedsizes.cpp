// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/packedsizes.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace jettison {

namespace {

// Sums that overlap pull at each other; by then they agree to a few bytes in a million.
constexpr int Passes = 30;

class Estimate
{
public:
    explicit Estimate(const std::vector<qint64> &weights)
        : m_parts(weights.size()),
          m_isSummed(weights.size())
    {
        m_sizes.bytes.resize(weights.size());
        m_sizes.isCertain.resize(weights.size());
        m_sizes.groups.resize(weights.size(), PackedSizes::NoGroup);
        std::ranges::transform(
            weights, m_parts.begin(), [](qint64 weight) { return double(std::max<qint64>(1, weight)); });
    }

    void add(const PackedChain &chain);
    PackedSizes run();

private:
    PackedChain open(const PackedChain &chain) const;
    bool isInGroup(int content) const { return m_sizes.groups[size_t(content)] != PackedSizes::NoGroup; }
    void addGroup(const PackedChain &sum);
    void scale(const PackedChain &sum);
    void roundUp(const PackedChain &sum);

    PackedSizes m_sizes;
    /// Of each content, while it is uncertain.
    std::vector<double> m_parts;
    std::vector<bool> m_isSummed;
    /// Of each group: it has no content of another one.
    std::vector<PackedChain> m_groups;
    std::vector<PackedChain> m_overlaps;
};

// What is left of a chain without the contents and the whole groups whose bytes are certain.
PackedChain Estimate::open(const PackedChain &chain) const
{
    std::map<int, int> found;
    for (const int content : chain.contents) {
        if (isInGroup(content)) {
            ++found[m_sizes.groups[size_t(content)]];
        }
    }
    PackedChain rest{.contents = {}, .bytes = chain.bytes};
    for (const auto &[group, count] : found) {
        const bool isWhole = count == m_sizes.groupSizes[size_t(group)];
        rest.bytes -= isWhole ? m_groups[size_t(group)].bytes : 0;
    }
    for (const int content : chain.contents) {
        const int group = m_sizes.groups[size_t(content)];
        if (m_sizes.isCertain[size_t(content)]) {
            rest.bytes -= m_sizes.bytes[size_t(content)];
        } else if (!isInGroup(content) || found[group] < m_sizes.groupSizes[size_t(group)]) {
            rest.contents.push_back(content);
        }
    }
    return rest;
}

void Estimate::add(const PackedChain &chain)
{
    const PackedChain sum = open(chain);
    if (sum.contents.empty() || sum.bytes < 0) {
        return;
    }
    const bool overlaps = std::ranges::any_of(
        sum.contents, [this](int content) { return isInGroup(content) || m_isSummed[size_t(content)]; });
    if (overlaps) {
        m_overlaps.push_back(sum);
    } else if (sum.contents.size() == 1) {
        m_sizes.bytes[size_t(sum.contents.front())] = sum.bytes;
        m_sizes.isCertain[size_t(sum.contents.front())] = true;
    } else {
        addGroup(sum);
    }
    for (const int content : sum.contents) {
        m_isSummed[size_t(content)] = true;
    }
}

void Estimate::addGroup(const PackedChain &sum)
{
    for (const int content : sum.contents) {
        m_sizes.groups[size_t(content)] = int(m_groups.size());
    }
    m_groups.push_back(sum);
    m_sizes.groupSizes.push_back(int(sum.contents.size()));
}

void Estimate::scale(const PackedChain &sum)
{
    double parts = 0;
    for (const int content : sum.contents) {
        parts += m_parts[size_t(content)];
    }
    for (const int content : sum.contents) {
        double &part = m_parts[size_t(content)];
        part = parts > 0 ? part * double(sum.bytes) / parts : double(sum.bytes) / double(sum.contents.size());
    }
}

PackedSizes Estimate::run()
{
    for (int pass = 0; pass < (m_overlaps.empty() ? 1 : Passes); ++pass) {
        std::ranges::for_each(m_overlaps, [this](const PackedChain &sum) { scale(sum); });
        std::ranges::for_each(m_groups, [this](const PackedChain &sum) { scale(sum); });
    }
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (m_isSummed[i] && !m_sizes.isCertain[i]) {
            m_sizes.bytes[i] = std::llround(m_parts[i]);
        }
    }
    std::ranges::for_each(m_groups, [this](const PackedChain &sum) { roundUp(sum); });
    return std::move(m_sizes);
}

// To the byte, where the rounding of its parts missed it.
void Estimate::roundUp(const PackedChain &sum)
{
    qint64 missing = sum.bytes;
    for (const int content : sum.contents) {
        missing -= m_sizes.bytes[size_t(content)];
    }
    const int largest = *std::ranges::max_element(
        sum.contents, {}, [this](int content) { return m_sizes.bytes[size_t(content)]; });
    m_sizes.bytes[size_t(largest)] += missing;
}

} // namespace

PackedSizes PackedSizes::estimate(std::vector<PackedChain> chains, const std::vector<qint64> &weights)
{
    // A chain comes before those that hold all of it.
    std::ranges::stable_sort(chains, {}, [](const PackedChain &chain) { return chain.contents.size(); });
    Estimate estimate(weights);
    for (const PackedChain &chain : chains) {
        estimate.add(chain);
    }
    return estimate.run();
}

} // namespace jettison

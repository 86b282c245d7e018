// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include <atomic>
#include <memory>

namespace jettison {

/// A flag that one side raises and the other reads; copies share it. Any thread.
class CancelToken
{
public:
    void request() const { m_requested->store(true, std::memory_order_relaxed); }
    bool isRequested() const { return m_requested->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_requested = std::make_shared<std::atomic_bool>(false);
};

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "cli/commands.h"

namespace jettison::cli {

ExitStatus run(
    const Options &options, const StoreFactory &factory, const Terminal &terminal, const CancelToken &cancel)
{
    const std::unique_ptr<Store> store = factory();
    switch (options.command) {
    case Options::Command::None:
        return showOverview(options, *store, terminal, cancel);
    case Options::Command::List:
        return listImages(options, *store, terminal, cancel);
    case Options::Command::Remove:
        return removeImages(options, *store, terminal, cancel);
    case Options::Command::Pull:
        return pullImages(options, *store, terminal, cancel);
    }
    Q_UNREACHABLE();
}

} // namespace jettison::cli

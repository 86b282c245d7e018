#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# check-formatting.sh ROOT: clang-format 19 would change nothing.
for name in clang-format-19 clang-format; do
    if "$name" --version 2>/dev/null | grep -q 'version 19\.'; then
        find "$1/src" "$1/tests" -name faults -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0 |
            xargs -0 "$name" --dry-run --Werror && exit 0
        echo "put it right with: git ls-files '*.cpp' '*.h' | xargs $name -i"
        exit 1
    fi
done
echo "SKIP   : formatting: clang-format 19 is not installed, and other versions lay code out otherwise"
exit 77

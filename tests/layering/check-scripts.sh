#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# check-scripts.sh ROOT: shellcheck has nothing to say about the shell scripts.
if ! command -v shellcheck >/dev/null; then
    echo "SKIP   : scripts: shellcheck is not installed"
    exit 77
fi
cd "$1" || exit
find packaging tests -name '*.sh' ! -path 'packaging/setup/*' -print0 |
    xargs -0 shellcheck --external-sources --check-sourced run test .ci/run

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# check-metadata.sh VALIDATOR [ARGS]: runs the validator, where there is one.
if ! command -v "$1" >/dev/null; then
    echo "SKIP   : metadata: $1 is not installed"
    exit 77
fi
exec "$@"

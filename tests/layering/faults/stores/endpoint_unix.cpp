// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include <unistd.h>
#include <windows.h> // fault

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include "core/error.h"
#include <unistd.h> // fault
#include <windows.h> // fault

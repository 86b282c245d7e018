// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include "core/ids.h"
#include "jobs/session.h" // fault
#include "gui/mainwindow.h" // fault

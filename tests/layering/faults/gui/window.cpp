// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include "jobs/session.h"
#include "models/imagemodel.h"
#include "ui_mainwindow.h"
#include "jobs/worker.h" // fault
#include "stores/store.h" // fault
#include "cli/options.h" // fault

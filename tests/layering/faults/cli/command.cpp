// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include "jobs/removal.h"
#include "models/messages.h"
#include "models/imagemodel.h" // fault
#include "stores/endpoint.h" // fault

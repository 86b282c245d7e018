// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

// Never compiled: what check_includes.py has to find.
#include "core/ids.h"
#include "stores/store.h" // fault
#include <QHash>
#include <QObject> // fault
#include <QtWidgets/QWidget> // fault

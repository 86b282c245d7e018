// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/removalreport.h"

#include <algorithm>

namespace jettison {

using namespace Qt::StringLiterals;

QList<RemovalLine> RemovalReport::reportedLines() const
{
    QList<RemovalLine> lines;
    for (const StepOutcome &outcome : outcomes) {
        lines << outcome.reported;
    }
    return lines;
}

bool RemovalReport::isComplete() const
{
    return !plan.hasBlocked() && std::ranges::all_of(outcomes, &StepOutcome::isFulfilled);
}

int RemovalReport::count(StepOutcome::State state) const
{
    return int(std::ranges::count(outcomes, state, &StepOutcome::state));
}

int RemovalReport::deletedImages() const
{
    const QList<RemovalLine> lines = reportedLines();
    return int(std::ranges::count_if(lines, [this](const RemovalLine &line) {
        return line.kind == RemovalLine::Kind::Deleted && plan.snapshot->image(ImageId(line.target));
    }));
}

QString stateName(StepOutcome::State state)
{
    switch (state) {
    case StepOutcome::State::Done:
        return u"done"_s;
    case StepOutcome::State::Skipped:
        return u"skipped"_s;
    case StepOutcome::State::Failed:
        return u"failed"_s;
    case StepOutcome::State::NotStarted:
        return u"not-started"_s;
    }
    Q_UNREACHABLE();
}

} // namespace jettison

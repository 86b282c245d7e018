// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/removal.h"

#include "jobs/containersteps.h"
#include "jobs/imagesteps.h"
#include "jobs/measuring.h"
#include "jobs/patience.h"
#include "jobs/planchanges.h"
#include "jobs/platformsteps.h"

#include <QSet>

#include <algorithm>

namespace jettison {

namespace {

class RemovalRun
{
public:
    RemovalRun(
        const RemovalPlan &plan, Store &store, const RemovalControl &control, const RemovalListener &listener)
        : m_plan(plan),
          m_store(store),
          m_control(control),
          m_listener(listener),
          m_changes(plan, store, control),
          m_report{.plan = plan, .outcomes = QList<StepOutcome>(plan.steps.size())}
    {
    }

    RemovalReport run();

private:
    /// The steps of one image: they stand together in a plan.
    struct Unit
    {
        qsizetype first = 0;
        qsizetype end = 0;
    };

    Unit unitAt(qsizetype first) const;
    void runUnit(const Unit &unit);
    StepOutcome runStep(const RemovalStep &step);
    void finish(qsizetype step, const StepOutcome &outcome);
    void skipRest(qsizetype from, const Unit &unit, const Error &reason);
    void holdAncestors(const ImageId &image);
    bool isTransactional() const { return m_plan.snapshot->store().traits.isTransactional; }
    void commit();
    Result<void> write();
    void takeBack(const Error &error);
    bool mustEnd() const { return m_report.cancelled || m_lost; }

    const RemovalPlan &m_plan;
    Store &m_store;
    const RemovalControl &m_control;
    const RemovalListener &m_listener;
    PlanChanges m_changes;
    RemovalReport m_report;
    /// Images that cannot go, because one that is built on them did not.
    QSet<ImageId> m_held;
    QSet<ContainerId> m_stoppedByUs;
    /// What this run has done so far to the image at hand.
    QList<RemovalLine> m_reportedOfImage;
    bool m_lost = false;
};

bool deletesImage(const RemovalStep &step)
{
    return step.deletes.contains(step.image);
}

// After these there is no store to go on with.
bool isLoss(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotRunning:
    case ErrorCode::NoPermission:
    case ErrorCode::HostNotFound:
    case ErrorCode::Unreachable:
    case ErrorCode::SshMissing:
    case ErrorCode::SshFailed:
    case ErrorCode::SshUntrusted:
    case ErrorCode::SshDenied:
    case ErrorCode::NoRemoteProgram:
    case ErrorCode::Untrusted:
    case ErrorCode::Outdated:
    case ErrorCode::OtherHost:
    case ErrorCode::ClientRefused:
    case ErrorCode::TlsFilesFailed:
    case ErrorCode::WantsTls:
    case ErrorCode::NoTls:
    case ErrorCode::ConnectionLost:
    case ErrorCode::TimedOut:
        return true;
    default:
        return false;
    }
}

bool isCancel(const Error &error)
{
    return error.code == ErrorCode::Cancelled || error.code == ErrorCode::StopUnwatched;
}

RemovalReport RemovalRun::run()
{
    if (m_plan.steps.isEmpty()) {
        return m_report;
    }
    if (const std::optional<Error> error = m_changes.readChildren()) {
        m_report.cancelled = error->code == ErrorCode::Cancelled;
        m_report.outcomes.first() = {.state = StepOutcome::State::Failed, .error = error};
        m_listener.ended(0, m_report.outcomes.first());
        return m_report;
    }
    Measuring measuring(m_plan, m_store, m_control.abort);
    measuring.start();
    for (Unit unit = unitAt(0); unit.first < m_plan.steps.size() && !mustEnd(); unit = unitAt(unit.end)) {
        runUnit(unit);
    }
    if (isTransactional()) {
        commit();
    }
    if (!m_lost) {
        m_report.measurement = measuring.end();
    }
    return m_report;
}

void RemovalRun::commit()
{
    if (m_report.count(StepOutcome::State::Done) > 0) {
        if (const Result<void> done = write(); !done) {
            takeBack(done.error());
        }
    }
    for (qsizetype i = 0; i < m_report.outcomes.size(); ++i) {
        if (m_report.outcomes[i].state != StepOutcome::State::NotStarted) {
            m_listener.ended(int(i), m_report.outcomes[i]);
        }
    }
}

Result<void> RemovalRun::write()
{
    if (mustEnd()) {
        return fail(m_lost ? ErrorCode::EarlierStepFailed : ErrorCode::Cancelled);
    }
    return m_store.commit(m_listener.written,
        {.deadline = QDeadlineTimer(QDeadlineTimer::Forever), .cancel = m_control.cancel});
}

// What was said to go is still there.
void RemovalRun::takeBack(const Error &error)
{
    const StepOutcome outcome =
        isCancel(error) ? StepOutcome() : StepOutcome{.state = StepOutcome::State::Failed, .error = error};
    std::ranges::replace_if(
        m_report.outcomes, [](const StepOutcome &o) { return o.state == StepOutcome::State::Done; }, outcome);
    m_report.cancelled = m_report.cancelled || isCancel(error);
    // It forgets what it was told.
    m_lost = !m_store.open(callWith(m_control.abort));
}

RemovalRun::Unit RemovalRun::unitAt(qsizetype first) const
{
    qsizetype end = first;
    while (end < m_plan.steps.size() && m_plan.steps[end].image == m_plan.steps[first].image) {
        ++end;
    }
    return {.first = first, .end = end};
}

void RemovalRun::runUnit(const Unit &unit)
{
    const ImageId &image = m_plan.steps[unit.first].image;
    if (m_control.cancel.isRequested()) {
        m_report.cancelled = true;
        return;
    }
    const bool goes =
        std::any_of(m_plan.steps.cbegin() + unit.first, m_plan.steps.cbegin() + unit.end, deletesImage);
    if (goes && m_held.contains(image)) {
        skipRest(unit.first, unit, {.code = ErrorCode::EarlierStepFailed});
        return;
    }
    // Before anything of it is touched.
    if (const std::optional<Error> change = goes ? m_changes.of(image) : std::nullopt) {
        skipRest(unit.first, unit, *change);
        return;
    }
    m_reportedOfImage.clear();
    for (qsizetype i = unit.first; i < unit.end; ++i) {
        if (m_control.cancel.isRequested()) {
            m_report.cancelled = true;
            holdAncestors(image);
            return;
        }
        m_listener.started(int(i));
        const StepOutcome outcome = runStep(m_plan.steps[i]);
        finish(i, outcome);
        if (mustEnd()) {
            return;
        }
        if (!outcome.isFulfilled()) {
            skipRest(i + 1, unit, {.code = ErrorCode::EarlierStepFailed});
            return;
        }
    }
}

StepOutcome RemovalRun::runStep(const RemovalStep &step)
{
    switch (step.kind) {
    case RemovalStep::Kind::StopContainer: {
        const StepOutcome outcome = stopContainer(step, m_plan.options.stopTimeout, m_store, m_control);
        if (!outcome.reported.isEmpty()) {
            m_stoppedByUs.insert(step.container.id);
        }
        return outcome;
    }
    case RemovalStep::Kind::RemoveContainer:
        return removeContainer(step, m_stoppedByUs.contains(step.container.id), m_store, m_control);
    case RemovalStep::Kind::RemoveReference:
    case RemovalStep::Kind::RemoveImage:
        return removeNameOrImage(step, *m_plan.snapshot, m_reportedOfImage, m_store, m_control);
    case RemovalStep::Kind::RemovePlatform:
        return removePlatform(step, *m_plan.snapshot, m_store, m_control);
    }
    Q_UNREACHABLE();
}

void RemovalRun::finish(qsizetype step, const StepOutcome &outcome)
{
    m_report.outcomes[step] = outcome;
    m_reportedOfImage << outcome.reported;
    if (!outcome.isFulfilled()) {
        holdAncestors(m_plan.steps[step].image);
        // A connection can break and the engine still be there.
        m_lost =
            m_lost || (outcome.error && isLoss(*outcome.error) && !m_store.open(callWith(m_control.abort)));
        m_report.cancelled = m_report.cancelled || (outcome.error && isCancel(*outcome.error));
    }
    if (!isTransactional()) {
        m_listener.ended(int(step), outcome);
    }
}

void RemovalRun::skipRest(qsizetype from, const Unit &unit, const Error &reason)
{
    for (qsizetype i = from; i < unit.end; ++i) {
        // A container is not gone because its image is.
        const bool goneImage = reason.code == ErrorCode::NotFound;
        const bool ofContainer = m_plan.steps[i].container != Container{};
        const Error error = goneImage && ofContainer
            ? Error{.code = ErrorCode::ImageGone, .detail = m_plan.steps[i].container.name}
            : reason;
        m_listener.started(int(i));
        finish(i,
            {.state = isLoss(error) ? StepOutcome::State::Failed : StepOutcome::State::Skipped,
                .error = error});
        if (mustEnd()) {
            return;
        }
    }
}

void RemovalRun::holdAncestors(const ImageId &image)
{
    const Snapshot &snapshot = *m_plan.snapshot;
    if (!snapshot.store().traits.childrenHold) {
        return;
    }
    for (Snapshot::Index at = snapshot.parent(snapshot.find(image)); at != Snapshot::None;
        at = snapshot.parent(at)) {
        m_held.insert(snapshot.images()[at].id);
    }
}

} // namespace

RemovalReport runRemoval(
    const RemovalPlan &plan, Store &store, const RemovalControl &control, const RemovalListener &listener)
{
    return RemovalRun(plan, store, control, listener).run();
}

} // namespace jettison

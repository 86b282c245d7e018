// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "jobs/hostprobe.h"

#include "jobs/patience.h"
#include "stores/storefactory.h"

#include <QFileInfo>
#include <QThreadPool>

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

// The sample store is made when it is opened, so it is always there.
HostAnswer fileAnswer(const KnownHost &host)
{
    const bool isSample = host.host.names.first().source == Host::Source::Sample;
    const QString &path = host.endpoint->path;
    if (!isSample && !QFileInfo::exists(path)) {
        return {
            .error = Error{.code = ErrorCode::FileFailed, .detail = path + ": no such file or folder"_L1}};
    }
    const bool isLayout = host.endpoint->scheme == Endpoint::Scheme::Layout;
    return {.store = StoreInfo{.kind = isSample ? StoreInfo::Kind::Sample
                    : isLayout                  ? StoreInfo::Kind::Layout
                                                : StoreInfo::Kind::Archive,
                .endpoint = host.host.endpoint,
                .name = QFileInfo(path).fileName(),
                .version = {},
                .apiVersion = {}}};
}

// They do nothing but wait.
constexpr int MaxThreads = 32;

} // namespace

Call probeCall(const CancelToken &cancel)
{
    return {.deadline = QDeadlineTimer(ProbePatience), .cancel = cancel, .isQuiet = true};
}

HostAnswer probeStore(Store &store, const Call &call)
{
    const Result<StoreInfo> info = store.open(call);
    if (!info) {
        return {.error = info.error()};
    }
    // Who does not say it is asked for nothing else with it.
    return {.store = *info, .identity = store.identity(call).value_or(EngineIdentity())};
}

HostAnswer probeHost(const KnownHost &host, const Call &call)
{
    if (host.endpoint && host.endpoint->isFile()) {
        return fileAnswer(host);
    }
    const Result<std::unique_ptr<Store>> store = storeFactory(host)();
    return store ? probeStore(**store, call) : HostAnswer{.error = store.error()};
}

QList<HostAnswer> probeHosts(const QList<KnownHost> &hosts, const CancelToken &cancel)
{
    QList<HostAnswer> answers(hosts.size());
    QThreadPool threads;
    threads.setMaxThreadCount(MaxThreads);
    for (qsizetype i = 0; i < hosts.size(); ++i) {
        threads.start([&host = hosts[i], &answer = answers[i], cancel] {
            answer = probeHost(host, probeCall(cancel));
        });
    }
    threads.waitForDone();
    return answers;
}

} // namespace jettison

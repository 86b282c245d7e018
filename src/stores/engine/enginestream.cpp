// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "stores/engine/enginestream.h"

#include "stores/jsonreading.h"

#include <algorithm>
#include <array>
#include <utility>

namespace jettison::enginejson {

using namespace Qt::StringLiterals;

namespace {

using State = PullProgress::State;

// The engine's words: moby's distribution/pull_v2.go, distribution/xfer and containerd/progress.go.
constexpr std::array LayerStates{
    std::pair{"Pulling fs layer"_L1, State::Waiting},
    std::pair{"Waiting"_L1, State::Waiting},
    std::pair{"Downloading"_L1, State::Downloading},
    std::pair{"Verifying Checksum"_L1, State::Verifying},
    std::pair{"Download complete"_L1, State::Downloaded},
    std::pair{"Extracting"_L1, State::Extracting},
    std::pair{"Already exists"_L1, State::Exists},
    std::pair{"Pull complete"_L1, State::Done},
};

constexpr std::array IgnoredActions{
    "archive-path"_L1,
    "attach"_L1,
    "copy"_L1,
    "detach"_L1,
    "export"_L1,
    "extract-to-dir"_L1,
    "push"_L1,
    "resize"_L1,
    "save"_L1,
    "top"_L1,
};

std::optional<PullProgress> layerProgress(const QJsonObject &message, const QString &status)
{
    const auto found =
        std::ranges::find_if(LayerStates, [&](const auto &entry) { return status == entry.first; });
    if (found == LayerStates.end()) {
        return {};
    }
    const QJsonObject detail = message.value("progressDetail"_L1).toObject();
    PullProgress progress{.layer = message.value("id"_L1).toString(), .state = found->second};
    // A containerd store counts the seconds of unpacking in the same fields.
    if (detail.value("units"_L1).toString() != "s"_L1) {
        progress.current = std::max<qint64>(0, detail.value("current"_L1).toInteger());
        progress.total = std::max<qint64>(0, detail.value("total"_L1).toInteger());
    }
    return progress;
}

} // namespace

Result<PullMessage> pullMessage(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    PullMessage message;
    message.error = object->value("errorDetail"_L1).toObject().value("message"_L1).toString();
    if (message.error.isEmpty()) {
        message.error = object->value("error"_L1).toString();
    }
    const QString status = object->value("status"_L1).toString();
    if (status.startsWith("Digest: "_L1)) {
        message.digest = status.sliced(8);
    } else if (status.startsWith("Status: "_L1)) {
        message.status = status;
    } else {
        message.progress = layerProgress(*object, status);
    }
    return message;
}

Result<bool> changesLists(const QByteArray &json)
{
    const Result<QJsonObject> object = json::parseObject(json);
    if (!object) {
        return tl::unexpected(object.error());
    }
    const QString type = object->value("Type"_L1).toString();
    // `exec_start: sh` and `health_status: healthy` carry more than their name.
    const QString action = object->value("Action"_L1).toString();
    if (type != "image"_L1 && type != "container"_L1) {
        return false;
    }
    return !action.startsWith("exec_"_L1) && !action.startsWith("health_status"_L1)
        && !std::ranges::any_of(IgnoredActions, [&](QLatin1StringView ignored) { return action == ignored; });
}

} // namespace jettison::enginejson

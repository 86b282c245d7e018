// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#pragma once

#include "stores/engine/enginestore.h"
#include "stores/scripteddevice.h"

#include <QStringList>

namespace jettison {

QByteArray reply(
    const QByteArray &status, const QByteArray &body, const QByteArray &type = "application/json");
/// To HEAD `/_ping`.
QByteArray pong(const QByteArray &apiVersion);
/// To GET `/version`.
QByteArray version(const QByteArray &minimum = "1.12", const QByteArray &engine = "Engine");
QByteArray chunked(const QByteArray &body);

/// A store in front of an engine that gives its answers in turn, whatever is asked.
class PlayedEngine
{
    // Before the store, which is made from it.
    std::shared_ptr<Script> m_script = std::make_shared<Script>();

public:
    explicit PlayedEngine(const QList<QByteArray> &replies, const QByteArray &pathPrefix = {},
        const QString &wishedVersion = {});
    /// Has answered what open() asks before the others.
    static PlayedEngine opened(const QList<QByteArray> &replies, const QByteArray &engine = "Engine");

    /// The request lines, without the protocol.
    QStringList asked() const;

    EngineStore store;
};

} // namespace jettison

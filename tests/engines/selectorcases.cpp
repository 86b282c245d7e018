// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalcases.h"

namespace jettison {

using namespace Qt::StringLiterals;

using Docker = RemovalCase::Docker;

QList<RemovalCase> selectorCases()
{
    const QString mixed = u"image a: a:1\nimage b: b:1\nimage d:\nimage e:\ncontainer web: b:1 stopped"_s;
    return {
        {
            .name = "dangling by ID",
            .setUp = mixed,
            .arguments = {u"{d/12}"_s},
            .lines = {u"Deleted: {d}"_s},
        },
        {
            .name = "--dangling",
            .setUp = u"image a: a:1\nimage d:"_s,
            .arguments = {u"--dangling"_s},
            .lines = {u"Deleted: {d}"_s},
            .dockerArguments = {u"{d}"_s},
        },
        {
            .name = "--dangling, with its parent",
            .setUp = u"image a: a:1\nimage p:\nimage d: < p"_s,
            .arguments = {u"--dangling"_s},
            .lines = {u"Deleted: {d}"_s, u"Deleted: {p}"_s},
            .dockerArguments = {u"{d}"_s},
        },
        {
            .name = "--dangling in use",
            .setUp = u"image a: a:1\nimage d:\ncontainer web: {d} created"_s,
            .arguments = {u"--dangling"_s},
            .errors = {u"web (created)"_s},
            .docker = Docker::Refuses,
            .dockerArguments = {u"{d}"_s},
        },
        {
            .name = "--dangling without any",
            .setUp = u"image a: a:1"_s,
            .arguments = {u"--dangling"_s},
            .docker = Docker::NotAsked,
        },
        {
            .name = "--unused",
            .setUp = u"image a: a:1\nimage b: b:1\nimage c: c:1 < b\ncontainer web: c:1 stopped"_s,
            .arguments = {u"--unused"_s},
            .lines = {u"Untagged: a:1"_s, u"Deleted: {a}"_s},
            .dockerArguments = {u"a:1"_s},
        },
    };
}

} // namespace jettison

// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalcases.h"

namespace jettison {

using namespace Qt::StringLiterals;

using Docker = RemovalCase::Docker;

QList<RemovalCase> familyCases()
{
    const QString base = u"image base: base:1\n"_s;
    const QString child = base + u"image app: app:1 < base\n"_s;
    const QString hidden = base + u"image mid: < base\nimage app: app:1 < mid\n"_s;
    const QString siblings = hidden + u"image two: two:1 < mid\n"_s;
    const QString built =
        base + uR"(build app:1 < base:1: LABEL a=1; RUN ["/busybox", "touch", "/x"]; LABEL b=2)"_s;
    const QStringList linesOfChild{u"Untagged: app:1"_s, u"Deleted: {app}"_s};
    const QStringList linesOfBase{u"Untagged: base:1"_s, u"Deleted: {base}"_s};
    const QString deletedMid = u"Deleted: {mid}"_s;
    return {
        {.name = "child", .setUp = child, .arguments = {u"app:1"_s}, .lines = linesOfChild},
        {
            .name = "parent",
            .setUp = child,
            .arguments = {u"{base}"_s},
            .errors = {u"base:1 stays"_s, u"app:1"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "parent by name",
            .setUp = child,
            .arguments = {u"base:1"_s},
            .errors = {u"base:1 stays"_s, u"app:1"_s},
            .docker = Docker::NotAsked, // leaves it without a name
        },
        {
            .name = "one name of a parent",
            .setUp = child + u"docker tag base:1 base:2"_s,
            .arguments = {u"base:2"_s},
            .lines = {u"Untagged: base:2"_s},
        },
        {
            .name = "parent and child",
            .setUp = child,
            .arguments = {u"base:1"_s, u"app:1"_s},
            .lines = linesOfChild + linesOfBase,
            .dockerArguments = {u"app:1"_s, u"base:1"_s},
        },
        {
            .name = "nameless parent goes along",
            .setUp = hidden,
            .arguments = {u"app:1"_s},
            .lines = linesOfChild + QStringList{deletedMid},
        },
        {
            .name = "nameless parent by ID",
            .setUp = hidden,
            .arguments = {u"{mid}"_s},
            .errors = {u"app:1"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "nameless parent of two",
            .setUp = siblings,
            .arguments = {u"app:1"_s},
            .lines = linesOfChild,
        },
        {
            .name = "both children of a nameless parent",
            .setUp = siblings,
            .arguments = {u"two:1"_s, u"app:1"_s},
            .lines = QStringList{u"Untagged: two:1"_s, u"Deleted: {two}"_s} + linesOfChild
                + QStringList{deletedMid},
        },
        {
            .name = "nameless parent in use",
            .setUp = hidden + u"container web: {mid} created"_s,
            .arguments = {u"app:1"_s},
            .lines = linesOfChild,
        },
        {
            .name = "built",
            .setUp = built,
            .arguments = {u"app:1"_s},
            .lines = {u"Untagged: app:1"_s, u"Deleted: {app:1}"_s, u"Deleted: {app:1^}"_s,
                u"Deleted: {app:1^^}"_s},
        },
        {
            .name = "built and what it was built on",
            .setUp = built,
            .arguments = {u"app:1"_s, u"base:1"_s},
            .lines = QStringList{u"Untagged: app:1"_s, u"Deleted: {app:1}"_s, u"Deleted: {app:1^}"_s,
                         u"Deleted: {app:1^^}"_s}
                + linesOfBase,
        },
        {
            .name = "committed",
            .setUp = base + u"container web: base:1 stopped\ndocker commit web app:1\ndocker rm web"_s,
            .arguments = {u"app:1"_s},
            .lines = {u"Untagged: app:1"_s, u"Deleted: {app:1}"_s},
        },
        {
            .name = "parent of a committed image",
            .setUp = base + u"container web: base:1 stopped\ndocker commit web app:1\ndocker rm web"_s,
            .arguments = {u"{base}"_s},
            .errors = {u"base:1 stays"_s, u"app:1"_s},
            .docker = Docker::Refuses,
        },
    };
}

} // namespace jettison

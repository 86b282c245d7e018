// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalcases.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Docker = RemovalCase::Docker;

const QStringList LinesOfA{u"Untagged: a:1"_s, u"Deleted: {a}"_s};

struct ContainerState
{
    const char *blocked;
    const char *forced;
    QString setUp;
    /// In what is said of it.
    QString shown;
    bool isStopped;
};

QList<RemovalCase> containerStateCases()
{
    const QString first = u"image a: a:1\nimage other: other:1\n"_s;
    QList<RemovalCase> cases;
    for (const ContainerState &state : {
             ContainerState{"running", "running, forced", u"running"_s, u"web (running)"_s, false},
             ContainerState{"stopped", "stopped, forced", u"stopped"_s, u"web (exited)"_s, true},
             ContainerState{"created", "created, forced", u"created"_s, u"web (created)"_s, true},
             ContainerState{"paused", "paused, forced", u"paused"_s, u"web (paused)"_s, false},
             ContainerState{"restarting", "restarting, forced", u"restarting"_s, u"web ("_s, false},
             ContainerState{"--rm", "--rm, forced", u"disposable"_s, u"web (running)"_s, false},
         }) {
        const QString setUp = first + u"container web: a:1 %1"_s.arg(state.setUp);
        cases << RemovalCase{
            .name = state.blocked,
            .setUp = setUp,
            .arguments = {u"a:1"_s},
            .errors = {u"Error: a:1 stays: used by %1"_s.arg(state.shown)},
            .docker = Docker::Refuses,
        };
        const QStringList stopped = state.isStopped ? QStringList() : QStringList(u"Stopped: web"_s);
        cases << RemovalCase{
            .name = state.forced,
            .setUp = setUp,
            .arguments = {u"--force"_s, u"a:1"_s},
            .lines = stopped + QStringList{u"Removed: web"_s} + LinesOfA,
            .dockerArguments = {u"a:1"_s},
            .dockerFirst = u"rm -f web"_s,
        };
    }
    return cases;
}

QList<RemovalCase> sharedUseCases()
{
    const QString twoTags = u"image a: a:1 a:2\ncontainer web: a:1 running"_s;
    const QString child = u"image base: base:1\nimage app: app:1 < base\ncontainer web: app:1 running"_s;
    const QString two = u"image a: a:1\ncontainer web: a:1 running\ncontainer idle: a:1 created"_s;
    return {
        {
            .name = "one of two tags in use",
            .setUp = twoTags,
            .arguments = {u"a:1"_s},
            .lines = {u"Untagged: a:1"_s},
        },
        {
            .name = "force stops nothing for a tag",
            .setUp = twoTags,
            .arguments = {u"-f"_s, u"a:2"_s},
            .lines = {u"Untagged: a:2"_s},
        },
        {
            .name = "both tags in use",
            .setUp = twoTags,
            .arguments = {u"a:1"_s, u"a:2"_s},
            .errors = {u"used by web (running)"_s},
            .docker = Docker::NotAsked, // removes the first tag
        },
        {
            .name = "ID of two tags in use, forced",
            .setUp = twoTags,
            .arguments = {u"-f"_s, u"{a}"_s},
            .lines = {u"Stopped: web"_s, u"Removed: web"_s, u"Untagged: a:1"_s, u"Untagged: a:2"_s,
                u"Deleted: {a}"_s},
            .dockerFirst = u"rm -f web"_s,
        },
        {
            .name = "two containers",
            .setUp = two,
            .arguments = {u"a:1"_s},
            .errors = {u"web (running)"_s, u"idle (created)"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "child in use",
            .setUp = child,
            .arguments = {u"base:1"_s, u"{app}"_s},
            .errors = {u"Error: base:1 stays: used by web (running)"_s,
                u"Error: app:1 stays: used by web (running)"_s},
            .docker = Docker::NotAsked, // leaves the parent without a name
        },
        {
            .name = "child in use, forced",
            .setUp = child,
            .arguments = {u"-f"_s, u"base:1"_s, u"app:1"_s},
            .lines = {u"Stopped: web"_s, u"Removed: web"_s, u"Untagged: app:1"_s, u"Deleted: {app}"_s,
                u"Untagged: base:1"_s, u"Deleted: {base}"_s},
            .dockerArguments = {u"app:1"_s, u"base:1"_s},
            .dockerFirst = u"rm -f web"_s,
        },
        {
            .name = "force does not reach other images",
            .setUp = child,
            .arguments = {u"-f"_s, u"base:1"_s},
            .errors = {u"Error: base:1 stays"_s, u"app:1"_s},
            .docker = Docker::NotAsked,
        },
        {
            .name = "the others go on",
            .setUp = u"image a: a:1\nimage b: b:1\ncontainer web: b:1 running"_s,
            .arguments = {u"b:1"_s, u"a:1"_s},
            .lines = LinesOfA,
            .errors = {u"Error: b:1 stays: used by web (running)"_s},
        },
    };
}

} // namespace

QList<RemovalCase> containerCases()
{
    return containerStateCases() + sharedUseCases();
}

} // namespace jettison

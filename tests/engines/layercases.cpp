// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalcases.h"

namespace jettison {

using namespace Qt::StringLiterals;

QList<RemovalCase> layerCases()
{
    const QString shared = u"image base: base:1 [x=5000 y=70000]\nimage a: a:1 [p=300 q=400] on base\n"
                           "image b: b:1 [r=500] on base"_s;
    const QString deleted = u"Deleted: {%1}"_s;
    return {
        {.name = "layers: one of those on a shared base",
            .setUp = shared,
            .arguments = {u"a:1"_s},
            .lines = {u"Untagged: a:1"_s, deleted.arg(u"a"_s)}},
        {.name = "layers: the base of others frees nothing",
            .setUp = shared,
            .arguments = {u"base:1"_s},
            .lines = {u"Untagged: base:1"_s, deleted.arg(u"base"_s)}},
        {.name = "layers: the last that needs a base",
            .setUp = shared,
            .arguments = {u"b:1"_s, u"base:1"_s, u"a:1"_s},
            .lines = {u"Untagged: b:1"_s, deleted.arg(u"b"_s), u"Untagged: base:1"_s, deleted.arg(u"base"_s),
                u"Untagged: a:1"_s, deleted.arg(u"a"_s)}},
        {.name = "layers: the same twice in one image",
            .setUp = u"image a: a:1 [x=900 x=900 y=10 x=900]\nimage b: b:1 [x=900]"_s,
            .arguments = {u"a:1"_s},
            .lines = {u"Untagged: a:1"_s, deleted.arg(u"a"_s)}},
        {.name = "layers: the same on two parents",
            .setUp = u"image a: a:1 [x=900 z=70]\nimage b: b:1 [y=800 z=70]"_s,
            .arguments = {u"a:1"_s},
            .lines = {u"Untagged: a:1"_s, deleted.arg(u"a"_s)}},
        {.name = "layers: images of the same layers",
            .setUp = u"image a: a:1 [x=900]\nimage b: b:1 [x=900]\ndocker tag {a} a:2"_s,
            .arguments = {u"a:1"_s, u"a:2"_s},
            .lines = {u"Untagged: a:1"_s, u"Untagged: a:2"_s, deleted.arg(u"a"_s)}},
        {.name = "layers: one layer alone",
            .setUp = u"image a: a:1 [- x=900]\nimage b: b:1 [- y=900]"_s,
            .arguments = {u"a:1"_s, u"b:1"_s},
            .lines = {u"Untagged: a:1"_s, deleted.arg(u"a"_s), u"Untagged: b:1"_s, deleted.arg(u"b"_s)}},
        {.name = "layers: pruned parents",
            .setUp = u"image base: base:1 [x=900]\nimage mid: [y=10] < base\nimage top: [z=20] < mid\n"
                     "image app: app:1 [w=30] < top\nimage other: other:1 [x=900 y=10]"_s,
            .arguments = {u"app:1"_s},
            .lines = {u"Untagged: app:1"_s, deleted.arg(u"app"_s), deleted.arg(u"top"_s),
                deleted.arg(u"mid"_s)}},
        {.name = "layers: a container holds those of an image that is gone",
            .setUp = u"image base: base:1 [x=900]\nimage a: a:1 [y=70] on base\nimage b: b:1 [z=30] on a\n"
                     "image c: c:1 [w=20] on base\ncontainer web: b:1 created\ndocker image rm --force b:1"_s,
            .arguments = {u"a:1"_s, u"c:1"_s, u"base:1"_s},
            .lines = {u"Untagged: a:1"_s, deleted.arg(u"a"_s), u"Untagged: c:1"_s, deleted.arg(u"c"_s),
                u"Untagged: base:1"_s, deleted.arg(u"base"_s)}},
        {.name = "layers: freed with the container",
            .setUp = u"image a: a:1 [x=900 y=10]\ncontainer web: a:1 running"_s,
            .arguments = {u"--force"_s, u"a:1"_s},
            .lines = {u"Stopped: web"_s, u"Removed: web"_s, u"Untagged: a:1"_s, deleted.arg(u"a"_s)},
            .docker = RemovalCase::Docker::NotAsked},
    };
}

} // namespace jettison

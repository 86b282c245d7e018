// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "engines/removalcases.h"

namespace jettison {

using namespace Qt::StringLiterals;

namespace {

using Docker = RemovalCase::Docker;

const QStringList LinesOfA{u"Untagged: a:1"_s, u"Deleted: {a}"_s};

QList<RemovalCase> nameCases()
{
    const QString a = u"image a: a:1\nimage other: other:1"_s;
    return {
        {.name = "tag", .setUp = a, .arguments = {u"a:1"_s}, .lines = LinesOfA},
        {.name = "full name", .setUp = a, .arguments = {u"docker.io/library/a:1"_s}, .lines = LinesOfA},
        {.name = "ID", .setUp = a, .arguments = {u"{a}"_s}, .lines = LinesOfA},
        {.name = "ID without algorithm", .setUp = a, .arguments = {u"{a/64}"_s}, .lines = LinesOfA},
        {.name = "short ID", .setUp = a, .arguments = {u"{a/12}"_s}, .lines = LinesOfA},
        {.name = "short ID with algorithm", .setUp = a, .arguments = {u"sha256:{a/12}"_s}, .lines = LinesOfA},
        {.name = "shortest ID", .setUp = a, .arguments = {u"{a/4}"_s}, .lines = LinesOfA},
        {
            .name = "latest is understood",
            .setUp = u"image a: a:latest a:1"_s,
            .arguments = {u"a"_s},
            .lines = {u"Untagged: a:latest"_s},
        },
        {
            .name = "registry with a port",
            .setUp = u"image a: localhost:5000/x/a:3"_s,
            .arguments = {u"localhost:5000/x/a:3"_s},
            .lines = {u"Untagged: localhost:5000/x/a:3"_s, u"Deleted: {a}"_s},
        },
        {
            .name = "ambiguous prefix",
            .setUp = u"twins left right"_s,
            .arguments = {u"{left/4}"_s},
            .errors = {u"Error: "_s, u"{left}"_s, u"{right}"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "prefix of a twin",
            .setUp = u"twins left right"_s,
            .arguments = {u"{left/12}"_s},
            .lines = {u"Untagged: left:1"_s, u"Deleted: {left}"_s},
        },
        {
            .name = "name wins over prefix",
            .setUp = a + u"\ndocker tag other:1 {a/6}"_s,
            .arguments = {u"{a/6}"_s},
            .lines = {u"Untagged: {a/6}:latest"_s},
        },
        {
            .name = "name like the start of its own ID",
            .setUp = a + u"\ndocker tag a:1 {a/6}"_s,
            .arguments = {u"{a/6}"_s},
            .lines = {u"Untagged: {a/6}:latest"_s},
            .dockerArguments = {u"{a/6}:latest"_s},
        },
        {
            .name = "not found",
            .setUp = a,
            .arguments = {u"nothing:1"_s},
            .errors = {u"Error: "_s, u"nothing:1"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "too short for an ID",
            .setUp = a,
            .arguments = {u"{a/3}"_s},
            .errors = {u"Error: "_s, u"{a/3}"_s},
            .docker = Docker::NotAsked, // takes it for an ID
        },
        {
            .name = "not a name",
            .setUp = a,
            .arguments = {u"Foo:1"_s},
            .errors = {u"Error: "_s, u"Foo:1"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "some found",
            .setUp = a,
            .arguments = {u"nothing:1"_s, u"a:1"_s},
            .lines = LinesOfA,
            .errors = {u"Error: "_s, u"nothing:1"_s},
        },
    };
}

QList<RemovalCase> referenceCases()
{
    const QString two = u"image a: a:1 a:2"_s;
    const QString repositories = u"image a: a:1 b:1"_s;
    const QStringList linesOfTwo{u"Untagged: a:1"_s, u"Untagged: a:2"_s, u"Deleted: {a}"_s};
    const QStringList force{u"-f"_s, u"{a}"_s};
    return {
        {.name = "one of two tags", .setUp = two, .arguments = {u"a:2"_s}, .lines = {u"Untagged: a:2"_s}},
        {.name = "both tags", .setUp = two, .arguments = {u"a:1"_s, u"a:2"_s}, .lines = linesOfTwo},
        {
            .name = "ID of two tags",
            .setUp = two,
            .arguments = {u"{a}"_s},
            .lines = linesOfTwo,
            .dockerArguments = force,
        },
        {
            .name = "ID and one of its tags",
            .setUp = two,
            .arguments = {u"a:1"_s, u"{a/12}"_s},
            .lines = linesOfTwo,
            .dockerArguments = force,
        },
        {
            .name = "the same thing twice",
            .setUp = two,
            .arguments = {u"a:1"_s, u"a:1"_s},
            .lines = {u"Untagged: a:1"_s},
            .dockerArguments = {u"a:1"_s},
        },
        {
            .name = "one of two repositories",
            .setUp = repositories,
            .arguments = {u"a:1"_s},
            .lines = {u"Untagged: a:1"_s},
        },
        {
            .name = "ID of two repositories",
            .setUp = repositories,
            .arguments = {u"{a}"_s},
            .lines = {u"Untagged: a:1"_s, u"Untagged: b:1"_s, u"Deleted: {a}"_s},
            .dockerArguments = force,
        },
    };
}

QList<RemovalCase> digestCases()
{
    const QString pushed =
        u"image a: {registry}/a:1\nimage other: other:1\ndocker push -q {registry}/a:1\n"_s;
    const QString twoTags = pushed + u"docker tag {a} {registry}/a:2\n"_s;
    const QString twoRepositories = pushed + u"docker tag {a} b:1\n"_s;
    const QString digestOnly = pushed + u"docker tag other:1 {registry}/a:1\n"_s;
    const QString tag = u"{registry}/a:1"_s;
    const QString digest = u"{registry}/a@{a@}"_s;
    const QString untaggedTag = u"Untagged: "_s + tag;
    const QString untaggedDigest = u"Untagged: "_s + digest;
    const QString deleted = u"Deleted: {a}"_s;
    return {
        {.name = "digest", .setUp = pushed, .arguments = {digest}, .lines = {untaggedDigest}},
        {
            .name = "last tag takes the digest along",
            .setUp = pushed,
            .arguments = {tag},
            .lines = {untaggedTag, untaggedDigest, deleted},
        },
        {
            .name = "ID of tag and digest",
            .setUp = pushed,
            .arguments = {u"{a}"_s},
            .lines = {untaggedTag, untaggedDigest, deleted},
        },
        {
            .name = "tag and digest",
            .setUp = pushed,
            .arguments = {tag, digest},
            .lines = {untaggedTag, untaggedDigest, deleted},
            .dockerArguments = {tag},
        },
        {.name = "tag beside another", .setUp = twoTags, .arguments = {tag}, .lines = {untaggedTag}},
        {
            .name = "tag and digest beside another repository",
            .setUp = twoRepositories,
            .arguments = {tag},
            .lines = {untaggedTag, untaggedDigest},
        },
        {
            .name = "only a digest",
            .setUp = digestOnly,
            .arguments = {digest},
            .lines = {untaggedDigest, deleted},
        },
        {
            .name = "ID of only a digest",
            .setUp = digestOnly,
            .arguments = {u"{a/12}"_s},
            .lines = {untaggedDigest, deleted},
        },
        {
            .name = "digest that nobody has",
            .setUp = pushed,
            .arguments = {u"other@{a@}"_s},
            .errors = {u"Error: "_s, u"other@{a@}"_s},
            .docker = Docker::Refuses,
        },
        {
            .name = "tag and digest in use",
            .setUp = pushed + u"container web: {a} created"_s,
            .arguments = {tag},
            .errors = {u"web (created)"_s},
            .docker = Docker::Refuses,
        },
    };
}

} // namespace

QList<RemovalCase> nameAndReferenceCases()
{
    return nameCases() + referenceCases() + digestCases();
}

} // namespace jettison

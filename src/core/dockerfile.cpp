// SPDX-FileCopyrightText: 2026 The Jettison developers
// SPDX-License-Identifier: MIT

#include "core/dockerfile.h"

#include <QRegularExpression>
#include <QStringView>

#include <algorithm>
#include <array>
#include <optional>

namespace jettison::dockerfile {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Shells{
    "/bin/sh -c "_L1, "/bin/bash -c "_L1, "/bin/bash -o pipefail -c "_L1, "cmd /S /C "_L1};
constexpr auto NoOperation = "#(nop) "_L1;
constexpr auto BuildKitMark = " # buildkit"_L1;

// What a shell ran; none if the text is no call of a shell.
std::optional<QStringView> withoutShell(QStringView text)
{
    for (const QLatin1StringView shell : Shells) {
        if (text.startsWith(shell)) {
            return text.sliced(shell.size()).trimmed();
        }
    }
    return {};
}

// Build arguments stand before the shell, counted: `|2 A=b C=d /bin/sh -c make`. Their values may hold
// blanks.
QStringView withoutArguments(QStringView text)
{
    static const QRegularExpression counted(u"^\\|\\d+ "_s);
    if (!counted.match(text).hasMatch()) {
        return text;
    }
    for (const QLatin1StringView shell : Shells) {
        if (const qsizetype at = text.indexOf(shell); at >= 0) {
            return text.sliced(at);
        }
    }
    return text;
}

QString run(QStringView command)
{
    return "RUN "_L1 + command.toString();
}

} // namespace

QString instruction(const QString &createdBy)
{
    const QString line = createdBy.simplified();
    QStringView text(line);
    if (text.endsWith(BuildKitMark)) {
        text.chop(BuildKitMark.size());
    }
    const auto runPrefix = "RUN "_L1;
    if (text.startsWith(runPrefix)) {
        const QStringView command = withoutArguments(text.sliced(runPrefix.size()));
        return run(withoutShell(command).value_or(command));
    }
    const std::optional<QStringView> command = withoutShell(withoutArguments(text));
    if (!command) {
        return text.toString();
    }
    return command->startsWith(NoOperation) ? command->sliced(NoOperation.size()).trimmed().toString()
                                            : run(*command);
}

bool isMetadata(const QString &instruction)
{
    static constexpr std::array Words{"ARG"_L1, "CMD"_L1, "ENTRYPOINT"_L1, "ENV"_L1, "EXPOSE"_L1,
        "HEALTHCHECK"_L1, "LABEL"_L1, "MAINTAINER"_L1, "ONBUILD"_L1, "SHELL"_L1, "STOPSIGNAL"_L1, "USER"_L1,
        "VOLUME"_L1};
    const QStringView text(instruction);
    const qsizetype blank = text.indexOf(u' ');
    const QStringView word = text.first(blank < 0 ? text.size() : blank);
    return std::ranges::any_of(Words, [&](QLatin1StringView metadata) { return word == metadata; });
}

} // namespace jettison::dockerfile

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# What ./run and ./test share; read by them with `root` set. Plain bash 3.2, which is what macOS has. Set-up talks on
# stderr only: the output of `./run ls -q` can be piped.
setup=$root/packaging/setup
build=$root/build

say() {
    echo "jettison: $*" >&2
}

fail() {
    say "$*"
    exit 1
}

# quietly WHAT LOG COMMAND...: the output goes to LOG; a terminal sees its last line pass by; a failure ends the script
# with the end of the log.
quietly() {
    local what=$1 log=$2
    shift 2
    mkdir -p "${log%/*}"
    "$@" </dev/null 2>&1 | tee "$log" | pass_by "$what"
    if [ "${PIPESTATUS[0]}" != 0 ]; then
        tail -n 30 "$log" >&2
        fail "failed at: $what (the lines above are the end of $log)"
    fi
}

pass_by() {
    local line said=""
    while IFS= read -r line; do
        if [ "$line" = "ninja: no work to do." ]; then
            continue
        elif [ -t 2 ]; then
            printf '\r\033[K%.78s' "jettison: $1 $line" >&2
            said=yes
        elif [ -z "$said" ]; then
            say "$1"
            said=yes
        fi
    done
    if [ -t 2 ] && [ -n "$said" ]; then
        printf '\r\033[K' >&2
    fi
}

# build_preset PRESET: configures when that has not been done since the presets changed; ninja knows the rest.
build_preset() {
    local folder=$build/$1
    if command -v ccache >/dev/null; then
        export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
        export CCACHE_SLOPPINESS=pch_defines,time_macros # else it keeps nothing that uses precompiled headers
    fi
    if ! [ "$folder/configured" -nt "$root/CMakePresets.json" ]; then
        quietly "configuring" "$folder.log" cmake -S "$root" --preset "$1"
        touch "$folder/configured"
    fi
    quietly "building" "$folder.log" cmake --build "$folder"
}

# shellcheck source=packaging/setup/packages.sh
. "$setup/packages.sh"
# shellcheck source=packaging/setup/managers.sh
. "$setup/managers.sh"
# shellcheck source=packaging/setup/karchive.sh
. "$setup/karchive.sh"
# shellcheck source=packaging/setup/trees.sh
. "$setup/trees.sh"

know_system
mkdir -p "$build/setup"
[ -w "$build/setup" ] || fail "cannot write to $build: delete it if another user made it"

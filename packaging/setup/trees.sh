# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# The tests try engines of other ages than the system's. Each is unpacked from a newer release of the same distribution
# into build/trees/SUITE, where it is started with a root of its own and never written to. `as_root` is sudo or nothing.

# Says what cannot be had and goes on: the tests then say what they skip.
provide_engine_trees() {
    local codename site suite keyring
    [ -z "${JETTISON_ENGINE_TREES:-}" ] || return 0 # the tests look there
    if ! command -v debootstrap >/dev/null || ! listed tree | grep -q "^$(release) "; then
        say "no recipe for engines of other releases on this system"
        return
    fi
    while read -r codename suite keyring; do
        if [ "$codename" != "$(release)" ] || [ -d "$build/trees/$suite" ]; then
            continue
        fi
        say "unpacking the engines of $suite (minutes)"
        site=$(archive_of "$codename")
        if ! make_tree "$suite" "$site" "$keyring" </dev/null >"$build/setup/$suite.log" 2>&1; then
            say "the engines of $suite cannot be had: see $build/setup/$suite.log"
        fi
    done < <(listed tree)
}

# In a space of its own, so that what is mounted meanwhile never stays. A release that debootstrap does not know yet is
# made like the newest.
make_tree() {
    local suite=$1 site=$2 keyring=$3 draft=$build/trees/$1.draft scripts=/usr/share/debootstrap/scripts
    [ -e "$scripts/$suite" ] && scripts=$scripts/$suite || scripts=$scripts/sid
    $as_root rm -rf "$draft"
    $as_root mkdir -p "$draft"
    $as_root unshare --mount debootstrap --variant=minbase --keyring="$keyring" \
        --include=docker.io,podman,crun,catatonit,netavark,uidmap,iptables,ca-certificates "$suite" "$draft" "$site" "$scripts" &&
        $as_root mv "$draft" "$build/trees/$suite"
}

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# ownspace.sh TREE FOLDER COMMAND...: runs an engine as the first process of a space of its own, in the tree of another
# release or, with /, in the system. FOLDER has the same path inside; nothing else is written to. Ends the engine when
# its input is closed, so also when a test is killed; whatever it started ends with this script, and so do its mounts.
# Called through: unshare --mount --pid --fork --kill-child=KILL
set -e
tree=$1 folder=$2
shift 2

mount --make-rprivate /
if [ "$tree" != / ]; then
    # Without pivot_root no container starts.
    mount --bind "$tree" "$tree"
    mount -o remount,bind,ro "$tree"
    mount --rbind /sys "$tree/sys"
    mount --rbind /dev "$tree/dev"
    mount -t tmpfs tmpfs "$tree/tmp"
    mount -t tmpfs tmpfs "$tree/var/tmp"
    mount -t tmpfs tmpfs "$tree/var/cache" # Podman looks up no short name where it cannot keep its aliases
    mkdir -p "$tree/tmp/old" "$tree$folder"
    mount --bind "$folder" "$tree$folder"
    cd "$tree"
    pivot_root . tmp/old
fi
mount -t proc proc /proc
[ "$tree" = / ] || umount -l /tmp/old
mount -t tmpfs tmpfs /run
if [ -d "$folder/plugins" ]; then # where Docker looks for them
    mkdir -p /run/docker/plugins
    mount --bind "$folder/plugins" /run/docker/plugins
fi
mount -t tmpfs tmpfs /dev/shm # Podman keeps its locks there
# Where both versions of cgroups are mounted, crun wants one.
umount /sys/fs/cgroup/unified 2>/dev/null || true

# In the first version of cgroups no signal ends what is paused. Processes of other spaces show as 0.
thaw() {
    local state
    grep -rlsx FROZEN /sys/fs/cgroup/freezer --include=freezer.state | while read -r state; do
        if grep -qsvx 0 "${state%/*}/cgroup.procs"; then
            echo THAWED >"$state"
        fi
    done
}

exec 3<&0 </dev/null
"$@" 3<&- &
engine=$!
cat <&3 >/dev/null &
wait -n || true
kill "$engine" 2>/dev/null || true
wait "$engine" || true
thaw

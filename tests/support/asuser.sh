#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# asuser.sh FOLDER COMMAND...: runs an engine as a user that exists nowhere else, with FOLDER as home and with IDs for
# the users of its containers. For ownspace.sh, where mounting over the system's files changes nothing outside.
set -e
folder=$1
shift
id=64990

mkdir -p "$folder/etc" "$folder/run" "$folder/s"
{ cat /etc/passwd; echo "jettison-test:x:$id:$id::$folder:/bin/sh"; } >"$folder/etc/passwd"
{ cat /etc/group; echo "jettison-test:x:$id:"; } >"$folder/etc/group"
echo "jettison-test:700000:65536" | tee "$folder/etc/subuid" >"$folder/etc/subgid"
for file in passwd group subuid subgid; do
    mount --bind "$folder/etc/$file" "/etc/$file"
done
chown -R "$id:$id" "$folder"
cd "$folder"
# A short name: Podman cleans up behind a container by a command line of its own, which takes no runroot longer than 50
# characters.
export HOME=$folder XDG_RUNTIME_DIR=$folder/s
exec setpriv --reuid "$id" --regid "$id" --init-groups "$@"

# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# Installs what the system lacks. What differs between systems stands in one list each (debian.txt …), whose lines are
# a key and its words:
#   manager           the package manager; what is known of each stands in managers.sh
#   run, test         packages to run the program, and on top of them those to test it;
#                     PACKAGE:COMMAND is not needed where COMMAND is there already, however it came there
#   run?, test?       packages to take where the system offers them, and to do without elsewhere

# Sets `system` (debian-12) and `list` (the file for it, or nothing).
know_system() {
    local names name
    if [ "$(uname -s)" = Darwin ]; then
        system=macos names=macos
    else
        # shellcheck source=/dev/null # the system's own file
        system=$(. /etc/os-release && echo "${ID:-unknown}-${VERSION_ID:-rolling}")
        # shellcheck source=/dev/null
        names=$(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}")
    fi 2>/dev/null
    list=
    for name in $names; do
        if [ -f "$setup/$name.txt" ]; then
            list=$setup/$name.txt
            return
        fi
    done
}

# listed KEY: the words of all lines with that key.
listed() {
    sed -n "s/^$1  *//p" "${list:-/dev/null}"
}

# wanted KEY: the packages listed under KEY that no command replaces and that the system is not known to lack.
wanted() {
    local word
    for word in $(listed "$1"); do
        case $word in *:*) PATH=$PATH:/usr/sbin:/sbin command -v "${word#*:}" >/dev/null && continue ;; esac
        grep -qsxF "$word" "$unoffered" || echo "${word%:*}"
    done
}

# Prints those of its arguments that the system offers and remembers the others, so that they are asked for once.
offered() {
    local package
    for package; do
        if "${manager}_offers" "$package"; then
            echo "$package"
        else
            echo "$package" >>"$unoffered"
        fi
    done
}

# install_packages KEY...: asks nothing of the package manager where nothing is missing.
# shellcheck disable=SC2046,SC2086,SC2116 # packages are words
install_packages() {
    local key manager needed optional words as_root="" unoffered=$build/setup/$system.unoffered
    if [ -z "$list" ]; then
        say "no package list for this system ($system); it needs, under whatever names: $(sed -n 's/^run  *//p' "$setup/debian.txt" | tr '\n' ' ')"
        return
    fi
    manager=$(listed manager)
    needed=$("${manager}_missing" $(for key; do wanted "$key"; done))
    optional=$("${manager}_missing" $(for key; do wanted "$key?"; done))
    if [ -z "$needed" ]; then
        needed=$(offered $optional)
        optional=
    fi
    if [ -z "$needed" ]; then
        return
    fi

    words=$(echo $needed ${optional:+"and, if offered:" $optional})
    if [ "$(id -u)" != 0 ] && [ "$manager" != brew ]; then
        as_root=sudo
        command -v sudo >/dev/null || fail "sudo is missing, so install as root, then try again: $words"
    fi
    say "installing with ${as_root:+sudo }$manager: $words"
    ${as_root:+sudo true} || fail "sudo was refused, so install as root, then try again: $words"
    quietly "refreshing the package lists" "$build/setup/install.log" "${manager}_refresh"
    quietly "installing" "$build/setup/install.log" "${manager}_install" $needed $(offered $optional)
}

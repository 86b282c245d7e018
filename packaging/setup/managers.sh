# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# For each package manager: which of these packages are missing, read the archive's lists anew, is this package offered,
# install these, removing nothing (a Docker of another make above all). `as_root` is `sudo` or nothing.
# Only apt has really been run; the others are written from their manuals.

# missing_from INSTALLED PACKAGE...: the packages that are not among the lines of INSTALLED.
missing_from() {
    local installed=$1 package
    shift
    for package; do
        grep -qxF "$package" <<<"$installed" || echo "$package"
    done
}

apt_missing() {
    [ $# = 0 ] || missing_from "$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p')" "$@"
}
apt_refresh() { $as_root apt-get -q -o DPkg::Lock::Timeout=300 update; }
apt_offers() { [ -n "$(apt-cache --quiet=2 show "$1" 2>/dev/null)" ]; }
apt_install() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qy -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 \
        install --no-install-recommends --no-remove "$@"
}

# Packages may be named by what they provide: cmake(Qt6Core).
rpm_missing() {
    local package
    for package; do
        rpm -q --whatprovides "$package" >/dev/null 2>&1 || echo "$package"
    done
}

dnf_missing() { rpm_missing "$@"; }
dnf_refresh() { $as_root dnf -q makecache; }
dnf_offers() { [ -n "$(dnf -q repoquery --whatprovides "$1" 2>/dev/null)" ]; }
dnf_install() { $as_root dnf -y install --setopt=install_weak_deps=False "$@"; }

zypper_missing() { rpm_missing "$@"; }
zypper_refresh() { $as_root zypper --non-interactive refresh; }
zypper_offers() { zypper --quiet search --match-exact --provides "$1" >/dev/null 2>&1; }
zypper_install() { $as_root zypper --non-interactive install --no-recommends "$@"; }

pacman_missing() { [ $# = 0 ] || pacman -T "$@"; }
pacman_refresh() { :; } # lists newer than the installed system are a partial upgrade, which Arch does not support
pacman_offers() { pacman -Si "$1" >/dev/null 2>&1; }
pacman_install() { $as_root pacman -S --needed --noconfirm "$@"; }

brew_missing() { missing_from "$(brew list --formula -1)" "$@"; }
brew_refresh() { :; } # brew does so by itself
brew_offers() { brew info --formula "$1" >/dev/null 2>&1; }
brew_install() { brew install "$@"; }

#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# check-deb.sh BUILD_FOLDER VERSION: makes the .deb, reads it, installs it into a scratch root and starts it there.
set -euo pipefail
build=$1
version=$2

for tool in dpkg-deb dpkg-shlibdeps fakeroot file; do
    if ! command -v "$tool" >/dev/null; then
        echo "SKIP   : packaging: $tool is not installed"
        exit 77
    fi
done
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/package" "$scratch/root"

fail() {
    echo "packaging: $*"
    exit 1
}

(cd "$scratch/package" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$scratch/package") ||
    fail "cpack failed"
deb=$(echo "$scratch"/package/jettison_"$version"_*.deb)
[ -f "$deb" ] || fail "no jettison_${version}_ARCHITECTURE.deb"
dpkg-deb --info "$deb"
dpkg-deb --contents "$deb" | tee "$scratch/contents"

for path in ./usr/bin/jettison \
    ./usr/share/applications/org.jettison.Jettison.desktop \
    ./usr/share/metainfo/org.jettison.Jettison.metainfo.xml \
    ./usr/share/icons/hicolor/scalable/apps/org.jettison.Jettison.svg \
    ./usr/share/doc/jettison/copyright \
    ./usr/share/doc/jettison/README.md \
    ./usr/share/doc/jettison/tests/engines/conformance/MATRIX.md; do
    grep -q " $path\$" "$scratch/contents" || fail "$path is missing"
done
awk '!/^d/ { print $6 }' "$scratch/contents" | grep -vE '^\./usr/(bin/jettison|share/)' &&
    fail "the files above have no place in the package"
for package in libqt6widgets6 libqt6network6 libstdc++6 qt6-svg-plugins; do
    dpkg-deb --field "$deb" Depends | grep -qF "$package" || fail "it does not depend on $package"
done

if command -v lintian >/dev/null; then
    # The project has no mail address of its own.
    lintian --allow-root --fail-on error --suppress-tags bogus-mail-host,bogus-mail-host-in-debian-changelog "$deb" || fail "lintian finds errors"
else
    echo "SKIP   : packaging: lintian is not installed, so the package was not linted"
fi
apt-get --simulate --no-remove install "$deb" >/dev/null || fail "apt could not install it on this system"

mkdir -p "$scratch"/root/var/lib/dpkg/{info,updates}
touch "$scratch/root/var/lib/dpkg/status"
fakeroot dpkg --root="$scratch/root" --force-not-root --force-depends --log="$scratch/dpkg.log" --install "$deb" ||
    fail "dpkg could not install it"
said=$("$scratch/root/usr/bin/jettison" --version)
[ "$said" = "jettison $version" ] || fail "the installed program says '$said', not 'jettison $version'"
fakeroot dpkg --root="$scratch/root" --force-not-root --log="$scratch/dpkg.log" --purge jettison
left=$(find "$scratch/root" -name var -prune -o ! -type d -print)
[ -z "$left" ] || fail "left behind after the removal: $left"

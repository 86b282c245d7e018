# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Jettison developers
# SPDX-License-Identifier: MIT

# KF6Archive reads and writes image archives. A distribution with an older Qt has none, because the library asks for a
# newer Qt than it needs: there it is built, statically, from the source in a newer release of the same distribution,
# into build/karchive/prefix, where the presets look.

# Does nothing where CMake finds the library.
provide_karchive() {
    local folder=$build/karchive
    if [ -e "$folder/found-on-$system" ]; then
        return
    fi
    mkdir -p "$folder"
    if ! cmake_finds_karchive; then
        rm -rf "$folder/prefix"
        quietly "building KF6Archive (this system offers none)" "$folder/build.log" build_karchive
    fi
    touch "$folder/found-on-$system"
}

cmake_finds_karchive() {
    local probe
    probe=$(mktemp -d) || return
    printf '%s\n' 'cmake_minimum_required(VERSION 3.22)' 'project(Probe CXX)' 'find_package(KF6Archive REQUIRED)' \
        >"$probe/CMakeLists.txt"
    cmake -G Ninja -S "$probe" -B "$probe/build" -DCMAKE_PREFIX_PATH="$build/karchive/prefix" >"$build/karchive/probe.log" 2>&1
    local status=$?
    rm -rf "$probe"
    return $status
}

build_karchive() (
    set -e
    line=$(listed karchive | grep "^$(release) ") ||
        { echo "no recipe for this system: install the CMake package KF6Archive (KArchive of KDE Frameworks 6)"; exit 1; }
    read -r release suite keyring <<<"$line"
    cd "$build/karchive"
    rm -rf apt source
    mkdir -p apt/lists/partial apt/cache/archives/partial source/karchive source/ecm
    site=$(archive_of "$release")
    printf 'deb%s [signed-by=%s] %s %s main\n' "" "$keyring" "$site" "$suite" -src "$keyring" "$site" "$suite" >apt/sources.list

    private_apt update
    cd source
    private_apt source --download-only kf6-karchive
    private_apt download extra-cmake-modules
    tar -xf kf6-karchive_*.orig.tar.?z -C karchive --strip-components=1
    dpkg-deb -x extra-cmake-modules_*.deb ecm
    sed -i 's/^set(REQUIRED_QT_VERSION .*/set(REQUIRED_QT_VERSION 6.4.0)/' karchive/CMakeLists.txt
    cmake -S karchive -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$build/karchive/prefix" \
        -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF -DECM_DIR="$PWD/ecm/usr/share/ECM/cmake" \
        -DWITH_OPENSSL=OFF -DCMAKE_DISABLE_FIND_PACKAGE_OpenSSL=ON
    cmake --build build --target install
    rm -rf "$build/karchive/apt" "$build/karchive/source"
)

# The code name of the Debian or Ubuntu release that the system is, or derives from.
release() (
    # shellcheck source=/dev/null # the system's own file
    . /etc/os-release
    echo "${DEBIAN_CODENAME:-${UBUNTU_CODENAME:-${VERSION_CODENAME:-}}}"
)

# archive_of RELEASE: where the system itself takes that release from.
archive_of() {
    local site field
    for field in Release Codename; do
        # shellcheck disable=SC2016 # apt's variable, not the shell's
        site=$(apt-get indextargets --format '$(SITE)' "Created-By: Packages" "$field: $1" "Component: main" | head -n 1)
        [ -z "$site" ] || break
    done
    [ -n "$site" ] || { echo "apt's sources do not name the release $1"; return 1; }
    echo "$site"
}

# apt with folders and sources of its own: needs no root and leaves the system's settings and lists as they are.
private_apt() {
    apt-get -q -o Dir::Etc::sourcelist="$build/karchive/apt/sources.list" -o Dir::Etc::sourceparts=- \
        -o Dir::State::lists="$build/karchive/apt/lists" -o Dir::Cache="$build/karchive/apt/cache" \
        -o APT::Update::Error-Mode=any -o Acquire::Languages=none "$@"
}

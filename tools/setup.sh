#!/bin/sh
# Sets up a checkout: `tools/setup.sh run` for building releases, `dev` for testing too, `bench` for comparing speeds too.
#
# System libraries come from the system's package manager, and only when they are missing. Python packages go into .venv
# from hash-pinned requirements. What is done leaves a stamp in .venv, so a second call only checks.
set -eu
cd "$(dirname "$0")/.."
level=${1:-run}
system=$(uname -s)
venv=.venv

fail() {
    echo "setup: $*" >&2
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# Runs a command without its output, unless it fails.
quietly() {
    log=$(mktemp)
    status=0
    "$@" >"$log" 2>&1 || status=$?
    [ "$status" -eq 0 ] || tail -n 20 "$log" >&2
    rm -f "$log"
    return "$status"
}

# --- Debian's packages ------------------------------------------------------------------------------------------------

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif [ -t 0 ]; then
        sudo "$@"
    else
        sudo -n "$@"
    fi
}

# Installs those of the named packages that this release of Debian or Ubuntu has.
apt_install() {
    [ "$(id -u)" -eq 0 ] || have sudo ||
        fail "Debian packages are missing. Run as root: apt-get update && apt-get install $*; then run make again"
    echo "Installing $* …"
    quietly as_root apt-get update || fail "apt-get update failed. Run as root: apt-get install $*; then run make again"
    offered=
    for package in "$@"; do
        if [ -n "$(apt-cache madison "$package" 2>/dev/null)" ]; then
            offered="$offered $package"
        else
            echo "This system offers no package $package."
        fi
    done
    [ -n "$offered" ] || return 0
    # --no-remove: never trade something of the user's for something of ours.
    # shellcheck disable=SC2086 # a package a word
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends --no-remove $offered ||
        fail "apt-get failed. Run as root: apt-get install$offered; then run make again"
}

# --- Python -----------------------------------------------------------------------------------------------------------

# Sets `python` to the newest one that the pinned wheels are made for; PYTHON=… names another.
find_python() {
    # Homebrew's Python finds Homebrew's Pango, the one of macOS does not.
    [ "$system" != Darwin ] || ! have brew || PATH=$(brew --prefix)/bin:$PATH
    for candidate in ${PYTHON:-python3.13 python3.12 python3.11 python3 python3.14}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            python=$(command -v "$candidate")
            return
        fi
    done
    fail "Python 3.11 or later is needed. Install it (Debian, Ubuntu: apt-get install python3; macOS: brew install python)" \
        "or name one: make PYTHON=/path/to/python3"
}

make_venv() {
    find_python
    # Debian keeps ensurepip out of its Python, in pythonX.Y-venv.
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        have apt-get || fail "$python lacks the modules venv and ensurepip. Install them, then run make again"
        apt_install "$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    fi
    echo "Making $venv with $("$python" -V) …"
    rm -rf "$venv"
    "$python" -m venv "$venv" || fail "$python can't make a virtual environment. Name another: make PYTHON=/path/to/python3"
}

venv_works() { [ -x "$venv/bin/python" ] && "$venv/bin/python" -c '' 2>/dev/null; }

pip_install() { "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input "$@"; }

# Installs a requirements file into .venv unless its stamp says that this was done, for this very folder and content.
install_pinned() {
    stamp=$venv/.installed-$1
    key="$(pwd) $(cat "$1" pyproject.toml | cksum)"
    [ "$(cat "$stamp" 2>/dev/null)" != "$key" ] || return 0
    echo "Installing $1 …"
    quietly pip_install --require-hashes --only-binary :all: -r "$1" || fail "pip could not install $1"
    quietly pip_install --no-deps --no-build-isolation --editable . || fail "pip could not install Pressroom from this folder"
    echo "$key" >"$stamp"
}

# --- Pango ------------------------------------------------------------------------------------------------------------

# Prints the Debian packages of those libraries that WeasyPrint needs and the loader can't find.
missing_libraries() {
    "$venv/bin/python" - <<'END'
import ctypes, sys

LIBRARIES = [  # the Debian package; the file's name on Linux and on macOS
    ("libpango-1.0-0", "libpango-1.0.so.0", "libpango-1.0.dylib"),
    ("libpangoft2-1.0-0", "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib"),
    ("libfontconfig1", "libfontconfig.so.1", "libfontconfig.1.dylib"),
    ("libharfbuzz0b", "libharfbuzz.so.0", "libharfbuzz.0.dylib"),
    ("libharfbuzz-subset0", "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib"),
]
for package, linux, macos in LIBRARIES:
    try:
        ctypes.CDLL(macos if sys.platform == "darwin" else linux)
    except OSError:
        print(package)
END
}

ensure_pango() {
    missing=$(missing_libraries)
    [ -n "$missing" ] || return 0
    if [ "$system" = Darwin ]; then
        have brew || fail "Pango is missing. Install Homebrew, then run make again"
        brew install pango
    elif have apt-get; then
        # shellcheck disable=SC2086 # a package a word
        apt_install $missing
    else
        fail "Pango with HarfBuzz is missing. Install it with your package manager (Fedora: dnf install pango; Arch:" \
            "pacman -S pango; Alpine: apk add pango harfbuzz-subset), then run make again"
    fi
    missing=$(missing_libraries)
    [ -z "$missing" ] || fail "$venv/bin/python still can't load" $missing "(on macOS it must be Homebrew's Python:" \
        "brew install python; make distclean; then run make again)"
}

# --- Programs that only the tests and `make look` use -----------------------------------------------------------------

have_browser() { have chromium || have chromium-browser || have google-chrome; }
# LibreOffice can be here without Writer, whose code is in libswlo.so.
have_writer() { have soffice && { [ "$system" = Darwin ] || [ -e "$(dirname "$(readlink -f "$(command -v soffice)")")/libswlo.so" ]; }; }

ensure_test_programs() {
    wanted=
    have pdftoppm || wanted="$wanted poppler-utils"
    have_writer || wanted="$wanted libreoffice-writer-nogui"
    [ "$system" = Darwin ] || /usr/bin/python3 -c 'import uno' 2>/dev/null || wanted="$wanted python3-uno"
    have_browser || wanted="$wanted chromium"
    [ -n "$wanted" ] || return 0
    if have apt-get; then
        # shellcheck disable=SC2086 # a package a word
        apt_install $wanted
    else
        echo "Not found, so the tests that use them are skipped:$wanted"
    fi
}

# ----------------------------------------------------------------------------------------------------------------------

venv_works || make_venv
ensure_pango
case $level in
    run)
        install_pinned requirements.txt
        ;;
    dev) # everything of requirements.txt is in it
        ensure_test_programs
        install_pinned requirements-dev.txt
        ;;
    bench)
        install_pinned requirements.txt
        install_pinned requirements-bench.txt
        ;;
    *) fail "unknown level '$level': run, dev or bench" ;;
esac

#!/bin/sh
# Sets up what a make target needs, from nothing: sh setup.sh STEP…
#
#   system-pdf     the libraries of WeasyPrint; without them only PDF is missing, so this goes on
#   system-test    LibreOffice Writer and poppler; without them those tests skip, so this goes on
#   locked-runtime the virtual environment with requirements/runtime.txt and the command brief
#   locked-test    the same with requirements/test.txt, which holds all of runtime.txt
#   fonts          the static fonts
#
# A step that has nothing to do says nothing and asks no package manager and no registry: each
# keeps, under .venv/stamps, a copy of what it was done with.
set -eu
cd "$(dirname "$0")/../.."

table=generator/installation/system-packages.txt
bin=.venv/bin
stamps=.venv/stamps

say() { printf '%s\n' "$*" >&2; }
stop() { say "$*"; exit 1; }

# --- the operating system's packages --------------------------------------------------------

# Prints the first package manager found, or nothing.
package_manager() {
    for name in apt-get dnf apk brew; do
        if command -v "$name" >/dev/null 2>&1; then
            echo "$name"
            return
        fi
    done
}

# Prints the names of the libraries that the loader knows, one a line.
libraries() {
    PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null ||
        ls /lib /usr/lib /usr/lib64 /usr/local/lib /opt/homebrew/lib 2>/dev/null || true
}

# Is the need with this sign (kind:name,name) met?
is_met() {
    kind=${1%%:*}
    for name in $(echo "${1#*:}" | tr ',' ' '); do
        case $kind in
        command) command -v "$name" >/dev/null 2>&1 && return 0 ;;
        module) "${python:-python3}" -c "import $name" >/dev/null 2>&1 && return 0 ;;
        file) [ -e "$name" ] && return 0 ;;
        library) case $known_libraries in *"$name"*) return 0 ;; esac ;;
        esac
    done
    return 1
}

# Prints, for the unmet needs of a purpose, one column of the table, each name once.
unmet() {
    known_libraries=$(libraries)
    column=$2
    grep "^$1 " "$table" | while read -r _ sign apt dnf apk brew; do
        is_met "$sign" && continue
        case $column in
        sign) echo "${sign#*:}" | cut -d, -f1 ;;
        apt-get) echo "$apt" | sed "s|^PYTHON|$(basename "${python:-python3}")|" ;;
        dnf) echo "$dnf" ;;
        apk) echo "$apk" ;;
        brew) echo "$brew" ;;
        esac
    done | sort -u | tr '\n' ' '
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# Installs packages with the package manager that is there.
install_packages() {
    manager=$1
    shift
    say "Installing with $manager: $*"
    case $manager in
    apt-get)
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update >/dev/null || true
        as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y \
            -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 --no-install-recommends "$@" >/dev/null
        ;;
    dnf) as_root dnf install -y -q "$@" >/dev/null ;;
    apk) as_root apk add --quiet --no-cache "$@" >/dev/null ;;
    brew) brew install --quiet "$@" >/dev/null ;;
    esac
}

# Sees to it that the needs of a purpose are met; fails, having said what is missing, if not.
system_packages() {
    missing=$(unmet "$1" sign)
    [ -z "$missing" ] && return 0
    manager=$(package_manager)
    if [ -z "$manager" ]; then
        say "Missing: $missing"
        say "No package manager known here (apt, dnf, apk, brew) was found: install these yourself."
        return 1
    fi
    packages=$(unmet "$1" "$manager")
    # shellcheck disable=SC2086 # one word for each package
    install_packages "$manager" $packages || true
    missing=$(unmet "$1" sign)
    [ -z "$missing" ] && return 0
    say "Still missing: $missing"
    say "This should bring it, with the rights to install: $manager install $packages"
    return 1
}

# --- Python and the virtual environment -----------------------------------------------------

# Does this command run Python 3.11 or newer?
is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Sets $python to an interpreter that is new enough, or to nothing.
find_python() {
    for python in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        is_new_enough "$python" && return 0
    done
    python=
}

# Sets $python, with what it takes to make a virtual environment, or stops.
require_python() {
    find_python
    if [ -z "$python" ] && ! command -v "${PYTHON:-python3}" >/dev/null 2>&1; then
        system_packages python || stop "Python 3.11 or newer is needed to go on."
        find_python
    fi
    if [ -z "$python" ]; then
        found=$("${PYTHON:-python3}" --version 2>&1 || true)
        say "Python 3.11 or newer is needed; ${PYTHON:-python3} is: $found"
        stop "Install a newer one, and name it if it is not on the path: make PYTHON=/path/to/python3.12"
    fi
    system_packages python || stop "Without these, $python cannot make a virtual environment."
}

# Does .venv work, also after it was moved or its Python replaced?
environment_works() {
    [ -x $bin/python ] && is_new_enough $bin/python && $bin/python -c 'import pip' 2>/dev/null
}

# Makes .venv where there is none that works.
environment() {
    environment_works && return 0
    require_python
    [ -d .venv ] && say "The virtual environment's Python is gone or changed: making it anew."
    rm -rf .venv
    say "Making the virtual environment in .venv with $($python --version)"
    "$python" -m venv .venv
}

# --- the steps ------------------------------------------------------------------------------

# Prints all that an installation depends on: the place, the Python, the project, the lock.
basis() {
    pwd
    $bin/python --version
    cat pyproject.toml "$@"
}

# Is the step's stamp a copy of what is now on standard input?
is_done() { [ -e "$stamps/$1" ] && cmp -s - "$stamps/$1"; }

# Writes standard input as the step's stamp.
stamp() { mkdir -p $stamps && cat >"$stamps/$1"; }

pip_install() {
    $bin/python -m pip install --quiet --no-input --disable-pip-version-check "$@"
}

# Installs a lock file and the package itself.
locked() {
    environment
    basis "requirements/$1.txt" | is_done "$1" && return 0
    say "Installing what requirements/$1.txt locks"
    pip_install --require-hashes -r "requirements/$1.txt"
    pip_install --no-deps --no-build-isolation --editable .
    basis "requirements/$1.txt" | stamp "$1"
    [ "$1" = runtime ] || basis requirements/runtime.txt | stamp runtime
}

# Makes the fonts, when they or how they are made changed.
fonts() {
    basis requirements/runtime.txt generator/fonts/*.py generator/fonts/*.toml generator/fonts/*.xml | is_done fonts && return 0
    say "Making the fonts"
    $bin/python -m generator.fonts
    basis requirements/runtime.txt generator/fonts/*.py generator/fonts/*.toml generator/fonts/*.xml | stamp fonts
}

for step in "$@"; do
    case $step in
    system-pdf) system_packages pdf || say "Going on without them: PDF cannot be built, all else can." ;;
    system-test) system_packages test || say "Going on without them: the tests that need them are skipped." ;;
    locked-runtime) locked runtime ;;
    locked-test) locked test ;;
    fonts) fonts ;;
    *) stop "setup.sh: no step is called $step" ;;
    esac
done

#!/bin/sh
# Writes requirements/*.txt anew: sh lock.sh [--upgrade]. The locker lives in a throw-away
# environment. What is locked stays as it is where pyproject.toml allows it, unless --upgrade.
set -eu
cd "$(dirname "$0")/../.."

tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"${PYTHON:-python3}" -m venv "$tools"
"$tools/bin/python" -m pip install --quiet --disable-pip-version-check uv

# Writes one lock: its name, then the locker's own options. No address gets in, only hashes.
lock() {
    out=requirements/$1.txt
    shift
    "$tools/bin/uv" pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-header --output-file "$out" "$@"
}

lock runtime --all-extras --group build "$@"
lock test --all-extras --group build --group test --constraint requirements/runtime.txt "$@"

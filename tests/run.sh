#!/usr/bin/env bash
# Installs what is missing, builds, and runs every test: unit, widget and integration with real servers. Ends on ctest's summary.
# Arguments go to ctest, e.g. tests/run.sh -R alerts
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
"$root/packaging/install-packages.sh"

# Settings and records of the person who runs the tests stay out of them.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_CONFIG_HOME="$scratch/config" XDG_DATA_HOME="$scratch/data" XDG_CACHE_HOME="$scratch/cache"
export QT_QPA_PLATFORM=offscreen

options=()
[ "${CI:-}" = true ] && options+=(-DWATCHFLOOR_WERROR=ON)
cmake --preset release "${options[@]}" >"$scratch/configure.log" || { cat "$scratch/configure.log" >&2; exit 1; }
cmake --build --preset release
ctest --preset release --output-on-failure --no-tests=error -j "$(nproc)" "$@"

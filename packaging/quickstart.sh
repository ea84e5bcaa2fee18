#!/usr/bin/env bash
# From nothing to a running console: installs what is missing, builds, starts the demo platform and opens the console on it.
# Without a display it renders every page to PNG instead and keeps the platform running. Ctrl+C ends all that it started.
# Usage: packaging/quickstart.sh [ARGUMENTS OF watchfloor...]
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"

packaging/install-packages.sh build demo

build=build/release
if [ ! -f "$build/build.ninja" ]; then
    echo "quickstart: configuring $build"
    configured=$(cmake --preset release 2>&1) || { echo "$configured" >&2; exit 2; }
fi
echo "quickstart: building"
cmake --build "$build" --target watchfloor watchfloor-demo-service

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec "$build/app/watchfloor" --demo "$@"
fi
pictures=$root/build/pictures
mkdir -p "$pictures"
echo "quickstart: no display here; every page is rendered to $pictures"
export QT_QPA_PLATFORM=offscreen
exec "$build/app/watchfloor" --demo --render "$pictures" "$@"

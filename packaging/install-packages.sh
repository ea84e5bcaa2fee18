#!/usr/bin/env bash
# Installs what packaging/packages.txt names and this machine lacks, with apt, and leaves no service running that was not.
# Usage: install-packages.sh [build] [demo]        (both when none is named)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
kinds=("$@")
[ ${#kinds[@]} -gt 0 ] || kinds=(build demo)

wanted=$(for kind in "${kinds[@]}"; do sed -n "s/^$kind //p" "$here/packages.txt"; done | sort -u)
missing=()
for package in $wanted; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "install-packages: needs root or sudo to install: ${missing[*]}" >&2; exit 2; }
    sudo=(sudo)
fi

# Debian starts a server as soon as it is installed. A policy-rc.d that answers 101 prevents it; ours is taken away again,
# one that stood here is left. Where systemd enabled a unit all the same, it is disabled and stopped below.
policy=/usr/sbin/policy-rc.d
ours=0
if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
    "${sudo[@]}" chmod 755 "$policy"
    ours=1
fi
cleanup() { [ "$ours" -eq 0 ] || "${sudo[@]}" rm -f "$policy"; }
trap cleanup EXIT

echo "install-packages: installing ${#missing[@]} packages: ${missing[*]}"
"${sudo[@]}" apt-get update -qq
"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null

if [ -d /run/systemd/system ]; then
    for unit in prometheus prometheus-alertmanager prometheus-node-exporter prometheus-redis-exporter redis-server supervisor victoria-metrics; do
        for package in "${missing[@]}"; do
            [ "$package" = "$unit" ] || continue
            "${sudo[@]}" systemctl disable --now "$unit" >/dev/null 2>&1 || true
        done
    done
fi

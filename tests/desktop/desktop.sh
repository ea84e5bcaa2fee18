#!/bin/bash
# A display with a window manager, a message bus and a home of their own for one test; all of it ends with the test.
set -u
place=$(mktemp -d /tmp/wf-desktop-XXXXXX)
mkdir -m 700 "$place/home" "$place/run"
finish() {
    kill ${session:-} ${openbox:-} ${xvfb:-} 2>/dev/null
    wait 2>/dev/null
    rm -rf "$place"
}
trap finish EXIT
trap 'exit 143' TERM INT HUP

Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$place/display" 2>/dev/null &
xvfb=$!
for _ in {1..200}; do
    read -r number <"$place/display" && break
    sleep 0.05
done 2>/dev/null
[ -n "${number:-}" ] || { echo "Xvfb did not start" >&2; exit 1; }
unset WAYLAND_DISPLAY PULSE_SERVER PULSE_RUNTIME_PATH DBUS_SESSION_BUS_ADDRESS
export DISPLAY=:$number HOME=$place/home XDG_RUNTIME_DIR=$place/run XDG_CONFIG_HOME=$place/home XDG_DATA_HOME=$place/home QT_QPA_PLATFORM=xcb
openbox >/dev/null 2>&1 &
openbox=$!
# A bus that starts nothing by itself: which services there are is the test's to say.
cat >"$place/bus.conf" <<'EOF'
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <keep_umask/>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
EOF
dbus-run-session --config-file="$place/bus.conf" -- "$@" &
session=$!
wait "$session"
code=$?
session=
exit $code

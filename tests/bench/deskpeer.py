#!/usr/bin/env python3
"""The console and Nagstamon beside each other at one Alertmanager with 2,000 alerts, each in a window on an X server of its own, asked
every ten seconds: processor time a refresh and resident memory, by the same measure, one after the other.

deskpeer.py console WATCHFLOOR | nagstamon"""

import base64
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import zlib
from datetime import datetime, timezone
from pathlib import Path

ALERTS = 2000
INTERVAL = 10
# What is measured is time itself, so these are slept, not waited for: a start with two refreshes, then each refresh with its rest.
WARM_SECONDS = 25
REFRESHES = 6
READY_SECONDS = 20


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def alerts():
    now = datetime.now(timezone.utc).isoformat()
    return [{"labels": {"alertname": f"Alert{at % 40}", "instance": f"10.0.{at // 250}.{at % 250}:9100", "job": "node", "pod": f"pod-{at}",
                        "namespace": f"team-{at % 30}", "severity": "critical" if at % 3 == 0 else "warning"},
             "annotations": {"summary": f"Something is wrong with pod-{at}"}, "startsAt": now,
             "generatorURL": "http://127.0.0.1:9090/graph"} for at in range(ALERTS)]


def wait_until_ready(server, url):
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(url + "/-/ready", timeout=1)
            return
        except OSError:
            time.sleep(0.1)
    server.kill()
    sys.exit("the Alertmanager did not get ready")


def start_alertmanager(folder):
    port = free_port()
    config = folder / "alertmanager.yml"
    config.write_text("route: {receiver: nobody}\nreceivers: [{name: nobody}]\n")
    url = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(["prometheus-alertmanager", f"--config.file={config}", f"--storage.path={folder / 'data'}",
                               f"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address="],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_until_ready(server, url)
    body = json.dumps(alerts()).encode()
    urllib.request.urlopen(urllib.request.Request(url + "/api/v2/alerts", body, {"Content-Type": "application/json"}))
    return server, url


def start_display():
    reader, writer = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"], pass_fds=[writer],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        return server, ":" + answer.readline().strip()


def obscured(text):
    """As Nagstamon keeps names and passwords, empty ones too."""
    data = text.encode()
    for _ in range(5):
        data = zlib.compress(base64.b64encode(data)[::-1])
    return base64.b64encode(data).decode()


def nagstamon(folder, url):
    home = folder / "nagstamon"
    (home / "servers").mkdir(parents=True)
    (home / "nagstamon.conf").write_text(f"[Nagstamon]\nwindowed = True\nuse_system_keyring = False\ncheck_for_new_version = False\n"
                                         f"update_interval_seconds = {INTERVAL}\n")
    empty = obscured("")
    (home / "servers" / "server_AM.conf").write_text(
        f"[Server_AM]\nname = AM\ntype = Alertmanager\nenabled = True\nmonitor_url = {url}\nmonitor_cgi_url = {url}\nusername = {empty}\n"
        f"password = {empty}\nproxy_username = {empty}\nproxy_password = {empty}\nautologin_key = {empty}\nsave_password = True\n")
    return ["nagstamon", str(home)]


def console(folder, url, program):
    workspace = folder / "watchfloor.yaml"
    workspace.write_text(f"workspace: Desk\nsources:\n  - {{name: am, alertmanager: {{url: '{url}', interval: {INTERVAL}s}}}}\n")
    return [program, str(workspace)]


def processor_seconds(process):
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(process):
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def measure(command, display, folder):
    home = folder / "home"
    runtime = folder / "run"
    home.mkdir()
    runtime.mkdir(mode=0o700)
    environment = {**os.environ, "DISPLAY": display, "HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb"}
    with open(folder / "log", "w", encoding="utf-8") as log:
        program = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        time.sleep(WARM_SECONDS)
        if program.poll() is not None:
            print((folder / "log").read_text()[-400:], file=sys.stderr)
            sys.exit(f"{command[0]} ended before it was measured")
        used = []
        before = processor_seconds(program.pid)
        for _ in range(REFRESHES):
            time.sleep(INTERVAL)
            now = processor_seconds(program.pid)
            used.append(now - before)
            before = now
        return sorted(used), resident_megabytes(program.pid)
    finally:
        program.send_signal(signal.SIGKILL)
        program.wait()


def main():
    who = sys.argv[1]
    if not all(map(shutil.which, ["prometheus-alertmanager", "Xvfb"])) or (who == "nagstamon" and not shutil.which("nagstamon")):
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        alertmanager, url = start_alertmanager(folder)
        x_server, display = start_display()
        try:
            command = nagstamon(folder, url) if who == "nagstamon" else console(folder, url, sys.argv[2])
            used, resident = measure(command, display, folder)
        finally:
            x_server.terminate()
            alertmanager.terminate()
            x_server.wait()
            alertmanager.wait()
    median = (used[(len(used) - 1) // 2] + used[len(used) // 2]) / 2
    if who == "nagstamon":
        print(f"refresh ms {median * 1000:.1f}\nresident MB {resident:.1f}")
        return
    for name, values, unit, target in (("2,000 alerts on the desk, processor a refresh", [1000 * value for value in used], "ms", 440),
                                       ("2,000 alerts on the desk, resident", [resident], "MB", 158)):
        middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
        print(f"{name:<46}  {middle:10.2f}  {values[0]:10.2f}  {values[-1]:10.2f}  {unit:<9}  {target:>8}  {'met' if middle <= target else 'over'}")


if __name__ == "__main__":
    main()

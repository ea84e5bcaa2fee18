#!/usr/bin/env python3
"""Runs the benchmarks in turn with their peers, where those are there, and prints one table."""

import argparse
import contextlib
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROW = re.compile(r"^(\S.*?)\s{2,}([\d.]+)\s{2,}([\d.]+)\s{2,}([\d.]+)\s{2,}(\S+)\s{2,}(\S+)\s{2,}(\S+)$")
NUMBER = r"([\d.]+)"
IDLE_SECONDS = 60


@dataclass
class Row:
    unit: str
    target: str
    medians: list = field(default_factory=list)
    low: float = float("inf")
    high: float = 0.0


@dataclass
class Peer:
    """A command of the peer harness and the numbers in what it prints: row of the table -> (name of the peer, pattern)."""

    command: list
    numbers: dict
    environment: dict = field(default_factory=dict)


def run(command, environment=None):
    done = subprocess.run(command, env={**os.environ, **(environment or {})}, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(f"{' '.join(map(str, command))} ended with {done.returncode}: {done.stderr.strip()[-400:]}", file=sys.stderr)
    return done.stdout


def collect(text, rows):
    for line in text.splitlines():
        found = ROW.match(line)
        if not found:
            continue
        row = rows.setdefault(found[1], Row(found[5], found[6]))
        row.medians.append(float(found[2]))
        row.low = min(row.low, float(found[3]))
        row.high = max(row.high, float(found[4]))


def collect_peer(peer, numbers):
    text = run(peer.command, peer.environment)
    for name, (label, pattern) in peer.numbers.items():
        found = re.search(pattern, text)
        if found:
            numbers.setdefault((name, label), []).append(float(found[1]))


def peers_of(folder, benchmarks, scratch):
    """The peers of each benchmark; none where their modules, node or the browser are not there."""
    modules = os.environ.get("NPM_DIR", "")
    browser = os.environ.get("CHROMIUM", "chromium")
    desk = Peer([sys.executable, Path(__file__).parent / "deskpeer.py", "nagstamon"],
                {"2,000 alerts on the desk, processor a refresh": ("Nagstamon", rf"refresh ms {NUMBER}"),
                 "2,000 alerts on the desk, resident": ("Nagstamon", rf"resident MB {NUMBER}")})
    if not Path(modules, "uplot").is_dir() or not shutil.which("node") or not shutil.which(browser):
        return {"deskpeer": [desk]}
    body = scratch / "body.json"
    big = scratch / "big.json"
    run([benchmarks / "benchparse", "--write", "100", "1440", body])
    run([benchmarks / "benchparse", "--write", "500", "11000", big])

    def node(script, *words):
        return ["node", folder / script, *map(str, words)]

    def wall(series, points, rounds):
        row = f"wall 24 x {series} x {points}"
        return Peer(node("wall.mjs", series, points, rounds),
                    {f"{row}, main loop": ("uPlot, scripts alone", rf"scripts ms {NUMBER}"),
                     f"{row}, data to painted": ("uPlot, to pixels", rf"raster ms {NUMBER}"),
                     f"{row}, processor": ("uPlot, all processes", rf"cpu ms {NUMBER}"),
                     f"{row}, resident": ("uPlot, all processes", rf"pss MB {NUMBER}")})

    def pixels(series, points, rounds):
        row = f"24 bodies of {series} x {points}"
        return Peer(node("pixels.mjs", series, points, rounds),
                    {f"{row}, asked to painted": ("fetch and uPlot", rf"whole ms {NUMBER}"),
                     f"{row}, processor": ("fetch and uPlot", rf"cpu ms {NUMBER}")})

    def table(row, step):
        return row, ("DOM table, to its frame", rf"{step} ms {NUMBER}")

    alerts = Peer(node("alerts.mjs", 10000),
                  dict([table("10000 alerts, first fill", "first"), table("10000 alerts, told again, 2 % changed", "reset"),
                        table("10000 alerts, 1 % others", "churn"), table("10000 alerts, filter keystroke", "filter")]))
    return {"deskpeer": [desk],
            "benchparse": [Peer(node("parse.mjs", body, 15), {"parse 100 x 1440": ("V8 JSON.parse", rf"parse ms {NUMBER}")}),
                           Peer(node("parse.mjs", big, 3), {"parse 500 x 11000": ("V8 JSON.parse", rf"parse ms {NUMBER}")})],
            "benchwall": [wall(10, 240, 21), wall(20, 1440, 11), wall(50, 11000, 3)],
            "benchpixels": [pixels(10, 240, 25), pixels(20, 1440, 15)],
            "benchidle": [Peer(node("idle.mjs", IDLE_SECONDS), {"idle wall, processor": ("Chromium and uPlot", rf"cpu % {NUMBER}"),
                                                                "idle wall, memory": ("Chromium and uPlot", rf"pss MB {NUMBER}")})],
            "benchalerts": [alerts],
            "benchstart": [Peer(["xvfb-run", "-a", *node("startup.mjs", 7)], {"exec to first painted window": ("Chromium, a static page", rf"start ms {NUMBER}")})]}


@contextlib.contextmanager
def bodies(folder, *shape):
    """A server of query_range bodies that console and browser are given alike; its address."""
    server = subprocess.Popen(["node", folder / "bodies.mjs", *map(str, shape)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().strip()
    finally:
        server.stdin.close()
        server.wait()


def console_runs(chosen):
    """What each benchmark of the console's own side is started with."""
    def plain(name, *words):
        return lambda: run([chosen.benchmarks / name, *map(str, words)])

    def served(name, shape, *words):
        def start():
            if not shutil.which("node"):
                return ""
            with bodies(chosen.peers, *shape) as address:
                return run([chosen.benchmarks / name, *(address if word == "URL" else str(word) for word in words)])
        return start

    return {"benchparse": [plain("benchparse")], "benchwall": [plain("benchwall")],
            "benchpixels": [served("benchpixels", (10, 240), "URL", 10, 240, 25), served("benchpixels", (20, 1440), "URL", 20, 1440, 15)],
            "benchidle": [served("benchidle", ("live",), chosen.watchfloor, "URL", IDLE_SECONDS)],
            "benchalerts": [plain("benchalerts"), plain("benchalerts", "day", 288)],
            "benchconsole": [plain("benchconsole", 50000, "alerts"), plain("benchconsole", 50000, "overview")],
            "deskpeer": [lambda: run([sys.executable, Path(__file__).parent / "deskpeer.py", "console", chosen.watchfloor])], "benchstore": [plain("benchstore")], "benchstart": [plain("benchstart", chosen.watchfloor)]}


def verdict(median, target):
    return "-" if target == "-" else "met" if median <= float(target) else "over"


def print_table(rows, numbers):
    head = f"{'benchmark':46}  {'median':>10}  {'min':>10}  {'max':>10}  {'unit':6}  {'target':>7}  {'verdict':7}"
    print(head + ("  peer, ratio of medians" if numbers else ""))
    for name, row in rows.items():
        median = statistics.median(row.medians)
        line = f"{name:46}  {median:10.2f}  {row.low:10.2f}  {row.high:10.2f}  {row.unit:6}  {row.target:>7}  {verdict(median, row.target):7}"
        for (of, label), values in numbers.items():
            if of == name:
                peer = statistics.median(values)
                line += f"  {label} {peer:.1f}: {median / peer:.3f}"
        print(line.rstrip())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--benchmarks", type=Path, required=True, help="folder of the built benchmarks")
    parser.add_argument("--watchfloor", type=Path, required=True, help="the built program")
    parser.add_argument("--rounds", type=int, default=int(os.environ.get("BENCH_ROUNDS", "3")), help="how often, in turn with the peers")
    parser.add_argument("--soak-minutes", type=int, default=int(os.environ.get("BENCH_SOAK_MINUTES", "10")), help="0: no soak")
    parser.add_argument("--peers", type=Path, default=Path(__file__).parent / "peers", help="folder of the peer harness")
    parser.add_argument("--only", default="", help="benchmarks whose name has this in it")
    chosen = parser.parse_args()

    rows = {}
    numbers = {}
    with tempfile.TemporaryDirectory() as scratch:
        peers = peers_of(chosen.peers, chosen.benchmarks, Path(scratch))
        for name, runs in console_runs(chosen).items():
            if chosen.only not in name:
                continue
            for _ in range(chosen.rounds):
                for console in runs:
                    collect(console(), rows)
                for peer in peers.get(name, []):
                    collect_peer(peer, numbers)
    if chosen.only in "benchday":
        collect(run([chosen.benchmarks / "benchday"], {"QT_QPA_PLATFORM": "offscreen"}), rows)
    if chosen.only in "benchthrift":
        collect(run([chosen.benchmarks / "benchthrift"]), rows)
    if chosen.soak_minutes > 0 and chosen.only in "benchsoak":
        collect(run([chosen.benchmarks / "benchsoak", chosen.watchfloor, str(chosen.soak_minutes)]), rows)
    print_table(rows, numbers)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Sixteen workers over one server beside the command line: time for the same runs, and memory of all processes together (Linux).

    BORDERLINE=./borderline python3 clients/python/tests/measure_workers.py [POINTS]
"""

import multiprocessing
import os
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

import borderline as bl  # noqa: E402

PATHS = ["levers.surveillance.coverage", "calling.value_mean_usd"]
MODEL = bl.Model(PATHS, ["contact_share"])


def resident(pid):
    """Resident bytes of a process, its share of what it has in common with others (Pss); 0 when it is gone."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return sum(int(line.split()[1]) * 1024 for line in file if line.startswith("Pss:"))
    except OSError:
        return 0


def server():
    """The process whose standard input is a lease."""
    for process in filter(str.isdigit, os.listdir("/proc")):
        try:
            if os.readlink(f"/proc/{process}/fd/0").endswith(".lease"):
                return process
        except OSError:
            pass
    return None


def watch(workers, most, stopped):
    java = None
    while not stopped.is_set():
        java = java or server()
        now = [resident(java) if java else 0, sum(resident(pid) for pid in workers)]
        if sum(now) > sum(most):
            most[:] = now
        time.sleep(1)  # looking costs time of its own


def points(count):
    return [[0.01 + 0.1 * i / count, 20 + 60 * (i * 7 % count) / count] for i in range(count)]


def by_workers(design):
    with multiprocessing.get_context("spawn").Pool(16) as pool:
        pool.map(MODEL, design[:16], chunksize=1)  # all have begun, and the server is warm
        most, stopped = [0, 0], threading.Event()
        watcher = threading.Thread(target=watch, args=([child.pid for child in pool._pool], most, stopped))
        watcher.start()
        begun = time.monotonic()
        pool.map(MODEL, design[16:], chunksize=1)
        seconds = time.monotonic() - begun
        stopped.set()
        watcher.join()
    return seconds, most


def by_command(design):
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "points.csv"), "w", encoding="utf-8") as file:
            file.write(",".join(PATHS) + "\n" + "".join(f"{x},{y}\n" for x, y in design[16:]))
        with open(os.path.join(folder, "sweep.yaml"), "w", encoding="utf-8") as file:
            file.write(
                "schema: 1\nname: points\ntitle: Points\nscenario: tightening-2015\ndesign: list\nfile: points.csv\n"
                "ensemble: none\nreplications: 2\nseed: 42\noutcomes: [contact_share]\n")
        begun = time.monotonic()
        bl.program("sweep", os.path.join(folder, "sweep.yaml"), "--people", "10%", "--out", os.path.join(folder, "out"), "--quiet")
        return time.monotonic() - begun


def main(count):
    design = points(count + 16)
    ours, (java, python) = by_workers(design)
    theirs = by_command(design)
    print(f"{count} points, 2 replications each, 16 workers: {ours:.1f} s; the command line: {theirs:.1f} s; ratio {ours / theirs:.3f}")
    print(f"most memory at a time: server {java / 1e6:.0f} MB, workers {python / 1e6:.0f} MB, together {(java + python) / 1e6:.0f} MB")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 400)

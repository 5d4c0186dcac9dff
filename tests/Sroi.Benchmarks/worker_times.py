#!/usr/bin/env python3
"""Two workers against one, in interleaved rounds: a plan of some thousand runs through the queue, each worker on one thread.

usage: SROI_QUEUE="Host=…;Database=…;Username=…;Password=…" worker_times.py [ROUNDS [POINTS]]
The command must be built in Release; each round has a seed of its own, so that nothing is known beforehand.
"""
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
SROI = TOP / "src/Sroi.Cli/bin/Release/net10.0/sroi"
PLAN = (TOP / "parameters/batches/marco_cavallo_centre.yaml").read_text()


def timed(workers: int, seed: int, points: int, folder: pathlib.Path) -> float:
    name = f"plan_{seed}"
    plan = folder / f"{name}.yaml"
    plan.write_text(PLAN.replace("runs: 1024", f"runs: {points}").replace("seed: 2026", f"seed: {seed}"))
    helpers = [subprocess.Popen([SROI, "worker", "--queue", "--threads", "1"], stderr=subprocess.PIPE) for _ in range(workers)]
    try:
        for helper in helpers:
            helper.stderr.readline()
        time.sleep(2)
        command = [SROI, "batch", "run", plan, "--parameters", TOP / "parameters", "--out", folder / name, "--store", folder / f"{name}-runs", "--queue"]
        begin = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return time.perf_counter() - begin
    finally:
        for helper in helpers:
            helper.send_signal(signal.SIGTERM)
            helper.wait()


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    points = int(sys.argv[2]) if len(sys.argv) > 2 else 4096
    times = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            for workers in times:
                seed = (os.getpid() << 8) + (number << 2) + workers
                times[workers].append(timed(workers, seed, points, pathlib.Path(folder)))
                print(f"round {number + 1}, {workers} worker(s): {times[workers][-1]:.1f} s", flush=True)
    one, two = (statistics.median(times[workers]) for workers in times)
    print(f"median: one {one:.1f} s, two {two:.1f} s, {one / two:.2f} times")


main()

"""How long the kernel takes, as a front end sees it: until it is ready, a first cell with a simulation and three charts, later cells, completion.

    sroi notebook install
    python3 tests/Sroi.Benchmarks/kernel_times.py [RUNS]

SROI_KERNEL names the kernel; sroi-csharp where it is not set. Needs jupyter-client (Debian: python3-jupyter-client). Run it in the repository.
"""

import os
import statistics
import sys
import time

from jupyter_client.manager import KernelManager

FIRST = """
SocialReturn social = SocialReturn.Of(ParameterLibrary.Find().Scenario("croydon_sun"));
SimulationResult draws = Simulation.Of(social, 100_000, 2026).Run();
display(Charts.Waterfall(SroiResult.Of(social)));
display(Charts.CashFlow(SroiResult.Of(social)));
Charts.RatioDistribution(draws)
"""


def run(client, code):
    start = time.monotonic()
    reply = client.execute_interactive(code, output_hook=lambda message: seen.append(message), timeout=60)
    if reply["content"]["status"] != "ok":
        raise RuntimeError(reply["content"])
    return time.monotonic() - start


def complete(client):
    start = time.monotonic()
    client.complete("social.Sce", 10, reply=True, timeout=60)
    return time.monotonic() - start


def measure():
    manager = KernelManager(kernel_name=os.environ.get("SROI_KERNEL", "sroi-csharp"))
    start = time.monotonic()
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    ready = time.monotonic() - start
    seen.clear()
    first = run(client, FIRST)
    charts = sum("data-sroi-chart" in str(message["content"].get("data", {}).get("text/html", "")) for message in seen)
    if charts != 3:
        raise RuntimeError(f"{charts} charts of 3")
    later = statistics.median(run(client, f"{i} + 1") for i in range(10))
    cold = complete(client)
    warm = statistics.median(complete(client) for _ in range(10))
    client.stop_channels()
    manager.shutdown_kernel()
    return ready, first, later, cold, warm


seen = []
times = [measure() for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5)]
for name, values in zip(("ready", "first cell", "later cells", "first completion", "later completions"), zip(*times)):
    print(f"{name:18} {statistics.median(values):6.3f} s ({min(values):.3f}–{max(values):.3f})")

"""What cells cost the kernel: its time and its memory over 2,000 trivial cells of several kinds, each kind in a kernel of its own.

    sroi notebook install
    python3 tests/Sroi.Benchmarks/kernel_cells.py [CELLS]

SROI_KERNEL names the kernel; sroi-csharp where it is not set. Needs jupyter-client (Debian: python3-jupyter-client), and Linux for the memory.
"""

import os
import sys
import time
from pathlib import Path

from jupyter_client.manager import KernelManager

KINDS = {
    "new variables": lambda i: f"var x{i} = {i}; x{i} + 1",
    "one variable again and again": lambda i: f"var x = {i}; x + 1",
    "directives": lambda i: f"using System.Globalization;\nvar x{i} = {i}.ToString(CultureInfo.InvariantCulture); x{i}",
    "lambdas and classes": lambda i: f"class C{i} {{ public int Of(int n) => n + {i}; }}\nFunc<int, int> f{i} = n => new C{i}().Of(n); f{i}(1)",
    "expressions": lambda i: f"{i} + 1",
}


def resident(pid):
    fields = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) / 1e3


def processor_time(pid):
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measure(name, cell, count):
    manager = KernelManager(kernel_name=os.environ.get("SROI_KERNEL", "sroi-csharp"))
    manager.start_kernel()
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        start = time.monotonic()
        for i in range(1, count + 1):
            reply = client.execute_interactive(cell(i), output_hook=lambda message: None, timeout=120)
            if reply["content"]["status"] != "ok":
                raise RuntimeError(reply["content"])
            if i in (1, count // 10, count // 2, count):
                pid = manager.provisioner.pid
                times = f"{time.monotonic() - start:6.1f} s ({processor_time(pid):.1f} s of processors)"
                print(f"{name:29} {i:5} cells {times} {resident(pid):6.0f} MB", flush=True)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


cells = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
for kind, source in KINDS.items():
    measure(kind, source, cells)

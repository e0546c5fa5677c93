"""Times and memory of commands, medians of several runs, and where the results are kept."""

import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "build" / "benchmarks"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one command cost."""

    seconds: float
    """On the clock."""
    work: float
    """Of processor time, with the processes that it started."""
    megabytes: float
    """The most memory that its largest process had."""


def cost_of(command: Sequence[str], **surroundings: str) -> Cost:
    """Run a Python program (`-m generator …`) in a process of its own; a failure ends the benchmark with what it said."""
    known = os.environ | {"PYTHONPATH": str(ROOT)} | surroundings
    began = time.perf_counter()
    running = subprocess.Popen([sys.executable, *command], cwd=ROOT, env=known, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = running.stderr.read().decode() if running.stderr else ""
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - began
    if running.returncode:
        sys.exit(f"{' '.join(command)} ended with {running.returncode}:\n{said}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def median_of(runs: int, measure: Callable[[], Cost]) -> Cost:
    """The median of each cost over several runs."""
    costs = [measure() for _ in range(runs)]
    return Cost(*(statistics.median(getattr(one, name) for one in costs) for name in ("seconds", "work", "megabytes")))


def bytes_under(*places: Path) -> int:
    """The size of all files in these folders."""
    return sum(path.stat().st_size for place in places for path in place.rglob("*") if path.is_file())


def keep(name: str, results: Mapping[str, object]) -> None:
    """Write the results as JSON, with what the machine was doing besides."""
    load = [round(one, 1) for one in os.getloadavg()]
    machine = {"python": platform.python_version(), "processors": os.cpu_count(), "load": load}
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps({"machine": machine, **results}, indent=1) + "\n", encoding="utf-8")
    print(f"load of the machine {load[0]} on {os.cpu_count()} processors; {path}")

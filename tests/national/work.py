"""Work for the tests of running many jobs: called in other processes, so it stands in a module of its own."""

import os
import resource
import sys
import time
from pathlib import Path

KEPT: list[bytearray] = []
"""What a piece of work leaves behind in its process."""


def perform(kind: str, folder: Path) -> int:
    """Do what the kind says."""
    (folder / f"{kind}-{os.getpid()}").write_text("was here")
    print(f"{kind} begins")
    if kind == "raises":
        raise ValueError("5 children")
    if kind == "dies":
        os._exit(9)
    if kind == "hangs":
        time.sleep(60)
    if kind.startswith("leaks"):
        KEPT.append(bytearray(os.urandom(1024)) * 30_000)
        print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    if kind.startswith("waits"):
        began = time.monotonic()
        time.sleep(0.3)
        print(began, time.monotonic())
    if kind == "complains":
        print("not so", file=sys.stderr)
        return 4
    return 0

"""Work for the tests of running many jobs: called in other processes, so it stands in a module of its own."""

import os
import sys
import time
from pathlib import Path


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
    if kind == "complains":
        print("not so", file=sys.stderr)
        return 4
    return 0

"""Builds that are killed at a random moment while a reader polls; run as a program by `test_kills`."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from faulty import Bench, import_all, leftovers, without_mkdocs
from reader import digests


def main(council: str, into: str, kills: str, how: str) -> None:
    """Kill so many builds, each followed by one that is left in peace; prints what was seen."""
    bench = Bench(Path(council), Path(into))
    import_all()
    if how == "stub":
        without_mkdocs()
    known, seconds = [], 0.0
    for _ in range(2):
        bench.turn()
        began = time.monotonic()
        code, said, _ = bench.build()
        seconds = time.monotonic() - began
        assert code == 0, said
        known.append(digests(bench.into.resolve()))
    stop, releases = Path(council).parent / "stop", Path(council).parent / "known.json"
    releases.write_text(json.dumps(known), encoding="utf-8")
    reader = subprocess.Popen(
        [sys.executable, str(Path(__file__).with_name("reader.py")), into, str(releases), str(stop)], stdout=subprocess.PIPE, text=True
    )
    seen = {"killed": 0, "too late": 0, "next failed": 0, "not whole": 0, "left": 0}
    chance = random.Random(7)
    while seen["killed"] < int(kills):
        bench.turn()
        code, _, _ = bench.build(after=chance.uniform(0, seconds))
        seen["killed" if code == -signal.SIGKILL else "too late"] += 1
        seen["not whole"] += digests(bench.into.resolve()) not in known
        code, _, _ = bench.build()
        seen["next failed"] += code != 0
        seen["not whole"] += digests(bench.into.resolve()) not in known
        seen["left"] += len(leftovers(bench.into))
    stop.touch()
    told, _ = reader.communicate(timeout=300)
    print(json.dumps(seen | {f"reader {name}": number for name, number in json.loads(told).items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])

"""How long the sites of every council take: a sample, and what it comes to for all 153 if every council costs the same.

Run it with `python -m tests.benchmarks.national [--councils N] [--at-once N]` from the top of the repository; `--councils 153`
measures all of them. The first council is measured alone as well, so that a cost that grows with the number is seen.
"""

import argparse
import tempfile
from pathlib import Path

from generator.starting.from_statistics import Statistics, folders_for, write_council
from tests.benchmarks.councils import AS_AT, lait
from tests.benchmarks.measure import Cost, cost_of, keep

ALL = 153


def main() -> None:
    """Build one council and then the sample, and print and keep what came of it."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--councils", type=int, default=4)
    wanted.add_argument("--at-once", type=int, default=2)
    chosen = wanted.parse_args()
    statistics = lait()
    with tempfile.TemporaryDirectory() as scratch:
        one = edition(1, chosen.at_once, statistics, Path(scratch) / "one")
        sample = edition(chosen.councils, chosen.at_once, statistics, Path(scratch) / "sample")
    each = sample.seconds / chosen.councils
    told = {
        "councils": chosen.councils, "at_once": chosen.at_once, "seconds": sample.seconds, "seconds_each": each,
        "all_seconds_if_linear": each * ALL, "measured_all": chosen.councils >= ALL,
        "first_alone_seconds": one.seconds, "megabytes_one": one.megabytes, "megabytes_sample": sample.megabytes,
    }  # fmt: skip
    print(
        f"{chosen.councils} councils, {chosen.at_once} at once: {sample.seconds:.0f} s, {each:.1f} s each (the first alone {one.seconds:.1f} s); "
        f"largest process {sample.megabytes:.0f} MB (alone {one.megabytes:.0f}); all {ALL} would take {each * ALL / 60:.1f} min if each costs as much as these did",
        flush=True,
    )
    keep("national", told)


def edition(number: int, at_once: int, statistics: Statistics, scratch: Path) -> Cost:
    """Build the sites of so many councils with nothing kept from before."""
    for council, folder in list(folders_for(statistics.councils, scratch / "councils"))[:number]:
        write_council(folder, council, statistics, AS_AT)
    return cost_of(("-m", "generator", "build", "--all", str(scratch / "councils"), "--into", str(scratch / "sites"), "--at-once", str(at_once), "--as-at", AS_AT.isoformat()))


if __name__ == "__main__":
    main()

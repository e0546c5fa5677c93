"""How long `transparency check` takes for 100,000 observations, beside reading the same tables with the csv module alone.

Run it with `python -m tests.benchmarks.check [--runs N]` from the top of the repository.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.councils import AS_AT, lait, make_council
from tests.benchmarks.measure import cost_of, keep, median_of

ROWS = 100_000
A_HUNDRED_THOUSAND = 376
"""Indicators of LAIT's series that have so many rows together."""
READ = "import csv, sys; [row for name in sys.argv[1:] for row in csv.reader(open(name, encoding='utf-8'))]"


def main() -> None:
    """Make the council, check it, and print and keep what came of it."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--runs", type=int, default=3)
    runs = wanted.parse_args().runs
    with tempfile.TemporaryDirectory() as scratch:
        council = make_council(Path(scratch) / "council", A_HUNDRED_THOUSAND, lait())
        tables = sorted((council / "data/observations").rglob("*.csv"))
        rows = sum(path.read_text(encoding="utf-8").count("\n") - 1 for path in tables)
        if rows < ROWS:
            sys.exit(f"{rows:,} rows are fewer than {ROWS:,}")
        checked = median_of(runs, lambda: cost_of(("-m", "generator", "check", str(council), "--as-at", AS_AT.isoformat())))
        read = median_of(runs, lambda: cost_of(("-c", READ, *map(str, tables))))
    told = {"rows": rows, "check_seconds": checked.seconds, "check_work_seconds": checked.work, "megabytes": checked.megabytes, "csv_seconds": read.seconds, "check_to_csv": checked.work / read.work}
    print(f"check of {rows:,} observations: {checked.seconds:.1f} s ({checked.work:.1f} s of work), {told['check_to_csv']:.1f} x the csv module alone, {checked.megabytes:.0f} MB", flush=True)
    keep("check", told)


if __name__ == "__main__":
    main()

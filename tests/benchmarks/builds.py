"""How long a build takes beside its floor: MkDocs alone on the same staged folder, vl-convert alone on the same specs.

Run it with `python -m tests.benchmarks.builds [--runs N] [INDICATORS…]` from the top of the repository: 50 and 300 indicators
unless others are named, each step the median of N runs. Every ratio compares what was measured in this run.
"""

import argparse
import filecmp
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generator.starting.from_statistics import Statistics
from tests.benchmarks.councils import AS_AT, change_one_value, lait, make_council
from tests.benchmarks.measure import ROOT, Cost, bytes_under, cost_of, keep, median_of

DAY = AS_AT.isoformat()
PROCESSES = os.cpu_count() or 1


def main() -> None:
    """Measure each size of council, and print and keep what came of it."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("indicators", type=int, nargs="*", default=[50, 300])
    wanted.add_argument("--runs", type=int, default=3)
    chosen = wanted.parse_args()
    statistics = lait()
    results = {}
    for number in chosen.indicators:
        with tempfile.TemporaryDirectory() as scratch:
            results[str(number)] = measured(number, chosen.runs, statistics, Path(scratch))
    keep("builds", {"runs": chosen.runs, "councils": results})


def measured(number: int, runs: int, statistics: Statistics, scratch: Path) -> dict[str, float]:
    """Every measure of a council of so many indicators."""
    council = make_council(scratch / "council", number, statistics)
    site = council / "build" / "site"
    build = ("-m", "generator", "build", str(council), "--as-at", DAY)

    def cold() -> Cost:
        shutil.rmtree(council / "build", ignore_errors=True)
        return cost_of(build)

    first = median_of(runs, cold)
    nothing = median_of(max(runs, 3), lambda: cost_of(build))
    sizes = bytes_under(council / "data", council / "site_src"), bytes_under(site.resolve())
    pages, pages_work = said("mkdocs", str(council), str(council / "build/docs"), str(scratch / "plain"), runs=runs)
    said("specs", str(council), str(site), str(scratch / "specs.json"), runs=1)
    drawn, drawn_work = drawing(scratch / "specs.json", runs)
    own, _ = said("generator", str(council), str(site), runs=1)
    before = scratch / "before"
    shutil.copytree(site, before)

    def changed() -> Cost:
        change_one_value(council)
        return cost_of(build)

    one = median_of(runs, changed)
    differing = len(list(differences(before, site)))
    warm = scratch / "warm"
    shutil.copytree(site, warm)
    cold()
    same = not list(differences(warm, site))
    floor, floor_work = pages + drawn, pages_work + drawn_work
    told = {
        "cold_seconds": first.seconds, "floor_seconds": floor, "cold_to_floor": first.seconds / floor, "cold_work_seconds": first.work,
        "floor_work_seconds": floor_work, "cold_work_to_floor": first.work / floor_work, "one_value_work_to_mkdocs": one.work / pages_work,
        "mkdocs_seconds": pages, "vl_convert_seconds": drawn, "generator_work_seconds": own,
        "one_value_seconds": one.seconds, "one_value_to_mkdocs": one.seconds / pages, "files_that_differ": differing, "same_as_cold": same,
        "nothing_changed_seconds": nothing.seconds, "nothing_changed_work_seconds": nothing.work,
        "largest_process_megabytes": first.megabytes, "input_bytes": sizes[0], "output_bytes": sizes[1], "output_to_input": sizes[1] / sizes[0],
    }  # fmt: skip
    print(
        f"{number} indicators: cold {first.seconds:.1f} s = {told['cold_to_floor']:.2f} x the floor of {floor:.1f} s (MkDocs {pages:.1f}, vl-convert {drawn:.1f} in {PROCESSES} processes), {told['cold_work_to_floor']:.2f} x of processor time;\n"
        f"  the generator's own work {own:.1f} s of processor time; one value changed {one.seconds:.1f} s = {told['one_value_to_mkdocs']:.2f} x MkDocs, {told['one_value_work_to_mkdocs']:.2f} x of processor time, {differing} files differ, "
        f"{'the same as' if same else 'NOT THE SAME AS'} a cold build;\n"
        f"  nothing changed {nothing.seconds:.2f} s ({nothing.work:.2f} s of work); {first.megabytes:.0f} MB; {sizes[1] / 1e6:.1f} MB out of {sizes[0] / 1e6:.1f} MB = {told['output_to_input']:.1f} x",
        flush=True,
    )
    return told


def said(part: str, *arguments: str, runs: int) -> tuple[float, float]:
    """The two numbers that a part prints last, of the clock and of processor time: those of the middle run."""
    numbers = []
    for _ in range(runs):
        done = subprocess.run([sys.executable, "-m", "tests.benchmarks.alone", part, *arguments], cwd=ROOT, capture_output=True, text=True, check=True)
        clock, work = done.stdout.split()[-2:]
        numbers.append((float(clock), float(work)))
    return sorted(numbers)[len(numbers) // 2]


def drawing(specs: Path, runs: int) -> tuple[float, float]:
    """Seconds, and seconds of processor time, of vl-convert on all specs, shared among as many processes as a build uses."""
    seconds = []
    for _ in range(runs):
        began = time.perf_counter()
        sharing = [
            subprocess.Popen([sys.executable, "-m", "tests.benchmarks.alone", "vlconvert", str(specs), str(share), str(PROCESSES)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
            for share in range(PROCESSES)
        ]
        printed = [one.communicate()[0].split() for one in sharing]
        seconds.append((time.perf_counter() - began, sum(float(work) for _, work in printed)))
    return sorted(seconds)[len(seconds) // 2]


def differences(one: Path, other: Path) -> list[str]:
    """The files that two sites do not share."""
    whole = one.resolve(), other.resolve()
    names = {path.relative_to(site).as_posix() for site in whole for path in site.rglob("*") if path.is_file()}
    same, _, _ = filecmp.cmpfiles(*whole, names, shallow=False)
    return sorted(names - set(same))


if __name__ == "__main__":
    main()

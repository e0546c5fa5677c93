"""A large council is checked quickly: 100,000 observations in under three seconds of an otherwise idle processor."""

import time
from pathlib import Path

from tests.councils.making import checked, made_council

ROWS = 100_000
SECONDS = 6.0
"""Twice the target: the tests share their processor."""


def test_a_hundred_thousand_observations_are_checked_in_seconds(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    table = folder / "data/observations/imported/many.csv"
    lines = ["indicator,area,period,breakdown,value,numerator,denominator,symbol,status,source,note"]
    for number in range(ROWS):
        year, group = 1991 + number % 25, number // 25
        numerator = 20 + number % 900
        lines.append(
            f"return-interviews,E06000999,{year}-{(year + 1) % 100:02d},group {group},{numerator / 10:.1f},{numerator},1000,,final,STATS,"
        )
    table.write_text("\n".join(lines) + "\n", encoding="utf-8")
    started = time.process_time()
    records, problems = checked(folder)
    assert time.process_time() - started < SECONDS
    assert problems == ()
    assert records is not None
    assert len(records.observations) == ROWS + 10

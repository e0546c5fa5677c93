"""Which groups make up which others, and that thousands of groups are sorted out as quickly as a few."""

import time

from generator.disclosure.breakdowns import Split, splits

LABELS = ["all", "girls", "boys", "sex: girls", "girls; under 5", "girls; 5 and over", "boys; under 5"]


def test_groups_are_placed_under_the_whole_that_they_split() -> None:
    assert splits(LABELS, LABELS) == (
        Split("all", ("girls", "boys"), complete=True),
        Split("all", ("sex: girls",), complete=True),
        Split("girls", ("girls; under 5", "girls; 5 and over"), complete=True),
        Split("boys", ("boys; under 5",), complete=False),
    )


def test_twenty_thousand_groups_are_sorted_out_within_seconds() -> None:
    labels = ["all", *(f"group {number}" for number in range(10_000)), *(f"split {number}: x" for number in range(10_000))]
    began = time.process_time()
    found = splits(labels, labels)
    assert len(found) == 10_001
    assert len(found[0].parts) == 10_000
    assert time.process_time() - began < 5

"""Words about a figure whose small counts are hidden: counts are found, rules and shares are none, no message tells one."""

from pathlib import Path

import pytest

from generator.records.checks.small_counts_in_words import says_a_count
from tests.councils.making import problems_after

COUNTS = (
    "In March 2025 there were 2 children.",
    "There were two children in unregistered homes.",
    "The rest, 5 young people, moved away.",
    "It is about 3 disabled children.",
    "Three families were not counted.",
    "2 boys and a girl came late.",
    "Only one child was missing.",
    "There was one family without a plan.",
    "4 foster carers left.",
)
NO_COUNTS = (
    "Children seen after 3 or more calls.",
    "Children with two or more plans.",
    "1 in 5 children had a plan.",
    "Fewer than 5 children are hidden.",
    "At least 3 children make a group.",
    "Up to 4 children live there.",
    "Families of 6 children or more.",
    "One child may have several plans, and counts once.",
    "A placement is one child's home.",
    "23 children were counted.",
    "In 2025 children were counted in another way.",
    "Seen within 5 days; children away are not counted.",
    "Children aged 5 to 17 and those aged 3 years.",
    "Rates for every 10,000 children.",
    "A share of 12.5 children in a hundred.",
    "The formula =A+1 -x Child.",
)


@pytest.mark.parametrize("text", COUNTS)
def test_a_count_is_found(text: str) -> None:
    assert says_a_count(text, 5)


@pytest.mark.parametrize("text", NO_COUNTS)
def test_a_rule_or_a_share_or_a_large_number_is_none(text: str) -> None:
    assert not says_a_count(text, 5)


def test_the_threshold_decides() -> None:
    assert not says_a_count("There were 7 children.", 5)
    assert says_a_count("There were 7 children.", 7)
    assert says_a_count("There were twenty children.", 20)


NOTE = "in data/observations/local.csv\n+ interviews-local,E06000999,2026-07,all,12,,,,,RETURNS,There were 3 children"
CAVEAT = "in data/indicators.yml\n-   definition: Interviews that were held in the month, as the council counts them.\n+   definition: Interviews.\n+   caveats: ['Two children were counted twice.']"
CORRECTION = "in data/corrections.csv\n+ x1,2026-10-01,It said 4 children and is 14 now.,interviews-local,RETURNS"


@pytest.mark.parametrize(("change", "column"), [(NOTE, "note"), (CAVEAT, "caveats"), (CORRECTION, "what")])
def test_it_is_looked_for_wherever_the_figure_is_written_about(tmp_path: Path, change: str, column: str) -> None:
    found = [problem for problem in problems_after(tmp_path / "council", change) if problem.code == "small-count-in-words"]
    assert [problem.place.column for problem in found] == [column]
    assert not any(sign in f"{problem.found}{problem.fix}" for problem in found for sign in ("2", "3", "4", "wo child"))


def test_a_figure_that_somebody_else_has_published_may_be_written_about(tmp_path: Path) -> None:
    change = "in data/indicators.yml\n-   local: true\n+   local: true\n+   published_elsewhere: true\n" + NOTE
    assert "small-count-in-words" not in {problem.code for problem in problems_after(tmp_path / "council", change)}

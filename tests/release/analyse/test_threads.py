"""How issues move from inspection to inspection."""

import csv
from pathlib import Path

import pytest

from generator.release.analyse.threads import Standing, movement
from generator.vocabulary import Movement

F, C, M, S, N = Standing.FORMAL, Standing.CONCERN, Standing.MIXED, Standing.STRENGTH, Standing.NOT_MENTIONED


@pytest.mark.parametrize(
    ("standings", "expected"),
    [
        ((F, F, F), Movement.NEVER_FIXED),
        ((N, F, F), Movement.NEVER_FIXED),
        ((F, M, F), Movement.CAME_BACK),
        ((C, S, F), Movement.CAME_BACK),
        ((M, S, F), Movement.FELL_BACK),
        ((S, S, C), Movement.FELL_BACK),
        ((F, C, C), Movement.STILL_A_CONCERN),
        ((S, F, F), Movement.STILL_A_CONCERN),
        ((M, M, F), Movement.WORSENED),
        ((N, M, C), Movement.WORSENED),
        ((N, N, C), Movement.NEW),
        ((N, N, S), Movement.NEW),
        ((F, S, M), Movement.SLIPPED),
        ((S, M, M), Movement.MIXED),
        ((F, F, M), Movement.MIXED_NOW),
        ((F, S, N), Movement.NOT_RAISED_NOW),
        ((), Movement.NOT_RAISED_NOW),
        ((F, M, S), Movement.IMPROVED),
        ((M, S, S), Movement.IMPROVED_AND_HELD),
        ((S, S, S), Movement.STRENGTH_THROUGHOUT),
        ((N, S, S), Movement.STRENGTH_THROUGHOUT),
    ],
)
def test_the_word_follows_from_how_the_issue_stood(standings: tuple[Standing, ...], expected: Movement) -> None:
    assert movement(standings) is expected


def test_how_often_issues_were_formal_and_mentioned_agrees_with_the_reference(shared_folder: Path) -> None:
    from datetime import date

    from generator.records.assemble import read_council
    from generator.release.analyse.threads import stories

    root = Path(__file__).parents[3]
    records, _ = read_council(root, date(2026, 11, 22))
    assert records
    with (shared_folder / "reference/bedford/threads.csv").open(newline="", encoding="utf-8") as opened:
        expected = {
            row["theme"].replace("_", "-"): (int(row["times_formal"]), int(row["times_mentioned"])) for row in csv.DictReader(opened)
        }
    found = {
        story.thread.id: (story.times_formal, sum(mention.standing is not Standing.NOT_MENTIONED for mention in story.mentions))
        for story in stories(records.content)
    }
    assert found == expected

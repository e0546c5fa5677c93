"""How issues move from inspection to inspection."""

import csv
from pathlib import Path

import pytest

from generator.model import Thread, ThreadNote
from generator.release.analyse.threads import Standing, movement, stories
from generator.vocabulary import Movement
from tests.release.making import area, content, finding, inspection

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


def test_each_mention_has_the_note_of_its_own_issue_and_inspection() -> None:
    years = ("2017", "2021", "2025")
    whole = content(
        inspections=tuple(inspection(id=year, published=f"{year}-06-20", inspected=None, items=[]) for year in years),
        findings={year: (finding(1, threads=("visits", "homes")),) for year in years},
        threads=(Thread(id="visits", title="Visits"), Thread(id="homes", title="Homes")),
        thread_notes=tuple(
            ThreadNote(thread=thread, inspection=year, words=f"{thread} in {year}", checked_by="editor")
            for thread, year in (("homes", "2021"), ("visits", "2025"), ("visits", "2021"), ("homes", "2025"))
        ),
    )
    told = {story.thread.id: [mention.note.words if mention.note else "" for mention in story.mentions] for story in stories(whole)}
    assert told == {"visits": ["", "visits in 2021", "visits in 2025"], "homes": ["", "homes in 2021", "homes in 2025"]}


def test_the_latest_mention_is_of_the_last_inspection_and_formal_ones_are_counted() -> None:
    years = ("2015", "2017", "2021", "2025")
    formal = {"2015": [area("a")], "2017": [], "2021": [area("b", threads=["other"])], "2025": [area("c")]}
    whole = content(
        inspections=tuple(inspection(id=year, published=f"{year}-06-20", inspected=None, items=formal[year]) for year in years),
        findings={"2015": (finding(1),), "2017": (finding(1, "strength"),), "2021": (finding(1, threads=("other",)),), "2025": (finding(1, "mixed"),)},
        threads=(Thread(id="visits", title="Visits"),),
    )
    (story,) = stories(whole)
    assert [mention.standing for mention in story.mentions] == [F, S, N, F]
    assert story.latest.inspection.id == "2025"
    assert story.times_formal == 2


@pytest.mark.parametrize(
    ("tones", "standing"),
    [
        (("concern",), C), (("concern", "mixed"), C), (("concern", "strength"), M), (("mixed",), M),
        (("strength",), S), (("strength", "strength", "mixed"), S), (("strength", "mixed"), M), (("strength", "strength", "concern"), M),
    ],
)  # fmt: skip
def test_how_an_issue_stood_follows_from_its_findings(tones: tuple[str, ...], standing: Standing) -> None:
    whole = content(
        inspections=(inspection(items=[]),), threads=(Thread(id="visits", title="Visits"),),
        findings={"2025-ilacs": tuple(finding(at, tone) for at, tone in enumerate(tones, start=1))},
    )  # fmt: skip
    assert stories(whole)[0].latest.standing is standing

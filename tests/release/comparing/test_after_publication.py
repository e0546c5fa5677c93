"""A figure that changes after it was published is a correction or a revision, and the reviewer is told when nothing says so."""

import json
from pathlib import Path

import pytest

from generator.release.comparing.differences import Differences, Reason
from generator.release.comparing.telling import as_json, as_markdown, as_text
from tests.release.comparing.test_comparing import LOCAL, OCTOBER, compared

CORRECTED = "in data/corrections.csv\n+ october-recounted,2026-11-20,October's interviews were counted without the late ones.,interviews-local,RETURNS\n"
ABOUT_ANOTHER = CORRECTED.replace("interviews-local", "return-interviews")
NATIONAL = "in data/observations/imported/national.csv\n"


def october(value: str, symbol: str = "", status: str = "") -> str:
    return f"{LOCAL}- {OCTOBER}\n+ {OCTOBER.replace(',14,,,,,', f',{value},,,{symbol},{status},')}\n"


def reasons(found: Differences) -> list[Reason | None]:
    return [one.reason for one in found.figures]


def told(found: Differences) -> str:
    return as_markdown(found).partition("### Pages")[0]


def test_a_changed_figure_without_a_correction_is_told_before_all_else(tmp_path: Path) -> None:
    found = compared(tmp_path, "", october("15"))
    assert reasons(found) == [Reason.UNEXPLAINED]
    summary = told(found)
    assert summary.splitlines()[4] == (
        "**One figure that was published before has another value or is gone, and no new row of `data/corrections.csv` says why.** "
        "If it was wrong, add a row there. If its publisher has revised it, give it the status `revised`."
    )
    assert "| Return interviews held each month | Exampleshire, October 2026 | 14 | 15 | no correction is recorded |" in summary
    assert "not explained: interviews-local/E06000999/2026-10/all was published before, and no new row of data/corrections.csv is about it\n" in as_text(found)


def test_a_new_correction_explains_it_in_its_own_words(tmp_path: Path) -> None:
    found = compared(tmp_path, "", october("15") + CORRECTED)
    assert reasons(found) == [Reason.CORRECTED]
    summary = told(found)
    assert "corrections.csv" not in summary
    assert "| 14 | 15 | corrected: October's interviews were counted without the late ones. |" in summary
    assert "not explained" not in as_text(found)


def test_a_correction_of_another_figure_or_from_before_explains_nothing(tmp_path: Path) -> None:
    assert reasons(compared(tmp_path / "a", "", october("15") + ABOUT_ANOTHER)) == [Reason.UNEXPLAINED]
    assert reasons(compared(tmp_path / "b", CORRECTED, october("15") + CORRECTED)) == [Reason.UNEXPLAINED]


@pytest.mark.parametrize(
    ("old", "new"),
    [(october("14"), october("15", status="revised")), (october("14", status="provisional"), october("15", status="final")), (october("14", status="provisional"), october("15"))],
)
def test_a_revision_is_called_one(tmp_path: Path, old: str, new: str) -> None:
    found = compared(tmp_path, old, new)
    assert reasons(found) == [Reason.REVISED]
    assert " | revised by its publisher |" in told(found)
    assert "corrections.csv" not in told(found)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (f"{LOCAL}- {OCTOBER}\n", "", "new"),
        (october("", "x"), "", "not known before"),
        ("", october("", "c"), "hidden now"),
        ("", october("14", status="final"), "only its status"),
    ],
)
def test_what_no_reader_saw_change_needs_no_correction(tmp_path: Path, old: str, new: str, why: str) -> None:
    found = compared(tmp_path, old, new)
    assert reasons(found) == [None]
    assert f" | {why} |" in told(found)
    assert "corrections.csv" not in told(found)


def test_a_figure_that_is_gone_or_has_no_number_any_more_needs_one(tmp_path: Path) -> None:
    assert reasons(compared(tmp_path / "a", "", f"{LOCAL}- {OCTOBER}\n")) == [Reason.UNEXPLAINED]
    assert reasons(compared(tmp_path / "b", "", october("", "x"))) == [Reason.UNEXPLAINED]


def test_figures_of_other_areas_are_counted(tmp_path: Path) -> None:
    row = "return-interviews,E92000001,2024-25,all,71,,,,final,STATS,"
    change = f"{NATIONAL}- {row}\n+ {row.replace(',71,', ',72,')}\n"
    found = compared(tmp_path, "", change)
    assert reasons(found) == [Reason.UNEXPLAINED]
    assert "* Return interviews offered in time: one figure changed, and no correction is recorded of one figure\n" in told(found)


def test_a_figure_given_once_is_explained_by_a_correction_that_names_no_indicator(tmp_path: Path) -> None:
    row = (Path("tests/councils/minimal/data/reported.csv").read_text(encoding="utf-8")).splitlines()[1]
    change = f"in data/reported.csv\n- {row}\n+ {row.removesuffix(',1')},2\n"
    assert reasons(compared(tmp_path / "a", "", change)) == [Reason.UNEXPLAINED]
    assert reasons(compared(tmp_path / "b", "", change + CORRECTED.replace("interviews-local", ""))) == [Reason.CORRECTED]


def test_programs_are_told_which_and_by_what_words(tmp_path: Path) -> None:
    document = json.loads(as_json(compared(tmp_path / "a", "", october("15") + CORRECTED)))
    assert [one["reason"] for one in document["figures"]] == ["corrected"]
    assert document["corrections"] == [{"id": "october-recounted", "indicator": "interviews-local", "what": "October's interviews were counted without the late ones."}]
    document = json.loads(as_json(compared(tmp_path / "b", "", october("15"))))
    assert ([one["reason"] for one in document["figures"]], document["corrections"]) == (["unexplained"], [])

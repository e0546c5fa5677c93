"""Ofsted's list of inspections, read strictly, as inspections of a council's folder."""

from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from generator.model import Inspection
from generator.problems import Refused
from generator.starting.history import identified, inspection_files, read_history, source_rows, timeline_rows
from generator.vocabulary import Grade, JudgementHeading
from tests.starting.made_statistics import LIST, OLD_CODE


def listed(folder: Path, text: str = LIST) -> Path:
    path = folder / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_inspections_are_given_oldest_first_and_by_the_code_of_today(tmp_path: Path) -> None:
    history = read_history(listed(tmp_path))
    assert [one.published for one in history[OLD_CODE]] == [date(2019, 7, 1), date(2024, 7, 23)]
    assert len(history) == 2


def test_one_grade_for_children_in_care_and_care_leavers_together_is_not_given_to_either_alone(tmp_path: Path) -> None:
    earlier, later = read_history(listed(tmp_path))[OLD_CODE]
    assert dict(earlier.judgements) == {
        JudgementHeading.OVERALL: Grade.REQUIRES_IMPROVEMENT,
        JudgementHeading.LEADERS: Grade.GOOD,
        JudgementHeading.HELP_PROTECTION: Grade.INADEQUATE,
        JudgementHeading.IN_CARE_AND_CARE_LEAVERS: Grade.GOOD,
    }
    assert dict(later.judgements)[JudgementHeading.IN_CARE] is Grade.OUTSTANDING
    assert dict(later.judgements)[JudgementHeading.CARE_LEAVERS] is Grade.GOOD


def test_a_written_inspection_is_one_that_the_site_reads(tmp_path: Path) -> None:
    history = read_history(listed(tmp_path))[OLD_CODE]
    files = inspection_files("Northford", history)
    assert list(files) == ["2019-ilacs", "2024-ilacs"]
    read = Inspection.model_validate(YAML(typ="safe").load(files["2019-ilacs"]))
    assert read.summary == "Ofsted judged services for children in Northford to require improvement to be good overall."
    assert (read.inspected, read.published, read.source) == ("2019-05-13", "2019-07-01", "OFSTED-2019-ilacs")
    assert read.items == ()


def test_every_inspection_has_a_source_and_a_point_on_the_timeline(tmp_path: Path) -> None:
    history = read_history(listed(tmp_path))[OLD_CODE]
    sources = source_rows(history, "a" * 64, date(2026, 11, 22))
    assert [(row["id"], row["published"], row["sha256"]) for row in sources] == [
        ("OFSTED-2019-ilacs", "2019-07-01", "a" * 64),
        ("OFSTED-2024-ilacs", "2024-07-23", "a" * 64),
    ]
    assert [row["source"] for row in timeline_rows("Northford", history)] == [row["id"] for row in sources]


def test_two_inspections_of_one_year_keep_apart(tmp_path: Path) -> None:
    twice = LIST + LIST.splitlines()[1].replace("2024-07-23", "2024-12-01") + "\n"
    found = identified(read_history(listed(tmp_path, twice))[OLD_CODE])
    assert [name for name, _ in found] == ["2019-ilacs", "2024-ilacs", "2024-ilacs-2"]


@pytest.mark.parametrize(
    ("old", "new", "place", "found"),
    [
        ("ILACS Short Inspection", "Visit", "list.csv, row 2, column inspection_type", "The kind of inspection is not known."),
        ("Outstanding", "Superb", "list.csv, row 2, column in_care_or_in_care_and_leavers", "The grade is not one of Ofsted's four."),
        ("Requires improvement to be good", "", "list.csv, row 3, column overall", "The grade is not one of Ofsted's four."),
        ("2024-07-23", "23/07/2024", "list.csv, row 2, column publication_date", "The day is not written as 2025-01-31."),
        ("care_leavers\n", "leavers\n", "list.csv", "It has no column care_leavers."),
    ],
)  # fmt: skip
def test_a_list_that_is_not_understood_is_refused_whole(tmp_path: Path, old: str, new: str, place: str, found: str) -> None:
    assert old in LIST
    with pytest.raises(Refused) as refused:
        read_history(listed(tmp_path, LIST.replace(old, new, 1)))
    (problem,) = refused.value.problems
    assert (str(problem.place), problem.found) == (place, found)


@pytest.mark.parametrize(("content", "found"), [(b"\xff\xfe\x00", "as text"), (b'"open', "not a CSV file"), (b"", "no column")])
def test_a_file_that_is_no_list_is_refused(tmp_path: Path, content: bytes, found: str) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        read_history(path)
    assert found in refused.value.problems[0].found


def test_the_real_list_gives_every_inspection_with_its_grades(shared_folder: Path) -> None:
    history = read_history(shared_folder / "reference/ofsted/ilacs_history_2018_2025.csv")
    assert sum(len(of_council) for of_council in history.values()) == 271
    assert sum(len(one.judgements) for of_council in history.values() for one in of_council) == 484 + 117 + 238 + 348

"""The invented council of tests/councils/minimal reads without a problem, and into the right types."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from generator.periods import Period
from generator.problems import Place
from generator.records.assemble import read_council
from generator.records.observation import Records
from generator.vocabulary import PeriodKind, RevisionStatus, Symbol
from tests.councils.making import AS_AT, MINIMAL, checked, made_council


def good_records(folder: Path = MINIMAL) -> Records:
    """The records of a council in which nothing is wrong."""
    records, problems = checked(folder)
    assert problems == ()
    assert records is not None
    return records


def test_nothing_is_wrong_with_it() -> None:
    records = good_records()
    assert len(records.observations) == 10
    assert len(records.everywhere) == 3
    assert [page.path for page in records.pages[-2:]] == ["fostering/index.md", "help/index.md"]


def test_an_observation_remembers_its_place_and_has_typed_parts() -> None:
    first = next(one for one in good_records().observations if one.indicator == "return-interviews")
    assert first.place == Place("data/observations/imported/national.csv", 2)
    assert (first.value, first.numerator, first.denominator) == (Decimal(62), Decimal(62), Decimal(100))
    assert first.period == Period(date(2024, 3, 31), date(2023, 4, 1), PeriodKind.FINANCIAL_YEAR, "2023-24")
    assert (first.status, first.symbol, first.breakdown) == (RevisionStatus.FINAL, None, "all")


def test_a_hidden_observation_has_its_symbol() -> None:
    hidden = [one for one in good_records().observations if one.symbol]
    assert [one.symbol for one in hidden] == [Symbol.CONFIDENTIAL, Symbol.CONFIDENTIAL]
    assert all(one.value is None for one in hidden)


def test_no_repr_shows_a_number_of_a_record() -> None:
    records = good_records()
    for one in (records, *records.observations, *records.reported):
        assert "Decimal" not in repr(one)
        assert "value=" not in repr(one)
        assert "Symbol" not in repr(one)


def test_inspections_stand_oldest_first_and_findings_by_paragraph() -> None:
    content = good_records().content
    assert [one.id for one in content.inspections] == ["2021-ilacs", "2025-ilacs"]
    assert [one.paragraph for one in content.findings["2025-ilacs"]] == [1, 2, 3]


def test_a_yaml_part_is_found_at_its_own_line() -> None:
    latest = good_records().register.inspections[-1]
    lines = (MINIMAL / "data/inspections/2025-ilacs.yml").read_text(encoding="utf-8").splitlines()
    place = latest.at("items", 1, "slug")
    assert place.row is not None
    assert lines[place.row - 1] == "    slug: enough-homes"


def test_quotation_marks_in_cells_are_text() -> None:
    assert 'Counted again, "late" ones left out' in {one.note for one in good_records().observations}


def test_a_page_keeps_its_markdown_and_the_line_on_which_it_starts(tmp_path: Path) -> None:
    page = good_records(made_council(tmp_path / "council")).pages[-1]
    assert page.body.startswith("If a child is in danger now, call 999.\n")
    assert page.place == Place("site_src/help/index.md", 9)
    assert page.front.review_by == date(2027, 11, 1)


def test_reading_alone_does_not_check(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council", "in data/threads.csv\n+ homes,Homes,no")
    assert read_council(folder)[1] == ()
    assert [problem.code for problem in read_council(folder, AS_AT)[1]] == ["duplicate-id"]


def test_fingerprints_are_kept_of_every_file_that_was_read() -> None:
    names = {str(path.relative_to(MINIMAL)) for path in MINIMAL.rglob("*") if path.is_file()}
    assert set(good_records().fingerprints) == names

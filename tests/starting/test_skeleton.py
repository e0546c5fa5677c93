"""The folder that every council starts with: whole, consistent, and without a word about any council."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from generator.importers.mapping import read_indicators, read_mapping
from generator.product import product_folder
from generator.records.assemble import read_council
from generator.starting.skeleton import NewCouncil, only_entries, write_skeleton

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def standard(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("standard")
    write_skeleton(folder, NewCouncil("Exampleshire County Council", "Exampleshire"), TODAY)
    return folder


def test_a_new_folder_has_no_error_and_no_warning(standard: Path) -> None:
    _, problems = read_council(standard, TODAY)
    assert [str(problem.severity) for problem in problems] == ["notice"] * len(problems)
    assert [problem.found for problem in problems if problem.code == "no-observations"] == ["No indicator has a value yet."]


def test_every_measure_that_would_be_imported_is_a_standard_indicator_and_the_other_way_round(standard: Path) -> None:
    mapping = read_mapping(standard)
    assert mapping.lait is not None
    published = {name for file in mapping.ees for name in file.published}
    assert {*mapping.lait.indicators, *published} == set(read_indicators(standard))
    confirmed = {name for file in mapping.ees for name in file.confirms}
    assert confirmed <= set(mapping.lait.indicators)


def test_standard_indicators_bear_on_no_council_s_areas_and_promise_no_date(standard: Path) -> None:
    for indicator in read_indicators(standard).values():
        assert (indicator.areas, indicator.conflicts, indicator.next_due, indicator.local) == ((), (), None, False)
        assert indicator.published_elsewhere


def test_the_templates_name_no_council_of_england(shared_folder: Path) -> None:
    """Nor any code of one; "Bath", "York" and the like are words, so whole words are looked for."""
    with (shared_folder / "reference/ofsted/ilacs_history_2018_2025.csv").open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    known = {row["la"] for row in rows} | {row["ons_code"] for row in rows}
    pattern = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(known - {"Reading"})))
    for folder in ("council", "national"):
        for path in sorted((product_folder() / "templates" / folder).rglob("*.j2")):
            assert pattern.findall(path.read_text(encoding="utf-8")) == [], path


def test_names_are_quoted_so_that_no_sign_in_them_has_a_meaning(tmp_path: Path) -> None:
    write_skeleton(tmp_path, NewCouncil('St: "Ness" #1 - & *one*', "Ness: one"), TODAY)
    records, _ = read_council(tmp_path, TODAY)
    assert records is not None
    assert records.content.council.name == 'St: "Ness" #1 - & *one*'


ENTRIES = """# Head.
- id: one
  title: One
  differs_from: [two, three]

- id: two
  differs_from: [one]

- id: three
  title: Three
"""


def test_entries_are_kept_as_they_are_written_and_differ_only_from_those_that_are_kept() -> None:
    assert only_entries(ENTRIES, {"one", "three"}) == (
        "# Head.\n- id: one\n  title: One\n  differs_from: [three]\n\n- id: three\n  title: Three\n"
    )
    assert only_entries(ENTRIES, {"two"}) == "# Head.\n- id: two\n"
    assert only_entries(ENTRIES, set()) == "# Head.\n[]\n"

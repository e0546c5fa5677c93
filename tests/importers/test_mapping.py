"""The officer's mapping: well formed, or refused with the place of the fault."""

from pathlib import Path

import pytest

from generator.importers.mapping import read_indicators, read_mapping
from generator.problems import Refused

REPOSITORY = Path(__file__).resolve().parents[2]


def told(tmp_path: Path, text: str | None) -> list[tuple[str, str]]:
    """Read a mapping that must be refused, and give codes and findings."""
    (tmp_path / "data").mkdir()
    if text is not None:
        (tmp_path / "data/imports.yml").write_text(text, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_mapping(tmp_path)
    return [(problem.code, problem.found) for problem in refused.value.problems]


def test_a_missing_mapping_is_told(tmp_path: Path) -> None:
    """With the name of the file."""
    assert told(tmp_path, None) == [("import-mapping", "The file cannot be read.")]


def test_an_unknown_key_is_told_with_its_place(tmp_path: Path) -> None:
    """A misspelt key must not pass in silence."""
    text = (
        "lait: {bulk: {source: A, title: B}, neighbours: {source: C, title: D}, indicators: {x: {measur: M}}}"
    )
    assert told(tmp_path, text) == [
        ("import-mapping", "At lait > indicators > x > measur: this key is not known."),
        ("import-mapping", "At lait > indicators > x > measure: this is missing or not of the right form."),
    ]


@pytest.mark.parametrize("day", ["13-01", "3-31", "31 March", "02-32"])
def test_a_day_is_a_month_and_a_day(tmp_path: Path, day: str) -> None:
    """As 03-31."""
    text = f"ees: [{{source: A, title: B, file: c.csv, reporting_year: {day}}}]"
    assert told(tmp_path, text) == [
        ("import-mapping", "At ees > 0 > reporting_year: this is missing or not of the right form.")
    ]


def test_a_mapping_too_large_to_be_one_is_not_read(tmp_path: Path) -> None:
    """Its size is looked at first."""
    assert told(tmp_path, "#" * 2_000_001)[0][1] == "The file is far larger than such a file can be."


def test_an_alias_is_refused(tmp_path: Path) -> None:
    """A few lines of aliases can unfold to millions."""
    assert told(tmp_path, "lait: &a {}\nees: *a\n")[0][0] == "yaml-alias"


def test_the_mapping_in_this_repository_names_only_indicators_that_exist() -> None:
    """Every measure of it belongs to an indicator, and each source is described."""
    mapping, indicators = read_mapping(REPOSITORY), read_indicators(REPOSITORY)
    assert mapping.lait is not None
    ees = [name for file in mapping.ees for name in (*file.published, *file.confirms)]
    assert {*mapping.lait.indicators, *ees} <= indicators.keys()

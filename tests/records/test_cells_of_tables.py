"""Cells of declared tables: ids, addresses, dates and lists are read strictly, with a fix, and never repeated."""

from pathlib import Path

import pytest

from generator.problems import as_text
from tests.councils.making import checked, made_council, problems_after

ROW = "{id},{corrected},The value was wrong.,interviews-local,RETURNS"
SOURCE = "{id},Title,Publisher,{url},{published},primary,,2026-11-01,,"


def codes_of_source(folder: Path, **cells: str) -> list[str]:
    """Codes after adding a source; that nothing uses it is left out."""
    row = SOURCE.format(**{"id": "extra", "url": "", "published": "", **cells})
    found = problems_after(folder, f"in data/sources.csv\n+ {row}")
    assert not any(cell and cell in as_text(found) for cell in cells.values() if len(cell) > 8)
    return [problem.code for problem in found if problem.code != "unused-source"]


@pytest.mark.parametrize(
    "identifier",
    [
        "../../etc/passwd", "/abs", "..", ".", "a/b", "a\\b", "a b", "a_b", "a--b", "-a", "a-", "a.b", "x" * 300,
        "сaseload", "café", "a%2fb", "ａ", "\u212a", "a'b", '"a""b"', "a;b", "<b>", "{{x}}", "=1+1",
    ],
)  # fmt: skip
def test_ids_that_cannot_be_names_of_files_are_refused(identifier: str, tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", id=identifier) == ["bad-id"]


@pytest.mark.parametrize("identifier", ["index", "search", "404", "assets", "INDEX", "con", "NUL", "Aux"])
def test_reserved_ids_are_refused(identifier: str, tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", id=identifier) == ["reserved-id"]


def test_an_empty_id_is_refused(tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", id="") == ["missing-value"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "JavaScript:alert(1)", "&#106;avascript:alert(1)", "data:text/html;base64", "vbscript:x",
        "//evil.example/x", "https:evil", "https:/evil", "https://", "ftp://example.org", "file:///etc/passwd",
        "https://user@example.org", "https://bank.example.org@evil.example", "https://example.org:port/", "https://exam ple.org",
        "https://xn--80ak6aa92e.com", "https://ехample.org", "https://example.org/<b>", "https://example.org/\\x",
        "https://localhost", "https://-a.example", "https://example.org/`x`", "mailto:a@b.example", "www.example.org",
    ],
)  # fmt: skip
def test_unsafe_addresses_are_refused(url: str, tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", url=url) == ["bad-web-address"]


@pytest.mark.parametrize(
    "url",
    ["https://example.org", "http://example.org/a?b=c&d=e#f", "https://a-b.example.co.uk:8443/x_y~z/(1)"],
)
def test_ordinary_addresses_are_accepted(url: str, tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", url=url) == []


@pytest.mark.parametrize(
    "published",
    [
        "14/07/2025",
        "2025-13",
        "2025-02-30",
        "July 2025",
        "25",
        "20221",
        "2025-7-1",
        "2025-07-18/2025-07-14",
        "٢٠٢٥",
    ],
)
def test_dates_in_other_forms_are_refused(published: str, tmp_path: Path) -> None:
    assert codes_of_source(tmp_path / "council", published=published) == ["bad-date"]


@pytest.mark.parametrize(
    "day", ["1762732800", "2026-11-10T00:00:00", "10 November 2026", "2026-11-31", "today"]
)
def test_days_in_other_forms_are_refused(day: str, tmp_path: Path) -> None:
    row = ROW.format(id="second", corrected=day)
    assert [
        problem.code for problem in problems_after(tmp_path / "council", f"in data/corrections.csv\n+ {row}")
    ] == ["bad-date"]


def test_lists_are_split_at_semicolons_and_spaces_around_do_not_count(tmp_path: Path) -> None:
    change = (
        "in data/inspections/2025-ilacs.findings.csv\n"
        "- 3,overall,strength,homes;missing,Workers knew the children well.,editor\n"
        "+ 3,overall,strength, homes ; missing ;,Workers knew the children well.,editor"
    )
    records, problems = checked(made_council(tmp_path / "council", change))
    assert problems == ()
    assert records is not None
    assert records.content.findings["2025-ilacs"][2].threads == ("homes", "missing")


def test_an_empty_cell_takes_the_default(tmp_path: Path) -> None:
    records, _ = checked(made_council(tmp_path / "council", "in data/threads.csv\n+ extra,Extra,"))
    assert records is not None
    assert records.content.threads[2].tracked is True


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("N/A", "not-a-number"),
        ("", "no-value"),
        ("175", "out-of-range"),
        ("c", None),
        ("48", None),
        ("-1", "out-of-range"),
    ],
)
def test_a_reported_figure_has_a_number_or_a_symbol_in_one_cell(
    value: str, code: str | None, tmp_path: Path
) -> None:
    row = f"interviewed,Interviewed,percent,0,children,2025,,,,,,yes,NEWS,,,{value}"
    found = [
        (problem.code, problem.place.column)
        for problem in problems_after(tmp_path / "council", f"in data/reported.csv\n+ {row}")
    ]
    assert found == ([(code, "value")] if code else [])

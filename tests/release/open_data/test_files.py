"""The files themselves: the same bytes each time, safe in a spreadsheet and in a page, complete."""

import csv
import io
import json
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given as for_all
from hypothesis import strategies

from generator.release.open_data.archive import zipped
from generator.release.open_data.diary import appointments, calendar, whole_days
from generator.release.open_data.embedding import NoHead, embed
from generator.release.open_data.terms import attribution, citation
from generator.release.open_data.writing import cell_text, csv_text, json_text, number
from generator.release.pages.open_data import open_data_pages
from tests.councils.making import AS_AT
from tests.release.making import analysed, content, council, publication
from tests.release.open_data.conftest import FORMULA, Given, given_away

PLANNED = """in data/timeline.csv
+ visit,2027-02-03/2027-02-05,"Inspectors, perhaps; a visit",inspection,planned,no,NEWS,,
+ over,2026-01-01,This was planned and its day has passed,inspection,planned,no,NEWS,,
"""


def test_the_same_folder_gives_the_same_bytes(given: Given, tmp_path: Path) -> None:
    assert dict(given.files) == dict(given_away(tmp_path, FORMULA).files)


def test_the_zip_bears_no_trace_of_when_or_where_it_was_made() -> None:
    made = zipped({"b.csv": b"2", "a.csv": b"1"})
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [(one.filename, one.date_time, one.create_system) for one in archive.infolist()] == [
            ("a.csv", (1980, 1, 1, 0, 0, 0), 3),
            ("b.csv", (1980, 1, 1, 0, 0, 0), 3),
        ]
    assert made == zipped({"a.csv": b"1", "b.csv": b"2"})


def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe_in_csv_and_none_in_json(given: Given) -> None:
    row = next(row for row in csv.DictReader(io.StringIO(given.text("data/timeline.csv"))) if row["id"] == "formula")
    assert row["title"] == "'=HYPERLINK(\"http://example.org\")"
    told = next(one for one in json.loads(given.text("data/api/v1/timeline.json"))["timeline"] if one["id"] == "formula")
    assert told["title"] == '=HYPERLINK("http://example.org")'


def test_no_json_file_can_end_a_script_or_open_an_element(given: Given) -> None:
    for address, told in given.files.items():
        if address.endswith((".json", ".jsonld")) and "/schemas/" not in address:
            assert b"<" not in told, address
            json.loads(told)


@for_all(strategies.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3))
def test_a_number_keeps_its_sign_and_its_size_in_every_form(value: Decimal) -> None:
    assert Decimal(cell_text(value)) == value
    assert number(value) == float(value)


@for_all(strategies.lists(strategies.text(strategies.characters(exclude_categories=("Cs", "Cc"))), min_size=1, max_size=4))
def test_no_cell_of_words_starts_as_a_formula(cells: list[str]) -> None:
    (row,) = csv.reader(io.StringIO(csv_text(["x"] * len(cells), [cells]).split("\n", 1)[1], newline=""))
    for before, after in zip(cells, row, strict=True):
        assert not after.startswith(("=", "+", "-", "@"))
        assert after.removeprefix("'") == before.removeprefix("'")


def test_a_figure_of_the_api_is_a_number_or_a_symbol_never_both(given: Given) -> None:
    figures = json.loads(given.text("data/api/v1/figures/interviews-local.json"))["figures"]
    assert [(one["key"], one["value"], one["symbol"]) for one in figures] == [
        ("interviews-local/E06000999/2026-08/all", 12, None),
        ("interviews-local/E06000999/2026-09/all", None, "c"),
        ("interviews-local/E06000999/2026-10/all", 14, None),
    ]


def test_the_api_lists_only_files_that_are_there_and_its_page_names_them_all(given: Given) -> None:
    index = json.loads(given.text("data/api/v1/index.json"))
    base = index["site"]
    addresses = [*index["files"].values(), *index["indicators"].values()]
    addresses += [table[form] for table in index["tables"] for form in ("csv", "json") if form in table]
    assert [address for address in addresses if address.removeprefix(base) not in given.files] == []
    named = {address for address in given.files if address.startswith("data/api/")}
    assert named == {address.removeprefix(base) for address in addresses if "/api/" in address}
    assert (index["figures_updated"], index["next_due"]) == ("2026-10-31", "2026-12-15")


def test_the_calendar_holds_what_is_to_come_and_nothing_whose_day_is_unknown(tmp_path: Path) -> None:
    given = given_away(tmp_path, PLANNED)
    text = calendar(given.publication, AS_AT)
    assert [(one.first, one.last, one.title) for one in appointments(given.publication, AS_AT)] == [
        (date(2026, 12, 15), date(2026, 12, 15), "New figures expected: Department for Education (one figure)"),
        (date(2027, 2, 3), date(2027, 2, 5), "Inspectors, perhaps; a visit"),
    ]
    assert "DTSTART;VALUE=DATE:20270203\r\nDTEND;VALUE=DATE:20270206\r\nSUMMARY:Inspectors\\, perhaps\\; a visit\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_an_appointment_keeps_its_identity_when_its_day_moves(tmp_path: Path) -> None:
    before = given_away(tmp_path / "before", PLANNED)
    after = given_away(tmp_path / "after", PLANNED.replace("2027-02-03/2027-02-05", "2027-03-01"))
    ids = [[one.id for one in appointments(given.publication, AS_AT) if "perhaps" in one.title] for given in (before, after)]
    assert ids[0] == ids[1]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2027-02-03", (date(2027, 2, 3), date(2027, 2, 3))),
        ("2027-02", (date(2027, 2, 1), date(2027, 2, 28))),
        ("2027-02-03/2027-03", (date(2027, 2, 3), date(2027, 3, 31))),
        ("2027", None),
        ("2026-12/2027", None),
    ],
)
def test_only_days_and_months_have_a_place_in_a_calendar(when: str, days: tuple[date, date] | None) -> None:
    assert whole_days(when) == days


def test_the_licence_s_line_and_the_citation_are_ready_to_copy(given: Given) -> None:
    assert attribution(given.publication) == (
        "Contains public sector information from Department for Education and Exampleshire Council, "
        "licensed under the Open Government Licence v3.0."
    )
    indicator = given.publication.content.indicators[0]
    assert citation(given.publication, indicator) == (
        "Exampleshire Council (2025). Return interviews offered in time: Exampleshire. Children's services in Exampleshire. "
        "https://children.exampleshire.example/figures/return-interviews/. Source: Department for Education."
    )


def test_a_description_for_machines_stands_in_the_head(tmp_path: Path) -> None:
    page = tmp_path / "data/index.html"
    page.parent.mkdir()
    page.write_text("<html><head><title>x</title></head><body></body></html>")
    embed(tmp_path, {"data/": json_text({"a": "</script>"}, compact=True).strip()}, {"data/": '<meta name="a" content="b">'})
    assert '<meta name="a" content="b"><script type="application/ld+json">{"a":"\\u003c/script>"}</script>\n</head>' in page.read_text()


def test_a_page_without_a_head_or_a_text_that_opens_an_element_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<p>no head</p>")
    with pytest.raises(NoHead, match=r"index\.html cannot carry its description for machines"):
        embed(tmp_path, {"": "{}"}, {})
    (tmp_path / "index.html").write_text("<head></head>")
    with pytest.raises(NoHead):
        embed(tmp_path, {"": '{"a": "</script>"}'}, {})


def test_the_pages_about_the_data_say_when_it_changed_and_when_it_will(given: Given) -> None:
    data, api, updates = open_data_pages(given.publication, given.analysis)
    assert (data.address, api.address, updates.address) == ("data/", "data/api/", "updates/")
    assert data.context["fresh"].words == "Figures last updated 31 October 2026. Next figures due by 15 December 2026."
    assert [month.title for month in updates.context["months"]] == ["November 2026", "October 2026", "November 2025", "June 2025", "May 2025"]


@pytest.mark.parametrize(
    ("repository", "snapshots"),
    [
        ("https://github.com/exampleshire/services", "https://github.com/exampleshire/services/releases"),
        ("https://github.com/exampleshire/services/", "https://github.com/exampleshire/services/releases"),
        ("https://git.example.org/services", ""),
        (None, ""),
    ],
)
def test_dated_snapshots_are_linked_where_the_workflow_makes_them(repository: str | None, snapshots: str) -> None:
    site = {"title": "T", "strapline": "S", "url": "https://example.org/", "repository_url": repository}
    whole = publication(content(council=council(site=site)))
    data, *_ = open_data_pages(whole, analysed(whole)[0])
    assert data.context["snapshots"] == snapshots

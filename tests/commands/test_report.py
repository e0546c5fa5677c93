"""`transparency check --format html`: one page to print, which can hold nothing but words."""

from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.cli import main
from generator.commands.report import as_html
from generator.problems import Place, Problem, Severity
from tests.councils.making import apply_change, made_council

DAY = date(2026, 11, 22)
SMALL = "in data/observations/local.csv\n+ interviews-local,E06000999,2026-08,all,3,,,,,RETURNS,\n"
HOSTILE = "<script>alert(1)</script>\"'&"
ALLOWED = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "ol", "li", "span", "div", "p"}


class Reader(HTMLParser):
    """Collects elements, attributes and words."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def printed(capsys: pytest.CaptureFixture[str], folder: Path, *options: str) -> tuple[int, str]:
    code = main(["check", str(folder), "--as-at", DAY.isoformat(), "--format", "html", *options])
    return code, capsys.readouterr().out


def test_every_problem_stands_on_the_page_with_its_place_its_meaning_and_its_remedy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    council = made_council(tmp_path, "in data/threads.csv\n+ homes,Homes,no\n")
    code, page = printed(capsys, council)
    assert code == 1
    text = " ".join(Reader(page).words)
    assert "Checked as at 22 November 2026." in text
    assert "data/threads.csv" in text
    assert "Error: nothing is published until it is mended" in text
    assert page.count('<span class="box">') == page.count("<li>") >= 1


def test_nothing_wrong_is_said_on_a_page_as_well(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, page = printed(capsys, made_council(tmp_path))
    assert code == 0
    assert "No errors, no warnings and no notices." in page
    assert "<li>" not in page


def test_a_small_count_is_named_by_its_row_and_never_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    council = made_council(tmp_path)
    apply_change(council, SMALL)
    row = len((council / "data/observations/local.csv").read_text(encoding="utf-8").splitlines())
    first = printed(capsys, council)
    apply_change(council, SMALL.replace("all,3,", "all,4,").replace("+ ", "- ").replace("all,4,", "all,3,") + SMALL.replace("in data/observations/local.csv\n", "").replace("all,3,", "all,4,"))
    assert "all,4," in (council / "data/observations/local.csv").read_text(encoding="utf-8")
    second = printed(capsys, council)
    assert first[0] in (1, 4)
    assert f"row {row}" in first[1]
    assert first == second, "the page depends on the hidden value"


def test_what_an_officer_typed_can_only_be_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    problem = Problem(Place(f"data/{HOSTILE}.csv", 3, HOSTILE), "bad-date", f"Found {HOSTILE}", f"Mend {HOSTILE}", Severity.WARNING)
    seen = Reader(as_html([problem], DAY))
    assert seen.tags <= ALLOWED
    assert not {name for name in seen.attributes if name.startswith("on") or name in ("src", "href", "style")}
    assert sum(HOSTILE in text for text in seen.words) == 4


def test_the_page_prints_on_paper_whole_and_asks_for_nothing(browser: Browser, tmp_path: Path) -> None:
    many = [Problem(Place("data/observations/local.csv", at, "value"), "bad-date", "This is not a date.", "Write 2026-11-22.") for at in range(2, 60)]
    asked: list[str] = []
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.on("request", lambda request: asked.append(request.url))
    file = tmp_path / "report.html"
    file.write_text(as_html(many, DAY), encoding="utf-8")
    page.goto(file.as_uri())
    assert page.locator("html").evaluate("root => root.scrollWidth") <= 320
    assert len(page.pdf(format="A4")) > 10_000
    assert asked == [file.as_uri()]
    assert page.locator(".box").count() == 58
    page.close()

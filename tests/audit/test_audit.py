"""The audit of a built folder finds what was planted in it, and nothing in a clean one."""

from pathlib import Path

import pytest

from generator.audit import audit

POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\'; style-src \'self\'; '
    "img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'\">"
)
CLEAN = f'<!doctype html><html><head>{POLICY}<link rel="stylesheet" href="s.css"></head><body><main data-pagefind-body><h1 id="top">One</h1>{{}}</main></body></html>'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "index.html").write_text(CLEAN.format('<a href="two/#here">two</a> <a href="tel:999">999</a>'))
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "index.html").write_text(
        f'{POLICY}<h1>Two</h1><p id="here"><a href="../">home</a><a href="https://www.gov.uk/">out</a></p>'
    )
    (tmp_path / "s.css").write_text("p{color:red}")
    (tmp_path / ".well-known").mkdir()
    (tmp_path / ".well-known" / "security.txt").write_text("Contact: https://exampleshire.example/about/contact/\n")
    return tmp_path


def plant(site: Path, text: str) -> list[str]:
    (site / "index.html").write_text(CLEAN.format(text))
    return [f"{problem.code}: {problem.found}" for problem in audit(site)]


def test_a_clean_site_gives_no_alarm(site: Path) -> None:
    assert audit(site) == ()


@pytest.mark.parametrize(
    ("planted", "expected"),
    [
        ('<a href="three/">x</a>', "broken-link: The built page links to three/, which is not in the site."),
        ('<a href="two/#there">x</a>', "broken-link: The built page links to two/#there, a place that the page does not have."),
        ('<a href="javascript:x">x</a>', "broken-link: The built page links to javascript:x, which is not a web, e-mail or telephone address."),
        ('<img src="https://evil.example/x.png">', "foreign-request: The built file loads https://evil.example/x.png from another host."),
        ('<script src="//evil.example/x.js"></script>', "foreign-request: The built file loads //evil.example/x.js from another host."),
        ('<div data-fragment="chart"></div>', "unfinished-page: The built page still waits for chart."),
        ("<h1>Again</h1>", "unfinished-page: The built page has 2 first-level headings instead of one."),
        ('<p id="top"></p>', "unfinished-page: The built page uses the id top 2 times."),
        ("[[figure:caseload]]", "unfinished-page: The built page shows an insertion that was not made: [[figure:."),
    ],
)
def test_what_is_planted_is_found(site: Path, planted: str, expected: str) -> None:
    assert expected in plant(site, planted)


def test_a_stylesheet_that_loads_from_elsewhere_is_found(site: Path) -> None:
    (site / "s.css").write_text("p{background:url(https://evil.example/x.png)}")
    assert [problem.code for problem in audit(site)] == ["foreign-request"]

"""Hand-written pages: insertions, links, markup, typed figures and front matter are checked line by line."""

from pathlib import Path

import pytest

from generator.records.checks.page_links import safe
from tests.councils.making import checked, made_council, problems_after

LAST_LINE = 18
"""The last line of the page that is added to."""


def codes(folder: Path, *lines: str) -> list[tuple[str, int | None]]:
    """Code and line of each problem after adding lines to a page, an empty line first."""
    added = "\n".join(f"+ {line}".rstrip() for line in ("", *lines))
    found = problems_after(folder, f"in site_src/fostering/index.md\n{added}")
    return [(problem.code, problem.place.row) for problem in found]


INSERTIONS = {
    "[[figure:return-interviews]]": None,
    "[[figure:return-interviews england]]": None,
    "[[figure:return-interviews region]]": None,
    "[[figure:return-interviews neighbours]]": None,
    "[[sentence:return-interviews]]": None,
    "[[chart:return-interviews]]": None,
    "[[reported:homes-open]]": None,
    "[[cite:R2025]]": None,
    "[[cite:R2025 page 3, second paragraph]]": None,
    "[[contact:front-door]]": None,
    "[[constant:threshold]]": None,
    "[[page:help Get help]]": None,
    "[[figure:return-interview]]": "unknown-indicator",
    "[[figure:return-interviews wales]]": "unknown-insertion",
    "[[chart:none]]": "unknown-indicator",
    "[[sentence:none]]": "unknown-indicator",
    "[[reported:none]]": "unknown-reported-figure",
    "[[cite:none]]": "unknown-source",
    "[[contact:none]]": "unknown-contact",
    "[[constant:A B]]": "unknown-insertion",
    "[[Figure:return-interviews]]": "unknown-insertion",
    "[[include:/etc/passwd]]": "unknown-insertion",
    "[[figure]]": "unknown-insertion",
    "[[]]": "unknown-insertion",
    "[[figure:return-interviews": "broken-insertion",
    "figure:return-interviews]]": "broken-insertion",
    "[[[figure:return-interviews]]]": None,
    "See [[chart:return-interviews]] here.": "broken-insertion",
}


@pytest.mark.parametrize("text", INSERTIONS)
def test_insertions_are_known_and_name_what_exists(text: str, tmp_path: Path) -> None:
    expected = INSERTIONS[text]
    assert codes(tmp_path / "council", text) == ([(expected, LAST_LINE + 2)] if expected else [])


MARKUP = {
    "<script>alert(1)</script>": "raw-html",
    "a <b>c</b>": "raw-html",
    "</p>": "raw-html",
    "<!-- note -->": "raw-html",
    "<https://example.org>": "raw-html",
    "<IMG SRC=x onerror=alert(1)>": "raw-html",
    "`<b>`": "raw-html",
    "fewer than <5 or 3 < 4": None,
    "text {: onclick='x' }": "template-marks",
    "text {.red}": "template-marks",
    "text {#id}": "template-marks",
    "{{ 7*7 }}": "template-marks",
    "{% include 'x' %}": "template-marks",
    "--8<-- 'secret.txt'": "template-marks",
    "braces {like these} are words": None,
    "&lt;script&gt; is shown as typed": None,
}


@pytest.mark.parametrize("text", MARKUP)
def test_pages_are_plain_markdown(text: str, tmp_path: Path) -> None:
    expected = MARKUP[text]
    assert codes(tmp_path / "council", text) == ([(expected, LAST_LINE + 2)] if expected else [])


LINKS = {
    "[x](https://example.org/a?b=c)": None,
    "[x](../help/)": None,
    "[x](#money)": None,
    "[x](mailto:a@b.example)": "personal-email",
    "[x](tel:999)": None,
    "[x](javascript:alert(1))": "unsafe-link",
    "[x](JAVASCRIPT:x)": "unsafe-link",
    "[x](&#106;avascript:alert(1))": "unsafe-link",
    "[x]( data:text/html,x )": "unsafe-link",
    "[x](//evil.example)": "unsafe-link",
    "[x](https:evil)": "unsafe-link",
    "[x](vbscript:x 'title')": "unsafe-link",
    "[x]: javascript:x": "unsafe-link",
    "![x](https://example.org/x.png)": "unsafe-link",
    "![x](//example.org/x.png)": "unsafe-link",
    "![A map](map.png)": None,
}


@pytest.mark.parametrize("text", LINKS)
def test_links_lead_to_ordinary_places(text: str, tmp_path: Path) -> None:
    expected = LINKS[text]
    assert codes(tmp_path / "council", text) == ([(expected, LAST_LINE + 2)] if expected else [])


@pytest.mark.parametrize(
    "target",
    [
        "java\tscript:x",
        "java&Tab;script:x",
        "\u0001javascript:x",
        "feed:javascript:x",
        "..\\..\\x",
        "%6aavascript:x",
    ],
)
def test_disguised_schemes_are_not_safe(target: str) -> None:
    assert not safe(target)


TYPED = {
    "It rose to 75%.": True,
    "It rose to 75 per cent.": True,
    "It rose by 2 percentage points.": True,
    "You get £170 a week.": True,
    "You get 170 pounds a week.": True,
    "It cost 3 million pounds.": True,
    "You get £170 a week. [[cite:NEWS page 2]]": False,
    "- You get £170 a week\n  at least. [[cite:NEWS]]": False,
    "[[figure:return-interviews]] of children": False,
    "Children of 16 or 17; 24 hours a day; call 999; section 20; 6 months; 2025-26; a pound of apples.": False,
    "| Age | A week |\n| --- | --- |\n| 0 to 2 | £170 |\n\nFrom the national table. [[cite:STATS table 1]]": False,
    "| Age | A week |\n| --- | --- |\n| 0 to 2 | £170 |\n\nFrom nowhere.": True,
    "- Cited. [[cite:NEWS]]\n- It rose to 75%.": True,
}


@pytest.mark.parametrize("text", TYPED)
def test_percentages_and_money_come_by_name_or_with_a_citation(text: str, tmp_path: Path) -> None:
    found = [code for code, _ in codes(tmp_path / "council", *text.split("\n"))]
    assert found == (["typed-figure"] if TYPED[text] else [])


FRONT = {
    "order: 1\n+ ordr: 2": "unknown-key",
    "order: first": "bad-whole-number",
    "order: 1\n+ order: 2": "duplicate-key",
    "order: 1\n+ evil: !!python/name:os.system": "yaml-tag",
}


@pytest.mark.parametrize("new", FRONT)
def test_front_matter_is_strict(new: str, tmp_path: Path) -> None:
    problems = problems_after(tmp_path / "council", f"in site_src/help/index.md\n- order: 1\n+ {new}")
    assert [problem.code for problem in problems] == [FRONT[new]]
    assert problems[0].place.row in (5, 6)


@pytest.mark.parametrize(
    "name",
    [
        "site_src/index.md",
        "site_src/help/a b.md",
        "site_src/x/404.md",
        "site_src/help/é.md",
        "site_src/help/a_b.md",
        "site_src/help/Homeless.md",
        "site_src/help/a/b.md",
        "site_src/about/03-corrections.md",
        "site_src/help/03-.md",
    ],
)
def test_names_that_cannot_be_addresses_are_refused(name: str, tmp_path: Path) -> None:
    problems = problems_after(tmp_path / "council", f"in {name}\n+ x")
    assert [problem.code for problem in problems] == ["bad-file-name"]


def test_a_page_with_windows_line_ends_reads_the_same(tmp_path: Path) -> None:
    folder = made_council(tmp_path / "council")
    plain, _ = checked(folder)
    for path in (folder / "site_src").rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    windows, problems = checked(folder)
    assert plain is not None
    assert windows is not None
    assert (windows.pages, problems) == (plain.pages, ())

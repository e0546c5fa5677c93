"""Two invented councils, one about which much is known and one about which little is, and what their sites say.

A wanted difference is kept with `python -m tests.councils.update`.
"""

from pathlib import Path

import pytest

from tests.councils.comparing import (
    GOLDEN,
    TOLD_IN_FULL,
    build,
    compared,
    differences,
    kept,
    kept_in_full,
    listed,
    words_of,
    write_expected,
)


@pytest.mark.parametrize("council", TOLD_IN_FULL)
def test_the_site_says_what_is_expected(council: str, tmp_path: Path) -> None:
    site = build(council, tmp_path)
    told = differences(council, compared(site))
    assert not told, "\n".join([f"The built site is in {site}. If this is wanted: python -m tests.councils.update", *told])


def test_every_golden_council_is_compared_and_nothing_else_is_kept() -> None:
    assert {folder.name for folder in GOLDEN.iterdir()} == set(TOLD_IN_FULL)
    for council, names in TOLD_IN_FULL.items():
        there = {path.name for path in kept(council).iterdir()}
        assert there == {"files.txt", *(kept_in_full(council, name).name for name in names)}


def test_words_are_those_of_the_main_part_a_line_for_each_block() -> None:
    page = (
        "<body><p>Not this</p><main><h1>A  title</h1><p>One <b>sen\ntence</b>.</p><svg><text>12</text></svg><script>x()</script>"
        "<table><tr><th>Year</th><td>5&nbsp;&amp; more</td></tr></table></main><p>Nor this</p></body>"
    )
    assert words_of(page) == "A title\nOne sen tence.\nYear\n5 & more\n"


def test_a_site_is_compared_by_files_words_and_what_programs_read(tmp_path: Path) -> None:
    for name, text in {
        "index.html": "<main><p>Hello</p></main>", "data/a.csv": "a,b\r\n", "assets/site.css": "p {}", "assets/words.json": "{}",
        "pagefind/x_1.pf": "-", "data/a.svg": "<svg/>",
    }.items():  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(text.encode())
    assert compared(tmp_path) == {
        "assets/site.css": None, "assets/words.json": None, "data/a.csv": "a,b\r\n", "data/a.svg": None, "index.html": "Hello\n",
    }  # fmt: skip


def test_a_difference_is_told_by_file_and_by_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.councils.comparing.GOLDEN", tmp_path)
    monkeypatch.setitem(TOLD_IN_FULL, "made", ("index.html",))
    (tmp_path / "made").mkdir()
    before = {"index.html": "One\nTwo\n", "data/a.csv": "1", "gone.css": None}
    write_expected("made", before)
    assert differences("made", before) == []
    after = {"index.html": "One\nThree\n", "data/a.csv": "2", "new.css": None}
    assert differences("made", after) == [
        "new: new.css", "gone: gone.css", "different: index.html", "different: data/a.csv", "--- expected index.html", "+++ built index.html",
        "@@ -1,2 +1,2 @@", " One", "-Two", "+Three",
    ]  # fmt: skip
    assert listed({"a.css": None}) == "---------------- a.css\n"

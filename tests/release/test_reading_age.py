"""How hard a page is to read."""

from pathlib import Path

import pytest

from generator.release.page import Page
from generator.release.reading_age import (
    LIMITS,
    Read,
    kind_of,
    reading_age,
    reading_ages,
    report,
    sentences_of,
    syllables_of,
)

PLAIN = ["The council must help you to find a safe home."] * 10
HARD = ["Notwithstanding organisational considerations, multidisciplinary arrangements necessitate comprehensive accountability across participating authorities."] * 10


@pytest.mark.parametrize(
    ("word", "count"),
    [("care", 1), ("children", 2), ("table", 2), ("homes", 1), ("placed", 1), ("wanted", 2), ("services", 3), ("inspection", 3), ("area", 2), ("the", 1), ("Ofsted’s", 2), ("helped", 1), ("large", 1)],
)
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables_of(word) == count


def test_the_measure_is_that_of_flesch_and_kincaid() -> None:
    # Ten words and eleven syllables in each sentence: 0.39 x 10 + 11.8 x 1.1 - 15.59 = 1.29 school years.
    assert sum(map(syllables_of, PLAIN[0].strip(".").split())) == 11
    assert reading_age(PLAIN) == pytest.approx(6.29)
    hard = reading_age(HARD)
    assert hard is not None
    assert hard > 25


def test_too_few_words_are_not_measured() -> None:
    assert reading_age(PLAIN[:5]) is None
    sixty = ["The council must help you to find a safe home."] * 6
    assert reading_age(sixty) is not None
    assert reading_age([*sixty[:-1], "The council must help you to find a safe."]) is None


def test_only_what_a_page_says_is_measured() -> None:
    html = (
        "<html><head><title>Title.</title></head><body><header><p>Shell.</p></header><h1>Heading</h1>"
        '<p>One sentence. Another <a class="cite" href="x">Ofsted 2025</a> one!<br>Still it.</p><ul><li>An entry</li></ul>'
        "<table><tr><td><p>A cell.</p></td></tr></table><svg><text>Axis.</text></svg><p class=src>Small print.</p><footer><p>Foot.</p></footer></body></html>"
    )
    assert sentences_of(html) == ["One sentence.", "Another one!Still it.", "An entry"]


@pytest.mark.parametrize(
    ("html", "measured"),
    [
        # A name is no sentence: a link alone, a definition in a summary list.
        ('<li><a href="x">Supervision of staff</a></li>', []),
        ('<li><a href="x">Supervision of staff</a> is one.</li>', ["Supervision of staff is one."]),
        ('<a href="x"><p>Could you foster? See how.</p></a>', ["Could you foster?", "See how."]),
        ("<dl><dd>Department for Education</dd><dd>A share of all children.</dd><dd>They said “yes.”</dd></dl>", ["A share of all children.", "They said “yes.”"]),
        # Nor are dates, nor the words of others.
        ("<li><time>29 June 2026</time> The plan came out</li>", ["The plan came out"]),
        ('<li><span class="when">29 June 2026</span><p>The plan came out</p></li>', ["The plan came out"]),
        ("<p>They wrote: <q>Notwithstanding organisational considerations.</q></p>", ["They wrote:"]),
        ("<blockquote><p>Notwithstanding organisational considerations.</p></blockquote>", []),
    ],
)
def test_names_dates_and_what_is_quoted_are_not_measured(html: str, measured: list[str]) -> None:
    assert sentences_of(f"<html><body>{html}</body></html>") == measured


@pytest.mark.parametrize(
    ("html", "measured"),
    [
        ("<p>A <b>bold</b> word &amp; more.</p>", ["A bold word & more."]),
        ("<p>One. 24. Two.</p>", ["One.", "Two."]),
        ("<ul><li>One.<li>Two.</ul>None.<p>Three.</p>", ["One.", "Two.", "Three."]),
        ("<div><p>In.</div>Out.<p>In <em>it.</p>Out.", ["In.", "In it."]),
        ("<nav><p>Shell.</p></nav><p>In.</p></b></p>Out.", ["In."]),
        ("<p>In.</p></html><p>Out.</p>", ["In."]),
    ],
)
def test_what_is_said_ends_where_its_element_ends(html: str, measured: list[str]) -> None:
    assert sentences_of(f"<html><body>{html}</body></html>") == measured


def test_the_limits_are_these() -> None:
    """A page that asks more is named in the build: whoever raises a limit means it."""
    assert dict(LIMITS) == {
        "easy-read": 9, "help": 10, "fostering": 10, "home": 10.5, "indicator": 12, "area": 12,
        "about": 13, "areas": 13, "thread": 13, "inspection": 13, "dictionary": 16,
    }  # fmt: skip


def test_a_kind_of_page_has_its_own_limit() -> None:
    assert kind_of(Page("help/x/", "", "", "prose.md.j2", section="help")) == "help"
    assert kind_of(Page("figures/x/", "", "", "indicator.md.j2", section="figures")) == "indicator"
    assert Read("help/x/", "help", 10.04).too_hard is False
    assert Read("help/x/", "help", 10.06).too_hard is True
    assert Read("timeline/", "timeline", 15.0).limit == 15


def test_the_report_names_each_page_the_hardest_first(tmp_path: Path) -> None:
    for address, sentences in (("help/", PLAIN), ("help/hard/", HARD), ("short/", PLAIN[:1]), ("sources/", HARD)):
        (tmp_path / address).mkdir(parents=True, exist_ok=True)
        (tmp_path / address / "index.html").write_text(f"<body><p>{' '.join(sentences)}</p></body>")
    pages = [Page(address, "", "", "prose.md.j2", section="help") for address in ("help/", "help/hard/", "short/")]
    pages.append(Page("sources/", "", "", "sources.md.j2"))
    lines = report(reading_ages(tmp_path, pages)).splitlines()
    assert lines[0] == "page,kind,reading_age,limit,verdict"
    assert [line.split(",")[0] for line in lines[1:]] == ["help/hard/", "help/"]
    assert lines[1].endswith("too hard")
    assert lines[2] == "help/,help,6.3,10,"

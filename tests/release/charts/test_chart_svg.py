"""Finished pictures are slim, safe, named, and coloured only by the page."""

import re
from dataclasses import astuple

import pytest

from generator.release.charts.draw import draw
from generator.release.charts.shapes import (
    Bar,
    Chart,
    Line,
    Point,
    RankingChart,
    Sparkline,
    ThreadMap,
    ThreadRow,
)
from generator.release.charts.standalone import standalone
from generator.release.charts.svg import finish

from .examples import ABSENT, SVG, a_line, a_ranking, a_trend, parsed
from .test_chart_families import a_control_chart

HOSTILE = """<script>alert(1)</script> "in need" & 'more' ]]> </title> {{ 7*7 }} .[0]"""
CHARTS: dict[str, Chart] = {
    "trend": a_trend(zero_based=False),
    "gaps": a_trend(
        a_line(values=(1.0, None, 2.0)), a_line("England", "england", (None, 3.0, 4.0), gap=ABSENT)
    ),
    "ranking": a_ranking(),
    "spc": a_control_chart(),
    "threads": ThreadMap(
        ("2021", "2025"), (ThreadRow("A", ("mixed", "strength")), ThreadRow("B", ("none", "concern")))
    ),
    "spark": Sparkline(a_line().points),
}
VARIABLES = ("c1", "c2", "c3", "c4", "ink", "muted", "rule", "grid", "soft", "good", "bad", "flat")
PICTURES = [
    pytest.param(picture, id=f"{name} {width}")
    for name, chart in CHARTS.items()
    for width, picture in zip(
        ("wide", "narrow"),
        astuple(draw(chart, "Title", "What it shows.", name)),
        strict=True,
    )
    if picture
]
ALLOWED = {
    "svg": {"viewBox", "role", "aria-labelledby"},
    "title": {"id"},
    "desc": {"id"},
    "g": set(),
    "path": {"d", "transform"},
    "circle": {"cx", "cy", "r"},
    "line": {"x1", "y1", "x2", "y2"},
    "text": {"x", "y"},
}
LOOKS = {
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "stroke-linejoin",
    "text-anchor",
    "font-size",
    "font-weight",
    "data-figure",
    "data-line",
    "data-level",
    "data-axis",
}


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_holds_only_the_elements_and_attributes_that_are_expected(picture: str) -> None:
    for element in parsed(picture).iter():
        name = element.tag.removeprefix(SVG)
        assert set(element.attrib) <= ALLOWED[name] | LOOKS


@pytest.mark.parametrize("picture", PICTURES)
def test_every_colour_is_a_variable_of_the_page(picture: str) -> None:
    known = {
        "none",
        *(f"var(--{name})" for name in VARIABLES),
    }
    found = set(re.findall(r'(?:fill|stroke)="([^"]*)"', picture))
    assert found
    assert found <= known
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b|rgb|hsl", picture)


@pytest.mark.parametrize("picture", PICTURES)
def test_coordinates_have_at_most_two_decimals(picture: str) -> None:
    assert not re.search(r"\d\.\d{3,}", picture)


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_slim(picture: str) -> None:
    assert len(picture) < 8_000


@pytest.mark.parametrize("picture", PICTURES)
def test_a_picture_is_named_and_described_by_its_own_unique_ids(picture: str) -> None:
    root = parsed(picture)
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == ("Title", "What it shows.")
    assert root.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"


def test_wide_and_narrow_pictures_have_different_ids() -> None:
    drawing = draw(CHARTS["trend"], "Title", "What it shows.", "caseloads")
    ids = re.findall(r'id="([^"]+)"', drawing.wide + drawing.narrow)
    assert ids == [
        "caseloads-wide-title",
        "caseloads-wide-desc",
        "caseloads-narrow-title",
        "caseloads-narrow-desc",
    ]


def test_an_empty_description_is_left_out_and_an_empty_title_refused() -> None:
    picture = draw(CHARTS["spark"], "Caseloads", "", "spark").wide
    assert "<desc" not in picture
    assert 'aria-labelledby="spark-wide-title"' in picture
    with pytest.raises(ValueError, match="a picture needs a title"):
        draw(CHARTS["spark"], " ", "", "spark")


def test_hostile_text_stays_text() -> None:
    points = (Point(HOSTILE, 0, 1.0, "1"), Point("2025", 1, 2.0, HOSTILE, key=HOSTILE))
    drawing = draw(a_trend(Line(HOSTILE, "council", points)), HOSTILE, HOSTILE, "hostile")
    for picture in (drawing.wide, drawing.narrow):
        root = parsed(picture)
        assert root.findtext(f"{SVG}title") == HOSTILE
        assert root.findtext(f"{SVG}desc") == HOSTILE
        assert "<script" not in picture
        assert picture.count("</title>") == 1
        tagged = {element.get("data-figure") for element in root.iter() if element.get("data-figure")}
        assert tagged == {HOSTILE}
        assert " ".join(HOSTILE.split()) in " ".join(text.text or "" for text in root.iter(f"{SVG}text"))


def test_a_quotation_mark_in_a_name_does_not_break_a_ranking() -> None:
    name = 'Child "in need"'
    drawing = draw(RankingChart((Bar(name, 3.0, "3"),), None), "Title", "", "quoted")
    assert name in [text.text for text in parsed(drawing.wide).iter(f"{SVG}text")]


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ufffe", "\uffff", "\ud800", "\x1b"])
@pytest.mark.parametrize("place", ["title", "description", "name", "label", "shown", "gap", "figure"])
def test_text_that_no_picture_can_hold_is_refused_before_it_is_drawn(character: str, place: str) -> None:
    text = {
        "title": "T",
        "description": "D",
        "name": "N",
        "label": "2025",
        "shown": "1",
        "gap": ABSENT,
        "figure": "k",
    }
    text[place] += character
    points = (
        Point(text["label"], 0, 1.0, text["shown"], key=text["figure"]),
        Point("2026", 1, None, "", text["gap"]),
    )
    chart = a_trend(Line(text["name"], "council", points))
    with pytest.raises(
        ValueError, match=f"a chart's text holds U\\+{ord(character):04X}, which no picture can show"
    ):
        draw(chart, text["title"], text["description"], "refused")


@pytest.mark.parametrize("key", ["", "a b", 'a"b', "1a", "é", "a\n"])
def test_a_key_that_cannot_be_an_id_is_refused(key: str) -> None:
    with pytest.raises(
        ValueError, match="a chart's key is ASCII letters, digits and hyphens, a letter first"
    ):
        draw(CHARTS["spark"], "Title", "", key)


def _raw(inside: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><g>{inside}</g></svg>'


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ('<path d="M0,0L1,1" stroke="#4c78a8"/>', "a picture has a colour of its own: #4c78a8"),
        ('<text fill="black">a</text>', "a picture has a colour of its own: black"),
        ('<image href="x"/>', "a picture holds an element that is not expected: image"),
        ("<script/>", "a picture holds an element that is not expected: script"),
        ('<path d="M0,0C1,1,2,2,3,3"/>', "a line is made of straight pieces"),
    ],
)
def test_finishing_refuses_what_it_does_not_know(inside: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        finish(_raw(inside), "Title", "", "id")


def test_finishing_drops_backgrounds_and_hidden_labels() -> None:
    picture = finish(
        _raw(
            '<path class="background" d="M0,0h9v9h-9Z" stroke="#ddd"/>'
            '<text opacity="0" aria-label="13 axis">2017</text>'
        ),
        "Title",
        "",
        "id",
    )
    assert "<path" not in picture
    assert "2017" not in picture


def test_a_picture_that_leaves_the_page_brings_its_colours() -> None:
    colours = {name: f"#{number:06x}" for number, name in enumerate(VARIABLES)}
    alone = standalone(draw(CHARTS["trend"], HOSTILE, "var(--c1)", "alone").wide, colours)
    root = parsed(alone)
    assert root.get("width") == "640"
    assert root.findtext(f"{SVG}title") == HOSTILE
    assert root.findtext(f"{SVG}desc") == "var(--c1)"
    assert 'stroke="#000000"' in alone
    assert '"var(' not in alone


def test_a_picture_that_leaves_the_page_without_a_colour_is_refused() -> None:
    with pytest.raises(KeyError, match="c1"):
        standalone(draw(CHARTS["spark"], "Title", "", "alone").wide, {"soft": "#ffffff"})

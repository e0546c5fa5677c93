"""A trend chart as a reader meets it: true labels, honest gaps, both ends of time, nothing in the way."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.charts import trend
from generator.release.charts.measure import text_width
from generator.release.charts.scene import NARROW, WIDE
from generator.release.charts.shapes import Line, Point, TrendChart
from generator.release.charts.words import ENGLISH

from .examples import ABSENT, ENGLAND, OLDBRIDGE, SVG, Drawn, a_line, a_trend


def test_lines_are_named_and_numbered_at_their_ends_exactly_as_given(drawn: Drawn) -> None:
    wide, _ = drawn(a_trend())
    for label in ("Oldbridge 19.5", "England 15.2", "East of the Water 14.5", "Similar councils 15.7"):
        assert wide.texts.count(label) == 1


def test_a_trailing_zero_is_kept(drawn: Drawn) -> None:
    wide, _ = drawn(a_trend(a_line(values=(15.2, 16.0))))
    assert "Oldbridge 16.0" in wide.texts


def test_a_narrow_picture_numbers_the_ends_and_names_the_lines_above(drawn: Drawn) -> None:
    _, narrow = drawn(a_trend())
    assert {"19.5", "15.2", "14.5", "15.7"} <= set(narrow.texts)
    assert {"Oldbridge", "England", "East of the Water", "Similar councils"} <= set(narrow.texts)


def test_a_narrow_picture_names_a_short_line_at_its_end(drawn: Drawn) -> None:
    _, narrow = drawn(a_trend(a_line("Ely")))
    assert "Ely 19.5" in narrow.texts


@pytest.mark.parametrize("count", [2, 5, 9, 10, 12, 40])
def test_the_first_and_the_last_period_are_written_at_every_width(drawn: Drawn, count: int) -> None:
    labels = [f"20{number:02}-{number + 1:02}" for number in range(10, 10 + count)]
    for picture in drawn(a_trend(a_line(values=[10.0 + number for number in range(count)], labels=labels))):
        written = [text for text in picture.texts if text in labels]
        assert written[0] == labels[0]
        assert written[-1] == labels[-1]


def test_a_line_is_not_joined_across_a_gap(drawn: Drawn) -> None:
    wide, narrow = drawn(a_trend(a_line(values=(17.0, 18.0, None, 16.0, None, 15.0, 14.0, 13.0))))
    assert wide.pieces("council") == narrow.pieces("council") == [2, 1, 3]


def test_a_line_is_not_joined_across_a_period_that_it_lacks(drawn: Drawn) -> None:
    whole = a_line("England", "england", ENGLAND)
    council = a_line()
    lacking = Line("Oldbridge", "council", council.points[:3] + council.points[4:])
    wide, _ = drawn(a_trend(lacking, whole))
    assert wide.pieces("council") == [3, 6]
    assert wide.pieces("england") == [10]


def test_a_target_is_joined_and_dashed(drawn: Drawn) -> None:
    target = Line("Target", "target", (Point("2016", 0, 16.0, "16.0"), Point("2025", 9, 16.0, "16.0")))
    wide, _ = drawn(a_trend(a_line(), target))
    assert wide.pieces("target") == [2]
    path = next(path for path in wide.root.iter(f"{SVG}path") if path.get("data-line") == "target")
    assert path.get("stroke-dasharray") == "5,4"
    assert "Target 16.0" in wide.texts


def test_a_point_that_stands_alone_is_seen(drawn: Drawn) -> None:
    lonely = a_line("England", "england", (16.0, None, 17.0, None, 15.0, 14.0))
    wide, _ = drawn(a_trend(a_line(values=OLDBRIDGE[:6]), lonely))
    marked = [circle.get("data-figure") for circle in wide.root.iter(f"{SVG}circle")]
    assert {"england/2016", "england/2018"} <= set(marked)
    assert "england/2020" not in marked


def test_a_gap_has_a_hollow_mark_on_the_axis_and_its_symbol(drawn: Drawn) -> None:
    wide, narrow = drawn(
        a_trend(
            a_line(values=(17.0, None, 18.0, 16.0)),
            a_line("England", "england", (None, 3.0, 4.0, 5.0), gap=ABSENT),
        )
    )
    for picture in (wide, narrow):
        assert [text for text in picture.texts if text.startswith("[")] == ["[x]", "[c]"]
        hollow = [
            circle for circle in picture.root.iter(f"{SVG}circle") if circle.get("fill") == "var(--soft)"
        ]
        assert [circle.get("data-figure") for circle in hollow] == ["england/2016", "council/2017"]


def test_a_long_run_of_gaps_writes_its_symbol_once(drawn: Drawn) -> None:
    values = [None] * 20 + [float(number) for number in range(20)]
    labels = [f"m{number}" for number in range(40)]
    _, narrow = drawn(a_trend(a_line(values=values, labels=labels)))
    assert narrow.texts.count("[c]") == 1


def test_a_line_that_stops_early_says_its_period(drawn: Drawn) -> None:
    wide, narrow = drawn(
        a_trend(a_line(values=(17.0, 18.0, None)), a_line("England", "england", (16.0, 15.0, 14.0)))
    )
    assert "Oldbridge 18.0 in 2017" in wide.texts
    assert "Oldbridge (latest 2017)" in narrow.texts
    assert "18.0" in narrow.texts


def test_a_cropped_axis_is_marked_and_one_from_zero_is_not(drawn: Drawn) -> None:
    for cropped, whole in zip(drawn(a_trend(zero_based=False)), drawn(a_trend(zero_based=True)), strict=True):
        assert "The axis does not start at zero" in cropped.texts
        assert len(list(cropped.root.iter(f"{SVG}path"))) == len(list(whole.root.iter(f"{SVG}path"))) + 1
        assert "The axis does not start at zero" not in whole.texts
        assert "0" in whole.texts


def test_negative_values_keep_their_sign_and_zero_is_on_the_axis(drawn: Drawn) -> None:
    points = (Point("2024", 0, 1.2, "1.2"), Point("2025", 1, -3.5, "−3.5"))
    wide, _ = drawn(
        TrendChart((Line("Oldbridge", "council", points),), zero_based=True, unit_sign="", decimals=1)
    )
    assert "Oldbridge −3.5" in wide.texts
    assert {"0", "−2", "−4"} <= set(wide.texts)


@pytest.mark.parametrize("zero_based", [True, False])
def test_a_series_that_never_varies_is_a_level_line(drawn: Drawn, *, zero_based: bool) -> None:
    wide, _ = drawn(a_trend(a_line(values=[5.0] * 6), zero_based=zero_based))
    heights = set(re.findall(r" ([\d.]+)(?=L|$)", wide.path("council")))
    assert len(heights) == 1


def test_a_single_point_is_marked_and_labelled(drawn: Drawn) -> None:
    for picture in drawn(a_trend(a_line("Ely", values=(5.0,)))):
        assert "Ely 5.0" in picture.texts
        assert picture.texts.count("2016") == 1
        assert any(
            circle.get("data-figure") == "council/2016" for circle in picture.root.iter(f"{SVG}circle")
        )


@pytest.mark.parametrize(
    "chart", [a_trend(a_line(values=[None] * 5)), TrendChart((), zero_based=True, unit_sign="", decimals=0)]
)
def test_a_chart_without_figures_says_so(drawn: Drawn, chart: TrendChart) -> None:
    for picture in drawn(chart):
        assert "No figures to show" in picture.texts


def test_the_council_is_heavy_and_drawn_over_its_comparators(drawn: Drawn) -> None:
    wide, _ = drawn(a_trend())
    lines = [path for path in wide.root.iter(f"{SVG}path") if path.get("data-line")]
    assert [path.get("data-line") for path in lines] == ["england", "region", "neighbours", "council"]
    assert [path.get("stroke-width") for path in lines] == ["1.75", "1.75", "1.75", "2.75"]


NAMES = st.text("abcdefghiklmnoprstuwz ", min_size=1, max_size=40)
SERIES = st.lists(
    st.one_of(st.none(), st.floats(-500, 99_999).map(lambda value: round(value, 1))), min_size=1, max_size=40
)


@st.composite
def charts(draw: st.DrawFn) -> TrendChart:
    """Any trend chart that a council could come to."""
    values = draw(SERIES)
    labels = [f"Sep {2000 + number}" for number in range(40)]
    council = a_line(draw(NAMES), "council", values, labels)
    england = a_line(draw(NAMES), "england", draw(st.permutations(values)), labels, ABSENT)
    return a_trend(council, england, zero_based=draw(st.booleans()))


@given(charts(), st.sampled_from([WIDE, NARROW]))
def test_no_text_leaves_the_picture_and_no_end_labels_meet(chart: TrendChart, width: float) -> None:
    scene = trend.compose(chart, width, ENGLISH)
    frame = scene.frame
    assert frame.plot_width > 80
    for row in scene.texts:
        size = float(row["tag"].split()[0])
        across = frame.left + frame.across(row["x"])
        reach = text_width(row["text"], size, bold=row["heft"] > 400)
        start = across - {"left": 0, "center": reach / 2, "right": reach}[row["align"]]
        assert start >= -0.01
        assert start + reach <= width + 0.01
        assert 0 <= frame.top + frame.down(row["y"]) <= frame.top + frame.plot_height + frame.bottom
    ends = sorted(
        frame.down(row["y"])
        for row in scene.texts
        if frame.across(row["x"]) > frame.plot_width + 13
        and row["align"] == "left"
        and frame.down(row["y"]) >= 0
    )
    assert all(below - above >= 14 for above, below in pairwise(ends))


def test_a_comparator_that_merely_has_no_figure_is_broken_and_not_marked(drawn: Drawn) -> None:
    lacking = a_line("Similar councils", "neighbours", (18.3, None, 16.0, 16.2), gap="no figure")
    wide, _ = drawn(a_trend(a_line(values=(17.0, 16.0, None, 15.0), gap="no figure"), lacking))
    assert wide.pieces("neighbours") == [1, 2]
    hollow = [circle for circle in wide.root.iter(f"{SVG}circle") if circle.get("fill") == "var(--soft)"]
    assert [circle.get("data-figure") for circle in hollow] == ["council/2018"]

"""Rankings, control charts, thread maps and sparklines."""

import pytest

from generator.release.charts import ranking
from generator.release.charts.scene import NARROW, WIDE
from generator.release.charts.shapes import (
    Bar,
    EarlierLimits,
    Flag,
    Level,
    RankingChart,
    Sparkline,
    SpcChart,
    ThreadMap,
    ThreadRow,
)
from generator.release.charts.words import ENGLISH

from .examples import HIDDEN, SVG, Drawn, a_line, a_ranking

MONTHS = [f"M{number}" for number in range(14)]
MONTHLY = (60.0, 61.0, 59.0, 62.0, 60.0, 58.0, 61.0, 60.0, 63.0, 59.0, 60.0, 61.0, 75.0, 60.0)


def a_control_chart(**changes: object) -> SpcChart:
    parts: dict[str, object] = {
        "line": a_line(values=MONTHLY, labels=MONTHS),
        "mean": Level(61.4, "61.4", "mean/key"),
        "lower": Level(52.0, "52.0"),
        "upper": Level(70.8, "70.8"),
        "flags": (Flag(12, "worse"),),
        "decimals": 1,
    }
    return SpcChart(**(parts | changes))  # type: ignore[arg-type]  # the tests name the fields that they change


def test_a_ranking_keeps_its_order_and_prints_every_number(drawn: Drawn) -> None:
    for picture in drawn(a_ranking()):
        printed = [text for text in picture.texts if text in ("17.0", "19.5", "0.0", "[c]")]
        assert printed == ["17.0", "19.5", "0.0", "[c]"]
        assert "England 15.2" in picture.texts
        assert HIDDEN not in picture.source


def test_a_long_name_in_a_ranking_is_wrapped_and_whole(drawn: Drawn) -> None:
    for picture in drawn(a_ranking()):
        assert "Saltmarsh and the Seven Lower Valleys with Upper Combe" in " ".join(picture.texts)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_stems_start_at_zero(width: float) -> None:
    scene = ranking.compose(a_ranking(), width, ENGLISH)
    stems = [rule for rule in scene.rules if rule["ink"] in ("var(--c1)", "var(--c4)")]
    assert [rule["x"] for rule in stems] == [0.0, 0.0]
    assert [rule["x2"] for rule in stems] == [17.0, 19.5]


def test_negative_values_are_left_of_zero() -> None:
    chart = RankingChart((Bar("Oldbridge", -3.2, "−3.2%", emphasis=True), Bar("Highmoor", 4.0, "4.0%")), None)
    scene = ranking.compose(chart, WIDE, ENGLISH)
    assert scene.frame.x_low == -3.2
    assert scene.frame.x_high == 4.0


@pytest.mark.parametrize("bars", [(), (Bar("Oldbridge", None, "[c]", gap=HIDDEN),)])
def test_a_ranking_without_figures_says_so(drawn: Drawn, bars: tuple[Bar, ...]) -> None:
    for picture in drawn(RankingChart(bars, None)):
        assert "No figures to show" in picture.texts


def test_a_control_chart_names_its_levels_and_its_last_value(drawn: Drawn) -> None:
    wide, narrow = drawn(a_control_chart())
    assert {"Mean 61.4", "Lower limit 52.0", "Upper limit 70.8", "Oldbridge 60.0"} <= set(wide.texts)
    assert {"61.4", "52.0", "70.8", "60.0", "Mean", "Lower limit", "Upper limit", "Oldbridge"} <= set(
        narrow.texts
    )


def test_a_flagged_point_has_a_shape_and_words_of_its_own(drawn: Drawn) -> None:
    for picture in drawn(a_control_chart()):
        assert "Stands out: worse" in picture.texts
        assert "Stands out: better" not in picture.texts
        flagged = [
            path for path in picture.root.iter(f"{SVG}path") if path.get("data-figure") == "council/M12"
        ]
        assert [path.get("fill") for path in flagged] == ["var(--bad)"]


def test_limits_from_before_a_recalculation_end_where_it_was(drawn: Drawn) -> None:
    earlier = (EarlierLimits(0, 6, 55.0, 50.0, None),)
    wide, _ = drawn(a_control_chart(earlier=earlier))
    spans = {
        (line.get("x1"), line.get("x2"))
        for line in wide.root.iter(f"{SVG}line")
        if line.get("y1") == line.get("y2")
    }
    assert len({span for span in spans if span[0] != "0"}) >= 3


def test_a_control_chart_without_limits_still_shows_its_mean(drawn: Drawn) -> None:
    wide, _ = drawn(a_control_chart(lower=None, upper=None, flags=()))
    assert "Mean 61.4" in wide.texts
    assert not any("limit" in text for text in wide.texts)


def test_a_thread_map_shows_each_inspection_and_explains_only_what_it_uses(drawn: Drawn) -> None:
    rows = (
        ThreadRow("Caseloads and supervision", ("concern", "mixed", "formal")),
        ThreadRow("Private fostering", ("formal", "none", "formal")),
    )
    for picture in drawn(ThreadMap(("2017", "2021", "2025"), rows)):
        assert [text for text in picture.texts if text.isdigit()] == ["2017", "2021", "2025"]
        assert {"Must improve", "Concern", "Mixed", "Not raised"} <= set(picture.texts)
        assert "Strength" not in picture.texts
        assert "Private fostering" in picture.texts


def test_a_thread_map_of_many_inspections_sets_titles_above_their_cells(drawn: Drawn) -> None:
    columns = tuple(str(year) for year in range(2015, 2025))
    _, narrow = drawn(ThreadMap(columns, (ThreadRow("Private fostering", ("strength",) * 10),)))
    assert [text for text in narrow.texts if text.isdigit()] == list(columns)
    assert "Private fostering" in narrow.texts


def test_an_empty_thread_map_says_so(drawn: Drawn) -> None:
    wide, _ = drawn(ThreadMap((), ()))
    assert wide.texts == ["Nothing to follow yet"]


def test_a_sparkline_is_one_picture_without_words(drawn: Drawn) -> None:
    wide, narrow = drawn(Sparkline(a_line().points))
    assert wide.source == narrow.source
    assert wide.texts == []
    assert wide.pieces("council") == [10]


def test_a_sparkline_breaks_at_a_gap(drawn: Drawn) -> None:
    wide, _ = drawn(Sparkline(a_line(values=(3.0, 4.0, None, 2.0, 5.0, 5.0)).points))
    assert wide.pieces("council") == [2, 3]


@pytest.mark.parametrize("values", [[], [None, None]])
def test_a_sparkline_without_figures_says_so(drawn: Drawn, values: list[float | None]) -> None:
    wide, _ = drawn(Sparkline(a_line(values=values).points))
    assert wide.texts == ["No figures"]

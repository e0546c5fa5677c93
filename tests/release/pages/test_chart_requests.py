"""Which charts an indicator has, what each is given, and the words that stand in for it."""

import pytest

from generator.figures import Series
from generator.release.charts.draw import ChartRequest
from generator.release.charts.shapes import Bar, Flag, RankingChart, Sparkline, SpcChart, TrendChart
from generator.release.pages.chart_requests import (
    chart_headline,
    columns_of,
    description_of,
    ranking_chart,
    spark,
    trend_chart,
)
from generator.vocabulary import PeriodKind, Symbol
from tests.release.making import (
    ENGLAND,
    FAR,
    NEAR,
    REGION,
    analysed,
    content,
    figure,
    indicator,
    months,
    publication,
    series,
)

NOW, BEFORE = "2024-25", "2023-24"
OWN_LINE = series(figure("40", BEFORE), figure("50", NOW))


def drawn(*others: Series, own: Series = OWN_LINE, **changes: object) -> ChartRequest | None:
    """The chart on an indicator's own page."""
    whole = publication(content(indicators=(indicator(**changes),)), own, *others)
    reading = analysed(whole)[0].readings["visits"]
    return trend_chart(whole, reading, columns_of(whole, reading.indicator))


def trend(*others: Series, own: Series = OWN_LINE, **changes: object) -> TrendChart:
    request = drawn(*others, own=own, **changes)
    assert request is not None
    assert isinstance(request.chart, TrendChart)
    return request.chart


def test_columns_are_the_council_england_and_the_region_where_they_have_figures() -> None:
    england, region = series(figure("60", area=ENGLAND)), series(figure("55", area=REGION))
    whole = publication(content(), OWN_LINE, england, region, series(figure("1", area=NEAR)))
    assert [(one.name, one.role) for one in columns_of(whole, indicator())] == [
        ("Exampleshire", "council"), ("England", "england"), ("Middle of England", "region"),
    ]  # fmt: skip
    assert [one.role for one in columns_of(publication(content(), region), indicator())] == ["region"]


def test_lines_share_the_periods_and_a_missing_one_is_a_gap() -> None:
    chart = trend(series(figure("60", NOW, area=ENGLAND)))
    assert [(line.role, [(point.label, point.position, point.shown, point.gap) for point in line.points]) for line in chart.lines] == [
        ("council", [("2023-24", 0, "40%", ""), ("2024-25", 1, "50%", "")]),
        ("england", [("2023-24", 0, "", "no figure"), ("2024-25", 1, "60%", "")]),
    ]
    assert (chart.unit_sign, chart.decimals, chart.zero_based) == ("%", 0, True)


def test_a_hidden_figure_is_a_gap_with_its_reason() -> None:
    hidden = figure(None, "2022-23", symbol=Symbol.CONFIDENTIAL)
    point = trend(own=series(hidden, *OWN_LINE.figures)).lines[0].points[0]
    assert (point.value, point.shown, point.gap) == (None, "[c]", "[c] hidden so that no one can be identified")
    assert point.key == hidden.key


def test_similar_councils_are_drawn_as_the_mean_that_is_printed() -> None:
    """42.5 is printed as 43, and the mark stands at 43: halves are rounded one way everywhere."""
    chart = trend(series(figure("42", area=NEAR)), series(figure("43", area=FAR)))
    line = chart.lines[-1]
    assert (line.name, line.role) == ("Similar councils", "neighbours")
    assert [(point.value, point.shown, point.gap) for point in line.points] == [(None, "", "no figure"), (43.0, "43%", "")]


def test_a_target_is_a_level_line() -> None:
    line = trend(target=90, target_source="S1").lines[-1]
    assert (line.name, line.role, [point.shown for point in line.points]) == ("Target", "target", ["90%", "90%"])
    assert [line.role for line in trend().lines] == ["council"]


@pytest.mark.parametrize("unit", ["count", "fte"])
def test_a_size_is_drawn_alone(unit: str) -> None:
    chart = trend(series(figure("60", area=ENGLAND)), series(figure("42", area=NEAR)), unit=unit)
    assert [line.role for line in chart.lines] == ["council"]


def test_one_figure_is_too_little_to_draw() -> None:
    assert drawn(own=series(figure("50"))) is None
    assert drawn(own=series(figure(None, BEFORE), figure("50"))) is None
    assert drawn(series(figure("60", area=ENGLAND), figure("61", BEFORE, area=ENGLAND)), own=series(figure(None))) is None


def test_a_monthly_series_of_the_council_s_own_is_drawn_as_a_control_chart() -> None:
    values = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 51, 50, 50, 70]
    request = drawn(own=months(values), period_kind="month", local=True, polarity="lower")
    assert request is not None
    assert isinstance(request.chart, SpcChart)
    assert request.key == "chart-visits"
    assert request.title == "Exampleshire: the latest figure is above the upper limit"
    assert request.chart.flags[-1] == Flag(13, "worse")
    assert {flag.reading for flag in request.chart.flags[:-1]} <= {"better"}
    lower, upper = request.chart.lower, request.chart.upper
    assert lower is not None
    assert upper is not None
    assert request.chart.mean.shown == "52%"
    assert request.description == (
        f"A control chart of 14 points. The mean is 52%. The usual range is from {lower.shown} to {upper.shown}. "
        "The latest figure is above the upper limit."
    )


@pytest.mark.parametrize(
    ("values", "unit", "lower", "upper"),
    [
        # Nothing is counted below nought, whatever the arithmetic says of the lower limit.
        ([0, 20] * 7, "count", "0", "63"),
        ([0, 20] * 7, "percent", "0%", "63%"),
        # No share is above all of them; a sum of money or a count may be above a hundred.
        ([100, 80] * 7, "percent", "37%", "100%"),
        ([100, 80] * 7, "count", "37", "143"),
        # A limit inside what is possible is drawn where it is.
        ([50, 51] * 7, "percent", "48%", "53%"),
        # What can fall below nought, or rise above all of them, keeps its limits.
        ([-5, 20] * 7, "average", "−59", "74"),
        ([101, 80] * 7, "percent", "35%", "146%"),
    ],
)
def test_the_usual_range_is_drawn_within_what_is_possible(values: list[float], unit: str, lower: str, upper: str) -> None:
    request = drawn(own=months(values), period_kind="month", local=True, unit=unit)
    assert request is not None
    assert isinstance(request.chart, SpcChart)
    assert (request.chart.lower.shown, request.chart.upper.shown) == (lower, upper)
    assert f"The usual range is from {lower} to {upper}." in request.description
    assert request.chart.lower.value == pytest.approx(float(lower.strip("%").replace("−", "-")), abs=0.5)


@pytest.mark.parametrize(("values", "lower"), [([0, 20] * 7, "0.00"), ([-0.5, 20] * 7, "−44.78")])
def test_the_usual_range_ends_at_nought_exactly_unless_a_figure_is_below_it(values: list[float], lower: str) -> None:
    request = drawn(own=months(values), period_kind="month", local=True, unit="average", decimals=2)
    assert request is not None
    assert isinstance(request.chart, SpcChart)
    assert request.chart.lower.shown == lower


def test_where_neither_way_is_better_a_point_that_stands_out_is_neither() -> None:
    values = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 51, 50, 50, 70]
    request = drawn(own=months(values), period_kind="month", local=True, polarity="neither")
    assert request is not None
    assert isinstance(request.chart, SpcChart)
    assert {flag.reading for flag in request.chart.flags} == {"neutral"}


@pytest.mark.parametrize(("unit", "sign"), [("percent", "%"), ("pounds", "£"), ("average", "")])
def test_the_axis_has_the_sign_of_the_unit(unit: str, sign: str) -> None:
    request = drawn(unit=unit)
    assert request is not None
    assert isinstance(request.chart, TrendChart)
    assert (request.key, request.chart.unit_sign) == ("chart-visits", sign)


@pytest.mark.parametrize(
    ("own", "england", "unit", "said"),
    [
        (["40", "50"], "60", "percent", "Exampleshire was below England in 2024-25"),
        (["40", "70"], "60", "percent", "Exampleshire was above England in 2024-25"),
        (["40", "60.3"], "60", "percent", "Exampleshire was level with England in 2024-25"),
        (["40", "50"], None, "percent", "Exampleshire’s figure rose from 40% to 50%"),
        (["50", "40"], None, "percent", "Exampleshire’s figure fell from 50% to 40%"),
        (["50", "50.2"], None, "percent", "Exampleshire’s figure was the same in 2024-25 as in 2023-24"),
        (["40", "50"], "60", "count", "Exampleshire’s figure rose from 40 to 50"),
    ],
)
def test_the_chart_s_headline_is_its_message(own: list[str], england: str | None, unit: str, said: str) -> None:
    lines = [series(figure(own[0], BEFORE), figure(own[1], NOW))]
    if england:
        lines.append(series(figure(england, area=ENGLAND)))
    whole = publication(content(), *lines)
    drawn_of = indicator(unit=unit)
    assert chart_headline(drawn_of, columns_of(whole, drawn_of)) == said


@pytest.mark.parametrize(
    ("own", "england", "said"),
    [
        (["40", "70", "50"], "60", "Exampleshire was below England in 2025-26"),
        (["40", "20", "70"], "60", "Exampleshire was above England in 2025-26"),
        (["50", "20", "60"], None, "Exampleshire’s figure rose from 50% to 60%"),
        (["50", "60", "20"], None, "Exampleshire’s figure fell from 50% to 20%"),
        (["50", "20", "50"], None, "Exampleshire’s figure was the same in 2025-26 as in 2023-24"),
    ],
)
def test_the_headline_looks_at_the_ends_and_not_between(own: list[str], england: str | None, said: str) -> None:
    years = (BEFORE, NOW, "2025-26")
    lines = [series(*(figure(value, year) for value, year in zip(own, years, strict=True)))]
    if england:
        lines.append(series(figure(england, years[-1], area=ENGLAND)))
    assert chart_headline(indicator(), columns_of(publication(content(), *lines), indicator())) == said


@pytest.mark.parametrize(("before", "now", "verb"), [("0.5", "0", "fell"), ("0", "0.5", "rose"), ("-0.5", "0", "rose"), ("0", "-0.5", "fell")])
def test_to_nought_and_from_nought_is_a_move_like_any_other(before: str, now: str, verb: str) -> None:
    drawn_of = indicator(unit="average", decimals=1)
    whole = publication(content(), series(figure(before, BEFORE), figure(now, NOW)))
    assert chart_headline(drawn_of, columns_of(whole, drawn_of)).startswith(f"Exampleshire’s figure {verb} from ")


def test_england_s_figure_of_another_year_is_not_compared_with() -> None:
    whole = publication(content(), OWN_LINE, series(figure("60", BEFORE, area=ENGLAND)))
    assert chart_headline(indicator(), columns_of(whole, indicator())) == "Exampleshire’s figure rose from 40% to 50%"


def test_the_description_tells_the_lines_in_words() -> None:
    whole = publication(content(), OWN_LINE, series(figure("60", area=ENGLAND)))
    assert description_of(indicator(), columns_of(whole, indicator())).text == (
        "Exampleshire went from 40% in 2023-24 to 50% in 2024-25. Its lowest was 40% in 2023-24 and its highest 50% in 2024-25. "
        "England was at 60% in 2024-25."
    )


def test_a_small_line_needs_two_figures() -> None:
    request = spark(indicator(), series(*OWN_LINE.figures, figure(None, "2025-26")))
    assert request is not None
    assert isinstance(request.chart, Sparkline)
    assert (request.key, len(request.chart.points)) == ("spark-visits", 3)
    assert spark(indicator(), series(figure("50"), figure(None, "2025-26"))) is None


def ranked(*others: Series, unit: str = "percent") -> ChartRequest | None:
    whole = publication(content(indicators=(indicator(unit=unit),)), OWN_LINE, *others)
    return ranking_chart(whole, whole.content.indicators[0], analysed(whole)[0].readings["visits"])


def test_similar_councils_stand_from_the_lowest_to_the_highest() -> None:
    request = ranked(series(figure("60", area=NEAR)), series(figure("45", area=FAR)), series(figure("55", area=ENGLAND)))
    assert request is not None
    assert isinstance(request.chart, RankingChart)
    assert [(bar.name, bar.shown, bar.emphasis) for bar in request.chart.bars] == [
        ("Testbury", "45%", False), ("Exampleshire", "50%", True), ("Sampleton", "60%", False),
    ]  # fmt: skip
    assert request.chart.reference == Bar("England", 55.0, "55%", emphasis=False)
    assert request.title == "One similar council has a lower figure than Exampleshire"
    assert request.description == "From the lowest to the highest: Testbury 45%; Exampleshire 50%; Sampleton 60%."


def test_a_tie_is_not_a_lower_figure() -> None:
    request = ranked(series(figure("50", area=NEAR)), series(figure("60", area=FAR)))
    assert request is not None
    assert request.title == "No similar councils have a lower figure than Exampleshire"
    both = ranked(series(figure("40", area=NEAR)), series(figure("30", area=FAR)))
    assert both is not None
    assert both.title == "Two similar councils have a lower figure than Exampleshire"


@pytest.mark.parametrize(
    ("own", "near", "far", "order", "lower"),
    [
        ("0", "0.5", "-0.5", ["Testbury", "Exampleshire", "Sampleton"], "One similar council has"),
        ("0.5", "0", "-0.5", ["Testbury", "Sampleton", "Exampleshire"], "Two similar councils have"),
        ("-0.5", "0", "0.5", ["Exampleshire", "Sampleton", "Testbury"], "No similar councils have"),
    ],
)
def test_nought_is_a_figure_like_any_other_and_lies_above_what_is_below_it(own: str, near: str, far: str, order: list[str], lower: str) -> None:
    lines = series(figure(own)), series(figure(near, area=NEAR)), series(figure(far, area=FAR))
    whole = publication(content(indicators=(indicator(unit="average", decimals=1),)), *lines)
    request = ranking_chart(whole, whole.content.indicators[0], analysed(whole)[0].readings["visits"])
    assert request is not None
    assert isinstance(request.chart, RankingChart)
    assert [bar.name for bar in request.chart.bars] == order
    assert request.title == f"{lower} a lower figure than Exampleshire"


def test_with_one_other_council_or_a_size_there_is_no_ranking() -> None:
    near, far = series(figure("60", area=NEAR)), series(figure("45", area=FAR))
    assert ranked(near) is None
    assert ranked(near, series(figure(None, area=FAR))) is None
    assert ranked(near, series(figure("45", BEFORE, area=FAR))) is None
    assert ranked(near, far, unit="count") is None


def test_a_series_of_another_kind_of_period_is_placed_by_its_own() -> None:
    quarters = series(*(figure(str(value), f"2025-Q{value}", kind=PeriodKind.QUARTER) for value in (1, 2, 3)))
    assert [point.label for point in trend(own=quarters, period_kind="quarter").lines[0].points] == ["2025-Q1", "2025-Q2", "2025-Q3"]

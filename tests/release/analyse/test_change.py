"""What may be said of a change: which test a series has earned, and the words that its verdict allows."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.figures import Series
from generator.release.analyse.change import SMALL_BASE, Change, Rule, Way, change_of, improvement, way_of
from generator.statistics.spc import MINIMUM_POINTS
from generator.vocabulary import PeriodKind, Polarity, Progress, Symbol
from tests.release.making import figure, indicator, months, series, years

STEADY = [50, 51, 49, 50, 52, 48, 50, 51, 49, 50, 51, 50]
UP, DOWN = [*STEADY, 50, 70], [*STEADY, 50, 30]
RISING = [(500, 1000), (560, 1000), (620, 1000), (680, 1000), (740, 1000)]
FALLING = RISING[::-1]
LEVEL = [(500, 1000), (505, 1000), (498, 1000), (503, 1000), (501, 1000)]
MONTHLY = {"period_kind": "month", "local": True}


def test_without_a_figure_nothing_is_measured() -> None:
    hidden = figure(None, symbol=Symbol.CONFIDENTIAL)
    for empty in (series(), series(hidden)):
        assert change_of(indicator(), empty) == Change(
            None, None, Way.NOTHING_BEFORE, Progress.NOT_MEASURED, Rule.NONE, "No figure has been published."
        )


def test_one_figure_alone_says_nothing_about_change() -> None:
    only = figure("50")
    assert change_of(indicator(), series(only)) == Change(
        only, None, Way.NOTHING_BEFORE, Progress.TOO_LITTLE, Rule.NONE,
        "Only one figure has been published, so nothing can be said about change.",
    )  # fmt: skip


def test_a_hidden_figure_is_passed_over() -> None:
    first, hidden, last = figure("50", "2022-23"), figure(None, "2023-24"), figure("60", "2024-25")
    change = change_of(indicator(), series(first, hidden, last))
    assert (change.latest, change.previous) == (last, first)


@pytest.mark.parametrize(("people", "small"), [(SMALL_BASE - 1, True), (SMALL_BASE, False), (SMALL_BASE + 1, False)])
def test_a_percentage_of_few_people_carries_a_caution(people: int, *, small: bool) -> None:
    latest = figure("50", counts=(people // 2, people))
    assert SMALL_BASE == 50
    assert change_of(indicator(), series(latest)).small_base is small
    assert change_of(indicator(), series(figure("40", "2023-24", counts=(400, 1000)), latest)).small_base is small
    assert change_of(indicator(), series(figure("40", "2023-24", counts=(4, 10)), figure("50"))).small_base is False


@pytest.mark.parametrize(
    ("polarity", "latest", "way"),
    [
        ("higher", "51", Way.RIGHT),
        ("higher", "49", Way.WRONG),
        ("lower", "51", Way.WRONG),
        ("lower", "49", Way.RIGHT),
        ("neither", "51", Way.NO_DIRECTION),
        ("neither", "50.4", Way.UNCHANGED),
        ("higher", "50.4", Way.UNCHANGED),
        ("lower", "50.4", Way.UNCHANGED),
        ("higher", "0", Way.WRONG),
    ],
)
def test_figures_are_compared_as_printed(polarity: str, latest: str, way: Way) -> None:
    assert way_of(indicator(polarity=polarity), figure(latest), figure("50", "2023-24")) is way
    change = change_of(indicator(polarity=polarity), series(figure("50", "2023-24"), figure(latest)))
    assert change.way is way


def test_the_direction_of_improvement_follows_the_polarity() -> None:
    assert [improvement(polarity) for polarity in (Polarity.HIGHER, Polarity.LOWER, Polarity.NEITHER)] == [1, -1, 0]


@pytest.mark.parametrize(
    ("polarity", "values", "progress", "why"),
    [
        ("higher", UP, Progress.BETTER, "The latest figure is above the upper limit."),
        ("higher", DOWN, Progress.WORSE, "The latest figure is below the lower limit."),
        ("lower", UP, Progress.WORSE, "The latest figure is above the upper limit."),
        ("lower", DOWN, Progress.BETTER, "The latest figure is below the lower limit."),
        ("neither", UP, Progress.CHANGED, "The latest figure is above the upper limit."),
        ("higher", [*STEADY, 50, 51], Progress.NO_CLEAR_CHANGE, "The latest figure is within the usual variation."),
        ("neither", [*STEADY, 50, 51], Progress.NO_CLEAR_CHANGE, "The latest figure is within the usual variation."),
    ],
)
def test_a_monthly_series_of_the_council_s_own_is_judged_by_a_control_chart(
    polarity: str, values: list[float], progress: Progress, why: str
) -> None:
    change = change_of(indicator(polarity=polarity, **MONTHLY), months(values))
    assert (change.progress, change.rule, change.why) == (progress, Rule.CONTROL_CHART, why)
    assert change.chart is not None
    assert len(change.chart.kinds) == len(values)


def test_a_quarterly_series_is_judged_by_a_control_chart_too() -> None:
    quarters = series(
        *(figure(str(value), f"{2020 + at // 4}-Q{at % 4 + 1}", kind=PeriodKind.QUARTER) for at, value in enumerate(UP))
    )
    assert change_of(indicator(period_kind="quarter", local=True), quarters).rule is Rule.CONTROL_CHART


def test_with_too_few_points_the_number_that_is_needed_is_told() -> None:
    change = change_of(indicator(**MONTHLY), months(STEADY))
    assert len(STEADY) == MINIMUM_POINTS - 1 == 12
    assert (change.progress, change.rule, change.chart) == (Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, None)
    assert change.why == "There are 12 points; a control chart needs 13."
    assert change_of(indicator(**MONTHLY), months([*STEADY, 50])).rule is Rule.CONTROL_CHART
    assert change_of(indicator(**MONTHLY), months([50, 51])).why == "There are two points; a control chart needs 13."


SOME_COUNTS = "Some of the last figures come without the numbers behind them, so no test can tell a real change from chance."
NO_TEST = "The figures come without the numbers behind them, so no test can tell a real change from chance."


def plain(change: Change, why: str = NO_TEST) -> bool:
    return (change.progress, change.rule, change.why, change.chart) == (Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, why, None)


def test_a_monthly_series_that_is_not_the_council_s_own_has_earned_no_test() -> None:
    assert plain(change_of(indicator(period_kind="month", local=False), months(UP)))


def test_a_monthly_series_with_a_hidden_point_has_earned_no_test() -> None:
    whole = months(UP)
    gap = figure(None, "2024-03", kind=PeriodKind.MONTH)
    broken = Series(whole.indicator, whole.area, "all", (*whole.figures[:2], gap, *whole.figures[3:]))
    assert len(broken.shown) >= MINIMUM_POINTS
    assert refused(change_of(indicator(**MONTHLY), broken), "a figure in between is missing or hidden")


def refused(change: Change, reason: str) -> bool:
    why = f"A control chart cannot be used: {reason}."
    return (change.progress, change.rule, change.why, change.chart) == (Progress.TOO_LITTLE, Rule.PLAIN_CHANGE, why, None)


@pytest.mark.parametrize("left_out", [1, 7, 12])
def test_a_monthly_series_without_one_of_its_months_has_earned_no_test(left_out: int) -> None:
    whole = months([*UP, 50]).figures
    broken = series(*whole[:left_out], *whole[left_out + 1 :])
    assert len(broken.shown) >= MINIMUM_POINTS
    assert refused(change_of(indicator(**MONTHLY), broken), "a figure in between is missing or hidden")


def test_a_series_may_begin_late_and_still_be_whole() -> None:
    assert change_of(indicator(**MONTHLY), series(*months([*UP, 50]).figures[1:])).rule is Rule.CONTROL_CHART


def test_figures_of_a_council_that_rounds_have_earned_no_control_chart() -> None:
    assert refused(change_of(indicator(**MONTHLY), months(UP), rounded=True), "the figures are rounded")
    assert change_of(indicator(), years(RISING), rounded=True).rule is Rule.TREND_TEST


@pytest.mark.parametrize(("unit", "below", "earned"), [("count", 0, True), ("count", 1, False), ("percent", 1, True)])
def test_small_counts_have_earned_no_control_chart(unit: str, below: int, *, earned: bool) -> None:
    """Counts whose mean is ten are large enough; a mean just below ten is not. A percentage is no count."""
    values = [9, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11, 10, 9, 11 - below]
    change = change_of(indicator(unit=unit, **MONTHLY), months(values))
    assert (change.rule is Rule.CONTROL_CHART) is earned
    assert earned or refused(change, "the numbers are too small")


def test_a_hidden_figure_between_the_last_two_breaks_the_series() -> None:
    first, hidden, last = figure("50", "2022-23"), figure(None, "2023-24"), figure("60", "2024-25")
    assert change_of(indicator(), series(hidden, first, last)).unbroken
    assert not change_of(indicator(), series(first, hidden, last)).unbroken
    assert change_of(indicator(), series(first, last, hidden)).unbroken


def test_a_change_is_tested_only_by_a_control_chart_or_the_trend_test() -> None:
    assert change_of(indicator(**MONTHLY), months(UP)).tested
    assert change_of(indicator(), years(RISING)).tested
    assert not change_of(indicator(), years(RISING[:4])).tested
    assert not change_of(indicator(), series(figure("50"))).tested
    assert change_of(indicator(), series(figure("50"))).unbroken


@pytest.mark.parametrize(
    ("polarity", "counts", "progress", "why"),
    [
        ("higher", RISING, Progress.BETTER, "Over the last five years the figures have been rising by more than chance would give."),
        ("lower", RISING, Progress.WORSE, "Over the last five years the figures have been rising by more than chance would give."),
        ("higher", FALLING, Progress.WORSE, "Over the last five years the figures have been falling by more than chance would give."),
        ("lower", FALLING, Progress.BETTER, "Over the last five years the figures have been falling by more than chance would give."),
        (
            "neither", RISING, Progress.CHANGED,
            "Over the last five years the figures have been rising by more than chance would give.",
        ),
        ("higher", LEVEL, Progress.NO_CLEAR_CHANGE, "Over the last five years the figures show no change beyond what chance would give."),
        ("neither", LEVEL, Progress.NO_CLEAR_CHANGE, "Over the last five years the figures show no change beyond what chance would give."),
    ],
)  # fmt: skip
def test_five_years_with_their_counts_are_judged_by_the_trend_test(
    polarity: str, counts: list[tuple[int, int]], progress: Progress, why: str
) -> None:
    change = change_of(indicator(polarity=polarity), years(counts))
    assert (change.progress, change.rule, change.why, change.chart) == (progress, Rule.TREND_TEST, why, None)


@pytest.mark.parametrize("kind", [PeriodKind.SNAPSHOT, PeriodKind.CALENDAR_YEAR, PeriodKind.FINANCIAL_YEAR, PeriodKind.ACADEMIC_YEAR])
def test_every_kind_of_year_can_be_tested(kind: PeriodKind) -> None:
    form = {PeriodKind.SNAPSHOT: "{0}-03-31", PeriodKind.CALENDAR_YEAR: "{0}"}.get(kind, "{0}-{1:02}")
    figures = [
        figure(str(above / 10), form.format(2020 + at, 21 + at), kind=kind, counts=(above, below))
        for at, (above, below) in enumerate(RISING)
    ]
    assert change_of(indicator(period_kind=kind.value), series(*figures)).rule is Rule.TREND_TEST


def test_figures_reported_now_and_then_have_earned_no_test() -> None:
    figures = [
        figure(str(above / 10), f"{2020 + at}-03-31", kind=PeriodKind.REPORTED, counts=(above, below))
        for at, (above, below) in enumerate(RISING)
    ]
    assert plain(change_of(indicator(period_kind="reported", local=True), series(*figures)))


def test_a_rate_is_tested_as_a_rate_and_a_percentage_as_a_share() -> None:
    """A rate may have more events than people, which no share can."""
    many = [(1200, 1000), (1300, 1000), (1400, 1000), (1500, 1000), (1600, 1000)]
    assert change_of(indicator(unit="rate_10000"), years(many, per=10_000)).rule is Rule.TREND_TEST
    assert change_of(indicator(unit="rate_10000"), years(many, per=10_000)).progress is Progress.BETTER


def test_years_without_their_counts_have_earned_no_test() -> None:
    figures = years(RISING).figures
    bare = figure("68", "2023-24")
    assert plain(change_of(indicator(), series(*figures[:3], bare, figures[4])), SOME_COUNTS)
    for nothing in ({"numerator": None}, {"denominator": None}, {"numerator": None, "denominator": None}):
        assert plain(change_of(indicator(), series(*(replace(one, **nothing) for one in figures))))


def test_a_numerator_without_its_denominator_has_earned_no_test() -> None:
    *others, last = years(RISING).figures
    assert plain(change_of(indicator(), series(*others, replace(last, denominator=None))), SOME_COUNTS)
    assert plain(change_of(indicator(), series(*others, replace(last, numerator=None))), SOME_COUNTS)


def test_the_words_for_ways_and_rules_are_those_that_pages_say() -> None:
    assert [way.value for way in Way] == [
        "moved the right way", "moved the wrong way", "did not move", "moved, and neither way is better", "has nothing to be compared with",
    ]  # fmt: skip
    assert [rule.value for rule in Rule] == [
        "control chart", "five-year trend test", "plain change, no test possible", "nothing to compare",
    ]  # fmt: skip


def test_only_the_last_five_years_need_their_counts() -> None:
    older = figure("10", "2019-20")
    assert change_of(indicator(), series(older, *years(RISING).figures)).rule is Rule.TREND_TEST
    assert plain(change_of(indicator(), series(older, *years(RISING[1:], first=2021).figures)), SOME_COUNTS)


@pytest.mark.parametrize(
    ("counts", "reason"),
    [
        (RISING[:4], "fewer than five yearly points"),
        ([*RISING[:4], (1000, 1000)], "a numerator is nought, or the whole of its denominator"),
    ],
)
def test_where_the_trend_test_cannot_be_used_the_reason_is_told(counts: list[tuple[int, int]], reason: str) -> None:
    change = change_of(indicator(), years(counts))
    assert (change.progress, change.rule) == (Progress.TOO_LITTLE, Rule.PLAIN_CHANGE)
    assert change.why == f"The five-year trend test cannot be used: {reason}."


def test_a_year_that_is_missing_stops_the_trend_test() -> None:
    figures = years([*RISING, (800, 1000)]).figures
    change = change_of(indicator(), series(*figures[:3], *figures[4:]))
    assert change.why == "The five-year trend test cannot be used: a year is missing from the last five."


def test_the_latest_figure_and_the_one_before_are_kept_with_their_values() -> None:
    change = change_of(indicator(), years(RISING))
    assert change.latest is not None
    assert change.previous is not None
    assert (change.latest.value, change.previous.value) == (Decimal(74), Decimal(68))
    assert change.way is Way.RIGHT

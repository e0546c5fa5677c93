"""How a figure stands beside England, its region, similar councils and all councils of the same period."""

from decimal import Decimal

import pytest

from generator.release.analyse.compare import Average, at, before, interval_of, neighbours_mean, standing_of
from generator.statistics.comparison import Band, Quartiles, Rank
from generator.statistics.intervals import proportion_interval, rate_interval
from generator.vocabulary import Symbol
from tests.release.making import (
    ENGLAND,
    FAR,
    NEAR,
    OWN,
    REGION,
    content,
    council,
    figure,
    indicator,
    period,
    publication,
    series,
)

NOW, BEFORE = "2024-25", "2023-24"


def test_the_figure_of_a_period_is_found_only_where_it_is_shown() -> None:
    shown, hidden = figure("50", BEFORE), figure(None, NOW)
    whole = publication(content(), series(shown, hidden))
    assert at(whole, "visits", OWN, period(BEFORE)) is shown
    assert at(whole, "visits", OWN, period(NOW)) is None
    assert at(whole, "visits", ENGLAND, period(BEFORE)) is None


def test_the_figure_before_is_the_latest_of_the_earlier_ones() -> None:
    first, second, third = figure("1", "2021-22"), figure("2", "2022-23"), figure("3", "2024-25")
    whole = publication(content(), series(first, second, figure(None, "2023-24"), third))
    assert before(whole, third) is second
    assert before(whole, second) is first
    assert before(whole, first) is None


def test_the_mean_of_similar_councils_is_of_those_that_have_a_figure() -> None:
    near, far = figure("40", area=NEAR), figure("45", area=FAR)
    both = publication(content(), series(near), series(far))
    assert neighbours_mean(both, "visits", period(NOW)) == Average(Decimal("42.5"), 2, 2, (near.key, far.key))
    one = publication(content(), series(near), series(figure(None, area=FAR, symbol=Symbol.CONFIDENTIAL)))
    assert neighbours_mean(one, "visits", period(NOW)) == Average(Decimal(40), 1, 2, (near.key,))


def test_without_a_similar_council_s_figure_there_is_no_mean() -> None:
    other_year = publication(content(), series(figure("40", BEFORE, area=NEAR)))
    assert neighbours_mean(other_year, "visits", period(NOW)) is None
    alone = publication(content(council=council(neighbours=None)), series(figure("40", area=NEAR)))
    assert neighbours_mean(alone, "visits", period(NOW)) is None


def test_a_mean_counts_a_nought() -> None:
    whole = publication(content(), series(figure("0", area=NEAR)), series(figure("5", area=FAR)))
    mean = neighbours_mean(whole, "visits", period(NOW))
    assert mean is not None
    assert mean.value == Decimal("2.5")


def standing_among(*values: str, polarity: str = "higher", own: str = "50"):
    latest = figure(own)
    others = tuple(figure(value, area=f"E060001{number:02}") for number, value in enumerate(values))
    other_period, hidden = figure("99", BEFORE, area="E06000190"), figure(None, area="E06000191")
    everywhere = {"visits": (latest, other_period, hidden, *others)}
    whole = publication(content(), series(latest), everywhere=everywhere)
    return standing_of(whole, indicator(polarity=polarity), latest)


def test_rank_band_and_spread_are_among_councils_with_a_figure_of_the_same_period() -> None:
    standing = standing_among("10", "20", "60")
    assert standing.rank == Rank(2, 4)
    assert standing.band is Band.B
    assert standing.spread == Quartiles(10.0, 17.5, 35.0, 52.5, 60.0)


def test_where_lower_is_better_the_lowest_is_first() -> None:
    assert standing_among("10", "20", "60", polarity="lower").rank == Rank(3, 4)


def test_a_nought_is_a_figure_like_any_other() -> None:
    assert standing_among("10", "20", polarity="lower", own="0").rank == Rank(1, 3)
    assert standing_among("1", "20", polarity="lower", own="0").band is Band.A
    assert standing_among("0.5", "20", own="0").rank == Rank(3, 3)


@pytest.mark.parametrize("unit", ["count", "fte"])
def test_a_size_is_compared_with_nobody(unit: str) -> None:
    latest, others = figure("50"), [figure("10", area=ENGLAND), figure("20", area=REGION), figure("30", area=NEAR)]
    whole = publication(content(), series(latest), *(series(one) for one in others), everywhere={"visits": (latest, *others)})
    standing = standing_of(whole, indicator(unit=unit), latest)
    assert (standing.england, standing.region, standing.neighbours, standing.rank, standing.band, standing.spread) == (None,) * 6
    assert standing_of(whole, indicator(), latest).rank == Rank(1, 4)


def test_where_neither_way_is_better_nobody_is_ranked() -> None:
    standing = standing_among("10", "20", "60", polarity="neither")
    assert (standing.rank, standing.band) == (None, None)
    assert standing.spread is not None


def test_without_the_figures_of_all_councils_there_is_no_rank() -> None:
    latest = figure("50")
    standing = standing_of(publication(content(), series(latest)), indicator(), latest)
    assert (standing.rank, standing.band, standing.spread, standing.england, standing.region, standing.neighbours) == (None,) * 6


def test_england_the_region_and_similar_councils_are_of_the_same_period() -> None:
    latest = figure("50")
    england, region, near = figure("55", area=ENGLAND), figure("52", area=REGION), figure("40", area=NEAR)
    older = figure("54", BEFORE, area=ENGLAND)
    whole = publication(content(), series(latest), series(older, england), series(region), series(near))
    standing = standing_of(whole, indicator(), latest)
    assert (standing.england, standing.region) == (england, region)
    assert standing.neighbours == Average(Decimal(40), 1, 2, (near.key,))
    no_region = publication(content(council=council(region=None)), series(latest), series(region))
    assert standing_of(no_region, indicator(), latest).region is None


@pytest.mark.parametrize(
    ("unit", "counts", "expected"),
    [
        ("percent", (30, 60), proportion_interval(30, 60, per=100)),
        ("percent", (60, 60), proportion_interval(60, 60, per=100)),
        ("percent", (61, 60), None),
        ("rate_10000", (30, 6000), rate_interval(30, 6000, per=10_000)),
        ("rate_10000", (61, 60), rate_interval(61, 60, per=10_000)),
        ("average", (30, 60), None),
        ("percent", (0, 1), proportion_interval(0, 1, per=100)),
        ("percent", (0, 0), None),
        ("percent", None, None),
    ],
)
def test_an_interval_needs_the_counts_and_a_unit_that_has_one(unit: str, counts: tuple[int, int] | None, expected: object) -> None:
    assert interval_of(indicator(unit=unit), figure("50", counts=counts)) == expected


def test_the_interval_stands_in_the_standing() -> None:
    latest = figure("50", counts=(30, 60))
    assert standing_of(publication(content(), series(latest)), indicator(), latest).interval == proportion_interval(30, 60, per=100)

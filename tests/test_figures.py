"""A figure is a value or a symbol, never both; a publication answers for every series, also for one that is not there."""

from decimal import Decimal

import pytest

from generator.figures import Figure, Publication, Series
from generator.periods import parse_period
from generator.vocabulary import PeriodKind, Symbol
from tests.release.making import content

PERIOD = parse_period("2025-03-31", PeriodKind.SNAPSHOT)
assert PERIOD
SHOWN = Figure("visits", "E06000999", PERIOD, "all", Decimal(0), None, "S1")
HIDDEN = Figure("visits", "E06000999", PERIOD, "all", None, Symbol.CONFIDENTIAL, "S1")


def test_a_nought_is_a_value() -> None:
    assert SHOWN.value == 0


def test_a_figure_is_never_both_and_never_neither() -> None:
    for value, symbol in ((None, None), (Decimal(1), Symbol.CONFIDENTIAL)):
        with pytest.raises(ValueError, match=r"^a figure is a value or a symbol$"):
            Figure("visits", "E06000999", PERIOD, "all", value, symbol, "S1")


@pytest.mark.parametrize("counts", [(Decimal(1), None), (None, Decimal(1)), (Decimal(1), Decimal(2))])
def test_a_hidden_figure_has_no_counts_behind_it(counts: tuple[Decimal | None, Decimal | None]) -> None:
    with pytest.raises(ValueError, match=r"^a hidden figure shows neither numerator nor denominator$"):
        Figure("visits", "E06000999", PERIOD, "all", None, Symbol.CONFIDENTIAL, "S1", *counts)


def test_a_figure_s_key_names_indicator_area_period_and_breakdown() -> None:
    assert SHOWN.key == "visits/E06000999/2025-03-31/all"


def test_a_series_knows_its_newest_figure_and_those_that_are_shown() -> None:
    series = Series("visits", "E06000999", "all", (SHOWN, HIDDEN))
    assert series.latest is HIDDEN
    assert series.shown == (SHOWN,)
    assert Series("visits", "E06000999", "all", ()).latest is None


def test_a_publication_gives_the_series_that_is_asked_for_or_an_empty_one() -> None:
    whole, girls = Series("visits", "E06000999", "all", (SHOWN,)), Series("visits", "E06000999", "sex: girls", (HIDDEN,))
    publication = Publication(content(), {("visits", "E06000999", "all"): whole, ("visits", "E06000999", "sex: girls"): girls})
    assert publication.of("visits", "E06000999") is whole
    assert publication.of("visits", "E06000999", "sex: girls") is girls
    assert publication.of("visits", "E92000001") == Series("visits", "E92000001", "all", ())

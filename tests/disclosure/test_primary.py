"""How a count of people is hidden or rounded, and what a rounded one could stand for."""

from decimal import Decimal

import pytest

from generator.disclosure.primary import could_be, must_hide, rounded, too_small
from generator.model import DisclosurePolicy


@pytest.mark.parametrize(
    ("base", "count", "printed"),
    [(1, "12.5", "12.5"), (2, "13", "14"), (5, "12", "10"), (5, "12.5", "15"), (5, "13", "15"), (10, "44", "40"), (10, "45", "50")],
)
def test_a_count_is_rounded_to_the_nearest_multiple_and_halves_go_up(base: int, count: str, printed: str) -> None:
    assert rounded(DisclosurePolicy(rounding_base=base), Decimal(count)) == Decimal(printed)


@pytest.mark.parametrize(
    ("base", "threshold", "printed", "least", "greatest"),
    [(1, 5, 12, 12, 12), (2, 5, 12, 11, 13), (5, 5, 45, 43, 47), (5, 5, 5, 6, 7), (5, 5, 0, 0, 0), (10, 3, 0, 0, 5), (10, 5, 0, 0, 0)],
)
def test_a_printed_count_stands_for_every_count_that_is_rounded_to_it(base: int, threshold: int, printed: int, least: int, greatest: int) -> None:
    assert could_be(DisclosurePolicy(rounding_base=base, threshold=threshold), printed) == (least, greatest)


def test_counts_from_one_to_the_threshold_are_small_and_a_nought_only_where_noughts_are_hidden() -> None:
    shown, hidden = DisclosurePolicy(threshold=5), DisclosurePolicy(threshold=5, zeros_shown=False)
    assert [too_small(shown, Decimal(count)) for count in (0, 1, 5, 6)] == [False, True, True, False]
    assert too_small(hidden, Decimal(0))
    assert must_hide(shown, [Decimal(20), Decimal(5)])
    assert not must_hide(shown, [Decimal(20), Decimal(6)])

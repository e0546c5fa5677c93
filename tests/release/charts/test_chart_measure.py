"""Labels keep their distance, lose no word, and stay as near as they can to what they name."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.release.charts.measure import fitting, spread, text_width, wrapped

PLACES = st.lists(st.floats(0, 250, allow_nan=False), max_size=8)


@given(PLACES)
def test_spread_labels_keep_their_order_their_distance_and_their_bounds(wanted: list[float]) -> None:
    places = spread(wanted, 17, 0, 250)
    ordered = [place for _, place in sorted(zip(wanted, places, strict=True))]
    assert all(below - above >= 17 - 1e-6 for above, below in pairwise(ordered))
    assert all(-1e-6 <= place <= 250 + 1e-6 for place in places)


@given(st.lists(st.integers(0, 12), unique=True, max_size=8))
def test_labels_that_are_far_enough_apart_are_not_moved(steps: list[int]) -> None:
    wanted = [20.0 * step for step in steps]
    assert spread(wanted, 17, 0, 250) == pytest.approx(wanted)


def test_two_labels_at_one_place_part_evenly() -> None:
    assert spread([100, 100], 20, 0, 250) == [90, 110]


def test_more_labels_than_fit_are_set_evenly() -> None:
    assert spread([5.0] * 4, 17, 0, 30) == pytest.approx([0, 10, 20, 30])


@given(st.integers(1, 60), st.floats(1, 90), st.floats(60, 700))
def test_printed_periods_begin_with_the_first_end_with_the_last_and_never_meet(
    count: int, width: float, room: float
) -> None:
    centres = [room * index / max(1, count - 1) for index in range(count)]
    chosen = fitting(centres, [width] * count, 10)
    assert chosen[-1] == count - 1
    assert all(centres[right] - centres[left] >= width + 10 for left, right in pairwise(chosen))
    if count > 1 and room >= width + 10:
        assert chosen[0] == 0


def test_printed_periods_are_evenly_spaced_where_they_can_be() -> None:
    centres = [20.0 * index for index in range(10)]
    assert fitting(centres, [40.0] * 10, 10) == [0, 3, 6, 9]


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=120), st.floats(40, 300))
def test_wrapped_text_loses_nothing_and_fits(text: str, width: float) -> None:
    lines = wrapped(text, 14, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, 14) <= width for line in lines if len(line) > 1)

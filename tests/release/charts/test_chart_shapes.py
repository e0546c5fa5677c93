"""The descriptions of charts refuse what cannot be drawn truthfully."""

import math

import pytest

from generator.release.charts.shapes import Line, Point, ThreadMap, ThreadRow, gap_symbol

from .examples import ABSENT, a_line, a_trend


def test_a_point_without_value_must_say_why() -> None:
    with pytest.raises(ValueError, match="a point without a value says why there is none"):
        Point("2025", 0, None, "")


def test_a_point_is_never_both_a_value_and_a_gap() -> None:
    with pytest.raises(ValueError, match="a point is a value or a gap, never both"):
        Point("2025", 0, 3.0, "3", ABSENT)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_value_must_be_finite(value: float) -> None:
    with pytest.raises(ValueError, match="a value is finite and has its printed number"):
        Point("2025", 0, value, "many")


def test_a_value_must_have_its_printed_number() -> None:
    with pytest.raises(ValueError, match="a value is finite and has its printed number"):
        Point("2025", 0, 3.0, "")


def test_points_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="the points of a line are in order, one for each position"):
        Line("Oldbridge", "council", (Point("2025", 1, 3.0, "3"), Point("2024", 0, 3.0, "3")))


def test_five_lines_are_refused_and_four_with_a_target_are_not() -> None:
    council = a_line()
    a_trend(council, council, council, council, a_line("Target", "target"))
    with pytest.raises(ValueError, match="a chart has at most 4 lines and a target"):
        a_trend(council, council, council, council, council)


def test_a_thread_row_must_fit_the_inspections() -> None:
    with pytest.raises(ValueError, match="every row of a thread map has a cell for each inspection"):
        ThreadMap(("2017", "2025"), (ThreadRow("Private fostering", ("formal",)),))


@pytest.mark.parametrize(
    ("gap", "symbol"), [(ABSENT, "[x]"), ("[low] rounds to zero", "[low]"), ("none", "")]
)
def test_the_symbol_of_a_gap_is_what_its_reason_starts_with(gap: str, symbol: str) -> None:
    assert gap_symbol(gap) == symbol

"""What heights in a chart mean, read from its own axis: nothing here knows a figure."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from itertools import pairwise

from generator.audit.numbers import numbers
from generator.audit.page_text import Shape

SLACK = 0.9
"""Pixels that rounding may move a mark."""
DROP = 4.7
"""Pixels that a label of the axis stands below its line."""
_PLACE = re.compile(r"translate\((-?[\d.]+)[ ,](-?[\d.]+)\)")


class Crooked(Enum):
    """What can be wrong with an axis."""

    AXIS = "its numbers do not fit the places where they stand"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a height in the picture means: value = start + slope x height."""

    start: float
    slope: float
    top: float
    bottom: float
    left: float
    right: float

    def near(self, height: float, values: list[float]) -> bool:
        """Whether a height is that of one of the values, which are in order."""
        wanted, slack = self.start + self.slope * height, abs(self.slope) * SLACK
        at = bisect_left(values, wanted - slack)
        return at < len(values) and values[at] <= wanted + slack

    def off(self, height: float, value: float) -> float:
        """How many pixels a height is away from a value's own."""
        return abs((value - self.start) / self.slope - height)

    def holds(self, across: float, down: float) -> bool:
        """Whether a place lies inside the plot."""
        return self.left - 1 <= across <= self.right + 1 and self.top - 1 <= down <= self.bottom + 1


def axis_labels(shapes: Sequence[Shape]) -> list[Shape]:
    """The labels of the value axis."""
    return [
        shape
        for shape in shapes
        if shape.tag == "text" and "data-axis" in shape.attributes and shape.attributes.get("text-anchor") == "end"
        and len(numbers(shape.text.rstrip("%m"))) == 1
    ]  # fmt: skip


def scale_of(shapes: Sequence[Shape]) -> Scale | Crooked | None:
    """The scale that the axis gives; None where there is no axis."""
    labels = axis_labels(shapes)
    ticks = sorted((float(label.attributes["y"]), _amount(label.text)) for label in labels)
    grid = [shape for shape in shapes if shape.tag == "line" and shape.attributes.get("y1") == shape.attributes.get("y2")]
    if len(ticks) < 2 or not grid:
        return None
    (high, most), (low, least) = ticks[0], ticks[-1]
    if high == low or most == least:
        return Crooked.AXIS
    slope = (least - most) / (low - high)
    if any(abs(most + slope * (height - high) - value) > abs(slope) * SLACK for height, value in ticks):
        return Crooked.AXIS
    if _uneven([value for _, value in ticks]):
        return Crooked.AXIS
    heights = sorted({float(line.attributes["y1"]) for line in grid})
    bottom = min(heights, key=lambda height: abs(low - DROP - height))
    top = min(heights, key=lambda height: abs(high - DROP - height))
    widest = max(grid, key=lambda line: abs(length(line, "x2") - length(line, "x1")))
    left, right = sorted((length(widest, "x1"), length(widest, "x2")))
    return Scale(least - slope * bottom, slope, top, bottom, left, right)


def _uneven(values: list[float]) -> bool:
    """Whether ticks are not at equal steps: one more between them would point at a value."""
    steps = [one - other for one, other in pairwise(values)]
    return max(steps) - min(steps) > abs(max(steps, key=abs)) / 100


def _amount(label: str) -> float:
    sign = -1 if label.startswith(("−", "-")) else 1
    return sign * float(Decimal(numbers(label.rstrip("%m"))[0])) * (10**6 if "m" in label else 1)


def place_of(shape: Shape) -> tuple[float, float] | None:
    """Where a point mark stands."""
    if shape.tag == "circle":
        return float(shape.attributes["cx"]), float(shape.attributes["cy"])
    moved = _PLACE.search(shape.attributes.get("transform", ""))
    return (float(moved.group(1)), float(moved.group(2))) if moved else None


def length(shape: Shape, name: str) -> float:
    """A length or place among a shape's attributes; nought where it has none."""
    try:
        return float(shape.attributes.get(name, "0"))
    except ValueError:
        return 0.0

"""A picture before it is drawn: marks in data coordinates on a plot of known size.

Here: the four kinds of mark as rows for a template, and the conversion between pixels and data coordinates.
Not here: what any family of chart looks like, or Altair.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, TypedDict

from generator.release.charts.look import HALF_SHAPE, NO_INK, STROKE_SHAPE, Align, Lettering, Stroke, Symbol

WIDE: Final = 640.0
NARROW: Final = 300.0
_DROP: Final = 0.36
"""From the middle of a line of text to its baseline, as a share of the size."""
_DASH: Final = [5, 4]
_SOLID: Final = [1, 0]
_LEFT_HALF: Final = "M0,-1A1,1,0,0,0,0,1Z"
"""As Vega wants a symbol of its own: in a square from -1 to 1."""
_OUTLINE: Final = 1.5

LayerName = Literal["rules", "lines", "dots", "texts"]
Place = tuple[float, float]
"""Pixels right of and below the plot's top left corner."""


class RuleRow(TypedDict):
    """A straight stroke."""

    x: float
    y: float
    x2: float
    y2: float
    ink: str
    weight: float
    dash: list[int]


class LineRow(TypedDict):
    """One point of a path; a null breaks it."""

    path: int
    step: int
    x: float
    y: float | None
    ink: str
    weight: float
    dash: list[int]
    tag: str


class DotRow(TypedDict):
    """A symbol."""

    x: float
    y: float
    shape: str
    area: float
    fill: str
    ink: str
    weight: float
    tag: str


class TextRow(TypedDict):
    """One line of text; its tag begins with its size (see `marks`)."""

    x: float
    y: float
    text: str
    heft: int
    align: Align
    ink: str
    tag: str


AXIS_TAG: Final = "axis"
"""The tag of text that is scaffolding: ticks, periods, symbols."""


def level_tag(name: str) -> str:
    """The tag of a number that is worked out of the whole line: its mean or a limit."""
    return f"level {name.lower().replace(' ', '-')}"


def figure_tag(key: str) -> str:
    """The tag of a number or a dot that stands for a figure."""
    return f"figure {key}" if key else ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the plot lies in the picture (pixels) and what its corners mean (data coordinates)."""

    width: float
    """Of the whole picture."""
    left: float
    top: float
    plot_width: float
    plot_height: float
    bottom: float
    x_low: float
    x_high: float
    y_low: float
    y_high: float

    def x(self, pixels: float) -> float:
        """The data coordinate so many pixels from the plot's left edge."""
        return self.x_low + pixels / self.plot_width * (self.x_high - self.x_low)

    def y(self, pixels: float) -> float:
        """The data coordinate so many pixels below the plot's top edge."""
        return self.y_high - pixels / self.plot_height * (self.y_high - self.y_low)

    def across(self, x: float) -> float:
        """Pixels from the plot's left edge."""
        return (x - self.x_low) / (self.x_high - self.x_low) * self.plot_width

    def down(self, y: float) -> float:
        """Pixels from the plot's top edge."""
        return (self.y_high - y) / (self.y_high - self.y_low) * self.plot_height


def picture_frame(width: float, height: float) -> Frame:
    """A frame in which data coordinates are pixels from the top left of the picture."""
    return Frame(width, 0, 0, width, height, 0, 0, width, height, 0)


@dataclass(slots=True)
class Scene:
    """The marks of one picture, each kind in the order in which it is drawn."""

    frame: Frame
    rules: list[RuleRow] = field(default_factory=list)
    lines: list[LineRow] = field(default_factory=list)
    dots: list[DotRow] = field(default_factory=list)
    texts: list[TextRow] = field(default_factory=list)

    def add_rule(self, start: Place, end: Place, stroke: Stroke) -> None:
        """A straight stroke."""
        (x, y), (x2, y2) = self._placed(start), self._placed(end)
        dash = _DASH if stroke.dashed else _SOLID
        self.rules.append(
            {"x": x, "y": y, "x2": x2, "y2": y2, "ink": stroke.ink, "weight": stroke.weight, "dash": dash}
        )

    def add_path(self, points: Sequence[tuple[float, float | None]], stroke: Stroke, tag: str = "") -> None:
        """A path through points in data coordinates, broken where a point has no value."""
        path = self.lines[-1]["path"] + 1 if self.lines else 0
        self.lines += [
            {
                "path": path,
                "step": step,
                "x": x,
                "y": y,
                "ink": stroke.ink,
                "weight": stroke.weight,
                "dash": _DASH if stroke.dashed else _SOLID,
                "tag": tag,
            }
            for step, (x, y) in enumerate(points)
        ]

    def add_symbol(self, at: Place, symbol: Symbol, tag: str = "") -> None:
        """A filled symbol, a hollow one, a short stroke, or a circle half filled."""
        x, y = self._placed(at)
        half = symbol.shape == HALF_SHAPE
        outlined = symbol.hollow or half or symbol.shape == STROKE_SHAPE
        row: DotRow = {
            "x": x,
            "y": y,
            "shape": "circle" if half else symbol.shape,
            "area": symbol.area,
            "fill": symbol.paper if outlined else symbol.ink,
            "ink": symbol.ink if outlined else NO_INK,
            "weight": _OUTLINE if outlined else 0,
            "tag": tag,
        }
        self.dots.append(row)
        if half:
            self.dots.append(row | {"shape": _LEFT_HALF, "fill": symbol.ink, "ink": NO_INK, "tag": ""})

    def add_text(self, at: Place, text: str, lettering: Lettering, tag: str = "") -> None:
        """One line of text, `at` its middle height."""
        x, y = self._placed((at[0], at[1] + lettering.size * _DROP))
        self.texts.append(
            {
                "x": x,
                "y": y,
                "text": text,
                "heft": 700 if lettering.bold else 400,
                "align": lettering.align,
                "ink": lettering.ink,
                "tag": f"{lettering.size:g} {tag}",
            }
        )

    def _placed(self, place: Place) -> tuple[float, float]:
        return self.frame.x(place[0]), self.frame.y(place[1])

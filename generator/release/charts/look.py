"""How marks look: the page's colours, shapes, strokes and lettering that all charts share.

A colour is always one of the page's own variables, so that one picture serves light, dark and print; what
colour says, a shape or a word says too.
"""

from dataclasses import dataclass
from typing import Final, Literal

from generator.release.charts.shapes import CellKind, FlagReading, Role

LABEL_SIZE: Final = 14.0
AXIS_SIZE: Final = 13.0
SYMBOL_SIZE: Final = 12.0
"""Of the symbols that explain gaps."""

INK: Final = "var(--ink)"
MUTED: Final = "var(--muted)"
RULE: Final = "var(--rule)"
GRID: Final = "var(--grid)"
PAPER: Final = "var(--soft)"
"""What a chart stands on."""

NO_INK: Final = "none"
ROLE_INK: Final[dict[Role, str]] = {
    "council": "var(--c1)",
    "england": "var(--c2)",
    "region": "var(--c3)",
    "neighbours": "var(--c4)",
    "target": INK,
}
STROKE_SHAPE: Final = "stroke"
HALF_SHAPE: Final = "half"
ROLE_SHAPE: Final[dict[Role, str]] = {
    "council": "circle",
    "england": "square",
    "region": "triangle-up",
    "neighbours": "diamond",
    "target": STROKE_SHAPE,
}
READING_INK: Final[dict[FlagReading, str]] = {
    "better": "var(--good)",
    "worse": "var(--bad)",
    "neutral": "var(--flat)",
}
READING_SHAPE: Final[dict[FlagReading, str]] = {
    "better": "triangle-up",
    "worse": "triangle-down",
    "neutral": "diamond",
}
CELL_INK: Final[dict[CellKind, str]] = {
    "formal": "var(--bad)",
    "concern": "var(--bad)",
    "mixed": "var(--flat)",
    "strength": "var(--good)",
    "none": MUTED,
}
CELL_SHAPE: Final[dict[CellKind, str]] = {
    "formal": "square",
    "concern": "circle",
    "mixed": HALF_SHAPE,
    "strength": "triangle-up",
    "none": STROKE_SHAPE,
}
HOLLOW_CELL: Final[CellKind] = "concern"

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line."""

    ink: str
    weight: float = 1
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Symbol:
    """A mark at a point; `area` in square pixels, as Vega sizes symbols."""

    shape: str
    area: float
    ink: str
    hollow: bool = False
    paper: str = NO_INK
    """What fills a hollow symbol."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """How a line of text is set."""

    ink: str
    size: float = LABEL_SIZE
    bold: bool = False
    align: Align = "left"


AXIS_LEFT: Final = Lettering(MUTED, AXIS_SIZE)
AXIS_CENTRE: Final = Lettering(MUTED, AXIS_SIZE, align="center")
AXIS_RIGHT: Final = Lettering(MUTED, AXIS_SIZE, align="right")

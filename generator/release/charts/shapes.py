"""What a chart is asked to show: frozen descriptions, one for each family.

Every number that a reader sees comes in as text (`shown`), made elsewhere; `value` only places the mark.
Nothing here draws.
"""

import re
from dataclasses import dataclass
from math import isfinite
from typing import Final, Literal

Role = Literal["council", "england", "region", "neighbours", "target"]
FlagReading = Literal["better", "worse", "neutral"]
CellKind = Literal["formal", "concern", "mixed", "strength", "none"]

MOST_LINES: Final = 4
"""More lines than this cannot be told apart; a target does not count."""

_SYMBOL = re.compile(r"\[[a-z]+\]", re.ASCII)


def _check_value(value: float | None, shown: str, gap: str) -> None:
    """A mark is a finite value with its printed number, or a gap with its reason."""
    if value is None and not gap:
        raise ValueError("a point without a value says why there is none")
    if value is not None and gap:
        raise ValueError("a point is a value or a gap, never both")
    if value is not None and not (isfinite(value) and shown):
        raise ValueError("a value is finite and has its printed number")


def gap_symbol(gap: str) -> str:
    """The symbol that stands for a gap's reason, such as `[c]`; empty when the reason starts with none."""
    found = _SYMBOL.match(gap)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Point:
    """One period of one line."""

    label: str
    """The period as the axis writes it: `2025`, `2024-25`, `Oct 2025`."""
    position: float
    """Where on the axis: ordinal, the same for the same period in every line of a chart."""
    value: float | None
    shown: str
    """The printed number, with its sign: never reformatted here."""
    gap: str = ""
    """Why there is no value, symbol first: `[c] hidden so that no one can be identified`."""
    key: str = ""
    """The figure's key, written beside its number and mark as `data-figure`."""

    def __post_init__(self) -> None:
        """Refuse a point that is neither or both."""
        _check_value(self.value, self.shown, self.gap)


@dataclass(frozen=True, slots=True)
class Line:
    """One area's points, oldest first."""

    name: str
    role: Role
    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        """Refuse points out of order."""
        positions = [point.position for point in self.points]
        if positions != sorted(set(positions)):
            raise ValueError("the points of a line are in order, one for each position")

    @property
    def last(self) -> Point | None:
        """The newest point that has a value."""
        return next((point for point in reversed(self.points) if point.value is not None), None)


@dataclass(frozen=True, slots=True)
class TrendChart:
    """Lines over time: the council heavy, its comparators light."""

    lines: tuple[Line, ...]
    zero_based: bool
    unit_sign: Literal["%", "£", ""]
    """Written on the axis; the printed numbers bring their own."""
    decimals: int
    """Decimals that the values have; the axis never divides finer."""

    def __post_init__(self) -> None:
        """Refuse more lines than a reader can follow."""
        if sum(line.role != "target" for line in self.lines) > MOST_LINES:
            raise ValueError(f"a chart has at most {MOST_LINES} lines and a target")


@dataclass(frozen=True, slots=True)
class Bar:
    """One area in a ranking."""

    name: str
    value: float | None
    shown: str
    emphasis: bool = False
    gap: str = ""
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a bar that is neither a value nor a gap."""
        _check_value(self.value, self.shown, self.gap)


@dataclass(frozen=True, slots=True)
class RankingChart:
    """Areas one under another, in the order given, from zero; a line marks the reference."""

    bars: tuple[Bar, ...]
    reference: Bar | None


@dataclass(frozen=True, slots=True)
class Level:
    """A level across a control chart."""

    value: float
    shown: str
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a level that cannot be drawn."""
        _check_value(self.value, self.shown, "")


@dataclass(frozen=True, slots=True)
class EarlierLimits:
    """Limits that held from one position to another, before a dated recalculation."""

    first: float
    last: float
    mean: float
    lower: float | None
    upper: float | None


@dataclass(frozen=True, slots=True)
class Flag:
    """A point that stands out, and whether that is better."""

    position: float
    reading: FlagReading


@dataclass(frozen=True, slots=True)
class SpcChart:
    """One series against its mean and limits (statistical process control)."""

    line: Line
    mean: Level
    lower: Level | None
    upper: Level | None
    flags: tuple[Flag, ...] = ()
    unit_sign: Literal["%", "£", ""] = ""
    decimals: int = 0
    zero_based: bool = False
    earlier: tuple[EarlierLimits, ...] = ()


@dataclass(frozen=True, slots=True)
class Sparkline:
    """A line without words, for a table cell or a card."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class ThreadRow:
    """One issue and how each inspection found it, in the order of the columns."""

    title: str
    cells: tuple[CellKind, ...]


@dataclass(frozen=True, slots=True)
class ThreadMap:
    """Issues followed across inspections."""

    columns: tuple[str, ...]
    """The inspections, oldest first: `2017`, `2021`, `2025`."""
    rows: tuple[ThreadRow, ...]

    def __post_init__(self) -> None:
        """Refuse a row that does not fit the columns."""
        if any(len(row.cells) != len(self.columns) for row in self.rows):
            raise ValueError("every row of a thread map has a cell for each inspection")


Chart = TrendChart | RankingChart | SpcChart | Sparkline | ThreadMap

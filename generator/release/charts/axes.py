"""The two axes of a chart over time: periods below, few values at the left, gaps in between.

Here: the frame, the grid, ticks, period labels, the mark of a cropped axis, and the strip where gaps are
shown. Not here: lines and their labels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from generator.release.charts.look import (
    AXIS_CENTRE,
    AXIS_LEFT,
    AXIS_RIGHT,
    AXIS_SIZE,
    GRID,
    MUTED,
    PAPER,
    ROLE_INK,
    RULE,
    SYMBOL_SIZE,
    Lettering,
    Stroke,
    Symbol,
)
from generator.release.charts.measure import fitting, text_width
from generator.release.charts.scale import ValueAxis, tick_words
from generator.release.charts.scene import AXIS_TAG, WIDE, Frame, Scene, figure_tag
from generator.release.charts.shapes import Line, gap_symbol
from generator.release.charts.words import ChartWords

PLOT_HEIGHTS: Final = {True: 250.0, False: 200.0}
"""Of a wide picture, and of a narrow one."""
TICK_GAP: Final = 8.0
EDGE: Final = 2.0
PERIOD_GAP: Final = 10.0
"""Least distance between two period labels."""
STRIP: Final = 17.0
"""Height of one row of gap symbols."""
PERIODS_HEIGHT: Final = 28.0
CROPPED_HEIGHT: Final = 20.0
_TICK: Final = 5.0
_GAP_AREA: Final = 44.0
_SYMBOL_GAP: Final = 2.0
_ZIGZAG: Final = ((0, 0), (0, 3), (-4, 6), (4, 11), (0, 14), (0, 20))
"""Pixels right of the plot's bottom left corner and above it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing at one position, for one or more lines that say the same."""

    position: float
    symbol: str
    ink: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels around a plot that its labels need."""

    left: float
    right: float
    top: float


def periods(lines: Iterable[Line]) -> dict[float, str]:
    """Every position of the chart with its label, in order."""
    labels = {point.position: point.label for line in lines for point in line.points}
    return dict(sorted(labels.items()))


def gap_rows(lines: Sequence[Line]) -> list[list[Gap]]:
    """The gaps in as few rows as hold them: one symbol at a position in each row.

    A comparator that merely has no figure, and so no symbol, leaves its line broken and nothing more.
    """
    rows: list[list[Gap]] = []
    for position in periods(lines):
        by_symbol: dict[str, list[tuple[str, str]]] = {}
        for line in lines:
            for point in line.points:
                symbol = gap_symbol(point.gap)
                if point.position == position and point.value is None and (symbol or line.role == "council"):
                    by_symbol.setdefault(symbol, []).append((ROLE_INK[line.role], point.key))
        for number, (symbol, missing) in enumerate(sorted(by_symbol.items())):
            if number == len(rows):
                rows.append([])
            inks = {ink for ink, _ in missing}
            ink = inks.pop() if len(inks) == 1 else MUTED
            rows[number].append(Gap(position, symbol, ink, tuple(key for _, key in missing)))
    return rows


def ticks_width(axis: ValueAxis, unit_sign: str, words: ChartWords) -> float:
    """Pixels needed left of the plot."""
    written = tick_words(axis.ticks, unit_sign, words.million)
    return max((text_width(tick, AXIS_SIZE) for tick in written), default=0) + TICK_GAP + EDGE


def time_frame(width: float, axis: ValueAxis, labels: dict[float, str], margins: Margins, gaps: int) -> Frame:
    """The frame of a chart over time: a single period stands at the right, beside its label."""
    first, last = min(labels, default=0.0), max(labels, default=1.0)
    return Frame(
        width=width,
        left=margins.left,
        top=margins.top,
        plot_width=width - margins.left - margins.right,
        plot_height=PLOT_HEIGHTS[width == WIDE],
        bottom=gaps * STRIP + PERIODS_HEIGHT + (CROPPED_HEIGHT if axis.cropped else 0),
        x_low=first if first < last else last - 1,
        x_high=last,
        y_low=axis.low,
        y_high=axis.high,
    )


def add_value_axis(scene: Scene, axis: ValueAxis, unit_sign: str, words: ChartWords) -> None:
    """Light grid lines, their values at the left, and a stronger line at the bottom and at zero."""
    frame = scene.frame
    for tick, written in zip(axis.ticks, tick_words(axis.ticks, unit_sign, words.million), strict=True):
        down = frame.down(float(tick))
        strong = tick == 0 or float(tick) == axis.low
        scene.add_rule((0, down), (frame.plot_width, down), Stroke(RULE if strong else GRID))
        scene.add_text((-TICK_GAP, down), written, AXIS_RIGHT, AXIS_TAG)


def add_periods(scene: Scene, labels: dict[float, str], strip: float) -> None:
    """The first and the last period, and as many between as fit, kept inside the picture."""
    frame = scene.frame
    positions, words = list(labels), list(labels.values())
    widths = [text_width(word, AXIS_SIZE) for word in words]
    centres = [
        min(max(frame.across(position), width / 2 - frame.left), frame.width - frame.left - width / 2)
        for position, width in zip(positions, widths, strict=True)
    ]
    middle = frame.plot_height + strip + PERIODS_HEIGHT / 2 + 3
    for index in fitting(centres, widths, PERIOD_GAP):
        across = frame.across(positions[index])
        scene.add_rule((across, frame.plot_height), (across, frame.plot_height + _TICK), Stroke(RULE))
        scene.add_text((centres[index], middle), words[index], AXIS_CENTRE, AXIS_TAG)


def add_gaps(scene: Scene, rows: list[list[Gap]]) -> None:
    """A hollow mark on the axis for each gap and its symbol below, once for a run of the same gap."""
    frame = scene.frame
    for number, row in enumerate(rows):
        middle = frame.plot_height + STRIP * (number + 0.5) + 3
        for gap in row:
            tag = figure_tag(gap.keys[0]) if len(gap.keys) == 1 else ""
            place = (frame.across(gap.position), middle if number else frame.plot_height)
            if number == 0 or not gap.symbol:
                scene.add_symbol(place, Symbol("circle", _GAP_AREA, gap.ink, hollow=True, paper=PAPER), tag)
        free = -frame.left
        for centre, symbol, ink in _symbols(scene, row):
            half = text_width(symbol, SYMBOL_SIZE) / 2
            if symbol and centre - half >= free:
                scene.add_text(
                    (centre, middle), symbol, Lettering(ink, SYMBOL_SIZE, align="center"), AXIS_TAG
                )
                free = centre + half + _SYMBOL_GAP


def _symbols(scene: Scene, row: list[Gap]) -> list[tuple[float, str, str]]:
    """Where to write each symbol: below every gap if there is room, else once below a run of neighbours."""
    across = [scene.frame.across(gap.position) for gap in row]
    widest = max((text_width(gap.symbol, SYMBOL_SIZE) for gap in row), default=0)
    if all(right - left >= widest + _SYMBOL_GAP for left, right in pairwise(across)):
        return [(place, gap.symbol, gap.ink) for place, gap in zip(across, row, strict=True)]
    runs: list[tuple[float, str, str]] = []
    pairs = zip(row, across, strict=True)
    for (symbol, ink), members in groupby(pairs, key=lambda pair: (pair[0].symbol, pair[0].ink)):
        places = [place for _, place in members]
        runs.append(((places[0] + places[-1]) / 2, symbol, ink))
    return runs


def add_cropped(scene: Scene, strip: float, words: ChartWords) -> None:
    """A zigzag at the foot of the value axis, and the words that say what it means."""
    frame = scene.frame
    zigzag = [(frame.x(across), frame.y(frame.plot_height - up)) for across, up in _ZIGZAG]
    scene.add_path(zigzag, Stroke(MUTED, 1.5))
    middle = frame.plot_height + strip + PERIODS_HEIGHT + CROPPED_HEIGHT / 2
    scene.add_text((EDGE - frame.left, middle), words.cropped, AXIS_LEFT)

"""Areas one under another in the order given: a dot on a stem from zero, the number at the right.

A wide picture names each area at the left; a narrow one above its stem. The order is the caller's.
"""

from dataclasses import dataclass
from typing import Final

from generator.release.charts.look import (
    AXIS_SIZE,
    GRID,
    INK,
    LABEL_SIZE,
    MUTED,
    ROLE_INK,
    RULE,
    Lettering,
    Stroke,
    Symbol,
)
from generator.release.charts.measure import text_width, wrapped
from generator.release.charts.scene import WIDE, Frame, Scene, figure_tag
from generator.release.charts.shapes import Bar, RankingChart, gap_symbol
from generator.release.charts.words import ChartWords

LINE_HEIGHT: Final = 18.0
ROW_PADDING: Final = 10.0
STEM_HEIGHT: Final = 16.0
WIDEST_NAME: Final = 250.0
NAME_GAP: Final = 16.0
NUMBER_GAP: Final = 14.0
REFERENCE_HEIGHT: Final = 26.0
EDGE: Final = 7.0
"""Room for a dot at the end of a stem."""

DOT_AREA: Final = 70.0
EMPHASIS_AREA: Final = 120.0
STEM: Final = 1.5
EMPHASIS_STEM: Final = 4.0


@dataclass(frozen=True, slots=True)
class Row:
    """One area's place in the picture: pixels from the top of the plot."""

    bar: Bar
    name: list[str]
    top: float
    stem: float
    """Middle of the stem."""
    number: float
    """Middle of the number."""
    bottom: float


def compose(chart: RankingChart, width: float, words: ChartWords) -> Scene:
    """Lay the rows out for a picture of this width."""
    beside = width == WIDE
    numbers = max(
        (text_width(_printed(bar), LABEL_SIZE, bold=bar.emphasis) for bar in chart.bars), default=0.0
    )
    names = min(max((_name_width(bar) for bar in chart.bars), default=0.0), WIDEST_NAME) + 1
    rows = _rows(chart, names if beside else width - numbers - NUMBER_GAP, beside=beside)
    left = names + NAME_GAP if beside else EDGE
    right = numbers + NUMBER_GAP + EDGE if beside else EDGE
    scene = Scene(
        _frame(chart, width, left, right, height=max((row.bottom for row in rows), default=LINE_HEIGHT))
    )
    frame = scene.frame
    if all(bar.value is None for bar in chart.bars):
        scene.add_text((1 - frame.left, 12 - frame.top), words.no_figures, Lettering(MUTED))
    for row in rows:
        scene.add_rule((0, row.stem), (frame.plot_width, row.stem), Stroke(GRID))
    _add_upright(scene, rows, frame.across(0), Stroke(RULE))
    for row in rows:
        _add_row(scene, row, frame.across(0))
    if chart.reference and chart.reference.value is not None:
        _add_reference(scene, chart.reference, rows, frame.across(chart.reference.value))
    return scene


def _printed(bar: Bar) -> str:
    """The number, or the symbol of the gap."""
    return bar.shown if bar.value is not None else gap_symbol(bar.gap) or bar.shown


def _name_width(bar: Bar) -> float:
    return text_width(bar.name, LABEL_SIZE, bold=bar.emphasis)


def _rows(chart: RankingChart, name_width: float, *, beside: bool) -> list[Row]:
    """The rows from top to bottom with their places."""
    rows: list[Row] = []
    top = 0.0
    for bar in chart.bars:
        name = wrapped(bar.name, LABEL_SIZE, name_width, bold=bar.emphasis)
        words = LINE_HEIGHT * len(name)
        start = top + ROW_PADDING / 2
        stem = start + (words / 2 if beside else words + STEM_HEIGHT / 2)
        number = stem if beside else start + words - LINE_HEIGHT / 2
        top += words + ROW_PADDING + (0 if beside else STEM_HEIGHT)
        rows.append(Row(bar, name, start, stem, number, top))
    return rows


def _frame(chart: RankingChart, width: float, left: float, right: float, *, height: float) -> Frame:
    every = [*chart.bars, *([chart.reference] if chart.reference else [])]
    values = [bar.value for bar in every if bar.value is not None]
    low, high = min([0.0, *values]), max([0.0, *values])
    return Frame(
        width=width,
        left=left,
        top=REFERENCE_HEIGHT if chart.reference or not values else 4.0,
        plot_width=width - left - right,
        plot_height=height,
        bottom=4,
        x_low=low,
        x_high=high if high > low else low + 1,
        y_low=height,
        y_high=0,
    )


def _add_reference(scene: Scene, reference: Bar, rows: list[Row], across: float) -> None:
    """A dashed line down the stems, named and numbered above them; it never crosses a name."""
    frame = scene.frame
    said = f"{reference.name} {reference.shown}"
    half = text_width(said, AXIS_SIZE) / 2
    centre = min(max(across, half - frame.left), frame.width - frame.left - half)
    ink = ROLE_INK["england"]
    lettering = Lettering(ink, AXIS_SIZE, align="center")
    scene.add_text((centre, 10 - frame.top), said, lettering, figure_tag(reference.key))
    scene.add_rule((across, -6), (across, 0), Stroke(ink, STEM))
    _add_upright(scene, rows, across, Stroke(ink, STEM, dashed=frame.width == WIDE))


def _add_upright(scene: Scene, rows: list[Row], across: float, stroke: Stroke) -> None:
    """A line down all the rows; where names stand above the stems, a piece at each stem."""
    if scene.frame.width == WIDE:
        scene.add_rule((across, 0), (across, scene.frame.plot_height), stroke)
        return
    for row in rows:
        start, end = row.stem - STEM_HEIGHT / 2, row.stem + STEM_HEIGHT / 2
        scene.add_rule((across, start), (across, end), stroke)


def _add_row(scene: Scene, row: Row, zero: float) -> None:
    """An area's name, stem, dot and number, or its gap."""
    frame, bar = scene.frame, row.bar
    for number, words in enumerate(row.name):
        middle = row.top + LINE_HEIGHT * (number + 0.5)
        scene.add_text((1 - frame.left, middle), words, Lettering(INK, bold=bar.emphasis))
    tag = figure_tag(bar.key)
    ink = ROLE_INK["council" if bar.emphasis else "neighbours"]
    number_ink = MUTED if bar.value is None else ink if bar.emphasis else INK
    right = (frame.width - frame.left - 1, row.number)
    scene.add_text(right, _printed(bar), Lettering(number_ink, bold=bar.emphasis, align="right"), tag)
    if bar.value is None:
        scene.add_symbol((zero, row.stem), Symbol("circle", DOT_AREA, MUTED, hollow=True), tag)
        return
    across = frame.across(bar.value)
    if across != zero:
        stroke = Stroke(ink, EMPHASIS_STEM if bar.emphasis else STEM)
        scene.add_rule((zero, row.stem), (across, row.stem), stroke)
    area = EMPHASIS_AREA if bar.emphasis else DOT_AREA
    scene.add_symbol((across, row.stem), Symbol("circle", area, ink), tag)

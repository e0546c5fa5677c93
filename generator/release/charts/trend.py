"""Lines over time: the council heavy with its points, comparators light, names on the lines.

Here: the layout of the family. Not here: axes (`axes`) and drawing (`draw`).
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.release.charts import axes
from generator.release.charts.key import KEY_AREA, Key, KeyEntry, add_key, height_above, laid_out
from generator.release.charts.look import (
    LABEL_SIZE,
    MUTED,
    ROLE_INK,
    ROLE_SHAPE,
    RULE,
    STROKE_SHAPE,
    Lettering,
    Stroke,
    Symbol,
)
from generator.release.charts.measure import spread, text_width
from generator.release.charts.scale import value_axis
from generator.release.charts.scene import WIDE, Scene, figure_tag
from generator.release.charts.shapes import Line, Point, TrendChart
from generator.release.charts.words import ChartWords

HEAVY: Final = 2.75
LIGHT: Final = 1.75
LEADER: Final = 0.75
LEADER_FROM: Final = 3.0
"""A label further than this from the end of its line is joined to it."""
LABEL_GAP: Final = 14.0
"""From the end of a line to its label: room for the mark and a leader."""
LABEL_DISTANCE: Final = 17.0
WIDEST_LABELS: Final = {True: 215.0, False: 100.0}
"""Wider labels than these would squeeze the plot: names go into a key above it."""
END_AREA: Final = 56.0
COMPARATOR_AREA: Final = 42.0
POINT_AREA: Final = 22.0
MOST_MARKED_POINTS: Final = 24
"""A longer line shows only its end, or the marks would run together."""


@dataclass(frozen=True, slots=True)
class EndLabel:
    """The label of a line at its last value."""

    line: Line
    point: Point
    value: float
    words: str

    @property
    def lettering(self) -> Lettering:
        """The council's label is bold."""
        return Lettering(ROLE_INK[self.line.role], bold=self.line.role == "council")

    @property
    def width(self) -> float:
        """Pixels that the words are likely to need."""
        return text_width(self.words, LABEL_SIZE, bold=self.lettering.bold)


def compose(chart: TrendChart, width: float, words: ChartWords) -> Scene:
    """Lay the chart out for a picture of this width."""
    labels = axes.periods(chart.lines)
    values = [point.value for line in chart.lines for point in line.points if point.value is not None]
    percent = chart.unit_sign == "%"
    axis = value_axis(values, zero_based=chart.zero_based, decimals=chart.decimals, whole=percent)
    ends, key = _labels_and_key(chart, words, width, last=max(labels, default=0))
    gaps = axes.gap_rows(chart.lines)
    margins = axes.Margins(
        left=axes.ticks_width(axis, chart.unit_sign, words),
        right=max((end.width for end in ends), default=0) + LABEL_GAP,
        top=height_above(key),
    )
    scene = Scene(axes.time_frame(width, axis, labels, margins, len(gaps)))
    if values:
        axes.add_value_axis(scene, axis, chart.unit_sign, words)
    else:
        _add_nothing(scene, words)
    axes.add_periods(scene, labels, len(gaps) * axes.STRIP)
    if axis.cropped:
        axes.add_cropped(scene, len(gaps) * axes.STRIP, words)
    for line in sorted(chart.lines, key=lambda line: line.role == "council"):
        add_line(
            scene, line, list(labels), marked=line.role == "council" and len(labels) <= MOST_MARKED_POINTS
        )
    axes.add_gaps(scene, gaps)
    _add_end_labels(scene, ends)
    add_key(scene, key)
    return scene


def _labels_and_key(
    chart: TrendChart, words: ChartWords, width: float, *, last: float
) -> tuple[list[EndLabel], Key]:
    """Names and numbers at the ends of the lines if they fit; else numbers there and names in a key.

    A target's number is no published figure, so it never stands without its word.
    """
    ends = _end_labels(chart, words, last=last)
    if max((end.width for end in ends), default=0) <= WIDEST_LABELS[width == WIDE]:
        return ends, []
    named = [end for end in ends if end.line.role == "target" and end.width <= WIDEST_LABELS[width == WIDE]]
    key = laid_out([_key_entry(end, words, last) for end in ends if end not in named], width)
    return [end if end in named else EndLabel(end.line, end.point, end.value, end.point.shown) for end in ends], key


def _end_labels(chart: TrendChart, words: ChartWords, *, last: float) -> list[EndLabel]:
    """What stands at the end of each line that has a value; an older value says its period."""
    ends: list[EndLabel] = []
    for line in chart.lines:
        point = line.last
        if point is None or point.value is None:
            continue
        number = point.shown
        if point.position != last:
            number = words.dated.format(number=number, period=point.label)
        ends.append(EndLabel(line, point, point.value, f"{line.name} {number}"))
    return ends


def _key_entry(end: EndLabel, words: ChartWords, last: float) -> KeyEntry:
    line, point = end.line, end.point
    dated = point.position != last
    return KeyEntry(
        words.latest.format(name=line.name, period=point.label) if dated else line.name,
        Symbol(ROLE_SHAPE[line.role], KEY_AREA, ROLE_INK[line.role]),
        stroke_of(line),
        bold=end.lettering.bold,
    )


def stroke_of(line: Line) -> Stroke:
    """The council's line is heavy, a target's dashed."""
    weight = HEAVY if line.role == "council" else LIGHT
    return Stroke(ROLE_INK[line.role], weight, dashed=line.role == "target")


def add_line(scene: Scene, line: Line, positions: list[float], *, marked: bool) -> None:
    """A line, broken at every gap; its points marked if asked, and always one that stands alone."""
    scene.add_path(_with_breaks(line, positions), stroke_of(line), f"line {line.role}")
    for index, point in enumerate(line.points):
        if point.value is None or point is line.last:
            continue
        neighbours = [line.points[near] for near in (index - 1, index + 1) if 0 <= near < len(line.points)]
        if marked or all(neighbour.value is None for neighbour in neighbours):
            at = scene.frame.across(point.position), scene.frame.down(point.value)
            scene.add_symbol(at, Symbol("circle", POINT_AREA, ROLE_INK[line.role]), figure_tag(point.key))


def _with_breaks(line: Line, positions: list[float]) -> list[tuple[float, float | None]]:
    """The line's points, with a break wherever it has no point for a period of the chart."""
    path: list[tuple[float, float | None]] = [(point.position, point.value) for point in line.points[:1]]
    for before, point in pairwise(line.points):
        skipped = any(before.position < position < point.position for position in positions)
        if skipped and line.role != "target":
            path.append((point.position, None))
        path.append((point.position, point.value))
    return path


def _add_end_labels(scene: Scene, ends: list[EndLabel]) -> None:
    """The mark at the end of each line, its label at the right, and a leader where the two are apart."""
    frame = scene.frame
    wanted = [frame.down(end.value) for end in ends]
    places = spread(wanted, LABEL_DISTANCE, 0, frame.plot_height - LABEL_DISTANCE / 2)
    rows = list(zip(ends, wanted, places, strict=True))
    for end, down, place in sorted(rows, key=lambda row: row[0].line.role == "council"):
        across, tag = frame.across(end.point.position), figure_tag(end.point.key)
        shape, ink = ROLE_SHAPE[end.line.role], ROLE_INK[end.line.role]
        if shape != STROKE_SHAPE:
            area = END_AREA if end.line.role == "council" else COMPARATOR_AREA
            scene.add_symbol((across, down), Symbol(shape, area, ink), tag)
        if abs(place - down) > LEADER_FROM or across < frame.plot_width:
            leader_end = (frame.plot_width + LABEL_GAP - 2, place)
            scene.add_rule((across + 5, down), leader_end, Stroke(ink, LEADER))
        scene.add_text((frame.plot_width + LABEL_GAP, place), end.words, end.lettering, tag)


def _add_nothing(scene: Scene, words: ChartWords) -> None:
    """Say that there is nothing to draw."""
    frame = scene.frame
    scene.add_rule((0, frame.plot_height), (frame.plot_width, frame.plot_height), Stroke(RULE))
    middle = (frame.plot_width / 2, frame.plot_height / 2)
    scene.add_text(middle, words.no_figures, Lettering(MUTED, align="center"))

"""A control chart: one series against its mean and limits, with the points that stand out.

Here: the layout of the family. Not here: the rules that flag a point (`generator.statistics.spc`).
"""

from dataclasses import dataclass
from typing import Final

from generator.release.charts import axes
from generator.release.charts.key import KEY_AREA, KeyEntry, add_key, height_above, laid_out
from generator.release.charts.look import (
    INK,
    LABEL_SIZE,
    MUTED,
    READING_INK,
    READING_SHAPE,
    ROLE_INK,
    STROKE_SHAPE,
    Lettering,
    Stroke,
    Symbol,
)
from generator.release.charts.measure import spread, text_width
from generator.release.charts.scale import value_axis
from generator.release.charts.scene import WIDE, Scene, figure_tag, level_tag
from generator.release.charts.shapes import FlagReading, SpcChart
from generator.release.charts.trend import LABEL_DISTANCE, LABEL_GAP, LEADER, LEADER_FROM, add_line, stroke_of
from generator.release.charts.words import ChartWords

FLAG_AREA: Final = 90.0
POINT_AREA: Final = 20.0
END_AREA: Final = 52.0
MEAN: Final = Stroke(INK, 1.25)
LIMIT: Final = Stroke(MUTED, 1.25, dashed=True)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands at the right: the last value, the mean, or a limit."""

    name: str
    shown: str
    value: float
    lettering: Lettering
    tag: str
    position: float | None = None
    """Where its mark is, if not at the right edge."""

    def words(self, *, narrow: bool) -> str:
        """Name and number; a narrow picture has the names in its key."""
        return self.shown if narrow else f"{self.name} {self.shown}"


def compose(chart: SpcChart, width: float, words: ChartWords) -> Scene:
    """Lay the chart out for a picture of this width."""
    narrow = width != WIDE
    labels = _labels(chart, words)
    percent = chart.unit_sign == "%"
    axis = value_axis(_values(chart), zero_based=chart.zero_based, decimals=chart.decimals, whole=percent)
    right = max(
        text_width(label.words(narrow=narrow), LABEL_SIZE, bold=label.lettering.bold) for label in labels
    )
    key = laid_out(_key(chart, words, narrow=narrow), width)
    named = axes.periods([chart.line])
    gaps = axes.gap_rows([chart.line])
    left = axes.ticks_width(axis, chart.unit_sign, words)
    margins = axes.Margins(left, right + LABEL_GAP, height_above(key))
    scene = Scene(axes.time_frame(width, axis, named, margins, len(gaps)))
    axes.add_value_axis(scene, axis, chart.unit_sign, words)
    axes.add_periods(scene, named, len(gaps) * axes.STRIP)
    if axis.cropped:
        axes.add_cropped(scene, len(gaps) * axes.STRIP, words)
    _add_levels(scene, chart)
    _add_points(scene, chart)
    axes.add_gaps(scene, gaps)
    _add_labels(scene, labels, narrow=narrow)
    add_key(scene, key)
    return scene


def _values(chart: SpcChart) -> list[float]:
    """Everything that must fit on the value axis."""
    values = [point.value for point in chart.line.points]
    values += [level.value for level in (chart.mean, chart.lower, chart.upper) if level]
    for limits in chart.earlier:
        values += [limits.mean, limits.lower, limits.upper]
    return [value for value in values if value is not None]


def _labels(chart: SpcChart, words: ChartWords) -> list[Label]:
    """The labels at the right, the council's last."""
    limit, mean = Lettering(MUTED), Lettering(INK)
    levels = [
        (words.upper, chart.upper, limit),
        (words.mean, chart.mean, mean),
        (words.lower, chart.lower, limit),
    ]
    labels = [
        Label(name, level.shown, level.value, style, figure_tag(level.key) or level_tag(name))
        for name, level, style in levels
        if level
    ]
    end = chart.line.last
    if end is not None and end.value is not None:
        style = Lettering(ROLE_INK["council"], bold=True)
        labels.append(Label(chart.line.name, end.shown, end.value, style, figure_tag(end.key), end.position))
    return labels


def _key(chart: SpcChart, words: ChartWords, *, narrow: bool) -> list[KeyEntry]:
    """What the marks mean; a narrow picture also names its lines here."""
    entries: list[KeyEntry] = []
    if narrow:
        dot = Symbol("circle", KEY_AREA, ROLE_INK["council"])
        entries.append(KeyEntry(chart.line.name, dot, stroke_of(chart.line), bold=True))
        entries.append(KeyEntry(words.mean, Symbol(STROKE_SHAPE, 0, INK), MEAN))
        limits = [name for name, level in ((words.upper, chart.upper), (words.lower, chart.lower)) if level]
        entries += [KeyEntry(name, Symbol(STROKE_SHAPE, 0, MUTED), LIMIT) for name in limits]
    said: dict[FlagReading, str] = {"better": words.better, "worse": words.worse, "neutral": words.neutral}
    used = {flag.reading for flag in chart.flags}
    return entries + [
        KeyEntry(said[reading], Symbol(READING_SHAPE[reading], KEY_AREA, READING_INK[reading]))
        for reading in said
        if reading in used
    ]


def _add_levels(scene: Scene, chart: SpcChart) -> None:
    """The mean and limits in force, from the last recalculation on, and those that held before."""
    frame = scene.frame
    recalculated = max((limits.last for limits in chart.earlier), default=None)
    since = [
        point.position for point in chart.line.points if recalculated is None or point.position > recalculated
    ]
    left = frame.across(since[0]) if since and recalculated is not None else 0.0
    for level, stroke in ((chart.upper, LIMIT), (chart.mean, MEAN), (chart.lower, LIMIT)):
        if level is not None:
            down = frame.down(level.value)
            scene.add_rule((left, down), (frame.plot_width, down), stroke)
    for limits in chart.earlier:
        for value, stroke in ((limits.upper, LIMIT), (limits.mean, MEAN), (limits.lower, LIMIT)):
            if value is not None:
                down = frame.down(value)
                scene.add_rule((frame.across(limits.first), down), (frame.across(limits.last), down), stroke)


def _add_points(scene: Scene, chart: SpcChart) -> None:
    """The line with its points; those that stand out in a shape and colour of their own."""
    frame = scene.frame
    readings = {flag.position: flag.reading for flag in chart.flags}
    add_line(scene, chart.line, [], marked=False)
    for point in chart.line.points:
        if point.value is None:
            continue
        reading = readings.get(point.position)
        area = END_AREA if point is chart.line.last else POINT_AREA
        symbol = Symbol("circle", area, ROLE_INK["council"])
        if reading:
            symbol = Symbol(READING_SHAPE[reading], FLAG_AREA, READING_INK[reading])
        at = frame.across(point.position), frame.down(point.value)
        scene.add_symbol(at, symbol, figure_tag(point.key))


def _add_labels(scene: Scene, labels: list[Label], *, narrow: bool) -> None:
    """The labels, kept apart, each with a leader where it could not stand at its own height."""
    frame = scene.frame
    wanted = [frame.down(label.value) for label in labels]
    places = spread(wanted, LABEL_DISTANCE, 0, frame.plot_height - LABEL_DISTANCE / 2)
    for label, down, place in zip(labels, wanted, places, strict=True):
        across = frame.plot_width + 1 if label.position is None else frame.across(label.position) + 6
        if abs(place - down) > LEADER_FROM or across < frame.plot_width:
            leader_end = (frame.plot_width + LABEL_GAP - 2, place)
            scene.add_rule((across, down), leader_end, Stroke(label.lettering.ink, LEADER))
        at = (frame.plot_width + LABEL_GAP, place)
        scene.add_text(at, label.words(narrow=narrow), label.lettering, label.tag)

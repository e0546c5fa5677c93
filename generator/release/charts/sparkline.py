"""A small line without words, for a table cell or a card; its meaning stands beside it."""

from typing import Final

from generator.release.charts.look import AXIS_CENTRE, ROLE_INK, Symbol
from generator.release.charts.scene import Frame, Scene, figure_tag
from generator.release.charts.shapes import Line, Sparkline
from generator.release.charts.trend import add_line
from generator.release.charts.words import ChartWords

WIDTH: Final = 120.0
HEIGHT: Final = 34.0
MARGIN: Final = 5.0
END_AREA: Final = 34.0


def compose(chart: Sparkline, width: float, words: ChartWords) -> Scene:
    """Lay the line out between its own lowest and highest value."""
    line = Line("", "council", chart.points)
    values = [point.value for point in chart.points if point.value is not None]
    low, high = min(values, default=0.0), max(values, default=0.0)
    level = 0.0 if high > low else 1.0
    positions = [point.position for point in chart.points] or [0.0]
    first, last = positions[0], positions[-1]
    frame = Frame(
        width=width,
        left=MARGIN,
        top=MARGIN,
        plot_width=width - 2 * MARGIN,
        plot_height=HEIGHT - 2 * MARGIN,
        bottom=MARGIN,
        x_low=first if first < last else last - 1,
        x_high=last,
        y_low=low - level,
        y_high=high + level,
    )
    scene = Scene(frame)
    end = line.last
    if end is None or end.value is None:
        middle = (frame.plot_width / 2, frame.plot_height / 2)
        scene.add_text(middle, words.no_figures_short, AXIS_CENTRE)
        return scene
    add_line(scene, line, [], marked=False)
    at = frame.across(end.position), frame.down(end.value)
    scene.add_symbol(at, Symbol("circle", END_AREA, ROLE_INK["council"]), figure_tag(end.key))
    return scene

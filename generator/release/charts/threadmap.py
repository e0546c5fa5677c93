"""Issues down, inspections across, and in each cell how that inspection found the issue: shape and colour."""

from typing import Final

from generator.release.charts.key import KEY_AREA, ROW_HEIGHT, KeyEntry, add_key, laid_out
from generator.release.charts.look import (
    AXIS_LEFT,
    AXIS_SIZE,
    CELL_INK,
    CELL_SHAPE,
    GRID,
    HOLLOW_CELL,
    INK,
    LABEL_SIZE,
    MUTED,
    RULE,
    Lettering,
    Stroke,
    Symbol,
)
from generator.release.charts.measure import text_width, wrapped
from generator.release.charts.scene import AXIS_TAG, WIDE, Scene, picture_frame
from generator.release.charts.shapes import CellKind, ThreadMap
from generator.release.charts.words import ChartWords

CELL_AREA: Final = 130.0
LINE_HEIGHT: Final = 18.0
ROW_PADDING: Final = 14.0
HEADER: Final = 28.0
COLUMN_WIDTHS: Final = {True: 76.0, False: 44.0}
"""At least so wide, in a wide picture and in a narrow one."""
NARROWEST_TITLE: Final = 110.0


def compose(chart: ThreadMap, width: float, words: ChartWords) -> Scene:
    """Lay the map out for a picture of this width; where columns leave titles no room, titles stand above."""
    labels = max((text_width(label, AXIS_SIZE, bold=True) for label in chart.columns), default=0.0)
    column = max(COLUMN_WIDTHS[width == WIDE], labels + 8)
    room = width - column * len(chart.columns) - 8
    stacked = room < NARROWEST_TITLE
    if stacked:
        room, column = width, width / max(1, len(chart.columns))
    key = laid_out(_key(chart, words), width)
    titles = [wrapped(row.title, LABEL_SIZE, room) for row in chart.rows]
    heights = [LINE_HEIGHT * len(title) + ROW_PADDING + (ROW_HEIGHT if stacked else 0) for title in titles]
    top = ROW_HEIGHT * len(key) + HEADER
    scene = Scene(picture_frame(width, top + sum(heights) + 2))
    add_key(scene, key)
    centres = [width - column * (len(chart.columns) - number - 0.5) for number in range(len(chart.columns))]
    heading = Lettering(MUTED, AXIS_SIZE, bold=True, align="center")
    for label, centre in zip(chart.columns, centres, strict=True):
        scene.add_text((centre, top - HEADER / 2), label, heading, AXIS_TAG)
    scene.add_rule((0, top), (width, top), Stroke(RULE))
    if not chart.rows:
        scene.add_text((1, top - HEADER / 2), words.nothing_followed, AXIS_LEFT)
    for row, title, height in zip(chart.rows, titles, heights, strict=True):
        for number, line in enumerate(title):
            scene.add_text((1, top + ROW_PADDING / 2 + LINE_HEIGHT * (number + 0.5)), line, Lettering(INK))
        middle = top + height - ROW_PADDING / 2 - ROW_HEIGHT / 2 if stacked else top + height / 2
        for kind, centre in zip(row.cells, centres, strict=True):
            scene.add_symbol((centre, middle), _symbol(kind, CELL_AREA))
        top += height
        scene.add_rule((0, top), (width, top), Stroke(GRID))
    return scene


def _symbol(kind: CellKind, area: float) -> Symbol:
    return Symbol(CELL_SHAPE[kind], area, CELL_INK[kind], hollow=kind == HOLLOW_CELL)


def _key(chart: ThreadMap, words: ChartWords) -> list[KeyEntry]:
    """The kinds of cell that the map uses, in a fixed order."""
    used = {kind for row in chart.rows for kind in row.cells}
    said: dict[CellKind, str] = {
        "formal": words.formal,
        "concern": words.concern,
        "mixed": words.mixed,
        "strength": words.strength,
        "none": words.none,
    }
    return [KeyEntry(said[kind], _symbol(kind, KEY_AREA)) for kind in said if kind in used]

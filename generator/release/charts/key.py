"""The key above a chart: for marks that need words, and for lines whose labels do not fit beside them."""

from dataclasses import dataclass
from typing import Final

from generator.release.charts.look import AXIS_SIZE, INK, STROKE_SHAPE, Lettering, Stroke, Symbol
from generator.release.charts.measure import text_width, wrapped
from generator.release.charts.scene import Scene

ROW_HEIGHT: Final = 20.0
PLOT_TOP: Final = 12.0
"""Room above a plot for half a line of text."""
_BELOW: Final = 4.0
_SWATCH: Final = 24.0
_MARK: Final = 18.0
"""The part of the swatch that is drawn on."""
_GAP: Final = 18.0
KEY_AREA: Final = 56.0


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """One entry: a mark and its words."""

    text: str
    symbol: Symbol
    stroke: Stroke | None = None
    """The piece of line behind the symbol, for an entry that names a line."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Placed:
    """An entry, or the rest of a long one, on its row."""

    left: float
    entry: KeyEntry
    words: str
    marked: bool


Key = list[list[_Placed]]


def laid_out(entries: list[KeyEntry], width: float) -> Key:
    """The entries in rows no wider than the picture; a long one has rows of its own."""
    rows: Key = []
    used = width
    for entry in entries:
        pieces = wrapped(entry.text, AXIS_SIZE, width - _SWATCH, bold=entry.bold)
        needed = _SWATCH + text_width(pieces[0], AXIS_SIZE, bold=entry.bold)
        if len(pieces) == 1 and rows and used + _GAP + needed <= width:
            rows[-1].append(_Placed(used + _GAP, entry, pieces[0], marked=True))
            used += _GAP + needed
            continue
        rows += [[_Placed(0, entry, piece, marked=not number)] for number, piece in enumerate(pieces)]
        used = needed if len(pieces) == 1 else width
    return rows


def height_above(key: Key) -> float:
    """Pixels above a plot that has this key."""
    return PLOT_TOP + (ROW_HEIGHT * len(key) + _BELOW if key else 0)


def add_key(scene: Scene, key: Key) -> None:
    """Draw the key at the top of the picture, flush with its left edge."""
    for number, row in enumerate(key):
        middle = ROW_HEIGHT * (number + 0.5) - scene.frame.top
        for placed in row:
            entry, left = placed.entry, placed.left - scene.frame.left
            if placed.marked:
                _add_swatch(scene, entry, left, middle)
            lettering = Lettering(entry.stroke.ink if entry.stroke else INK, AXIS_SIZE, entry.bold)
            scene.add_text((left + _SWATCH, middle), placed.words, lettering)


def _add_swatch(scene: Scene, entry: KeyEntry, left: float, middle: float) -> None:
    if entry.stroke:
        scene.add_rule((left, middle), (left + _MARK, middle), entry.stroke)
    if not entry.stroke or entry.symbol.shape != STROKE_SHAPE:
        scene.add_symbol((left + _MARK / 2, middle), entry.symbol)

"""How wide text is likely to be, without any font: an estimate that errs on the wide side.

Here: widths, wrapping, and keeping labels apart. The page chooses the font, so the estimate is Arial's
advance widths with room to spare; nothing here knows what the labels say.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

SPARE: Final = 1.17
"""System fonts are up to a sixth wider than Arial."""

BOLD: Final = 1.12
EVEN_IS_WORTH: Final = 1.4
"""Evenly spaced labels are chosen unless the others would be this many times as many."""

_WIDTHS: Final = (
    ("ijl'|", 222),
    (" .,:;/\\!ftI[]()-r`", 300),
    ('ckszvxyJ*"°', 500),
    ("abdeghnopquL0123456789?_$£+=<>~^#", 556),
    ("FTZABEKPSVXY&", 667),
    ("CDHNRUwGOQ", 760),
    ("mM%W@—", 900),
)
_EM_THOUSANDTHS: Final = {character: width for characters, width in _WIDTHS for character in characters}
_WIDE: Final = 1000
_FIRST_WIDE: Final = 0x1100
"""From Hangul on, characters can be as wide as they are tall."""


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in the units of `size`."""
    thousandths = sum(
        _EM_THOUSANDTHS.get(character, _WIDE if ord(character) >= _FIRST_WIDE else 667) for character in text
    )
    return thousandths / 1000 * size * SPARE * (BOLD if bold else 1)


def wrapped(text: str, size: float, width: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than `width`; a word that is too long is cut, and nothing is lost."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if text_width(longer, size, bold=bold) <= width:
            lines[-1] = longer
            continue
        pieces = _cut(word, size, width, bold=bold)
        lines = [*(line for line in lines if line), *pieces]
    return lines


def _cut(word: str, size: float, width: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def spread(wanted: Sequence[float], distance: float, low: float, high: float) -> list[float]:
    """Places as near as possible to those wanted (least squares), in the same order and `distance` apart.

    Places that cannot all fit between `low` and `high` are set evenly across it.
    """
    if not wanted:
        return []
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    room = high - low - distance * (len(wanted) - 1)
    step = distance if room >= 0 else (high - low) / max(1, len(wanted) - 1)
    pools: list[tuple[float, int]] = []
    for rank, index in enumerate(order):
        pools.append((wanted[index] - rank * step, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean_above, above), (mean_below, below) = pools[-2:]
            pools[-2:] = [((mean_above * above + mean_below * below) / (above + below), above + below)]
    places = [0.0] * len(wanted)
    offsets = [mean for mean, count in pools for _ in range(count)]
    for rank, (index, offset) in enumerate(zip(order, offsets, strict=True)):
        places[index] = min(max(offset, low), low + max(room, 0)) + rank * step
    return places


def fitting(centres: Sequence[float], widths: Sequence[float], gap: float) -> list[int]:
    """Which labels of a row to print: the first, the last, and as many between as fit, evenly if possible."""
    last = len(centres) - 1
    if last < 1:
        return list(range(last + 1))
    candidates = [list(range(0, last + 1, stride)) for stride in range(1, last + 1) if last % stride == 0]
    even = next((chosen for chosen in candidates if _apart(chosen, centres, widths, gap)), [])
    nearly = (_nearly_even(last, count) for count in range(last + 1, 1, -1))
    uneven = next((chosen for chosen in nearly if _apart(chosen, centres, widths, gap)), [])
    if not even and not uneven:
        return [last]
    return even if len(even) * EVEN_IS_WORTH >= len(uneven) else uneven


def _nearly_even(last: int, count: int) -> list[int]:
    """So many of the indexes from 0 to `last`, both included, as evenly as whole numbers allow."""
    steps = count - 1
    return [(2 * step * last + steps) // (2 * steps) for step in range(count)]


def _apart(chosen: Sequence[int], centres: Sequence[float], widths: Sequence[float], gap: float) -> bool:
    return all(
        centres[right] - centres[left] >= (widths[left] + widths[right]) / 2 + gap
        for left, right in pairwise(chosen)
    )

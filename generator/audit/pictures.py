"""Bookkeeping of charts: every number that is written or drawn is a shown figure, and a hidden one is drawn nowhere.

Read from the drawing alone: the axis says what a height means, marks and line points are measured against it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from generator.audit.evidence import Evidence
from generator.audit.numbers import numbers, plain, reads_as, without_furniture
from generator.audit.page_text import Picture, Shape, read_page
from generator.audit.picture_scale import SLACK, Crooked, Scale, axis_labels, length, place_of, scale_of
from generator.audit.printed import Printed
from generator.problems import Place, Problem

_NAME = re.compile(r"^(chart|ranking|spark)-(.+?)(?:-(?:wide|narrow))?-(?:title|desc)$")
_POINT = re.compile(r"[ML]\s*(-?[\d.]+)[ ,](-?[\d.]+)")
_LIMIT = re.compile(r"\b(?:Mean|Upper limit|Lower limit|Target)\b", re.IGNORECASE)
MOST_DECIMALS = 4
"""A mean is drawn as it is printed, to fewer decimals than this."""
_FIX = "Draw shown figures only; a hidden one is a labelled gap on the axis."


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A picture with the indicator that it is about."""

    place: str
    kind: str
    indicator: str
    shapes: tuple[Shape, ...]


def drawn_figures(evidence: Evidence) -> Iterator[Problem]:
    """Charts on pages and in files of their own that say or draw what is not a shown figure."""
    seen: dict[tuple[str, int], list[Problem]] = {}
    for drawn in _drawings(evidence):
        fingerprint = (drawn.indicator, hash(tuple((one.tag, one.text, *sorted(one.attributes.items())) for one in drawn.shapes)))
        if fingerprint not in seen:
            seen[fingerprint] = [*_written(evidence, drawn), *_measured(evidence, drawn)]
            yield from seen[fingerprint]


def _drawings(evidence: Evidence) -> Iterator[_Drawn]:
    files = {
        name: read_page(name, (evidence.folder / name).read_text(encoding="utf-8"))
        for name in sorted(evidence.site.files)
        if name.startswith("data/") and name.endswith(".svg")
    }
    for name, page in (evidence.pages | files).items():
        for picture in page.pictures:
            kind, indicator = _named(picture, name)
            if indicator in evidence.table.titles:
                yield _Drawn(name, kind, indicator, tuple(picture.shapes))


def _named(picture: Picture, place: str) -> tuple[str, str]:
    for shape in picture.shapes:
        found = _NAME.match(shape.attributes.get("aria-labelledby", "").partition(" ")[0])
        if found:
            return found.group(1), found.group(2)
    keys = [shape.attributes["data-figure"] for shape in picture.shapes if "data-figure" in shape.attributes]
    name = keys[0].split("/", 1)[0] if keys else place.rsplit("/", 1)[-1].removesuffix(".svg")
    return "chart", name


def _written(evidence: Evidence, drawn: _Drawn) -> Iterator[Problem]:
    """Words of a picture: labels, titles, descriptions, ticks."""
    axis = axis_labels(drawn.shapes)
    sensitive = drawn.indicator in evidence.table.with_hidden
    for shape in drawn.shapes:
        key, text = shape.attributes.get("data-figure", ""), plain(shape.text)
        figure = evidence.table.figures.get(key)
        if key and figure is None:
            yield Problem(Place(drawn.place), "unknown-figure", f"A chart of {drawn.indicator} draws a figure that is not in data/figures.csv.", _FIX)
        if not text or shape in axis:
            continue
        if not sensitive and ("data-level" in shape.attributes or _LIMIT.search(text)):
            continue  # worked out of figures that are all shown
        left = _left(evidence, drawn, figure, text)
        if left and _left(evidence, drawn, figure, evidence.untyped(text)):
            code = "hidden-figure-shown" if figure is not None and figure.hidden else "untied-number"
            yield Problem(Place(drawn.place), code, f"A chart of {drawn.indicator} holds a number that is not a shown figure.", _FIX)


def _left(evidence: Evidence, drawn: _Drawn, figure: Printed | None, text: str) -> list[str]:
    """The numbers of a label that are not its figure, or of other words that are none of the indicator's."""
    words = without_furniture(text)
    if figure is None:
        return evidence.untied(words, [drawn.indicator])
    return [number for number in numbers(words) if figure.value is None or not reads_as(number, figure.value)]


def _measured(evidence: Evidence, drawn: _Drawn) -> list[Problem]:
    """What is wrong with where marks stand; a drawing that cannot be measured is wrong as well."""
    try:
        return list(_placed(evidence, drawn))
    except (KeyError, ValueError):
        found = f"A chart of {drawn.indicator} holds a mark that stands nowhere."
        return [Problem(Place(drawn.place), "figure-differs", found, _FIX)]


def _placed(evidence: Evidence, drawn: _Drawn) -> Iterator[Problem]:
    """Marks, lines and bars of a picture against its scale."""
    if drawn.kind == "ranking":
        yield from _bars(drawn)
        return
    scale = scale_of(drawn.shapes)
    if scale is Crooked.AXIS:
        yield Problem(Place(drawn.place), "untied-number", f"A chart of {drawn.indicator} has an axis whose numbers do not fit it.", _FIX)
        return
    points = _line_points(drawn)
    if scale is None:
        if drawn.kind == "spark":
            yield from _spark(evidence, drawn, points)
        return
    figures = evidence.table.of(drawn.indicator)
    values = [float(value) for value in evidence.allowed.get(drawn.indicator, ())]
    means = sorted(
        float(value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))
        for value in evidence.allowed.get(drawn.indicator, ())
        for decimals in range(MOST_DECIMALS)
    )
    strays = [
        point
        for role, line in points
        for point in line
        if role != "target" and not scale.near(point[1], means if role == "neighbours" else values)
    ]
    faults = list(_marks(evidence, drawn, scale, {point for _, line in points for point in line}))
    if strays or faults or _too_many(figures, points) or _bars_drawn(evidence, drawn, scale):
        yield Problem(Place(drawn.place), "figure-differs", f"A chart of {drawn.indicator} draws what is not a shown figure.", _FIX)


def _line_points(drawn: _Drawn) -> list[tuple[str, list[tuple[float, float]]]]:
    return [
        (shape.attributes["data-line"], [(float(x), float(y)) for x, y in _POINT.findall(shape.attributes.get("d", ""))])
        for shape in drawn.shapes
        if shape.tag == "path" and "data-line" in shape.attributes
    ]


def _too_many(figures: list[Printed], lines: list[tuple[str, list[tuple[float, float]]]]) -> bool:
    """Whether the council's line has more points than there are shown figures for its area."""
    areas: dict[str, int] = {}
    for one in figures:
        areas[one.area] = areas.get(one.area, 0) + (one.value is not None and one.breakdown == "all")
    most = max((count for area, count in areas.items() if area == figures[0].area), default=0)
    return any(role == "council" and len(set(line)) > most for role, line in lines)


def _marks(evidence: Evidence, drawn: _Drawn, scale: Scale, points: set[tuple[float, float]]) -> Iterator[Shape]:
    """Point marks that stand where their figure does not, and marks of nothing inside the plot."""
    tied = [(shape, place) for shape in drawn.shapes if "data-figure" in shape.attributes and (place := place_of(shape))]
    known = {place for _, place in tied}
    for shape, (_, down) in tied:
        figure = evidence.table.figures.get(shape.attributes["data-figure"])
        if figure is None:
            continue
        if figure.value is None:
            if abs(down - scale.bottom) > SLACK:
                yield shape
        elif scale.off(down, float(figure.value)) > SLACK:
            yield shape
    for shape in drawn.shapes:
        place = place_of(shape)
        if place is None or "data-figure" in shape.attributes or not scale.holds(*place):
            continue
        if abs(place[1] - scale.bottom) <= SLACK:
            continue  # a gap without a figure
        if not any(abs(place[0] - x) <= SLACK and abs(place[1] - y) <= SLACK for x, y in points | known):
            yield shape


def _bars_drawn(evidence: Evidence, drawn: _Drawn, scale: Scale) -> bool:
    """Whether a chart of lines has a bar in it, where a bar's length could tell of a hidden figure."""
    sensitive = drawn.indicator in evidence.table.with_hidden
    for shape in drawn.shapes:
        if shape.tag == "rect" and 0 < length(shape, "height") < scale.bottom - scale.top:
            return True
        if sensitive and shape.tag == "line" and shape.attributes.get("x1") == shape.attributes.get("x2"):
            one, other = sorted((length(shape, "y1"), length(shape, "y2")))
            whole = one <= scale.top + 1 and other >= scale.bottom - 1
            if other - one > TICK and not whole and scale.holds(length(shape, "x1"), one):
                return True
    return False


TICK = 6.0
"""Ticks of the axis are no longer than this."""


def _spark(evidence: Evidence, drawn: _Drawn, lines: list[tuple[str, list[tuple[float, float]]]]) -> Iterator[Problem]:
    """A small line: as many points as shown figures, and their heights in proportion."""
    shown = [float(one.value) for one in evidence.table.of(drawn.indicator) if one.value is not None and one.area == _own(evidence, drawn)]
    heights = [down for _, line in lines for _, down in dict.fromkeys(line)]
    if len(heights) > len(shown):
        yield Problem(Place(drawn.place), "figure-differs", f"A small chart of {drawn.indicator} draws more points than are shown.", _FIX)
    elif heights and max(heights) > min(heights) and max(shown) > min(shown):
        slope = (max(shown) - min(shown)) / (min(heights) - max(heights))
        if any(min(abs(min(shown) + slope * (down - max(heights)) - value) for value in shown) > abs(slope) * SLACK for down in heights):
            yield Problem(Place(drawn.place), "figure-differs", f"A small chart of {drawn.indicator} draws what is not a shown figure.", _FIX)


def _own(evidence: Evidence, drawn: _Drawn) -> str:
    """The area that a picture is mainly about."""
    keys = [shape.attributes["data-figure"].split("/")[1] for shape in drawn.shapes if shape.attributes.get("data-figure", "").count("/") > 1]
    return keys[0] if keys else next((one.area for one in evidence.table.of(drawn.indicator)), "")


def _bars(drawn: _Drawn) -> Iterator[Problem]:
    """A ranking: every stem ends at its dot, and every dot stands where a shown figure would."""
    dots = [place for shape in drawn.shapes if (place := place_of(shape))]
    stems = [
        (float(shape.attributes["x1"]), float(shape.attributes["x2"]), float(shape.attributes["y1"]))
        for shape in drawn.shapes
        if shape.tag == "line" and shape.attributes.get("y1") == shape.attributes.get("y2")
    ]
    longest = max((end for _, end, _ in stems), default=0.0)
    loose = [
        end
        for _, end, down in stems
        if end < longest - SLACK and not any(abs(end - x) <= SLACK and abs(down - y) <= SLACK for x, y in dots)
    ]
    start = min((start for start, _, _ in stems), default=0.0)
    said = _said(drawn)
    marks = sorted(dots, key=lambda place: place[1])
    if loose or len(said) != len(marks) or _uneven(said, [x - start for x, _ in marks]) or _has_rect(drawn):
        yield Problem(
            Place(drawn.place), "figure-differs", f"A ranking of {drawn.indicator} draws what is not a shown figure.", _FIX
        )


def _has_rect(drawn: _Drawn) -> bool:
    return any(shape.tag == "rect" for shape in drawn.shapes)


def _said(drawn: _Drawn) -> list[float]:
    """The numbers written at the right of a ranking, from top to bottom."""
    found = [
        (float(shape.attributes["y"]), float(number))
        for shape in drawn.shapes
        if shape.tag == "text" and shape.attributes.get("text-anchor") == "end"
        for number in numbers(shape.text)[:1]
    ]
    return [number for _, number in sorted(found)]


def _uneven(said: list[float], reach: list[float]) -> bool:
    """Whether a dot's reach is not in proportion to its number."""
    pairs = [(number, far) for number, far in zip(said, reach, strict=True) if number]
    if not pairs:
        return False
    number, far = max(pairs)
    unit = far / number
    half = max(0.5 * 10.0 ** -MOST_DECIMALS, _coarse(said)) * unit
    return any(abs(number * unit - far) > 2 * (SLACK + half) for number, far in pairs)


def _coarse(said: list[float]) -> float:
    """Half of the last place that the numbers are printed to: dots stand where the exact figure does."""
    return 0.5 if all(number == int(number) for number in said) else 0.05

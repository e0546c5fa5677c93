"""Drawing: a chart's description in, its pictures out, from the cache where nothing has changed.

Here: the calls that the rest of the release makes. The libraries that draw are imported only for a chart
that has to be drawn. Not here: where pictures go.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from generator.release.charts.cache import NO_CACHE, ChartCache, fingerprint
from generator.release.charts.families import FAMILIES, Family, compiled_template, family_of, filled
from generator.release.charts.shapes import Chart
from generator.release.charts.svg import check_id, check_text, finish
from generator.release.charts.words import ENGLISH, ChartWords
from generator.release.charts.workers import Workers, begin_kept


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart's finished pictures: one for wide and one for narrow columns."""

    wide: str
    narrow: str
    """Empty where one picture serves every width (a sparkline)."""


@dataclass(frozen=True, slots=True)
class ChartRequest:
    """A chart to draw; the key is unique in a build and begins the ids inside the pictures."""

    key: str
    chart: Chart
    title: str
    description: str
    words: ChartWords = ENGLISH


def draw(chart: Chart, title: str, description: str, key: str, words: ChartWords = ENGLISH) -> Drawing:
    """Draw one chart; ValueError for text that no picture can show."""
    return _draw(ChartRequest(key, chart, title, description, words), None)


def begin(requests: Iterable[ChartRequest], pool: Workers, cache: ChartCache = NO_CACHE) -> Callable[[], dict[str, Drawing]]:
    """Begin to draw what the cache does not have; what is given back waits for it, and gives every chart by its key."""
    wanted = list(requests)
    by_key = {request.key: request for request in wanted}
    if len(by_key) != len(wanted):
        raise ValueError("two charts have the same key")
    names = {key: fingerprint(request) for key, request in by_key.items()}
    texts = begin_kept(partial(_drawn, templates=cache.folder), by_key, names, pool, cache)
    return lambda: {key: Drawing(*json.loads(text)) for key, text in texts().items()}


def _drawn(request: ChartRequest, templates: Path | None) -> str:
    """A drawing as the cache keeps it."""
    drawing = _draw(request, templates)
    return json.dumps([drawing.wide, drawing.narrow])


def _draw(request: ChartRequest, templates: Path | None) -> Drawing:
    """Lay out, draw and finish one chart in its widths."""
    check_id(request.key)
    for text in _texts(request):
        check_text(text)
    family = family_of(request.chart)
    pictures = [
        _picture(request, family, width, suffix, templates)
        for width, suffix in zip(family.widths, ("wide", "narrow"), strict=False)
    ]
    return Drawing(pictures[0], pictures[1] if len(pictures) > 1 else "")


def _picture(request: ChartRequest, family: Family, width: float, suffix: str, templates: Path | None) -> str:
    scene = family.compose(request.chart, width, request.words)
    import vl_convert  # noqa: PLC0415  heavy, and not needed when every chart is in the cache

    raw = vl_convert.vega_to_svg(filled(template_of(family.name, templates), scene), allowed_base_urls=[])
    return finish(raw, request.title, request.description, f"{request.key}-{suffix}")


@lru_cache(maxsize=2 * len(FAMILIES))
def template_of(name: str, folder: Path | None) -> dict[str, Any]:
    """A family's compiled template, kept beside the pictures so that Altair is loaded only to make it."""
    family = next(family for family in FAMILIES.values() if family.name == name)
    cache, entry = ChartCache(folder), fingerprint("template", name, family.layers)
    kept = cache.read(entry)
    if kept is not None:
        return dict(json.loads(kept))
    made = compiled_template(family)
    cache.write(entry, json.dumps(made))
    return made


def _texts(part: object) -> Iterator[str]:
    """Every piece of text in a description, however deep."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for member in part:
            yield from _texts(member)
    elif is_dataclass(part):
        for entry in fields(part):
            yield from _texts(getattr(part, entry.name))

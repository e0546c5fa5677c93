"""The door: the only maker of figures. Records go in; what may be printed comes out."""

import re
from collections import defaultdict
from collections.abc import Iterable

from generator.figures import Figure, Publication, Reported, Series
from generator.model import Content, DisclosurePolicy, HandWrittenPage, PageHead
from generator.records.observation import HandWrittenPage as WrittenPage
from generator.records.observation import Observation, Records, ReportedValue
from generator.vocabulary import Symbol


def protect(records: Records) -> Publication:
    """Turn records into a publication in which every small count of people is hidden."""
    content = records.content
    public = {indicator.id: _is_public(content.council.disclosure, indicator.published_elsewhere) or not indicator.counts.protected for indicator in content.indicators}
    grouped: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for observation in records.observations:
        figure = _figure(observation, content.council.disclosure, exempt=public[observation.indicator])
        grouped[figure.indicator, figure.area, figure.breakdown].append(figure)
    series = {
        key: Series(*key, tuple(sorted(figures, key=lambda figure: figure.period))) for key, figures in grouped.items()
    }
    content = content.model_copy(update={"pages": tuple(_written(page) for page in records.pages)})
    return Publication(content, series, _reported(records.reported, content), _everywhere(records.everywhere))


def _written(page: WrittenPage) -> HandWrittenPage:
    """A page that people wrote, under the name that its address has: without its number and ending."""
    name = re.sub(r"^[0-9]+-", "", page.path.rsplit("/", 1)[-1].removesuffix(".md"))
    return HandWrittenPage(name=name, head=PageHead(**page.front.model_dump(mode="json")), body=page.body)


def _is_public(policy: DisclosurePolicy, published_elsewhere: bool) -> bool:
    return published_elsewhere and policy.published_elsewhere == "show"


def _small(policy: DisclosurePolicy, count: object) -> bool:
    return count is not None and 1 <= float(str(count)) <= policy.threshold


def _figure(observation: Observation, policy: DisclosurePolicy, *, exempt: bool) -> Figure:
    one = observation
    numerator, denominator = one.numerator, one.denominator
    behind = [numerator, denominator]
    if numerator is not None and denominator is not None:
        behind.append(denominator - numerator)
    if numerator is None and denominator is None:
        behind.append(one.value)
    hidden = not exempt and any(_small(policy, count) for count in behind)
    shown = not hidden and one.symbol is None
    return Figure(
        indicator=one.indicator,
        area=one.area,
        period=one.period,
        breakdown=one.breakdown,
        value=one.value if shown else None,
        symbol=None if shown else one.symbol or Symbol.CONFIDENTIAL,
        source=one.source,
        numerator=numerator if shown else None,
        denominator=denominator if shown else None,
        status=one.status,
        note=one.note,
    )


def _reported(values: Iterable[ReportedValue], content: Content) -> dict[str, Reported]:
    words = {figure.id: figure for figure in content.reported}
    made = {}
    for one in values:
        figure = words[one.id]
        exempt = _is_public(content.council.disclosure, figure.published_elsewhere) or not figure.counts.protected
        hidden = not exempt and _small(content.council.disclosure, one.value)
        value = None if hidden else one.value
        made[one.id] = Reported(one.id, value, None if value is not None else one.symbol or Symbol.CONFIDENTIAL)
    return made


def _everywhere(observations: Iterable[Observation]) -> dict[str, tuple[Figure, ...]]:
    """All councils' published values, which another body has printed already."""
    grouped: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in observations:
        if one.value is not None:
            grouped[one.indicator].append(
                Figure(one.indicator, one.area, one.period, one.breakdown, one.value, None, one.source)
            )
    return {indicator: tuple(figures) for indicator, figures in grouped.items()}

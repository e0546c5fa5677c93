"""Makes small publications by hand: an invented council, its figures, and no more than a test asks for."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from generator.figures import Figure, Publication, Reported, Series
from generator.model import Content, Council, Finding, Indicator, Inspection, Source
from generator.periods import Period, parse_period
from generator.release.analyse.areas import Analysis, analyse
from generator.release.render import Marks
from generator.release.stage import marks_of
from generator.vocabulary import PeriodKind, Symbol

OWN, ENGLAND, REGION, NEAR, FAR = "E06000999", "E92000001", "E12000099", "E06000998", "E06000997"
AS_AT = date(2026, 11, 22)


def council(**changes: object) -> Council:
    """Exampleshire, with a region and two similar councils."""
    fields: dict[str, object] = {
        "format": 1,
        "name": "Exampleshire Council",
        "short_name": "Exampleshire",
        "code": OWN,
        "region": {"code": REGION, "name": "Middle of England"},
        "neighbours": {
            "model_name": "Invented model",
            "source": "S1",
            "councils": [{"code": NEAR, "name": "Sampleton"}, {"code": FAR, "name": "Testbury"}],
        },
        "site": {"title": "Children's services in Exampleshire", "strapline": "In public", "url": "https://example.org/"},
    }
    return Council.model_validate(fields | changes)


def indicator(**changes: object) -> Indicator:
    """The share of visits on time: higher is better, a year at a time."""
    fields: dict[str, object] = {
        "id": "visits",
        "title": "Visits on time",
        "subject": "The share of visits on time",
        "unit": "percent",
        "polarity": "higher",
        "counts": "events",
        "period_kind": "financial_year",
        "definition": "Visits on time as a percentage of all visits.",
        "publisher": "A department",
        "source": "S1",
        "judgement": "help_protection",
    }
    return Indicator.model_validate(fields | changes)


def period(text: str, kind: PeriodKind = PeriodKind.FINANCIAL_YEAR) -> Period:
    """A period that must be one."""
    parsed = parse_period(text, kind)
    assert parsed
    return parsed


def figure(
    value: str | None,
    when: str = "2024-25",
    *,
    of: str = "visits",
    area: str = OWN,
    kind: PeriodKind = PeriodKind.FINANCIAL_YEAR,
    counts: tuple[int, int] | None = None,
    symbol: Symbol | None = None,
) -> Figure:
    """A figure, or the reason why there is none."""
    above, below = (Decimal(count) for count in counts) if counts else (None, None)
    hidden = None if value is not None else symbol or Symbol.CONFIDENTIAL
    number = None if value is None else Decimal(value)
    return Figure(of, area, period(when, kind), "all", number, hidden, "S1", above, below)


def series(*figures: Figure) -> Series:
    """Figures of one indicator and area, oldest first, as one series."""
    return Series(figures[0].indicator, figures[0].area, "all", figures) if figures else Series("visits", OWN, "all", ())


def months(values: Sequence[float], *, of: str = "visits", first: tuple[int, int] = (2024, 1)) -> Series:
    """A figure a month from January 2024."""
    year, month = first
    made = []
    for at, value in enumerate(values):
        later = year * 12 + month - 1 + at
        made.append(figure(str(value), f"{later // 12}-{later % 12 + 1:02}", of=of, kind=PeriodKind.MONTH))
    return series(*made)


def years(counts: Iterable[tuple[int, int]], *, per: int = 100, first: int = 2020, of: str = "visits") -> Series:
    """A figure a year, each with the counts behind it."""
    made = []
    for at, (above, below) in enumerate(counts):
        when = f"{first + at}-{(first + at + 1) % 100:02}"
        made.append(figure(str(Decimal(above) * per / Decimal(below)), when, counts=(above, below), of=of))
    return series(*made)


def inspection(**changes: object) -> Inspection:
    """The inspection of May 2025, which named one area for improvement."""
    fields: dict[str, object] = {
        "id": "2025-ilacs",
        "title": "Inspection of 2025",
        "framework": "ILACS",
        "published": "2025-06-20",
        "inspected": "2025-05-12/2025-05-16",
        "source": "S1",
        "summary": "It said something.",
        "judgements": [{"heading": "overall", "grade": "requires_improvement"}],
        "items": [area()],
    }
    return Inspection.model_validate(fields | changes)


def area(slug: str | None = "visits-in-time", **changes: object) -> dict[str, object]:
    """An area for improvement as a report names it."""
    return {
        "number": "1",
        "kind": "area_for_improvement",
        "title": "Visit children in time",
        "short_title": "Visits in time",
        "slug": slug,
        "threads": ["visits"],
    } | changes


def finding(paragraph: int, tone: str = "concern", threads: tuple[str, ...] = ("visits",)) -> Finding:
    """One paragraph of a report."""
    return Finding.model_validate(
        {
            "paragraph": paragraph, "section": "help_protection", "tone": tone, "threads": threads,
            "words": f"Paragraph {paragraph} says something.", "checked_by": "editor",
        }  # fmt: skip
    )


def content(**parts: object) -> Content:
    """Everything in words that a test does not give is empty, but for one source."""
    empty: dict[str, object] = {
        name: {} if name == "findings" else () for name in Content.model_fields if name not in ("council", "sources")
    }
    source = Source.model_validate({"id": "S1", "title": "A report", "publisher": "A department", "published": "2025", "kind": "primary"})
    return Content.model_validate({**empty, "council": council(), "sources": (source,), **parts})


def publication(
    words: Content,
    *all_series: Series,
    reported: Mapping[str, Reported] | None = None,
    everywhere: Mapping[str, tuple[Figure, ...]] | None = None,
) -> Publication:
    """Words and figures together."""
    return Publication(words, {(one.indicator, one.area, one.breakdown): one for one in all_series}, reported or {}, everywhere or {})


def analysed(whole: Publication, as_at: date = AS_AT) -> tuple[Analysis, Marks]:
    """What pages are made from."""
    return analyse(whole, as_at), marks_of(whole)

"""Figures in plain English: numbers, changes, comparisons, headlines and chart descriptions.

Every sentence on the site that holds a figure is made here, so that rounding, units, grammar and
direction are decided once. Nothing here decides whether a change means anything: `analyse` does.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from generator.figures import Figure
from generator.model import Indicator
from generator.periods import Period, in_words
from generator.statistics.intervals import Interval, similar
from generator.vocabulary import PeriodKind, Unit

FEWEST_FOR_A_HISTORY = 3
FEWEST_TO_SWING = 6
SWING_SHARE = Decimal("0.5")
"""Turns from rising to falling or back, for each figure, from which a series is said to swing."""
_WITH_ARTICLE = re.compile(
    r"(City|County|Isles?|East Riding|(Royal |London |Metropolitan )?Borough) of .+"
    r"|(North|South) (East|West)|(East|West) Midlands|East of England"
)
"""Names of places that running text says with "the"; `North East Exampleshire` is none of them."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with the keys of the figures that it says, so that it can be traced."""

    text: str
    keys: tuple[str, ...] = ()


def rounded(value: Decimal, decimals: int) -> Decimal:
    """A number as it is printed: halves away from nought."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def number(value: Decimal, decimals: int) -> str:
    """A number as GOV.UK writes it: thousands commas, fixed decimals, a true minus sign."""
    printed = rounded(value, decimals)
    text = f"{abs(printed):,.{decimals}f}"
    return f"−{text}" if printed < 0 else text


def amount(value: Decimal, unit: Unit, decimals: int) -> str:
    """A number with the sign of its unit: `30.1%`, `£825`, `£3.5 million`, `19.5`."""
    digits = number(abs(value), decimals)
    minus = "−" if value < 0 and digits.strip("0.,") else ""
    match unit:
        case Unit.PERCENT:
            return f"{minus}{digits}%"
        case Unit.POUNDS:
            return f"{minus}£{digits}"
        case Unit.POUNDS_MILLION:
            return f"{minus}£{digits} million"
        case _:
            return f"{minus}{digits}"


def shown(figure: Figure, indicator: Indicator) -> str:
    """A figure as tables and charts print it: the number with its sign, or its symbol."""
    if figure.value is None:
        return figure.symbol.shown if figure.symbol else ""
    return amount(figure.value, indicator.unit, indicator.decimals)


def in_full(figure: Figure, indicator: Indicator) -> str:
    """A figure as a sentence says it: `19.5 cases for each social worker`."""
    return with_unit(shown(figure, indicator), indicator)


def with_unit(printed: str, indicator: Indicator) -> str:
    """A printed number followed by the indicator's own words for its unit."""
    return f"{printed} {indicator.unit_words}".strip() if indicator.unit_words else printed


def unit_beside(indicator: Indicator) -> str:
    """The unit in words where neither the title nor a sign says it: `for every 10,000 children`; else empty."""
    return "" if indicator.unit is Unit.PERCENT or indicator.unit_words.casefold() in indicator.title.casefold() else indicator.unit_words


def measure(indicator: Indicator) -> str:
    """What a chart shows: the title and its unit."""
    unit = "per cent" if indicator.unit is Unit.PERCENT else unit_beside(indicator)
    return f"{indicator.title}, {unit}" if unit else indicator.title


def on(period: Period) -> str:
    """The period as the start of a phrase: `on 30 September 2025`, `in the year to 31 March 2025`."""
    match period.kind:
        case PeriodKind.SNAPSHOT:
            return f"on {period.label}"
        case PeriodKind.REPORTED:
            return f"as reported on {period.label}"
        case _:
            return f"in {period.label}"


def briefly(period: Period) -> str:
    """The period after a number in a list: `in 2025`, `reported on 20 Oct 2025`."""
    return f"reported on {period.short}" if period.kind is PeriodKind.REPORTED else f"in {period.short}"


def moved(now: Figure, before: Figure, indicator: Indicator, *, plural: bool = False) -> str:
    """The verb of a change as printed, so that words and digits cannot differ: `rose`, `fell`, `stayed`."""
    assert now.value is not None
    assert before.value is not None
    if shown(now, indicator) == shown(before, indicator):
        return "were unchanged" if plural else "was unchanged"
    return "rose" if now.value > before.value else "fell"


def headline(indicator: Indicator, latest: Figure | None, previous: Figure | None, *, unbroken: bool = True) -> Sentence:
    """The title of an indicator's page: what happened, in one sentence without a full stop.

    Where hidden figures lie between the two that are shown, equal ends do not mean that it stayed.
    """
    if latest is None:
        return Sentence(f"{indicator.title}: no figure has been published")
    if latest.value is None:
        reason = latest.symbol.label if latest.symbol else ""
        return Sentence(f"{indicator.title}: the latest figure is {reason}", (latest.key,))
    if previous is None or previous.value is None or (not unbroken and shown(latest, indicator) == shown(previous, indicator)):
        verb = "were" if indicator.plural else "was"
        return Sentence(f"{indicator.subject} {verb} {in_full(latest, indicator)}", (latest.key,))
    if shown(latest, indicator) == shown(previous, indicator):
        return Sentence(f"{indicator.subject} stayed at {in_full(latest, indicator)}", (latest.key, previous.key))
    verb = moved(latest, previous, indicator)
    return Sentence(f"{indicator.subject} {verb} to {in_full(latest, indicator)}", (latest.key, previous.key))


def since(before: Period, now: Period) -> str:
    """How an earlier period is spoken of: `A year earlier`, or its own name where it is not the one before."""
    a_year = now.end.year - before.end.year == 1 and now.end.month == before.end.month
    return "A year earlier" if a_year else capital(on(before))


def capital(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def the(place: str) -> str:
    """A place as running text says it: `the Isle of Ness`, `the South West`, `Exampleshire`."""
    return f"the {place}" if _WITH_ARTICLE.fullmatch(place) else place


def change_sentence(indicator: Indicator, place: str, latest: Figure, previous: Figure | None) -> Sentence:
    """The latest figure and the one before it, for a page's lead."""
    first = f"{capital(on(latest.period))} the figure for {the(place)} was {in_full(latest, indicator)}."
    if previous is None or previous.value is None:
        return Sentence(first, (latest.key,))
    second = f"{since(previous.period, latest.period)} it was {shown(previous, indicator)}."
    return Sentence(f"{first} {second}", (latest.key, previous.key))


def comparator_sentence(indicator: Indicator, place: str, latest: Figure, previous: Figure | None) -> Sentence:
    """How a comparator moved over the same time: `Across England it fell from 15.4 to 15.2.`"""
    where = f"Across {place}" if place == "England" else f"In {the(place)}"
    now = shown(latest, indicator)
    if previous is None or previous.value is None:
        return Sentence(f"{where} it was {now}.", (latest.key,))
    before = shown(previous, indicator)
    if now == before:
        return Sentence(f"{where} it stayed at {now}.", (latest.key, previous.key))
    verb = moved(latest, previous, indicator)
    return Sentence(f"{where} it {verb} from {before} to {now}.", (latest.key, previous.key))


def day(date_of: date) -> str:
    """A date in words: `22 November 2026`."""
    return in_words(date_of)


def ordinal(place: int) -> str:
    """`1st`, `2nd`, `3rd`, `146th`."""
    if place % 100 in (11, 12, 13):
        return f"{place}th"
    return f"{place}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(place % 10, 'th') }"


def listed(words: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def counted(count: int, singular: str, plural: str = "") -> str:
    """A small whole number in words with its noun: `one figure`, `three figures`, `12 figures`."""
    noun = singular if count == 1 else plural or f"{singular}s"
    return f"{in_letters(count)} {noun}"


_LETTERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def in_letters(count: int) -> str:
    """Numbers below ten in letters, as GOV.UK does in running text; 0 is `no`."""
    return _LETTERS[count] if count < len(_LETTERS) else f"{count:,}"


def history_sentence(indicator: Indicator, figures: Sequence[Figure], *, tested: bool = False) -> Sentence | None:
    """The whole of a series in a sentence or two: its ends, its range, and whether it swings where no test has judged it."""
    present = [figure for figure in figures if figure.value is not None]
    if len(present) < FEWEST_FOR_A_HISTORY:
        return None
    first, last = present[0], present[-1]
    low, high = _extremes(present)
    if shown(low, indicator) == shown(high, indicator):
        text = f"It was {shown(low, indicator)} in each of the {counted(len(present), 'figure')} from {first.period.short} to {last.period.short}."
        return Sentence(text, (first.key, last.key))
    verb = moved(last, first, indicator)
    change = "was the same at both ends" if verb == "was unchanged" else f"{verb} from {shown(first, indicator)} to {shown(last, indicator)}"
    text = f"From {first.period.short} to {last.period.short} it {change}."
    if {shown(low, indicator), shown(high, indicator)} != {shown(first, indicator), shown(last, indicator)}:
        text += f" It ranged from {shown(low, indicator)} ({low.period.short}) to {shown(high, indicator)} ({high.period.short})."
    turns = direction_changes([figure.value for figure in present if figure.value is not None])
    if not tested and len(present) >= FEWEST_TO_SWING and turns >= SWING_SHARE * len(present):
        text += f" It swings: it changed direction {in_letters(turns)} times in {len(present)} figures, so one move says little."
    return Sentence(text, tuple(dict.fromkeys((first.key, last.key, low.key, high.key))))


def _extremes(present: Sequence[Figure]) -> tuple[Figure, Figure]:
    """The first of the lowest and the first of the highest."""
    values = [figure.value for figure in present if figure.value is not None]
    return present[values.index(min(values))], present[values.index(max(values))]


def direction_changes(values: Sequence[Decimal]) -> int:
    """How often a series turned from rising to falling or back; standing still is no turn."""
    steps = [later - earlier for earlier, later in pairwise(values) if later != earlier]
    return sum((one > 0) != (other > 0) for one, other in pairwise(steps))


def interval_sentence(indicator: Indicator, latest: Figure, own: Interval, england: Figure | None, national: Interval | None) -> Sentence:
    """Where the true figure is likely to lie, and whether England's is like it: whether their ranges overlap.

    Where the counts behind England's figure are not published, the figure itself stands for its range.
    """
    low = amount(Decimal(str(own.lower)), indicator.unit, indicator.decimals)
    high = amount(Decimal(str(own.upper)), indicator.unit, indicator.decimals)
    text = f"Allowing for chance, the underlying figure is likely to lie between {low} and {high}."
    if england is None or england.value is None:
        return Sentence(text, (latest.key,))
    theirs = national or Interval(float(england.value), float(england.value))
    if similar(own, theirs):
        return Sentence(f"{text} So it is similar to England’s {shown(england, indicator)}.", (latest.key, england.key))
    relation = "higher" if own.lower > theirs.upper else "lower"
    return Sentence(f"{text} So it is {relation} than England’s {shown(england, indicator)} by more than chance.", (latest.key, england.key))


def target_sentence(indicator: Indicator, latest: Figure) -> Sentence | None:
    """How the latest figure stands against the target that the council has published."""
    if indicator.target is None or latest.value is None:
        return None
    target = amount(Decimal(str(indicator.target)), indicator.unit, indicator.decimals)
    if shown(latest, indicator) == target:
        return Sentence(f"The council’s target is {target}, and the figure is at it.", (latest.key,))
    relation = "above" if latest.value > Decimal(str(indicator.target)) else "below"
    return Sentence(f"The council’s target is {target}; the figure is {relation} it.", (latest.key,))


def subtitle(indicator: Indicator, place: str, periods: Iterable[Period]) -> str:
    """The statistical subtitle of a chart: measure, unit, place, period."""
    ordered = sorted(periods)
    if not ordered:
        return f"{measure(indicator)}, {place}"
    first, last = ordered[0], ordered[-1]
    span = last.short if first == last else f"{first.short} to {last.short}"
    day = ""
    if last.kind is PeriodKind.SNAPSHOT and first != last:
        day = f"on {last.label.rsplit(' ', 1)[0]} each year, "
    return f"{measure(indicator)}, {place}, {day}{span}"


def chart_description(indicator: Indicator, lines: Sequence[tuple[str, Sequence[Figure]]]) -> Sentence:
    """What a chart shows, for readers who cannot see it: first, lowest, highest and last of the council; last of the others."""
    sentences: list[str] = []
    keys: list[str] = []
    for position, (name, figures) in enumerate(lines):
        present = [figure for figure in figures if figure.value is not None]
        if not present:
            continue
        first, last = present[0], present[-1]
        keys.append(last.key)
        place = capital(the(name))
        if position > 0 or len(present) == 1:
            sentences.append(f"{place} was at {shown(last, indicator)} in {last.period.short}.")
            continue
        low, high = _extremes(present)
        keys += [first.key, low.key, high.key]
        if shown(low, indicator) == shown(high, indicator):
            sentences.append(f"{place} was at {shown(low, indicator)} from {first.period.short} to {last.period.short}.")
        else:
            sentences.append(
                f"{place} went from {shown(first, indicator)} in {first.period.short} to {shown(last, indicator)} in "
                f"{last.period.short}. Its lowest was {shown(low, indicator)} in {low.period.short} and its highest "
                f"{shown(high, indicator)} in {high.period.short}."
            )
        hidden = len(figures) - len(present)
        if hidden:
            sentences.append(f"{capital(counted(hidden, 'figure'))} {'is' if hidden == 1 else 'are'} missing or hidden; the table says why.")
    return Sentence(" ".join(sentences), tuple(dict.fromkeys(keys)))

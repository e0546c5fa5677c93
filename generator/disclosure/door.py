"""The door: the only maker of figures. Records go in; what may be printed comes out, or a refusal.

What is hidden is decided by the primary rule and by complementary suppression. In a public repository the data
files are published themselves, so what can be worked out there is refused and not mended: hiding it on the site
would protect nobody.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from generator.disclosure.complementary import Outcome, hide_more
from generator.disclosure.primary import must_hide, rounded, too_small
from generator.disclosure.publication_facts import SCALES, Entry, Table, tables
from generator.figures import Figure, Publication, Reported, Series
from generator.model import Content, DisclosurePolicy, HandWrittenPage, Indicator
from generator.problems import Place, Problem, Refused
from generator.records.checks.small_counts_in_words import NUMBERS
from generator.records.observation import HandWrittenPage as WrittenPage
from generator.records.observation import Observation, Records, ReportedValue
from generator.vocabulary import Symbol, Unit

RECOVERABLE = "recoverable-count"
_NUMBER = re.compile(
    rf"(?<![0-9])(?!(?:19|20)[0-9]{{2}}(?![0-9]))[0-9]+|\b(?:{'|'.join(NUMBERS)})\b",
    re.IGNORECASE,
)


def protect(records: Records) -> Publication:
    """Turn records into a publication from which no small count of people can be worked out; raises Refused."""
    content = records.content
    guarded = guarded_indicators(content)
    hidden = hidden_keys(records.observations, content)
    grouped: defaultdict[tuple[str, str, str], list[Figure]] = defaultdict(list)
    for observation in records.observations:
        indicator = guarded.get(observation.indicator)
        figure = _figure(observation, content.council.disclosure, indicator, hide=key_of(observation) in hidden)
        grouped[figure.indicator, figure.area, figure.breakdown].append(figure)
    series = {
        key: Series(*key, tuple(sorted(figures, key=lambda figure: figure.period))) for key, figures in grouped.items()
    }
    everywhere = _everywhere(records.everywhere, guarded, content.council.disclosure, hidden)
    content = content.model_copy(update={"pages": tuple(_written(page) for page in records.pages)})
    return Publication(content, series, _reported(records.reported, content), everywhere, records.snapshots)


def guarded_indicators(content: Content) -> dict[str, Indicator]:
    """The indicators whose small numbers are hidden: they count people, and nobody else has published them."""
    policy = content.council.disclosure
    return {
        indicator.id: indicator
        for indicator in content.indicators
        if policy.protects(indicator.counts, published_elsewhere=indicator.published_elsewhere)
    }


def key_of(observation: Observation) -> str:
    """The key that the observation's figure will have."""
    return "/".join(observation.key)


def hidden_keys(observations: Iterable[Observation], content: Content) -> frozenset[str]:
    """The keys of all guarded figures that may not be printed; raises Refused where hiding does not help."""
    policy, guarded = content.council.disclosure, guarded_indicators(content)
    inside = [one for one in observations if one.indicator in guarded]
    places = {key_of(one): one.place for one in inside}
    longer = longer_periods(guarded)
    hidden: set[str] = set()
    problems: list[Problem] = []
    if policy.repository == "public":
        written = [entry_of(one, guarded[one.indicator]) for one in inside]
        problems += given_away(tables(written, _as_written(policy, written), longer), places)
    entries = [printed_entry(one, guarded[one.indicator], policy) for one in inside]
    for table in tables(entries, policy, longer):
        outcome = protected(table, longer)
        problems += [_problem(key, places[key], table) for key in outcome.leaking]
        hidden |= outcome.hidden
    if problems:
        raise Refused(sorted(set(problems)))
    return frozenset(hidden)


def longer_periods(indicators: Mapping[str, Indicator]) -> dict[str, str]:
    """The indicator that each one adds up to, where both are guarded."""
    return {name: one.adds_up_to for name, one in indicators.items() if one.adds_up_to in indicators and one.adds_up_to}


def entry_of(observation: Observation, indicator: Indicator) -> Entry:
    """An observation as a figure that could be printed."""
    one = observation
    return Entry(
        key_of(one), one.indicator, one.area, one.period, one.breakdown, indicator.unit,
        one.value, one.numerator, one.denominator, one.symbol,
    )  # fmt: skip


def printed_entry(observation: Observation, indicator: Indicator, policy: DisclosurePolicy) -> Entry:
    """An observation as it would be printed: a percentage, rate or average no finer than the page shows it."""
    entry = entry_of(observation, indicator)
    return entry if indicator.unit is Unit.COUNT else replace(entry, value=printable(observation, indicator, policy)[0])


def protected(table: Table, longer: Mapping[str, str]) -> Outcome:
    """What must be hidden of one table, its own small numbers and whatever gives one back."""
    first = table.symbols | table.too_small
    if not table.sheet().facts(first).asked():
        return Outcome(first)
    outcome = hide_more(table.sheet(), first)
    if outcome.contradiction:
        # Symbols of others stand where groups do not add up after all: then nobody can subtract them either.
        (doubting,) = tables(table.entries.values(), table.policy, longer, trusting=False)
        return hide_more(doubting.sheet(), first)
    return outcome


def _as_written(policy: DisclosurePolicy, written: Iterable[Entry]) -> DisclosurePolicy:
    """The policy by which to read data files: counts are exact there, unless every one has been rounded already."""
    counts = [number for entry in written for number in entry.counts_behind if number is not None]
    if all(rounded(policy, number) == number for number in counts):
        return policy
    return policy.model_copy(update={"profile": "default", "rounding_base": 1, "threshold": policy.hidden_up_to})


def given_away(listed: Iterable[Table], places: Mapping[str, Place]) -> Iterator[Problem]:
    """What tables give away as they stand, when nothing more may be hidden."""
    for table in listed:
        sheet = replace(table.sheet(), free=frozenset())
        if sheet.facts(table.symbols).asked():
            outcome = hide_more(sheet, table.symbols)
            yield from (_problem(key, places[key], table) for key in outcome.leaking)


def _problem(key: str, place: Place, table: Table) -> Problem:
    hidden = table.entries[key].symbol is not None
    return Problem(
        Place(place.file, place.row, "symbol" if hidden else "value"),
        RECOVERABLE,
        "This hidden number can be worked out, exactly or nearly, from the figures published beside it."
        if hidden
        else "This figure, with those published beside it, gives away a count of people that is too small to print.",
        "Hide one more figure of the same table, or run `transparency protect` on the original file: it chooses which."
        if hidden
        else "Hide it with the symbol c, or run `transparency protect` on the original file.",
    )


def _written(page: WrittenPage) -> HandWrittenPage:
    """A page that people wrote, under the name that its address has: without its number and ending."""
    name = re.sub(r"^[0-9]+-", "", page.path.rsplit("/", 1)[-1].removesuffix(".md"))
    return HandWrittenPage(name=name, head=page.front, body=page.body)


def _figure(observation: Observation, policy: DisclosurePolicy, guarded: Indicator | None, *, hide: bool) -> Figure:
    one = observation
    value, numerator, denominator = one.value, one.numerator, one.denominator
    if guarded is not None:
        value, numerator, denominator = printable(one, guarded, policy)
    shown = not hide and one.symbol is None
    return Figure(
        indicator=one.indicator,
        area=one.area,
        period=one.period,
        breakdown=one.breakdown,
        value=value if shown else None,
        symbol=None if shown else one.symbol or Symbol.CONFIDENTIAL,
        source=one.source,
        numerator=numerator if shown else None,
        denominator=denominator if shown else None,
        status=one.status,
        note="" if guarded is not None and not shown and tells_a_number(one.note) else one.note,
    )


def tells_a_number(note: str) -> bool:
    """Whether a note holds a number, in digits or letters, that is not a year: beside a hidden figure it may be that figure."""
    return _NUMBER.search(note) is not None


def printable(
    observation: Observation, indicator: Indicator, policy: DisclosurePolicy
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    """Value, numerator and denominator as the policy prints them: rounded, and the value no finer than the page."""
    value, numerator, denominator = observation.value, observation.numerator, observation.denominator
    if value is None:
        return None, None, None
    if indicator.unit is Unit.COUNT:
        return rounded(policy, value), None, None
    numerator = None if numerator is None else rounded(policy, numerator)
    denominator = None if denominator is None else rounded(policy, denominator)
    scale = SCALES.get(indicator.unit)
    if policy.rounded_to > 1 and scale and numerator is not None and denominator:
        value = scale * numerator / denominator
    finest = Decimal(1).scaleb(-indicator.decimals)
    if value != value.quantize(finest, rounding=ROUND_HALF_UP):
        value = value.quantize(finest, rounding=ROUND_HALF_UP)
    return value, numerator, denominator


def _reported(values: Iterable[ReportedValue], content: Content) -> dict[str, Reported]:
    policy = content.council.disclosure
    words = {figure.id: figure for figure in content.reported}
    made = {}
    for one in values:
        figure, value = words[one.id], one.value
        protected = policy.protects(figure.counts, published_elsewhere=figure.published_elsewhere)
        if value is not None and figure.unit is Unit.COUNT and protected:
            value = None if too_small(policy, value) else rounded(policy, value)
        made[one.id] = Reported(one.id, value, None if value is not None else one.symbol or Symbol.CONFIDENTIAL)
    return made


def _everywhere(
    observations: Iterable[Observation],
    guarded: Mapping[str, Indicator],
    policy: DisclosurePolicy,
    hidden: frozenset[str],
) -> dict[str, tuple[Figure, ...]]:
    """All councils' values, for rank: those that another body has printed, and of the others what may be printed."""
    grouped: defaultdict[str, list[Figure]] = defaultdict(list)
    for one in observations:
        indicator = guarded.get(one.indicator)
        if one.value is None or key_of(one) in hidden:
            continue
        value: Decimal | None = one.value
        if indicator is not None:
            if must_hide(policy, entry_of(one, indicator).counts_behind):
                continue
            value, _, _ = printable(one, indicator, policy)
        grouped[one.indicator].append(Figure(one.indicator, one.area, one.period, one.breakdown, value, None, one.source))
    return {indicator: tuple(figures) for indicator, figures in grouped.items()}

"""Rule: in a public folder no count of children, families or carers stands that is so small that it needs protection.

A public repository is a publication. What another body has printed is left as printed, if the council's
policy says so. The complement counts too: 19 of 20 tells of 1.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.model import DisclosurePolicy
from generator.problems import Place, Problem
from generator.records.observation import Observation, Records
from generator.vocabulary import Unit


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """One problem for each number that must be protected before it is committed."""
    policy = records.content.council.disclosure
    if records.register.council is None or policy.repository == "private":
        return
    guarded = {
        one.id: one.unit
        for one in records.content.indicators
        if policy.protects(one.counts, published_elsewhere=one.published_elsewhere)
    }
    for one in (*records.observations, *records.everywhere):
        if one.indicator in guarded:
            yield from _small_in(one, guarded[one.indicator], policy)
    figures = {
        one.id: one.unit
        for one in records.content.reported
        if policy.protects(one.counts, published_elsewhere=one.published_elsewhere)
    }
    for reported in records.reported:
        unit = figures.get(reported.id)
        if unit is Unit.COUNT and _small(reported.value, policy):
            yield _problem(reported.place, policy)


def _small(number: Decimal | None, policy: DisclosurePolicy) -> bool:
    return number is not None and _least(policy) <= number <= policy.hidden_up_to


def _least(policy: DisclosurePolicy) -> int:
    """The least count that is hidden: nobody counts as few where zeros are hidden."""
    return 1 if policy.zeros_shown else 0


def _small_in(one: Observation, unit: Unit, policy: DisclosurePolicy) -> Iterator[Problem]:
    """The first of value, numerator, denominator and complement that is small: one problem a row."""
    complement = None
    if unit is Unit.PERCENT and one.numerator is not None and one.denominator is not None:
        complement = one.denominator - one.numerator
    numbers = (
        ("value", one.value if unit is Unit.COUNT else None),
        ("numerator", one.numerator),
        ("denominator", one.denominator),
        ("denominator", complement),
    )
    for column, number in numbers:
        if _small(number, policy):
            yield _problem(Place(one.place.file, one.place.row, column), policy, complement=number is complement)
            return


def _problem(place: Place, policy: DisclosurePolicy, *, complement: bool = False) -> Problem:
    what = "The rest, denominator less numerator, is" if complement else "This is"
    return Problem(
        place,
        "small-count",
        f"{what} a count of people from {_least(policy)} to {policy.hidden_up_to}, unprotected in a folder that is public.",
        "Keep the original outside this folder, run `transparency protect` on it, and put only its result here. "
        "If it was ever committed, ask for help: deleting it does not remove it from the history.",
    )

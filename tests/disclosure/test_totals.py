"""Which figures are totals of which: the numbers decide where they are known, and other periods where one is hidden."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

import pytest

from generator.disclosure.totals import Total, totals_of
from generator.model import DisclosurePolicy
from generator.periods import Period, parse_period
from generator.vocabulary import PeriodKind, Unit

ROUNDS_TO_FIVE = DisclosurePolicy(rounding_base=5)


@dataclass(frozen=True)
class Entry:
    """A figure, as far as totals look at it."""

    key: str
    indicator: str
    period: Period
    breakdown: str = "all"
    unit: Unit = Unit.COUNT
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


def number(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def when(text: str, kind: PeriodKind = PeriodKind.FINANCIAL_YEAR) -> Period:
    period = parse_period(text, kind)
    assert period is not None
    return period


def counts(year: str, **groups: int | None) -> list[Entry]:
    return [Entry(f"{group} {year}", "made", when(year), group, value=number(value)) for group, value in groups.items()]


def shares(year: str, **groups: tuple[int | None, int | None]) -> list[Entry]:
    return [
        Entry(f"{group} {year}", "made", when(year), group, Unit.PERCENT, None, number(above), number(below))
        for group, (above, below) in groups.items()
    ]


def sums(entries: Iterable[Entry], policy: DisclosurePolicy | None = None, *, trusting: bool = True) -> dict[str, bool]:
    """Whether each whole is the exact sum of its parts."""
    return {one.whole: one.adds_up for one in totals_of(tuple(entries), policy or DisclosurePolicy(), {}, trusting=trusting)}


def test_a_figure_without_groups_is_a_total_of_nothing() -> None:
    assert totals_of(counts("2024-25", all=20), DisclosurePolicy(), {}, trusting=True) == ()


def test_a_whole_and_its_groups() -> None:
    assert totals_of(counts("2024-25", all=20, girls=8, boys=12), DisclosurePolicy(), {}, trusting=False) == (
        Total("all 2024-25", ("girls 2024-25", "boys 2024-25"), adds_up=True),
    )


@pytest.mark.parametrize(("whole", "adds_up"), [(19, False), (20, True), (21, False)])
def test_known_counts_decide_to_the_last(whole: int, adds_up: bool) -> None:  # noqa: FBT001
    assert sums(counts("2024-25", all=whole, girls=8, boys=12)) == {"all 2024-25": adds_up}


@pytest.mark.parametrize(("whole", "adds_up"), [(22, False), (23, False), (24, True), (36, True), (37, False)])
def test_rounded_counts_may_differ_by_what_rounding_moves_each(whole: int, adds_up: bool) -> None:  # noqa: FBT001
    """Rounded to 5, each of three counts was moved by 2 at most."""
    assert sums(counts("2024-25", all=whole, girls=15, boys=15), ROUNDS_TO_FIVE) == {"all 2024-25": adds_up}


@pytest.mark.parametrize("trusting", [True, False])
def test_where_a_number_is_hidden_it_is_a_matter_of_trust(trusting: bool) -> None:  # noqa: FBT001
    assert sums(counts("2024-25", all=20, girls=None, boys=12), trusting=trusting) == {"all 2024-25": trusting}
    assert sums(counts("2024-25", all=None, girls=8, boys=12), trusting=trusting) == {"all 2024-25": trusting}


@pytest.mark.parametrize("earlier", [20, 25])
def test_where_a_number_is_hidden_another_year_of_the_same_split_may_tell(earlier: int) -> None:
    """A child may be counted in two groups: where that was seen once, nobody trusts the sum again."""
    told = sums([*counts("2023-24", all=earlier, girls=8, boys=12), *counts("2024-25", all=30, girls=None, boys=20)])
    assert told == {"all 2023-24": earlier == 20, "all 2024-25": earlier == 20}


def test_another_split_is_not_spoilt_by_it() -> None:
    told = totals_of(
        [
            *(Entry(f"{label} 1", "made", when("2023-24"), label, value=Decimal(value)) for label, value in (("all", 20), ("need: a", 15), ("need: b", 15))),
            *(Entry(f"{label} 2", "made", when("2024-25"), label, value=number(value)) for label, value in (("all", 30), ("sex: girls", None), ("sex: boys", 20))),
        ],
        DisclosurePolicy(), {}, trusting=True,
    )  # fmt: skip
    assert {one.whole: one.adds_up for one in told} == {"all 1": False, "all 2": True}


@pytest.mark.parametrize(
    ("whole", "girls", "trusting", "adds_up"),
    [
        ((10, 40), (4, 15), False, True),
        # Above the line they add up, below it they do not, and the other way round.
        ((10, 41), (4, 15), True, False),
        ((11, 40), (4, 15), True, False),
        # What is known to differ is not trusted, whatever is hidden beside it.
        ((None, 41), (4, 15), True, False),
        ((11, None), (4, 15), True, False),
        # What is known to agree is trusted, or not.
        ((None, 40), (4, 15), True, True),
        ((10, 40), (4, None), True, True),
        ((None, 40), (4, 15), False, False),
        ((None, None), (None, None), True, True),
        ((None, None), (None, None), False, False),
    ],
)
def test_shares_are_split_above_and_below_the_line(
    whole: tuple[int | None, int | None], girls: tuple[int | None, int | None], trusting: bool, adds_up: bool  # noqa: FBT001
) -> None:
    told = sums(shares("2024-25", all=whole, girls=girls, boys=(6, 25)), trusting=trusting)
    assert told == {"all 2024-25": adds_up}


def test_counts_above_and_below_the_line_of_a_count_say_nothing() -> None:
    entries = [
        Entry(group, "made", when("2024-25"), group, Unit.COUNT, Decimal(value), Decimal(1), Decimal(9))
        for group, value in (("all", 20), ("girls", 8), ("boys", 12))
    ]
    assert sums(entries) == {"all": True}


# Months and quarters.


def month(text: str, value: int | None, name: str = "monthly", unit: Unit = Unit.COUNT) -> Entry:
    return Entry(f"{name} {text}", name, when(text, PeriodKind.MONTH), "all", unit, number(value))


def year_of_months(*values: int | None) -> list[Entry]:
    """Months from April 2024 on."""
    return [month(f"{2024 + (at + 3) // 12}-{(at + 3) % 12 + 1:02d}", value) for at, value in enumerate(values)]


def yearly(value: int | None, text: str = "2024-25", unit: Unit = Unit.COUNT) -> Entry:
    return Entry(f"yearly {text}", "yearly", when(text), "all", unit, number(value))


def filled(entries: Iterable[Entry], longer: str = "yearly", short: str = "monthly", *, trusting: bool = True) -> dict[str, tuple[str, ...]]:
    found = totals_of(tuple(entries), DisclosurePolicy(), {short: longer}, trusting=trusting)
    assert all(one.adds_up for one in found)
    return {one.whole: one.parts for one in found}


def test_twelve_months_fill_a_year_and_others_stand_outside() -> None:
    months = year_of_months(*range(10, 25))
    before = month("2024-03", 99)
    year = yearly(sum(range(10, 22)))
    assert filled([before, *months, year]) == {year.key: tuple(one.key for one in months[:12])}


@pytest.mark.parametrize("missing", [0, 5, 11])
def test_a_year_with_a_gap_is_not_filled(missing: int) -> None:
    months = year_of_months(*[10] * 12)
    for year in (120, 110):
        assert filled([*months[:missing], *months[missing + 1 :], yearly(year)]) == {}


@pytest.mark.parametrize(
    ("year", "hidden", "trusting", "told"),
    [
        (120, False, False, True), (120, False, True, True), (121, False, True, False), (119, False, True, False),
        (120, True, True, True), (120, True, False, False), (None, False, True, True), (None, False, False, False),
    ],
)  # fmt: skip
def test_months_that_do_not_add_up_fill_no_year(year: int | None, hidden: bool, trusting: bool, told: bool) -> None:  # noqa: FBT001
    months = year_of_months(*[10] * 11, None if hidden else 10)
    assert bool(filled([*months, yearly(year)], trusting=trusting)) is told


def test_a_share_is_not_made_of_counts() -> None:
    months = year_of_months(*[10] * 12)
    assert filled([*months, yearly(None, unit=Unit.PERCENT)]) == {}
    assert filled([*months, yearly(None)])


@pytest.mark.parametrize(
    ("until", "parts"),
    [
        ("2024-04", ["2024-04"]), ("2024-06", ["2024-04", "2024-05", "2024-06"]),
        ("2025-01", [f"2024-{one:02d}" for one in range(4, 13)] + ["2025-01"]),
        ("2025-03", [f"2024-{one:02d}" for one in range(4, 13)] + [f"2025-{one:02d}" for one in (1, 2, 3)]),
    ],
)  # fmt: skip
def test_a_running_total_holds_the_months_since_april(until: str, parts: list[str]) -> None:
    months = [month("2024-02", 7), month("2024-03", 7), *year_of_months(*[10] * 15)]
    running = month(until, 10 * len(parts), "running")
    assert filled([*months, running], "running") == {running.key: tuple(f"monthly {one}" for one in parts)}


def test_a_quarter_is_filled_by_its_own_three_months() -> None:
    quarter = Entry("quarterly", "quarterly", when("2024-Q3", PeriodKind.QUARTER), value=Decimal(30))
    assert filled([*year_of_months(*[10] * 12), quarter], "quarterly") == {
        "quarterly": ("monthly 2024-07", "monthly 2024-08", "monthly 2024-09"),
    }

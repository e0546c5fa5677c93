"""The primary rule: which numbers of people are too small to print, and what rounding prints instead."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from generator.model import DisclosurePolicy

Count = Decimal | int | None


def too_small(policy: DisclosurePolicy, count: Count) -> bool:
    """Whether a count of people may not be printed: 1 to the threshold, and 0 where zeros are hidden."""
    if count is None:
        return False
    return 0 < count <= policy.hidden_up_to or (count == 0 and not policy.zeros_shown)


def must_hide(policy: DisclosurePolicy, counts: Iterable[Count]) -> bool:
    """Whether any of the counts behind a figure is too small."""
    return any(too_small(policy, count) for count in counts)


def rounded(policy: DisclosurePolicy, count: Decimal) -> Decimal:
    """A count as the policy prints it: to the nearest multiple of its base, halves up."""
    base = policy.rounded_to
    if base == 1:
        return count
    return (count / base).quantize(Decimal(1), rounding=ROUND_HALF_UP) * base


def could_be(policy: DisclosurePolicy, printed: int) -> tuple[int, int]:
    """The least and greatest count that a reader of the policy knows could stand behind a printed one."""
    if policy.rounded_to == 1:
        return printed, printed
    half = policy.rounded_to // 2
    least = 0 if printed == 0 else max(printed - half, policy.hidden_up_to + 1)
    greatest = 0 if printed == 0 and half <= policy.hidden_up_to else printed + half
    return min(least, greatest), greatest

"""One kind of fact at a time: what it tells the intruder about hidden counts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from generator.disclosure.intruder import Answer, Cell, Facts, Implied, Order, Ratio, Sum, Verdict, attack
from generator.disclosure.intruder.bounds import forget

HIDDEN = Cell.confidential()
UNKNOWN = Cell.within(0)


def percent(top: str, bottom: str, value: str, decimals: int = 0) -> Ratio:
    """A printed percentage."""
    return Ratio(top, bottom, Fraction(value), decimals, Fraction(100))


def span(answer: Answer, name: str) -> tuple[int | None, int | None]:
    """The range of one count."""
    return answer.cells[name].min, answer.cells[name].max


def judged(answer: Answer, name: str) -> str:
    """The verdict on one count."""
    return answer.cells[name].verdict.value


def test_no_facts_give_an_empty_answer() -> None:
    assert attack(Facts({})) == Answer({}, contradiction=False)


def test_a_hidden_cell_that_nothing_ties_has_no_upper_end() -> None:
    assert span(attack(Facts({"a": HIDDEN})), "a") == (1, None)


def test_a_hidden_cell_may_be_zero_where_zeros_are_not_shown() -> None:
    assert span(attack(Facts({"a": HIDDEN}, zeros_shown=False)), "a") == (0, None)


def test_a_large_hidden_cell_that_is_worked_out_is_recovered_all_the_same() -> None:
    facts = Facts({"a": HIDDEN, "b": Cell.shown(3), "t": Cell.shown(1_000_003)}, (Sum("t", ("a", "b")),))
    assert (span(attack(facts), "a"), judged(attack(facts), "a")) == ((1_000_000, 1_000_000), "RECOVERED")


@pytest.mark.parametrize(
    ("total", "keep", "verdict"), [(3, 3, "NARROWED"), (4, 3, "SAFE"), (4, 4, "NARROWED"), (7, 9, "SAFE")]
)
def test_a_small_cell_is_narrowed_when_fewer_values_are_left_than_the_policy_keeps(
    total: int, keep: int, verdict: str
) -> None:
    facts = Facts({"a": HIDDEN, "b": HIDDEN, "t": Cell.shown(total)}, (Sum("t", ("a", "b")),), keep=keep)
    assert span(attack(facts), "a") == (1, total - 1)
    assert judged(attack(facts), "a") == verdict


def test_a_cell_with_a_gap_in_its_range_is_narrowed_by_the_values_it_can_take() -> None:
    # Three fifths of a base of 5 or 10, for a base of 6 to 9 gives no whole number near 60.0%: so 3 or 6.
    facts = Facts(
        {"a": HIDDEN, "base": Cell.within(1, 10)},
        ratios=(percent("a", "base", "60", 1),),
        threshold=7,
        keep=3,
    )
    assert span(attack(facts), "a") == (3, 6)
    assert judged(attack(facts), "a") == "NARROWED"
    assert judged(attack(replace(facts, keep=2)), "a") == "SAFE"


def test_an_implied_count_certainly_small_is_exposed_though_not_known_exactly() -> None:
    facts = Facts(
        {"t": Cell.shown(10), "a": Cell.within(6, 9)}, implied=(Implied("rest", ("t", "a")),), threshold=5
    )
    assert span(attack(facts), "rest") == (1, 4)
    assert judged(attack(facts), "rest") == "EXPOSED"


@pytest.mark.parametrize("known", [10, 4])
def test_an_implied_count_of_none_or_of_many_is_safe_though_known_exactly(known: int) -> None:
    facts = Facts({"t": Cell.shown(10), "a": Cell.shown(known)}, implied=(Implied("rest", ("t", "a")),))
    assert span(attack(facts), "rest") == (10 - known, 10 - known)
    assert judged(attack(facts), "rest") == "SAFE"


def test_an_implied_difference_is_a_question_and_states_nothing_about_its_sign() -> None:
    facts = Facts({"t": UNKNOWN, "a": Cell.within(4, 6)}, implied=(Implied("rest", ("t", "a")),))
    assert span(attack(facts), "rest") == (-6, None)
    within = replace(facts, orders=(Order("t", "a"),))
    assert span(attack(within), "rest") == (0, None)
    assert span(attack(within), "t") == (4, None)


def test_differences_may_take_away_several_counts_and_build_on_each_other() -> None:
    facts = Facts(
        {"t": Cell.shown(20), "a": Cell.shown(9), "b": Cell.within(5, 7), "u": Cell.shown(30)},
        implied=(Implied("rest", ("t", "a", "b")), Implied("more", ("u", "t", "rest"))),
    )
    assert span(attack(facts), "rest") == (4, 6)
    assert span(attack(facts), "more") == (4, 6)


@pytest.mark.parametrize(
    ("base", "count", "ends"),
    [(5, 45, (43, 47)), (10, 40, (35, 45)), (5, 0, (0, 2)), (1, 7, (7, 7)), (2, 4, (3, 5))],
)
def test_a_rounded_count_may_be_anything_that_some_rounding_rule_sends_there(
    base: int, count: int, ends: tuple[int, int]
) -> None:
    assert span(attack(Facts({"a": Cell.rounded(count, base)})), "a") == ends


def test_rounded_parts_of_an_exact_total_narrow_each_other() -> None:
    facts = Facts(
        {"a": Cell.rounded(5, 5), "b": Cell.rounded(5, 5), "t": Cell.shown(6)}, (Sum("t", ("a", "b")),)
    )
    assert {span(attack(facts), "a"), span(attack(facts), "b")} == {(3, 3)}


def test_orders_bound_what_stands_above_and_below_a_shown_count() -> None:
    facts = Facts(
        {"first": HIDDEN, "second": Cell.shown(6), "third": HIDDEN, "last": HIDDEN},
        orders=(
            Order("first", "second"),
            Order("second", "third", strict=True),
            Order("third", "last", strict=True),
        ),
    )
    answer = attack(facts)
    assert [span(answer, name) for name in ("first", "third", "last")] == [(6, None), (2, 5), (1, 4)]


def test_orders_that_chase_each_other_upwards_are_a_contradiction() -> None:
    facts = Facts(
        {"a": UNKNOWN, "b": UNKNOWN}, orders=(Order("a", "b", strict=True), Order("b", "a", strict=True))
    )
    assert attack(facts).contradiction


def test_a_half_way_ratio_may_have_been_rounded_up_or_down() -> None:
    facts = Facts({"a": UNKNOWN, "base": Cell.shown(8)}, ratios=(percent("a", "base", "12"),))
    assert span(attack(facts), "a") == (1, 1)
    assert span(attack(replace(facts, ratios=(percent("a", "base", "13"),))), "a") == (1, 1)


def test_a_rate_of_a_known_population_gives_the_count() -> None:
    facts = Facts(
        {"children": HIDDEN, "population": Cell.shown(40_187)},
        ratios=(Ratio("children", "population", Fraction("1.2"), 1, Fraction(10_000)),),
    )
    assert span(attack(facts), "children") == (5, 5)


def test_a_mean_of_a_hidden_number_of_people_bounds_both() -> None:
    facts = Facts(
        {"days": Cell.shown(100), "people": HIDDEN},
        ratios=(Ratio("days", "people", Fraction("33.3"), 1, Fraction(1)),),
    )
    assert span(attack(facts), "people") == (3, 3)


def test_a_ratio_of_large_hidden_counts_is_exact() -> None:
    facts = Facts(
        {"a": Cell.within(0), "base": Cell.within(1_000_000, 1_000_006)},
        ratios=(percent("a", "base", "50.0002", 4),),
    )
    # Between 50.00015% and 50.00025% of each possible base.
    wanted = [
        top
        for bottom in range(1_000_000, 1_000_007)
        for top in range(500_000, 500_010)
        if 5_000_015 * bottom <= 10_000_000 * top <= 5_000_025 * bottom
    ]
    assert span(attack(facts), "a") == (min(wanted), max(wanted))


def test_a_ratio_says_that_its_base_is_not_nought() -> None:
    facts = Facts({"a": UNKNOWN, "base": UNKNOWN}, ratios=(percent("a", "base", "0"),))
    assert span(attack(facts), "base") == (1, None)
    assert span(attack(facts), "a") == (0, None)


def test_a_ratio_of_two_counts_without_end_has_gaps_below_but_no_upper_end() -> None:
    facts = Facts({"a": HIDDEN, "base": HIDDEN}, ratios=(percent("a", "base", "42.9", 1),))
    answer = attack(facts)
    assert (span(answer, "a"), span(answer, "base")) == ((3, None), (7, None))


def test_a_percentage_that_no_whole_number_gives_is_a_contradiction() -> None:
    facts = Facts({"a": HIDDEN, "base": Cell.shown(7)}, ratios=(percent("a", "base", "50"),))
    assert attack(facts).contradiction
    assert attack(facts).cells["a"].verdict is Verdict.CONTRADICTION


def test_whole_numbers_settle_what_the_continuous_optimum_leaves_open() -> None:
    # Each pair of three hidden counts adds up to 3 or 4: halves satisfy more than whole numbers do.
    facts = Facts(
        {"a": UNKNOWN, "b": UNKNOWN, "d": UNKNOWN, "ab": Cell.within(0, 3), "bd": Cell.within(0, 3)}
        | {"ad": Cell.within(0, 3), "abd": UNKNOWN},
        (Sum("ab", ("a", "b")), Sum("bd", ("b", "d")), Sum("ad", ("a", "d")), Sum("abd", ("a", "b", "d"))),
    )
    assert span(attack(facts), "abd") == (0, 4)


def test_an_odd_sum_of_pairs_is_a_contradiction_that_only_whole_numbers_see() -> None:
    facts = Facts(
        {"a": UNKNOWN, "b": UNKNOWN, "d": UNKNOWN} | {name: Cell.shown(3) for name in ("ab", "bd", "ad")},
        (Sum("ab", ("a", "b")), Sum("bd", ("b", "d")), Sum("ad", ("a", "d"))),
    )
    assert attack(facts).contradiction


def test_a_hierarchy_of_months_quarters_and_year_gives_the_missing_month() -> None:
    months = {f"m{month}": Cell.shown(10) for month in range(1, 13)} | {"m5": HIDDEN}
    quarters = {f"q{quarter}": HIDDEN if quarter == 2 else Cell.shown(30) for quarter in range(1, 5)}
    sums = tuple(Sum(f"q{q}", tuple(f"m{3 * q - left}" for left in range(3))) for q in range(1, 5))
    facts = Facts(months | quarters | {"year": Cell.shown(113)}, (*sums, Sum("year", tuple(quarters))))
    answer = attack(facts)
    assert (span(answer, "m5"), span(answer, "q2")) == ((3, 3), (23, 23))


def test_one_contradiction_leaves_no_cell_judged() -> None:
    facts = Facts(
        {"a": HIDDEN, "x": Cell.shown(7), "t": Cell.shown(6)},
        (Sum("t", ("x",)),),
        implied=(Implied("rest", ("t", "x")),),
    )
    assert {answer.verdict for answer in attack(facts).cells.values()} == {Verdict.CONTRADICTION}


def test_facts_about_an_unknown_cell_are_refused_because_they_would_weaken_the_attack() -> None:
    with pytest.raises(ValueError, match="facts mention cells that are not among the cells: totl"):
        Facts({"a": HIDDEN}, (Sum("totl", ("a",)),))


def test_an_implied_count_cannot_take_another_cells_name() -> None:
    with pytest.raises(ValueError, match="implied counts share a name with another cell: a"):
        Facts({"a": HIDDEN, "b": HIDDEN}, implied=(Implied("a", ("b", "a")),))


def test_neither_cells_nor_answers_print_a_number_in_a_traceback() -> None:
    facts = Facts({"a": HIDDEN, "t": Cell.shown(417)}, (Sum("t", ("a",)),))
    assert "417" not in repr(facts)
    assert "417" not in repr(attack(facts))


def test_attacking_twice_gives_the_same_answer_whether_or_not_the_first_is_remembered() -> None:
    names = [f"{row}{column}" for row in "abd" for column in "123"]
    sums = [Sum(f"{row}t", tuple(f"{row}{column}" for column in "123")) for row in "abd"]
    sums += [Sum(f"t{column}", tuple(f"{row}{column}" for row in "abd")) for column in "123"]
    facts = Facts(dict.fromkeys(names, HIDDEN) | {total.total: Cell.shown(6) for total in sums}, tuple(sums))
    first = attack(facts)
    assert attack(facts) == first
    forget()
    assert attack(facts) == first
    assert span(first, "a1") == (1, 4)

"""Facts from JSON: what is read, and what is refused in which words."""

import json

import pytest

from generator.disclosure.intruder import (
    Cell,
    Facts,
    FactsProblem,
    Implied,
    Order,
    Ratio,
    Sum,
    attack,
    facts_from_json,
)


def problems(text: str) -> list[str]:
    """Every problem of a file: where, what, and how to mend it."""
    with pytest.raises(FactsProblem) as refused:
        facts_from_json(text, "facts.json")
    return [f"{problem.place}: {problem.found} {problem.fix}" for problem in refused.value.problems]


def problems_with(**facts: object) -> list[str]:
    """Every problem of facts."""
    return problems(json.dumps(facts))


def limits(cell: dict[str, object], *, zeros_shown: bool = True) -> tuple[int, int | None]:
    """The range that a cell is read as."""
    return facts_from_json(
        json.dumps({"cells": {"a": cell}, "zeros_shown": zeros_shown}), "facts.json"
    ).limits("a")


def test_every_part_of_the_format_is_read() -> None:
    text = """{"threshold": 7, "zeros_shown": false, "keep": 2,
      "sums": [["t", ["a", "b"]]], "orders": [["a", ">=", "b"], ["t", ">", "b"]],
      "ratios": [{"numerator": "b", "denominator": "t", "value": 42.9, "decimals": 1, "scale": 100}],
      "implied": [{"id": "rest", "minus": ["t", "a"]}],
      "cells": {"a": {"value": 12}, "b": {"symbol": "c"}, "t": {"rounded": 45, "base": 5},
                "d": {"min": 0, "max": 9}}}"""
    facts = facts_from_json(text, "facts.json")
    assert facts == Facts(
        {"a": Cell(12, 12, hidden=False), "b": Cell(None, None), "t": Cell(43, 47), "d": Cell(0, 9)},
        (Sum("t", ("a", "b")),),
        (Ratio("b", "t", facts.ratios[0].value, 1, facts.ratios[0].scale),),
        (Order("a", "b"), Order("t", "b", strict=True)),
        (Implied("rest", ("t", "a")),),
        7,
        zeros_shown=False,
        keep=2,
    )
    assert [str(limit) for limit in facts.ratios[0].limits()] == ["857/20", "859/20"]


def test_missing_keys_mean_none_and_the_default_policy() -> None:
    assert facts_from_json("{}", "facts.json") == Facts({}, threshold=5, zeros_shown=True, keep=3)


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ({"value": 12.0}, (12, 12)),
        ({"symbol": "c"}, (1, None)),
        ({"symbol": "c", "max": 5}, (1, 5)),
        ({"symbol": "c", "min": 0}, (1, None)),
        ({"symbol": "c", "min": 3}, (3, None)),
        ({"symbol": "low"}, (1, None)),
        ({"symbol": "u"}, (0, None)),
        ({"symbol": "x"}, (0, None)),
        ({"symbol": "z"}, (0, 0)),
        ({"rounded": 40, "base": 10}, (35, 45)),
        ({"rounded": 10, "base": 5, "min": 9}, (9, 12)),
        ({"max": 4}, (0, 4)),
        ({"min": 4}, (4, None)),
    ],
)
def test_a_cell_is_read_as_the_range_it_tells(
    cell: dict[str, object], wanted: tuple[int, int | None]
) -> None:
    assert limits(cell) == wanted


def test_a_hidden_cell_may_be_zero_where_zeros_are_not_shown() -> None:
    assert limits({"symbol": "c"}, zeros_shown=False) == (0, None)


def test_a_total_that_is_nowhere_printed_may_be_spoken_of_by_two_facts() -> None:
    facts = {"cells": {"a": {"value": 8}, "b": {"symbol": "c"}}, "sums": [["t", ["a", "b"]]]}
    text = json.dumps(facts | {"orders": [["a", ">", "t"]]})
    assert attack(facts_from_json(text, "facts.json")).contradiction


def test_a_name_that_stands_nowhere_else_is_taken_for_a_mistake() -> None:
    cells = {"a": {"value": 8}, "b": {"symbol": "c"}}
    missing = "is not among the cells. Check its spelling, or add it to `cells`."
    assert problems_with(
        cells=cells,
        sums=[["totl", ["a", "bb"]]],
        orders=[["a", ">", "d"]],
        implied=[{"id": "a", "minus": ["a", "e"]}],
        ratios=[{"numerator": "f", "denominator": "a", "value": 1, "decimals": 0, "scale": 1}],
    ) == [
        'facts.json, implied[0].id: "a" is already the name of another count. Rename it.',
        f'facts.json, implied[0].minus[1]: "e" {missing}',
        f'facts.json, orders[0][2]: "d" {missing}',
        f'facts.json, ratios[0].numerator: "f" {missing}',
        f'facts.json, sums[0][0]: "totl" {missing}',
        f'facts.json, sums[0][1][1]: "bb" {missing}',
    ]


def test_text_that_is_not_json_is_refused_with_its_line() -> None:
    assert problems('{"cells":\n  {"a" 4}}') == [
        "facts.json, line 2, character 8: This is not JSON: Expecting ':' delimiter. Mend the file there."
    ]


def test_a_key_given_twice_is_refused_because_the_first_would_vanish() -> None:
    assert problems('{"cells": {"a": {"value": 1}, "a": {"value": 2}}}') == [
        "facts.json, a: This key is given 2 times in the same group. Give it once."
    ]


@pytest.mark.parametrize("text", ["[" * 100_000, '{"keep": ' + "9" * 10_000 + "}"])
def test_a_file_made_to_exhaust_the_reader_is_refused(text: str) -> None:
    assert problems(text) == [
        "facts.json: This JSON is nested too deeply or has a number too long to read. Simplify the file."
    ]


def test_a_file_that_is_not_a_group_is_refused() -> None:
    assert problems("[]") == [
        "facts.json: A group of keys is expected here. Write the keys of the format in curly brackets."
    ]


def test_everything_wrong_is_told_at_once_and_no_value_is_repeated() -> None:
    found = problems_with(
        treshold=5,
        threshold=0,
        zeros_shown="yes",
        keep=True,
        cells={
            "a": 417,
            "b": {},
            "d": {"value": 417, "symbol": "c"},
            "e": {"symbol": "417"},
            "f": {"rounded": 417, "base": 5},
            "g": {"value": -417},
            "h": {"value": 41.7},
            "i": {"value": None},
            "j": {"min": 417, "max": 4},
            "k": {"value": 417, "max": 500},
            "l": {"min": 1, "base": 417},
            "m": {"colour": 417, "value": 1},
            "n": {"value": 10**13},
            "o": {"rounded": 417},
        },
    )
    whole = "A whole number from 0 to 1,000,000,000,000 is expected here. Write it in digits alone."
    forms = (
        "A cell says what is printed in it in one way."
        ' Write one of {"value": 12}, {"symbol": "c"}, {"rounded": 45, "base": 5} and {"min": 0, "max": 9}.'
    )
    assert found == [
        "facts.json, cells.a: A group of keys is expected here."
        " Write the keys of the format in curly brackets.",
        f"facts.json, cells.b: {forms}",
        f"facts.json, cells.d: {forms}",
        "facts.json, cells.e.symbol: This is not a symbol of the format. Use one of c, low, u, x, z.",
        "facts.json, cells.f.rounded: This number is not a multiple of its base. Check both numbers.",
        f"facts.json, cells.g.value: {whole}",
        f"facts.json, cells.h.value: {whole}",
        f"facts.json, cells.i.value: {whole}",
        "facts.json, cells.j: The min is above the max. Check both numbers.",
        "facts.json, cells.k: A printed value needs neither min nor max."
        " Take them out, or take the value out.",
        "facts.json, cells.l.base: Only a rounded cell has a base. Add `rounded`, or take `base` out.",
        "facts.json, cells.m.colour: This key is not part of the format."
        " Use only value, symbol, rounded, base, min, max.",
        f"facts.json, cells.n.value: {whole}",
        f"facts.json, cells.o.base: {whole.replace('from 0', 'from 1')}",
        f"facts.json, keep: {whole.replace('from 0', 'from 1')}",
        f"facts.json, threshold: {whole.replace('from 0', 'from 1')}",
        "facts.json, treshold: This key is not part of the format."
        " Use only threshold, zeros_shown, keep, cells, sums, ratios, orders, implied.",
        "facts.json, zeros_shown: true or false is expected here."
        " Write true or false without quotation marks.",
    ]
    assert not any("417" in problem for problem in found)


def test_facts_in_the_wrong_form_are_told_how_to_write_them() -> None:
    good = {"numerator": "a", "denominator": "b", "value": 1, "decimals": 0, "scale": 100}
    assert problems_with(
        cells={"a": {"value": 1}, "b": {"value": 2}},
        sums=["a", ["a", []], ["a", ["a", "b"]], ["a", ["b", "b"]], [4, ["b"]], ["a", "b"]],
        orders=[["a", "<", "b"], "a>b"],
        ratios=[
            {"numerator": "a"},
            good | {"value": 1.25, "decimals": 1},
            good | {"value": float("nan")},
            good | {"scale": 0},
            good | {"decimals": 40},
            good | {"unit": "%"},
        ],
        implied=[{"id": "rest"}, {"id": "r", "minus": ["a"]}],
    ) == [
        'facts.json, implied[0]: An implied count also needs minus. Write {"id": "rest", "minus": [...]}.',
        "facts.json, implied[1].minus: At least 2 cells must be named here. Name them in quotation marks.",
        "facts.json, orders[0]: An order is two cells with > or >= between them."
        ' Write ["larger", ">=", "smaller"].',
        "facts.json, orders[1]: An order is two cells with > or >= between them."
        ' Write ["larger", ">=", "smaller"].',
        "facts.json, ratios[0]: A ratio also needs denominator, value, decimals, scale."
        " Add what is missing (percent: scale 100).",
        "facts.json, ratios[1].value: The value has more decimals than `decimals` says. Check both numbers.",
        "facts.json, ratios[2].value: A number from 0 to 1,000,000,000,000 is expected here."
        " Write the number as it is printed.",
        "facts.json, ratios[3].scale: A scale is more than 0. Write 100 for percentages, 1 for means.",
        "facts.json, ratios[4].decimals: No more than 12 decimals are read. Round the value.",
        "facts.json, ratios[5].unit: This key is not part of the format."
        " Use only numerator, denominator, value, decimals, scale.",
        'facts.json, sums[0]: A sum is a total and the list of its parts. Write ["total", ["a", "b"]].',
        "facts.json, sums[1][1]: At least 1 cells must be named here. Name them in quotation marks.",
        'facts.json, sums[2]: "a" is a part of itself. Take the total out of its own parts.',
        'facts.json, sums[3][1]: "b" is named 2 times. Name each cell once.',
        "facts.json, sums[4][0]: The name of a cell is expected here. Write its name in quotation marks.",
        "facts.json, sums[5][1]: A list is expected here."
        " Write a list in square brackets, or leave the key out for none.",
    ]


def test_a_number_with_an_exponent_beyond_all_reading_is_refused() -> None:
    with pytest.raises(FactsProblem) as refusal:
        facts_from_json('{"cells": {"a": 10E999999999999999999}}', "facts.json")
    assert refusal.value.problems

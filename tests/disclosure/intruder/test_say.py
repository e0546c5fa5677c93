"""The answer as JSON and in words."""

from generator.disclosure.intruder import Cell, Facts, Implied, Order, Sum, answer_json, answer_text, attack

FACTS = Facts(
    {"t": Cell.shown(12), "b": Cell.confidential(), "a": Cell.shown(9), "é": Cell.confidential()},
    (Sum("t", ("a", "b")),),
    implied=(Implied("rest", ("t", "a")), Implied("gap", ("a", "é"))),
    names={"b": "Boys in the north"},
)


def test_the_json_answer_has_every_cell_in_order_and_null_for_no_end() -> None:
    assert answer_json(attack(FACTS)) == (
        '{\n  "cells": {\n'
        '    "b": {\n      "min": 3,\n      "max": 3,\n      "verdict": "RECOVERED"\n    },\n'
        '    "gap": {\n      "min": null,\n      "max": 8,\n      "verdict": "SAFE"\n    },\n'
        '    "rest": {\n      "min": 3,\n      "max": 3,\n      "verdict": "EXPOSED"\n    },\n'
        '    "é": {\n      "min": 1,\n      "max": null,\n      "verdict": "SAFE"\n    }\n'
        '  },\n  "contradiction": false\n}'
    )


def test_the_answer_in_words_puts_what_leaks_first() -> None:
    assert answer_text(attack(FACTS), FACTS).splitlines() == [
        "2 of 4 counts not printed can be worked out, exactly or nearly.",
        "",
        "Count              Can be     Verdict",
        "Boys in the north  3          RECOVERED: can be worked out exactly",
        "rest               3          EXPOSED: is a small count that nobody printed but anyone can work out",
        "é                  1 or more  SAFE: cannot be worked out",
        "gap                8 or less  SAFE: cannot be worked out",
    ]


def test_ranges_and_narrowed_cells_are_said_in_words() -> None:
    facts = Facts({"a": Cell.within(1, 2), "b": Cell.within(0, 9)})
    assert answer_text(attack(facts), facts).splitlines() == [
        "1 of 2 counts not printed can be worked out, exactly or nearly.",
        "",
        "Count  Can be  Verdict",
        "a      1 to 2  NARROWED: is small and too few values are left",
        "b      0 to 9  SAFE: cannot be worked out",
    ]


def test_a_contradiction_is_said_once_and_in_words() -> None:
    facts = Facts({"a": Cell.confidential(), "b": Cell.shown(1)}, orders=(Order("b", "a", strict=True),))
    answer = attack(facts)
    assert answer_text(answer, facts) == (
        "CONTRADICTION: the published figures cannot all be true, so no cell can be judged.\n"
        "Look for a typing error: check totals against their parts and percentages against their counts."
    )
    assert '"min": null,\n      "max": null,\n      "verdict": "CONTRADICTION"' in answer_json(answer)


def test_nothing_hidden_is_said_so() -> None:
    facts = Facts({"a": Cell.shown(9)})
    assert (
        answer_text(attack(facts), facts) == "No cell is hidden or implied, so there is nothing to work out."
    )
    assert answer_json(attack(facts)) == '{\n  "cells": {},\n  "contradiction": false\n}'

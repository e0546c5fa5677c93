"""The answer as JSON for programs and as plain English for people."""

import json

from generator.disclosure.intruder.facts import Facts
from generator.disclosure.intruder.verdicts import Answer, CellAnswer, Verdict

MEANINGS = {
    Verdict.RECOVERED: "can be worked out exactly",
    Verdict.NARROWED: "is small and too few values are left",
    Verdict.EXPOSED: "is a small count that nobody printed but anyone can work out",
    Verdict.SAFE: "cannot be worked out",
}


def answer_json(answer: Answer) -> str:
    """The answer as one JSON object, cells in the order of their names."""
    cells = {
        name: {"min": cell.min, "max": cell.max, "verdict": cell.verdict.value}
        for name, cell in sorted(answer.cells.items())
    }
    return json.dumps({"cells": cells, "contradiction": answer.contradiction}, ensure_ascii=False, indent=2)


def answer_text(answer: Answer, facts: Facts) -> str:
    """The answer as a sentence and a table, what leaks first."""
    if answer.contradiction:
        return (
            "CONTRADICTION: the published figures cannot all be true, so no cell can be judged.\n"
            "Look for a typing error: check totals against their parts and percentages against their counts."
        )
    total, leaks = len(answer.cells), len(answer.leaks())
    if not total:
        return "No cell is hidden or implied, so there is nothing to work out."
    counts = "1 count" if total == 1 else f"{total} counts"
    first = f"{leaks or 'None'} of {counts} not printed can be worked out, exactly or nearly."
    ordered = sorted(answer.cells.items(), key=lambda pair: pair[1].verdict is Verdict.SAFE)
    rows = [
        (facts.names.get(name, name), _possible(cell), f"{cell.verdict.value}: {MEANINGS[cell.verdict]}")
        for name, cell in ordered
    ]
    heads = ("Count", "Can be", "Verdict")
    widths = [max(len(row[place]) for row in (heads, *rows)) for place in range(2)]
    table = [f"{one:<{widths[0]}}  {two:<{widths[1]}}  {three}" for one, two, three in (heads, *rows)]
    return "\n".join((first, "", *table))


def _possible(cell: CellAnswer) -> str:
    if cell.min is None and cell.max is None:
        return "anything"
    if cell.max is None:
        return f"{cell.min} or more"
    if cell.min is None:
        return f"{cell.max} or less"
    return str(cell.min) if cell.min == cell.max else f"{cell.min} to {cell.max}"

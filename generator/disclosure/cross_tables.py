"""Protects a cross-table that was saved from a spreadsheet: the same CSV comes out, with `c` where a count is hidden."""

import csv
import io
from dataclasses import dataclass
from decimal import Decimal

from generator.disclosure.intruder import Cell, facts_from_csv
from generator.disclosure.primary import rounded
from generator.disclosure.tables import CountTable, primary, protect_table
from generator.model import DisclosurePolicy


@dataclass(frozen=True, slots=True)
class ProtectedText:
    """A protected file, and how many cells are hidden: for their own sake, and because they would give those away."""

    text: str
    too_small: int
    given_away: int
    rounded: int = 0
    leaking: tuple[str, ...] = ()
    """Cells that can be worked out all the same, because only symbols of others could be hidden with them."""
    contradiction: bool = False
    notes_with_numbers: int = 0
    """Hidden rows whose note holds a number, which an officer must read."""


def protect_cross_table(text: str, name: str, policy: DisclosurePolicy, *, total: str | None = None) -> ProtectedText:
    """Protect the text of a CSV cross-table called `name`; raises FactsProblem where it is not one."""
    facts = facts_from_csv(text, name, total_label=total, zeros_shown=policy.zeros_shown)
    counts = {key: cell.low for key, cell in facts.cells.items() if not cell.hidden and cell.low is not None}
    symbols: dict[str, Cell] = {key: cell for key, cell in facts.cells.items() if key not in counts}
    table = CountTable(counts, facts.sums, symbols=symbols)
    if not table.adds_up():
        return ProtectedText("", 0, 0, contradiction=True)
    own, outcome = primary(table, policy), protect_table(table, policy)
    hidden = outcome.hidden - symbols.keys()
    written, changed = io.StringIO(), 0
    writer = csv.writer(written, lineterminator="\n")
    grid = [[field.strip() for field in fields] for fields in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))]
    header, *rows = [fields for fields in grid if any(fields)]
    writer.writerow(header)
    for label, *fields in rows:
        put = [label]
        for column, field in zip(header[1:], fields, strict=True):
            key = f"{label}/{column}"
            if key in hidden:
                put.append("c")
            elif field.isdigit() and key in counts:
                shown = str(rounded(policy, Decimal(counts[key])))
                changed += shown != str(counts[key])
                put.append(shown)
            else:
                put.append(field)
        writer.writerow(put)
    return ProtectedText(
        written.getvalue(), len(own), len(hidden - own), changed, outcome.leaking, outcome.contradiction
    )

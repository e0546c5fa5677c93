"""The public interface for programs: five typed functions, which print nothing and know no clock.

`check`, `build` and `audit` look at folders; `protect` and `attack` at the text of a table. What is named in
`__all__` keeps its meaning until the first number of the version changes; everything else may change at any time.
"""

from generator.audit import audit
from generator.commands.build import Built, NotBuilt
from generator.commands.build import make as build
from generator.commands.check import Checked
from generator.commands.check import look_through as check
from generator.commands.outcome import Exit
from generator.disclosure.cross_tables import ProtectedText, protect_cross_table
from generator.disclosure.intruder import Answer, CellAnswer, Undecided, Verdict, facts_from_csv
from generator.disclosure.intruder import attack as attack_facts
from generator.model import DisclosurePolicy
from generator.problems import Place, Problem, Refused, Severity

__all__ = [
    "Answer",
    "Built",
    "CellAnswer",
    "Checked",
    "DisclosurePolicy",
    "Exit",
    "NotBuilt",
    "NotProtected",
    "Place",
    "Problem",
    "ProtectedText",
    "Refused",
    "Severity",
    "Undecided",
    "Verdict",
    "attack",
    "audit",
    "build",
    "check",
    "protect",
]


class NotProtected(Exception):
    """A table in which hiding does not help: its counts cannot all be true, or a hidden one can be worked out all the same."""


def protect(table: str, policy: DisclosurePolicy | None = None, *, total: str | None = None) -> ProtectedText:
    """Hide the small counts of a CSV cross-table with totals, and whatever would give them away.

    Without a policy, counts from 1 to 5 are small. `total` is what the table calls its totals, if not Total or All.
    Raises Refused where the text is no such table, NotProtected where hiding does not help, and Undecided where
    the solver cannot settle a count.
    """
    made = protect_cross_table(table, "table", policy or DisclosurePolicy(), total=total)
    if made.contradiction:
        raise NotProtected("the counts cannot all be true")
    if made.leaking:
        raise NotProtected(f"cells that can be worked out all the same: {len(made.leaking)}")
    return made


def attack(table: str, policy: DisclosurePolicy | None = None, *, total: str | None = None) -> Answer:
    """Work out what a published CSV cross-table with totals gives away: an exact range and a verdict for every hidden count.

    Raises Refused where the text is no such table, and Undecided where the solver cannot settle a count.
    """
    rules = policy or DisclosurePolicy()
    facts = facts_from_csv(
        table, "table", total_label=total, threshold=rules.hidden_up_to, zeros_shown=rules.zeros_shown, keep=rules.keep
    )
    return attack_facts(facts)

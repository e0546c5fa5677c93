"""What each hidden or implied count's range means for the people counted, and the attack as a whole.

* RECOVERED: a hidden cell has one possible value. Its size does not matter: it was meant to be hidden.
* NARROWED: a hidden cell is certainly at most the threshold and has fewer values left than the policy keeps.
  Values, not the width of the range: a cell that can only be 1 or 4 has two values left.
* EXPOSED: an implied count is certainly between 1 and the threshold (or, where the larger was taken from the
  smaller, between minus the threshold and -1).
* CONTRADICTION: the published figures cannot all be true; then nothing can be said about any cell.
* SAFE: none of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.disclosure.intruder.bounds import Range, ranges
from generator.disclosure.intruder.facts import Facts
from generator.disclosure.intruder.linear import Contradiction


class Verdict(StrEnum):
    """What the intruder can do to one hidden or implied count."""

    RECOVERED = "RECOVERED"
    NARROWED = "NARROWED"
    EXPOSED = "EXPOSED"
    SAFE = "SAFE"
    CONTRADICTION = "CONTRADICTION"


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """A verdict, and the exact range behind it (None: no end), which its repr withholds."""

    min: int | None = field(repr=False)
    max: int | None = field(repr=False)
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Answer:
    """A verdict for every hidden cell and every implied count."""

    cells: Mapping[str, CellAnswer]
    contradiction: bool

    def leaks(self) -> tuple[str, ...]:
        """The cells that are not safe, in the order of the facts."""
        return tuple(name for name, answer in self.cells.items() if answer.verdict is not Verdict.SAFE)


def attack(facts: Facts) -> Answer:
    """Find what the published facts give away; raises Undecided if the solver cannot settle a count."""
    try:
        found = ranges(facts)
    except Contradiction:
        nothing = CellAnswer(None, None, Verdict.CONTRADICTION)
        return Answer(dict.fromkeys(facts.asked(), nothing), contradiction=True)
    implied = {implied.id for implied in facts.implied}
    judged = {
        name: CellAnswer(
            answer.low,
            answer.high,
            _of_implied(answer, facts) if name in implied else _of_hidden(answer, facts),
        )
        for name, answer in found.items()
    }
    return Answer({name: judged[name] for name in facts.asked()}, contradiction=False)


def _of_hidden(found: Range, facts: Facts) -> Verdict:
    if found.low is not None and found.low == found.high:
        return Verdict.RECOVERED
    is_small = found.high is not None and found.high <= facts.threshold
    if is_small and found.values is not None and found.values < facts.keep:
        return Verdict.NARROWED
    return Verdict.SAFE


def _of_implied(found: Range, facts: Facts) -> Verdict:
    if found.low is None or found.high is None:
        return Verdict.SAFE
    if found.low >= 1 and found.high <= facts.threshold:
        return Verdict.EXPOSED
    if -facts.threshold <= found.low and found.high <= -1:
        return Verdict.EXPOSED
    return Verdict.SAFE

"""Complementary suppression: hides more until the intruder learns nothing, then gives back what was not needed.

The intruder attacks what would be published. Where a hidden figure can be worked out, one more figure of a line
that it stands in is hidden, and the intruder attacks again. What to hide is chosen by where it stands and never by
its value, so that the pattern says nothing: the line with the fewest hidden figures first; in it a figure that opens
no new gap elsewhere, inner figures before totals, then a fixed order. Shares no code with the intruder.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.disclosure.intruder import Facts, Verdict, attack

Line = tuple[str, ...]
"""Figures that tell of each other: a total and its parts, a percentage and its counts. The whole stands first."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Figures that would be published together."""

    order: tuple[str, ...]
    """Every figure, in the fixed order."""
    free: frozenset[str]
    """Figures that may be hidden: not zeros that are shown, not what others have printed."""
    sums: tuple[Line, ...]
    """Totals with their parts: one figure hidden alone in such a line is always worked out."""
    ties: tuple[Line, ...]
    """Other lines: a percentage with its counts, a group within a whole."""
    facts: Callable[[frozenset[str]], Facts] = field(repr=False)
    """What a reader would know if these figures were hidden."""
    figure_of: Mapping[str, str] = field(repr=False)
    """The figure behind each count that the facts speak of."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What must be hidden, and which figures leak all the same because nothing that is left may be hidden."""

    hidden: frozenset[str]
    leaking: tuple[str, ...] = ()
    contradiction: bool = False


class _Table:
    """The lines of a sheet, looked up by figure."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.position = {name: place for place, name in enumerate(sheet.order)}
        self.lines_of: dict[str, list[int]] = {name: [] for name in sheet.order}
        self.level = dict.fromkeys(sheet.order, 0)
        self.lines = (*sheet.sums, *sheet.ties)
        for number, line in enumerate(self.lines):
            self.level[line[0]] += 1
            for name in line:
                self.lines_of[name].append(number)

    def choice(self, leaking: str, hidden: set[str]) -> str | None:
        """The figure to hide next for a leaking one; None when none of its lines has one that may be hidden."""
        if leaking not in hidden and leaking in self.sheet.free:
            return leaking
        for number in sorted(self.lines_of[leaking], key=lambda line: (self._hidden_in(line, hidden), line)):
            free = [name for name in self.lines[number] if name in self.sheet.free and name not in hidden]
            if free:
                return min(free, key=lambda name: (self._gaps_opened(name, hidden), self.level[name], self.position[name]))
        return None

    def anything_near(self, leaking: str, hidden: set[str]) -> str | None:
        """The nearest figure that may be hidden among all that are tied to a leaking one, line by line outwards."""
        seen, ring = {leaking}, [leaking]
        while ring:
            around = sorted(
                {name for near in ring for number in self.lines_of[near] for name in self.lines[number]} - seen,
                key=self.position.__getitem__,
            )
            free = [name for name in around if name in self.sheet.free and name not in hidden]
            if free:
                return min(free, key=lambda name: (self.level[name], self.position[name]))
            seen.update(around)
            ring = around
        return None

    def stands_alone(self, name: str, hidden: set[str]) -> bool:
        """Whether a figure is shown and leaks, or is the only one hidden in one of its lines."""
        return name not in hidden or any(self._hidden_in(number, hidden) == 1 for number in self.lines_of[name])

    def _hidden_in(self, number: int, hidden: set[str]) -> int:
        return sum(name in hidden for name in self.lines[number])

    def _gaps_opened(self, name: str, hidden: set[str]) -> int:
        """How many lines would have this figure alone hidden."""
        return sum(not self._hidden_in(number, hidden) for number in self.lines_of[name])

    def surely_needed(self, name: str, hidden: set[str]) -> bool:
        """Whether some total and its parts would be left with one hidden figure alone."""
        sums = (number for number in self.lines_of[name] if number < len(self.sheet.sums))
        return any(self._hidden_in(number, hidden) == 2 for number in sums)


def hide_more(sheet: Sheet, hidden: Iterable[str]) -> Outcome:
    """Hide more of a sheet until its facts leak nothing, starting from what must be hidden anyway."""
    table, first = _Table(sheet), frozenset(hidden)
    now, added = set(first), list[str]()
    while True:
        leaks, contradiction = _leaks(sheet, frozenset(now))
        if contradiction:
            return Outcome(frozenset(now), contradiction=True)
        if not leaks:
            break
        chosen = list(_choices(table, leaks, now))
        if not chosen:
            return Outcome(frozenset(now), leaking=tuple(dict.fromkeys(leaks)))
        added += chosen
    return Outcome(_without_needless(table, first, added))


def _leaks(sheet: Sheet, hidden: frozenset[str]) -> tuple[list[str], bool]:
    """The figures that leak, worst verdict first and then in the fixed order."""
    answer = attack(sheet.facts(hidden))
    if answer.contradiction:
        return [], True
    gravity = {Verdict.RECOVERED: 0, Verdict.EXPOSED: 1, Verdict.NARROWED: 2}
    names = sorted(answer.leaks(), key=lambda name: gravity[answer.cells[name].verdict])
    return [sheet.figure_of[name] for name in names], False


def _choices(table: _Table, leaks: Iterable[str], hidden: set[str]) -> Iterator[str]:
    """What to hide in this round; hides as it goes.

    Plain gaps first: one figure for each leak that stands alone in a line, unless something was hidden in its lines
    just now. Where every line has two hidden already, one figure for the worst leak alone: it may cure the others.
    """
    touched: set[int] = set()
    plain = [name for name in dict.fromkeys(leaks) if table.stands_alone(name, hidden)]
    for leaking in plain or list(leaks)[:1]:
        if touched.intersection(table.lines_of[leaking]):
            continue
        chosen = table.choice(leaking, hidden) or table.anything_near(leaking, hidden)
        if chosen is not None:
            hidden.add(chosen)
            touched.update(table.lines_of[chosen])
            yield chosen


def _without_needless(table: _Table, first: frozenset[str], added: list[str]) -> frozenset[str]:
    """Give back, latest first, each figure without which the rest is safe as well."""
    hidden = set(first) | set(added)
    waiting = list(reversed(added))
    while waiting:
        name = waiting.pop(0)
        if table.surely_needed(name, hidden):
            continue
        leaks, _ = _leaks(table.sheet, frozenset(hidden - {name}))
        if not leaks:
            hidden.discard(name)
    return frozenset(hidden)

"""The intruder at the built site: what can be worked out from all that is shown, and from an earlier release as well."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.audit.evidence import Evidence
from generator.audit.printed import FIGURES, Printed, Rules, figures_in
from generator.disclosure.intruder import Undecided, attack
from generator.disclosure.publication_facts import Entry, Table, tables
from generator.problems import Place, Problem
from generator.vocabulary import RevisionStatus

_FIX = "Hide one more figure of the same table: `transparency protect` chooses which."


def worked_out(evidence: Evidence) -> Iterator[Problem]:
    """Hidden figures that the shown ones give away, exactly or nearly."""
    rules = evidence.table.rules
    rows = {figure.key: figure.row for figure in evidence.table.figures.values()}
    for key in leaks(evidence.table.entries(), rules):
        found = f"The figure {key} is hidden, or what it leaves is small, and it can be worked out from the figures shown beside it."
        yield Problem(Place(FIGURES, rows.get(key)), "worked-out-figure", found, _FIX)


def leaks(entries: Iterable[Entry], rules: Rules) -> list[str]:
    """The keys of figures that the shown ones give away; raises Undecided where the solver cannot tell."""
    found: list[str] = []
    for table in tables(entries, rules.policy, rules.longer):
        facts = table.sheet().facts(table.symbols)
        if not facts.asked():
            continue
        answer = attack(facts)
        if answer.contradiction:
            (table,) = tables(table.entries.values(), rules.policy, rules.longer, trusting=False)  # noqa: PLW2901  the same, doubted
            answer = attack(table.sheet().facts(table.symbols))
        found += [] if answer.contradiction else _blamed(table, answer.leaks())
    return list(dict.fromkeys(found))


def _blamed(table: Table, names: Iterable[str]) -> list[str]:
    figure_of = table.sheet().figure_of
    return [figure_of[name] for name in names]


def given_away_earlier(now: Iterable[Printed], before: Iterable[Printed], rules: Rules) -> Iterator[Problem]:
    """Hidden figures that an earlier release showed, or gives away together with this one.

    A figure that is marked revised is another number than it was, so that its earlier value tells nothing.
    """
    current = {figure.key: figure for figure in now}
    known: dict[str, Entry] = {}
    for figure in before:
        here = current.get(figure.key)
        entry = figure.entry()
        if entry is None or entry.value is None or not rules.guards(figure.indicator) or _revised(here):
            continue
        if here is None or here.hidden:
            known[figure.key] = replace(entry, symbol=None)
    shown = [key for key in known if key in current]
    for key in shown:
        yield _told_before(current[key])
    merged = [known.get(key) or figure.entry() for key, figure in current.items() if rules.guards(figure.indicator)]
    merged += [entry for key, entry in known.items() if key not in current]
    for key in leaks([entry for entry in merged if entry is not None], rules):
        if key in current and key not in shown:
            yield _told_before(current[key])


def _revised(figure: Printed | None) -> bool:
    return figure is not None and figure.status == RevisionStatus.REVISED.value


def _told_before(figure: Printed) -> Problem:
    found = f"The figure {figure.key} is hidden here, and an earlier release shows it or gives it away."
    return Problem(
        Place(FIGURES, figure.row),
        "shown-earlier",
        found,
        "What was published cannot be called back by hiding it now: ask for help. If the number itself is another one "
        "now, mark it revised.",
    )


def earlier_release(folder: Path) -> list[Printed]:
    """The figures of an earlier release: a built folder, or its data/figures.csv."""
    file = folder if folder.is_file() else folder / FIGURES
    return figures_in(file.read_text(encoding="utf-8")) if file.is_file() else []


__all__ = ["Undecided", "earlier_release", "given_away_earlier", "leaks", "worked_out"]

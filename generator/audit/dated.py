"""Dated snapshots: an old table of figures that the site still gives away must not tell what is hidden today."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace

from generator.audit.evidence import Evidence
from generator.audit.inference import given_away_earlier
from generator.audit.printed import Printed, Rules, figures_in
from generator.disclosure.primary import must_hide
from generator.problems import Place, Problem

SNAPSHOTS = "data/snapshots/"
_COLUMNS = frozenset({"indicator", "area_code", "period", "breakdown", "value", "symbol"})
_FIX = "Take the snapshot out of data/snapshots/, and out of the releases of the repository if it is kept there too."


def dated_snapshots(evidence: Evidence) -> Iterator[Problem]:
    """What each snapshot gives away, by itself and together with the figures of today."""
    now = list(evidence.table.figures.values())
    for name in sorted(evidence.site.files):
        if name.startswith(SNAPSHOTS):
            text = (evidence.folder / name).read_text(encoding="utf-8")
            if not set(next(csv.reader(io.StringIO(text)), [])) >= _COLUMNS:
                yield Problem(Place(name), "figure-differs", "This is no table of figures as the site publishes it.", _FIX)
                continue
            before = figures_in(text)
            yield from _small(name, before, evidence.table.rules)
            for problem in given_away_earlier(now, before, evidence.table.rules):
                yield replace(problem, found=f"{problem.found} The release is {name}.", fix=_FIX)


def _small(name: str, figures: list[Printed], rules: Rules) -> Iterator[Problem]:
    """Counts that the rules of today hide, and numbers beside a symbol."""
    for figure in figures:
        if figure.symbol and any(value is not None for value in (figure.value, figure.numerator, figure.denominator)):
            yield Problem(Place(name, figure.row, "symbol"), "hidden-figure-shown", "A number stands in the row of a hidden figure.", _FIX)
            continue
        entry = figure.entry() if rules.guards(figure.indicator) and rules.guarded is not None else None
        if entry is not None and must_hide(rules.policy, entry.counts_behind):
            found = "A count of people stands here that is small enough to be hidden."
            yield Problem(Place(name, figure.row, "value"), "hidden-figure-shown", found, _FIX)

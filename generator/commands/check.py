"""`transparency check`: read and validate everything; every problem in one run."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.commands.earlier import shown_earlier
from generator.commands.outcome import Exit, complain, show, tell
from generator.commands.report import as_html
from generator.disclosure.door import protect
from generator.figures import Publication
from generator.problems import Problem, Refused, errors
from generator.records.assemble import read_council
from generator.records.layout import SNAPSHOTS


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a council's folder, and how a command that was told so ends."""

    problems: tuple[Problem, ...]
    outcome: Exit


def check(folder: Path, as_at: date, form: str, earlier: Path | None = None) -> Exit:
    """Check a council's folder and say every problem that was found."""
    if earlier is not None and not earlier.exists():
        complain(f"There is nothing at {earlier}.")
        return Exit.USAGE
    checked = look_through(folder, as_at, earlier)
    if form == "html":
        tell(as_html(checked.problems, as_at))
    else:
        show(checked.problems, form)
    return checked.outcome


def look_through(folder: Path, as_at: date, earlier: Path | None = None) -> Checked:
    """Check a council's folder as a build would, up to and including the door, and against earlier releases that the folder keeps or is given."""
    return checked_publication(folder, as_at, earlier)[0]


def checked_publication(folder: Path, as_at: date, earlier: Path | None = None) -> tuple[Checked, Publication | None]:
    """The same, with what may be published, where the folder is not refused."""
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        return Checked(problems, Exit.REFUSED), None
    try:
        publication = protect(records)
    except Refused as refusal:
        return Checked((*problems, *refusal.problems), Exit.UNSAFE), None
    before = [folder / SNAPSHOTS / one.name for one in records.snapshots] + ([earlier] if earlier else [])
    told = tuple(dict.fromkeys(one for release in before for one in shown_earlier(records, publication, release)))
    if told:
        return Checked((*problems, *told), Exit.UNSAFE), None
    return Checked(problems, Exit.FINE), publication

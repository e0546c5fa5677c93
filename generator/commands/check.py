"""`transparency check`: read and validate everything; every problem in one run."""

from datetime import date
from pathlib import Path

from generator.commands.earlier import shown_earlier
from generator.commands.outcome import Exit, complain, show
from generator.disclosure.door import protect
from generator.problems import Refused, errors
from generator.records.assemble import read_council


def check(folder: Path, as_at: date, form: str, earlier: Path | None = None) -> Exit:
    """Check a council's folder as a build would, up to and including the door, and against an earlier release if given."""
    if earlier is not None and not earlier.exists():
        complain(f"There is nothing at {earlier}.")
        return Exit.USAGE
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        show(problems, form)
        return Exit.REFUSED
    try:
        publication = protect(records)
    except Refused as refusal:
        show([*problems, *refusal.problems], form)
        return Exit.UNSAFE
    told = tuple(shown_earlier(records, publication, earlier)) if earlier else ()
    show([*problems, *told], form)
    return Exit.UNSAFE if told else Exit.FINE

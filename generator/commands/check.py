"""`transparency check`: read and validate everything; every problem in one run."""

from datetime import date
from pathlib import Path

from generator.commands.outcome import Exit, show
from generator.disclosure.door import protect
from generator.problems import Refused, errors
from generator.records.assemble import read_council


def check(folder: Path, as_at: date, form: str) -> Exit:
    """Check a council's folder as a build would, up to and including the door."""
    records, problems = read_council(folder, as_at)
    if records is None or errors(problems):
        show(problems, form)
        return Exit.REFUSED
    try:
        protect(records)
    except Refused as refusal:
        show([*problems, *refusal.problems], form)
        return Exit.UNSAFE
    show(problems, form)
    return Exit.FINE

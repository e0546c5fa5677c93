"""`transparency snapshot`: keep the figures as they are published today, so that the site gives them away for good."""

from datetime import date
from itertools import count
from pathlib import Path

from generator.commands.check import checked_publication
from generator.commands.outcome import Exit, complain, reason_of, show, tell
from generator.problems import errors
from generator.records.layout import SNAPSHOTS
from generator.release.analyse.areas import analyse
from generator.release.open_data.rows import filled_tables
from generator.release.open_data.tables import FIGURES
from generator.release.open_data.writing import table_csv


def keep_snapshot(folder: Path, as_at: date) -> Exit:
    """Write the table of figures into the council's folder under the day's date, unless the newest one is the same."""
    checked, publication = checked_publication(folder, as_at)
    if publication is None:
        show(errors(checked.problems), "text")
        complain("Nothing was kept.")
        return checked.outcome
    filled = filled_tables(publication, analyse(publication, as_at))
    content = next(table_csv(one) for one in filled if one.table is FIGURES).encode()
    if publication.snapshots and publication.snapshots[0].content == content:
        tell(f"The figures are those of {SNAPSHOTS}/{publication.snapshots[0].name}; nothing to keep.")
        return Exit.FINE
    try:
        tell(f"Wrote {_written(folder / SNAPSHOTS, as_at, content)}. Commit it; each build gives it away from now on.")
    except OSError as failure:
        complain(f"Nothing was kept: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    return Exit.FINE


def _written(folder: Path, day: date, content: bytes) -> Path:
    """Write under the first name of the day that is free; a snapshot is never written over."""
    folder.mkdir(exist_ok=True)
    for number in count(1):
        path = folder / (f"{day.isoformat()}.csv" if number == 1 else f"{day.isoformat()}-{number}.csv")
        try:
            with path.open("xb") as opened:
                opened.write(content)
        except FileExistsError:
            continue
        return path
    raise AssertionError  # counting does not end

"""`transparency import lait` and `import ees`: published figures into a council's folder, shown before they are written."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from generator.commands.outcome import Exit, complain, reason_of, show, tell
from generator.importers.ees import import_ees, list_file
from generator.importers.lait import import_lait
from generator.importers.writing import Change, ImportReport, carry_out
from generator.problems import Problem, Refused, errors
from generator.release import words

MOST_LINES: Final = 60
"""Changed and withdrawn values are told by indicator and period, up to so many lines; the rest is counted."""
YES: Final = frozenset({"y", "yes"})


def lait(
    files: tuple[Path, Path, Path],
    folder: Path,
    today: date,
    *,
    council: str | None = None,
    only_show: bool = False,
) -> Exit:
    """Import LAIT's values, dictionary and neighbours into the council's folder."""
    bulk, dictionary, neighbours = files
    return _import(
        lambda: import_lait(bulk, dictionary, neighbours, folder, council, on=today, write=False),
        folder,
        only_show,
    )


def ees(
    paths: Sequence[Path], folder: Path, today: date, *, mapping: Path | None = None, only_show: bool = False
) -> Exit:
    """Import files of Explore education statistics into the council's folder."""
    return _import(lambda: import_ees(paths, folder, mapping, on=today, write=False), folder, only_show)


def list_ees(paths: Sequence[Path]) -> Exit:
    """Say what files of Explore education statistics hold, and what is wrong with them; nothing is written."""
    found: list[Problem] = []
    for path in paths:
        try:
            contents = list_file(path)
        except Refused as refused:
            found += refused.problems
            continue
        except OSError as failure:
            return _unreadable(failure)
        tell(str(contents))
        found += contents.problems
    if found:
        show(found, "text")
    return Exit.REFUSED if errors(found) else Exit.FINE


def _import(plan: Callable[[], ImportReport], folder: Path, only_show: bool) -> Exit:  # noqa: FBT001  the commands name it
    """Plan an import, tell what it would change, and write it."""
    try:
        report = plan()
        if report.problems:
            show(report.problems, "text")
        tell(told(report.changes))
        for note in report.notes:
            tell(note)
        if only_show or not _agreed(report):
            _list_files("Would be written", report)
        else:
            _list_files("Written", carry_out(folder, report))
    except Refused as refused:
        show(refused.problems, "text")
        complain("Nothing was written.")
        return Exit.REFUSED
    except OSError as failure:
        return _unreadable(failure)
    return Exit.REFUSED if report.refused else Exit.FINE


def told(changes: Sequence[Change]) -> str:
    """Say what changes: what is new by indicator, what is changed or withdrawn by period."""
    if not changes:
        return "No figure changes."
    added: Counter[tuple[str, str]] = Counter()
    periods: Counter[tuple[str, str]] = Counter()
    for change in changes:
        if change.added:
            added[change.file, change.indicator] += change.added
            periods[change.file, change.indicator] += 1
    lines = [
        f"{file}: {indicator}: {number:,} values added in {words.counted(periods[file, indicator], 'period')}"
        for (file, indicator), number in added.items()
    ]
    moved = [str(change._replace(added=0)) for change in changes if change.changed or change.withdrawn]
    lines += moved[:MOST_LINES]
    if len(moved) > MOST_LINES:
        lines.append(f"and {len(moved) - MOST_LINES:,} more periods in which values are changed or withdrawn")
    return "\n".join(lines)


def _agreed(report: ImportReport) -> bool:
    """Ask the person at the terminal, if there is one, before published values are changed or withdrawn."""
    moved = any(change.changed or change.withdrawn for change in report.changes)
    if not moved or not sys.stdin.isatty() or not sys.stdout.isatty():
        return True
    return (
        input("Values that were imported before are changed or withdrawn. Write this? (yes or no) ")
        .strip()
        .lower()
        in YES
    )


def _list_files(verb: str, report: ImportReport) -> None:
    for path in report.updated:
        tell(f"{verb}: {path}")
    if not report.updated:
        tell("Everything is as it was; nothing to write.")


def _unreadable(failure: OSError) -> Exit:
    complain(f"The files could not be read or written: {reason_of(failure)}.")
    return Exit.ENVIRONMENT

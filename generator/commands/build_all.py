"""`transparency build --all`: the site of every council in a folder of councils, side by side, and the page that lists them."""

import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from generator.commands.build import WORKERS, build
from generator.commands.outcome import Exit, complain, reason_of, show, tell
from generator.importers.mapping import COUNCIL_FILE
from generator.national.index_page import Entry, entry_of, write_index
from generator.national.running import Ended, Job, cores, run_all
from generator.national.shards import Shard
from generator.problems import Problem, Refused, Severity
from generator.release import words

PRELOADED: Final = (
    "generator.commands.build_all",
    "mkdocs.commands.build",
    "mkdocs.config",
    "material",
    "altair",
    "vl_convert",
)
"""What every build needs, and takes two seconds to load."""
INDENT: Final = "    "
WARNING: Final = f"{Severity.WARNING.value} "
"""How a warning begins where problems are shown as text."""


def build_all(
    folder: Path,
    into: Path,
    as_at: date,
    *,
    shard: Shard,
    at_once: int | None = None,
    only_index: bool = False,
) -> Exit:
    """Build every council's site, or a share of them; one council's failure does not stop the others.

    Exit code 1 if any council failed. Then its last good site still stands, if it has one.
    """
    councils = councils_in(folder)
    if not councils:
        complain(
            f"{folder} holds no council's folder. Make some with `transparency new --from-lait … --all {folder}`."
        )
        return Exit.USAGE
    failed = [] if only_index else _build(shard.share(councils), into, as_at, at_once or cores())
    try:
        listed = _index(councils, into, as_at)
    except OSError as failure:
        complain(f"The list of councils could not be written: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    tell(f"{words.capital(words.counted(listed, 'council'))} in {into / 'index.html'}.")
    return Exit.REFUSED if failed else Exit.FINE


def councils_in(folder: Path) -> tuple[Path, ...]:
    """List the councils' folders inside a folder, in the order of their names."""
    return (
        tuple(sorted(one for one in folder.iterdir() if (one / COUNCIL_FILE).is_file()))
        if folder.is_dir()
        else ()
    )


def _build(councils: Sequence[Path], into: Path, as_at: date, at_once: int) -> list[str]:
    """Build the sites, telling each as it ends; give the names of those that failed."""
    into.mkdir(parents=True, exist_ok=True)
    jobs = [Job(folder.name, (folder.resolve(), into.resolve() / folder.name, as_at)) for folder in councils]
    failed: list[str] = []
    for number, ended in enumerate(run_all(jobs, build_one, at_once, PRELOADED), 1):
        tell(f"{number} of {len(jobs)}: {ended.name} {_outcome(ended)} in {ended.seconds:.1f} seconds")
        if ended.code != Exit.FINE:
            failed.append(ended.name)
            complain(
                f"{ended.name} failed:\n" + "".join(f"{INDENT}{line}\n" for line in ended.told.splitlines())
            )
    built = len(jobs) - len(failed)
    tell(
        f"{words.capital(words.counted(built, 'council'))} built, {len(failed)} failed{': ' if failed else ''}{words.listed(sorted(failed))}."
    )
    return failed


def _outcome(ended: Ended) -> str:
    """Say in a word or two how a build ended."""
    if ended.code != Exit.FINE:
        return "FAILED"
    warnings = sum(line.startswith(WARNING) for line in ended.told.splitlines())
    return f"built with {words.counted(warnings, 'warning')}" if warnings else "built"


def build_one(folder: Path, into: Path, as_at: date) -> int:
    """Build one council's site in this process alone: the cores are busy with the others."""
    os.environ[WORKERS] = "1"
    return build(folder, into, as_at)


def _index(councils: Sequence[Path], into: Path, as_at: date) -> int:
    """List the councils whose sites stand in the folder, built now or before or by another machine."""
    entries: list[Entry] = []
    unreadable: list[Problem] = []
    for folder in councils:
        if not (into / folder.name / "index.html").is_file():
            continue
        try:
            entries.append(entry_of(folder, f"{folder.name}/"))
        except Refused as refused:
            unreadable += refused.problems
    if unreadable:
        show(unreadable, "text")
    write_index(into, entries, as_at)
    return len(entries)

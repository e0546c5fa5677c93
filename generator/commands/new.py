"""`transparency new`: the folder of another council, or of every council, ready to build at once."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.commands.outcome import Exit, complain, reason_of, show, summary, tell
from generator.importers.lait.councils import LaitCouncil
from generator.problems import Refused, errors
from generator.scalars import unsafe_character
from generator.starting.from_statistics import (
    NOT_THE_COUNCIL,
    Statistics,
    Terms,
    folders_for,
    read_statistics,
    write_council,
)
from generator.starting.hook import SETTLE, put_in_force
from generator.starting.skeleton import SOMEWHERE, NewCouncil, write_skeleton

KINDS_OF_COUNCIL: Final = (
    "Metropolitan Borough Council", "Borough Council", "County Council", "City Council", "District Council", "Council",
)  # fmt: skip
LONGEST_NAME: Final = 100
CODES_WANTED: Final = "Give the code of the Office for National Statistics: E and eight digits."


@dataclass(frozen=True, slots=True)
class Published:
    """The published files that a folder is made from."""

    bulk: Path
    dictionary: Path
    neighbours: Path
    inspections: Path | None = None
    """Ofsted's list of inspections; without it no inspection is entered."""


def new(
    name: str, folder: Path, today: date, published: Published | None = None, code: str | None = None
) -> Exit:
    """Make one council's folder, with figures when published files and its code are given; refuses a folder with something in it."""
    if not name.strip() or len(name) > LONGEST_NAME or unsafe_character(name):
        complain("Give the council's full name, such as 'Exampleshire County Council'.")
        return Exit.USAGE
    if _occupied(folder):
        return Exit.USAGE
    try:
        if published is not None:
            return _new_with_figures(name.strip(), folder, today, published, code)
        write_skeleton(folder, NewCouncil(name.strip(), short_name(name.strip())), today)
    except Refused as refused:
        show(refused.problems, "text")
        return Exit.REFUSED
    except OSError as failure:
        complain(f"The folder could not be made: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    tell(
        f"Made {folder}. Next: put the council's code into {folder / 'data' / 'council.yml'}, then run `transparency check {folder}`."
    )
    _tell_of_commits(folder)
    return Exit.FINE


def _tell_of_commits(folder: Path) -> None:
    """Put the check before each commit in force, or say how."""
    if put_in_force(folder):
        tell("Each commit there is checked first, so that no unprotected small number is committed.")
    else:
        tell(f"To have each commit there checked first, run in the repository: `{SETTLE}` (with the path of that folder).")


def _new_with_figures(name: str, folder: Path, today: date, published: Published, code: str | None) -> Exit:
    statistics = _read(published, today)
    council = next((one for one in statistics.councils if one.code == code), None)
    if council is None:
        complain(f"LAIT has no figures for a council with that code. {CODES_WANTED}")
        return Exit.USAGE
    write_council(folder, council, statistics, today, Terms(name=name, from_statistics=False))
    tell(f"Made {folder} with its figures. Next: run `transparency check {folder}`.")
    _tell_of_commits(folder)
    return Exit.FINE


def new_for_all(
    published: Published,
    into: Path,
    today: date,
    *,
    codes: tuple[str, ...] = (),
    url: str = SOMEWHERE,
    publisher: str = "",
) -> Exit:
    """Make a folder for every council of LAIT that has a figure, or for those whose codes are given."""
    if _occupied(into):
        return Exit.USAGE
    try:
        statistics = _read(published, today)
        chosen = tuple(one for one in statistics.councils if not codes or one.code in codes)
        unknown = sorted(set(codes) - {one.code for one in chosen})
        if unknown:
            complain(f"LAIT has no figures for {', '.join(unknown)}. {CODES_WANTED}")
            return Exit.USAGE
        _write_all(chosen, statistics, into, today, url, publisher or NOT_THE_COUNCIL)
    except Refused as refused:
        show(refused.problems, "text")
        return Exit.REFUSED
    except OSError as failure:
        complain(f"The folders could not be made: {reason_of(failure)}.")
        return Exit.ENVIRONMENT
    _tell(chosen, statistics, into)
    return Exit.REFUSED if errors(statistics.problems) else Exit.FINE


def short_name(name: str) -> str:
    """The name of the place: `Exampleshire` for `Exampleshire County Council`."""
    for kind in KINDS_OF_COUNCIL:
        if name.endswith(f" {kind}"):
            return name.removesuffix(f" {kind}")
    return name


def _occupied(folder: Path) -> bool:
    if folder.exists() and (not folder.is_dir() or any(inside.name != ".git" for inside in folder.iterdir())):
        complain(f"{folder} exists and is not an empty folder. Give another name.")
        return True
    return False


def _read(published: Published, today: date) -> Statistics:
    with TemporaryDirectory() as scratch:
        return read_statistics(
            published.bulk,
            published.dictionary,
            published.neighbours,
            published.inspections,
            Path(scratch),
            today,
        )


def _write_all(
    councils: tuple[LaitCouncil, ...],
    statistics: Statistics,
    into: Path,
    today: date,
    url: str,
    publisher: str,
) -> None:
    base = url if url.endswith("/") else f"{url}/"
    for council, folder in folders_for(councils, into):
        write_council(
            folder, council, statistics, today, Terms(url=f"{base}{folder.name}/", publisher=publisher)
        )


def _tell(councils: tuple[LaitCouncil, ...], statistics: Statistics, into: Path) -> None:
    """Say what was made and what was found in the files on the way."""
    without = [one.name for one in councils if not statistics.history.get(one.code)]
    refused = errors(statistics.problems)
    if refused:
        show(refused, "text")
    elif statistics.problems:
        tell(f"In LAIT: {summary(statistics.problems)}")
    if statistics.history and without:
        tell(f"Ofsted's list has no inspection of {', '.join(without)}.")
    tell(f"Made {len(councils)} folders in {into}. Next: run `transparency build --all {into}`.")

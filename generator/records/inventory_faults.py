"""What is wrong with the set of files, before any is read: missing, unknown or badly named files."""

import re
from collections.abc import Iterator

from generator.problems import Place, Problem
from generator.records.files import Inventory, printable
from generator.records.layout import (
    FACTS,
    FINDINGS_ENDING,
    INSPECTION_ENDING,
    INSPECTIONS_FOLDER,
    NAMED_FILES,
    NEEDED_FILES,
    OBSERVATIONS_FOLDER,
    SNAPSHOTS,
    WORDS,
    is_read,
)
from generator.records.snapshots import unnamed_snapshot
from generator.records.suggest import did_you_mean


def inventory_faults(inventory: Inventory) -> Iterator[Problem]:
    """Problems of the set of files."""
    there = set(inventory.files) | inventory.refused
    missing_folders = {
        problem.place.file for problem in inventory.problems if problem.code == "missing-folder"
    }
    for name in NEEDED_FILES:
        if name not in there and FACTS not in missing_folders | inventory.refused:
            fix = "Make it: `transparency new` writes a council folder with every file and its headings."
            yield Problem(
                Place(name), "missing-file", "Every council needs this file, and it is not here.", fix
            )
    seen: dict[str, str] = {}
    for name in inventory.files:
        twin = seen.setdefault(name.casefold(), name)
        if twin != name:
            found = f"This file and {printable(twin)} differ only in capital letters: on many computers they are one file."
            yield Problem(Place(printable(name)), "twin-file", found, "Rename or delete one of them.")
        if name.startswith(f"{FACTS}/") and not is_read(name):
            yield _unknown_file(name)


def _unknown_file(name: str) -> Problem:
    place = Place(printable(name))
    if re.fullmatch(
        rf"({INSPECTIONS_FOLDER}|{OBSERVATIONS_FOLDER})/.*({INSPECTION_ENDING}|{FINDINGS_ENDING}|\.csv)", name
    ):
        fix = "Use letters, digits and single hyphens in its name, such as 2025-ilacs.yml, 2025-ilacs.findings.csv or local.csv."
        return Problem(place, "bad-file-name", "The file's name is not one that the site can use.", fix)
    if name.startswith(f"{SNAPSHOTS}/"):
        return unnamed_snapshot(name)
    return Problem(
        place,
        "unknown-file",
        f"The site reads no file of this name in {FACTS}, and everything in {FACTS} may become public.",
        did_you_mean(
            name,
            NAMED_FILES,
            f"Move it out of {FACTS}; pictures and documents for readers belong in {WORDS}.",
        ),
    )

"""Rule: an inspection's file is named after its id, and a file of findings after its inspection."""

from collections.abc import Iterator
from datetime import date
from posixpath import basename

from generator.problems import Place, Problem
from generator.records.layout import FINDINGS_ENDING, INSPECTION_ENDING, INSPECTIONS_FOLDER
from generator.records.observation import Records


def check(records: Records, _as_at: date) -> Iterator[Problem]:
    """Files whose names do not fit."""
    for one in records.register.inspections:
        expected = f"{one.entry.id}{INSPECTION_ENDING}"
        if basename(one.place.file) != expected:
            found = "The id inside the file is not the name of the file."
            yield Problem(
                one.at("id"), "wrong-file-name", found, f"Rename the file to {expected}, or correct the id."
            )
    for inspection in records.register.findings:
        if not records.register.knows("inspections", inspection):
            place = Place(f"{INSPECTIONS_FOLDER}/{inspection}{FINDINGS_ENDING}")
            found = "There are findings here of an inspection that has no file."
            fix = f"Add {inspection}{INSPECTION_ENDING} beside it, or correct the name of this file."
            yield Problem(place, "findings-without-inspection", found, fix)

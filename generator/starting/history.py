"""Ofsted's own list of inspections of children's services, as inspections of a council: grades and days, no words.

What inspectors wrote is not in the list; `transparency import ofsted` reads it from a report.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Final

from ruamel.yaml import YAML

from generator.importers.england import one_code
from generator.importers.mapping import OPEN_GOVERNMENT_LICENCE
from generator.periods import MONTHS, in_words
from generator.problems import Place, Problem, Refused
from generator.release import words
from generator.release.statements import JUDGED
from generator.vocabulary import EventKind, EventStatus, Grade, JudgementHeading, SourceKind

LIST_ADDRESS: Final = (
    "https://www.gov.uk/government/collections/local-authority-childrens-services-inspection-outcomes"
)
OFSTED: Final = "Ofsted"
LARGEST_LIST: Final = 1_000_000
CODE, INSPECTED, PUBLISHED, KIND = "ons_code", "inspection_date", "publication_date", "inspection_type"
OVERALL, LEADERS, HELP, IN_CARE, LEAVERS = (
    "overall",
    "leaders",
    "help_protection",
    "in_care_or_in_care_and_leavers",
    "care_leavers",
)
COLUMNS: Final = (CODE, INSPECTED, PUBLISHED, KIND, OVERALL, LEADERS, HELP, IN_CARE, LEAVERS)
GRADES: Final = {
    "Outstanding": Grade.OUTSTANDING,
    "Good": Grade.GOOD,
    "Requires improvement to be good": Grade.REQUIRES_IMPROVEMENT,
    "Inadequate": Grade.INADEQUATE,
}
KINDS: Final = {
    "ILACS Standard Inspection": "ILACS, standard inspection",
    "ILACS Short Inspection": "ILACS, short inspection",
}
_AGAIN: Final = "Give Ofsted's list as it is published, or leave the inspections out."


@dataclass(frozen=True, slots=True)
class ListedInspection:
    """One inspection of the list."""

    code: str
    inspected: date
    """The first day on site."""
    published: date
    framework: str
    judgements: tuple[tuple[JudgementHeading, Grade], ...]


def read_history(path: Path) -> dict[str, tuple[ListedInspection, ...]]:
    """Read the list, by the council's code, oldest first; raises Refused."""
    try:
        if path.stat().st_size > LARGEST_LIST:
            raise _refused(path, "The file is far larger than this list has ever been.")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise _refused(path, "The file cannot be read as text.") from None
    try:
        rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    except csv.Error:
        raise _refused(path, "It is not a CSV file.") from None
    missing = [column for column in COLUMNS if not rows or column not in rows[0]]
    if missing:
        raise _refused(path, f"It has no column {missing[0]}.")
    found: dict[str, list[ListedInspection]] = {}
    for number, row in enumerate(rows, 2):
        listed = _inspection(path, number, row)
        found.setdefault(listed.code, []).append(listed)
    return {
        code: tuple(sorted(of_council, key=lambda one: one.published)) for code, of_council in found.items()
    }


def _refused(path: Path, found: str, row: int | None = None, column: str | None = None) -> Refused:
    return Refused([Problem(Place(path.name, row, column), "import-file", found, _AGAIN)])


def _inspection(path: Path, number: int, row: Mapping[str, str | None]) -> ListedInspection:
    cells = {column: (row.get(column) or "").strip() for column in COLUMNS}
    if cells[KIND] not in KINDS:
        raise _refused(path, "The kind of inspection is not known.", number, KIND)
    judged = [
        (heading, _grade(path, number, column, cells[column]))
        for heading, column in (
            (JudgementHeading.OVERALL, OVERALL),
            (JudgementHeading.LEADERS, LEADERS),
            (JudgementHeading.HELP_PROTECTION, HELP),
            # Until 2022 one grade was for children in care and care leavers together; since 2023 each has its own.
            (
                JudgementHeading.IN_CARE if cells[LEAVERS] else JudgementHeading.IN_CARE_AND_CARE_LEAVERS,
                IN_CARE,
            ),
            (JudgementHeading.CARE_LEAVERS, LEAVERS),
        )
        if cells[column] or column == OVERALL
    ]
    return ListedInspection(
        code=one_code(cells[CODE]),
        inspected=_day(path, number, INSPECTED, cells[INSPECTED]),
        published=_day(path, number, PUBLISHED, cells[PUBLISHED]),
        framework=KINDS[cells[KIND]],
        judgements=tuple(judged),
    )


def _grade(path: Path, number: int, column: str, text: str) -> Grade:
    grade = GRADES.get(text)
    if grade is None:
        raise _refused(path, "The grade is not one of Ofsted's four.", number, column)
    return grade


def _day(path: Path, number: int, column: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refused(path, "The day is not written as 2025-01-31.", number, column) from None


def inspection_files(place: str, listed: Iterable[ListedInspection]) -> dict[str, str]:
    """Write a council's inspections as YAML, by their ids; `place` is the council's short name."""
    writer = YAML()
    writer.width = 4096
    files: dict[str, str] = {}
    for identity, one in identified(listed):
        written = StringIO()
        writer.dump(_declared(identity, place, one), written)
        files[identity] = written.getvalue()
    return files


def identified(listed: Iterable[ListedInspection]) -> list[tuple[str, ListedInspection]]:
    """Give each inspection an id of its own: `2023-ilacs`, and `2023-ilacs-2` for a second one of the year."""
    found: dict[str, ListedInspection] = {}
    for one in listed:
        identity = plain = f"{one.published.year}-ilacs"
        again = 1
        while identity in found:
            again += 1
            identity = f"{plain}-{again}"
        found[identity] = one
    return list(found.items())


def _declared(identity: str, place: str, one: ListedInspection) -> dict[str, object]:
    return {
        "id": identity,
        "title": f"Inspection of children's services, {MONTHS[one.inspected.month]} {one.inspected.year}",
        "framework": one.framework,
        "published": one.published.isoformat(),
        "inspected": one.inspected.isoformat(),
        "source": source_id(identity),
        "summary": summary(place, one),
        "judgements": [{"heading": heading.value, "grade": grade.value} for heading, grade in one.judgements],
        "place": f"grades of the inspection that began on {in_words(one.inspected)}",
        "note": "Only the grades are known here, from Ofsted's list. What inspectors wrote is in their report, which Ofsted publishes.",
    }


def summary(place: str, one: ListedInspection) -> str:
    """Say the overall grade in a sentence, in Ofsted's own words."""
    grade = dict(one.judgements)[JudgementHeading.OVERALL]
    return f"Ofsted judged services for children in {words.the(place)} {JUDGED[grade]} overall."


def timeline_rows(place: str, listed: Iterable[ListedInspection]) -> list[dict[str, str]]:
    """Give each report as a row of the timeline."""
    return [
        {
            "id": f"report-{identity}",
            "when": one.published.isoformat(),
            "title": f"Ofsted published its report. {summary(place, one)}",
            "kind": EventKind.INSPECTION.value,
            "status": EventStatus.PAST.value,
            "context": "no",
            "source": source_id(identity),
        }
        for identity, one in identified(listed)
    ]


def source_id(identity: str) -> str:
    """Give the source of an inspection: its report, as the list tells it."""
    return f"OFSTED-{identity}"


def source_rows(listed: Iterable[ListedInspection], sha256: str, read_on: date) -> list[dict[str, str]]:
    """Give each report as a row of sources.csv, with the fingerprint of the list that tells of it."""
    return [
        {
            "id": source_id(identity),
            "title": f"Inspection report published on {in_words(one.published)}, as Ofsted's list of inspections gives it",
            "publisher": OFSTED,
            "url": LIST_ADDRESS,
            "published": one.published.isoformat(),
            "kind": SourceKind.PRIMARY.value,
            "licence": OPEN_GOVERNMENT_LICENCE,
            "retrieved": read_on.isoformat(),
            "sha256": sha256,
            "note": "Days and grades, from the list; the report itself was not read.",
        }
        for identity, one in identified(listed)
    ]

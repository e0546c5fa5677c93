"""The latest inspection and its areas, and other facts that several checks ask of the records."""

from datetime import date

from generator.model import Content, Inspection
from generator.periods import parse_partial_date
from generator.records.layout import EVERYWHERE_FOLDER, IMPORTED_FOLDER
from generator.records.observation import Located, Observation, Register


def latest_inspection(register: Register) -> Located[Inspection] | None:
    """The inspection published last, which the site's areas are made from."""
    return max(
        register.inspections, key=lambda one: (last_day(one.entry.published), one.entry.id), default=None
    )


def area_slugs(register: Register) -> frozenset[str]:
    """Names of the pages of the latest inspection's formal items."""
    latest = latest_inspection(register)
    return frozenset(formal.slug for formal in latest.entry.items if formal.slug) if latest else frozenset()


def last_day(text: str) -> date:
    """The last day that a partial date can mean."""
    parsed = parse_partial_date(text)
    return parsed[0] if parsed else date.max


def first_day(text: str) -> date:
    """The first day that a partial date can mean."""
    parts = [int(part) for part in text.partition("/")[0].split("-")]
    year, month, day = (*parts, 1, 1)[:3]
    return date(year, month, day)


def from_elsewhere(content: Content) -> frozenset[str]:
    """Indicators of which another body has published every value."""
    return frozenset(one.id for one in content.indicators if one.published_elsewhere)


def imported(observation: Observation) -> bool:
    """Whether an importer wrote the row, from a file that another body has published."""
    return observation.place.file.startswith((f"{IMPORTED_FOLDER}/", f"{EVERYWHERE_FOLDER}/"))

"""The page that lists the councils whose sites stand beside one another, by region, with a link to each."""

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from pydantic import ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.importers.mapping import read_council
from generator.importers.writing import replace
from generator.model import Inspection
from generator.periods import in_words, parse_partial_date
from generator.product import product_folder, theme_folder
from generator.records.layout import INSPECTION_ENDING, INSPECTIONS_FOLDER
from generator.release import words
from generator.release.finish.markup import read_markup
from generator.release.finish.policy import content_security_policy, with_policy
from generator.starting.names import slug
from generator.vocabulary import Grade, JudgementHeading

INDEX: Final = "index.html"
NO_REGION: Final = "No region"
NOT_KNOWN: Final = "Not known here"
ASSETS: Final = ("site.css", "favicon.svg")


@dataclass(frozen=True, slots=True)
class Entry:
    """One council in the list."""

    name: str
    region: str
    address: str
    """Where its site stands, counted from the list, with a closing slash."""
    grade: str
    published: str
    until: str = ""
    """The last day on which reports were known, as council.yml gives it."""


@dataclass(frozen=True, slots=True)
class Group:
    """The councils of one region, in the order of the alphabet."""

    region: str
    id: str
    entries: tuple[Entry, ...]


def entry_of(folder: Path, address: str) -> Entry:
    """Describe the council of a folder; raises Refused."""
    council = read_council(folder)
    latest = max(_judged(folder), key=lambda one: one[0].published, default=None)
    published = parse_partial_date(latest[0].published) if latest else None
    return Entry(
        name=council.short_name,
        region=council.region.name if council.region else NO_REGION,
        address=address,
        grade=latest[1].label if latest else NOT_KNOWN,
        published=published[1] if published else "",
        until=council.inspections_until or "",
    )


def _judged(folder: Path) -> Iterable[tuple[Inspection, Grade]]:
    """Give each inspection that has an overall grade; a file that cannot be read is told when its council is built."""
    for path in sorted((folder / INSPECTIONS_FOLDER).glob(f"*{INSPECTION_ENDING}")):
        try:
            inspection = Inspection.model_validate(YAML(typ="safe").load(path.read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError, YAMLError, ValidationError):
            continue
        overall = [one.grade for one in inspection.judgements if one.heading is JudgementHeading.OVERALL]
        if overall:
            yield inspection, overall[0]


def grouped(entries: Iterable[Entry]) -> tuple[Group, ...]:
    """Put councils under their regions, both in the order of the alphabet; those of no region come last."""
    regions: dict[str, list[Entry]] = {}
    for entry in entries:
        regions.setdefault(entry.region, []).append(entry)
    order = sorted(regions, key=lambda region: (region == NO_REGION, region))
    return tuple(
        Group(region, slug(region), tuple(sorted(regions[region], key=lambda entry: entry.name)))
        for region in order
    )


def known_until(entries: Iterable[Entry]) -> str:
    """The day in words up to which reports are known of every council; nothing where no list of inspections ends."""
    known = min((entry.until for entry in entries if entry.until), default="")
    parsed = parse_partial_date(known) if known else None
    return parsed[1] if parsed else ""


def write_index(into: Path, entries: Sequence[Entry], as_at: date) -> None:
    """Write the page and what it loads; raises OSError."""
    templates = Environment(
        loader=FileSystemLoader(product_folder() / "templates" / "national"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    page = templates.get_template(f"{INDEX}.j2").render(
        groups=grouped(entries),
        lead=f"{words.capital(words.counted(len(entries), 'council'))} of England.",
        until=known_until(entries),
        as_at=in_words(as_at),
    )
    (into / "assets").mkdir(parents=True, exist_ok=True)
    for name in ASSETS:
        shutil.copyfile(theme_folder() / "assets" / name, into / "assets" / name)
    replace(into / INDEX, with_policy(page, content_security_policy(read_markup(page))))

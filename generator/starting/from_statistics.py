"""Councils' folders made from national statistics: figures, region, statistical neighbours and, from Ofsted's list, grades.

LAIT's files are read once and serve any number of councils. What people at a council write (findings, commitments, pages
of their own) is not here, and the folder says so.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any, Final

from ruamel.yaml import YAML

from generator.importers.lait.councils import LaitCouncil
from generator.importers.lait.importing import EVERYWHERE_TABLE, IMPORTED_TABLE, tables_for
from generator.importers.lait.measures import LaitMeasures, believed, read_lait
from generator.importers.mapping import (
    MAPPING_FILE,
    LaitMapping,
    read_indicators,
    read_mapping,
)
from generator.importers.writing import ReadFile, conclude, fingerprint
from generator.problems import Problem
from generator.records.layout import INSPECTION_ENDING, INSPECTIONS_FOLDER
from generator.starting.history import (
    ListedInspection,
    inspection_files,
    read_history,
    source_rows,
    timeline_rows,
)
from generator.starting.names import names_of, slug
from generator.starting.skeleton import SOMEWHERE, NewCouncil, write_skeleton

NOT_THE_COUNCIL: Final = "people other than the council"
"""Who publishes a site that was made for every council at once, unless another name is given."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Under which name and address a site will stand, and who answers for it."""

    name: str = ""
    """The council's full name; without one, the name in national statistics."""
    url: str = SOMEWHERE
    publisher: str = ""
    from_statistics: bool = True
    """Whether the site will say that it was made from statistics alone; not so when an officer goes on from here."""


FOR_ANYBODY: Final = Terms()


@dataclass(frozen=True, slots=True)
class Statistics:
    """National statistics and Ofsted's list, read once."""

    measures: LaitMeasures
    mapping: LaitMapping
    files: tuple[ReadFile, ...]
    """What was read, with fingerprints."""
    history: Mapping[str, tuple[ListedInspection, ...]]
    history_sha256: str
    mappings: dict[frozenset[str], str] = field(default_factory=dict)
    """Texts of imports.yml already written, by the indicators that they hold."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in the files."""
        return self.measures.problems

    @property
    def history_until(self) -> str:
        """The day of the last report in Ofsted's list; nothing without a list."""
        days = [one.published for listed in self.history.values() for one in listed]
        return max(days).isoformat() if days else ""

    @property
    def councils(self) -> tuple[LaitCouncil, ...]:
        """The councils that have a figure, in the order of their codes."""
        listed = sorted(self.measures.files.councils.values(), key=lambda council: council.code)
        return tuple(
            one for one in listed if any(measure.has_value(one.code) for measure in self.measures.measures)
        )


def read_statistics(
    bulk: Path, dictionary: Path, neighbours: Path, inspections: Path | None, scratch: Path, today: date
) -> Statistics:
    """Read the files with the standard mapping and indicators; raises Refused.

    `scratch` is an empty folder in which the standard files are put, to be read as a council's own are.
    """
    write_skeleton(scratch, NewCouncil("Anywhere Council", "Anywhere"), today)
    mapping = read_mapping(scratch).lait
    if mapping is None:
        raise KeyError("the standard mapping says nothing of LAIT")
    measures = believed(read_lait(bulk, dictionary, neighbours, mapping), mapping, read_indicators(scratch))
    return Statistics(
        measures=measures,
        mapping=mapping,
        files=(
            ReadFile(mapping.bulk, fingerprint(bulk)),
            ReadFile(mapping.neighbours, fingerprint(neighbours)),
        ),
        history=read_history(inspections) if inspections else {},
        history_sha256=fingerprint(inspections) if inspections else "",
    )


def folders_for(councils: Sequence[LaitCouncil], into: Path) -> Iterator[tuple[LaitCouncil, Path]]:
    """Give each council the folder that is named after it; a name that two councils share is followed by the code."""
    named = [(council, slug(names_of(council.name)[1])) for council in councils]
    for council, name in named:
        twin = sum(other == name for _, other in named) > 1
        yield council, into / (f"{name}-{council.code.lower()}" if twin else name)


def write_council(
    folder: Path, council: LaitCouncil, statistics: Statistics, today: date, terms: Terms = FOR_ANYBODY
) -> None:
    """Write one council's folder, ready to build; raises OSError."""
    tables = tables_for(council.code, statistics.measures)
    kept = frozenset(row.indicator for row in tables.imported)
    starting = _starting(council, kept, statistics, today, terms)
    write_skeleton(folder, starting, today)
    if terms.from_statistics:
        text = _mapping_text(folder, kept, statistics.mappings)
        (folder / MAPPING_FILE).write_text(text, encoding="utf-8")
    history = statistics.history.get(council.code, ())
    for identity, text in inspection_files(starting.short_name, history).items():
        path = folder / INSPECTIONS_FOLDER / f"{identity}{INSPECTION_ENDING}"
        path.write_text(text, encoding="utf-8")
    conclude(
        folder,
        {IMPORTED_TABLE: tables.imported, EVERYWHERE_TABLE: tables.everywhere} if kept else {},
        statistics.files,
        on=today,
        write=True,
    )


def _starting(
    council: LaitCouncil, kept: frozenset[str], statistics: Statistics, today: date, terms: Terms
) -> NewCouncil:
    """Say what is known of a council; of the indicators only those that have a figure, where nobody will fill the others."""
    published_name, short_name = names_of(council.name)
    history = statistics.history.get(council.code, ())
    return NewCouncil(
        name=terms.name or published_name,
        short_name=short_name,
        url=terms.url,
        code=council.code,
        region=council.region,
        neighbours=council.neighbours,
        neighbours_model=statistics.mapping.neighbours.title,
        neighbours_source=statistics.mapping.neighbours.source,
        inspections_until=statistics.history_until,
        publisher=terms.publisher,
        from_statistics=terms.from_statistics,
        rows={
            "sources": source_rows(history, statistics.history_sha256, today),
            "events": timeline_rows(short_name, history),
        },
        indicators=kept if terms.from_statistics else None,
    )


def _mapping_text(folder: Path, kept: frozenset[str], written: dict[frozenset[str], str]) -> str:
    """Give imports.yml without the indicators that the folder does not have; its comments stay."""
    if kept not in written:
        reader = YAML()
        reader.width = 4096
        tree = reader.load((folder / MAPPING_FILE).read_text(encoding="utf-8"))
        _keep_only(tree["lait"]["indicators"], kept)
        for position in reversed(range(len(tree["ees"]))):
            own = tree["ees"][position]
            for part in [part for part in ("published", "confirms") if part in own]:
                _keep_only(own[part], kept)
                if not own[part]:
                    del own[part]
            if "published" not in own and "confirms" not in own:
                del tree["ees"][position]
        text = StringIO()
        reader.dump(tree, text)
        written[kept] = text.getvalue()
    return written[kept]


def _keep_only(tree: dict[str, Any], kept: Collection[str]) -> None:
    for name in list(tree):
        if name not in kept:
            del tree[name]
